<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>Something in this window did not work. Your runs are not touched by it and go on.</source>
        <translation>تعطّل شيء في هذه النافذة. تدريباتك لا تتأثر وتستمر.</translation>
    </message>
    <message>
        <source>Try it again, or close the window and open it again. The details are in window.log.</source>
        <translation>حاول مجددًا، أو أغلق النافذة وافتحها ثانية. التفاصيل في window.log.</translation>
    </message>
    <message>
        <source>Show report</source>
        <translation>اعرض التقرير</translation>
    </message>
    <message>
        <source>New run</source>
        <translation>تدريب جديد</translation>
    </message>
    <message>
        <source>Find a run</source>
        <translation>ابحث عن تدريب</translation>
    </message>
    <message>
        <source>The training program could not be started.</source>
        <translation>تعذر بدء برنامج التدريب.</translation>
    </message>
    <message>
        <source>Add a run</source>
        <translation>أضف تدريبًا</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>احفظ الصورة</translation>
    </message>
    <message>
        <source>Across</source>
        <translation>المحور الأفقي</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>التقدم</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>التحديثات</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>الرموز</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>الساعات</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>الخسارة</translation>
    </message>
    <message>
        <source>Held-out</source>
        <translation>المحجوزة</translation>
    </message>
    <message>
        <source>Each update</source>
        <translation>كل تحديث</translation>
    </message>
    <message>
        <source>Held-out loss</source>
        <translation>الخسارة على الصفوف المحجوزة</translation>
    </message>
    <message>
        <source>Show all settings</source>
        <translation>اعرض كل الإعدادات</translation>
    </message>
    <message>
        <source>Only what differs</source>
        <translation>المختلف فقط</translation>
    </message>
    <message>
        <source>lower is better; across: {what}</source>
        <translation>الأقل أفضل؛ أفقيًا: {what}</translation>
    </message>
    <message>
        <source>Eight runs at most</source>
        <translation>ثمانية تدريبات على الأكثر</translation>
    </message>
    <message>
        <source>Show only what differs</source>
        <translation>اعرض المختلف فقط</translation>
    </message>
    <message>
        <source>Loss of each update, averaged</source>
        <translation>متوسط خسارة كل تحديث</translation>
    </message>
    <message>
        <source>Picture (*.png);;Vector picture (*.svg)</source>
        <translation>صورة (*.png);;صورة متجهة (*.svg)</translation>
    </message>
    <message>
        <source>What you ask for is what runs</source>
        <translation>ما تطلبه هو ما يعمل</translation>
    </message>
    <message>
        <source>32 examples per update stay exactly 32, even after trouble in the night.</source>
        <translation>32 مثالًا لكل تحديث تبقى 32 تمامًا، حتى بعد مشكلة في الليل.</translation>
    </message>
    <message>
        <source>Nothing is lost</source>
        <translation>لا شيء يضيع</translation>
    </message>
    <message>
        <source>Close the window, lose the power: it goes on from the last save.</source>
        <translation>أغلق النافذة أو انقطعت الكهرباء: يتابع من آخر حفظ.</translation>
    </message>
    <message>
        <source>Nothing needs an expert</source>
        <translation>لا حاجة إلى خبير</translation>
    </message>
    <message>
        <source>Every number says what it means. Every problem says what to do.</source>
        <translation>كل رقم يقول معناه، وكل مشكلة تقول ما العمل.</translation>
    </message>
    <message>
        <source>Follow a run elsewhere</source>
        <translation>تابع تدريبًا في مكان آخر</translation>
    </message>
    <message>
        <source>A run on another computer, over ssh</source>
        <translation>تدريب على حاسوب آخر عبر ssh</translation>
    </message>
    <message>
        <source>Drop a data file anywhere in this window</source>
        <translation>أفلت ملف بيانات في أي مكان من النافذة</translation>
    </message>
    <message>
        <source>CSV · Excel · JSON · Parquet · text · a folder of these</source>
        <translation>CSV · Excel · JSON · Parquet · نص · مجلد من هذه</translation>
    </message>
    <message>
        <source>Your own model and rows. The plan works itself out as you choose.</source>
        <translation>نموذجك وصفوفك. تُحسب الخطة بينما تختار.</translation>
    </message>
    <message>
        <source>Earlier runs</source>
        <translation>التدريبات السابقة</translation>
    </message>
    <message>
        <source>By name, model, data, note, or #tag</source>
        <translation>بالاسم أو النموذج أو البيانات أو الملاحظة أو #وسم</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>مقارنة</translation>
    </message>
    <message>
        <source>No run is called so. Its name, model, data, note and #tags were looked at.</source>
        <translation>لا تدريب بهذا الاسم. بُحث في الاسم والنموذج والبيانات والملاحظة والوسوم.</translation>
    </message>
    <message>
        <source>{found} of {all}</source>
        <translation>{found} من {all}</translation>
    </message>
    <message>
        <source>Looking at this computer</source>
        <translation>يُنظر في هذا الحاسوب</translation>
    </message>
    <message>
        <source>Room for:</source>
        <translation>تتسع لـ:</translation>
    </message>
    <message>
        <source>What Nightshift promises</source>
        <translation>ما يعد به Nightshift</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Each holds as soon as you choose it. Runs that are going are not changed.</source>
        <translation>يسري كل منها فور اختياره. التدريبات الجارية لا تتغير.</translation>
    </message>
    <message>
        <source>Keep: {what}</source>
        <translation>احفظ: {what}</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>افتح المجلد</translation>
    </message>
    <message>
        <source>No run has a result yet</source>
        <translation>لا نتيجة لأي تدريب بعد</translation>
    </message>
    <message>
        <source>As soon as one does, you can take its model along from here, in four forms.</source>
        <translation>عندما توجد، يمكنك أخذ نموذجها من هنا بأربعة أشكال.</translation>
    </message>
    <message>
        <source>Save the recipe for {trainer}</source>
        <translation>احفظ الوصفة لـ {trainer}</translation>
    </message>
    <message>
        <source>Run it again elsewhere</source>
        <translation>شغّله في مكان آخر</translation>
    </message>
    <message>
        <source>Its own rows and settings, as a script or for another trainer</source>
        <translation>صفوفه وإعداداته نفسها، كبرنامج نصي أو لمدرّب آخر</translation>
    </message>
    <message>
        <source>Choose another place</source>
        <translation>اختر مكانًا آخر</translation>
    </message>
    <message>
        <source>Where to save the recipe</source>
        <translation>أين تُحفظ الوصفة</translation>
    </message>
    <message>
        <source>Where exports go</source>
        <translation>مكان التصدير</translation>
    </message>
    <message>
        <source>Take a model with you</source>
        <translation>خذ نموذجًا معك</translation>
    </message>
    <message>
        <source>Every export is loaded again and proved.</source>
        <translation>كل تصدير يُحمَّل من جديد ويُثبَت.</translation>
    </message>
    <message>
        <source>Take {run} with you</source>
        <translation>خذ {run} معك</translation>
    </message>
    <message>
        <source>Every export is loaded again and must answer alike before it counts as done.</source>
        <translation>كل تصدير يُحمَّل من جديد ويجب أن يجيب بالمثل قبل أن يُعد مكتملًا.</translation>
    </message>
    <message>
        <source>Open the folder: {what}</source>
        <translation>افتح المجلد: {what}</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>احفظ</translation>
    </message>
    <message>
        <source>{name} is in the trash.</source>
        <translation>{name} في سلة المهملات.</translation>
    </message>
    <message>
        <source>Nothing of it was removed from the disk.</source>
        <translation>لم يُحذف شيء منه من القرص.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Change what you like, then press Start.</source>
        <translation>غيّر ما تشاء، ثم اضغط «ابدأ».</translation>
    </message>
    <message>
        <source>Not taken over: {settings}. These are as suggested.</source>
        <translation>لم يُنقل: {settings}. هذه كما هو مقترح.</translation>
    </message>
    <message>
        <source>Filled in from {name}.</source>
        <translation>مُلئت من {name}.</translation>
    </message>
    <message>
        <source>Eight runs are compared already.</source>
        <translation>تُقارَن ثمانية تدريبات بالفعل.</translation>
    </message>
    <message>
        <source>Take one out first.</source>
        <translation>أخرج واحدًا أولًا.</translation>
    </message>
    <message>
        <source>{one} against {other}: {apart} apart</source>
        <translation>{one} مقابل {other}: الفرق {apart}</translation>
    </message>
    <message>
        <source>Whether the first two really differ cannot be said yet</source>
        <translation>لا يمكن القول بعد إن كان الأولان يختلفان حقًا</translation>
    </message>
    <message>
        <source>{found}. It takes three checks on held-out rows in each run to know how much is chance.</source>
        <translation>{found}. يلزم ثلاثة فحوص على الصفوف المحجوزة في كل تدريب لمعرفة مقدار الصدفة.</translation>
    </message>
    <message>
        <source>from one check to the next, chance moves this difference by up to {much}</source>
        <translation>من فحص إلى آخر تغيّر الصدفة هذا الفرق بما يصل إلى {much}</translation>
    </message>
    <message>
        <source>two runs that differ only in their random seed were {much} apart</source>
        <translation>تدريبان لا يختلفان إلا في البذرة العشوائية تباعدا بمقدار {much}</translation>
    </message>
    <message>
        <source>{name} is better by more than chance</source>
        <translation>{name} أفضل بأكثر من الصدفة</translation>
    </message>
    <message>
        <source>The difference between the first two is no larger than chance</source>
        <translation>الفرق بين الأولين ليس أكبر من الصدفة</translation>
    </message>
    <message>
        <source>{found}; {reason}.</source>
        <translation>{found}؛ {reason}.</translation>
    </message>
    <message>
        <source>too few held-out checks for lines</source>
        <translation>فحوص محجوزة قليلة جدًا لرسم خطوط</translation>
    </message>
    <message>
        <source>Tinted: different from {name}.</source>
        <translation>الملوّن: يختلف عن {name}.</translation>
    </message>
    <message>
        <source>The other {number} settings are the same in all.</source>
        <translation>الإعدادات الأخرى وعددها {number} متطابقة في الكل.</translation>
    </message>
    <message>
        <source>Choose two runs to compare</source>
        <translation>اختر تدريبين للمقارنة</translation>
    </message>
    <message>
        <source>Add runs here, or choose Compare in the menu of a run on the Home page.</source>
        <translation>أضف التدريبات هنا، أو اختر «مقارنة» من قائمة تدريب في الصفحة الرئيسية.</translation>
    </message>
    <message>
        <source>Reading the runs</source>
        <translation>تُقرأ التدريبات</translation>
    </message>
    <message>
        <source>None of these runs was checked on held-out rows</source>
        <translation>لم يُفحص أي من هذه التدريبات على صفوف محجوزة</translation>
    </message>
    <message>
        <source>Their curves of every update can be compared.</source>
        <translation>يمكن مقارنة منحنيات كل تحديث.</translation>
    </message>
    <message>
        <source>These runs were checked on different rows</source>
        <translation>فُحصت هذه التدريبات على صفوف مختلفة</translation>
    </message>
    <message>
        <source>A lower loss on other rows, or with another tokenizer, says nothing: compare shapes, not heights.</source>
        <translation>خسارة أقل على صفوف أخرى أو بمُجزِّئ آخر لا تعني شيئًا: قارن الأشكال لا الارتفاعات.</translation>
    </message>
    <message>
        <source>{name} is best</source>
        <translation>{name} هو الأفضل</translation>
    </message>
    <message>
        <source>{name} is best, but only just</source>
        <translation>{name} هو الأفضل بفارق ضئيل</translation>
    </message>
    <message>
        <source>{name} is lowest so far</source>
        <translation>{name} هو الأدنى حتى الآن</translation>
    </message>
    <message>
        <source>{runs} on the same rows and the same {rows} held-out rows, so their losses can be compared.</source>
        <translation>{runs} على الصفوف نفسها و{rows} صفًا محجوزًا نفسها، فيمكن مقارنة خسائرها.</translation>
    </message>
    <message>
        <source>{runs}, each checked on {rows} held-out rows; what they learnt from differs.</source>
        <translation>{runs}، فُحص كل منها على {rows} صفًا محجوزًا؛ ما تعلمت منه مختلف.</translation>
    </message>
    <message>
        <source>share of the run</source>
        <translation>نسبة من التدريب</translation>
    </message>
    <message>
        <source>updates</source>
        <translation>تحديثات</translation>
    </message>
    <message>
        <source>tokens read</source>
        <translation>الرموز المقروءة</translation>
    </message>
    <message>
        <source>hours of learning, without breaks</source>
        <translation>ساعات التعلم دون توقفات</translation>
    </message>
    <message>
        <source>{memory} in use</source>
        <translation>{memory} مستخدمة</translation>
    </message>
    <message>
        <source>Graphics card</source>
        <translation>بطاقة الرسوميات</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>الذاكرة</translation>
    </message>
    <message>
        <source>{total} usable, {used}</source>
        <translation>{total} قابلة للاستخدام، {used}</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>برنامج التشغيل</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>البطاقات</translation>
    </message>
    <message>
        <source>{gpus}; the one with the most free memory is used</source>
        <translation>{gpus}؛ تُستخدم التي فيها أكبر ذاكرة حرة</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>الآن</translation>
    </message>
    <message>
        <source>{number} °C</source>
        <translation>{number}°م</translation>
    </message>
    <message>
        <source>Graphics card found</source>
        <translation>عُثر على بطاقة رسوميات</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>جاهز</translation>
    </message>
    <message>
        <source>models up to about {size}.</source>
        <translation>نماذج حتى نحو {size}.</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>المعالج</translation>
    </message>
    <message>
        <source>None that can train was found</source>
        <translation>لم يُعثر على بطاقة صالحة للتدريب</translation>
    </message>
    <message>
        <source>Training on the processor</source>
        <translation>التدريب على المعالج</translation>
    </message>
    <message>
        <source>Card does not answer</source>
        <translation>البطاقة لا تستجيب</translation>
    </message>
    <message>
        <source>models up to about {size}, slowly. The starter is made for it.</source>
        <translation>نماذج حتى نحو {size}، ببطء. المثال الجاهز مناسب له.</translation>
    </message>
    <message>
        <source>, {utilisation} busy</source>
        <translation>، مشغولة بنسبة {utilisation}</translation>
    </message>
    <message>
        <source>{size} billion parameters</source>
        <translation>{size} مليار معامل</translation>
    </message>
    <message>
        <source>{size} million parameters</source>
        <translation>{size} مليون معامل</translation>
    </message>
    <message>
        <source>How many examples are looked at before the model is changed once. It is met exactly, however the card splits it.</source>
        <translation>عدد الأمثلة التي يُنظر فيها قبل تغيير النموذج مرة واحدة. يُلتزم به تمامًا مهما قسّمته البطاقة.</translation>
    </message>
    <message>
        <source>How far each update moves the weights. Too high unsettles the model, too low wastes time.</source>
        <translation>مقدار تحريك كل تحديث للأوزان. الكبير يزعزع النموذج والصغير يضيع الوقت.</translation>
    </message>
    <message>
        <source>How much room the adapter has to learn. Larger learns more and takes more memory.</source>
        <translation>سعة المُهايئ للتعلم. الأكبر يتعلم أكثر ويأخذ ذاكرة أكثر.</translation>
    </message>
    <message>
        <source>How strongly the adapter acts: what it adds is multiplied by alpha / rank.</source>
        <translation>قوة تأثير المُهايئ: يُضرب ما يضيفه في ألفا / الرتبة.</translation>
    </message>
    <message>
        <source>How surprised the model is by answers it never learnt from, in nats per token. Lower is better.</source>
        <translation>مدى مفاجأة النموذج بإجابات لم يتعلم منها، بوحدة nat لكل رمز. الأقل أفضل.</translation>
    </message>
    <message>
        <source>The lowest loss on rows it never learnt from, in nats per token. Lower is better.</source>
        <translation>أدنى خسارة على صفوف لم يتعلم منها، بوحدة nat لكل رمز. الأقل أفضل.</translation>
    </message>
    <message>
        <source>How often the weights were changed; each update learns from one effective batch.</source>
        <translation>عدد مرات تغيير الأوزان؛ كل تحديث يتعلم من دفعة فعلية واحدة.</translation>
    </message>
    <message>
        <source>How often the model sees every row.</source>
        <translation>عدد مرات رؤية النموذج لكل صف.</translation>
    </message>
    <message>
        <source>Where chance begins. Runs that differ in it alone show how much is chance.</source>
        <translation>حيث تبدأ الصدفة. التدريبات التي تختلف فيها وحدها تُظهر مقدار الصدفة.</translation>
    </message>
    <message>
        <source>How strongly an update pulls at the weights. A jump means an unusual batch.</source>
        <translation>مدى شد التحديث للأوزان. القفزة تعني دفعة غير معتادة.</translation>
    </message>
    <message>
        <source>Working some numbers out twice instead of keeping them: less memory, a little slower, the same result.</source>
        <translation>حساب بعض الأرقام مرتين بدل حفظها: ذاكرة أقل، أبطأ قليلًا، والنتيجة نفسها.</translation>
    </message>
    <message>
        <source>Examples with more tokens than this are cut.</source>
        <translation>الأمثلة التي رموزها أكثر من هذا تُقص.</translation>
    </message>
    <message>
        <source>The frozen weights may be stored in fewer bits, so that larger models fit.</source>
        <translation>يمكن تخزين الأوزان المجمدة ببتات أقل لتتسع نماذج أكبر.</translation>
    </message>
    <message>
        <source>The part of the run in which the learning rate rises from zero.</source>
        <translation>جزء التدريب الذي يرتفع فيه معدل التعلم من الصفر.</translation>
    </message>
    <message>
        <source>{interruptions} repaired without losing an update.</source>
        <translation>{interruptions}، أُصلح كل ذلك دون فقدان أي تحديث.</translation>
    </message>
    <message>
        <source>Saved {ago}</source>
        <translation>حُفظ {ago}</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>إيقاف مؤقت</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Close other programs, then try again.</source>
        <translation>أغلق البرامج الأخرى ثم حاول مجددًا.</translation>
    </message>
    <message>
        <source>Free some space, or choose another place for exports.</source>
        <translation>أفسح بعض المساحة، أو اختر مكانًا آخر للتصدير.</translation>
    </message>
    <message>
        <source>Create a token of the kind “Read” at https://huggingface.co/settings/tokens and keep it under Settings.</source>
        <translation>أنشئ رمز وصول من نوع «Read» في https://huggingface.co/settings/tokens واحفظه في الإعدادات.</translation>
    </message>
    <message>
        <source>Create a token of the kind “Write” at https://huggingface.co/settings/tokens and keep it under Settings.</source>
        <translation>أنشئ رمز وصول من نوع «Write» في https://huggingface.co/settings/tokens واحفظه في الإعدادات.</translation>
    </message>
    <message>
        <source>Check how it is spelt, the owner too; for a private one keep your token first, under Settings.</source>
        <translation>تحقق من كتابة الاسم والمالك؛ وإن كان خاصًا فاحفظ رمز وصولك في الإعدادات أولًا.</translation>
    </message>
    <message>
        <source>{name} is using the graphics card, so models answer on the processor.</source>
        <translation>{name} يستخدم بطاقة الرسوميات، لذا تجيب النماذج على المعالج.</translation>
    </message>
    <message>
        <source>Slower, with the same answers. The run is not disturbed.</source>
        <translation>أبطأ، والإجابات نفسها. التدريب لا يتأثر.</translation>
    </message>
    <message>
        <source>{name} is running, and models answer on the same processor.</source>
        <translation>{name} قيد التشغيل، وتجيب النماذج على المعالج نفسه.</translation>
    </message>
    <message>
        <source>Both are slower meanwhile; nothing else changes.</source>
        <translation>كلاهما أبطأ في الأثناء؛ ولا يتغير شيء آخر.</translation>
    </message>
    <message>
        <source>An export is being made. This is possible as soon as it is done.</source>
        <translation>يجري إعداد تصدير. يصبح هذا ممكنًا فور انتهائه.</translation>
    </message>
    <message>
        <source>An export is being sent to the hub. This is possible as soon as it is there.</source>
        <translation>يجري إرسال تصدير إلى Hub. يصبح هذا ممكنًا فور وصوله.</translation>
    </message>
    <message>
        <source>A run is being judged. This is possible as soon as that is done.</source>
        <translation>يجري تقييم تدريب. يصبح هذا ممكنًا فور انتهائه.</translation>
    </message>
    <message>
        <source>The models are answering. This is possible as soon as they are done.</source>
        <translation>النماذج تجيب. يصبح هذا ممكنًا فور انتهائها.</translation>
    </message>
    <message>
        <source>Getting ready</source>
        <translation>يستعد</translation>
    </message>
    <message>
        <source>Loading the models</source>
        <translation>تُحمَّل النماذج</translation>
    </message>
    <message>
        <source>Asking the model as it came</source>
        <translation>يُسأل النموذج كما جاء</translation>
    </message>
    <message>
        <source>Asking the model after your run</source>
        <translation>يُسأل النموذج بعد تدريبك</translation>
    </message>
    <message>
        <source>Answering held-out rows</source>
        <translation>يُجاب عن صفوف محجوزة</translation>
    </message>
    <message>
        <source>{what}, {done} of {total}</source>
        <translation>{what}، {done} من {total}</translation>
    </message>
    <message>
        <source>starting the training program</source>
        <translation>يبدأ برنامج التدريب</translation>
    </message>
    <message>
        <source>reading the rows</source>
        <translation>تُقرأ الصفوف</translation>
    </message>
    <message>
        <source>loading the model</source>
        <translation>يُحمَّل النموذج</translation>
    </message>
    <message>
        <source>measuring what an update needs</source>
        <translation>يُقاس ما يحتاجه التحديث</translation>
    </message>
    <message>
        <source>planning the updates</source>
        <translation>تُخطَّط التحديثات</translation>
    </message>
    <message>
        <source>checking the split</source>
        <translation>يُفحص التقسيم</translation>
    </message>
    <message>
        <source>answering held-out rows</source>
        <translation>يجيب عن صفوف محجوزة</translation>
    </message>
    <message>
        <source>making the first update</source>
        <translation>يجري التحديث الأول</translation>
    </message>
    <message>
        <source>checking it on held-out rows</source>
        <translation>يُفحص على صفوف محجوزة</translation>
    </message>
    <message>
        <source>saving</source>
        <translation>يُحفظ</translation>
    </message>
    <message>
        <source>saving the result</source>
        <translation>تُحفظ النتيجة</translation>
    </message>
    <message>
        <source>{name} has made its last update: {doing}</source>
        <translation>أتم {name} تحديثه الأخير: {doing}</translation>
    </message>
    <message>
        <source>{name} is stopping: {doing}</source>
        <translation>{name} يتوقف: {doing}</translation>
    </message>
    <message>
        <source>{name} is next in line</source>
        <translation>{name} هو التالي في الدور</translation>
    </message>
    <message>
        <source>{name} is paused at update {at}</source>
        <translation>{name} متوقف مؤقتًا عند التحديث {at}</translation>
    </message>
    <message>
        <source>{name} stopped for a moment and will go on by itself</source>
        <translation>توقف {name} لحظة وسيتابع من تلقاء نفسه</translation>
    </message>
    <message>
        <source>Good morning. </source>
        <translation>صباح الخير. </translation>
    </message>
    <message>
        <source>{name} could not go on: {why}</source>
        <translation>تعذر على {name} المتابعة: {why}</translation>
    </message>
    <message>
        <source>{name} could not go on</source>
        <translation>تعذر على {name} المتابعة</translation>
    </message>
    <message>
        <source>{name} was interrupted before it began</source>
        <translation>انقطع {name} قبل أن يبدأ</translation>
    </message>
    <message>
        <source>{name} was interrupted at update {at}</source>
        <translation>انقطع {name} عند التحديث {at}</translation>
    </message>
    <message>
        <source>{name} is finished, and it learned</source>
        <translation>انتهى {name} وقد تعلّم</translation>
    </message>
    <message>
        <source>{name} is finished, but it did not learn</source>
        <translation>انتهى {name} لكنه لم يتعلم</translation>
    </message>
    <message>
        <source>{name} was cancelled before the first update</source>
        <translation>أُلغي {name} قبل التحديث الأول</translation>
    </message>
    <message>
        <source>{name} was stopped by you before the first update</source>
        <translation>أوقفتَ {name} قبل التحديث الأول</translation>
    </message>
    <message>
        <source>{name} was cancelled at update {at}</source>
        <translation>أُلغي {name} عند التحديث {at}</translation>
    </message>
    <message>
        <source>{name} was stopped by you at update {at}; everything so far is kept</source>
        <translation>أوقفتَ {name} عند التحديث {at}؛ كل ما سبق محفوظ</translation>
    </message>
    <message>
        <source>{name} is getting ready to go on: {doing}</source>
        <translation>{name} يستعد للمتابعة: {doing}</translation>
    </message>
    <message>
        <source>{name} is getting ready: {doing}</source>
        <translation>{name} يستعد: {doing}</translation>
    </message>
    <message>
        <source>{name} stopped for a moment and is running again</source>
        <translation>توقف {name} لحظة وهو يعمل من جديد</translation>
    </message>
    <message>
        <source>{name} has begun to learn</source>
        <translation>بدأ {name} يتعلم</translation>
    </message>
    <message>
        <source>{name} is making its first update</source>
        <translation>{name} يجري تحديثه الأول</translation>
    </message>
    <message>
        <source>{name} is learning well</source>
        <translation>{name} يتعلم جيدًا</translation>
    </message>
    <message>
        <source>{name} has learned little so far</source>
        <translation>تعلّم {name} قليلًا حتى الآن</translation>
    </message>
    <message>
        <source>{name} is running, but its loss is rising</source>
        <translation>{name} يعمل، لكن خسارته ترتفع</translation>
    </message>
    <message>
        <source>{name} is learning its rows by heart</source>
        <translation>{name} يحفظ صفوفه عن ظهر قلب</translation>
    </message>
    <message>
        <source>{name} is running, but its loss is not a number</source>
        <translation>{name} يعمل، لكن خسارته ليست رقمًا</translation>
    </message>
    <message>
        <source>A higher learning rate or more updates may help.</source>
        <translation>قد يفيد معدل تعلم أعلى أو تحديثات أكثر.</translation>
    </message>
    <message>
        <source>A smaller learning rate usually helps.</source>
        <translation>يفيد عادة معدل تعلم أصغر.</translation>
    </message>
    <message>
        <source>Its loss on held-out rows rises; stopping now keeps what is there.</source>
        <translation>خسارته على الصفوف المحجوزة ترتفع؛ الإيقاف الآن يحفظ ما هو موجود.</translation>
    </message>
    <message>
        <source>Stop it and use a smaller learning rate.</source>
        <translation>أوقفه واستخدم معدل تعلم أصغر.</translation>
    </message>
    <message>
        <source>saved {ago}</source>
        <translation>حُفظ {ago}</translation>
    </message>
    <message>
        <source>Update {update} of {updates}</source>
        <translation>التحديث {update} من {updates}</translation>
    </message>
    <message>
        <source>It starts as soon as the run before it has ended. You can close this window.</source>
        <translation>يبدأ حالما ينتهي التدريب الذي قبله. يمكنك إغلاق هذه النافذة.</translation>
    </message>
    <message>
        <source>{progress}. This takes a moment; it goes on if you close this window.</source>
        <translation>{progress}. يستغرق هذا لحظة؛ ويستمر إن أغلقت هذه النافذة.</translation>
    </message>
    <message>
        <source>{progress}.</source>
        <translation>{progress}.</translation>
    </message>
    <message>
        <source>{progress}, {saved}.</source>
        <translation>{progress}، {saved}.</translation>
    </message>
    <message>
        <source>kept in memory</source>
        <translation>محفوظ في الذاكرة</translation>
    </message>
    <message>
        <source>{progress}. Nothing to do: it starts again from {save}.</source>
        <translation>{progress}. لا شيء عليك: يبدأ من جديد من {save}.</translation>
    </message>
    <message>
        <source>All {updates} were made.</source>
        <translation>أُجريت كل التحديثات: {updates}.</translation>
    </message>
    <message>
        <source>{progress}. Continue goes on from {save}, exactly as asked.</source>
        <translation>{progress}. «متابعة» تكمل من {save} كما طُلب تمامًا.</translation>
    </message>
    <message>
        <source>{progress}. The computer or the studio was ended; Continue goes on from {save}.</source>
        <translation>{progress}. أُنهي الحاسوب أو البرنامج؛ «متابعة» تكمل من {save}.</translation>
    </message>
    <message>
        <source>This takes a moment. It goes on if you close this window.</source>
        <translation>يستغرق هذا لحظة. ويستمر إن أغلقت هذه النافذة.</translation>
    </message>
    <message>
        <source>{progress}. It goes on if you close this window.</source>
        <translation>{progress}. يستمر إن أغلقت هذه النافذة.</translation>
    </message>
    <message>
        <source>It ended before the first update.</source>
        <translation>انتهى قبل التحديث الأول.</translation>
    </message>
    <message>
        <source>Everything up to {save} is kept</source>
        <translation>كل شيء حتى {save} محفوظ</translation>
    </message>
    <message>
        <source>No save was made yet</source>
        <translation>لم يُحفظ شيء بعد</translation>
    </message>
    <message>
        <source>{progress}. {kept}.</source>
        <translation>{progress}. {kept}.</translation>
    </message>
    <message>
        <source>Finishes {when}.</source>
        <translation>ينتهي {when}.</translation>
    </message>
    <message>
        <source>About {time} are left when it goes on.</source>
        <translation>يبقى نحو {time} عندما يتابع.</translation>
    </message>
    <message>
        <source>Goes on if you close this window; {saved}.</source>
        <translation>يستمر إن أغلقت هذه النافذة؛ {saved}.</translation>
    </message>
    <message>
        <source>Goes on if you close this window.</source>
        <translation>يستمر إن أغلقت هذه النافذة.</translation>
    </message>
    <message>
        <source> of {size} examples ran exactly as asked</source>
        <translation>، كل منها {size} مثالًا، جرت كما طُلب تمامًا</translation>
    </message>
    <message>
        <source>; the last of each pass has {rest}</source>
        <translation>؛ وفي آخر تحديث من كل مرور {rest}</translation>
    </message>
    <message>
        <source>{update} of {updates}{exactly}</source>
        <translation>{update} من {updates}{exactly}</translation>
    </message>
    <message>
        <source>Done at {ended}, early: the held-out loss no longer fell. {stopped}.</source>
        <translation>انتهى في {ended} مبكرًا: لم تعد الخسارة المحجوزة تنخفض. {stopped}.</translation>
    </message>
    <message>
        <source>Done at {ended}. All {updates}{exactly}.</source>
        <translation>انتهى في {ended}. المجموع {updates}{exactly}.</translation>
    </message>
    <message>
        <source>the beginning</source>
        <translation>البداية</translation>
    </message>
    <message>
        <source>No update was made yet.</source>
        <translation>لم يجرِ أي تحديث بعد.</translation>
    </message>
    <message>
        <source>, falling</source>
        <translation>، تنخفض</translation>
    </message>
    <message>
        <source>, rising</source>
        <translation>، ترتفع</translation>
    </message>
    <message>
        <source>, hardly changing</source>
        <translation>، تكاد لا تتغير</translation>
    </message>
    <message>
        <source>; on held-out rows {eval_loss}</source>
        <translation>؛ على الصفوف المحجوزة {eval_loss}</translation>
    </message>
    <message>
        <source>; finishes {finish}</source>
        <translation>؛ ينتهي {finish}</translation>
    </message>
    <message>
        <source>Loss {newest}{trend_now}{held_out}; update {update} of {updates}{ends}</source>
        <translation>الخسارة {newest}{trend_now}{held_out}؛ التحديث {update} من {updates}{ends}</translation>
    </message>
    <message>
        <source>About {time} left when it goes on</source>
        <translation>يبقى نحو {time} عندما يتابع</translation>
    </message>
    <message>
        <source>Finishes {when}</source>
        <translation>ينتهي {when}</translation>
    </message>
    <message>
        <source>update {update}</source>
        <translation>التحديث {update}</translation>
    </message>
    <message>
        <source>before the first update</source>
        <translation>قبل التحديث الأول</translation>
    </message>
    <message>
        <source>best so far, {note}</source>
        <translation>الأفضل حتى الآن، {note}</translation>
    </message>
    <message>
        <source>best {loss}</source>
        <translation>الأفضل {loss}</translation>
    </message>
    <message>
        <source>was {loss}</source>
        <translation>كانت {loss}</translation>
    </message>
    <message>
        <source>of the newest update</source>
        <translation>لأحدث تحديث</translation>
    </message>
    <message>
        <source>One run is paused</source>
        <translation>تدريب واحد متوقف مؤقتًا</translation>
    </message>
    <message>
        <source>One run is starting again</source>
        <translation>تدريب واحد يبدأ من جديد</translation>
    </message>
    <message>
        <source>One run is getting ready</source>
        <translation>تدريب واحد يستعد</translation>
    </message>
    <message>
        <source>One run is learning</source>
        <translation>تدريب واحد يتعلم الآن</translation>
    </message>
    <message>
        <source>{head}, {queue}</source>
        <translation>{head}، {queue}</translation>
    </message>
    <message>
        <source>On {hosts}. Nothing is running on this computer.</source>
        <translation>على {hosts}. لا شيء يعمل على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Press Resume to go on. Nothing is lost, even if you close this window.</source>
        <translation>اضغط «متابعة» للإكمال. لا يضيع شيء، حتى إن أغلقت هذه النافذة.</translation>
    </message>
    <message>
        <source>You can close this window; the run goes on without it.</source>
        <translation>يمكنك إغلاق هذه النافذة؛ التدريب يستمر بدونها.</translation>
    </message>
    <message>
        <source>You can close this window; the runs go on without it.</source>
        <translation>يمكنك إغلاق هذه النافذة؛ التدريبات تستمر بدونها.</translation>
    </message>
    <message>
        <source>The first should be done by {when}.</source>
        <translation>يُتوقع أن ينتهي الأول بحلول {when}.</translation>
    </message>
    <message>
        <source>It should be done by {when}.</source>
        <translation>يُتوقع أن ينتهي بحلول {when}.</translation>
    </message>
    <message>
        <source>{runs} to start</source>
        <translation>{runs} للبدء</translation>
    </message>
    <message>
        <source>It takes a moment.</source>
        <translation>يستغرق لحظة.</translation>
    </message>
    <message>
        <source>Nothing is running now.</source>
        <translation>لا شيء يعمل الآن.</translation>
    </message>
    <message>
        <source>Press Continue to go on from the last save, with the same examples in the same order.</source>
        <translation>اضغط «متابعة» للإكمال من آخر حفظ، بالأمثلة نفسها وبالترتيب نفسه.</translation>
    </message>
    <message>
        <source>This computer is ready to train</source>
        <translation>هذا الحاسوب جاهز للتدريب</translation>
    </message>
    <message>
        <source>Your graphics card is ready to train</source>
        <translation>بطاقة الرسوميات جاهزة للتدريب</translation>
    </message>
    <message>
        <source>Nothing has been trained on this computer yet. Start with the starter: it needs no model, no data and no internet.</source>
        <translation>لم يُدرَّب شيء على هذا الحاسوب بعد. ابدأ بالمثال الجاهز: لا يحتاج إلى نموذج أو بيانات أو إنترنت.</translation>
    </message>
    <message>
        <source>{name} is finished</source>
        <translation>انتهى {name}</translation>
    </message>
    <message>
        <source>{name} was stopped</source>
        <translation>أُوقف {name}</translation>
    </message>
    <message>
        <source>{name} ended with an error</source>
        <translation>انتهى {name} بخطأ</translation>
    </message>
    <message>
        <source>{number} examples per update</source>
        <translation>{number} مثالًا لكل تحديث</translation>
    </message>
    <message>
        <source>{number} GB</source>
        <translation>{number} غ.ب</translation>
    </message>
    <message>
        <source>{used} of {total} in use</source>
        <translation>{used} من {total} مستخدمة</translation>
    </message>
    <message>
        <source>{memory} used by other programs</source>
        <translation>{memory} تستخدمها برامج أخرى</translation>
    </message>
    <message>
        <source>Making an export</source>
        <translation>يُعد تصدير</translation>
    </message>
    <message>
        <source>Sending an export</source>
        <translation>يُرسل تصدير</translation>
    </message>
    <message>
        <source>Judging a run</source>
        <translation>يُقيَّم تدريب</translation>
    </message>
    <message>
        <source>Answering</source>
        <translation>يجيب</translation>
    </message>
    <message>
        <source>Nothing is running</source>
        <translation>لا شيء يعمل</translation>
    </message>
    <message>
        <source>Paused by you</source>
        <translation>أوقفته مؤقتًا</translation>
    </message>
    <message>
        <source>Starting again</source>
        <translation>يبدأ من جديد</translation>
    </message>
    <message>
        <source>Starting {name}</source>
        <translation>يبدأ {name}</translation>
    </message>
    <message>
        <source>Training {name}</source>
        <translation>يدرّب {name}</translation>
    </message>
    <message>
        <source>each update: {equation}</source>
        <translation>كل تحديث: {equation}</translation>
    </message>
    <message>
        <source>Saving after this update…</source>
        <translation>يُحفظ بعد هذا التحديث…</translation>
    </message>
    <message>
        <source>Save now</source>
        <translation>احفظ الآن</translation>
    </message>
    <message>
        <source>A complete save after this update; it goes on.</source>
        <translation>حفظ كامل بعد هذا التحديث؛ ثم يستمر.</translation>
    </message>
    <message>
        <source>Answering after this update…</source>
        <translation>يجيب بعد هذا التحديث…</translation>
    </message>
    <message>
        <source>The first held-out questions are answered after this update; then it goes on.</source>
        <translation>يُجاب عن أوائل الأسئلة المحجوزة بعد هذا التحديث؛ ثم يستمر.</translation>
    </message>
    <message>
        <source>The prompts of this run are answered after this update; then it goes on.</source>
        <translation>يُجاب عن أسئلة هذا التدريب بعد هذا التحديث؛ ثم يستمر.</translation>
    </message>
    <message>
        <source>Answer now</source>
        <translation>أجب الآن</translation>
    </message>
    <message>
        <source>Finishes this update, saves and waits. Everything is kept.</source>
        <translation>يُنهي هذا التحديث ويحفظ وينتظر. كل شيء محفوظ.</translation>
    </message>
    <message>
        <source>Finishes this update, saves, and makes a result of what was learned. It can go on later.</source>
        <translation>يُنهي هذا التحديث ويحفظ ويصنع نتيجة مما تعلمه. يمكن متابعته لاحقًا.</translation>
    </message>
    <message>
        <source>Stop and save</source>
        <translation>أوقف واحفظ</translation>
    </message>
    <message>
        <source>Goes on from {save}, with the same rows in the same order.</source>
        <translation>يكمل من {save}، بالصفوف نفسها وبالترتيب نفسه.</translation>
    </message>
    <message>
        <source>Looks for a save again: goes on if you put a copy of one back.</source>
        <translation>يبحث عن حفظ من جديد: يكمل إن أعدت نسخة منه.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Pausing after this update…</source>
        <translation>يتوقف مؤقتًا بعد هذا التحديث…</translation>
    </message>
    <message>
        <source>Saving the result so far…</source>
        <translation>تُحفظ النتيجة حتى الآن…</translation>
    </message>
    <message>
        <source>Stopping after this update…</source>
        <translation>يتوقف بعد هذا التحديث…</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>يُلغى…</translation>
    </message>
    <message>
        <source>Going on…</source>
        <translation>يتابع…</translation>
    </message>
    <message>
        <source>Start again from the beginning</source>
        <translation>ابدأ من جديد من البداية</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>ابدأ من جديد</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>ليس الآن</translation>
    </message>
    <message>
        <source>Learns from the first update again. What is left of the saves is kept in the folder of the run.</source>
        <translation>يتعلم من التحديث الأول من جديد. ما بقي من المحفوظات يبقى في مجلد التدريب.</translation>
    </message>
    <message>
        <source>Ends at once, without a result. The save of update {update} is kept.</source>
        <translation>ينتهي فورًا دون نتيجة. يبقى حفظ التحديث {update}.</translation>
    </message>
    <message>
        <source>Ends at once, without a result. Nothing is saved yet.</source>
        <translation>ينتهي فورًا دون نتيجة. لم يُحفظ شيء بعد.</translation>
    </message>
    <message>
        <source>Ends at once. Nothing was learned yet.</source>
        <translation>ينتهي فورًا. لم يُتعلم شيء بعد.</translation>
    </message>
    <message>
        <source>Start the training program</source>
        <translation>بدء برنامج التدريب</translation>
    </message>
    <message>
        <source>Read the rows</source>
        <translation>قراءة الصفوف</translation>
    </message>
    <message>
        <source>Load the model</source>
        <translation>تحميل النموذج</translation>
    </message>
    <message>
        <source>on {device}</source>
        <translation>على {device}</translation>
    </message>
    <message>
        <source>Plan the updates</source>
        <translation>تخطيط التحديثات</translation>
    </message>
    <message>
        <source>Check that the split changes nothing</source>
        <translation>التحقق من أن التقسيم لا يغيّر شيئًا</translation>
    </message>
    <message>
        <source>the same gradient in two ways</source>
        <translation>التدرج نفسه بطريقتين</translation>
    </message>
    <message>
        <source>{exact_match} right</source>
        <translation>{exact_match} صحيحة</translation>
    </message>
    <message>
        <source>Answer {score_answers}, to compare with later</source>
        <translation>الإجابة عن {score_answers} للمقارنة لاحقًا</translation>
    </message>
    <message>
        <source>Make the first update</source>
        <translation>إجراء التحديث الأول</translation>
    </message>
    <message>
        <source>{made} ({changed})</source>
        <translation>{made} ({changed})</translation>
    </message>
    <message>
        <source>What to do: nothing now</source>
        <translation>ما العمل: لا شيء الآن</translation>
    </message>
    <message>
        <source>If it keeps happening and gets no further, Nightshift stops, keeps the last save and tells you.</source>
        <translation>إن تكرر ذلك دون تقدم، يتوقف Nightshift ويحتفظ بآخر حفظ ويخبرك.</translation>
    </message>
    <message>
        <source>Look at the details, or copy the report for someone who can help.</source>
        <translation>انظر التفاصيل، أو انسخ التقرير لمن يستطيع المساعدة.</translation>
    </message>
    <message>
        <source>The run goes on from {save}, with the same examples in the same order.</source>
        <translation>يكمل التدريب من {save}، بالأمثلة نفسها وبالترتيب نفسه.</translation>
    </message>
    <message>
        <source>The run begins again, with the same examples in the same order.</source>
        <translation>يبدأ التدريب من جديد، بالأمثلة نفسها وبالترتيب نفسه.</translation>
    </message>
    <message>
        <source>What to do: press Continue</source>
        <translation>ما العمل: اضغط «متابعة»</translation>
    </message>
    <message>
        <source>What to do: nothing</source>
        <translation>ما العمل: لا شيء</translation>
    </message>
    <message>
        <source>Nothing was learned yet, so there is nothing to keep. Continue begins it again.</source>
        <translation>لم يُتعلم شيء بعد، فلا شيء ليُحفظ. «متابعة» تبدأه من جديد.</translation>
    </message>
    <message>
        <source>Run: {name} ({state}), update {update} of {updates}</source>
        <translation>التدريب: {name} ({state})، التحديث {update} من {updates}</translation>
    </message>
    <message>
        <source>Model: {model}</source>
        <translation>النموذج: {model}</translation>
    </message>
    <message>
        <source>Plan: {equation}</source>
        <translation>الخطة: {equation}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>لا يوجد</translation>
    </message>
    <message>
        <source>Problem: {title} {hint}</source>
        <translation>المشكلة: {title} {hint}</translation>
    </message>
    <message>
        <source>Problem: none</source>
        <translation>المشكلة: لا توجد</translation>
    </message>
    <message>
        <source>Folder: {folder}</source>
        <translation>المجلد: {folder}</translation>
    </message>
    <message>
        <source>The end of worker.log:</source>
        <translation>نهاية worker.log:</translation>
    </message>
    <message>
        <source>A Python of its own</source>
        <translation>Python خاص به</translation>
    </message>
    <message>
        <source>PyTorch, which does the computing</source>
        <translation>PyTorch الذي يقوم بالحساب</translation>
    </message>
    <message>
        <source>Everything else the engine needs</source>
        <translation>كل ما يحتاجه المحرك غير ذلك</translation>
    </message>
    <message>
        <source>A proof that training works here</source>
        <translation>إثبات أن التدريب يعمل هنا</translation>
    </message>
    <message>
        <source>A list of what is in it</source>
        <translation>قائمة بما فيه</translation>
    </message>
    <message>
        <source>Copied to the other folder</source>
        <translation>يُنسخ إلى المجلد الآخر</translation>
    </message>
    <message>
        <source>Removed from the disk</source>
        <translation>يُزال من القرص</translation>
    </message>
    <message>
        <source>Looked at before anything is fetched.</source>
        <translation>يُنظر فيه قبل جلب أي شيء.</translation>
    </message>
    <message>
        <source>Nothing on this computer is changed, and nothing on it can change the engine.</source>
        <translation>لا يتغير شيء على هذا الحاسوب، ولا شيء عليه يستطيع تغيير المحرك.</translation>
    </message>
    <message>
        <source>The build that fits this card.</source>
        <translation>الإصدار الذي يناسب هذه البطاقة.</translation>
    </message>
    <message>
        <source>Pinned versions; every file is checked before it counts.</source>
        <translation>إصدارات مثبتة؛ يُفحص كل ملف قبل اعتماده.</translation>
    </message>
    <message>
        <source>The card is used, a model learns twice, is saved and read again.</source>
        <translation>تُستخدم البطاقة، ويتعلم نموذج مرتين ويُحفظ ويُقرأ ثانية.</translation>
    </message>
    <message>
        <source>Only now the engine counts as set up: it is there whole or not at all.</source>
        <translation>عندها فقط يُعد المحرك جاهزًا: إما كاملًا أو غير موجود.</translation>
    </message>
    <message>
        <source>The engine is used from there once all of it has arrived.</source>
        <translation>يُستخدم المحرك من هناك بعد وصوله كله.</translation>
    </message>
    <message>
        <source>Runs, models and settings stay.</source>
        <translation>تبقى التدريبات والنماذج والإعدادات.</translation>
    </message>
    <message>
        <source>NVIDIA cards</source>
        <translation>بطاقات NVIDIA</translation>
    </message>
    <message>
        <source>older NVIDIA cards or drivers (CUDA 12.6)</source>
        <translation>بطاقات أو برامج تشغيل NVIDIA أقدم (CUDA 12.6)</translation>
    </message>
    <message>
        <source>AMD cards (ROCm)</source>
        <translation>بطاقات AMD (ROCm)</translation>
    </message>
    <message>
        <source>the processor</source>
        <translation>المعالج</translation>
    </message>
    <message>
        <source>The proof</source>
        <translation>الإثبات</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>هذا الحاسوب</translation>
    </message>
    <message>
        <source>Set up the engine</source>
        <translation>جهّز المحرك</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>حاول مجددًا</translation>
    </message>
    <message>
        <source>Go to Home</source>
        <translation>إلى الرئيسية</translation>
    </message>
    <message>
        <source>Use it now</source>
        <translation>استخدمه الآن</translation>
    </message>
    <message>
        <source>Which card it has, and how much room is on its disk.</source>
        <translation>أي بطاقة فيه، وكم المساحة على قرصه.</translation>
    </message>
    <message>
        <source>Called off: nothing half is left</source>
        <translation>أُلغي: لم يبقَ شيء ناقص</translation>
    </message>
    <message>
        <source>You can set the engine up whenever you like.</source>
        <translation>يمكنك تجهيز المحرك متى شئت.</translation>
    </message>
    <message>
        <source>A newer engine can be set up</source>
        <translation>يمكن تجهيز محرك أحدث</translation>
    </message>
    <message>
        <source>It is made beside the one that you have, which stays as the way back. Runs are not touched.</source>
        <translation>يُصنع بجانب الذي لديك، ويبقى هذا طريقًا للعودة. التدريبات لا تتأثر.</translation>
    </message>
    <message>
        <source>One thing is left before the first run: the engine</source>
        <translation>بقي شيء واحد قبل أول تدريب: المحرك</translation>
    </message>
    <message>
        <source>It is set up once, in your own folder. About {size} are fetched.</source>
        <translation>يُجهَّز مرة واحدة في مجلدك. يُجلب نحو {size}.</translation>
    </message>
    <message>
        <source>The engine could not be set up, and nothing half is left</source>
        <translation>تعذر تجهيز المحرك، ولم يبقَ شيء ناقص</translation>
    </message>
    <message>
        <source>What was fetched is kept, so trying again goes on from there.</source>
        <translation>ما جُلب محفوظ، فإعادة المحاولة تكمل من هناك.</translation>
    </message>
    <message>
        <source>The new engine is ready, and waits for a run</source>
        <translation>المحرك الجديد جاهز وينتظر تدريبًا</translation>
    </message>
    <message>
        <source>Setting up the engine</source>
        <translation>يُجهَّز المحرك</translation>
    </message>
    <message>
        <source>Moving the engine</source>
        <translation>يُنقل المحرك</translation>
    </message>
    <message>
        <source>Removing the engine</source>
        <translation>يُزال المحرك</translation>
    </message>
    <message>
        <source>{time} so far, {size} fetched. You can do other things meanwhile.</source>
        <translation>{time} حتى الآن، جُلب {size}. يمكنك فعل أشياء أخرى في الأثناء.</translation>
    </message>
    <message>
        <source>{time} so far. You can do other things meanwhile.</source>
        <translation>{time} حتى الآن. يمكنك فعل أشياء أخرى في الأثناء.</translation>
    </message>
    <message>
        <source>The engine is in its new folder</source>
        <translation>المحرك في مجلده الجديد</translation>
    </message>
    <message>
        <source>It works from there, and the old folder is empty.</source>
        <translation>يعمل من هناك، والمجلد القديم فارغ.</translation>
    </message>
    <message>
        <source>The engine is removed</source>
        <translation>أُزيل المحرك</translation>
    </message>
    <message>
        <source>Runs and models are where they were.</source>
        <translation>التدريبات والنماذج في مكانها.</translation>
    </message>
    <message>
        <source>The engine is ready</source>
        <translation>المحرك جاهز</translation>
    </message>
    <message>
        <source>It was proved on {device}, after {time}.</source>
        <translation>أُثبت على {device} بعد {time}.</translation>
    </message>
    <message>
        <source>It was proved on the processor, after {time}.</source>
        <translation>أُثبت على المعالج بعد {time}.</translation>
    </message>
    <message>
        <source>{what}: {done} of {total}</source>
        <translation>{what}: {done} من {total}</translation>
    </message>
    <message>
        <source>{number} packages are put in their place.</source>
        <translation>توضع {number} حزمة في مكانها.</translation>
    </message>
    <message>
        <source>{what} is next.</source>
        <translation>التالي {what}.</translation>
    </message>
    <message>
        <source>The build for {what}.</source>
        <translation>الإصدار لـ {what}.</translation>
    </message>
    <message>
        <source>being looked for</source>
        <translation>يُبحث عنها</translation>
    </message>
    <message>
        <source>none; the processor is used</source>
        <translation>لا توجد؛ يُستخدم المعالج</translation>
    </message>
    <message>
        <source>PyTorch for</source>
        <translation>PyTorch لـ</translation>
    </message>
    <message>
        <source>To fetch</source>
        <translation>للجلب</translation>
    </message>
    <message>
        <source>Room needed</source>
        <translation>المساحة اللازمة</translation>
    </message>
    <message>
        <source>{size} while it is made</source>
        <translation>{size} أثناء صنعه</translation>
    </message>
    <message>
        <source>Room free</source>
        <translation>المساحة الحرة</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>المجلد</translation>
    </message>
    <message>
        <source>This takes a moment.</source>
        <translation>يستغرق هذا لحظة.</translation>
    </message>
    <message>
        <source>There is too little room on the disk.</source>
        <translation>المساحة على القرص قليلة جدًا.</translation>
    </message>
    <message>
        <source>Free some, then try; it is looked at again before anything is fetched.</source>
        <translation>أفسح بعضها ثم حاول؛ يُنظر فيها ثانية قبل جلب أي شيء.</translation>
    </message>
    <message>
        <source>Nothing outside that folder is changed.</source>
        <translation>لا يتغير شيء خارج ذلك المجلد.</translation>
    </message>
    <message>
        <source>It needs the internet once. You can call it off at any moment.</source>
        <translation>يحتاج الإنترنت مرة واحدة. يمكنك إلغاؤه في أي لحظة.</translation>
    </message>
    <message>
        <source>Closing this window ends it.</source>
        <translation>إغلاق هذه النافذة ينهيه.</translation>
    </message>
    <message>
        <source>What was fetched is kept for the next time.</source>
        <translation>ما جُلب محفوظ للمرة القادمة.</translation>
    </message>
    <message>
        <source>Trying again does no harm.</source>
        <translation>إعادة المحاولة لا تضر.</translation>
    </message>
    <message>
        <source>Your runs and models are not touched by this.</source>
        <translation>تدريباتك ونماذجك لا تتأثر بهذا.</translation>
    </message>
    <message>
        <source>The run goes on with the engine it began with.</source>
        <translation>يكمل التدريب بالمحرك الذي بدأ به.</translation>
    </message>
    <message>
        <source>Everything is in its place.</source>
        <translation>كل شيء في مكانه.</translation>
    </message>
    <message>
        <source>To repair, move or remove the engine: Settings.</source>
        <translation>لإصلاح المحرك أو نقله أو إزالته: الإعدادات.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>How it looks</source>
        <translation>المظهر</translation>
    </message>
    <message>
        <source>Through the night</source>
        <translation>خلال الليل</translation>
    </message>
    <message>
        <source>Who is told</source>
        <translation>من يُخبَر</translation>
    </message>
    <message>
        <source>Where things are</source>
        <translation>أماكن الأشياء</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>فاتح أو داكن</translation>
    </message>
    <message>
        <source>As the system has it follows the system at once, also at sunset.</source>
        <translation>«كما في النظام» يتبع النظام فورًا، وعند الغروب أيضًا.</translation>
    </message>
    <message>
        <source>As the system has it</source>
        <translation>كما في النظام</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>داكن</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Holds from the next time this window is opened.</source>
        <translation>يسري عند فتح هذه النافذة في المرة القادمة.</translation>
    </message>
    <message>
        <source>Keep the computer awake while a run is going</source>
        <translation>إبقاء الحاسوب مستيقظًا أثناء تدريب</translation>
    </message>
    <message>
        <source>The screen may still turn off. Sleep is allowed again as soon as nothing runs.</source>
        <translation>يمكن للشاشة أن تنطفئ. يُسمح بالسكون ثانية حالما لا يعمل شيء.</translation>
    </message>
    <message>
        <source>Only once every run has finished and nothing waits. You can say no first.</source>
        <translation>فقط بعد انتهاء كل تدريب وعدم انتظار شيء. يمكنك الرفض قبل ذلك.</translation>
    </message>
    <message>
        <source>Time to say no before that</source>
        <translation>المهلة للرفض قبل ذلك</translation>
    </message>
    <message>
        <source>The window and a note count down; moving on is one press.</source>
        <translation>تعدّ النافذة وإشعار تنازليًا؛ المتابعة بضغطة واحدة.</translation>
    </message>
    <message>
        <source>Let a run wait before the disk has less left than</source>
        <translation>دع التدريب ينتظر قبل أن يبقى على القرص أقل من</translation>
    </message>
    <message>
        <source>On top of what its next checkpoint needs. It goes on by itself once there is room.</source>
        <translation>زيادة على ما تحتاجه نقطة حفظه التالية. يكمل من تلقاء نفسه حين تتوفر مساحة.</translation>
    </message>
    <message>
        <source>{seconds} seconds</source>
        <translation>{seconds} ثانية</translation>
    </message>
    <message>
        <source>Tell me when a run ends</source>
        <translation>أخبرني عند انتهاء تدريب</translation>
    </message>
    <message>
        <source>A note on this desktop, also while this window is closed.</source>
        <translation>إشعار على سطح المكتب، حتى وهذه النافذة مغلقة.</translation>
    </message>
    <message>
        <source>Tell me also when a run has to wait</source>
        <translation>أخبرني أيضًا عندما يضطر تدريب إلى الانتظار</translation>
    </message>
    <message>
        <source>For example because the disk is full or the card is too hot.</source>
        <translation>مثلًا لأن القرص ممتلئ أو البطاقة شديدة الحرارة.</translation>
    </message>
    <message>
        <source>Fine</source>
        <translation>جيد</translation>
    </message>
    <message>
        <source>Still open</source>
        <translation>ما زال مفتوحًا</translation>
    </message>
    <message>
        <source>Could not check</source>
        <translation>تعذر الفحص</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>حُسم</translation>
    </message>
    <message>
        <source>Before the night: this computer could not be looked at</source>
        <translation>قبل الليل: تعذر النظر في هذا الحاسوب</translation>
    </message>
    <message>
        <source>Before the night: looking at this computer</source>
        <translation>قبل الليل: يُنظر في هذا الحاسوب</translation>
    </message>
    <message>
        <source>Before the night: {what}</source>
        <translation>قبل الليل: {what}</translation>
    </message>
    <message>
        <source>Before the night: nothing is open, {what}</source>
        <translation>قبل الليل: لا شيء مفتوح، {what}</translation>
    </message>
    <message>
        <source>Before the night: nothing is open</source>
        <translation>قبل الليل: لا شيء مفتوح</translation>
    </message>
    <message>
        <source>Starting anyway is fine: the worst it can cost is time, never work.</source>
        <translation>لا بأس بالبدء على أي حال: أسوأ ما قد يكلفه وقت، لا عمل.</translation>
    </message>
    <message>
        <source>Keep it awake</source>
        <translation>أبقه مستيقظًا</translation>
    </message>
    <message>
        <source>Yes, restart</source>
        <translation>نعم، أعد التشغيل</translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>أعد التشغيل الآن</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>انظر ثانية</translation>
    </message>
    <message>
        <source>Save what is open in other programs first. Runs are saved by themselves and go on afterwards.</source>
        <translation>احفظ أولًا ما هو مفتوح في البرامج الأخرى. التدريبات تُحفظ من تلقاء نفسها وتكمل بعدها.</translation>
    </message>
    <message>
        <source>Nothing here stops you from starting a run.</source>
        <translation>لا شيء هنا يمنعك من بدء تدريب.</translation>
    </message>
    <message>
        <source>{name} would run from {start} to {end}. You can start at any time; nothing here stops you.</source>
        <translation>سيبدأ {name} في {start} وينتهي {end}. يمكنك البدء في أي وقت؛ لا شيء هنا يمنعك.</translation>
    </message>
    <message>
        <source>Stop early if it no longer improves</source>
        <translation>التوقف مبكرًا إن لم يعد يتحسن</translation>
    </message>
    <message>
        <source>After {checks} checks without progress; the best is kept.</source>
        <translation>بعد {checks} فحوص دون تقدم؛ يُحتفظ بالأفضل.</translation>
    </message>
    <message>
        <source>Keep the computer awake</source>
        <translation>إبقاء الحاسوب مستيقظًا</translation>
    </message>
    <message>
        <source>While a run is going; the screen may turn off.</source>
        <translation>أثناء التدريب؛ يمكن للشاشة أن تنطفئ.</translation>
    </message>
    <message>
        <source>Tell me on this desktop</source>
        <translation>أخبرني على سطح المكتب هذا</translation>
    </message>
    <message>
        <source>Also while this window is closed.</source>
        <translation>حتى وهذه النافذة مغلقة.</translation>
    </message>
    <message>
        <source>Tell me elsewhere</source>
        <translation>أخبرني في مكان آخر</translation>
    </message>
    <message>
        <source>A note to an address of yours.</source>
        <translation>إشعار إلى عنوان لك.</translation>
    </message>
    <message>
        <source>Another address</source>
        <translation>عنوان آخر</translation>
    </message>
    <message>
        <source>When all runs have ended well</source>
        <translation>عندما تنتهي كل التدريبات بنجاح</translation>
    </message>
    <message>
        <source>You get {seconds} seconds to say no.</source>
        <translation>لديك {seconds} ثانية للرفض.</translation>
    </message>
    <message>
        <source>Do nothing</source>
        <translation>لا تفعل شيئًا</translation>
    </message>
    <message>
        <source>Go to sleep</source>
        <translation>السكون</translation>
    </message>
    <message>
        <source>Shut down</source>
        <translation>إيقاف التشغيل</translation>
    </message>
    <message>
        <source>Send the computer to sleep</source>
        <translation>إدخال الحاسوب في السكون</translation>
    </message>
    <message>
        <source>Shut the computer down</source>
        <translation>إيقاف تشغيل الحاسوب</translation>
    </message>
    <message>
        <source>Let a run wait while the card is hotter than</source>
        <translation>دع التدريب ينتظر ما دامت البطاقة أسخن من</translation>
    </message>
    <message>
        <source>It goes on by itself once the card is cooler. Nothing is lost.</source>
        <translation>يكمل من تلقاء نفسه حين تبرد البطاقة. لا يضيع شيء.</translation>
    </message>
    <message>
        <source>Never wait</source>
        <translation>لا تنتظر أبدًا</translation>
    </message>
    <message>
        <source>Tell me elsewhere too</source>
        <translation>أخبرني في مكان آخر أيضًا</translation>
    </message>
    <message>
        <source>A short note to an address of yours: which run, how it ended, what to do.</source>
        <translation>إشعار قصير إلى عنوان لك: أي تدريب، كيف انتهى، ما العمل.</translation>
    </message>
    <message>
        <source>Address for these notes</source>
        <translation>عنوان هذه الإشعارات</translation>
    </message>
    <message>
        <source>Looking for it.</source>
        <translation>يُبحث عنه.</translation>
    </message>
    <message>
        <source>There is one.</source>
        <translation>يوجد واحد.</translation>
    </message>
    <message>
        <source>There is none yet.</source>
        <translation>لا يوجد بعد.</translation>
    </message>
    <message>
        <source>It is not set up yet.</source>
        <translation>لم يُجهَّز بعد.</translation>
    </message>
    <message>
        <source>Version {version} with PyTorch {torch}, {size} in {folder}.</source>
        <translation>الإصدار {version} مع PyTorch {torch}، {size} في {folder}.</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>أصلح</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>عُد</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>انقل</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>أزل</translation>
    </message>
    <message>
        <source>What does the computing</source>
        <translation>ما يقوم بالحساب</translation>
    </message>
    <message>
        <source>The engine</source>
        <translation>المحرك</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>التدريبات</translation>
    </message>
    <message>
        <source>To keep them elsewhere, start with --home or set NIGHTSHIFT_HOME.</source>
        <translation>لحفظها في مكان آخر، ابدأ بـ --home أو اضبط NIGHTSHIFT_HOME.</translation>
    </message>
    <message>
        <source>Downloaded models</source>
        <translation>النماذج المنزَّلة</translation>
    </message>
    <message>
        <source>One folder per model.</source>
        <translation>مجلد لكل نموذج.</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>سلة المهملات</translation>
    </message>
    <message>
        <source>Deleted runs stay here until you remove them yourself.</source>
        <translation>تبقى التدريبات المحذوفة هنا حتى تزيلها بنفسك.</translation>
    </message>
    <message>
        <source>Token for models that ask who you are</source>
        <translation>رمز وصول للنماذج التي تسأل من أنت</translation>
    </message>
    <message>
        <source>{kept} It goes into the system&apos;s keyring where there is one, never into a run.</source>
        <translation>{kept} يوضع في حلقة مفاتيح النظام حيث توجد، ولا يوضع في تدريب أبدًا.</translation>
    </message>
    <message>
        <source>Other programs</source>
        <translation>برامج أخرى</translation>
    </message>
    <message>
        <source>Model weights</source>
        <translation>أوزان النموذج</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>التدرجات</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>التنشيطات</translation>
    </message>
    <message>
        <source>Word scores</source>
        <translation>درجات الكلمات</translation>
    </message>
    <message>
        <source>Driver, libraries</source>
        <translation>التشغيل والمكتبات</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>النموذج</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>الدرجات</translation>
    </message>
    <message>
        <source>Spare</source>
        <translation>الفائض</translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation>المكتبات</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>البطاقة</translation>
    </message>
    <message>
        <source>{limit} usable</source>
        <translation>{limit} قابلة للاستخدام</translation>
    </message>
    <message>
        <source>Safe up to {memory}</source>
        <translation>آمن حتى {memory}</translation>
    </message>
    <message>
        <source>{memory} too much</source>
        <translation>{memory} زيادة عن الحد</translation>
    </message>
    <message>
        <source>In GiB.</source>
        <translation>بوحدة GiB.</translation>
    </message>
    <message>
        <source>{what} {number} GiB</source>
        <translation>{what} {number} GiB</translation>
    </message>
    <message>
        <source>In GiB, of the fullest GPU ({device}).</source>
        <translation>بوحدة GiB، لأكثر معالجات الرسوميات امتلاءً ({device}).</translation>
    </message>
    <message>
        <source>Other programs: {names}.</source>
        <translation>البرامج الأخرى: {names}.</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>الصفوف</translation>
    </message>
    <message>
        <source>Held-out rows</source>
        <translation>الصفوف المحجوزة</translation>
    </message>
    <message>
        <source>Longest example</source>
        <translation>أطول مثال</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>الطريقة</translation>
    </message>
    <message>
        <source>Adapter rank</source>
        <translation>رتبة المُهايئ</translation>
    </message>
    <message>
        <source>Adapter alpha</source>
        <translation>ألفا المُهايئ</translation>
    </message>
    <message>
        <source>Adapter dropout</source>
        <translation>إسقاط المُهايئ</translation>
    </message>
    <message>
        <source>Weights stored in</source>
        <translation>الأوزان مخزنة بـ</translation>
    </message>
    <message>
        <source>Effective batch</source>
        <translation>الدفعة الفعلية</translation>
    </message>
    <message>
        <source>Passes over the rows</source>
        <translation>المرور على الصفوف</translation>
    </message>
    <message>
        <source>Updates asked for</source>
        <translation>التحديثات المطلوبة</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>معدل التعلم</translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation>معيار التدرج</translation>
    </message>
    <message>
        <source>Tokens per second</source>
        <translation>رمز في الثانية</translation>
    </message>
    <message>
        <source>Memory, GiB</source>
        <translation>الذاكرة، GiB</translation>
    </message>
    <message>
        <source>Card at work</source>
        <translation>انشغال البطاقة</translation>
    </message>
    <message>
        <source>stays as it is</source>
        <translation>يبقى كما هو</translation>
    </message>
    <message>
        <source>falls to zero by the end</source>
        <translation>ينخفض إلى الصفر في النهاية</translation>
    </message>
    <message>
        <source>slower than planned</source>
        <translation>أبطأ من المخطط</translation>
    </message>
    <message>
        <source>faster than planned</source>
        <translation>أسرع من المخطط</translation>
    </message>
    <message>
        <source>as planned</source>
        <translation>كما خُطط</translation>
    </message>
    <message>
        <source>Learning rate over time</source>
        <translation>معدل التعلم مع الزمن</translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation>الإحماء</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>اضمحلال الأوزان</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>المحسِّن</translation>
    </message>
    <message>
        <source>Largest gradient</source>
        <translation>أكبر تدرج</translation>
    </message>
    <message>
        <source>Random seed</source>
        <translation>البذرة العشوائية</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>الدقة</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>المهمة</translation>
    </message>
    <message>
        <source>Weights kept</source>
        <translation>الأوزان المحتفظ بها</translation>
    </message>
    <message>
        <source>{ratio} × rank</source>
        <translation>{ratio} × الرتبة</translation>
    </message>
    <message>
        <source>as suggested</source>
        <translation>كما هو مقترح</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>نعم</translation>
    </message>
    <message>
        <source>no</source>
        <translation>لا</translation>
    </message>
    <message>
        <source>The file could not be looked at.</source>
        <translation>تعذر النظر في الملف.</translation>
    </message>
    <message>
        <source>Starter: {name}</source>
        <translation>المثال الجاهز: {name}</translation>
    </message>
    <message>
        <source>used before</source>
        <translation>استُخدم من قبل</translation>
    </message>
    <message>
        <source>Starter model</source>
        <translation>نموذج المثال الجاهز</translation>
    </message>
    <message>
        <source>starter {name}</source>
        <translation>المثال {name}</translation>
    </message>
    <message>
        <source>LoRA, rank {rank}</source>
        <translation>LoRA، الرتبة {rank}</translation>
    </message>
    <message>
        <source>every weight</source>
        <translation>كل الأوزان</translation>
    </message>
    <message>
        <source>Mon</source>
        <translation>الإثنين</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>الثلاثاء</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>الأربعاء</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>الخميس</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>الجمعة</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>السبت</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>الأحد</translation>
    </message>
    <message>
        <source>Jan</source>
        <translation>يناير</translation>
    </message>
    <message>
        <source>Feb</source>
        <translation>فبراير</translation>
    </message>
    <message>
        <source>Mar</source>
        <translation>مارس</translation>
    </message>
    <message>
        <source>Apr</source>
        <translation>أبريل</translation>
    </message>
    <message>
        <source>May</source>
        <translation>مايو</translation>
    </message>
    <message>
        <source>Jun</source>
        <translation>يونيو</translation>
    </message>
    <message>
        <source>Jul</source>
        <translation>يوليو</translation>
    </message>
    <message>
        <source>Aug</source>
        <translation>أغسطس</translation>
    </message>
    <message>
        <source>Sep</source>
        <translation>سبتمبر</translation>
    </message>
    <message>
        <source>Oct</source>
        <translation>أكتوبر</translation>
    </message>
    <message>
        <source>Nov</source>
        <translation>نوفمبر</translation>
    </message>
    <message>
        <source>Dec</source>
        <translation>ديسمبر</translation>
    </message>
    <message>
        <source>{number} GiB</source>
        <translation>{number} GiB</translation>
    </message>
    <message>
        <source>{number} MiB</source>
        <translation>{number} MiB</translation>
    </message>
    <message>
        <source>{number} billion parameters</source>
        <translation>{number} مليار معامل</translation>
    </message>
    <message>
        <source>{number} million parameters</source>
        <translation>{number} مليون معامل</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>غير معروف</translation>
    </message>
    <message>
        <source>not a number</source>
        <translation>ليست رقمًا</translation>
    </message>
    <message>
        <source>{first} and {last}</source>
        <translation>{first} و{last}</translation>
    </message>
    <message>
        <source>No</source>
        <translation>لا</translation>
    </message>
    <message>
        <source>1 pass over the rows</source>
        <translation>مرور واحد على الصفوف</translation>
    </message>
    <message>
        <source>{number} passes over the rows</source>
        <translation>{number} مرات على الصفوف</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} ث</translation>
    </message>
    <message>
        <source>The computer goes to sleep in {time}.</source>
        <translation>يدخل الحاسوب في السكون بعد {time}.</translation>
    </message>
    <message>
        <source>The computer shuts down in {time}.</source>
        <translation>يتوقف تشغيل الحاسوب بعد {time}.</translation>
    </message>
    <message>
        <source>All runs have ended well, as you asked for.</source>
        <translation>انتهت كل التدريبات بنجاح، كما طلبت.</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} د {seconds} ث</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} د</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} س {minutes} د</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} س</translation>
    </message>
    <message>
        <source>{days} days {hours} h</source>
        <translation>{days} أيام {hours} س</translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation>{days} أيام</translation>
    </message>
    <message>
        <source>{number} ms</source>
        <translation>{number} م.ث</translation>
    </message>
    <message>
        <source>{number} MB</source>
        <translation>{number} م.ب</translation>
    </message>
    <message>
        <source>{number} kB</source>
        <translation>{number} ك.ب</translation>
    </message>
    <message>
        <source>{date} {month}, {clock}</source>
        <translation>{date} {month}، {clock}</translation>
    </message>
    <message>
        <source>about {when}</source>
        <translation>حوالي {when}</translation>
    </message>
    <message>
        <source>between {first} and {last}</source>
        <translation>بين {first} و{last}</translation>
    </message>
    <message>
        <source>{day} {date} {month}, {clock}</source>
        <translation>{day} {date} {month}، {clock}</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>الآن</translation>
    </message>
    <message>
        <source>Last heard {ago}.</source>
        <translation>آخر خبر {ago}.</translation>
    </message>
    <message>
        <source>Nothing was heard so far.</source>
        <translation>لم يُسمع شيء حتى الآن.</translation>
    </message>
    <message>
        <source>On {host}</source>
        <translation>على {host}</translation>
    </message>
    <message>
        <source>Connected. What you press here is done there.</source>
        <translation>متصل. ما تضغطه هنا يُنفَّذ هناك.</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>متصل</translation>
    </message>
    <message>
        <source>Connecting to {host}</source>
        <translation>يتصل بـ {host}</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>يتصل</translation>
    </message>
    <message>
        <source>It is tried again in {seconds} s; the run goes on without it.</source>
        <translation>يحاول ثانية بعد {seconds} ث؛ التدريب يستمر بدونه.</translation>
    </message>
    <message>
        <source>It is tried again now; the run goes on without it.</source>
        <translation>يحاول ثانية الآن؛ التدريب يستمر بدونه.</translation>
    </message>
    <message>
        <source>{time} ago</source>
        <translation>قبل {time}</translation>
    </message>
    <message>
        <source>{days} days ago</source>
        <translation>قبل {days} أيام</translation>
    </message>
    <message>
        <source>Open the window</source>
        <translation>افتح النافذة</translation>
    </message>
    <message>
        <source>How much is done</source>
        <translation>كم اكتمل</translation>
    </message>
    <message>
        <source>Next in line</source>
        <translation>التالي في الدور</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>يبدأ</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>قيد التشغيل</translation>
    </message>
    <message>
        <source>Restarting</source>
        <translation>يعاد تشغيله</translation>
    </message>
    <message>
        <source>Paused at update {update}</source>
        <translation>توقف مؤقتًا عند التحديث {update}</translation>
    </message>
    <message>
        <source>The computer was switched off, or its programs were ended.</source>
        <translation>أُطفئ الحاسوب أو أُنهيت برامجه.</translation>
    </message>
    <message>
        <source>{number} held out to check it</source>
        <translation>{number} محجوزة لفحصه</translation>
    </message>
    <message>
        <source>{number} left out</source>
        <translation>{number} مستبعدة</translation>
    </message>
    <message>
        <source>{number} cut to fit</source>
        <translation>{number} قُصّت لتتسع</translation>
    </message>
    <message>
        <source>{parts}.</source>
        <translation>{parts}.</translation>
    </message>
    <message>
        <source>{devices} to update {update}</source>
        <translation>{devices} حتى التحديث {update}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>{before}, then {devices}</source>
        <translation>{before}، ثم {devices}</translation>
    </message>
    <message>
        <source>None left out.</source>
        <translation>لم يُستبعد شيء.</translation>
    </message>
    <message>
        <source>{rows} to learn from</source>
        <translation>{rows} للتعلم منها</translation>
    </message>
    <message>
        <source>All of its weights learn.</source>
        <translation>كل أوزانه تتعلم.</translation>
    </message>
    <message>
        <source>{share} of its weights learn.</source>
        <translation>{share} من أوزانه تتعلم.</translation>
    </message>
    <message>
        <source>Model loaded</source>
        <translation>حُمّل النموذج</translation>
    </message>
    <message>
        <source>On {device}. {learns}</source>
        <translation>على {device}. {learns}</translation>
    </message>
    <message>
        <source>The split was checked</source>
        <translation>فُحص التقسيم</translation>
    </message>
    <message>
        <source>Two ways of splitting the first update give the same gradient.</source>
        <translation>طريقتان لتقسيم التحديث الأول تعطيان التدرج نفسه.</translation>
    </message>
    <message>
        <source>Two splits of the first update disagree</source>
        <translation>تقسيمان للتحديث الأول لا يتفقان</translation>
    </message>
    <message>
        <source>By {relative_error} of its size.</source>
        <translation>بمقدار {relative_error} من حجمه.</translation>
    </message>
    <message>
        <source>before learning</source>
        <translation>قبل التعلم</translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation>{number}٪</translation>
    </message>
    <message>
        <source>{exact_match} right {when}</source>
        <translation>{exact_match} صحيحة {when}</translation>
    </message>
    <message>
        <source>{rows} answered.</source>
        <translation>أُجيب عن {rows}.</translation>
    </message>
    <message>
        <source>The lowest so far.</source>
        <translation>الأدنى حتى الآن.</translation>
    </message>
    <message>
        <source>The first check.</source>
        <translation>الفحص الأول.</translation>
    </message>
    <message>
        <source>The lowest was {eval_loss} at update {update}.</source>
        <translation>كان الأدنى {eval_loss} عند التحديث {update}.</translation>
    </message>
    <message>
        <source>Held-out loss {eval_loss}</source>
        <translation>الخسارة المحجوزة {eval_loss}</translation>
    </message>
    <message>
        <source>At update {update}. </source>
        <translation>عند التحديث {update}. </translation>
    </message>
    <message>
        <source>Before the first update. </source>
        <translation>قبل التحديث الأول. </translation>
    </message>
    <message>
        <source>Saved at update {update}</source>
        <translation>حُفظ عند التحديث {update}</translation>
    </message>
    <message>
        <source>{size_bytes}, complete on the disk.</source>
        <translation>{size_bytes}، كاملة على القرص.</translation>
    </message>
    <message>
        <source>The noise in its gradients evens out over about {examples} examples; it has {target}.</source>
        <translation>يتلاشى الضجيج في تدرجاته على نحو {examples} مثالًا؛ ولديه {target}.</translation>
    </message>
    <message>
        <source>The target suits these rows</source>
        <translation>الهدف يناسب هذه الصفوف</translation>
    </message>
    <message>
        <source>A smaller target would do</source>
        <translation>يكفي هدف أصغر</translation>
    </message>
    <message>
        <source>A larger target would be steadier</source>
        <translation>هدف أكبر أكثر ثباتًا</translation>
    </message>
    <message>
        <source>Restarted at update {update} on {devices}</source>
        <translation>أُعيد تشغيله من التحديث {update} على {devices}</translation>
    </message>
    <message>
        <source>Restarted at update {update}</source>
        <translation>أُعيد تشغيله من التحديث {update}</translation>
    </message>
    <message>
        <source>Updates after it are made again, with the same rows in the same order.</source>
        <translation>تُعاد التحديثات بعده، بالصفوف نفسها وبالترتيب نفسه.</translation>
    </message>
    <message>
        <source>Result saved</source>
        <translation>حُفظت النتيجة</translation>
    </message>
    <message>
        <source>after learning</source>
        <translation>بعد التعلم</translation>
    </message>
    <message>
        <source>It starts again in {seconds} s.</source>
        <translation>يبدأ ثانية بعد {seconds} ث.</translation>
    </message>
    <message>
        <source>It starts again now.</source>
        <translation>يبدأ ثانية الآن.</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>انتهى</translation>
    </message>
    <message>
        <source>Stopped by you</source>
        <translation>أوقفته أنت</translation>
    </message>
    <message>
        <source>After update {update}.</source>
        <translation>بعد التحديث {update}.</translation>
    </message>
    <message>
        <source>Cancelled by you</source>
        <translation>ألغيته أنت</translation>
    </message>
    <message>
        <source>It ended</source>
        <translation>انتهى</translation>
    </message>
    <message>
        <source>At update {update}.</source>
        <translation>عند التحديث {update}.</translation>
    </message>
    <message>
        <source>All {updates}.</source>
        <translation>المجموع {updates}.</translation>
    </message>
    <message>
        <source>After {update} of {updates}: the held-out loss no longer fell.</source>
        <translation>بعد {update} من {updates}: لم تعد الخسارة المحجوزة تنخفض.</translation>
    </message>
    <message>
        <source>{size}. Loaded again, it gives the same scores.</source>
        <translation>{size}. عند تحميلها ثانية تعطي الدرجات نفسها.</translation>
    </message>
    <message>
        <source>{size}. Loaded again, its scores differ by at most {largest_difference}.</source>
        <translation>{size}. عند تحميلها ثانية تختلف درجاتها بما لا يزيد على {largest_difference}.</translation>
    </message>
    <message>
        <source>Restarted</source>
        <translation>أُعيد تشغيله</translation>
    </message>
    <message>
        <source>Began on {devices}</source>
        <translation>بدأ على {devices}</translation>
    </message>
    <message>
        <source>{title}. {hint}</source>
        <translation>{title}. {hint}</translation>
    </message>
    <message>
        <source>Asleep {slept}</source>
        <translation>نائم {slept}</translation>
    </message>
    <message>
        <source>{words} at update {update}</source>
        <translation>{words} عند التحديث {update}</translation>
    </message>
    <message>
        <source>Could not go on</source>
        <translation>تعذرت المتابعة</translation>
    </message>
    <message>
        <source>Starts again</source>
        <translation>يبدأ ثانية</translation>
    </message>
    <message>
        <source>Started again from update {update}</source>
        <translation>بدأ ثانية من التحديث {update}</translation>
    </message>
    <message>
        <source>Started again from update {update} on {devices}</source>
        <translation>بدأ ثانية من التحديث {update} على {devices}</translation>
    </message>
    <message>
        <source>Not a number</source>
        <translation>ليست رقمًا</translation>
    </message>
    <message>
        <source>Went back</source>
        <translation>رجع</translation>
    </message>
    <message>
        <source>Worth a look</source>
        <translation>يستحق نظرة</translation>
    </message>
    <message>
        <source>Out of memory, redone</source>
        <translation>نفدت الذاكرة، أُعيد</translation>
    </message>
    <message>
        <source>Out of memory</source>
        <translation>نفدت الذاكرة</translation>
    </message>
    <message>
        <source>Save set aside</source>
        <translation>نُحّي حفظ</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>القرص</translation>
    </message>
    <message>
        <source>Clock changed</source>
        <translation>تغيّرت الساعة</translation>
    </message>
    <message>
        <source>Update skipped</source>
        <translation>تُخطّي تحديث</translation>
    </message>
    <message>
        <source>Everything learned up to update {saved}</source>
        <translation>كل ما تُعلّم حتى التحديث {saved}</translation>
    </message>
    <message>
        <source>weights, optimizer, place in the data</source>
        <translation>الأوزان والمحسِّن والموضع في البيانات</translation>
    </message>
    <message>
        <source>The experiment</source>
        <translation>التجربة</translation>
    </message>
    <message>
        <source>{size} per update, same order and seed</source>
        <translation>{size} لكل تحديث، الترتيب والبذرة نفسهما</translation>
    </message>
    <message>
        <source>The whole loss curve</source>
        <translation>منحنى الخسارة كاملًا</translation>
    </message>
    <message>
        <source>{update} of it</source>
        <translation>{update} منه</translation>
    </message>
    <message>
        <source>The result so far</source>
        <translation>النتيجة حتى الآن</translation>
    </message>
    <message>
        <source>Nothing was saved yet</source>
        <translation>لم يُحفظ شيء بعد</translation>
    </message>
    <message>
        <source>it would begin again with the first update</source>
        <translation>سيبدأ ثانية من التحديث الأول</translation>
    </message>
    <message>
        <source>Lost: {lost}</source>
        <translation>ضاع: {lost}</translation>
    </message>
    <message>
        <source>made again when it goes on</source>
        <translation>تُعاد عندما يكمل</translation>
    </message>
    <message>
        <source>{free} free</source>
        <translation>{free} حرة</translation>
    </message>
    <message>
        <source>{memory} predicted, {free} free</source>
        <translation>{memory} متوقعة، {free} حرة</translation>
    </message>
    <message>
        <source>Stopped by an error</source>
        <translation>توقف بسبب خطأ</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>انقطع</translation>
    </message>
    <message>
        <source>Curves of the runs</source>
        <translation>منحنيات التدريبات</translation>
    </message>
    <message>
        <source>Nothing to draw yet.</source>
        <translation>لا شيء يُرسم بعد.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>التدريب</translation>
    </message>
    <message>
        <source>Hide {name}</source>
        <translation>أخفِ {name}</translation>
    </message>
    <message>
        <source>Show {name}</source>
        <translation>أظهر {name}</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>الأفضل</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>افتح {name}</translation>
    </message>
    <message>
        <source>Take {name} out</source>
        <translation>أخرج {name}</translation>
    </message>
    <message>
        <source>Best held-out loss</source>
        <translation>أفضل خسارة محجوزة</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>المدة</translation>
    </message>
    <message>
        <source>How it is set up</source>
        <translation>كيف أُعد</translation>
    </message>
    <message>
        <source>Details for someone who can help</source>
        <translation>تفاصيل لمن يستطيع المساعدة</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>انسخ التفاصيل</translation>
    </message>
    <message>
        <source>The other computer could not be asked for its rows now.</source>
        <translation>تعذر الآن سؤال الحاسوب الآخر عن صفوفه.</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>انسخ التقرير</translation>
    </message>
    <message>
        <source>Its rows are on the other computer, which is asked for them.</source>
        <translation>صفوفه على الحاسوب الآخر، وهو يُسأل عنها.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>أغلق</translation>
    </message>
    <message>
        <source>Something in this window did not work</source>
        <translation>تعطّل شيء في هذه النافذة</translation>
    </message>
    <message>
        <source>Your runs go on: each has a process of its own. What they learnt, and what you chose, is kept.</source>
        <translation>تدريباتك مستمرة: لكل منها عملية خاصة. ما تعلمته وما اخترته محفوظ.</translation>
    </message>
    <message>
        <source>Try it again, or close the window and open it again. If it comes back, send the report to us.</source>
        <translation>حاول مجددًا، أو أغلق النافذة وافتحها. إن تكرر فأرسل التقرير إلينا.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>نُسخ</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>الوسوم</translation>
    </message>
    <message>
        <source>for example: night, keep</source>
        <translation>مثلًا: ليل، احتفظ</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Tags, with commas between</source>
        <translation>الوسوم، بينها فواصل</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>أغلق هذه الرسالة</translation>
    </message>
    <message>
        <source>Memory in use</source>
        <translation>الذاكرة المستخدمة</translation>
    </message>
    <message>
        <source>More</source>
        <translation>المزيد</translation>
    </message>
    <message>
        <source>More about {name}</source>
        <translation>المزيد عن {name}</translation>
    </message>
    <message>
        <source>Connect now</source>
        <translation>اتصل الآن</translation>
    </message>
    <message>
        <source>Follow it no more</source>
        <translation>لا تتابعه بعد الآن</translation>
    </message>
    <message>
        <source>A run on another computer, as user@host:run</source>
        <translation>تدريب على حاسوب آخر، هكذا user@host:run</translation>
    </message>
    <message>
        <source>As ssh knows the computer; its keys and settings are used as they are. “last” is its newest run. Behind a blank: how the studio is started there, if not as nightshift.</source>
        <translation>كما يعرف ssh الحاسوب؛ تُستخدم مفاتيحه وإعداداته كما هي. «last» هو أحدث تدريباته. بعد فراغ: كيف يُشغَّل البرنامج هناك إن لم يكن nightshift.</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>تابع</translation>
    </message>
    <message>
        <source>On other computers</source>
        <translation>على حواسيب أخرى</translation>
    </message>
    <message>
        <source>over ssh</source>
        <translation>عبر ssh</translation>
    </message>
    <message>
        <source>New run with these settings</source>
        <translation>تدريب جديد بهذه الإعدادات</translation>
    </message>
    <message>
        <source>Tags and note</source>
        <translation>الوسوم والملاحظة</translation>
    </message>
    <message>
        <source>Move this run…</source>
        <translation>انقل هذا التدريب…</translation>
    </message>
    <message>
        <source>Move it with its model…</source>
        <translation>انقله مع نموذجه…</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>انقل إلى سلة المهملات</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>انتهى في</translation>
    </message>
    <message>
        <source>Sort by this</source>
        <translation>رتّب حسب هذا</translation>
    </message>
    <message>
        <source>The lowest loss on rows it never learnt from, in nats per token. Lower is better. Press to sort.</source>
        <translation>أدنى خسارة على صفوف لم يتعلم منها، بوحدة nat لكل رمز. الأقل أفضل. اضغط للترتيب.</translation>
    </message>
    <message>
        <source>sorted by this</source>
        <translation>مرتب حسب هذا</translation>
    </message>
    <message>
        <source>Teach a small model to write any date as year-month-day.</source>
        <translation>علّم نموذجًا صغيرًا أن يكتب أي تاريخ بصيغة سنة-شهر-يوم.</translation>
    </message>
    <message>
        <source>Everything included, nothing to download</source>
        <translation>كل شيء موجود، لا حاجة إلى تنزيل</translation>
    </message>
    <message>
        <source>Try the starter</source>
        <translation>جرّب المثال الجاهز</translation>
    </message>
    <message>
        <source>You see it learn, and keep the result.</source>
        <translation>تراه يتعلم وتحتفظ بالنتيجة.</translation>
    </message>
    <message>
        <source>A few minutes on any computer</source>
        <translation>بضع دقائق على أي حاسوب</translation>
    </message>
    <message>
        <source>It reads</source>
        <translation>يقرأ</translation>
    </message>
    <message>
        <source>After training it writes</source>
        <translation>وبعد التدريب يكتب</translation>
    </message>
    <message>
        <source>One click, a few minutes, nothing to download: you see a model learn.</source>
        <translation>نقرة واحدة، بضع دقائق، لا شيء للتنزيل: ترى نموذجًا يتعلم.</translation>
    </message>
    <message>
        <source>Then bring your own rows</source>
        <translation>ثم أحضر صفوفك</translation>
    </message>
    <message>
        <source>Drop a table anywhere in this window. The plan beside it says what fits and how long it takes.</source>
        <translation>أفلت جدولًا في أي مكان من هذه النافذة. الخطة بجانبه تقول ما يتسع وكم يستغرق.</translation>
    </message>
    <message>
        <source>And leave it alone</source>
        <translation>ثم اتركه وشأنه</translation>
    </message>
    <message>
        <source>Close the window if you like: runs go on without it and go on by themselves after trouble.</source>
        <translation>أغلق النافذة إن شئت: التدريبات تستمر بدونها وتكمل بعد المشاكل من تلقاء نفسها.</translation>
    </message>
    <message>
        <source>Close the tour</source>
        <translation>أغلق الجولة</translation>
    </message>
    <message>
        <source>{step} of {steps}</source>
        <translation>{step} من {steps}</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>ينتظر</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>مقصوص</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>متوقف</translation>
    </message>
    <message>
        <source>Not answered</source>
        <translation>لم يُجب</translation>
    </message>
    <message>
        <source>You</source>
        <translation>أنت</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>انسخ</translation>
    </message>
    <message>
        <source>The answer stands here, word by word as it is written.</source>
        <translation>تظهر الإجابة هنا كلمة كلمة أثناء كتابتها.</translation>
    </message>
    <message>
        <source>{side}: questions and answers</source>
        <translation>{side}: الأسئلة والأجوبة</translation>
    </message>
    <message>
        <source>Copy the answer: {side}</source>
        <translation>انسخ الإجابة: {side}</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>التالي</translation>
    </message>
    <message>
        <source>Number {place} in line. Alt and an arrow key move it.</source>
        <translation>الرقم {place} في الدور. Alt مع سهم ينقله.</translation>
    </message>
    <message>
        <source>Earlier in line</source>
        <translation>أبكر في الدور</translation>
    </message>
    <message>
        <source>Later in line</source>
        <translation>أبعد في الدور</translation>
    </message>
    <message>
        <source>Take out of the line, into the trash</source>
        <translation>أخرجه من الدور إلى سلة المهملات</translation>
    </message>
    <message>
        <source>starts by itself when the run before it ends</source>
        <translation>يبدأ تلقائيًا عند انتهاء ما قبله</translation>
    </message>
    <message>
        <source>drag to change the order</source>
        <translation>اسحب لتغيير الترتيب</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>الرئيسية</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>تجربة</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>مساعدة</translation>
    </message>
    <message>
        <source>{number} files</source>
        <translation>{number} ملفات</translation>
    </message>
    <message>
        <source>Let go to bring {name} here</source>
        <translation>اترك الزر لإحضار {name} إلى هنا</translation>
    </message>
    <message>
        <source>Let go to start a new run with {name}</source>
        <translation>اترك الزر لبدء تدريب جديد بـ {name}</translation>
    </message>
    <message>
        <source>Stay on</source>
        <translation>ابقَ مشغلًا</translation>
    </message>
    <message>
        <source>The download could not be started.</source>
        <translation>تعذر بدء التنزيل.</translation>
    </message>
    <message>
        <source>The program that exports could not be started.</source>
        <translation>تعذر بدء برنامج التصدير.</translation>
    </message>
    <message>
        <source>The program that sends it could not be started.</source>
        <translation>تعذر بدء برنامج الإرسال.</translation>
    </message>
    <message>
        <source>Search the hub for “{words}”</source>
        <translation>ابحث في Hub عن «{words}»</translation>
    </message>
    <message>
        <source>Searching the hub for “{words}”.</source>
        <translation>يُبحث في Hub عن «{words}».</translation>
    </message>
    <message>
        <source>{number} models on the hub for “{words}”.</source>
        <translation>{number} نماذج في Hub لـ «{words}».</translation>
    </message>
    <message>
        <source>1 model on the hub for “{words}”.</source>
        <translation>نموذج واحد في Hub لـ «{words}».</translation>
    </message>
    <message>
        <source>No models on the hub for “{words}”.</source>
        <translation>لا نماذج في Hub لـ «{words}».</translation>
    </message>
    <message>
        <source>Asking the hub.</source>
        <translation>يُسأل Hub.</translation>
    </message>
    <message>
        <source>Keeping the token.</source>
        <translation>يُحفظ رمز الوصول.</translation>
    </message>
    <message>
        <source>Choose the folder of a model</source>
        <translation>اختر مجلد نموذج</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>افحص ثانية</translation>
    </message>
    <message>
        <source>Worth a minute</source>
        <translation>يستحق دقيقة</translation>
    </message>
    <message>
        <source>Tick what is settled</source>
        <translation>علّم على ما حُسم</translation>
    </message>
    <message>
        <source>Looked at and fine</source>
        <translation>نُظر فيه وهو جيد</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Back to New run</source>
        <translation>رجوع إلى التدريب الجديد</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>ابدأ</translation>
    </message>
    <message>
        <source>This is what the model will see</source>
        <translation>هذا ما سيراه النموذج</translation>
    </message>
    <message>
        <source>Row before</source>
        <translation>الصف السابق</translation>
    </message>
    <message>
        <source>Next row</source>
        <translation>الصف التالي</translation>
    </message>
    <message>
        <source>Go to row</source>
        <translation>إلى الصف</translation>
    </message>
    <message>
        <source>Find words</source>
        <translation>ابحث عن كلمات</translation>
    </message>
    <message>
        <source>Cut rows</source>
        <translation>قص الصفوف</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>كلمات</translation>
    </message>
    <message>
        <source>added by the chat format</source>
        <translation>أضافها تنسيق المحادثة</translation>
    </message>
    <message>
        <source>As tokens</source>
        <translation>رموز</translation>
    </message>
    <message>
        <source>How long the rows are</source>
        <translation>أطوال الصفوف</translation>
    </message>
    <message>
        <source>as long as they are</source>
        <translation>كما هي</translation>
    </message>
    <message>
        <source>Cut rows at, in tokens</source>
        <translation>قص الصفوف عند، بالرموز</translation>
    </message>
    <message>
        <source>Cut nothing</source>
        <translation>لا تقص شيئًا</translation>
    </message>
    <message>
        <source>Cut at</source>
        <translation>قص عند</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>رمز</translation>
    </message>
    <message>
        <source>Looking for the row</source>
        <translation>يُبحث عن الصف</translation>
    </message>
    <message>
        <source>No row</source>
        <translation>لا صف</translation>
    </message>
    <message>
        <source>Cut at {number}</source>
        <translation>قص عند {number}</translation>
    </message>
    <message>
        <source>Before the night</source>
        <translation>قبل الليل</translation>
    </message>
    <message>
        <source>All models, and which of them fit…</source>
        <translation>كل النماذج، وأيها يتسع…</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>اختر مجلدًا…</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>اختر ملفًا…</translation>
    </message>
    <message>
        <source>Choose a folder of files…</source>
        <translation>اختر مجلد ملفات…</translation>
    </message>
    <message>
        <source>A dataset of the hub…</source>
        <translation>مجموعة بيانات من Hub…</translation>
    </message>
    <message>
        <source>Rows to learn from</source>
        <translation>صفوف للتعلم منها</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>كل الملفات</translation>
    </message>
    <message>
        <source>Choose the rows to learn from</source>
        <translation>اختر الصفوف للتعلم منها</translation>
    </message>
    <message>
        <source>Choose a folder of files</source>
        <translation>اختر مجلد ملفات</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>ما العمل</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>اسأل</translation>
    </message>
    <message>
        <source>Judge</source>
        <translation>قيّم</translation>
    </message>
    <message>
        <source>As soon as one does, its model answers here beside the one it came from.</source>
        <translation>عندما توجد، يجيب نموذجها هنا بجانب النموذج الذي جاء منه.</translation>
    </message>
    <message>
        <source>From rows it never saw:</source>
        <translation>من صفوف لم يرها قط:</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>أخرى</translation>
    </message>
    <message>
        <source>Other questions</source>
        <translation>أسئلة أخرى</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>المحادثة</translation>
    </message>
    <message>
        <source>What your file answers</source>
        <translation>ما يجيب به ملفك</translation>
    </message>
    <message>
        <source>Ask a model before and after your run</source>
        <translation>اسأل نموذجًا قبل تدريبك وبعده</translation>
    </message>
    <message>
        <source>Both get the same question.</source>
        <translation>كلاهما يُسأل السؤال نفسه.</translation>
    </message>
    <message>
        <source>Left: {model} as it came. Right: after your run. Same settings, so only the training differs.</source>
        <translation>الأول: {model} كما جاء. الثاني: بعد تدريبك. الإعدادات نفسها، فلا يختلف إلا التدريب.</translation>
    </message>
    <message>
        <source>Ask both models the same thing</source>
        <translation>اسأل النموذجين الشيء نفسه</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>محادثة جديدة</translation>
    </message>
    <message>
        <source>Did {run} learn?</source>
        <translation>هل تعلّم {run}؟</translation>
    </message>
    <message>
        <source>Judged on rows that it never learned from, beside the model it came from.</source>
        <translation>يُقيَّم على صفوف لم يتعلم منها قط، بجانب النموذج الذي جاء منه.</translation>
    </message>
    <message>
        <source>Names have an owner, like openai/gsm8k.</source>
        <translation>للأسماء مالك، مثل openai/gsm8k.</translation>
    </message>
    <message>
        <source>Look it up</source>
        <translation>ابحث عنه</translation>
    </message>
    <message>
        <source>Download {size}</source>
        <translation>نزّل {size}</translation>
    </message>
    <message>
        <source>Owner and name, as on the hub. It is fetched once and stays on this computer.</source>
        <translation>المالك والاسم كما في Hub. يُجلب مرة واحدة ويبقى على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>It has {number} parts. Choose the one to learn from.</source>
        <translation>فيها {number} أجزاء. اختر ما يُتعلم منه.</translation>
    </message>
    <message>
        <source>Its files are checked against the hub&apos;s hashes.</source>
        <translation>تُفحص ملفاتها مقابل بصمات Hub.</translation>
    </message>
    <message>
        <source>half have at most {half} tokens, 95 % at most {most}, the longest {longest}</source>
        <translation>لنصفها {half} رمزًا على الأكثر، ولـ 95٪ {most}، وللأطول {longest}</translation>
    </message>
    <message>
        <source>Cut at {number} tokens</source>
        <translation>قُصّت عند {number} رمزًا</translation>
    </message>
    <message>
        <source>Nothing is cut</source>
        <translation>لا يُقص شيء</translation>
    </message>
    <message>
        <source>Drag this to cut long rows.</source>
        <translation>اسحب هذا لقص الصفوف الطويلة.</translation>
    </message>
    <message>
        <source>No row is longer.</source>
        <translation>لا صف أطول.</translation>
    </message>
    <message>
        <source>{rows} longer: {share}</source>
        <translation>{rows} أطول: {share}</translation>
    </message>
    <message>
        <source>blocks of joined text</source>
        <translation>كتل من نص موصول</translation>
    </message>
    <message>
        <source>tokens lost to cutting</source>
        <translation>رموز ضاعت بالقص</translation>
    </message>
    <message>
        <source>rows in the file</source>
        <translation>صفوف الملف</translation>
    </message>
    <message>
        <source>kept whole</source>
        <translation>محفوظة كاملة</translation>
    </message>
    <message>
        <source>cut at the end, still useful</source>
        <translation>مقصوصة النهاية وما زالت مفيدة</translation>
    </message>
    <message>
        <source>left out: only the question fits</source>
        <translation>مستبعدة: لا يتسع إلا للسؤال</translation>
    </message>
    <message>
        <source>left out: cannot be used as they are</source>
        <translation>مستبعدة: لا يمكن استخدامها كما هي</translation>
    </message>
    <message>
        <source>skipped, as you asked</source>
        <translation>متخطاة كما طلبت</translation>
    </message>
    <message>
        <source>{share} of all tokens are learned: {learned} of {all}.</source>
        <translation>{share} من كل الرموز تُتعلم: {learned} من {all}.</translation>
    </message>
    <message>
        <source>{number} million</source>
        <translation>{number} مليون</translation>
    </message>
    <message>
        <source>So the run needs {memory}, which does not fit.</source>
        <translation>فيحتاج التدريب {memory}، وهذا لا يتسع.</translation>
    </message>
    <message>
        <source>So the run needs {memory}, {number} at a time, and takes about {time}.</source>
        <translation>فيحتاج التدريب {memory}، {number} في كل مرة، ويستغرق نحو {time}.</translation>
    </message>
    <message>
        <source>Cut at {number} instead and no row is cut.</source>
        <translation>قص عند {number} بدلًا من ذلك ولا يُقص أي صف.</translation>
    </message>
    <message>
        <source>Cut at {number} instead and only {rows} cut.</source>
        <translation>قص عند {number} بدلًا من ذلك ولا يُقص إلا {rows}.</translation>
    </message>
    <message>
        <source>The run then needs {memory}, which does not fit.</source>
        <translation>يحتاج التدريب عندها {memory}، وهذا لا يتسع.</translation>
    </message>
    <message>
        <source>The run then takes {after} at a time instead of {before}, needs {memory} for that, and about {time}.</source>
        <translation>يأخذ التدريب عندها {after} في كل مرة بدل {before}، ويحتاج لذلك {memory} ونحو {time}.</translation>
    </message>
    <message>
        <source>The run then goes without gradient checkpointing, needs {memory} for that, and about {time}.</source>
        <translation>يعمل التدريب عندها دون نقاط تدرج، ويحتاج لذلك {memory} ونحو {time}.</translation>
    </message>
    <message>
        <source>The run then needs {memory} and takes about {time}.</source>
        <translation>يحتاج التدريب عندها {memory} ويستغرق نحو {time}.</translation>
    </message>
    <message>
        <source>{rows} the same as an earlier one.</source>
        <translation>{rows} الشيء نفسه كصف سابق.</translation>
    </message>
    <message>
        <source>{rows} also trained on.</source>
        <translation>{rows} تُستخدم للتدريب أيضًا.</translation>
    </message>
    <message>
        <source>Skip the first {number}</source>
        <translation>تخطَّ أول {number}</translation>
    </message>
    <message>
        <source>Skip it</source>
        <translation>تخطَّه</translation>
    </message>
    <message>
        <source>Skip these {number}</source>
        <translation>تخطَّ هذه ({number})</translation>
    </message>
    <message>
        <source>has no answer</source>
        <translation>بلا إجابة</translation>
    </message>
    <message>
        <source>have no answer</source>
        <translation>بلا إجابة</translation>
    </message>
    <message>
        <source>has nothing to answer</source>
        <translation>لا شيء فيه للإجابة عنه</translation>
    </message>
    <message>
        <source>have nothing to answer</source>
        <translation>لا شيء فيها للإجابة عنه</translation>
    </message>
    <message>
        <source>has nothing left to learn</source>
        <translation>لم يبقَ فيه ما يُتعلم</translation>
    </message>
    <message>
        <source>have nothing left to learn</source>
        <translation>لم يبقَ فيها ما يُتعلم</translation>
    </message>
    <message>
        <source>holds something other than text</source>
        <translation>يحوي غير النص</translation>
    </message>
    <message>
        <source>hold something other than text</source>
        <translation>تحوي غير النص</translation>
    </message>
    <message>
        <source>holds a value that is none</source>
        <translation>يحوي قيمة ليست قيمة</translation>
    </message>
    <message>
        <source>hold a value that is none</source>
        <translation>تحوي قيمة ليست قيمة</translation>
    </message>
    <message>
        <source>holds an error in place of a value</source>
        <translation>يحوي خطأ مكان القيمة</translation>
    </message>
    <message>
        <source>hold an error in place of a value</source>
        <translation>تحوي خطأ مكان القيمة</translation>
    </message>
    <message>
        <source>cannot be read as JSON</source>
        <translation>لا يُقرأ كـ JSON</translation>
    </message>
    <message>
        <source>has more or fewer cells than the heading</source>
        <translation>خلاياه أكثر أو أقل من العنوان</translation>
    </message>
    <message>
        <source>have more or fewer cells than the heading</source>
        <translation>خلاياها أكثر أو أقل من العنوان</translation>
    </message>
    <message>
        <source>holds letters in the wrong encoding</source>
        <translation>يحوي حروفًا بترميز خاطئ</translation>
    </message>
    <message>
        <source>hold letters in the wrong encoding</source>
        <translation>تحوي حروفًا بترميز خاطئ</translation>
    </message>
    <message>
        <source>repeats the heading</source>
        <translation>يكرر العنوان</translation>
    </message>
    <message>
        <source>repeat the heading</source>
        <translation>تكرر العنوان</translation>
    </message>
    <message>
        <source>holds half a character</source>
        <translation>يحوي نصف حرف</translation>
    </message>
    <message>
        <source>hold half a character</source>
        <translation>تحوي نصف حرف</translation>
    </message>
    <message>
        <source>holds signs that cannot be seen</source>
        <translation>يحوي علامات لا تُرى</translation>
    </message>
    <message>
        <source>hold signs that cannot be seen</source>
        <translation>تحوي علامات لا تُرى</translation>
    </message>
    <message>
        <source>has a quote that is never closed</source>
        <translation>فيه علامة اقتباس لا تُغلق</translation>
    </message>
    <message>
        <source>have a quote that is never closed</source>
        <translation>فيها علامة اقتباس لا تُغلق</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(فارغ)</translation>
    </message>
    <message>
        <source>Skip this row</source>
        <translation>تخطَّ هذا الصف</translation>
    </message>
    <message>
        <source>Skip these {number} rows</source>
        <translation>تخطَّ هذه الصفوف ({number})</translation>
    </message>
    <message>
        <source>Told beforehand</source>
        <translation>قيل مسبقًا</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>السؤال</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>الإجابة</translation>
    </message>
    <message>
        <source>Told by a tool</source>
        <translation>قالته أداة</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>نص</translation>
    </message>
    <message>
        <source>{tokens}, {number} of them learned</source>
        <translation>{tokens}، منها {number} تُتعلم</translation>
    </message>
    <message>
        <source>{counts}, {number} cut off</source>
        <translation>{counts}، قُص منها {number}</translation>
    </message>
    <message>
        <source>Row {number}</source>
        <translation>الصف {number}</translation>
    </message>
    <message>
        <source>Row {number} of {file}</source>
        <translation>الصف {number} من {file}</translation>
    </message>
    <message>
        <source>learned</source>
        <translation>يُتعلم</translation>
    </message>
    <message>
        <source>learned, added by the chat format</source>
        <translation>يُتعلم، أضافه تنسيق المحادثة</translation>
    </message>
    <message>
        <source>only read</source>
        <translation>يُقرأ فقط</translation>
    </message>
    <message>
        <source>only read, added by the chat format</source>
        <translation>يُقرأ فقط، أضافه تنسيق المحادثة</translation>
    </message>
    <message>
        <source>cut off</source>
        <translation>مقصوص</translation>
    </message>
    <message>
        <source>Token {number}: {said}</source>
        <translation>الرمز {number}: {said}</translation>
    </message>
    <message>
        <source>{told}, labelled {label}</source>
        <translation>{told}، وسمه {label}</translation>
    </message>
    <message>
        <source>{who}, learned</source>
        <translation>{who}، يُتعلم</translation>
    </message>
    <message>
        <source>(nothing)</source>
        <translation>(لا شيء)</translation>
    </message>
    <message>
        <source>Adapter</source>
        <translation>مُهايئ</translation>
    </message>
    <message>
        <source>Merged model</source>
        <translation>نموذج مدموج</translation>
    </message>
    <message>
        <source>GGUF file</source>
        <translation>ملف GGUF</translation>
    </message>
    <message>
        <source>For Ollama</source>
        <translation>لـ Ollama</translation>
    </message>
    <message>
        <source>A small file with what was learned. Needs {model} beside it. Best to keep and to share.</source>
        <translation>ملف صغير فيه ما تُعلّم. يحتاج {model} بجانبه. الأفضل للحفظ والمشاركة.</translation>
    </message>
    <message>
        <source>One complete model; nothing else is needed. For servers and other programs.</source>
        <translation>نموذج واحد كامل؛ لا حاجة إلى غيره. للخوادم والبرامج الأخرى.</translation>
    </message>
    <message>
        <source>One file for an ordinary computer, without a graphics card if need be.</source>
        <translation>ملف واحد لحاسوب عادي، دون بطاقة رسوميات إن لزم.</translation>
    </message>
    <message>
        <source>The same file with a ready Modelfile: chat format and where an answer ends.</source>
        <translation>الملف نفسه مع Modelfile جاهز: تنسيق المحادثة وأين تنتهي الإجابة.</translation>
    </message>
    <message>
        <source>Your model asked</source>
        <translation>سُئل نموذجك</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>كُتب</translation>
    </message>
    <message>
        <source>Loaded again</source>
        <translation>حُمّل ثانية</translation>
    </message>
    <message>
        <source>Same answers</source>
        <translation>الإجابات نفسها</translation>
    </message>
    <message>
        <source>32 bits</source>
        <translation>32 بت</translation>
    </message>
    <message>
        <source>16 bits (bfloat16)</source>
        <translation>16 بت (bfloat16)</translation>
    </message>
    <message>
        <source>16 bits</source>
        <translation>16 بت</translation>
    </message>
    <message>
        <source>8 bits</source>
        <translation>8 بت</translation>
    </message>
    <message>
        <source>{size} free</source>
        <translation>{size} حرة</translation>
    </message>
    <message>
        <source>{free}, {left} left after all that can still be made</source>
        <translation>{free}، يبقى {left} بعد كل ما يمكن صنعه</translation>
    </message>
    <message>
        <source>up to {size}</source>
        <translation>حتى {size}</translation>
    </message>
    <message>
        <source>Make again</source>
        <translation>اصنعه ثانية</translation>
    </message>
    <message>
        <source>Make it</source>
        <translation>اصنعه</translation>
    </message>
    <message>
        <source>Looking what is possible …</source>
        <translation>يُنظر فيما هو ممكن …</translation>
    </message>
    <message>
        <source>Cancelling …</source>
        <translation>يُلغى …</translation>
    </message>
    <message>
        <source>Proved: same answers</source>
        <translation>أُثبت: الإجابات نفسها</translation>
    </message>
    <message>
        <source>{consumer}: {answers}, {tokens}, all the same.</source>
        <translation>{consumer}: {answers}، {tokens}، كلها متطابقة.</translation>
    </message>
    <message>
        <source>{consumer}: {answers}, {tokens}, the same but for {ties} where two words were equally likely.</source>
        <translation>{consumer}: {answers}، {tokens}، متطابقة إلا {ties} حيث تساوى احتمال كلمتين.</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>يُكتب</translation>
    </message>
    <message>
        <source>Loading it again and asking the same</source>
        <translation>يُحمَّل ثانية ويُسأل الشيء نفسه</translation>
    </message>
    <message>
        <source>Asking your model first</source>
        <translation>يُسأل نموذجك أولًا</translation>
    </message>
    <message>
        <source>{name} is written; how to run it stands in its README.md.</source>
        <translation>كُتب {name}؛ طريقة تشغيله في README.md الخاص به.</translation>
    </message>
    <message>
        <source>Improved most</source>
        <translation>الأكثر تحسنًا</translation>
    </message>
    <message>
        <source>Known least</source>
        <translation>الأقل معرفة</translation>
    </message>
    <message>
        <source>First rows</source>
        <translation>الصفوف الأولى</translation>
    </message>
    <message>
        <source>on {device}, in {time}</source>
        <translation>على {device}، في {time}</translation>
    </message>
    <message>
        <source>Judged after update {update}, {where}.</source>
        <translation>قُيّم بعد التحديث {update}، {where}.</translation>
    </message>
    <message>
        <source>{made} Both models read the same general text.</source>
        <translation>{made} كلا النموذجين يقرأ النص العام نفسه.</translation>
    </message>
    <message>
        <source>change {change}, surely between {low} and {high}</source>
        <translation>التغير {change}، يقينًا بين {low} و{high}</translation>
    </message>
    <message>
        <source>on {rows} it never saw</source>
        <translation>على {rows} لم يرها قط</translation>
    </message>
    <message>
        <source>Perplexity</source>
        <translation>الحيرة (perplexity)</translation>
    </message>
    <message>
        <source>{right} of {rows} word for word, {normalised} but for form</source>
        <translation>{right} من {rows} حرفيًا، {normalised} بغض النظر عن الشكل</translation>
    </message>
    <message>
        <source>Right answers</source>
        <translation>الإجابات الصحيحة</translation>
    </message>
    <message>
        <source>it forgot something</source>
        <translation>نسي شيئًا</translation>
    </message>
    <message>
        <source>it did not forget</source>
        <translation>لم ينسَ</translation>
    </message>
    <message>
        <source>Loss on a general text</source>
        <translation>الخسارة على نص عام</translation>
    </message>
    <message>
        <source>row {row}</source>
        <translation>الصف {row}</translation>
    </message>
    <message>
        <source>loss {before} → {after}</source>
        <translation>الخسارة {before} ← {after}</translation>
    </message>
    <message>
        <source>(not asked)</source>
        <translation>(لم يُسأل)</translation>
    </message>
    <message>
        <source>{number} more labels have fewer rows.</source>
        <translation>{number} وسوم أخرى صفوفها أقل.</translation>
    </message>
    <message>
        <source>other</source>
        <translation>أخرى</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>العربية</translation>
    </message>
    <message>
        <source>programs</source>
        <translation>برامج</translation>
    </message>
    <message>
        <source>Czech</source>
        <translation>التشيكية</translation>
    </message>
    <message>
        <source>Danish</source>
        <translation>الدنماركية</translation>
    </message>
    <message>
        <source>German</source>
        <translation>الألمانية</translation>
    </message>
    <message>
        <source>Greek</source>
        <translation>اليونانية</translation>
    </message>
    <message>
        <source>English</source>
        <translation>الإنجليزية</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>الإسبانية</translation>
    </message>
    <message>
        <source>Finnish</source>
        <translation>الفنلندية</translation>
    </message>
    <message>
        <source>French</source>
        <translation>الفرنسية</translation>
    </message>
    <message>
        <source>Hebrew</source>
        <translation>العبرية</translation>
    </message>
    <message>
        <source>Hindi</source>
        <translation>الهندية</translation>
    </message>
    <message>
        <source>Indonesian</source>
        <translation>الإندونيسية</translation>
    </message>
    <message>
        <source>Italian</source>
        <translation>الإيطالية</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>اليابانية</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>الكورية</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>الهولندية</translation>
    </message>
    <message>
        <source>Polish</source>
        <translation>البولندية</translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation>البرتغالية</translation>
    </message>
    <message>
        <source>Romanian</source>
        <translation>الرومانية</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>الروسية</translation>
    </message>
    <message>
        <source>Swedish</source>
        <translation>السويدية</translation>
    </message>
    <message>
        <source>Thai</source>
        <translation>التايلاندية</translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation>التركية</translation>
    </message>
    <message>
        <source>Ukrainian</source>
        <translation>الأوكرانية</translation>
    </message>
    <message>
        <source>Vietnamese</source>
        <translation>الفيتنامية</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>الصينية</translation>
    </message>
    <message>
        <source>Choose another model.</source>
        <translation>اختر نموذجًا آخر.</translation>
    </message>
    <message>
        <source>A token is kept on this computer.</source>
        <translation>رمز وصول محفوظ على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>الحجم</translation>
    </message>
    <message>
        <source>Reads at once</source>
        <translation>يقرأ دفعة واحدة</translation>
    </message>
    <message>
        <source>{number} tokens</source>
        <translation>{number} رمز</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>الترخيص</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>اللغات</translation>
    </message>
    <message>
        <source>{languages} and {number} more</source>
        <translation>{languages} و{number} أخرى</translation>
    </message>
    <message>
        <source>On the disk</source>
        <translation>على القرص</translation>
    </message>
    <message>
        <source>To download</source>
        <translation>للتنزيل</translation>
    </message>
    <message>
        <source>about {size}</source>
        <translation>نحو {size}</translation>
    </message>
    <message>
        <source>Free on the disk</source>
        <translation>الحر على القرص</translation>
    </message>
    <message>
        <source>Use this model</source>
        <translation>استخدم هذا النموذج</translation>
    </message>
    <message>
        <source>It cannot be trained.</source>
        <translation>لا يمكن تدريبه.</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>انظر فيه</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>نزّل</translation>
    </message>
    <message>
        <source>{name} is being downloaded.</source>
        <translation>يُنزَّل {name}.</translation>
    </message>
    <message>
        <source>Free {size} on the disk first.</source>
        <translation>أفسح {size} على القرص أولًا.</translation>
    </message>
    <message>
        <source>Its licence has to be agreed to first.</source>
        <translation>يجب قبول ترخيصه أولًا.</translation>
    </message>
    <message>
        <source>One moment.</source>
        <translation>لحظة واحدة.</translation>
    </message>
    <message>
        <source>{what} Trying again in {seconds} s.</source>
        <translation>{what} يحاول ثانية بعد {seconds} ث.</translation>
    </message>
    <message>
        <source>Asking the hub what belongs to it.</source>
        <translation>يُسأل Hub عما يتبع له.</translation>
    </message>
    <message>
        <source>{have} of {all}</source>
        <translation>{have} من {all}</translation>
    </message>
    <message>
        <source>Paused at {size}. What is here is kept.</source>
        <translation>متوقف عند {size}. ما هنا محفوظ.</translation>
    </message>
    <message>
        <source>{size}, {speed} a second</source>
        <translation>{size}، {speed} في الثانية</translation>
    </message>
    <message>
        <source>{line}, {time} left</source>
        <translation>{line}، بقي {time}</translation>
    </message>
    <message>
        <source>fits with room</source>
        <translation>يتسع مع فائض</translation>
    </message>
    <message>
        <source>fits with checkpointing</source>
        <translation>يتسع مع نقاط التدرج</translation>
    </message>
    <message>
        <source>fits when divided between {gpus}</source>
        <translation>يتسع إذا قُسّم على {gpus}</translation>
    </message>
    <message>
        <source>fits in 4 bits</source>
        <translation>يتسع بـ 4 بت</translation>
    </message>
    <message>
        <source>fits in 4 bits when divided between {gpus}</source>
        <translation>يتسع بـ 4 بت إذا قُسّم على {gpus}</translation>
    </message>
    <message>
        <source>working it out</source>
        <translation>يُحسب</translation>
    </message>
    <message>
        <source>Whether a model fits is worked out as soon as this computer was looked at.</source>
        <translation>يُحسب اتساع النموذج حالما يُنظر في هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Worked out for {rows} an update of {number} tokens each, until you choose data.</source>
        <translation>محسوب لـ {rows} في كل تحديث، لكل منها {number} رمزًا، إلى أن تختار بيانات.</translation>
    </message>
    <message>
        <source>Worked out for your rows: {rows} an update, the longest has {number} tokens.</source>
        <translation>محسوب لصفوفك: {rows} في كل تحديث، وأطولها {number} رمزًا.</translation>
    </message>
    <message>
        <source>not looked at yet</source>
        <translation>لم يُنظر فيه بعد</translation>
    </message>
    <message>
        <source>does not fit: nothing to spare</source>
        <translation>لا يتسع: لا فائض</translation>
    </message>
    <message>
        <source>does not fit: {memory} too much</source>
        <translation>لا يتسع: {memory} زيادة عن الحد</translation>
    </message>
    <message>
        <source>reads {number} tokens</source>
        <translation>يقرأ {number} رمزًا</translation>
    </message>
    <message>
        <source>{number} downloads a month</source>
        <translation>{number} تنزيلًا في الشهر</translation>
    </message>
    <message>
        <source>licence to agree to</source>
        <translation>له ترخيص يُقبل</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>على هذا الحاسوب</translation>
    </message>
    <message>
        <source>Found on the hub</source>
        <translation>موجود في Hub</translation>
    </message>
    <message>
        <source>To download, as of {date}</source>
        <translation>للتنزيل، حتى {date}</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>يُنزَّل</translation>
    </message>
    <message>
        <source>Download paused</source>
        <translation>التنزيل متوقف مؤقتًا</translation>
    </message>
    <message>
        <source>To choose</source>
        <translation>للاختيار</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>اختر نموذجًا</translation>
    </message>
    <message>
        <source>Cannot be used</source>
        <translation>لا يمكن استخدامه</translation>
    </message>
    <message>
        <source>Too big as it is</source>
        <translation>أكبر من اللازم كما هو</translation>
    </message>
    <message>
        <source>Reads up to {number} tokens at once.</source>
        <translation>يقرأ حتى {number} رمزًا دفعة واحدة.</translation>
    </message>
    <message>
        <source>Comes with the program: small, quick, and good for trying things out.</source>
        <translation>يأتي مع البرنامج: صغير وسريع وجيد للتجربة.</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>اختر ملفًا</translation>
    </message>
    <message>
        <source>CSV, Excel, JSON, Parquet or text; or drop a file on this window.</source>
        <translation>CSV أو Excel أو JSON أو Parquet أو نص؛ أو أفلت ملفًا على هذه النافذة.</translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation>لا يمكن قراءته</translation>
    </message>
    <message>
        <source>Columns to choose</source>
        <translation>أعمدة للاختيار</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>يُقرأ</translation>
    </message>
    <message>
        <source>Reading and counting the rows.</source>
        <translation>تُقرأ الصفوف وتُعد.</translation>
    </message>
    <message>
        <source>Reading and counting the rows: {number} so far{share}.</source>
        <translation>تُقرأ الصفوف وتُعد: {number} حتى الآن{share}.</translation>
    </message>
    <message>
        <source>{rows} to learn from, {held_out} held out to check it</source>
        <translation>{rows} للتعلم منها، {held_out} محجوزة لفحصه</translation>
    </message>
    <message>
        <source>{rows} to learn from, none held out: they are too few</source>
        <translation>{rows} للتعلم منها، ولا شيء محجوز: عددها قليل جدًا</translation>
    </message>
    <message>
        <source>, {number} left out</source>
        <translation>، {number} مستبعدة</translation>
    </message>
    <message>
        <source>No row can be used as it is.</source>
        <translation>لا يمكن استخدام أي صف كما هو.</translation>
    </message>
    <message>
        <source>{rows} skipped, as you asked.</source>
        <translation>{rows} متخطاة كما طلبت.</translation>
    </message>
    <message>
        <source>Nothing to learn from</source>
        <translation>لا شيء للتعلم منه</translation>
    </message>
    <message>
        <source>{rows} left out</source>
        <translation>{rows} مستبعدة</translation>
    </message>
    <message>
        <source>No problems found</source>
        <translation>لا مشاكل</translation>
    </message>
    <message>
        <source>A whole number from 1 to 65,536, please.</source>
        <translation>عدد صحيح من 1 إلى 65,536 من فضلك.</translation>
    </message>
    <message>
        <source>1 pass</source>
        <translation>مرور واحد</translation>
    </message>
    <message>
        <source>{number} passes</source>
        <translation>{number} مرات</translation>
    </message>
    <message>
        <source>{rate}, falling</source>
        <translation>{rate}، ينخفض</translation>
    </message>
    <message>
        <source>suggested</source>
        <translation>مقترح</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>يحتاج إليك</translation>
    </message>
    <message>
        <source>Own settings</source>
        <translation>إعدادات خاصة</translation>
    </message>
    <message>
        <source>conversations; every answer of the assistant is learned</source>
        <translation>محادثات؛ تُتعلم كل إجابة للمساعد</translation>
    </message>
    <message>
        <source>instructions and their answers</source>
        <translation>تعليمات وإجاباتها</translation>
    </message>
    <message>
        <source>prompts and how they go on</source>
        <translation>بدايات نصوص وتكملتها</translation>
    </message>
    <message>
        <source>questions and answers</source>
        <translation>أسئلة وأجوبة</translation>
    </message>
    <message>
        <source>the columns you picked</source>
        <translation>الأعمدة التي اخترتها</translation>
    </message>
    <message>
        <source>better and worse answers; the better ones are learned</source>
        <translation>إجابات أفضل وأسوأ؛ تُتعلم الأفضل</translation>
    </message>
    <message>
        <source>plain text; all of it is learned</source>
        <translation>نص عادي؛ يُتعلم كله</translation>
    </message>
    <message>
        <source>texts with a label each</source>
        <translation>نصوص لكل منها وسم</translation>
    </message>
    <message>
        <source>words with a label each</source>
        <translation>كلمات لكل منها وسم</translation>
    </message>
    <message>
        <source>Read as {what}</source>
        <translation>يُقرأ كـ: {what}</translation>
    </message>
    <message>
        <source>certain</source>
        <translation>مؤكد</translation>
    </message>
    <message>
        <source>{share} sure</source>
        <translation>مؤكد بنسبة {share}</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>فاصلة</translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation>فاصلة منقوطة</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>علامة جدولة</translation>
    </message>
    <message>
        <source>bar</source>
        <translation>شَرطة عمودية</translation>
    </message>
    <message>
        <source>Tokens are estimated until a model is chosen.</source>
        <translation>تُقدَّر الرموز إلى أن يُختار نموذج.</translation>
    </message>
    <message>
        <source>{rows} longer than {number} tokens and cut</source>
        <translation>{rows} أطول من {number} رمزًا وقُصّت</translation>
    </message>
    <message>
        <source>; {number} had nothing left to learn</source>
        <translation>؛ {number} لم يبقَ فيها ما يُتعلم</translation>
    </message>
    <message>
        <source>Half of the rows have up to {half} tokens, the longest {longest}.</source>
        <translation>لنصف الصفوف حتى {half} رمزًا، وللأطول {longest}.</translation>
    </message>
    <message>
        <source>1 row cannot be used as it is</source>
        <translation>صف واحد لا يمكن استخدامه كما هو</translation>
    </message>
    <message>
        <source>{rows} cannot be used as they are</source>
        <translation>{rows} لا يمكن استخدامها كما هي</translation>
    </message>
    <message>
        <source>And {number} more.</source>
        <translation>و{number} أخرى.</translation>
    </message>
    <message>
        <source>The other {rows} fine.</source>
        <translation>{rows} الباقية سليمة.</translation>
    </message>
    <message>
        <source>Your file is never changed.</source>
        <translation>لا يُغيَّر ملفك أبدًا.</translation>
    </message>
    <message>
        <source>Small adapter (LoRA), rank {rank}</source>
        <translation>مُهايئ صغير (LoRA)، الرتبة {rank}</translation>
    </message>
    <message>
        <source>Larger adapter (LoRA), rank {rank}</source>
        <translation>مُهايئ أكبر (LoRA)، الرتبة {rank}</translation>
    </message>
    <message>
        <source>Small adapter, the model in 4 bits (QLoRA), rank {rank}</source>
        <translation>مُهايئ صغير، النموذج بـ 4 بت (QLoRA)، الرتبة {rank}</translation>
    </message>
    <message>
        <source>Every weight of the model</source>
        <translation>كل أوزان النموذج</translation>
    </message>
    <message>
        <source>Nothing was measured: even one row is far too much.</source>
        <translation>لم يُقَس شيء: حتى صف واحد أكثر بكثير من اللازم.</translation>
    </message>
    <message>
        <source>Not everything was measured: {why}</source>
        <translation>لم يُقَس كل شيء: {why}</translation>
    </message>
    <message>
        <source>It can be measured once no other run is at work.</source>
        <translation>يمكن قياسه عندما لا يعمل تدريب آخر.</translation>
    </message>
    <message>
        <source>Measure, about {time}</source>
        <translation>قِس، نحو {time}</translation>
    </message>
    <message>
        <source>{gone} so far, usually about {all}.</source>
        <translation>{gone} حتى الآن، عادة نحو {all}.</translation>
    </message>
    <message>
        <source>New run: everything is ready</source>
        <translation>تدريب جديد: كل شيء جاهز</translation>
    </message>
    <message>
        <source>Three choices on the left. The plan on the right follows every change at once.</source>
        <translation>ثلاثة اختيارات في جهة. والخطة في الجهة الأخرى تتبع كل تغيير فورًا.</translation>
    </message>
    <message>
        <source>New run: {what}</source>
        <translation>تدريب جديد: {what}</translation>
    </message>
    <message>
        <source>New run: reading the rows</source>
        <translation>تدريب جديد: تُقرأ الصفوف</translation>
    </message>
    <message>
        <source>The plan follows as soon as they are counted.</source>
        <translation>تأتي الخطة حالما تُعد.</translation>
    </message>
    <message>
        <source>A file of questions and answers, or one of the starter&apos;s.</source>
        <translation>ملف أسئلة وأجوبة، أو واحد من الأمثلة الجاهزة.</translation>
    </message>
    <message>
        <source>New run: choose what to learn from</source>
        <translation>تدريب جديد: اختر ما يُتعلم منه</translation>
    </message>
    <message>
        <source>the model cannot be used</source>
        <translation>لا يمكن استخدام النموذج</translation>
    </message>
    <message>
        <source>the columns are to be chosen</source>
        <translation>الأعمدة تحتاج إلى اختيار</translation>
    </message>
    <message>
        <source>the file cannot be read</source>
        <translation>لا يمكن قراءة الملف</translation>
    </message>
    <message>
        <source>no row of the file can be used</source>
        <translation>لا يمكن استخدام أي صف من الملف</translation>
    </message>
    <message>
        <source>the examples behind each update are no number</source>
        <translation>الأمثلة خلف كل تحديث ليست عددًا</translation>
    </message>
    <message>
        <source>the model is too big for this card</source>
        <translation>النموذج أكبر من هذه البطاقة</translation>
    </message>
    <message>
        <source>the model is too big for this computer</source>
        <translation>النموذج أكبر من هذا الحاسوب</translation>
    </message>
    <message>
        <source>there is no plan for this</source>
        <translation>لا خطة لهذا</translation>
    </message>
    <message>
        <source>Worked out by formula</source>
        <translation>محسوب بالمعادلة</translation>
    </message>
    <message>
        <source>Counted in a dry run</source>
        <translation>معدود في تشغيل جاف</translation>
    </message>
    <message>
        <source>Measured on this computer</source>
        <translation>مقيس على هذا الحاسوب</translation>
    </message>
    <message>
        <source>Suggested</source>
        <translation>مقترح</translation>
    </message>
    <message>
        <source>Sooner</source>
        <translation>أسرع</translation>
    </message>
    <message>
        <source>Roomier</source>
        <translation>أوسع</translation>
    </message>
    <message>
        <source>Gradient checkpointing on</source>
        <translation>نقاط التدرج مفعلة</translation>
    </message>
    <message>
        <source>Gradient checkpointing off</source>
        <translation>نقاط التدرج معطلة</translation>
    </message>
    <message>
        <source>Gradient checkpointing for long rows</source>
        <translation>نقاط التدرج للصفوف الطويلة</translation>
    </message>
    <message>
        <source>About {time}: {updates} of {each}</source>
        <translation>نحو {time}: {updates} مدة كل منها {each}</translation>
    </message>
    <message>
        <source>, each in {number} pieces on average</source>
        <translation>، كل منها في {number} قطعة في المتوسط</translation>
    </message>
    <message>
        <source>It fits, with {memory} to spare</source>
        <translation>يتسع، مع فائض {memory}</translation>
    </message>
    <message>
        <source>Finishes {when}, if it starts now</source>
        <translation>ينتهي {when} إن بدأ الآن</translation>
    </message>
    <message>
        <source>Should memory run short, the pieces get smaller.</source>
        <translation>إن قلّت الذاكرة صغُرت القطع.</translation>
    </message>
    <message>
        <source>Never further off than that in your last {runs} runs.</source>
        <translation>لم يزد الخطأ على ذلك في آخر {runs} تدريبًا.</translation>
    </message>
    <message>
        <source>Nine of ten of your last {runs} runs stayed within that.</source>
        <translation>تسعة من كل عشرة من آخر {runs} تدريبًا بقيت ضمن ذلك.</translation>
    </message>
    <message>
        <source>The plan follows at once.</source>
        <translation>تأتي الخطة فورًا.</translation>
    </message>
    <message>
        <source>The plan follows the model</source>
        <translation>تأتي الخطة بعد النموذج</translation>
    </message>
    <message>
        <source>Choose a model that can be trained.</source>
        <translation>اختر نموذجًا يمكن تدريبه.</translation>
    </message>
    <message>
        <source>The plan appears here</source>
        <translation>تظهر الخطة هنا</translation>
    </message>
    <message>
        <source>It says how the examples of one update are split, whether they fit, and when the run will be done.</source>
        <translation>تقول كيف تُقسَّم أمثلة التحديث الواحد، وهل تتسع، ومتى ينتهي التدريب.</translation>
    </message>
    <message>
        <source>Try it with rows that come with the program</source>
        <translation>جرّبه بصفوف تأتي مع البرنامج</translation>
    </message>
    <message>
        <source>The plan follows the data</source>
        <translation>تأتي الخطة بعد البيانات</translation>
    </message>
    <message>
        <source>Say what is read and what is learned.</source>
        <translation>قل ما يُقرأ وما يُتعلم.</translation>
    </message>
    <message>
        <source>Choose a file that can be read.</source>
        <translation>اختر ملفًا يمكن قراءته.</translation>
    </message>
    <message>
        <source>Say how many examples stand behind each update.</source>
        <translation>قل كم مثالًا خلف كل تحديث.</translation>
    </message>
    <message>
        <source>The plan follows the number</source>
        <translation>تأتي الخطة بعد العدد</translation>
    </message>
    <message>
        <source>Counting the tokens of every row</source>
        <translation>تُعد رموز كل صف</translation>
    </message>
    <message>
        <source>No row of this file can be used yet.</source>
        <translation>لا يمكن استخدام أي صف من هذا الملف بعد.</translation>
    </message>
    <message>
        <source>It does not fit: {memory} too much</source>
        <translation>لا يتسع: {memory} زيادة عن الحد</translation>
    </message>
    <message>
        <source>Too close to the limit: only {memory} to spare</source>
        <translation>قريب جدًا من الحد: الفائض {memory} فقط</translation>
    </message>
    <message>
        <source>{number} at a time need {memory}.</source>
        <translation>{number} في كل مرة تحتاج {memory}.</translation>
    </message>
    <message>
        <source>Even one example at a time needs {memory}.</source>
        <translation>حتى مثال واحد في كل مرة يحتاج {memory}.</translation>
    </message>
    <message>
        <source>The card has {memory} free.</source>
        <translation>في البطاقة {memory} حرة.</translation>
    </message>
    <message>
        <source>The computer has {memory} free.</source>
        <translation>في الحاسوب {memory} حرة.</translation>
    </message>
    <message>
        <source>What would make it fit</source>
        <translation>ما يجعله يتسع</translation>
    </message>
    <message>
        <source>{checkpointing}, {memory} to spare.</source>
        <translation>{checkpointing}، الفائض {memory}.</translation>
    </message>
    <message>
        <source>On {gpus}</source>
        <translation>على {gpus}</translation>
    </message>
    <message>
        <source>Takes {share} of the time; same rows, same order, same gradient.</source>
        <translation>يستغرق {share} من الوقت؛ الصفوف نفسها والترتيب نفسه والتدرج نفسه.</translation>
    </message>
    <message>
        <source>Starts now and saves every 5 minutes</source>
        <translation>يبدأ الآن ويحفظ كل 5 دقائق</translation>
    </message>
    <message>
        <source>Starts when the run before it has ended</source>
        <translation>يبدأ عندما ينتهي التدريب الذي قبله</translation>
    </message>
    <message>
        <source>Goes on when you close this window.</source>
        <translation>يستمر عندما تغلق هذه النافذة.</translation>
    </message>
    <message>
        <source>Before the night: {things}.</source>
        <translation>قبل الليل: {things}.</translation>
    </message>
    <message>
        <source>Choose a model to start</source>
        <translation>اختر نموذجًا للبدء</translation>
    </message>
    <message>
        <source>Its folder holds config.json and *.safetensors files.</source>
        <translation>في مجلده config.json وملفات ‎*.safetensors.</translation>
    </message>
    <message>
        <source>Choose a file to start</source>
        <translation>اختر ملفًا للبدء</translation>
    </message>
    <message>
        <source>Or take one of the starter&apos;s.</source>
        <translation>أو خذ واحدًا من الأمثلة الجاهزة.</translation>
    </message>
    <message>
        <source>Choose the columns to start</source>
        <translation>اختر الأعمدة للبدء</translation>
    </message>
    <message>
        <source>What the model reads, and what it learns to write.</source>
        <translation>ما يقرؤه النموذج، وما يتعلم كتابته.</translation>
    </message>
    <message>
        <source>Choose another file to start</source>
        <translation>اختر ملفًا آخر للبدء</translation>
    </message>
    <message>
        <source>This one cannot be read as it is.</source>
        <translation>لا يمكن قراءة هذا كما هو.</translation>
    </message>
    <message>
        <source>Type a number to start</source>
        <translation>اكتب عددًا للبدء</translation>
    </message>
    <message>
        <source>The examples behind each update.</source>
        <translation>الأمثلة خلف كل تحديث.</translation>
    </message>
    <message>
        <source>Reading the rows</source>
        <translation>تُقرأ الصفوف</translation>
    </message>
    <message>
        <source>Start follows as soon as they are counted.</source>
        <translation>يأتي البدء حالما تُعد.</translation>
    </message>
    <message>
        <source>No row of this one can be used.</source>
        <translation>لا يمكن استخدام أي صف من هذا.</translation>
    </message>
    <message>
        <source>Start follows at once.</source>
        <translation>يأتي البدء فورًا.</translation>
    </message>
    <message>
        <source>There is no plan for this yet</source>
        <translation>لا خطة لهذا بعد</translation>
    </message>
    <message>
        <source>Choose a way to make it fit</source>
        <translation>اختر طريقة تجعله يتسع</translation>
    </message>
    <message>
        <source>The button beside each does it.</source>
        <translation>الزر بجانب كل منها يفعل ذلك.</translation>
    </message>
    <message>
        <source>It does not fit</source>
        <translation>لا يتسع</translation>
    </message>
    <message>
        <source>A smaller model or shorter rows would.</source>
        <translation>قد يتسع نموذج أصغر أو صفوف أقصر.</translation>
    </message>
    <message>
        <source>ends about {when}</source>
        <translation>ينتهي نحو {when}</translation>
    </message>
    <message>
        <source>{target}, at most {number} at a time</source>
        <translation>{target}، {number} في كل مرة على الأكثر</translation>
    </message>
    <message>
        <source>examples</source>
        <translation>أمثلة</translation>
    </message>
    <message>
        <source>per update</source>
        <translation>لكل تحديث</translation>
    </message>
    <message>
        <source>on the card</source>
        <translation>على البطاقة</translation>
    </message>
    <message>
        <source>in memory</source>
        <translation>في الذاكرة</translation>
    </message>
    <message>
        <source>of {number} kinds</source>
        <translation>من {number} أنواع</translation>
    </message>
    <message>
        <source>device</source>
        <translation>جهاز</translation>
    </message>
    <message>
        <source>GPUs</source>
        <translation>معالجات رسوميات</translation>
    </message>
    <message>
        <source>GPU</source>
        <translation>معالج رسوميات</translation>
    </message>
    <message>
        <source>at a time</source>
        <translation>في كل مرة</translation>
    </message>
    <message>
        <source>time</source>
        <translation>مرة</translation>
    </message>
    <message>
        <source>times</source>
        <translation>مرات</translation>
    </message>
    <message>
        <source>added up</source>
        <translation>تُجمع</translation>
    </message>
    <message>
        <source>{size} at a time</source>
        <translation>{size} في كل مرة</translation>
    </message>
    <message>
        <source>devices</source>
        <translation>أجهزة</translation>
    </message>
    <message>
        <source>share them</source>
        <translation>تتقاسمها</translation>
    </message>
    <message>
        <source>Use {name}</source>
        <translation>استخدم {name}</translation>
    </message>
    <message>
        <source>Sleep</source>
        <translation>السكون</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>الكهرباء</translation>
    </message>
    <message>
        <source>{used} of {total_bytes}</source>
        <translation>{used} من {total_bytes}</translation>
    </message>
    <message>
        <source>At work</source>
        <translation>الانشغال</translation>
    </message>
    <message>
        <source>hot</source>
        <translation>ساخن</translation>
    </message>
    <message>
        <source>warm</source>
        <translation>دافئ</translation>
    </message>
    <message>
        <source>fine</source>
        <translation>جيد</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>الحرارة</translation>
    </message>
    <message>
        <source>{number} °C, {heat}</source>
        <translation>{number}°م، {heat}</translation>
    </message>
    <message>
        <source>{device}, the fullest GPU</source>
        <translation>{device}، أكثر معالجات الرسوميات امتلاءً</translation>
    </message>
    <message>
        <source>{number} W</source>
        <translation>{number} واط</translation>
    </message>
    <message>
        <source>°C dashed</source>
        <translation>°م متقطع</translation>
    </message>
    <message>
        <source>A real trial</source>
        <translation>تجربة فعلية</translation>
    </message>
    <message>
        <source>Room on the disk</source>
        <translation>مساحة القرص</translation>
    </message>
    <message>
        <source>Updates of the system</source>
        <translation>تحديثات النظام</translation>
    </message>
    <message>
        <source>The computer does not go to sleep by itself.</source>
        <translation>لا يدخل الحاسوب في السكون من تلقاء نفسه.</translation>
    </message>
    <message>
        <source>Let Nightshift keep it awake (Settings), or turn its sleep off.</source>
        <translation>دع Nightshift يبقيه مستيقظًا (الإعدادات)، أو عطّل السكون.</translation>
    </message>
    <message>
        <source>Turn its sleep off.</source>
        <translation>عطّل السكون.</translation>
    </message>
    <message>
        <source>A run stands still while it sleeps and goes on when it wakes.</source>
        <translation>يقف التدريب أثناء السكون ويكمل عند الاستيقاظ.</translation>
    </message>
    <message>
        <source>What closing the lid does could not be read.</source>
        <translation>تعذرت قراءة ما يفعله إغلاق الغطاء.</translation>
    </message>
    <message>
        <source>Leave it open.</source>
        <translation>اتركه مفتوحًا.</translation>
    </message>
    <message>
        <source>Closing the lid puts the computer to sleep</source>
        <translation>إغلاق الغطاء يدخل الحاسوب في السكون</translation>
    </message>
    <message>
        <source>No program can prevent that while a run is going.</source>
        <translation>لا يستطيع أي برنامج منع ذلك أثناء التدريب.</translation>
    </message>
    <message>
        <source>Leave it open, or change what closing it does in the system&apos;s settings.</source>
        <translation>اتركه مفتوحًا، أو غيّر ما يفعله إغلاقه في إعدادات النظام.</translation>
    </message>
    <message>
        <source>Whether it is plugged in could not be read.</source>
        <translation>تعذرت معرفة إن كان موصولًا بالكهرباء.</translation>
    </message>
    <message>
        <source>Look at its plug.</source>
        <translation>انظر إلى قابسه.</translation>
    </message>
    <message>
        <source>It will not last the night, and the card is slower without a plug.</source>
        <translation>لن يصمد طوال الليل، والبطاقة أبطأ دون قابس.</translation>
    </message>
    <message>
        <source>Plug it in.</source>
        <translation>أوصله بالكهرباء.</translation>
    </message>
    <message>
        <source>Whether the system waits to restart could not be read.</source>
        <translation>تعذرت معرفة إن كان النظام ينتظر إعادة التشغيل.</translation>
    </message>
    <message>
        <source>The system does not wait to restart.</source>
        <translation>لا ينتظر النظام إعادة التشغيل.</translation>
    </message>
    <message>
        <source>The system waits to restart after an update</source>
        <translation>ينتظر النظام إعادة التشغيل بعد تحديث</translation>
    </message>
    <message>
        <source>Restart the computer before the run.</source>
        <translation>أعد تشغيل الحاسوب قبل التدريب.</translation>
    </message>
    <message>
        <source>The plan leaves room for it. If it takes more at night, the run makes do with smaller micro-batches.</source>
        <translation>تترك الخطة مكانًا له. إن أخذ أكثر ليلًا، يكتفي التدريب بدفعات أصغر.</translation>
    </message>
    <message>
        <source>Close other programs before the run.</source>
        <translation>أغلق البرامج الأخرى قبل التدريب.</translation>
    </message>
    <message>
        <source>How much room the disk has could not be read.</source>
        <translation>تعذرت قراءة المساحة على القرص.</translation>
    </message>
    <message>
        <source>Where it runs out, the run waits and goes on by itself when there is room.</source>
        <translation>إن نفدت، ينتظر التدريب ويكمل من تلقاء نفسه عند توفر مساحة.</translation>
    </message>
    <message>
        <source>Free some space before the night.</source>
        <translation>أفسح بعض المساحة قبل الليل.</translation>
    </message>
    <message>
        <source>Look at its fans and at the air around it.</source>
        <translation>انظر إلى مراوحها والهواء حولها.</translation>
    </message>
    <message>
        <source>No real trial was run yet</source>
        <translation>لم تُجرَ تجربة فعلية بعد</translation>
    </message>
    <message>
        <source>Memory and time follow from formulas so far; a run on a new card begins with a trial.</source>
        <translation>الذاكرة والوقت من المعادلات حتى الآن؛ التدريب على بطاقة جديدة يبدأ بتجربة.</translation>
    </message>
    <message>
        <source>Watch the first minutes of the run: the trial and the first updates tell the rest.</source>
        <translation>راقب الدقائق الأولى من التدريب: التجربة والتحديثات الأولى تقول الباقي.</translation>
    </message>
    <message>
        <source>Whether the computer goes to sleep by itself could not be read, and nothing keeps it awake.</source>
        <translation>تعذرت معرفة إن كان الحاسوب يدخل في السكون من تلقاء نفسه، ولا شيء يبقيه مستيقظًا.</translation>
    </message>
    <message>
        <source>Likeliest words</source>
        <translation>أرجح الكلمات</translation>
    </message>
    <message>
        <source>Some variety</source>
        <translation>بعض التنوع</translation>
    </message>
    <message>
        <source>As it comes</source>
        <translation>كما يأتي</translation>
    </message>
    <message>
        <source>best version</source>
        <translation>أفضل نسخة</translation>
    </message>
    <message>
        <source>after {updates}</source>
        <translation>بعد {updates}</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>قبل</translation>
    </message>
    <message>
        <source>{model} as it came</source>
        <translation>{model} كما جاء</translation>
    </message>
    <message>
        <source>After</source>
        <translation>بعد</translation>
    </message>
    <message>
        <source>with {run}, {after}</source>
        <translation>مع {run}، {after}</translation>
    </message>
    <message>
        <source>row {row}, held out</source>
        <translation>الصف {row}، محجوز</translation>
    </message>
    <message>
        <source>{tokens} · {speed} per second · {took}</source>
        <translation>{tokens} · {speed} في الثانية · {took}</translation>
    </message>
    <message>
        <source>up to {tokens}</source>
        <translation>حتى {tokens}</translation>
    </message>
    <message>
        <source>{dice} · {longest} · the same dice for both (seed {seed})</source>
        <translation>{dice} · {longest} · النرد نفسه للاثنين (البذرة {seed})</translation>
    </message>
    <message>
        <source>Cut here: this is the longest answer you allow.</source>
        <translation>قُصّ هنا: هذه أطول إجابة تسمح بها.</translation>
    </message>
    <message>
        <source>Stopped here.</source>
        <translation>توقف هنا.</translation>
    </message>
    <message>
        <source>Not answered.</source>
        <translation>لم يُجب.</translation>
    </message>
    <message>
        <source>Use a smaller model</source>
        <translation>استخدم نموذجًا أصغر</translation>
    </message>
    <message>
        <source>The list says of each model whether it fits these rows on this device.</source>
        <translation>تقول القائمة عن كل نموذج هل يتسع لهذه الصفوف على هذا الجهاز.</translation>
    </message>
    <message>
        <source>See which fit</source>
        <translation>انظر أيها يتسع</translation>
    </message>
    <message>
        <source>Needs {memory}, {spare} to spare</source>
        <translation>يحتاج {memory}، الفائض {spare}</translation>
    </message>
    <message>
        <source>Each needs {memory}, {spare} to spare</source>
        <translation>يحتاج كل منها {memory}، الفائض {spare}</translation>
    </message>
    <message>
        <source>takes about {time}</source>
        <translation>يستغرق نحو {time}</translation>
    </message>
    <message>
        <source>Leave it to one GPU</source>
        <translation>اتركه لمعالج رسوميات واحد</translation>
    </message>
    <message>
        <source>Use 1 GPU</source>
        <translation>استخدم معالج رسوميات واحدًا</translation>
    </message>
    <message>
        <source>Divide it between {gpus}</source>
        <translation>قسّمه على {gpus}</translation>
    </message>
    <message>
        <source>Use {gpus}</source>
        <translation>استخدم {gpus}</translation>
    </message>
    <message>
        <source>{card} has the most memory free; another one has too little for its share.</source>
        <translation>أكبر ذاكرة حرة في {card}؛ وفي بطاقة أخرى أقل مما يحتاجه نصيبها.</translation>
    </message>
    <message>
        <source>Each keeps a part of the model and sends it where it is needed. Same result.</source>
        <translation>يحتفظ كل منها بجزء من النموذج ويرسله حيث يلزم. النتيجة نفسها.</translation>
    </message>
    <message>
        <source>Train a small adapter instead</source>
        <translation>درّب مُهايئًا صغيرًا بدلًا من ذلك</translation>
    </message>
    <message>
        <source>The weights stay as they are; an adapter beside them learns. Often just as good.</source>
        <translation>تبقى الأوزان كما هي؛ ويتعلم مُهايئ بجانبها. غالبًا بالجودة نفسها.</translation>
    </message>
    <message>
        <source>Use an adapter</source>
        <translation>استخدم مُهايئًا</translation>
    </message>
    <message>
        <source>Store the model in 4 bits</source>
        <translation>خزّن النموذج بـ 4 بت</translation>
    </message>
    <message>
        <source>Its weights are rounded while the adapter learns; answers are nearly as good.</source>
        <translation>تُقرَّب أوزانه بينما يتعلم المُهايئ؛ والإجابات تكاد تكون بالجودة نفسها.</translation>
    </message>
    <message>
        <source>Store in 4 bits</source>
        <translation>خزّن بـ 4 بت</translation>
    </message>
    <message>
        <source>Cut rows at {number} tokens</source>
        <translation>قص الصفوف عند {number} رمزًا</translation>
    </message>
    <message>
        <source>{rows} longer and would lose their end.</source>
        <translation>{rows} أطول وتفقد نهايتها.</translation>
    </message>
    <message>
        <source>Use the starter model</source>
        <translation>استخدم نموذج المثال الجاهز</translation>
    </message>
    <message>
        <source>Small, and good for trying things out; it writes far less well.</source>
        <translation>صغير وجيد للتجربة؛ لكنه يكتب أضعف بكثير.</translation>
    </message>
    <message>
        <source>Use the starter</source>
        <translation>استخدم المثال الجاهز</translation>
    </message>
    <message>
        <source>{data} with {model}. The marked part is what it learns to write; the rest it only reads.</source>
        <translation>{data} مع {model}. الجزء المعلَّم هو ما يتعلم كتابته؛ والباقي يقرؤه فقط.</translation>
    </message>
    <message>
        <source>The row cannot be shown: {why}.</source>
        <translation>تعذر عرض الصف: {why}.</translation>
    </message>
    <message>
        <source>This model gives labels and writes no answers. Judge shows what it gives.</source>
        <translation>هذا النموذج يعطي وسومًا ولا يكتب إجابات. «قيّم» تُظهر ما يعطيه.</translation>
    </message>
    <message>
        <source>The program that answers could not be started.</source>
        <translation>تعذر بدء البرنامج الذي يجيب.</translation>
    </message>
    <message>
        <source>Ask something of your own …</source>
        <translation>اسأل شيئًا من عندك …</translation>
    </message>
    <message>
        <source>Your question</source>
        <translation>سؤالك</translation>
    </message>
    <message>
        <source>Ask both</source>
        <translation>اسأل الاثنين</translation>
    </message>
    <message>
        <source>Ask both (Ctrl+Enter)</source>
        <translation>اسأل الاثنين (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>غيّر</translation>
    </message>
    <message>
        <source>Change how they answer</source>
        <translation>غيّر طريقة إجابتهما</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>الكلمات</translation>
    </message>
    <message>
        <source>Longest answer in tokens</source>
        <translation>أطول إجابة بالرموز</translation>
    </message>
    <message>
        <source>Seed: another number draws other words</source>
        <translation>البذرة: رقم آخر يسحب كلمات أخرى</translation>
    </message>
    <message>
        <source>Longest answer</source>
        <translation>أطول إجابة</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>البذرة</translation>
    </message>
    <message>
        <source>Fold away</source>
        <translation>اطوِ</translation>
    </message>
    <message>
        <source>Which answers are mixed up</source>
        <translation>أي الإجابات تختلط</translation>
    </message>
    <message>
        <source>Down: expected. Across: what the model after your run gave.</source>
        <translation>عموديًا: المتوقع. أفقيًا: ما أعطاه النموذج بعد تدريبك.</translation>
    </message>
    <message>
        <source>As found</source>
        <translation>كما وُجد</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>فاصلة</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>فاصلة منقوطة</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>علامة جدولة</translation>
    </message>
    <message>
        <source>Bar |</source>
        <translation>شَرطة عمودية |</translation>
    </message>
    <message>
        <source>Windows-1252, Western Europe</source>
        <translation>Windows-1252، أوروبا الغربية</translation>
    </message>
    <message>
        <source>Windows-1251, Cyrillic</source>
        <translation>Windows-1251، السيريلية</translation>
    </message>
    <message>
        <source>GB 18030, Chinese</source>
        <translation>GB 18030، الصينية</translation>
    </message>
    <message>
        <source>Shift JIS, Japanese</source>
        <translation>Shift JIS، اليابانية</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>البيانات</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>أوقف القراءة</translation>
    </message>
    <message>
        <source>Use them again</source>
        <translation>استخدمها ثانية</translation>
    </message>
    <message>
        <source>See what it learns</source>
        <translation>انظر ما يتعلمه</translation>
    </message>
    <message>
        <source>The model reads</source>
        <translation>النموذج يقرأ</translation>
    </message>
    <message>
        <source>and learns to write</source>
        <translation>ويتعلم كتابة</translation>
    </message>
    <message>
        <source>a column</source>
        <translation>عمود</translation>
    </message>
    <message>
        <source>Between the cells</source>
        <translation>بين الخلايا</translation>
    </message>
    <message>
        <source>Letters are written in</source>
        <translation>ترميز الحروف</translation>
    </message>
    <message>
        <source>To join columns, write their names like this: {question} ({topic}).</source>
        <translation>لوصل أعمدة اكتب أسماءها هكذا: {question} ({topic}).</translation>
    </message>
    <message>
        <source>Read it as it was found</source>
        <translation>اقرأه كما وُجد</translation>
    </message>
    <message>
        <source>Dataset of the hub</source>
        <translation>مجموعة بيانات من Hub</translation>
    </message>
    <message>
        <source>Part of the dataset</source>
        <translation>جزء مجموعة البيانات</translation>
    </message>
    <message>
        <source>Choose something else</source>
        <translation>اختر شيئًا آخر</translation>
    </message>
    <message>
        <source>Stop and remove</source>
        <translation>أوقف وأزل</translation>
    </message>
    <message>
        <source>Where rows are cut, in tokens</source>
        <translation>حيث تُقص الصفوف، بالرموز</translation>
    </message>
    <message>
        <source>tokens in a row (a token is about ¾ of a word)</source>
        <translation>رموز الصف (الرمز نحو ¾ كلمة)</translation>
    </message>
    <message>
        <source>Let go to see what it costs.</source>
        <translation>اترك لترى كلفته.</translation>
    </message>
    <message>
        <source>How one update is made up</source>
        <translation>مما يتكون التحديث الواحد</translation>
    </message>
    <message>
        <source>is</source>
        <translation>يساوي</translation>
    </message>
    <message>
        <source>plus</source>
        <translation>زائد</translation>
    </message>
    <message>
        <source>Not made yet</source>
        <translation>لم يُصنع بعد</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>يعمل</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>فشل</translation>
    </message>
    <message>
        <source>Not possible</source>
        <translation>غير ممكن</translation>
    </message>
    <message>
        <source>How small</source>
        <translation>مقدار التصغير</translation>
    </message>
    <message>
        <source>Works with</source>
        <translation>يعمل مع</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>الإثبات</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>انسخ المسار</translation>
    </message>
    <message>
        <source>How small: {title}</source>
        <translation>مقدار التصغير: {title}</translation>
    </message>
    <message>
        <source>How far: {title}</source>
        <translation>كم اكتمل: {title}</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>جرّبه</translation>
    </message>
    <message>
        <source>Judge it</source>
        <translation>قيّمه</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>تصدير</translation>
    </message>
    <message>
        <source>Show the files</source>
        <translation>أظهر الملفات</translation>
    </message>
    <message>
        <source>No interruption and no warning.</source>
        <translation>لا انقطاع ولا تحذير.</translation>
    </message>
    <message>
        <source>Ask it your own questions</source>
        <translation>اسأله أسئلتك</translation>
    </message>
    <message>
        <source>Did it learn, did it forget?</source>
        <translation>هل تعلّم، هل نسي؟</translation>
    </message>
    <message>
        <source>An adapter, or a full model</source>
        <translation>مُهايئ أو نموذج كامل</translation>
    </message>
    <message>
        <source>What next?</source>
        <translation>ماذا بعد؟</translation>
    </message>
    <message>
        <source>Other rows, another model</source>
        <translation>صفوف أخرى، نموذج آخر</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>ما حدث</translation>
    </message>
    <message>
        <source>Show its other curves</source>
        <translation>أظهر منحنياته الأخرى</translation>
    </message>
    <message>
        <source>Learning rate, gradient norm, speed, memory and the card, update by update</source>
        <translation>معدل التعلم ومعيار التدرج والسرعة والذاكرة والبطاقة، تحديثًا بعد تحديث</translation>
    </message>
    <message>
        <source>Hide its other curves</source>
        <translation>أخفِ منحنياته الأخرى</translation>
    </message>
    <message>
        <source>No result yet</source>
        <translation>لا نتيجة بعد</translation>
    </message>
    <message>
        <source>Why one may think so</source>
        <translation>لماذا يُظن ذلك</translation>
    </message>
    <message>
        <source>How far judging is</source>
        <translation>كم اكتمل التقييم</translation>
    </message>
    <message>
        <source>Judge again</source>
        <translation>قيّم ثانية</translation>
    </message>
    <message>
        <source>Judging</source>
        <translation>يُقيَّم</translation>
    </message>
    <message>
        <source>How this was found out</source>
        <translation>كيف عُرف هذا</translation>
    </message>
    <message>
        <source>{made} Both models read the same held-out rows and a general text.</source>
        <translation>{made} كلا النموذجين يقرأ الصفوف المحجوزة نفسها ونصًا عامًا.</translation>
    </message>
    <message>
        <source>Did it learn? Let both models answer rows they never saw</source>
        <translation>هل تعلّم؟ دع النموذجين يجيبان عن صفوف لم يرياها</translation>
    </message>
    <message>
        <source>Compares losses with how sure they are, answers word for word, and looks whether something was forgotten. It takes about as long as a few checks on held-out rows during the run.</source>
        <translation>يقارن الخسائر ومدى يقينها، والإجابات كلمة بكلمة، وينظر هل نُسي شيء. يستغرق نحو ما تستغرقه بضعة فحوص على الصفوف المحجوزة أثناء التدريب.</translation>
    </message>
    <message>
        <source>Held-out rows with both answers</source>
        <translation>الصفوف المحجوزة مع الإجابتين</translation>
    </message>
    <message>
        <source>The rows behind it</source>
        <translation>الصفوف وراءه</translation>
    </message>
    <message>
        <source>Expected: {answer}</source>
        <translation>المتوقع: {answer}</translation>
    </message>
    <message>
        <source>right</source>
        <translation>صحيح</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>خطأ</translation>
    </message>
    <message>
        <source>Memory of this plan</source>
        <translation>ذاكرة هذه الخطة</translation>
    </message>
    <message>
        <source>Name, maker, licence or language, like “qwen”, “apache” or “de”</source>
        <translation>الاسم أو الصانع أو الترخيص أو اللغة، مثل «qwen» أو «apache» أو «de»</translation>
    </message>
    <message>
        <source>Search models</source>
        <translation>ابحث في النماذج</translation>
    </message>
    <message>
        <source>Only those that fit</source>
        <translation>التي تتسع فقط</translation>
    </message>
    <message>
        <source>Search the hub</source>
        <translation>ابحث في Hub</translation>
    </message>
    <message>
        <source>Which model should learn?</source>
        <translation>أي نموذج سيتعلم؟</translation>
    </message>
    <message>
        <source>{name}  (chosen)</source>
        <translation>{name}  (مختار)</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>النماذج</translation>
    </message>
    <message>
        <source>Open its page</source>
        <translation>افتح صفحته</translation>
    </message>
    <message>
        <source>Open the page of tokens</source>
        <translation>افتح صفحة رموز الوصول</translation>
    </message>
    <message>
        <source>Token for the hub</source>
        <translation>رمز الوصول إلى Hub</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>احفظه</translation>
    </message>
    <message>
        <source>Its owner asks you to agree to its licence</source>
        <translation>يطلب مالكه قبول ترخيصه</translation>
    </message>
    <message>
        <source>1. Sign in there and agree. Some owners take hours to answer.</source>
        <translation>1. سجّل الدخول هناك واقبل. بعض المالكين يستغرقون ساعات للرد.</translation>
    </message>
    <message>
        <source>2. Create a token of the kind “Read” and copy it.</source>
        <translation>2. أنشئ رمز وصول من نوع «Read» وانسخه.</translation>
    </message>
    <message>
        <source>3. Paste it here. It is kept in the system&apos;s keyring, never in a run.</source>
        <translation>3. ألصقه هنا. يُحفظ في حلقة مفاتيح النظام، لا في تدريب أبدًا.</translation>
    </message>
    <message>
        <source>Select a model</source>
        <translation>اختر نموذجًا من القائمة</translation>
    </message>
    <message>
        <source>Its facts and what it needs stand here.</source>
        <translation>حقائقه وما يحتاجه تظهر هنا.</translation>
    </message>
    <message>
        <source>Download of {name}</source>
        <translation>تنزيل {name}</translation>
    </message>
    <message>
        <source>Which models fit?</source>
        <translation>أي النماذج تتسع؟</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>التعلم</translation>
    </message>
    <message>
        <source>Examples behind each update</source>
        <translation>الأمثلة خلف كل تحديث</translation>
    </message>
    <message>
        <source>How to learn</source>
        <translation>طريقة التعلم</translation>
    </message>
    <message>
        <source>Settled: {what}</source>
        <translation>حُسم: {what}</translation>
    </message>
    <message>
        <source>Address for notes</source>
        <translation>عنوان الإشعارات</translation>
    </message>
    <message>
        <source>Keep the address</source>
        <translation>احفظ العنوان</translation>
    </message>
    <message>
        <source>Where to? The address is a secret and goes into the keyring.</source>
        <translation>إلى أين؟ العنوان سر ويوضع في حلقة المفاتيح.</translation>
    </message>
    <message>
        <source>Your plan</source>
        <translation>خطتك</translation>
    </message>
    <message>
        <source>Stop measuring</source>
        <translation>أوقف القياس</translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation>يُقاس</translation>
    </message>
    <message>
        <source>Why this plan</source>
        <translation>لماذا هذه الخطة</translation>
    </message>
    <message>
        <source>GPUs that share the work</source>
        <translation>معالجات الرسوميات التي تتقاسم العمل</translation>
    </message>
    <message>
        <source>Measuring on this computer</source>
        <translation>يُقاس على هذا الحاسوب</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>الصف</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>العمود</translation>
    </message>
    <message>
        <source>What stands there</source>
        <translation>ما يوجد هناك</translation>
    </message>
    <message>
        <source>Skip all {number} rows</source>
        <translation>تخطَّ كل الصفوف ({number})</translation>
    </message>
    <message>
        <source>Use column “{name}”</source>
        <translation>استخدم العمود «{name}»</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>تخطَّ</translation>
    </message>
    <message>
        <source>Skip row {number}</source>
        <translation>تخطَّ الصف {number}</translation>
    </message>
    <message>
        <source>done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>now</source>
        <translation>الآن</translation>
    </message>
    <message>
        <source>to do</source>
        <translation>للعمل</translation>
    </message>
    <message>
        <source>How much of it is fetched</source>
        <translation>كم جُلب منه</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>فشل</translation>
    </message>
    <message>
        <source>The result of this run is not on this computer.</source>
        <translation>نتيجة هذا التدريب ليست على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Brought here, it can be tried, judged and exported. It also stays where it is.</source>
        <translation>إذا أُحضر إلى هنا أمكنت تجربته وتقييمه وتصديره. ويبقى أيضًا في مكانه.</translation>
    </message>
    <message>
        <source>Bring it here</source>
        <translation>أحضره إلى هنا</translation>
    </message>
    <message>
        <source>This window is newer than its engine.</source>
        <translation>هذه النافذة أحدث من محركها.</translation>
    </message>
    <message>
        <source>A newer engine can be set up beside it; the one before stays as the way back.</source>
        <translation>يمكن تجهيز محرك أحدث بجانبه؛ والسابق يبقى طريقًا للعودة.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>أظهر</translation>
    </message>
    <message>
        <source>Without the engine nothing can be trained, tried or exported.</source>
        <translation>بدون المحرك لا يمكن التدريب ولا التجربة ولا التصدير.</translation>
    </message>
    <message>
        <source>Runs and models stay. To set it up again, some GB are fetched.</source>
        <translation>تبقى التدريبات والنماذج. لتجهيزه ثانية تُجلب بضعة غيغابايت.</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>أزله</translation>
    </message>
    <message>
        <source>Where the engine is moved to</source>
        <translation>إلى أين يُنقل المحرك</translation>
    </message>
    <message>
        <source>The engine could not be changed.</source>
        <translation>تعذر تغيير المحرك.</translation>
    </message>
    <message>
        <source>Move this run</source>
        <translation>انقل هذا التدريب</translation>
    </message>
    <message>
        <source>Packed runs (*{suffix})</source>
        <translation>تدريبات محزومة (*{suffix})</translation>
    </message>
    <message>
        <source>One run is being moved already.</source>
        <translation>يُنقل تدريب بالفعل.</translation>
    </message>
    <message>
        <source>Wait until it is done.</source>
        <translation>انتظر حتى ينتهي.</translation>
    </message>
    <message>
        <source>The run could not be moved.</source>
        <translation>تعذر نقل التدريب.</translation>
    </message>
    <message>
        <source>Packing {name}</source>
        <translation>يُحزم {name}</translation>
    </message>
    <message>
        <source>Unpacking {name}</source>
        <translation>يُفك {name}</translation>
    </message>
    <message>
        <source>Bringing {name} here from {host}</source>
        <translation>يُحضر {name} إلى هنا من {host}</translation>
    </message>
    <message>
        <source>{share} of {size}.</source>
        <translation>{share} من {size}.</translation>
    </message>
    <message>
        <source>Call it off</source>
        <translation>ألغِه</translation>
    </message>
    <message>
        <source>Called off.</source>
        <translation>أُلغي.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>لم يتغير شيء.</translation>
    </message>
    <message>
        <source>{name} is packed: {file}, {size}.</source>
        <translation>حُزم {name}: {file}، {size}.</translation>
    </message>
    <message>
        <source>Copy that file to the other computer and drop it onto Nightshift there. Go on in one place only.</source>
        <translation>انسخ ذلك الملف إلى الحاسوب الآخر وأفلته على Nightshift هناك. تابع في مكان واحد فقط.</translation>
    </message>
    <message>
        <source>Every file was checked. Press Continue to go on at its update.</source>
        <translation>فُحص كل ملف. اضغط «متابعة» للإكمال من تحديثه.</translation>
    </message>
    <message>
        <source>{name} is here, whole.</source>
        <translation>{name} هنا كاملًا.</translation>
    </message>
    <message>
        <source>Choose its folder</source>
        <translation>اختر مجلده</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>استبدل</translation>
    </message>
    <message>
        <source>The folder of its model</source>
        <translation>مجلد نموذجه</translation>
    </message>
    <message>
        <source>Only you see it.</source>
        <translation>أنت وحدك تراه.</translation>
    </message>
    <message>
        <source>Everybody can see it.</source>
        <translation>يراه الجميع.</translation>
    </message>
    <message>
        <source>It is there, and every file is the same as here. {who}</source>
        <translation>إنه هناك، وكل ملف مطابق لما هنا. {who}</translation>
    </message>
    <message>
        <source>As soon as one of these is made, it can go to the Hugging Face hub.</source>
        <translation>حالما يُصنع واحد من هذه يمكن إرساله إلى Hugging Face Hub.</translation>
    </message>
    <message>
        <source>Your rows stay here; only you see it, unless you choose otherwise.</source>
        <translation>تبقى صفوفك هنا؛ أنت وحدك تراه ما لم تختر غير ذلك.</translation>
    </message>
    <message>
        <source>{done} of {total} have arrived.</source>
        <translation>وصل {done} من {total}.</translation>
    </message>
    <message>
        <source>Sending to the hub</source>
        <translation>يُرسل إلى Hub</translation>
    </message>
    <message>
        <source>Export to push</source>
        <translation>التصدير المرسل</translation>
    </message>
    <message>
        <source>Name on the hub</source>
        <translation>الاسم في Hub</translation>
    </message>
    <message>
        <source>your-name/model-name</source>
        <translation>your-name/model-name</translation>
    </message>
    <message>
        <source>Who sees it</source>
        <translation>من يراه</translation>
    </message>
    <message>
        <source>Only you</source>
        <translation>أنت فقط</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>الجميع</translation>
    </message>
    <message>
        <source>Push</source>
        <translation>أرسل</translation>
    </message>
    <message>
        <source>Push to the hub</source>
        <translation>أرسل إلى Hub</translation>
    </message>
    <message>
        <source>Cancel the push</source>
        <translation>ألغِ الإرسال</translation>
    </message>
    <message>
        <source>Put it on the hub</source>
        <translation>ضعه في Hub</translation>
    </message>
    <message>
        <source>First write the owner and the name it gets.</source>
        <translation>اكتب أولًا المالك والاسم الذي يأخذه.</translation>
    </message>
    <message>
        <source>Loading libraries</source>
        <translation>تُحمَّل المكتبات</translation>
    </message>
    <message>
        <source>Asking the base model</source>
        <translation>يُسأل النموذج الأساسي</translation>
    </message>
    <message>
        <source>Asking the tuned model</source>
        <translation>يُسأل النموذج المدرَّب</translation>
    </message>
    <message>
        <source>Merging the whole model</source>
        <translation>يُدمج النموذج كله</translation>
    </message>
    <message>
        <source>Writing weights</source>
        <translation>تُكتب الأوزان</translation>
    </message>
    <message>
        <source>Loading it as others will</source>
        <translation>يُحمَّل كما سيحمّله الآخرون</translation>
    </message>
    <message>
        <source>Sending files</source>
        <translation>تُرسل الملفات</translation>
    </message>
    <message>
        <source>“{time}” is no time.</source>
        <translation>«{time}» ليست مدة.</translation>
    </message>
    <message>
        <source>Write it like 24:00:00, or 2-00:00:00 for two days.</source>
        <translation>اكتبها هكذا 24:00:00، أو 2-00:00:00 ليومين.</translation>
    </message>
    <message>
        <source>Write its name as the cluster lists it.</source>
        <translation>اكتب اسمه كما يظهر في قائمة العنقود.</translation>
    </message>
    <message>
        <source>SkyPilot rents by the kind of GPU.</source>
        <translation>يستأجر SkyPilot حسب نوع معالج الرسوميات.</translation>
    </message>
    <message>
        <source>Name one: --gpu A100.</source>
        <translation>سمِّ واحدًا: ‎--gpu A100.</translation>
    </message>
    <message>
        <source>There is no computer {node_rank} of {nodes}.</source>
        <translation>لا يوجد الحاسوب {node_rank} من {nodes}.</translation>
    </message>
    <message>
        <source>Several computers need a place to meet.</source>
        <translation>تحتاج عدة حواسيب إلى مكان تلتقي فيه.</translation>
    </message>
    <message>
        <source>Give all of them the address of the first: --rendezvous HOST:{PORT}.</source>
        <translation>أعطها كلها عنوان الحاسوب الأول: ‎--rendezvous HOST:{PORT}.</translation>
    </message>
    <message>
        <source>torchrun ended three times as soon as it began.</source>
        <translation>انتهى torchrun ثلاث مرات فور بدئه.</translation>
    </message>
    <message>
        <source>It says why in {log}.</source>
        <translation>السبب مكتوب في {log}.</translation>
    </message>
    <message>
        <source>The job could not be written</source>
        <translation>تعذرت كتابة المهمة</translation>
    </message>
    <message>
        <source>Fill the column &apos;{column}&apos; or choose another column for answers.</source>
        <translation>املأ العمود &apos;{column}&apos; أو اختر عمودًا آخر للإجابات.</translation>
    </message>
    <message>
        <source>Fill it, or leave the row out.</source>
        <translation>املأه، أو استبعد الصف.</translation>
    </message>
    <message>
        <source>Write it as text, or choose another column.</source>
        <translation>اكتبه نصًا، أو اختر عمودًا آخر.</translation>
    </message>
    <message>
        <source>Correct it in the program the file came from, or leave the row out.</source>
        <translation>صححه في البرنامج الذي جاء منه الملف، أو استبعد الصف.</translation>
    </message>
    <message>
        <source>Save the file again from the program it came from, or leave the row out.</source>
        <translation>احفظ الملف ثانية من البرنامج الذي جاء منه، أو استبعد الصف.</translation>
    </message>
    <message>
        <source>In row {number} of {file}, &apos;{column}&apos; holds</source>
        <translation>في الصف {number} من {file}، العمود &apos;{column}&apos; يحوي</translation>
    </message>
    <message>
        <source>{where} half a character (a lone surrogate).</source>
        <translation>{where} نصف حرف (بديل منفرد).</translation>
    </message>
    <message>
        <source>{where} a number of more than 64 bits or too many lists within lists.</source>
        <translation>{where} عددًا أكبر من 64 بت أو قوائم متداخلة أكثر من اللازم.</translation>
    </message>
    <message>
        <source>Write it as text, or leave the row out.</source>
        <translation>اكتبه نصًا، أو استبعد الصف.</translation>
    </message>
    <message>
        <source>Row {number} of {file} seems to hold damaged characters.</source>
        <translation>يبدو أن الصف {number} من {file} يحوي حروفًا تالفة.</translation>
    </message>
    <message>
        <source>Save the file again as UTF-8 from the program it came from; the row is used as it is.</source>
        <translation>احفظ الملف ثانية بترميز UTF-8 من البرنامج الذي جاء منه؛ يُستخدم الصف كما هو.</translation>
    </message>
    <message>
        <source>Row {number} of {file} holds characters with the code 0.</source>
        <translation>الصف {number} من {file} يحوي حروفًا رمزها 0.</translation>
    </message>
    <message>
        <source>The row is used as it is; removing them is better.</source>
        <translation>يُستخدم الصف كما هو؛ والأفضل إزالتها.</translation>
    </message>
    <message>
        <source>Row {number} of {file} has nothing to answer.</source>
        <translation>لا شيء في الصف {number} من {file} للإجابة عنه.</translation>
    </message>
    <message>
        <source>Fill the column &apos;{column}&apos; or choose other columns to read.</source>
        <translation>املأ العمود &apos;{column}&apos; أو اختر أعمدة أخرى للقراءة.</translation>
    </message>
    <message>
        <source>Row {number} of {file} has no conversation.</source>
        <translation>ليس في الصف {number} من {file} محادثة.</translation>
    </message>
    <message>
        <source>Fill &apos;{turns}&apos;.</source>
        <translation>املأ &apos;{turns}&apos;.</translation>
    </message>
    <message>
        <source>Row {number} of {file}: &apos;{turns}&apos; is {value}, not a list of turns.</source>
        <translation>الصف {number} من {file}: &apos;{turns}&apos; هو {value}، وليس قائمة رسائل.</translation>
    </message>
    <message>
        <source>Write it as [{&quot;role&quot;: &quot;user&quot;, &quot;content&quot;: &quot;…&quot;}, {&quot;role&quot;: &quot;assistant&quot;, &quot;content&quot;: &quot;…&quot;}].</source>
        <translation>اكتبه هكذا [{&quot;role&quot;: &quot;user&quot;, &quot;content&quot;: &quot;…&quot;}, {&quot;role&quot;: &quot;assistant&quot;, &quot;content&quot;: &quot;…&quot;}].</translation>
    </message>
    <message>
        <source>The conversation in row {number} of {file} has no turn of the assistant, so nothing to learn.</source>
        <translation>ليس في محادثة الصف {number} من {file} رسالة من المساعد، فلا شيء يُتعلم.</translation>
    </message>
    <message>
        <source>Add the answer, or leave the row out.</source>
        <translation>أضف الإجابة، أو استبعد الصف.</translation>
    </message>
    <message>
        <source>Every turn of the assistant in row {number} of {file} is marked not to be learnt.</source>
        <translation>كل رسائل المساعد في الصف {number} من {file} معلَّمة بألا تُتعلم.</translation>
    </message>
    <message>
        <source>Give one of them the weight 1, or leave the row out.</source>
        <translation>أعطِ إحداها الوزن 1، أو استبعد الصف.</translation>
    </message>
    <message>
        <source>Write one of these roles.</source>
        <translation>اكتب واحدًا من هذه الأدوار.</translation>
    </message>
    <message>
        <source>Write each turn as {&quot;role&quot;: &quot;user&quot;, &quot;content&quot;: &quot;…&quot;}.</source>
        <translation>اكتب كل رسالة هكذا {&quot;role&quot;: &quot;user&quot;, &quot;content&quot;: &quot;…&quot;}.</translation>
    </message>
    <message>
        <source>Turn {number} in row {number2} of {file} holds something other than text.</source>
        <translation>الرسالة {number} في الصف {number2} من {file} تحوي غير النص.</translation>
    </message>
    <message>
        <source>Only text can be learnt; leave pictures and sounds out.</source>
        <translation>النص وحده يُتعلم؛ استبعد الصور والأصوات.</translation>
    </message>
    <message>
        <source>Row {number} of {file}: &apos;{column}&apos; is not a list of pairs of question and answer.</source>
        <translation>الصف {number} من {file}: &apos;{column}&apos; ليس قائمة أزواج من سؤال وإجابة.</translation>
    </message>
    <message>
        <source>Write it as [[&quot;question&quot;, &quot;answer&quot;], …].</source>
        <translation>اكتبه هكذا [[&quot;question&quot;, &quot;answer&quot;], …].</translation>
    </message>
    <message>
        <source>Row {number} of {file}: the tools are not valid JSON.</source>
        <translation>الصف {number} من {file}: الأدوات ليست JSON صحيحًا.</translation>
    </message>
    <message>
        <source>Correct them, or leave the row out.</source>
        <translation>صححها، أو استبعد الصف.</translation>
    </message>
    <message>
        <source>{name} has no rows.</source>
        <translation>ليس في {name} صفوف.</translation>
    </message>
    <message>
        <source>Choose a file with examples in it.</source>
        <translation>اختر ملفًا فيه أمثلة.</translation>
    </message>
    <message>
        <source>No row of {name} can be used. {title}</source>
        <translation>لا يمكن استخدام أي صف من {name}. {title}</translation>
    </message>
    <message>
        <source>{file} has other columns than the files before it, so its rows are not used.</source>
        <translation>أعمدة {file} غير أعمدة الملفات التي قبله، لذا لا تُستخدم صفوفه.</translation>
    </message>
    <message>
        <source>Rename its columns to {used_columns}, or move it to a folder of its own.</source>
        <translation>سمِّ أعمدته {used_columns}، أو انقله إلى مجلد خاص به.</translation>
    </message>
    <message>
        <source>Row {number} of {file} holds a number of more than 64 bits or a value that is no text.</source>
        <translation>الصف {number} من {file} يحوي عددًا أكبر من 64 بت أو قيمة ليست نصًا.</translation>
    </message>
    <message>
        <source>{name} cannot be read: {strerror}.</source>
        <translation>تعذرت قراءة {name}: {strerror}.</translation>
    </message>
    <message>
        <source>Check that you may open it and that the disk is there.</source>
        <translation>تحقق من أن فتحه مسموح لك ومن أن القرص موجود.</translation>
    </message>
    <message>
        <source>{name} changed while it was read.</source>
        <translation>تغيّر {name} أثناء قراءته.</translation>
    </message>
    <message>
        <source>Wait until the other program has saved it, then try again.</source>
        <translation>انتظر حتى يحفظه البرنامج الآخر، ثم حاول مجددًا.</translation>
    </message>
    <message>
        <source>The encoded rows could not be written</source>
        <translation>تعذرت كتابة الصفوف المرمَّزة</translation>
    </message>
    <message>
        <source>It takes too much memory.</source>
        <translation>يأخذ ذاكرة أكثر من اللازم.</translation>
    </message>
    <message>
        <source>Row {number} of {file} has no text.</source>
        <translation>ليس في الصف {number} من {file} نص.</translation>
    </message>
    <message>
        <source>{name} is finished, so nothing is left for a cluster to do.</source>
        <translation>انتهى {name}، فلم يبقَ شيء لعنقود.</translation>
    </message>
    <message>
        <source>For the same experiment once more, name its request: {job_file}</source>
        <translation>لإجراء التجربة نفسها مرة أخرى سمِّ طلبها: {job_file}</translation>
    </message>
    <message>
        <source>Row {number} of {file} has no answer.</source>
        <translation>ليس في الصف {number} من {file} إجابة.</translation>
    </message>
    <message>
        <source>Row {number} of {file} has no label.</source>
        <translation>ليس في الصف {number} من {file} وسم.</translation>
    </message>
    <message>
        <source>the text</source>
        <translation>النص</translation>
    </message>
    <message>
        <source>the answer</source>
        <translation>الإجابة</translation>
    </message>
    <message>
        <source>the text of turn {number}</source>
        <translation>نص الرسالة {number}</translation>
    </message>
    <message>
        <source>a question</source>
        <translation>سؤال</translation>
    </message>
    <message>
        <source>an answer</source>
        <translation>إجابة</translation>
    </message>
    <message>
        <source>Fill the column &apos;{prompt}&apos; or choose another column to read.</source>
        <translation>املأ العمود &apos;{prompt}&apos; أو اختر عمودًا آخر للقراءة.</translation>
    </message>
    <message>
        <source>The label in row {number} of {file} is {value}, not one label.</source>
        <translation>الوسم في الصف {number} من {file} هو {value}، وليس وسمًا واحدًا.</translation>
    </message>
    <message>
        <source>Write one label in each row, or choose another column.</source>
        <translation>اكتب وسمًا واحدًا في كل صف، أو اختر عمودًا آخر.</translation>
    </message>
    <message>
        <source>the label</source>
        <translation>الوسم</translation>
    </message>
    <message>
        <source>Row {number} of {file} has {words} words and {tags} labels.</source>
        <translation>في الصف {number} من {file} عدد الكلمات {words} وعدد الوسوم {tags}.</translation>
    </message>
    <message>
        <source>Give each word one label, or leave the row out.</source>
        <translation>أعطِ كل كلمة وسمًا واحدًا، أو استبعد الصف.</translation>
    </message>
    <message>
        <source>In row {number} of {file}, &apos;{column}&apos; is {value}, not a list.</source>
        <translation>في الصف {number} من {file}، &apos;{column}&apos; هو {value}، وليس قائمة.</translation>
    </message>
    <message>
        <source>Write the words as [&quot;Ada&quot;, &quot;lives&quot;, &quot;here&quot;] and their labels as [&quot;PERSON&quot;, &quot;O&quot;, &quot;O&quot;].</source>
        <translation>اكتب الكلمات هكذا [&quot;Ada&quot;, &quot;lives&quot;, &quot;here&quot;] ووسومها هكذا [&quot;PERSON&quot;, &quot;O&quot;, &quot;O&quot;].</translation>
    </message>
    <message>
        <source>In row {number} of {file}, &apos;{column}&apos; has an empty entry.</source>
        <translation>في الصف {number} من {file}، &apos;{column}&apos; فيه عنصر فارغ.</translation>
    </message>
    <message>
        <source>In row {number} of {file}, &apos;{column}&apos; is empty.</source>
        <translation>في الصف {number} من {file}، &apos;{column}&apos; فارغ.</translation>
    </message>
    <message>
        <source>All rows of {file} have the same label, “{names}”: there is nothing to tell apart.</source>
        <translation>لكل صفوف {file} الوسم نفسه، «{names}»: لا شيء يُميَّز.</translation>
    </message>
    <message>
        <source>Add rows with other labels, or choose another column for labels.</source>
        <translation>أضف صفوفًا بوسوم أخرى، أو اختر عمودًا آخر للوسوم.</translation>
    </message>
    <message>
        <source>{file} has {names} different labels in {rows} rows, too many to learn them.</source>
        <translation>في {file} عدد الوسوم المختلفة {names} في {rows} صفًا، وهذا أكثر مما يمكن تعلمه.</translation>
    </message>
    <message>
        <source>Choose the column that holds labels; to learn texts, let the model write answers instead.</source>
        <translation>اختر العمود الذي يحوي الوسوم؛ ولتعلم النصوص دع النموذج يكتب إجابات بدلًا من ذلك.</translation>
    </message>
    <message>
        <source>The label “{label}” in row {row} of {item} is in no row to learn from.</source>
        <translation>الوسم «{label}» في الصف {row} من {item} ليس في أي صف يُتعلم منه.</translation>
    </message>
    <message>
        <source>Add rows with this label to those to learn from, or correct it; the row is left out.</source>
        <translation>أضف صفوفًا بهذا الوسم إلى ما يُتعلم منه، أو صححه؛ الصف مستبعد.</translation>
    </message>
    <message>
        <source>The model&apos;s chat template does not accept row {row} of {item}: {title}</source>
        <translation>قالب محادثة النموذج لا يقبل الصف {row} من {item}: {title}</translation>
    </message>
    <message>
        <source>Turns of user and assistant should alternate, beginning with the user.</source>
        <translation>يجب أن تتناوب رسائل المستخدم والمساعد، وأن تبدأ بالمستخدم.</translation>
    </message>
    <message>
        <source>Row {row} of {item} holds text that looks like a control token of the model.</source>
        <translation>الصف {row} من {item} يحوي نصًا يشبه رمز تحكم في النموذج.</translation>
    </message>
    <message>
        <source>It is learnt as ordinary text, not as a control token.</source>
        <translation>يُتعلم كنص عادي، لا كرمز تحكم.</translation>
    </message>
    <message>
        <source>The model reads {max_positions} tokens at most, so rows are cut there and not at {asked}.</source>
        <translation>يقرأ النموذج {max_positions} رمزًا على الأكثر، لذا تُقص الصفوف هناك لا عند {asked}.</translation>
    </message>
    <message>
        <source>Choose a larger length, or shorten what stands before the answer.</source>
        <translation>اختر طولًا أكبر، أو قصّر ما قبل الإجابة.</translation>
    </message>
    <message>
        <source>Leave the row out.</source>
        <translation>استبعد الصف.</translation>
    </message>
    <message>
        <source>{count} row says the same as an earlier one, the first is row {row}.</source>
        <translation>{count} صف يقول ما يقوله صف سابق، وأولها الصف {row}.</translation>
    </message>
    <message>
        <source>{count} rows say the same as an earlier one, the first is row {row}.</source>
        <translation>{count} صفًا تقول ما تقوله صفوف سابقة، وأولها الصف {row}.</translation>
    </message>
    <message>
        <source>They are used as they are. Delete them if they were not meant to count more than once.</source>
        <translation>تُستخدم كما هي. احذفها إن لم يُقصد أن تُحسب أكثر من مرة.</translation>
    </message>
    <message>
        <source>{count} held-out row is also trained on.</source>
        <translation>{count} صف محجوز يُستخدم للتدريب أيضًا.</translation>
    </message>
    <message>
        <source>{count} held-out rows are also trained on.</source>
        <translation>{count} صفًا محجوزًا تُستخدم للتدريب أيضًا.</translation>
    </message>
    <message>
        <source>The check on held-out rows will look better than it is. Delete them from one of the files.</source>
        <translation>سيبدو الفحص على الصفوف المحجوزة أفضل مما هو. احذفها من أحد الملفين.</translation>
    </message>
    <message>
        <source>The encoded rows in {folder} are incomplete.</source>
        <translation>الصفوف المرمَّزة في {folder} ناقصة.</translation>
    </message>
    <message>
        <source>Start a new run from your file.</source>
        <translation>ابدأ تدريبًا جديدًا من ملفك.</translation>
    </message>
    <message>
        <source>The tokenizer wrote token {highest}, the model knows {known} tokens.</source>
        <translation>كتب المُجزِّئ الرمز {highest}، والنموذج يعرف {known} رمزًا.</translation>
    </message>
    <message>
        <source>The tokenizer belongs to another model: download tokenizer.json of this model again.</source>
        <translation>المُجزِّئ لنموذج آخر: نزّل tokenizer.json الخاص بهذا النموذج ثانية.</translation>
    </message>
    <message>
        <source>{name} is not a text file.</source>
        <translation>{name} ليس ملفًا نصيًا.</translation>
    </message>
    <message>
        <source>Choose a file of examples: JSONL, JSON, CSV, Excel, Parquet or plain text.</source>
        <translation>اختر ملف أمثلة: JSONL أو JSON أو CSV أو Excel أو Parquet أو نص عادي.</translation>
    </message>
    <message>
        <source>{damaged} characters of {name} are damaged.</source>
        <translation>{damaged} حرفًا من {name} تالف.</translation>
    </message>
    <message>
        <source>Rows that hold the sign � lost a character; save the file again as UTF-8 from the program it came from.</source>
        <translation>الصفوف التي فيها العلامة � فقدت حرفًا؛ احفظ الملف ثانية بترميز UTF-8 من البرنامج الذي جاء منه.</translation>
    </message>
    <message>
        <source>{name} is not written in UTF-8; it was read as Windows-1252 (Western European).</source>
        <translation>{name} ليس مكتوبًا بترميز UTF-8؛ قُرئ على أنه Windows-1252 (أوروبا الغربية).</translation>
    </message>
    <message>
        <source>If accents look wrong below, save the file again as UTF-8.</source>
        <translation>إن بدت الحروف خاطئة أدناه فاحفظ الملف ثانية بترميز UTF-8.</translation>
    </message>
    <message>
        <source>There is no encoding “{name}”.</source>
        <translation>لا يوجد ترميز باسم «{name}».</translation>
    </message>
    <message>
        <source>Usual ones are utf-8, utf-16, cp1252 (Western Europe), cp1251 (Cyrillic), gb18030 and shift_jis.</source>
        <translation>المعتادة هي utf-8 و utf-16 و cp1252 (أوروبا الغربية) و cp1251 (السيريلية) و gb18030 و shift_jis.</translation>
    </message>
    <message>
        <source>{name} is protected by a password.</source>
        <translation>{name} محمي بكلمة مرور.</translation>
    </message>
    <message>
        <source>Save it without one.</source>
        <translation>احفظه بدونها.</translation>
    </message>
    <message>
        <source>{name} cannot be opened as a spreadsheet.</source>
        <translation>تعذر فتح {name} كجدول بيانات.</translation>
    </message>
    <message>
        <source>Open it in a spreadsheet program and save it again, or save it as CSV.</source>
        <translation>افتحه في برنامج جداول واحفظه ثانية، أو احفظه بصيغة CSV.</translation>
    </message>
    <message>
        <source>{name} has {filled} sheets; only the first, {filled2}, is read.</source>
        <translation>في {name} عدد الأوراق {filled}؛ تُقرأ الأولى فقط، {filled2}.</translation>
    </message>
    <message>
        <source>Move all rows to one sheet, or save the sheet you want as a file of its own.</source>
        <translation>انقل كل الصفوف إلى ورقة واحدة، أو احفظ الورقة التي تريدها كملف خاص.</translation>
    </message>
    <message>
        <source>Choose JSONL, JSON, CSV, Excel, Parquet or plain text, or a folder of these.</source>
        <translation>اختر JSONL أو JSON أو CSV أو Excel أو Parquet أو نصًا عاديًا، أو مجلدًا من هذه.</translation>
    </message>
    <message>
        <source>There is no file {path}.</source>
        <translation>لا يوجد ملف {path}.</translation>
    </message>
    <message>
        <source>Check the name, or choose the file again.</source>
        <translation>تحقق من الاسم، أو اختر الملف ثانية.</translation>
    </message>
    <message>
        <source>{name} is not a file.</source>
        <translation>{name} ليس ملفًا.</translation>
    </message>
    <message>
        <source>{name} is empty.</source>
        <translation>{name} فارغ.</translation>
    </message>
    <message>
        <source>The folder {name} has no data files.</source>
        <translation>ليس في المجلد {name} ملفات بيانات.</translation>
    </message>
    <message>
        <source>{name} is no kind of file the studio can learn from.</source>
        <translation>{name} ليس من أنواع الملفات التي يمكن التعلم منها.</translation>
    </message>
    <message>
        <source>Extra data</source>
        <translation>بيانات زائدة</translation>
    </message>
    <message>
        <source>Put each object on a line of its own.</source>
        <translation>ضع كل كائن في سطر خاص به.</translation>
    </message>
    <message>
        <source>Correct the line near “{around}”, or leave it out.</source>
        <translation>صحح السطر قرب «{around}»، أو استبعده.</translation>
    </message>
    <message>
        <source>Line {number} of {file} cannot be read: {problem}.</source>
        <translation>تعذرت قراءة السطر {number} من {file}: {problem}.</translation>
    </message>
    <message>
        <source>Correct the line, or leave it out.</source>
        <translation>صحح السطر، أو استبعده.</translation>
    </message>
    <message>
        <source>Row {number} of {file} is {value}, not an object with named columns.</source>
        <translation>الصف {number} من {file} هو {value}، وليس كائنًا له أعمدة بأسماء.</translation>
    </message>
    <message>
        <source>Write each row as {&quot;question&quot;: &quot;…&quot;, &quot;answer&quot;: &quot;…&quot;}.</source>
        <translation>اكتب كل صف هكذا {&quot;question&quot;: &quot;…&quot;, &quot;answer&quot;: &quot;…&quot;}.</translation>
    </message>
    <message>
        <source>{name} is not valid JSON: {problem}, in line {lineno} at character {colno}.</source>
        <translation>{name} ليس JSON صحيحًا: {problem}، في السطر {lineno} عند الحرف {colno}.</translation>
    </message>
    <message>
        <source>Correct it there, or save the file again from the program it came from.</source>
        <translation>صححه هناك، أو احفظ الملف ثانية من البرنامج الذي جاء منه.</translation>
    </message>
    <message>
        <source>{name} cannot be read: {rstrip}.</source>
        <translation>تعذرت قراءة {name}: {rstrip}.</translation>
    </message>
    <message>
        <source>Save it again as JSON.</source>
        <translation>احفظه ثانية بصيغة JSON.</translation>
    </message>
    <message>
        <source>{name} holds {document}, not a list of rows.</source>
        <translation>{name} يحوي {document}، لا قائمة صفوف.</translation>
    </message>
    <message>
        <source>Write it as a list: [{&quot;question&quot;: &quot;…&quot;, &quot;answer&quot;: &quot;…&quot;}, …].</source>
        <translation>اكتبه كقائمة: [{&quot;question&quot;: &quot;…&quot;, &quot;answer&quot;: &quot;…&quot;}, …].</translation>
    </message>
    <message>
        <source>Expecting value</source>
        <translation>تُنتظر قيمة</translation>
    </message>
    <message>
        <source>Expecting &apos;{sign}&apos; delimiter</source>
        <translation>تُنتظر العلامة الفاصلة &apos;{sign}&apos;</translation>
    </message>
    <message>
        <source>{name} cannot be read as a Parquet file: it is damaged or cut off.</source>
        <translation>تعذرت قراءة {name} كملف Parquet: إنه تالف أو مبتور.</translation>
    </message>
    <message>
        <source>Download or export it again.</source>
        <translation>نزّله أو صدّره ثانية.</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>كائن</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>قائمة</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>نص</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>عدد</translation>
    </message>
    <message>
        <source>Line {number} of {file} has more characters than can be read.</source>
        <translation>حروف السطر {number} من {file} أكثر مما يمكن قراءته.</translation>
    </message>
    <message>
        <source>Shorten it.</source>
        <translation>قصّره.</translation>
    </message>
    <message>
        <source>{name} cannot be unpacked: it is damaged or cut off.</source>
        <translation>تعذر فك ضغط {name}: إنه تالف أو مبتور.</translation>
    </message>
    <message>
        <source>Download or compress it again.</source>
        <translation>نزّله أو اضغطه ثانية.</translation>
    </message>
    <message>
        <source>Row {number} of {name} repeats the heading.</source>
        <translation>الصف {number} من {name} يكرر العنوان.</translation>
    </message>
    <message>
        <source>Delete the row.</source>
        <translation>احذف الصف.</translation>
    </message>
    <message>
        <source>Row {number} of {file} has {cells} cells, the heading has {names}.</source>
        <translation>خلايا الصف {number} من {file} عددها {cells}، وخلايا العنوان {names}.</translation>
    </message>
    <message>
        <source>Put texts that contain the separator or quotes in double quotes.</source>
        <translation>ضع النصوص التي تحوي الفاصل أو علامات اقتباس بين علامتي اقتباس مزدوجتين.</translation>
    </message>
    <message>
        <source>“{written}” cannot separate the cells of a table.</source>
        <translation>«{written}» لا يمكن أن يفصل خلايا جدول.</translation>
    </message>
    <message>
        <source>Choose one character: a comma, a semicolon, a bar or “tab”.</source>
        <translation>اختر علامة واحدة: فاصلة أو فاصلة منقوطة أو شَرطة عمودية أو «tab».</translation>
    </message>
    <message>
        <source>If the columns look wrong, choose another separator.</source>
        <translation>إن بدت الأعمدة خاطئة فاختر فاصلًا آخر.</translation>
    </message>
    <message>
        <source>A quote opened in row {number} of {file} is never closed.</source>
        <translation>علامة اقتباس فُتحت في الصف {number} من {file} لا تُغلق.</translation>
    </message>
    <message>
        <source>Close it with &quot;, or write quotes inside a text twice (&quot;&quot;).</source>
        <translation>أغلقها بـ &quot;، أو اكتب علامات الاقتباس داخل النص مرتين (&quot;&quot;).</translation>
    </message>
    <message>
        <source>Choose a file with text in it.</source>
        <translation>اختر ملفًا فيه نص.</translation>
    </message>
    <message>
        <source>The choice could not be kept</source>
        <translation>تعذر حفظ الاختيار</translation>
    </message>
    <message>
        <source>It takes more than a second for one conversation.</source>
        <translation>يستغرق أكثر من ثانية للمحادثة الواحدة.</translation>
    </message>
    <message>
        <source>{name} has no row {row}.</source>
        <translation>ليس في {name} الصف {row}.</translation>
    </message>
    <message>
        <source>Choose a number between the first row and the last.</source>
        <translation>اختر رقمًا بين الصف الأول والأخير.</translation>
    </message>
    <message>
        <source>There is no column {name} in {file}.</source>
        <translation>لا يوجد عمود {name} في {file}.</translation>
    </message>
    <message>
        <source>the data</source>
        <translation>البيانات</translation>
    </message>
    <message>
        <source>Only plain text can be joined into blocks, not rows with labels.</source>
        <translation>النص العادي وحده يمكن وصله في كتل، لا الصفوف ذات الوسوم.</translation>
    </message>
    <message>
        <source>Leave the packing out, or let the model learn the texts alone.</source>
        <translation>اترك الوصل، أو دع النموذج يتعلم النصوص وحدها.</translation>
    </message>
    <message>
        <source>No column of {file} looks like the answers to learn.</source>
        <translation>لا يبدو أي عمود في {file} كإجابات تُتعلم.</translation>
    </message>
    <message>
        <source>Choose the column to read and the column of labels. There are: {columns}.</source>
        <translation>اختر العمود الذي يُقرأ وعمود الوسوم. الموجود: {columns}.</translation>
    </message>
    <message>
        <source>Only plain text can be joined into blocks, and {file} has questions to answer.</source>
        <translation>النص العادي وحده يمكن وصله في كتل، وفي {file} أسئلة للإجابة عنها.</translation>
    </message>
    <message>
        <source>Only plain text can be joined into blocks, and no column of {file} looks like one.</source>
        <translation>النص العادي وحده يمكن وصله في كتل، ولا يبدو أي عمود في {file} كذلك.</translation>
    </message>
    <message>
        <source>Choose the one column that holds the text. There are: {columns}.</source>
        <translation>اختر العمود الواحد الذي يحوي النص. الموجود: {columns}.</translation>
    </message>
    <message>
        <source>No column of {file} is chosen for the answers.</source>
        <translation>لم يُختر عمود في {file} للإجابات.</translation>
    </message>
    <message>
        <source>Choose a file with named columns.</source>
        <translation>اختر ملفًا له أعمدة بأسماء.</translation>
    </message>
    <message>
        <source>Choose which columns are read and which one is learnt. There are: {columns}.</source>
        <translation>اختر الأعمدة التي تُقرأ والعمود الذي يُتعلم. الموجود: {columns}.</translation>
    </message>
    <message>
        <source>The chat template of this model is over a million characters long.</source>
        <translation>قالب محادثة هذا النموذج أطول من مليون حرف.</translation>
    </message>
    <message>
        <source>The chat template of this model is damaged: {rstrip}.</source>
        <translation>قالب محادثة هذا النموذج تالف: {rstrip}.</translation>
    </message>
    <message>
        <source>It holds a number of more than 64 bits.</source>
        <translation>يحوي عددًا أكبر من 64 بت.</translation>
    </message>
    <message>
        <source>Download tokenizer_config.json (and chat_template.jinja, if there is one) again.</source>
        <translation>نزّل tokenizer_config.json ثانية (و chat_template.jinja إن وُجد).</translation>
    </message>
    <message>
        <source>The model&apos;s chat template writes earlier answers of a conversation in another form than its last one.</source>
        <translation>يكتب قالب محادثة النموذج الإجابات السابقة في المحادثة بشكل غير شكل الأخيرة.</translation>
    </message>
    <message>
        <source>They are learnt as they stand there. Where that matters, give all but the last the weight 0.</source>
        <translation>تُتعلم كما هي مكتوبة هناك. إن كان ذلك مهمًا فأعطِ كل الإجابات عدا الأخيرة الوزن 0.</translation>
    </message>
    <message>
        <source>The chat template of this model cannot be used. {problem}</source>
        <translation>تعذر استخدام قالب محادثة هذا النموذج. {problem}</translation>
    </message>
    <message>
        <source>Choose the model from its own publisher: no whole template needs that.</source>
        <translation>اختر النموذج من ناشره نفسه: لا يحتاج أي قالب سليم إلى ذلك.</translation>
    </message>
    <message>
        <source>chat_template.jinja of this model cannot be read.</source>
        <translation>تعذرت قراءة chat_template.jinja الخاص بهذا النموذج.</translation>
    </message>
    <message>
        <source>tokenizer.json of {name} cannot be read.</source>
        <translation>تعذرت قراءة tokenizer.json الخاص بـ {name}.</translation>
    </message>
    <message>
        <source>Download tokenizer.json again.</source>
        <translation>نزّل tokenizer.json ثانية.</translation>
    </message>
    <message>
        <source>The tokenizer does not say how a text ends.</source>
        <translation>لا يقول المُجزِّئ كيف ينتهي النص.</translation>
    </message>
    <message>
        <source>Download tokenizer_config.json of this model too.</source>
        <translation>نزّل tokenizer_config.json الخاص بهذا النموذج أيضًا.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>القرص ممتلئ.</translation>
    </message>
    <message>
        <source>Free some space, then try again.</source>
        <translation>أفسح بعض المساحة ثم حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>Your share of the disk is used up.</source>
        <translation>استُهلكت حصتك من القرص.</translation>
    </message>
    <message>
        <source>The disk is read-only.</source>
        <translation>القرص للقراءة فقط.</translation>
    </message>
    <message>
        <source>Make it writable or choose another home folder.</source>
        <translation>اجعله قابلًا للكتابة أو اختر مجلدًا رئيسيًا آخر.</translation>
    </message>
    <message>
        <source>Writing is not permitted here.</source>
        <translation>الكتابة هنا غير مسموحة.</translation>
    </message>
    <message>
        <source>Check the permissions of the folder or choose another one.</source>
        <translation>تحقق من أذونات المجلد أو اختر مجلدًا آخر.</translation>
    </message>
    <message>
        <source>The file would be larger than your account may write.</source>
        <translation>سيكون الملف أكبر مما يُسمح لحسابك بكتابته.</translation>
    </message>
    <message>
        <source>Raise that limit, then try again.</source>
        <translation>ارفع هذا الحد ثم حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>The system allows too few open files.</source>
        <translation>يسمح النظام بعدد قليل جدًا من الملفات المفتوحة.</translation>
    </message>
    <message>
        <source>Raise that limit (`ulimit -n`), then try again.</source>
        <translation>ارفع هذا الحد (`ulimit -n`) ثم حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>Too many files are open on this computer.</source>
        <translation>ملفات كثيرة جدًا مفتوحة على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>The disk reported an error.</source>
        <translation>أبلغ القرص عن خطأ.</translation>
    </message>
    <message>
        <source>Check the disk, or move the home folder to another one.</source>
        <translation>افحص القرص، أو انقل المجلد الرئيسي إلى قرص آخر.</translation>
    </message>
    <message>
        <source>Look at the disk and try again.</source>
        <translation>انظر إلى القرص وحاول مجددًا.</translation>
    </message>
    <message>
        <source>It was stopped.</source>
        <translation>أوقف.</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>أُلغي</translation>
    </message>
    <message>
        <source>Close other programs, or choose --device cpu.</source>
        <translation>أغلق البرامج الأخرى، أو اختر ‎--device cpu.</translation>
    </message>
    <message>
        <source>The device ran out of memory.</source>
        <translation>نفدت ذاكرة الجهاز.</translation>
    </message>
    <message>
        <source>Something unexpected happened ({name}).</source>
        <translation>حدث شيء غير متوقع ({name}).</translation>
    </message>
    <message>
        <source>The run itself is untouched. The details are in the log of this job.</source>
        <translation>التدريب نفسه لم يتأثر. التفاصيل في سجل هذه المهمة.</translation>
    </message>
    <message>
        <source>This model gives labels and writes no answers.</source>
        <translation>هذا النموذج يعطي وسومًا ولا يكتب إجابات.</translation>
    </message>
    <message>
        <source>The conversation has {tokens} tokens, the model reads {outcome}.</source>
        <translation>في المحادثة {tokens} رمزًا، والنموذج يقرأ {outcome}.</translation>
    </message>
    <message>
        <source>Begin a new one, or ask a shorter question.</source>
        <translation>ابدأ محادثة جديدة، أو اطرح سؤالًا أقصر.</translation>
    </message>
    <message>
        <source>The conversation could not be kept</source>
        <translation>تعذر حفظ المحادثة</translation>
    </message>
    <message>
        <source>The checkpoint could not be saved</source>
        <translation>تعذر حفظ نقطة الحفظ</translation>
    </message>
    <message>
        <source>The checkpoint {name} belongs to {origin}.</source>
        <translation>نقطة الحفظ {name} تخص {origin}.</translation>
    </message>
    <message>
        <source>Put back what was changed and continue, or start a new run.</source>
        <translation>أعد ما تغيّر وتابع، أو ابدأ تدريبًا جديدًا.</translation>
    </message>
    <message>
        <source>What is left of {left} is kept in {folder}. </source>
        <translation>ما بقي من {left} محفوظ في {folder}. </translation>
    </message>
    <message>
        <source>No checkpoint of this run can be read.</source>
        <translation>لا يمكن قراءة أي نقطة حفظ لهذا التدريب.</translation>
    </message>
    <message>
        <source>The checkpoints of this run are gone.</source>
        <translation>اختفت نقاط حفظ هذا التدريب.</translation>
    </message>
    <message>
        <source>the list of files of {name} is missing or unreadable.</source>
        <translation>قائمة ملفات {name} مفقودة أو لا تُقرأ.</translation>
    </message>
    <message>
        <source>the list of files of {name} is not whole.</source>
        <translation>قائمة ملفات {name} ليست كاملة.</translation>
    </message>
    <message>
        <source>{name} of {name2} is missing.</source>
        <translation>{name} من {name2} مفقود.</translation>
    </message>
    <message>
        <source>{name} of {name2} does not match its fingerprint.</source>
        <translation>{name} من {name2} لا يطابق بصمته.</translation>
    </message>
    <message>
        <source>A checkpoint takes {one}, so one is written every {seconds}</source>
        <translation>تستغرق نقطة الحفظ {one}، لذا تُكتب واحدة كل {seconds}</translation>
    </message>
    <message>
        <source>More often would take more than 1 % of the time. Pause and stop always save.</source>
        <translation>كتابتها أكثر من ذلك تأخذ أكثر من 1٪ من الوقت. الإيقاف والإيقاف المؤقت يحفظان دائمًا.</translation>
    </message>
    <message>
        <source>The export cannot be loaded again, so it was not kept.</source>
        <translation>لا يمكن تحميل التصدير ثانية، لذا لم يُحتفظ به.</translation>
    </message>
    <message>
        <source>The details are in the log. Try another form, such as the adapter.</source>
        <translation>التفاصيل في السجل. جرّب شكلًا آخر، مثل المُهايئ.</translation>
    </message>
    <message>
        <source>Apple GPU</source>
        <translation>معالج رسوميات Apple</translation>
    </message>
    <message>
        <source>There is no device “{wanted}” that training can use.</source>
        <translation>لا يوجد جهاز «{wanted}» يصلح للتدريب.</translation>
    </message>
    <message>
        <source>There is: {found}. Choose one of them.</source>
        <translation>الموجود: {found}. اختر واحدًا منها.</translation>
    </message>
    <message>
        <source>There is no balance loss for the experts of {removesuffix}.</source>
        <translation>لا توجد خسارة توازن لخبراء {removesuffix}.</translation>
    </message>
    <message>
        <source>Train it without: this family keeps its experts in balance by itself, or has none.</source>
        <translation>درّبه بدونها: هذه العائلة توازن خبراءها بنفسها، أو ليس لها خبراء.</translation>
    </message>
    <message>
        <source>The export could not be written</source>
        <translation>تعذرت كتابة التصدير</translation>
    </message>
    <message>
        <source>There is something in {folder} already.</source>
        <translation>يوجد شيء في {folder} بالفعل.</translation>
    </message>
    <message>
        <source>Name a folder that is not there yet.</source>
        <translation>سمِّ مجلدًا غير موجود بعد.</translation>
    </message>
    <message>
        <source>“{path}” is no file that ranks need.</source>
        <translation>«{path}» ليس ملفًا تحتاجه عمليات التدريب.</translation>
    </message>
    <message>
        <source>See who else is on this network.</source>
        <translation>انظر من غيرك على هذه الشبكة.</translation>
    </message>
    <message>
        <source>This adapter cannot be merged piece by piece: {problem}.</source>
        <translation>لا يمكن دمج هذا المُهايئ قطعة قطعة: {problem}.</translation>
    </message>
    <message>
        <source>Export it merged, then convert that.</source>
        <translation>صدّره مدموجًا، ثم حوّل ذلك.</translation>
    </message>
    <message>
        <source>The export does not answer like the tuned model, so it was not kept. {first_difference}</source>
        <translation>لا يجيب التصدير كما يجيب النموذج المدرَّب، لذا لم يُحتفظ به. {first_difference}</translation>
    </message>
    <message>
        <source>Try another form, such as the adapter, and report this with the run&apos;s folder.</source>
        <translation>جرّب شكلًا آخر، مثل المُهايئ، وأبلغ عن هذا مع مجلد التدريب.</translation>
    </message>
    <message>
        <source>Even one row of {longest} tokens does not fit into the memory at update {update}.</source>
        <translation>حتى صف واحد من {longest} رمزًا لا يتسع في الذاكرة عند التحديث {update}.</translation>
    </message>
    <message>
        <source>Everything up to the update before is kept. Close other programs and continue, or cut rows shorter.</source>
        <translation>كل شيء حتى التحديث السابق محفوظ. أغلق البرامج الأخرى وتابع، أو قص الصفوف أقصر.</translation>
    </message>
    <message>
        <source>GPU {rank} of {world_size} ran out of memory at update {update}, and no other can go on without it.</source>
        <translation>نفدت ذاكرة معالج الرسوميات {rank} من {world_size} عند التحديث {update}، ولا يستطيع غيره المتابعة بدونه.</translation>
    </message>
    <message>
        <source>Everything up to the last checkpoint is kept. Close other programs that use the graphics card.</source>
        <translation>كل شيء حتى آخر نقطة حفظ محفوظ. أغلق البرامج الأخرى التي تستخدم بطاقة الرسوميات.</translation>
    </message>
    <message>
        <source>Everything up to the last checkpoint is kept.</source>
        <translation>كل شيء حتى آخر نقطة حفظ محفوظ.</translation>
    </message>
    <message>
        <source>Torchrun&apos;s store has not answered for {SILENT_SECONDS} s.</source>
        <translation>لم يستجب مخزن torchrun منذ {SILENT_SECONDS} ث.</translation>
    </message>
    <message>
        <source>{kept} Its computer is off or cut off from this one.</source>
        <translation>{kept} حاسوبها مطفأ أو منقطع عن هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Trained by {hosts} processes on {names}</source>
        <translation>درّبته {hosts} عمليات على {names}</translation>
    </message>
    <message>
        <source>The judgement could not be kept</source>
        <translation>تعذر حفظ التقييم</translation>
    </message>
    <message>
        <source>Even one row does not fit into the memory.</source>
        <translation>حتى صف واحد لا يتسع في الذاكرة.</translation>
    </message>
    <message>
        <source>Choose --device cpu.</source>
        <translation>اختر ‎--device cpu.</translation>
    </message>
    <message>
        <source>Choose another model, such as Llama, Qwen or Mistral, or let it write the label as an answer.</source>
        <translation>اختر نموذجًا آخر، مثل Llama أو Qwen أو Mistral، أو دعه يكتب الوسم كإجابة.</translation>
    </message>
    <message>
        <source>The model in {name} could not be loaded: {problem}</source>
        <translation>تعذر تحميل النموذج في {name}: {problem}</translation>
    </message>
    <message>
        <source>Download or copy the model again, or choose another one.</source>
        <translation>نزّل النموذج أو انسخه ثانية، أو اختر نموذجًا آخر.</translation>
    </message>
    <message>
        <source>{missing} weights of {name} are missing or have another size, such as {missing2}.</source>
        <translation>{missing} وزنًا من {name} مفقود أو حجمه مختلف، مثل {missing2}.</translation>
    </message>
    <message>
        <source>The folder does not hold the whole model. Download or copy it again.</source>
        <translation>ليس في المجلد النموذج كله. نزّله أو انسخه ثانية.</translation>
    </message>
    <message>
        <source>No model can be made from config.json of {name}: {problem}</source>
        <translation>لا يمكن صنع نموذج من config.json الخاص بـ {name}: {problem}</translation>
    </message>
    <message>
        <source>Take the config.json of a model that transformers knows, and change its sizes only.</source>
        <translation>خذ config.json من نموذج تعرفه transformers، وغيّر أحجامه فقط.</translation>
    </message>
    <message>
        <source>The tokenizer in {name} could not be loaded: {problem}</source>
        <translation>تعذر تحميل المُجزِّئ في {name}: {problem}</translation>
    </message>
    <message>
        <source>Download or copy the model again, with its tokenizer files.</source>
        <translation>نزّل النموذج أو انسخه ثانية مع ملفات المُجزِّئ.</translation>
    </message>
    <message>
        <source>The model has a batch norm ({name}), so what it learns from a row depends on the rows beside it.</source>
        <translation>في النموذج تطبيع دفعات ({name})، فما يتعلمه من صف يتوقف على الصفوف التي بجانبه.</translation>
    </message>
    <message>
        <source>No split would be the effective batch you asked for. Choose a model without batch norm.</source>
        <translation>لن يعطي أي تقسيم الدفعة الفعلية التي طلبتها. اختر نموذجًا بلا تطبيع دفعات (batch norm).</translation>
    </message>
    <message>
        <source>The model has no linear layer “{ending}” for an adapter.</source>
        <translation>ليس في النموذج طبقة خطية «{ending}» لمُهايئ.</translation>
    </message>
    <message>
        <source>There is: {there}; or write attention for all layers of the attention.</source>
        <translation>الموجود: {there}؛ أو اكتب attention لكل طبقات الانتباه.</translation>
    </message>
    <message>
        <source>Merging weights in few bits needs</source>
        <translation>دمج الأوزان ببتات قليلة يحتاج</translation>
    </message>
    <message>
        <source>This adapter cannot be merged: its base is stored in few bits and is no plain stack of matrices.</source>
        <translation>لا يمكن دمج هذا المُهايئ: أساسه مخزن ببتات قليلة وليس مجموعة مصفوفات بسيطة.</translation>
    </message>
    <message>
        <source>Export the adapter: it works beside its base model.</source>
        <translation>صدّر المُهايئ: إنه يعمل بجانب نموذجه الأساسي.</translation>
    </message>
    <message>
        <source>This is started by torchrun, on every computer that trains.</source>
        <translation>يبدأ هذا torchrun، على كل حاسوب يدرّب.</translation>
    </message>
    <message>
        <source>There is no run in {path}.</source>
        <translation>لا تدريب في {path}.</translation>
    </message>
    <message>
        <source>Somebody else works on {name}; nothing was done.</source>
        <translation>غيرك يعمل على {name}؛ لم يُفعل شيء.</translation>
    </message>
    <message>
        <source>{name} is finished.</source>
        <translation>انتهى {name}.</translation>
    </message>
    <message>
        <source>The other training processes cannot be reached: {splitlines}</source>
        <translation>تعذر الوصول إلى عمليات التدريب الأخرى: {splitlines}</translation>
    </message>
    <message>
        <source>The loss is no longer a number at updates {in_a_row}.</source>
        <translation>لم تعد الخسارة رقمًا عند التحديثات {in_a_row}.</translation>
    </message>
    <message>
        <source>The loss is no longer a number at update {in_a_row}.</source>
        <translation>لم تعد الخسارة رقمًا عند التحديث {in_a_row}.</translation>
    </message>
    <message>
        <source>Everything up to the update before is kept. A smaller learning rate usually helps.</source>
        <translation>كل شيء حتى التحديث السابق محفوظ. يفيد عادة معدل تعلم أصغر.</translation>
    </message>
    <message>
        <source>An 8-bit optimizer needs</source>
        <translation>المحسِّن ذو 8 بت يحتاج</translation>
    </message>
    <message>
        <source>Everything up to the last checkpoint is kept. The details are in worker.log of the run.</source>
        <translation>كل شيء حتى آخر نقطة حفظ محفوظ. التفاصيل في worker.log الخاص بالتدريب.</translation>
    </message>
    <message>
        <source>The training processes lost touch with each other: {splitlines}</source>
        <translation>انقطعت عمليات التدريب بعضها عن بعض: {splitlines}</translation>
    </message>
    <message>
        <source>One of {world_size} training processes has not answered for {PATIENCE_SECONDS} min.</source>
        <translation>إحدى عمليات التدريب وعددها {world_size} لم تستجب منذ {PATIENCE_SECONDS} د.</translation>
    </message>
    <message>
        <source>Ask for fewer, or choose cpu as the device: they then share the processor.</source>
        <translation>اطلب أقل، أو اختر cpu جهازًا: عندها تتقاسم المعالج.</translation>
    </message>
    <message>
        <source>{name} has no result yet.</source>
        <translation>لا نتيجة لـ {name} بعد.</translation>
    </message>
    <message>
        <source>Wait until it ends, or stop it: then it saves what it has learnt.</source>
        <translation>انتظر حتى ينتهي، أو أوقفه: عندها يحفظ ما تعلّمه.</translation>
    </message>
    <message>
        <source>{busy} is using {wanted}.</source>
        <translation>{busy} يستخدم {wanted}.</translation>
    </message>
    <message>
        <source>Wait until it ends, or choose the processor: --device cpu.</source>
        <translation>انتظر حتى ينتهي، أو اختر المعالج: ‎--device cpu.</translation>
    </message>
    <message>
        <source>Wait until the run ends, then try again.</source>
        <translation>انتظر حتى ينتهي التدريب، ثم حاول مجددًا.</translation>
    </message>
    <message>
        <source>{busy} is using the GPU, so this is done on the processor.</source>
        <translation>{busy} يستخدم معالج الرسوميات، لذا يُنفَّذ هذا على المعالج.</translation>
    </message>
    <message>
        <source>It is slower; the answers are those of the same model.</source>
        <translation>هذا أبطأ؛ والإجابات إجابات النموذج نفسه.</translation>
    </message>
    <message>
        <source>Nothing was measured. {problem}</source>
        <translation>لم يُقَس شيء. {problem}</translation>
    </message>
    <message>
        <source>Something unexpected happened while measuring ({name}).</source>
        <translation>حدث شيء غير متوقع أثناء القياس ({name}).</translation>
    </message>
    <message>
        <source>There were {limit_seconds} s for it.</source>
        <translation>كانت المهلة {limit_seconds} ث.</translation>
    </message>
    <message>
        <source>Weights in 4 bits need</source>
        <translation>الأوزان بـ 4 بت تحتاج</translation>
    </message>
    <message>
        <source>Weights in 8 bits need</source>
        <translation>الأوزان بـ 8 بت تحتاج</translation>
    </message>
    <message>
        <source>{what} the library bitsandbytes, which is not installed.</source>
        <translation>{what} مكتبة bitsandbytes، وهي غير مثبتة.</translation>
    </message>
    <message>
        <source>Install it with: &quot;{executable}&quot; -m pip install bitsandbytes. Or do without.</source>
        <translation>ثبّتها هكذا: &quot;{executable}&quot; -m pip install bitsandbytes. أو استغنِ عنها.</translation>
    </message>
    <message>
        <source>{what} the library bitsandbytes, which does not run on {type} here.</source>
        <translation>{what} مكتبة bitsandbytes، وهي لا تعمل على {type} هنا.</translation>
    </message>
    <message>
        <source>Do without, or use an NVIDIA card with a current driver.</source>
        <translation>استغنِ عنها، أو استخدم بطاقة NVIDIA ببرنامج تشغيل حديث.</translation>
    </message>
    <message>
        <source>The result could not be saved</source>
        <translation>تعذر حفظ النتيجة</translation>
    </message>
    <message>
        <source>The saved result does not score like the trained model (difference {difference}).</source>
        <translation>لا تعطي النتيجة المحفوظة درجات النموذج المدرَّب (الفرق {difference}).</translation>
    </message>
    <message>
        <source>The last checkpoint is kept. Report this with the run&apos;s folder.</source>
        <translation>آخر نقطة حفظ محفوظة. أبلغ عن هذا مع مجلد التدريب.</translation>
    </message>
    <message>
        <source>LoRA adapter, rank {rank}</source>
        <translation>مُهايئ LoRA، الرتبة {rank}</translation>
    </message>
    <message>
        <source>It does not fit on {name}. {what}</source>
        <translation>لا يتسع على {name}. {what}</translation>
    </message>
    <message>
        <source>Two ways of splitting the first update disagree by {relative_error}.</source>
        <translation>طريقتان لتقسيم التحديث الأول تختلفان بمقدار {relative_error}.</translation>
    </message>
    <message>
        <source>Training would not be the experiment you asked for, so it was not started. Report this model.</source>
        <translation>لن يكون التدريب التجربة التي طلبتها، لذا لم يبدأ. أبلغ عن هذا النموذج.</translation>
    </message>
    <message>
        <source>Held-out loss {eval_loss} before, {eval_loss2} after</source>
        <translation>الخسارة المحجوزة {eval_loss} قبل، و{eval_loss2} بعد</translation>
    </message>
    <message>
        <source>No rows were held out</source>
        <translation>لم يُحجز أي صف</translation>
    </message>
    <message>
        <source>Nightshift Studio {version}, torch {version2}, transformers {version3}, peft {version4}</source>
        <translation>Nightshift Studio {version}، torch {version2}، transformers {version3}، peft {version4}</translation>
    </message>
    <message>
        <source>There is nothing to answer.</source>
        <translation>لا شيء للإجابة عنه.</translation>
    </message>
    <message>
        <source>Start a run with prompts of your own.</source>
        <translation>ابدأ تدريبًا بأسئلة من عندك.</translation>
    </message>
    <message>
        <source>Prompts are not answered while GPUs share one model.</source>
        <translation>لا يُجاب عن الأسئلة ما دامت معالجات الرسوميات تتقاسم نموذجًا واحدًا.</translation>
    </message>
    <message>
        <source>Try the result when it is done.</source>
        <translation>جرّب النتيجة عند انتهائه.</translation>
    </message>
    <message>
        <source>There was no memory to answer prompts after update {update}.</source>
        <translation>لم تكفِ الذاكرة للإجابة عن الأسئلة بعد التحديث {update}.</translation>
    </message>
    <message>
        <source>Learning goes on, and nothing else was touched.</source>
        <translation>يستمر التعلم، ولم يتأثر شيء آخر.</translation>
    </message>
    <message>
        <source>The way from {name} to its labels is not known here.</source>
        <translation>الطريق من {name} إلى وسومه غير معروف هنا.</translation>
    </message>
    <message>
        <source>The layers of this model are not known, so it cannot be divided among GPUs.</source>
        <translation>طبقات هذا النموذج غير معروفة، فلا يمكن تقسيمه على معالجات الرسوميات.</translation>
    </message>
    <message>
        <source>Choose a smaller model, one such as Llama, Qwen or Mistral, or 4-bit weights on each GPU.</source>
        <translation>اختر نموذجًا أصغر، أو واحدًا مثل Llama أو Qwen أو Mistral، أو أوزانًا بـ 4 بت على كل معالج رسوميات.</translation>
    </message>
    <message>
        <source>The memory ran out in the middle of update {update}.</source>
        <translation>نفدت الذاكرة في منتصف التحديث {update}.</translation>
    </message>
    <message>
        <source>What the optimizer keeps for each weight does not fit into the memory at update {update}.</source>
        <translation>ما يحفظه المحسِّن لكل وزن لا يتسع في الذاكرة عند التحديث {update}.</translation>
    </message>
    <message>
        <source>Everything up to the update before is kept. Close other programs and continue, or choose an optimizer that keeps less, such as 8-bit AdamW.</source>
        <translation>كل شيء حتى التحديث السابق محفوظ. أغلق البرامج الأخرى وتابع، أو اختر محسِّنًا يحفظ أقل، مثل AdamW بـ 8 بت.</translation>
    </message>
    <message>
        <source>Out of memory in the optimizer at update {update}, redone</source>
        <translation>نفدت الذاكرة في المحسِّن عند التحديث {update}، وأُعيد</translation>
    </message>
    <message>
        <source>The update was made again from unchanged weights; nothing was lost.</source>
        <translation>أُعيد التحديث من أوزان لم تتغير؛ لم يضع شيء.</translation>
    </message>
    <message>
        <source>GGUF has no name for {stored}.</source>
        <translation>ليس في GGUF اسم لـ {stored}.</translation>
    </message>
    <message>
        <source>Export it merged: transformers reads that.</source>
        <translation>صدّره مدموجًا: transformers تقرأ ذلك.</translation>
    </message>
    <message>
        <source>The run&apos;s events could not be written</source>
        <translation>تعذرت كتابة أحداث التدريب</translation>
    </message>
    <message>
        <source>The graphics card broke off its work: {rstrip}.</source>
        <translation>قطعت بطاقة الرسوميات عملها: {rstrip}.</translation>
    </message>
    <message>
        <source>Everything up to the last checkpoint is kept. If it happens again, restart the computer and update the card&apos;s driver.</source>
        <translation>كل شيء حتى آخر نقطة حفظ محفوظ. إن تكرر فأعد تشغيل الحاسوب وحدّث برنامج تشغيل البطاقة.</translation>
    </message>
    <message>
        <source>Something unexpected happened in the training program ({name}).</source>
        <translation>حدث شيء غير متوقع في برنامج التدريب ({name}).</translation>
    </message>
    <message>
        <source>Everything up to the last checkpoint is kept. Close other programs and continue the run.</source>
        <translation>كل شيء حتى آخر نقطة حفظ محفوظ. أغلق البرامج الأخرى وتابع التدريب.</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>متوقف مؤقتًا</translation>
    </message>
    <message>
        <source>LoRA adapter of rank {rank}</source>
        <translation>مُهايئ LoRA برتبة {rank}</translation>
    </message>
    <message>
        <source>Licence of the base: {licence}.</source>
        <translation>ترخيص الأساس: {licence}.</translation>
    </message>
    <message>
        <source>Known are: {FAMILIES}.</source>
        <translation>المعروف: {FAMILIES}.</translation>
    </message>
    <message>
        <source>This model cannot become a GGUF file: {why}.</source>
        <translation>لا يمكن تحويل هذا النموذج إلى ملف GGUF: {why}.</translation>
    </message>
    <message>
        <source>{hint} Export it merged: transformers and vLLM read that.</source>
        <translation>{hint} صدّره مدموجًا: transformers و vLLM تقرآن ذلك.</translation>
    </message>
    <message>
        <source>Export it merged: transformers and vLLM read that.</source>
        <translation>صدّره مدموجًا: transformers و vLLM تقرآن ذلك.</translation>
    </message>
    <message>
        <source>Export it as gguf: llama.cpp reads the model&apos;s own template.</source>
        <translation>صدّره بصيغة gguf: يقرأ llama.cpp قالب النموذج نفسه.</translation>
    </message>
    <message>
        <source>Ollama cannot write conversations the way this model&apos;s chat template does.</source>
        <translation>لا يستطيع Ollama كتابة المحادثات كما يكتبها قالب محادثة هذا النموذج.</translation>
    </message>
    <message>
        <source>Every weight learnt, so there is no adapter.</source>
        <translation>تعلّمت كل الأوزان، فلا يوجد مُهايئ.</translation>
    </message>
    <message>
        <source>Export it merged: that is the whole model.</source>
        <translation>صدّره مدموجًا: ذلك هو النموذج كله.</translation>
    </message>
    <message>
        <source>q8_0 is a type of GGUF files only.</source>
        <translation>q8_0 نوع لملفات GGUF فقط.</translation>
    </message>
    <message>
        <source>Choose float16, bfloat16 or float32, or export as gguf or ollama.</source>
        <translation>اختر float16 أو bfloat16 أو float32، أو صدّر بصيغة gguf أو ollama.</translation>
    </message>
    <message>
        <source>The export needs {needed} on the disk, and {free} are free.</source>
        <translation>يحتاج التصدير {needed} على القرص، والحر {free}.</translation>
    </message>
    <message>
        <source>Free some space, or name a folder on another disk with --to.</source>
        <translation>أفسح بعض المساحة، أو سمِّ مجلدًا على قرص آخر بـ ‎--to.</translation>
    </message>
    <message>
        <source>The library gguf, which writes such files, is not installed.</source>
        <translation>مكتبة gguf التي تكتب مثل هذه الملفات غير مثبتة.</translation>
    </message>
    <message>
        <source>A model that gives labels cannot become a GGUF file.</source>
        <translation>لا يمكن تحويل نموذج يعطي وسومًا إلى ملف GGUF.</translation>
    </message>
    <message>
        <source>Export it merged.</source>
        <translation>صدّره مدموجًا.</translation>
    </message>
    <message>
        <source>Experts beside weights in few bits cannot be merged.</source>
        <translation>لا يمكن دمج الخبراء بجانب أوزان ببتات قليلة.</translation>
    </message>
    <message>
        <source>Export the adapter.</source>
        <translation>صدّر المُهايئ.</translation>
    </message>
    <message>
        <source>In answer {number} the studio&apos;s word {place} is token {wanted}, {consumer} takes token {chosen}.</source>
        <translation>في الإجابة {number} كلمة Nightshift رقم {place} هي الرمز {wanted}، ويأخذ {consumer} الرمز {chosen}.</translation>
    </message>
    <message>
        <source>{consumer} reads “{text}” as other tokens.</source>
        <translation>يقرأ {consumer} «{text}» رموزًا أخرى.</translation>
    </message>
    <message>
        <source>There is no proved export in {folder}.</source>
        <translation>لا تصدير مُثبَت في {folder}.</translation>
    </message>
    <message>
        <source>Export the run first.</source>
        <translation>صدّر التدريب أولًا.</translation>
    </message>
    <message>
        <source>Nothing can be sent to the hub without your token.</source>
        <translation>لا يمكن إرسال شيء إلى Hub دون رمز وصولك.</translation>
    </message>
    <message>
        <source>Create one of the kind “Write” at {TOKENS_PAGE} and keep it by `nightshift token`.</source>
        <translation>أنشئ واحدًا من نوع «Write» في {TOKENS_PAGE} واحفظه بـ `nightshift token`.</translation>
    </message>
    <message>
        <source>Trying again in {seconds} s.</source>
        <translation>يحاول ثانية بعد {seconds} ث.</translation>
    </message>
    <message>
        <source>Fine-tuned with Nightshift Studio</source>
        <translation>دُرِّب باستخدام Nightshift Studio</translation>
    </message>
    <message>
        <source>{name} is on the hub already and holds something else.</source>
        <translation>{name} موجود في Hub بالفعل وفيه شيء آخر.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>اختر اسمًا آخر.</translation>
    </message>
    <message>
        <source>{name} is on the hub already, and everybody can see it.</source>
        <translation>{name} موجود في Hub بالفعل، ويراه الجميع.</translation>
    </message>
    <message>
        <source>Choose another name, or let everybody see this one too.</source>
        <translation>اختر اسمًا آخر، أو دع الجميع يرون هذا أيضًا.</translation>
    </message>
    <message>
        <source>The hub holds {wrong} otherwise than it was sent.</source>
        <translation>ما في Hub من {wrong} غير ما أُرسل.</translation>
    </message>
    <message>
        <source>Push it again; do not use what is there.</source>
        <translation>أرسله ثانية؛ لا تستخدم ما هناك.</translation>
    </message>
    <message>
        <source>The network is switched off on this computer by HF_HUB_OFFLINE.</source>
        <translation>الشبكة معطلة على هذا الحاسوب بواسطة HF_HUB_OFFLINE.</translation>
    </message>
    <message>
        <source>Remove that setting, then push again.</source>
        <translation>أزل ذلك الإعداد، ثم أرسل ثانية.</translation>
    </message>
    <message>
        <source>The hub does not take this export as it is.</source>
        <translation>لا يقبل Hub هذا التصدير كما هو.</translation>
    </message>
    <message>
        <source>It says: {split}</source>
        <translation>يقول: {split}</translation>
    </message>
    <message>
        <source>The connection was cut while files were sent.</source>
        <translation>انقطع الاتصال أثناء إرسال الملفات.</translation>
    </message>
    <message>
        <source>Push it again to go on.</source>
        <translation>أرسله ثانية للإكمال.</translation>
    </message>
    <message>
        <source>The hub has trouble of its own (answer {status}).</source>
        <translation>لدى Hub مشكلة خاصة به (الرد {status}).</translation>
    </message>
    <message>
        <source>Push it again later to go on.</source>
        <translation>أرسله ثانية لاحقًا للإكمال.</translation>
    </message>
    <message>
        <source>The hub does not accept your token.</source>
        <translation>لا يقبل Hub رمز وصولك.</translation>
    </message>
    <message>
        <source>It may have been deleted or have run out: create one of the kind “Write” at {TOKENS_PAGE} and keep it by `nightshift token`.</source>
        <translation>ربما حُذف أو انتهت صلاحيته: أنشئ واحدًا من نوع «Write» في {TOKENS_PAGE} واحفظه بـ `nightshift token`.</translation>
    </message>
    <message>
        <source>Your token may not write to {name}.</source>
        <translation>لا يحق لرمز وصولك الكتابة إلى {name}.</translation>
    </message>
    <message>
        <source>Check the owner&apos;s name, and that the token is of the kind “Write”: {TOKENS_PAGE}.</source>
        <translation>تحقق من اسم المالك، ومن أن رمز الوصول من نوع «Write»: {TOKENS_PAGE}.</translation>
    </message>
    <message>
        <source>The hub did not take {name}.</source>
        <translation>لم يقبل Hub {name}.</translation>
    </message>
    <message>
        <source>It says: {told}</source>
        <translation>يقول: {told}</translation>
    </message>
    <message>
        <source>{name}: begins</source>
        <translation>{name}: يبدأ</translation>
    </message>
    <message>
        <source>{name}: nobody could be told: {problem}</source>
        <translation>{name}: تعذر إخبار أحد: {problem}</translation>
    </message>
    <message>
        <source>The computer goes to sleep or shuts down.</source>
        <translation>يدخل الحاسوب في السكون أو يتوقف تشغيله.</translation>
    </message>
    <message>
        <source>The run itself is not touched by it.</source>
        <translation>التدريب نفسه لم يتأثر بذلك.</translation>
    </message>
    <message>
        <source>The computer was switched off or restarted while the run was going</source>
        <translation>أُطفئ الحاسوب أو أُعيد تشغيله أثناء التدريب</translation>
    </message>
    <message>
        <source>It goes on from its last checkpoint; what came after is made again.</source>
        <translation>يكمل من آخر نقطة حفظ له؛ وما جاء بعدها يُعاد.</translation>
    </message>
    <message>
        <source>The report could not be finished, or nobody could be told of it in time.</source>
        <translation>تعذر إنهاء التقرير، أو تعذر إخبار أحد به في الوقت المناسب.</translation>
    </message>
    <message>
        <source>Something unexpected happened while looking ({name}).</source>
        <translation>حدث شيء غير متوقع أثناء النظر ({name}).</translation>
    </message>
    <message>
        <source>Try it again; the details are in bench.log.</source>
        <translation>حاول مجددًا؛ التفاصيل في bench.log.</translation>
    </message>
    <message>
        <source>The program that does this ended unexpectedly ({gone}).</source>
        <translation>انتهى البرنامج الذي يفعل هذا على غير المتوقع ({gone}).</translation>
    </message>
    <message>
        <source>The details are in {log}.</source>
        <translation>التفاصيل في {log}.</translation>
    </message>
    <message>
        <source>The answer never came: its process ended.</source>
        <translation>لم تأتِ الإجابة: انتهت عمليتها.</translation>
    </message>
    <message>
        <source>Try it again.</source>
        <translation>حاول مجددًا.</translation>
    </message>
    <message>
        <source>It is not known here how this system is {done_to}.</source>
        <translation>لا يُعرف هنا كيف يمكن {done_to} في هذا النظام.</translation>
    </message>
    <message>
        <source>The computer could not be {done_to}.</source>
        <translation>تعذر {done_to} على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>The system refused {do}.</source>
        <translation>رفض النظام {do}.</translation>
    </message>
    <message>
        <source>Something unexpected happened while downloading ({name}).</source>
        <translation>حدث شيء غير متوقع أثناء التنزيل ({name}).</translation>
    </message>
    <message>
        <source>What was downloaded is kept; the details are in downloads.log.</source>
        <translation>ما نُزّل محفوظ؛ التفاصيل في downloads.log.</translation>
    </message>
    <message>
        <source>{model} could not be written</source>
        <translation>تعذرت كتابة {model}</translation>
    </message>
    <message>
        <source>{model} is being downloaded already.</source>
        <translation>يُنزَّل {model} بالفعل.</translation>
    </message>
    <message>
        <source>Wait until that has ended.</source>
        <translation>انتظر حتى ينتهي ذلك.</translation>
    </message>
    <message>
        <source>The download ended unexpectedly (exit code {exit_code}).</source>
        <translation>انتهى التنزيل على غير المتوقع (رمز الخروج {exit_code}).</translation>
    </message>
    <message>
        <source>What was downloaded is kept: download it again to go on.</source>
        <translation>ما نُزّل محفوظ: نزّل ثانية للإكمال.</translation>
    </message>
    <message>
        <source>The checkpoints could not be set aside</source>
        <translation>تعذرت تنحية نقاط الحفظ</translation>
    </message>
    <message>
        <source>you log in again</source>
        <translation>تسجّل الدخول ثانية</translation>
    </message>
    <message>
        <source>the program is started again</source>
        <translation>يُشغَّل البرنامج ثانية</translation>
    </message>
    <message>
        <source>worth a look</source>
        <translation>يستحق نظرة</translation>
    </message>
    <message>
        <source>could not check</source>
        <translation>تعذر الفحص</translation>
    </message>
    <message>
        <source>The computer goes to sleep after {seconds}. </source>
        <translation>يدخل الحاسوب في السكون بعد {seconds}. </translation>
    </message>
    <message>
        <source>The computer goes to sleep after {seconds}</source>
        <translation>يدخل الحاسوب في السكون بعد {seconds}</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>دقيقة واحدة</translation>
    </message>
    <message>
        <source>{seconds} minutes</source>
        <translation>{seconds} دقائق</translation>
    </message>
    <message>
        <source>Plugged in. If the power fails, the run goes on from its last checkpoint when {AGAIN}.</source>
        <translation>موصول بالكهرباء. إن انقطعت، يكمل التدريب من آخر نقطة حفظ عندما {AGAIN}.</translation>
    </message>
    <message>
        <source>If it does so tonight, the run goes on from its last checkpoint when {AGAIN}.</source>
        <translation>إن فعل ذلك الليلة، يكمل التدريب من آخر نقطة حفظ عندما {AGAIN}.</translation>
    </message>
    <message>
        <source>No other program holds much of the {name}.</source>
        <translation>لا برنامج آخر يشغل كثيرًا من {name}.</translation>
    </message>
    <message>
        <source>{upper}{name} uses {used_bytes} of the {name2}</source>
        <translation>يستخدم {upper}{name} {used_bytes} من {name2}</translation>
    </message>
    <message>
        <source>Close {name} for the night.</source>
        <translation>أغلق {name} لهذه الليلة.</translation>
    </message>
    <message>
        <source>The run needs at most {peak_bytes} of {free_bytes} that are free now.</source>
        <translation>يحتاج التدريب {peak_bytes} على الأكثر من {free_bytes} الحرة الآن.</translation>
    </message>
    <message>
        <source>spills into main memory, where that is possible, and gets many times slower</source>
        <translation>يفيض إلى الذاكرة الرئيسية حيث يمكن ذلك ويصير أبطأ بكثير</translation>
    </message>
    <message>
        <source>The run needs {spare} more memory than is free now</source>
        <translation>يحتاج التدريب ذاكرة أكثر من الحرة الآن بمقدار {spare}</translation>
    </message>
    <message>
        <source>All checkpoints kept at once take about {one}; </source>
        <translation>كل نقاط الحفظ المحتفظ بها معًا تأخذ نحو {one}؛ </translation>
    </message>
    <message>
        <source>The disk has {free} free, and the run may need {needs}</source>
        <translation>الحر على القرص {free}، وقد يحتاج التدريب {needs}</translation>
    </message>
    <message>
        <source>The {name} does not tell its temperature.</source>
        <translation>لا تُظهر {name} حرارتها.</translation>
    </message>
    <message>
        <source>The {name} is hot already</source>
        <translation>{name} ساخنة بالفعل</translation>
    </message>
    <message>
        <source>Updates ran on this device with the longest rows: {peak_bytes} at most.</source>
        <translation>جرت تحديثات على هذا الجهاز بأطول الصفوف: {peak_bytes} على الأكثر.</translation>
    </message>
    <message>
        <source>Something unexpected happened while sending ({name}).</source>
        <translation>حدث شيء غير متوقع أثناء الإرسال ({name}).</translation>
    </message>
    <message>
        <source>Push it again to go on; the details are in after.log.</source>
        <translation>أرسله ثانية للإكمال؛ التفاصيل في after.log.</translation>
    </message>
    <message>
        <source>The studio on {host} looks after the runs in {folder}, which both computers share.</source>
        <translation>يعتني Nightshift على {host} بالتدريبات في {folder}، الذي يتشاركه الحاسوبان.</translation>
    </message>
    <message>
        <source>Close it there first. If that computer is switched off, delete {foreman_lease} and try again.</source>
        <translation>أغلقه هناك أولًا. إن كان ذلك الحاسوب مطفأ فاحذف {foreman_lease} وحاول مجددًا.</translation>
    </message>
    <message>
        <source>{name} waits: {title}</source>
        <translation>{name} ينتظر: {title}</translation>
    </message>
    <message>
        <source>{update} of {updates} updates.</source>
        <translation>{update} من {updates} تحديثًا.</translation>
    </message>
    <message>
        <source>Best held-out loss {eval_loss}.</source>
        <translation>أفضل خسارة محجوزة {eval_loss}.</translation>
    </message>
    <message>
        <source>There is no address for the webhook.</source>
        <translation>لا عنوان للـ webhook.</translation>
    </message>
    <message>
        <source>This computer has no desktop to show a note on.</source>
        <translation>ليس على هذا الحاسوب سطح مكتب تظهر عليه إشعارات.</translation>
    </message>
    <message>
        <source>Nightshift Studio</source>
        <translation>Nightshift Studio</translation>
    </message>
    <message>
        <source>This computer shows no notes on its desktop.</source>
        <translation>لا يُظهر هذا الحاسوب إشعارات على سطح مكتبه.</translation>
    </message>
    <message>
        <source>The report could not be written: {strerror}.</source>
        <translation>تعذرت كتابة التقرير: {strerror}.</translation>
    </message>
    <message>
        <source>graphics card</source>
        <translation>بطاقة رسوميات</translation>
    </message>
    <message>
        <source>lost card</source>
        <translation>بطاقة مفقودة</translation>
    </message>
    <message>
        <source>The {card} does not answer</source>
        <translation>{card} لا تستجيب</translation>
    </message>
    <message>
        <source>The run goes on when it is back. If it stays away, restart the computer: nothing is lost.</source>
        <translation>يكمل التدريب عندما تعود. إن بقيت غائبة فأعد تشغيل الحاسوب: لا يضيع شيء.</translation>
    </message>
    <message>
        <source>The disk is nearly full: {free} free, {needs} needed</source>
        <translation>القرص يكاد يمتلئ: الحر {free}، واللازم {needs}</translation>
    </message>
    <message>
        <source>Free some space on the disk of {folder}; the run then goes on by itself.</source>
        <translation>أفسح بعض المساحة على قرص {folder}؛ عندها يكمل التدريب من تلقاء نفسه.</translation>
    </message>
    <message>
        <source>hot card</source>
        <translation>بطاقة ساخنة</translation>
    </message>
    <message>
        <source>The {card} is {celsius} °C hot</source>
        <translation>حرارة {card} {celsius}°م</translation>
    </message>
    <message>
        <source>The run goes on below {pause_above_celsius} °C. Look at its fans and at the air around it.</source>
        <translation>يكمل التدريب تحت {pause_above_celsius}°م. انظر إلى مراوحها والهواء حولها.</translation>
    </message>
    <message>
        <source>All checkpoints of this run need {needs} more, and {free} are free</source>
        <translation>تحتاج كل نقاط حفظ هذا التدريب {needs} أكثر، والحر {free}</translation>
    </message>
    <message>
        <source>Free some space now. Where it runs out, the run waits and goes on by itself.</source>
        <translation>أفسح بعض المساحة الآن. إن نفدت، ينتظر التدريب ويكمل من تلقاء نفسه.</translation>
    </message>
    <message>
        <source>That is no address of a webhook.</source>
        <translation>هذا ليس عنوان webhook.</translation>
    </message>
    <message>
        <source>Copy it whole; it begins with https://.</source>
        <translation>انسخه كاملًا؛ يبدأ بـ https://.</translation>
    </message>
    <message>
        <source>The address</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>The webhook refused the note (it answered {code}).</source>
        <translation>رفض الـ webhook الإشعار (ردّ بـ {code}).</translation>
    </message>
    <message>
        <source>The webhook did not answer within {patience} s.</source>
        <translation>لم يستجب الـ webhook خلال {patience} ث.</translation>
    </message>
    <message>
        <source>The webhook did not answer in time.</source>
        <translation>لم يستجب الـ webhook في الوقت المناسب.</translation>
    </message>
    <message>
        <source>The webhook cannot be reached.</source>
        <translation>تعذر الوصول إلى الـ webhook.</translation>
    </message>
    <message>
        <source>The webhook broke off the connection.</source>
        <translation>قطع الـ webhook الاتصال.</translation>
    </message>
    <message>
        <source>The address of the webhook is no address.</source>
        <translation>عنوان الـ webhook ليس عنوانًا.</translation>
    </message>
    <message>
        <source>No NVIDIA card was found; training uses the processor and the computer&apos;s memory.</source>
        <translation>لم يُعثر على بطاقة NVIDIA؛ يستخدم التدريب المعالج وذاكرة الحاسوب.</translation>
    </message>
    <message>
        <source>The NVIDIA card does</source>
        <translation>بطاقة NVIDIA</translation>
    </message>
    <message>
        <source>{lost} NVIDIA cards do</source>
        <translation>{lost} بطاقات NVIDIA</translation>
    </message>
    <message>
        <source>{count} not answer ({said}); restart the computer, or train with the processor until then.</source>
        <translation>{count} لا تستجيب ({said})؛ أعد تشغيل الحاسوب، أو درّب بالمعالج إلى ذلك الحين.</translation>
    </message>
    <message>
        <source>The NVIDIA driver does not answer ({said}); install or restart it, or train with the processor until then.</source>
        <translation>لا يستجيب برنامج تشغيل NVIDIA ({said})؛ ثبّته أو أعد تشغيله، أو درّب بالمعالج إلى ذلك الحين.</translation>
    </message>
    <message>
        <source>{devices} cards: {join}.</source>
        <translation>{devices} بطاقات: {join}.</translation>
    </message>
    <message>
        <source>{name} with {total_bytes}, {free_bytes} free</source>
        <translation>{name} بذاكرة {total_bytes}، الحر منها {free_bytes}</translation>
    </message>
    <message>
        <source>nvidia-ml-py is not installed</source>
        <translation>nvidia-ml-py غير مثبتة</translation>
    </message>
    <message>
        <source>A slice (MIG) of card {index}; other slices of it are not touched.</source>
        <translation>شريحة (MIG) من البطاقة {index}؛ لا تُمس شرائحها الأخرى.</translation>
    </message>
    <message>
        <source>NVIDIA card</source>
        <translation>بطاقة NVIDIA</translation>
    </message>
    <message>
        <source>another program</source>
        <translation>برنامج آخر</translation>
    </message>
    <message>
        <source>the desktop</source>
        <translation>سطح المكتب</translation>
    </message>
    <message>
        <source>{model_name}, {cores} core</source>
        <translation>{model_name}، {cores} نواة</translation>
    </message>
    <message>
        <source>{model_name}, {cores} cores</source>
        <translation>{model_name}، {cores} أنوية</translation>
    </message>
    <message>
        <source>One NVIDIA card does</source>
        <translation>بطاقة NVIDIA واحدة</translation>
    </message>
    <message>
        <source>{lost_cards} NVIDIA cards do</source>
        <translation>{lost_cards} بطاقات NVIDIA</translation>
    </message>
    <message>
        <source>{count} not answer; restart the computer to get it back.</source>
        <translation>{count} لا تستجيب؛ أعد تشغيل الحاسوب لاستعادتها.</translation>
    </message>
    <message>
        <source>{upper}{name} holds {used_bytes} of the {name2}.</source>
        <translation>يشغل {upper}{name} {used_bytes} من {name2}.</translation>
    </message>
    <message>
        <source>Only {free} GB are free on the disk of {home}; checkpoints and results need room.</source>
        <translation>الحر {free} غ.ب فقط على قرص {home}؛ وتحتاج نقاط الحفظ والنتائج إلى مساحة.</translation>
    </message>
    <message>
        <source>The computer runs on its battery, {percent} % left; plug it in for the night.</source>
        <translation>يعمل الحاسوب على بطاريته، وبقي {percent}٪؛ أوصله بالكهرباء لليل.</translation>
    </message>
    <message>
        <source>The engine is not set up yet.</source>
        <translation>لم يُجهَّز المحرك بعد.</translation>
    </message>
    <message>
        <source>Set it up on the first page of the window, or with: nightshift environment make</source>
        <translation>جهّزه في أول صفحة من النافذة، أو بالأمر: nightshift environment make</translation>
    </message>
    <message>
        <source>This environment is not there, or not whole.</source>
        <translation>هذه البيئة غير موجودة، أو ليست كاملة.</translation>
    </message>
    <message>
        <source>Set the engine up again.</source>
        <translation>جهّز المحرك ثانية.</translation>
    </message>
    <message>
        <source>There is no earlier environment to go back to.</source>
        <translation>لا توجد بيئة سابقة للعودة إليها.</translation>
    </message>
    <message>
        <source>To repair this one, set it up again.</source>
        <translation>لإصلاح هذه، جهّزها ثانية.</translation>
    </message>
    <message>
        <source>{name} is going: the engine stays as it is until it has ended.</source>
        <translation>{name} يعمل: يبقى المحرك كما هو حتى ينتهي.</translation>
    </message>
    <message>
        <source>Wait for it, or stop it: a stopped run can be resumed later.</source>
        <translation>انتظره، أو أوقفه: التدريب الموقوف يمكن متابعته لاحقًا.</translation>
    </message>
    <message>
        <source>The choice of the engine could not be kept</source>
        <translation>تعذر حفظ اختيار المحرك</translation>
    </message>
    <message>
        <source>The program is not whole: its own package is missing.</source>
        <translation>البرنامج ليس كاملًا: حزمته نفسها مفقودة.</translation>
    </message>
    <message>
        <source>Install it again.</source>
        <translation>ثبّته ثانية.</translation>
    </message>
    <message>
        <source>The engine&apos;s packages</source>
        <translation>حزم المحرك</translation>
    </message>
    <message>
        <source>What is in it</source>
        <translation>ما فيه</translation>
    </message>
    <message>
        <source>{filename} could not be used</source>
        <translation>تعذر استخدام {filename}</translation>
    </message>
    <message>
        <source>Something unexpected happened while setting up ({name}).</source>
        <translation>حدث شيء غير متوقع أثناء التجهيز ({name}).</translation>
    </message>
    <message>
        <source>Try it again; if it comes back, report it.</source>
        <translation>حاول مجددًا؛ إن تكرر فأبلغ عنه.</translation>
    </message>
    <message>
        <source>“{unknown}” is not known here.</source>
        <translation>«{unknown}» غير معروف هنا.</translation>
    </message>
    <message>
        <source>Asking pip for PyTorch</source>
        <translation>يُسأل pip عن PyTorch</translation>
    </message>
    <message>
        <source>PyTorch {version} for {build}</source>
        <translation>PyTorch {version} لـ {build}</translation>
    </message>
    <message>
        <source>{partition} Trying another way.</source>
        <translation>{partition} تُجرَّب طريقة أخرى.</translation>
    </message>
    <message>
        <source>PyTorch works, but is larger than needed.</source>
        <translation>يعمل PyTorch، لكنه أكبر من اللازم.</translation>
    </message>
    <message>
        <source>The disk has {free} GB free, and {needed_bytes} GB are needed.</source>
        <translation>الحر على القرص {free} غ.ب، واللازم {needed_bytes} غ.ب.</translation>
    </message>
    <message>
        <source>Free some space, or choose a folder on another disk.</source>
        <translation>أفسح بعض المساحة، أو اختر مجلدًا على قرص آخر.</translation>
    </message>
    <message>
        <source>Free some space (3 GB with the processor&apos;s PyTorch, 9 GB with NVIDIA&apos;s) and start again.</source>
        <translation>أفسح بعض المساحة (3 غ.ب مع PyTorch للمعالج، 9 غ.ب مع PyTorch لبطاقات NVIDIA) وابدأ ثانية.</translation>
    </message>
    <message>
        <source>What was downloaded is not what was asked for.</source>
        <translation>ما نُزّل ليس ما طُلب.</translation>
    </message>
    <message>
        <source>Start again. If it comes back, a mirror or a proxy changes files: use another network.</source>
        <translation>ابدأ ثانية. إن تكرر، فهناك خادم مرآة أو وكيل يغيّر الملفات: استخدم شبكة أخرى.</translation>
    </message>
    <message>
        <source>The download server&apos;s certificate is not trusted here.</source>
        <translation>شهادة خادم التنزيل غير موثوقة هنا.</translation>
    </message>
    <message>
        <source>If your network has its own certificate, tell pip with `pip config set global.cert FILE` and start again.</source>
        <translation>إن كانت لشبكتك شهادتها الخاصة فأخبر بها pip بالأمر `pip config set global.cert FILE` وابدأ ثانية.</translation>
    </message>
    <message>
        <source>The proxy refuses the download.</source>
        <translation>يرفض الوكيل التنزيل.</translation>
    </message>
    <message>
        <source>Check the proxy that pip and this computer are set to (HTTPS_PROXY, `pip config list`) and start again.</source>
        <translation>تحقق من الوكيل المضبوط في pip وفي هذا الحاسوب (HTTPS_PROXY، `pip config list`) وابدأ ثانية.</translation>
    </message>
    <message>
        <source>The download server cannot be reached.</source>
        <translation>تعذر الوصول إلى خادم التنزيل.</translation>
    </message>
    <message>
        <source>Check the connection (or the proxy and mirror that pip is set to) and start again; what is here is kept.</source>
        <translation>تحقق من الاتصال (أو من الوكيل والمرآة المضبوطين في pip) وابدأ ثانية؛ ما هنا محفوظ.</translation>
    </message>
    <message>
        <source>The listed versions contradict each other.</source>
        <translation>الإصدارات المذكورة يناقض بعضها بعضًا.</translation>
    </message>
    <message>
        <source>Undo your changes to pyproject.toml or constraints.txt; if there are none, please report this.</source>
        <translation>تراجع عن تعديلاتك على pyproject.toml أو constraints.txt؛ وإن لم تكن هناك تعديلات فأبلغ عن هذا.</translation>
    </message>
    <message>
        <source>There is no {0} for this computer where pip looks.</source>
        <translation>لا يوجد {0} لهذا الحاسوب حيث يبحث pip.</translation>
    </message>
    <message>
        <source>Python may be too new or too old (3.11 to 3.13 are tested), the system too old (Linux from 2022 on works), or pip is set to a mirror that lacks it (see `pip config list`).</source>
        <translation>قد يكون Python أحدث أو أقدم من اللازم (جُرِّبت 3.11 إلى 3.13)، أو النظام أقدم من اللازم (يعمل Linux ابتداءً من 2022)، أو pip مضبوطًا على مرآة تنقصها (انظر `pip config list`).</translation>
    </message>
    <message>
        <source>This Python cannot make virtual environments.</source>
        <translation>لا يستطيع Python هذا صنع بيئات افتراضية.</translation>
    </message>
    <message>
        <source>On Debian and Ubuntu: sudo apt-get install python3-venv. Then start again.</source>
        <translation>على Debian و Ubuntu: ‏sudo apt-get install python3-venv. ثم ابدأ ثانية.</translation>
    </message>
    <message>
        <source>Another program is installing system packages.</source>
        <translation>برنامج آخر يثبّت حزم النظام.</translation>
    </message>
    <message>
        <source>Wait until it is done and start again.</source>
        <translation>انتظر حتى ينتهي وابدأ ثانية.</translation>
    </message>
    <message>
        <source>The system library {0} is missing.</source>
        <translation>مكتبة النظام {0} مفقودة.</translation>
    </message>
    <message>
        <source>Install it with your system&apos;s package manager and start again.</source>
        <translation>ثبّتها بمدير حزم نظامك وابدأ ثانية.</translation>
    </message>
    <message>
        <source>A system library of Windows is missing.</source>
        <translation>مكتبة من مكتبات Windows مفقودة.</translation>
    </message>
    <message>
        <source>Install the Microsoft Visual C++ Redistributable (x64) and start again.</source>
        <translation>ثبّت Microsoft Visual C++ Redistributable (x64) وابدأ ثانية.</translation>
    </message>
    <message>
        <source>Windows refused a long file name.</source>
        <translation>رفض Windows اسم ملف طويلًا.</translation>
    </message>
    <message>
        <source>A file may not be written.</source>
        <translation>لا تُسمح كتابة ملف.</translation>
    </message>
    <message>
        <source>Check that you own this folder and that no running studio uses its .venv, and start again.</source>
        <translation>تحقق من أنك تملك هذا المجلد ومن أن Nightshift لا يعمل من ‎.venv الذي فيه، وابدأ ثانية.</translation>
    </message>
    <message>
        <source>The computer ran out of memory.</source>
        <translation>نفدت ذاكرة الحاسوب.</translation>
    </message>
    <message>
        <source>Close other programs and start again.</source>
        <translation>أغلق البرامج الأخرى وابدأ ثانية.</translation>
    </message>
    <message>
        <source>A package could not be built.</source>
        <translation>تعذر بناء حزمة.</translation>
    </message>
    <message>
        <source>Use Python 3.11, 3.12 or 3.13, for which everything comes ready-made.</source>
        <translation>استخدم Python 3.11 أو 3.12 أو 3.13، فكل شيء جاهز لها.</translation>
    </message>
    <message>
        <source>It did not say why in a way that is known here.</source>
        <translation>لم يُذكر السبب بطريقة معروفة هنا.</translation>
    </message>
    <message>
        <source>The lines below may tell. Starting again does no harm.</source>
        <translation>قد تقول السطور أدناه السبب. البدء ثانية لا يضر.</translation>
    </message>
    <message>
        <source>“{step}” failed. {why}</source>
        <translation>فشلت الخطوة «{step}». {why}</translation>
    </message>
    <message>
        <source>The engine of this studio is the Python that runs it: {executable}.</source>
        <translation>محرك Nightshift هذا هو Python الذي يشغّله: {executable}.</translation>
    </message>
    <message>
        <source>To repair it, start packaging/start.py, or install the package again with pip.</source>
        <translation>لإصلاحه شغّل packaging/start.py، أو ثبّت الحزمة ثانية بـ pip.</translation>
    </message>
    <message>
        <source>The engine is being set up already.</source>
        <translation>يُجهَّز المحرك بالفعل.</translation>
    </message>
    <message>
        <source>Setting up ended unexpectedly (exit code {exit_code}).</source>
        <translation>انتهى التجهيز على غير المتوقع (رمز الخروج {exit_code}).</translation>
    </message>
    <message>
        <source>Start it again; the details are in {log}.</source>
        <translation>ابدأه ثانية؛ التفاصيل في {log}.</translation>
    </message>
    <message>
        <source>The engine cannot be moved into the folder it is in.</source>
        <translation>لا يمكن نقل المحرك إلى المجلد الذي هو فيه.</translation>
    </message>
    <message>
        <source>Copy or save this plot</source>
        <translation>انسخ هذا الرسم أو احفظه</translation>
    </message>
    <message>
        <source>Copy as a picture</source>
        <translation>انسخ كصورة</translation>
    </message>
    <message>
        <source>Save as a picture (PNG)…</source>
        <translation>احفظ كصورة (PNG)…</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>صورة PNG (*.png)</translation>
    </message>
    <message>
        <source>Save as a drawing (SVG)…</source>
        <translation>احفظ كرسم متجه (SVG)…</translation>
    </message>
    <message>
        <source>SVG drawing (*.svg)</source>
        <translation>رسم SVG (*.svg)</translation>
    </message>
    <message>
        <source>Save the numbers (CSV)…</source>
        <translation>احفظ الأرقام (CSV)…</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>جدول (*.csv)</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>احفظ</translation>
    </message>
    <message>
        <source>The plot was copied.</source>
        <translation>نُسخ الرسم.</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>حُفظ باسم {name}.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>اختر مجلدًا آخر.</translation>
    </message>
    <message>
        <source>{name} could not be saved.</source>
        <translation>تعذر حفظ {name}.</translation>
    </message>
    <message>
        <source>AMD cards</source>
        <translation>بطاقات AMD</translation>
    </message>
    <message>
        <source>Make the engine&apos;s environment anew: nightshift environment repair.</source>
        <translation>اصنع بيئة المحرك من جديد: nightshift environment repair.</translation>
    </message>
    <message>
        <source>Set the program up again: packaging/start.py repairs what is missing.</source>
        <translation>جهّز البرنامج ثانية: packaging/start.py يصلح ما ينقص.</translation>
    </message>
    <message>
        <source>{file} of {name} is missing or not whole</source>
        <translation>{file} من {name} مفقود أو ليس كاملًا</translation>
    </message>
    <message>
        <source>{packages} packages with {files} files are whole</source>
        <translation>{packages} حزمة فيها {files} ملفًا، وكلها كاملة</translation>
    </message>
    <message>
        <source>{name} {name2} is here in place of {version}</source>
        <translation>الموجود هنا {name} {name2} بدل {version}</translation>
    </message>
    <message>
        <source>{name} is missing</source>
        <translation>{name} مفقود</translation>
    </message>
    <message>
        <source>{name} {version} is here, and {specifier} is needed</source>
        <translation>الموجود هنا {name} {version}، واللازم {specifier}</translation>
    </message>
    <message>
        <source>With {rows} held-out rows that is a rough estimate.</source>
        <translation>مع {rows} صفًا محجوزًا هذا تقدير تقريبي.</translation>
    </message>
    <message>
        <source>It learned, and then began to know its rows by heart.</source>
        <translation>تعلّم، ثم بدأ يحفظ صفوفه عن ظهر قلب.</translation>
    </message>
    <message>
        <source>Its held-out loss was lowest after update {at} ({lowest}) and rose to {last}.</source>
        <translation>كانت خسارته المحجوزة أدنى بعد التحديث {at} ({lowest}) ثم ارتفعت إلى {last}.</translation>
    </message>
    <message>
        <source>The result holds its best weights unless you asked for the last. Fewer epochs would do.</source>
        <translation>تحوي النتيجة أفضل أوزانه ما لم تطلب الأخيرة. تكفي مرات أقل على الصفوف.</translation>
    </message>
    <message>
        <source>It learned what your rows have in common.</source>
        <translation>تعلّم المشترك بين صفوفك.</translation>
    </message>
    <message>
        <source>Its held-out loss still fell at the end, so more epochs may help further.</source>
        <translation>كانت خسارته المحجوزة ما زالت تنخفض في النهاية، فقد تفيد مرات أكثر.</translation>
    </message>
    <message>
        <source>It learned its rows by heart and nothing that helps with others.</source>
        <translation>حفظ صفوفه عن ظهر قلب ولم يتعلم ما يفيد مع غيرها.</translation>
    </message>
    <message>
        <source>Take more rows or fewer epochs, a lower learning rate or a smaller rank.</source>
        <translation>خذ صفوفًا أكثر أو مرات أقل على الصفوف، أو معدل تعلم أقل أو رتبة أصغر.</translation>
    </message>
    <message>
        <source>It is worse than before.</source>
        <translation>إنه أسوأ من قبل.</translation>
    </message>
    <message>
        <source>The learning rate is most likely too high: take a tenth of it.</source>
        <translation>الأرجح أن معدل التعلم أعلى بكثير من اللازم: خذ عُشره.</translation>
    </message>
    <message>
        <source>It is the same as before, as far as these rows can tell.</source>
        <translation>إنه كما كان من قبل، بقدر ما تدل هذه الصفوف.</translation>
    </message>
    <message>
        <source>Take a higher learning rate or more updates, and look whether the answers are what is learnt.</source>
        <translation>خذ معدل تعلم أعلى أو تحديثات أكثر، وانظر هل الإجابات هي ما يُتعلم.</translation>
    </message>
    <message>
        <source>{before} before, {after} after</source>
        <translation>{before} قبل، {after} بعد</translation>
    </message>
    <message>
        <source>It forgot something: its loss on a general text rose ({told}).</source>
        <translation>نسي شيئًا: ارتفعت خسارته على نص عام ({told}).</translation>
    </message>
    <message>
        <source>It did not forget: its loss on a general text is {told}.</source>
        <translation>لم ينسَ: خسارته على نص عام {told}.</translation>
    </message>
    <message>
        <source>On {rows} rows it never saw, the loss was {before} before and {after} after: a change of {change}, with 95 % certainty between {low} and {high}.</source>
        <translation>على {rows} صفًا لم يرها قط كانت الخسارة {before} قبل و{after} بعد: تغير {change}، بيقين 95٪ بين {low} و{high}.</translation>
    </message>
    <message>
        <source>Choose a home folder on a disk of this computer (--home), or have locks turned on for that disk.</source>
        <translation>اختر مجلدًا رئيسيًا على قرص في هذا الحاسوب (‎--home)، أو اطلب تفعيل الأقفال لذلك القرص.</translation>
    </message>
    <message>
        <source>There is no model “{name}” in the catalog.</source>
        <translation>لا نموذج باسم «{name}» في القائمة.</translation>
    </message>
    <message>
        <source>Did you mean {named}? Any other model of the hub is named with its owner, like Qwen/Qwen3-8B.</source>
        <translation>هل قصدت {named}؟ أي نموذج آخر من Hub يُسمى مع مالكه، مثل Qwen/Qwen3-8B.</translation>
    </message>
    <message>
        <source>{name} has no files of rows that can be read.</source>
        <translation>ليس في {name} ملفات صفوف يمكن قراءتها.</translation>
    </message>
    <message>
        <source>Choose one with Parquet, JSONL, JSON or CSV files.</source>
        <translation>اختر واحدة فيها ملفات Parquet أو JSONL أو JSON أو CSV.</translation>
    </message>
    <message>
        <source>Name one of them: hub:{name}:{split}.</source>
        <translation>سمِّ واحدًا منها: hub:{name}:{split}.</translation>
    </message>
    <message>
        <source>The hub tells no hash of {name} of {name2}.</source>
        <translation>لا يذكر Hub بصمة {name} من {name2}.</translation>
    </message>
    <message>
        <source>Choose another dataset.</source>
        <translation>اختر مجموعة بيانات أخرى.</translation>
    </message>
    <message>
        <source>Another version of {model} is here already.</source>
        <translation>نسخة أخرى من {model} موجودة هنا بالفعل.</translation>
    </message>
    <message>
        <source>Move the folder {folder} away, then download again.</source>
        <translation>انقل المجلد {folder} بعيدًا، ثم نزّل ثانية.</translation>
    </message>
    <message>
        <source>There is too little room: the files need {need} more, {free} are free.</source>
        <translation>المساحة قليلة جدًا: تحتاج الملفات {need} أكثر، والحر {free}.</translation>
    </message>
    <message>
        <source>Free {need}, or choose another home folder with --home.</source>
        <translation>أفسح {need}، أو اختر مجلدًا رئيسيًا آخر بـ ‎--home.</translation>
    </message>
    <message>
        <source>{name} of {model} arrived damaged twice: it does not match the hash the hub tells.</source>
        <translation>وصل {name} من {model} تالفًا مرتين: لا يطابق البصمة التي يذكرها Hub.</translation>
    </message>
    <message>
        <source>Try again later, or through another network; nothing of it is used.</source>
        <translation>حاول لاحقًا، أو عبر شبكة أخرى؛ لا يُستخدم شيء منه.</translation>
    </message>
    <message>
        <source>The connection was cut.</source>
        <translation>انقطع الاتصال.</translation>
    </message>
    <message>
        <source>Check the connection; what was downloaded is kept.</source>
        <translation>تحقق من الاتصال؛ ما نُزّل محفوظ.</translation>
    </message>
    <message>
        <source>{name} cannot be trained here: it has no {required}.</source>
        <translation>لا يمكن تدريب {name} هنا: ليس فيه {required}.</translation>
    </message>
    <message>
        <source>Choose a newer version of the model, or another one.</source>
        <translation>اختر إصدارًا أحدث من النموذج، أو نموذجًا آخر.</translation>
    </message>
    <message>
        <source>{name} of {name2} has {size} bytes, which no model needs.</source>
        <translation>حجم {name} من {name2} هو {size} بايت، ولا يحتاج أي نموذج إلى ذلك.</translation>
    </message>
    <message>
        <source>Do not use this model.</source>
        <translation>لا تستخدم هذا النموذج.</translation>
    </message>
    <message>
        <source>{model} is an adapter, not a whole model.</source>
        <translation>{model} مُهايئ، وليس نموذجًا كاملًا.</translation>
    </message>
    <message>
        <source>Download the model it was made for.</source>
        <translation>نزّل النموذج الذي صُنع له.</translation>
    </message>
    <message>
        <source>{model} holds GGUF files: made for running a model, not for training it.</source>
        <translation>{model} فيه ملفات GGUF: صُنعت لتشغيل النموذج لا لتدريبه.</translation>
    </message>
    <message>
        <source>Download the original model; its page on the hub names it.</source>
        <translation>نزّل النموذج الأصلي؛ صفحته في Hub تذكر اسمه.</translation>
    </message>
    <message>
        <source>The weights of {model} are in an old format that can run programs when it is opened.</source>
        <translation>أوزان {model} بصيغة قديمة يمكن أن تشغّل برامج عند فتحها.</translation>
    </message>
    <message>
        <source>Choose a version of the model that has *.safetensors files.</source>
        <translation>اختر إصدارًا من النموذج فيه ملفات ‎*.safetensors.</translation>
    </message>
    <message>
        <source>{model} has no weights that can be trained.</source>
        <translation>ليس في {model} أوزان يمكن تدريبها.</translation>
    </message>
    <message>
        <source>Choose a model with *.safetensors files.</source>
        <translation>اختر نموذجًا فيه ملفات ‎*.safetensors.</translation>
    </message>
    <message>
        <source>The hub&apos;s answer makes no sense.</source>
        <translation>رد Hub غير مفهوم.</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>حاول لاحقًا.</translation>
    </message>
    <message>
        <source>Downloads are switched off on this computer by HF_HUB_OFFLINE.</source>
        <translation>التنزيل معطل على هذا الحاسوب بواسطة HF_HUB_OFFLINE.</translation>
    </message>
    <message>
        <source>Remove that setting, or choose a model folder that is here already.</source>
        <translation>أزل ذلك الإعداد، أو اختر مجلد نموذج موجود هنا بالفعل.</translation>
    </message>
    <message>
        <source>The hub asks to wait: too many downloads from your address.</source>
        <translation>يطلب Hub الانتظار: تنزيلات كثيرة جدًا من عنوانك.</translation>
    </message>
    <message>
        <source>Wait an hour. {LATER}</source>
        <translation>انتظر ساعة. {LATER}</translation>
    </message>
    <message>
        <source>Try again later. {LATER}</source>
        <translation>حاول لاحقًا. {LATER}</translation>
    </message>
    <message>
        <source>{model} has no version “{revision}”.</source>
        <translation>ليس لـ {model} الإصدار «{revision}».</translation>
    </message>
    <message>
        <source>Leave the version out for the newest.</source>
        <translation>اترك الإصدار لتأخذ الأحدث.</translation>
    </message>
    <message>
        <source>A file of {model} is no longer on the hub.</source>
        <translation>لم يعد أحد ملفات {model} في Hub.</translation>
    </message>
    <message>
        <source>Download the newest version.</source>
        <translation>نزّل أحدث إصدار.</translation>
    </message>
    <message>
        <source>It may have been deleted or have run out: create one at {TOKENS_PAGE} and keep it by `nightshift token`.</source>
        <translation>ربما حُذف أو انتهت صلاحيته: أنشئ واحدًا في {TOKENS_PAGE} واحفظه بـ `nightshift token`.</translation>
    </message>
    <message>
        <source>The hub does not let you have {model}.</source>
        <translation>لا يسمح لك Hub بأخذ {model}.</translation>
    </message>
    <message>
        <source>Your token may lack the right to read it: create one of the kind “Read” at {TOKENS_PAGE} and keep it by `nightshift token`.</source>
        <translation>ربما ينقص رمز وصولك حق قراءته: أنشئ واحدًا من نوع «Read» في {TOKENS_PAGE} واحفظه بـ `nightshift token`.</translation>
    </message>
    <message>
        <source>There is no {model} on the hub, or it is private.</source>
        <translation>لا يوجد {model} في Hub، أو أنه خاص.</translation>
    </message>
    <message>
        <source>Check how it is spelt, the owner too; for a private one keep your token first, by `nightshift token`.</source>
        <translation>تحقق من كتابة الاسم والمالك؛ وإن كان خاصًا فاحفظ رمز وصولك أولًا بـ `nightshift token`.</translation>
    </message>
    <message>
        <source>The hub refused (answer {status}).</source>
        <translation>رفض Hub (الرد {status}).</translation>
    </message>
    <message>
        <source>The owner of {model} gives it only to those who agree to its licence.</source>
        <translation>يعطي مالك {model} نموذجه لمن يقبل ترخيصه فقط.</translation>
    </message>
    <message>
        <source>{endpoint} cannot prove that it is the hub.</source>
        <translation>لا يستطيع {endpoint} إثبات أنه Hub.</translation>
    </message>
    <message>
        <source>See that this computer&apos;s date is right; a company&apos;s network may need its own certificate.</source>
        <translation>تأكد من صحة تاريخ هذا الحاسوب؛ قد تحتاج شبكة الشركة إلى شهادتها الخاصة.</translation>
    </message>
    <message>
        <source>{endpoint} cannot be reached.</source>
        <translation>تعذر الوصول إلى {endpoint}.</translation>
    </message>
    <message>
        <source>Check the connection, and the proxy if you use one. {LATER}</source>
        <translation>تحقق من الاتصال، ومن الوكيل إن كنت تستخدمه. {LATER}</translation>
    </message>
    <message>
        <source>Choose the folder of a language model: it holds config.json, tokenizer.json and *.safetensors files.</source>
        <translation>اختر مجلد نموذج لغوي: فيه config.json و tokenizer.json وملفات ‎*.safetensors.</translation>
    </message>
    <message>
        <source>The tokenizer of {name} is in an old format: tokenizer.json is missing.</source>
        <translation>مُجزِّئ {name} بصيغة قديمة: tokenizer.json مفقود.</translation>
    </message>
    <message>
        <source>Download tokenizer.json of this model too, or choose a version of the model that has it.</source>
        <translation>نزّل tokenizer.json الخاص بهذا النموذج أيضًا، أو اختر إصدارًا منه يحويه.</translation>
    </message>
    <message>
        <source>{name} has no tokenizer: tokenizer.json is missing.</source>
        <translation>ليس لـ {name} مُجزِّئ: tokenizer.json مفقود.</translation>
    </message>
    <message>
        <source>Download tokenizer.json of this model too.</source>
        <translation>نزّل tokenizer.json الخاص بهذا النموذج أيضًا.</translation>
    </message>
    <message>
        <source>{name} has {size} bytes, which no model needs.</source>
        <translation>حجم {name} هو {size} بايت، ولا يحتاج أي نموذج إلى ذلك.</translation>
    </message>
    <message>
        <source>Download {name} again.</source>
        <translation>نزّل {name} ثانية.</translation>
    </message>
    <message>
        <source>{name} of the model cannot be read: {strerror}.</source>
        <translation>تعذرت قراءة {name} الخاص بالنموذج: {strerror}.</translation>
    </message>
    <message>
        <source>Check its permissions.</source>
        <translation>تحقق من أذوناته.</translation>
    </message>
    <message>
        <source>{name} of the model is damaged.</source>
        <translation>{name} الخاص بالنموذج تالف.</translation>
    </message>
    <message>
        <source>There is no folder {path}.</source>
        <translation>لا يوجد مجلد {path}.</translation>
    </message>
    <message>
        <source>Check the name, or choose the model&apos;s folder again.</source>
        <translation>تحقق من الاسم، أو اختر مجلد النموذج ثانية.</translation>
    </message>
    <message>
        <source>{name} is a GGUF file: made for running a model, not for training it.</source>
        <translation>{name} ملف GGUF: صُنع لتشغيل النموذج لا لتدريبه.</translation>
    </message>
    <message>
        <source>Choose the folder of the original model, the one with *.safetensors files.</source>
        <translation>اختر مجلد النموذج الأصلي، الذي فيه ملفات ‎*.safetensors.</translation>
    </message>
    <message>
        <source>{name} is a file, not the folder of a model.</source>
        <translation>{name} ملف، وليس مجلد نموذج.</translation>
    </message>
    <message>
        <source>{name} holds an adapter, not a whole model.</source>
        <translation>{name} فيه مُهايئ، لا نموذج كامل.</translation>
    </message>
    <message>
        <source>Choose the model it was made for: {base}.</source>
        <translation>اختر النموذج الذي صُنع له: {base}.</translation>
    </message>
    <message>
        <source>Choose the model it was made for.</source>
        <translation>اختر النموذج الذي صُنع له.</translation>
    </message>
    <message>
        <source>{name} holds GGUF files: made for running a model, not for training it.</source>
        <translation>{name} فيه ملفات GGUF: صُنعت لتشغيل النموذج لا لتدريبه.</translation>
    </message>
    <message>
        <source>{name} is not the folder of a model: config.json is missing.</source>
        <translation>{name} ليس مجلد نموذج: config.json مفقود.</translation>
    </message>
    <message>
        <source>config.json does not say what kind of model this is.</source>
        <translation>لا يقول config.json ما نوع هذا النموذج.</translation>
    </message>
    <message>
        <source>The weights of {name} are in an old format that can run programs when it is opened.</source>
        <translation>أوزان {name} بصيغة قديمة يمكن أن تشغّل برامج عند فتحها.</translation>
    </message>
    <message>
        <source>Convert them to safetensors, or choose a version of the model that has *.safetensors files.</source>
        <translation>حوّلها إلى safetensors، أو اختر إصدارًا من النموذج فيه ملفات ‎*.safetensors.</translation>
    </message>
    <message>
        <source>{name} has no weights: model.safetensors is missing.</source>
        <translation>ليس في {name} أوزان: model.safetensors مفقود.</translation>
    </message>
    <message>
        <source>Download the *.safetensors files of this model.</source>
        <translation>نزّل ملفات ‎*.safetensors الخاصة بهذا النموذج.</translation>
    </message>
    <message>
        <source>The weights of {name} are already compressed ({method}) and cannot be trained as they are.</source>
        <translation>أوزان {name} مضغوطة بالفعل ({method}) ولا يمكن تدريبها كما هي.</translation>
    </message>
    <message>
        <source>Choose the original model; the studio makes it smaller itself where that helps.</source>
        <translation>اختر النموذج الأصلي؛ يصغّره Nightshift بنفسه حيث يفيد ذلك.</translation>
    </message>
    <message>
        <source>The weights know {words} tokens, config.json says {vocab_size}.</source>
        <translation>تعرف الأوزان {words} رمزًا، ويقول config.json: ‏{vocab_size}.</translation>
    </message>
    <message>
        <source>The files belong to different models: download all of them again.</source>
        <translation>الملفات لنماذج مختلفة: نزّلها كلها ثانية.</translation>
    </message>
    <message>
        <source>The weights hold {layers} layers, config.json says {num_layers}.</source>
        <translation>في الأوزان {layers} طبقة، ويقول config.json: ‏{num_layers}.</translation>
    </message>
    <message>
        <source>“{DATASET}” is no name of a dataset.</source>
        <translation>«{DATASET}» ليس اسم مجموعة بيانات.</translation>
    </message>
    <message>
        <source>Names have an owner and may name a part: openai/gsm8k:main/train.</source>
        <translation>للأسماء مالك وقد تذكر جزءًا: openai/gsm8k:main/train.</translation>
    </message>
    <message>
        <source>“{model}” is no name of a model.</source>
        <translation>«{model}» ليس اسم نموذج.</translation>
    </message>
    <message>
        <source>Names have an owner, like Qwen/Qwen3-8B.</source>
        <translation>للأسماء مالك، مثل Qwen/Qwen3-8B.</translation>
    </message>
    <message>
        <source>This model wants to run program code that came with it ({file}).</source>
        <translation>يريد هذا النموذج تشغيل برنامج جاء معه ({file}).</translation>
    </message>
    <message>
        <source>Choose a version of the model without code of its own. If its kind is built in, as with Llama, Qwen, Mistral, Gemma and Phi, removing &apos;{key}&apos; from {file} is enough.</source>
        <translation>اختر إصدارًا من النموذج بلا برنامج خاص به. إن كان نوعه معروفًا هنا، مثل Llama و Qwen و Mistral و Gemma و Phi، فيكفي حذف &apos;{key}&apos; من {file}.</translation>
    </message>
    <message>
        <source>{name} is a link to a file outside the model&apos;s folder.</source>
        <translation>{name} رابط إلى ملف خارج مجلد النموذج.</translation>
    </message>
    <message>
        <source>Copy the file itself into {name}.</source>
        <translation>انسخ الملف نفسه إلى {name}.</translation>
    </message>
    <message>
        <source>{name} has {st_size} bytes, which no tokenizer needs.</source>
        <translation>حجم {name} هو {st_size} بايت، ولا يحتاج أي مُجزِّئ إلى ذلك.</translation>
    </message>
    <message>
        <source>The tokenizer knows {highest} tokens, the model {vocab_size}.</source>
        <translation>يعرف المُجزِّئ {highest} رمزًا، والنموذج {vocab_size}.</translation>
    </message>
    <message>
        <source>config.json of the model claims {num_layers} layers.</source>
        <translation>يدّعي config.json الخاص بالنموذج {num_layers} طبقة.</translation>
    </message>
    <message>
        <source>Download config.json again.</source>
        <translation>نزّل config.json ثانية.</translation>
    </message>
    <message>
        <source>config.json of the model gives {value} for {name}, which should be a whole number.</source>
        <translation>يعطي config.json الخاص بالنموذج {value} لـ {name}، ويجب أن يكون عددًا صحيحًا.</translation>
    </message>
    <message>
        <source>config.json of the model gives 0 for {name}.</source>
        <translation>يعطي config.json الخاص بالنموذج 0 لـ {name}.</translation>
    </message>
    <message>
        <source>config.json of the model does not say its {names}.</source>
        <translation>لا يذكر config.json الخاص بالنموذج {names}.</translation>
    </message>
    <message>
        <source>Choose the folder of a language model that writes text, such as Llama, Qwen, Mistral or Gemma.</source>
        <translation>اختر مجلد نموذج لغوي يكتب نصًا، مثل Llama أو Qwen أو Mistral أو Gemma.</translation>
    </message>
    <message>
        <source>That is no token of the hub: those begin with “hf_”.</source>
        <translation>هذا ليس رمز وصول إلى Hub: تلك تبدأ بـ «hf_».</translation>
    </message>
    <message>
        <source>The token</source>
        <translation>رمز الوصول</translation>
    </message>
    <message>
        <source>{missing} of {placed} weights of this model are missing, the first is {missing2}.</source>
        <translation>{missing} من {placed} وزنًا لهذا النموذج مفقودة، أولها {missing2}.</translation>
    </message>
    <message>
        <source>Download {placed} again: a model with missing weights would be partly random.</source>
        <translation>نزّل {placed} ثانية: نموذج تنقصه أوزان يكون عشوائيًا جزئيًا.</translation>
    </message>
    <message>
        <source>{name} is cut off or no safetensors file: it has {size} bytes.</source>
        <translation>{name} مبتور أو ليس ملف safetensors: حجمه {size} بايت.</translation>
    </message>
    <message>
        <source>{name} has a table of contents of {length} bytes, which no model needs.</source>
        <translation>فهرس {name} حجمه {length} بايت، ولا يحتاج أي نموذج إلى ذلك.</translation>
    </message>
    <message>
        <source>The table of contents of {name} cannot be read.</source>
        <translation>تعذرت قراءة فهرس {name}.</translation>
    </message>
    <message>
        <source>{name} lists {entries} weights, which no model needs.</source>
        <translation>يذكر {name} {entries} وزنًا، ولا يحتاج أي نموذج إلى ذلك.</translation>
    </message>
    <message>
        <source>Two weights of {name} lie in the same place.</source>
        <translation>وزنان في {name} في الموضع نفسه.</translation>
    </message>
    <message>
        <source>{name} is cut off: {size} of {expected} bytes are there.</source>
        <translation>{name} مبتور: الموجود {size} من {expected} بايت.</translation>
    </message>
    <message>
        <source>{name} holds more than its table of contents says.</source>
        <translation>في {name} أكثر مما يقوله فهرسه.</translation>
    </message>
    <message>
        <source>The entry of {name} in {name2} makes no sense.</source>
        <translation>مدخل {name} في {name2} غير مفهوم.</translation>
    </message>
    <message>
        <source>{INDEX} has {size} bytes, which no model needs.</source>
        <translation>حجم {INDEX} هو {size} بايت، ولا يحتاج أي نموذج إلى ذلك.</translation>
    </message>
    <message>
        <source>Download {INDEX} again.</source>
        <translation>نزّل {INDEX} ثانية.</translation>
    </message>
    <message>
        <source>The list of the model&apos;s files, {INDEX}, cannot be read.</source>
        <translation>تعذرت قراءة قائمة ملفات النموذج، {INDEX}.</translation>
    </message>
    <message>
        <source>{INDEX} lists {placed} weights.</source>
        <translation>يذكر {INDEX} {placed} وزنًا.</translation>
    </message>
    <message>
        <source>The model&apos;s list of files names {name}, which lies outside its folder.</source>
        <translation>تذكر قائمة ملفات النموذج {name}، وهو خارج مجلده.</translation>
    </message>
    <message>
        <source>Do not use this model: its list of files has been tampered with.</source>
        <translation>لا تستخدم هذا النموذج: جرى التلاعب بقائمة ملفاته.</translation>
    </message>
    <message>
        <source>{name} is missing from the model&apos;s folder.</source>
        <translation>{name} مفقود من مجلد النموذج.</translation>
    </message>
    <message>
        <source>{missing} weights of this model are missing, the first is {missing2}.</source>
        <translation>{missing} وزنًا لهذا النموذج مفقودة، أولها {missing2}.</translation>
    </message>
    <message>
        <source>Download the model again: it would be partly random.</source>
        <translation>نزّل النموذج ثانية: سيكون عشوائيًا جزئيًا.</translation>
    </message>
    <message>
        <source>{name} of layer {layer}</source>
        <translation>{name} من الطبقة {layer}</translation>
    </message>
    <message>
        <source>{name} of layer {layer} is {sides}, and should be {wanted}.</source>
        <translation>أبعاد {name} من الطبقة {layer} هي {sides}، ويجب أن تكون {wanted}.</translation>
    </message>
    <message>
        <source>a single number</source>
        <translation>عدد واحد</translation>
    </message>
    <message>
        <source>The packed run is damaged: {what}.</source>
        <translation>التدريب المحزوم تالف: {what}.</translation>
    </message>
    <message>
        <source>Copy the file again, or pack the run again.</source>
        <translation>انسخ الملف ثانية، أو احزم التدريب ثانية.</translation>
    </message>
    <message>
        <source>{name} has another size than is said</source>
        <translation>حجم {name} غير المذكور</translation>
    </message>
    <message>
        <source>The model {name} of this run cannot be read.</source>
        <translation>تعذرت قراءة النموذج {name} لهذا التدريب.</translation>
    </message>
    <message>
        <source>Put {folder} back, then pack the run.</source>
        <translation>أعد {folder}، ثم احزم التدريب.</translation>
    </message>
    <message>
        <source>{name} is not the model this run began with: {difference}.</source>
        <translation>{name} ليس النموذج الذي بدأ به هذا التدريب: {difference}.</translation>
    </message>
    <message>
        <source>It began with {wanted}.</source>
        <translation>بدأ بـ {wanted}.</translation>
    </message>
    <message>
        <source>`nightshift download {name}` fetches it</source>
        <translation>الأمر `nightshift download {name}` يجلبه</translation>
    </message>
    <message>
        <source>Copy its folder to this computer</source>
        <translation>انسخ مجلده إلى هذا الحاسوب</translation>
    </message>
    <message>
        <source>This run needs the model {wanted}, which is not on this computer.</source>
        <translation>يحتاج هذا التدريب إلى النموذج {wanted}، وهو ليس على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>{first}; or say where it is with --model FOLDER, or pack the run again with --with-model.</source>
        <translation>{first}؛ أو اذكر مكانه بـ ‎--model FOLDER، أو احزم التدريب ثانية بـ ‎--with-model.</translation>
    </message>
    <message>
        <source>{name} has another size</source>
        <translation>حجم {name} مختلف</translation>
    </message>
    <message>
        <source>{name} differs</source>
        <translation>{name} مختلف</translation>
    </message>
    <message>
        <source>The run could not be brought here</source>
        <translation>تعذر إحضار التدريب إلى هنا</translation>
    </message>
    <message>
        <source>{name} is {state} here.</source>
        <translation>{name} هنا {state}.</translation>
    </message>
    <message>
        <source>Stop it first, then try again.</source>
        <translation>أوقفه أولًا، ثم حاول مجددًا.</translation>
    </message>
    <message>
        <source>{name} is paused here and does not end.</source>
        <translation>{name} متوقف مؤقتًا هنا ولا ينتهي.</translation>
    </message>
    <message>
        <source>The run was packed by a newer version of the studio.</source>
        <translation>حُزم التدريب بإصدار أحدث من Nightshift.</translation>
    </message>
    <message>
        <source>Update the studio here.</source>
        <translation>حدّث Nightshift هنا.</translation>
    </message>
    <message>
        <source>the request of the run is missing</source>
        <translation>طلب التدريب مفقود</translation>
    </message>
    <message>
        <source>“{path}” is no file of a run</source>
        <translation>«{path}» ليس ملف تدريب</translation>
    </message>
    <message>
        <source>The program that moves runs ended unexpectedly (exit code {exit_code}).</source>
        <translation>انتهى البرنامج الذي ينقل التدريبات على غير المتوقع (رمز الخروج {exit_code}).</translation>
    </message>
    <message>
        <source>Nothing was changed; try it again.</source>
        <translation>لم يتغير شيء؛ حاول مجددًا.</translation>
    </message>
    <message>
        <source>{name} is {state}, so it cannot be packed.</source>
        <translation>{name} {state}، لذا لا يمكن حزمه.</translation>
    </message>
    <message>
        <source>Pause or stop it first; then it can move.</source>
        <translation>أوقفه مؤقتًا أو أوقفه أولًا؛ عندها يمكن نقله.</translation>
    </message>
    <message>
        <source>{name} has not read its rows yet, so there is nothing to move.</source>
        <translation>لم يقرأ {name} صفوفه بعد، فلا شيء يُنقل.</translation>
    </message>
    <message>
        <source>Start it here first.</source>
        <translation>ابدأه هنا أولًا.</translation>
    </message>
    <message>
        <source>{name} could not be packed</source>
        <translation>تعذر حزم {name}</translation>
    </message>
    <message>
        <source>{name} is there already.</source>
        <translation>{name} موجود هناك بالفعل.</translation>
    </message>
    <message>
        <source>Move it away, or name another file with --to.</source>
        <translation>انقله بعيدًا، أو سمِّ ملفًا آخر بـ ‎--to.</translation>
    </message>
    <message>
        <source>There is no folder {parent}.</source>
        <translation>لا يوجد مجلد {parent}.</translation>
    </message>
    <message>
        <source>Make it first, or name another file with --to.</source>
        <translation>أنشئه أولًا، أو سمِّ ملفًا آخر بـ ‎--to.</translation>
    </message>
    <message>
        <source>{name} was changed while it was packed.</source>
        <translation>تغيّر {name} أثناء حزمه.</translation>
    </message>
    <message>
        <source>Wait until nobody works on it, then pack it again.</source>
        <translation>انتظر حتى لا يعمل عليه أحد، ثم احزمه ثانية.</translation>
    </message>
    <message>
        <source>With --replace the one here goes to the trash.</source>
        <translation>بالخيار ‎--replace يذهب الموجود هنا إلى سلة المهملات.</translation>
    </message>
    <message>
        <source>{run} could not be unpacked</source>
        <translation>تعذر فك {run}</translation>
    </message>
    <message>
        <source>There is no file {file}.</source>
        <translation>لا يوجد ملف {file}.</translation>
    </message>
    <message>
        <source>{name} could not be opened</source>
        <translation>تعذر فتح {name}</translation>
    </message>
    <message>
        <source>Another run is being unpacked.</source>
        <translation>يُفك تدريب آخر.</translation>
    </message>
    <message>
        <source>Wait until it is here, then try again.</source>
        <translation>انتظر حتى يصل إلى هنا، ثم حاول مجددًا.</translation>
    </message>
    <message>
        <source>The run could not be unpacked</source>
        <translation>تعذر فك التدريب</translation>
    </message>
    <message>
        <source>This file is no packed run.</source>
        <translation>هذا الملف ليس تدريبًا محزومًا.</translation>
    </message>
    <message>
        <source>Choose one that `nightshift pack` wrote.</source>
        <translation>اختر ملفًا كتبه `nightshift pack`.</translation>
    </message>
    <message>
        <source>Free some space, then unpack it again.</source>
        <translation>أفسح بعض المساحة، ثم فكه ثانية.</translation>
    </message>
    <message>
        <source>{path} has another size than is said</source>
        <translation>حجم {path} غير المذكور</translation>
    </message>
    <message>
        <source>{path} does not match its fingerprint</source>
        <translation>{path} لا يطابق بصمته</translation>
    </message>
    <message>
        <source>{name} is no run that trains.</source>
        <translation>{name} ليس تدريبًا يدرّب.</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>اختر ملفًا آخر.</translation>
    </message>
    <message>
        <source>It goes on with the same rows in the same order; the plan is made anew for this computer.</source>
        <translation>يكمل بالصفوف نفسها وبالترتيب نفسه؛ وتوضع الخطة من جديد لهذا الحاسوب.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be used: {strerror}.</source>
        <translation>لا يمكن استخدام المجلد {folder}: {strerror}.</translation>
    </message>
    <message>
        <source>Choose another one with --home or NIGHTSHIFT_HOME.</source>
        <translation>اختر غيره بـ ‎--home أو NIGHTSHIFT_HOME.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be written to.</source>
        <translation>لا يمكن الكتابة في المجلد {folder}.</translation>
    </message>
    <message>
        <source>{target} examples an update are many for an adapter: beyond about {LARGEST_FOR_ADAPTERS} it learns less from the same rows than training every weight would.</source>
        <translation>{target} مثالًا لكل تحديث كثيرة على مُهايئ: فوق نحو {LARGEST_FOR_ADAPTERS} يتعلم من الصفوف نفسها أقل مما لو تعلّمت كل الأوزان.</translation>
    </message>
    <message>
        <source>With {LARGEST_FOR_ADAPTERS} the same passes make {target} times as many updates.</source>
        <translation>مع {LARGEST_FOR_ADAPTERS} تعطي المرات نفسها على الصفوف {target} أضعاف التحديثات.</translation>
    </message>
    <message>
        <source>With {target} example an update Adam sizes its steps by the last {span} examples (β₂ = {BETA_2}, {span2} updates), so steps are less steady than with {SMALLEST_FOR_ADAM} or more.</source>
        <translation>بهدف {target} مثال لكل تحديث يحدد Adam حجم خطواته من آخر {span} مثالًا (β₂ = {BETA_2}، {span2} تحديثًا)، فتكون الخطوات أقل ثباتًا مما مع {SMALLEST_FOR_ADAM} أو أكثر.</translation>
    </message>
    <message>
        <source>With {target} examples an update Adam sizes its steps by the last {span} examples (β₂ = {BETA_2}, {span2} updates), so steps are less steady than with {SMALLEST_FOR_ADAM} or more.</source>
        <translation>بهدف {target} مثالًا لكل تحديث يحدد Adam حجم خطواته من آخر {span} مثالًا (β₂ = {BETA_2}، {span2} تحديثًا)، فتكون الخطوات أقل ثباتًا مما مع {SMALLEST_FOR_ADAM} أو أكثر.</translation>
    </message>
    <message>
        <source>Choose {SMALLEST_FOR_ADAM}; where β₂ can be set, {target} remembers as many examples as {BETA_2} does at {SMALLEST_FOR_ADAM2}.</source>
        <translation>اختر {SMALLEST_FOR_ADAM}؛ وحيث يمكن ضبط β₂، تتذكر {target} من الأمثلة ما تتذكره {BETA_2} عند {SMALLEST_FOR_ADAM2}.</translation>
    </message>
    <message>
        <source>The target was {old} and is {new} now, at the same learning rate of {rate}: each update learns from {new2} times as many examples.</source>
        <translation>كان الهدف {old} وهو الآن {new}، بمعدل التعلم نفسه {rate}: يتعلم كل تحديث من {new2} أضعاف الأمثلة.</translation>
    </message>
    <message>
        <source>By the square-root rule the rate would be {factor} times as high: {rate}.</source>
        <translation>حسب قاعدة الجذر التربيعي يكون المعدل {factor} أضعاف ذلك: {rate}.</translation>
    </message>
    <message>
        <source>{lowest} to {highest}, from {updates} updates</source>
        <translation>من {lowest} إلى {highest}، من {updates} تحديثًا</translation>
    </message>
    <message>
        <source>A target near {max} would learn as much from fewer rows.</source>
        <translation>هدف قرب {max} يتعلم القدر نفسه من صفوف أقل.</translation>
    </message>
    <message>
        <source>A target towards {scale} would make fewer, steadier updates.</source>
        <translation>هدف باتجاه {scale} يعطي تحديثات أقل وأكثر ثباتًا.</translation>
    </message>
    <message>
        <source>other programs</source>
        <translation>برامج أخرى</translation>
    </message>
    <message>
        <source>Close {who} first; {room} to spare then.</source>
        <translation>أغلق {who} أولًا؛ فيبقى فائض {room}.</translation>
    </message>
    <message>
        <source>Leaves {peak_bytes} more free, takes {slower} % longer.</source>
        <translation>يترك {peak_bytes} أكثر حرة، ويستغرق أطول بنسبة {slower}٪.</translation>
    </message>
    <message>
        <source>{memory} more</source>
        <translation>{memory} أكثر</translation>
    </message>
    <message>
        <source>{memory} less</source>
        <translation>{memory} أقل</translation>
    </message>
    <message>
        <source>as long</source>
        <translation>المدة نفسها</translation>
    </message>
    <message>
        <source>{time} % longer</source>
        <translation>أطول بنسبة {time}٪</translation>
    </message>
    <message>
        <source>{time} % less time</source>
        <translation>أقصر بنسبة {time}٪</translation>
    </message>
    <message>
        <source>less time</source>
        <translation>وقت أقل</translation>
    </message>
    <message>
        <source>Needs {need}, takes {pace}.</source>
        <translation>يحتاج {need}، {pace}.</translation>
    </message>
    <message>
        <source>How much the run needed could not be noted</source>
        <translation>تعذر تدوين ما احتاجه التدريب</translation>
    </message>
    <message>
        <source>{name} has no experts to keep in balance.</source>
        <translation>ليس في {name} خبراء يُحفظ توازنهم.</translation>
    </message>
    <message>
        <source>Leave the balance of experts out, or choose a mixture of experts.</source>
        <translation>اترك توازن الخبراء، أو اختر مزيج خبراء.</translation>
    </message>
    <message>
        <source>A model that learns labels writes no answers to prompts.</source>
        <translation>النموذج الذي يتعلم وسومًا لا يكتب إجابات عن أسئلة.</translation>
    </message>
    <message>
        <source>Leave the prompts out; the labels of held-out rows are shown at the end.</source>
        <translation>اترك الأسئلة؛ تُعرض وسوم الصفوف المحجوزة في النهاية.</translation>
    </message>
    <message>
        <source>A small adapter cannot learn from random weights beside it.</source>
        <translation>لا يستطيع مُهايئ صغير التعلم بجانب أوزان عشوائية.</translation>
    </message>
    <message>
        <source>Choose the method that trains every weight, or a model that has learnt already.</source>
        <translation>اختر الطريقة التي تدرّب كل الأوزان، أو نموذجًا تعلّم من قبل.</translation>
    </message>
    <message>
        <source>The experts of {name} cannot be compressed, and they are most of its weights.</source>
        <translation>لا يمكن ضغط خبراء {name}، وهم معظم أوزانه.</translation>
    </message>
    <message>
        <source>Train it without compression, or choose a model without experts.</source>
        <translation>درّبه بلا ضغط، أو اختر نموذجًا بلا خبراء.</translation>
    </message>
    <message>
        <source>An adapter on the experts of {name} works without dropout and without learning lengths apart only.</source>
        <translation>المُهايئ على خبراء {name} يعمل بلا إسقاط وبلا تعلم الأطوال على حدة.</translation>
    </message>
    <message>
        <source>Turn both off, or put the adapter on the attention alone.</source>
        <translation>عطّل كليهما، أو ضع المُهايئ على الانتباه وحده.</translation>
    </message>
    <message>
        <source>The target effective batch is {effective_batch_size}, and an update learns from at least 1 example.</source>
        <translation>الدفعة الفعلية المستهدفة {effective_batch_size}، ويتعلم التحديث من مثال واحد على الأقل.</translation>
    </message>
    <message>
        <source>Choose a number like 32.</source>
        <translation>اختر عددًا مثل 32.</translation>
    </message>
    <message>
        <source>There are no rows to learn from.</source>
        <translation>لا صفوف للتعلم منها.</translation>
    </message>
    <message>
        <source>Choose a file with rows that can be used.</source>
        <translation>اختر ملفًا فيه صفوف يمكن استخدامها.</translation>
    </message>
    <message>
        <source>{devices} devices cannot share {target} example.</source>
        <translation>لا تستطيع {devices} أجهزة تقاسم {target} مثال.</translation>
    </message>
    <message>
        <source>{devices} devices cannot share {target} examples.</source>
        <translation>لا تستطيع {devices} أجهزة تقاسم {target} مثالًا.</translation>
    </message>
    <message>
        <source>Use at most {target} device, or a larger target.</source>
        <translation>استخدم {target} جهاز على الأكثر، أو هدفًا أكبر.</translation>
    </message>
    <message>
        <source>Use at most {target} devices, or a larger target.</source>
        <translation>استخدم {target} أجهزة على الأكثر، أو هدفًا أكبر.</translation>
    </message>
    <message>
        <source>A micro-batch holds at least 1 example.</source>
        <translation>في الدفعة الصغيرة مثال واحد على الأقل.</translation>
    </message>
    <message>
        <source>Leave it open, or choose a number like 4.</source>
        <translation>اتركه مفتوحًا، أو اختر عددًا مثل 4.</translation>
    </message>
    <message>
        <source>assumed until a run has measured it</source>
        <translation>مفترض إلى أن يقيسه تدريب</translation>
    </message>
    <message>
        <source>Examples behind an update</source>
        <translation>الأمثلة خلف التحديث</translation>
    </message>
    <message>
        <source>The target: the same rows in the same order, however they are split.</source>
        <translation>الهدف: الصفوف نفسها بالترتيب نفسه، مهما كان التقسيم.</translation>
    </message>
    <message>
        <source>Passes of an update</source>
        <translation>مراحل التحديث</translation>
    </message>
    <message>
        <source>Micro-batches on each device, on average over the real lengths.</source>
        <translation>الدفعات الصغيرة على كل جهاز، في المتوسط حسب الأطوال الفعلية.</translation>
    </message>
    <message>
        <source>gathering embeddings</source>
        <translation>جمع التضمينات</translation>
    </message>
    <message>
        <source>looking up</source>
        <translation>البحث في التضمينات</translation>
    </message>
    <message>
        <source>{size} at a time is the whole update, so nothing has to be added up.</source>
        <translation>{size} في كل مرة هو التحديث كله، فلا حاجة إلى الجمع.</translation>
    </message>
    <message>
        <source>{size} at a time is the whole share of a device, so nothing has to be added up.</source>
        <translation>{size} في كل مرة هو نصيب الجهاز كله، فلا حاجة إلى الجمع.</translation>
    </message>
    <message>
        <source>the whole share of a device</source>
        <translation>نصيب الجهاز كله</translation>
    </message>
    <message>
        <source>{size} at a time is faster than {micro_batch_size} ({once} an update) and needs less memory.</source>
        <translation>{size} في كل مرة أسرع من {micro_batch_size} ({once} للتحديث) ويحتاج ذاكرة أقل.</translation>
    </message>
    <message>
        <source>{size} at a time is as fast as {micro_batch_size} ({once} an update) and needs less memory.</source>
        <translation>{size} في كل مرة بسرعة {micro_batch_size} ({once} للتحديث) ويحتاج ذاكرة أقل.</translation>
    </message>
    <message>
        <source>Gradient checkpointing is off: with it an update needs {need}.</source>
        <translation>نقاط التدرج معطلة: معها يحتاج التحديث {need}.</translation>
    </message>
    <message>
        <source>Gradient checkpointing is on: without it an update needs {need}.</source>
        <translation>نقاط التدرج مفعلة: بدونها يحتاج التحديث {need}.</translation>
    </message>
    <message>
        <source>Gradient checkpointing is off: an update takes {seconds} instead of {seconds2}.</source>
        <translation>نقاط التدرج معطلة: يستغرق التحديث {seconds} بدل {seconds2}.</translation>
    </message>
    <message>
        <source>Gradient checkpointing is on: an update takes {seconds} instead of {seconds2}.</source>
        <translation>نقاط التدرج مفعلة: يستغرق التحديث {seconds} بدل {seconds2}.</translation>
    </message>
    <message>
        <source>fits when divided between {gpus} GPUs</source>
        <translation>يتسع إذا قُسّم على {gpus} معالجات رسوميات</translation>
    </message>
    <message>
        <source>fits in 4 bits when divided between {gpus} GPUs</source>
        <translation>يتسع بـ 4 بت إذا قُسّم على {gpus} معالجات رسوميات</translation>
    </message>
    <message>
        <source>{said}: each needs at least {least_bytes} of {room_bytes}</source>
        <translation>{said}: يحتاج كل منها {least_bytes} على الأقل من {room_bytes}</translation>
    </message>
    <message>
        <source>{said}: needs at least {least_bytes} of {room_bytes}</source>
        <translation>{said}: يحتاج {least_bytes} على الأقل من {room_bytes}</translation>
    </message>
    <message>
        <source>{said}: needs {least_bytes}, there are {room_bytes}</source>
        <translation>{said}: يحتاج {least_bytes}، والموجود {room_bytes}</translation>
    </message>
    <message>
        <source>divided in 4 bits</source>
        <translation>مقسّم بـ 4 بت</translation>
    </message>
    <message>
        <source>The recipe could not be written</source>
        <translation>تعذرت كتابة الوصفة</translation>
    </message>
    <message>
        <source>{name} has not been planned yet.</source>
        <translation>لم يُخطَّط {name} بعد.</translation>
    </message>
    <message>
        <source>Start it first: its recipe is what it then does.</source>
        <translation>ابدأه أولًا: وصفته هي ما يفعله بعدها.</translation>
    </message>
    <message>
        <source>Recipes are for models that write; this one gives labels.</source>
        <translation>الوصفات للنماذج التي تكتب؛ وهذا يعطي وسومًا.</translation>
    </message>
    <message>
        <source>Run its own job.json again.</source>
        <translation>شغّل job.json الخاص به ثانية.</translation>
    </message>
    <message>
        <source>The order of the rows and the first values of the adapter are this trainer&apos;s own.</source>
        <translation>ترتيب الصفوف والقيم الأولى للمُهايئ خاصة بهذا المدرّب.</translation>
    </message>
    <message>
        <source>Dropout falls on other numbers.</source>
        <translation>يقع الإسقاط على أعداد أخرى.</translation>
    </message>
    <message>
        <source>The products of 8-bit weights are bitsandbytes&apos; own, which round inputs too.</source>
        <translation>نواتج ضرب أوزان 8 بت خاصة بـ bitsandbytes، وهي تقرّب المدخلات أيضًا.</translation>
    </message>
    <message>
        <source>The noise on the embeddings (NEFTune, {neftune_alpha}) is left out.</source>
        <translation>يُترك الضجيج على التضمينات (NEFTune، {neftune_alpha}).</translation>
    </message>
    <message>
        <source>The loss that keeps experts balanced is left out.</source>
        <translation>تُترك الخسارة التي توازن الخبراء.</translation>
    </message>
    <message>
        <source>It goes on to the last update and keeps those weights.</source>
        <translation>يستمر حتى آخر تحديث ويحتفظ بتلك الأوزان.</translation>
    </message>
    <message>
        <source>Rows are told as texts and encoded anew; of several answers in a row the last is learnt.</source>
        <translation>تُعطى الصفوف نصوصًا وتُرمَّز من جديد؛ ومن عدة إجابات متتالية تُتعلم الأخيرة.</translation>
    </message>
    <message>
        <source>Unlike the run itself:</source>
        <translation>بخلاف التدريب نفسه:</translation>
    </message>
    <message>
        <source>Install it there. Where it has another place, name that behind the run&apos;s: {host}:last /opt/studio/bin/nightshift in the window, --command in a terminal.</source>
        <translation>ثبّته هناك. وإن كان في مكان آخر فاذكره بعد اسم التدريب: {host}:last /opt/studio/bin/nightshift في النافذة، و ‎--command في الطرفية.</translation>
    </message>
    <message>
        <source>The disk of the home folder cannot lock files, so nothing keeps two programs from one run.</source>
        <translation>لا يستطيع قرص المجلد الرئيسي قفل الملفات، فلا شيء يمنع برنامجين من تدريب واحد.</translation>
    </message>
    <message numerus="yes">
        <source>%n byte</source>
        <translation>
            <numerusform>%n بايت</numerusform>
            <numerusform>بايت واحد</numerusform>
            <numerusform>بايتان</numerusform>
            <numerusform>%n بايتات</numerusform>
            <numerusform>%n بايتًا</numerusform>
            <numerusform>%n بايت</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n parameter</source>
        <translation>
            <numerusform>لا معاملات</numerusform>
            <numerusform>معامل واحد</numerusform>
            <numerusform>معاملان</numerusform>
            <numerusform>%n معاملات</numerusform>
            <numerusform>%n معاملًا</numerusform>
            <numerusform>%n معامل</numerusform>
        </translation>
    </message>
    <message>
        <source>There once, used by every pass.</source>
        <translation>موجودة مرة واحدة، وتستخدمها كل مرحلة.</translation>
    </message>
    <message>
        <source>In row {number} of {file}, {what} is {value}, no real value.</source>
        <translation>في الصف {number} من {file}، {what} هو {value}، وهذه ليست قيمة حقيقية.</translation>
    </message>
    <message>
        <source>In row {number} of {file}, {what} is {value}, not a text.</source>
        <translation>في الصف {number} من {file}، {what} هو {value}، وليس نصًا.</translation>
    </message>
    <message>
        <source>In row {number} of {file}, {what} is {strip}, which a program wrote in place of a value.</source>
        <translation>في الصف {number} من {file}، {what} هو {strip}، وقد كتبه برنامج مكان قيمة.</translation>
    </message>
    <message>
        <source>In row {number} of {file}, {what} holds half a character (a lone surrogate).</source>
        <translation>في الصف {number} من {file}، {what} يحوي نصف حرف (بديل منفرد).</translation>
    </message>
    <message>
        <source>Turn {number} in row {number2} of {file} is {turn}, not an object.</source>
        <translation>الرسالة {number} في الصف {number2} من {file} هي {turn}، وليست كائنًا.</translation>
    </message>
    <message>
        <source>Turn {number} in row {number2} of {file} is by {value}, which is none of system, user, assistant and tool.</source>
        <translation>الرسالة {number} في الصف {number2} من {file} من {value}، وليس هذا system ولا user ولا assistant ولا tool.</translation>
    </message>
    <message>
        <source>Turn {number} in row {number2} of {file}, an answer, is empty.</source>
        <translation>الرسالة {number} في الصف {number2} من {file} إجابة فارغة.</translation>
    </message>
    <message>
        <source>Row {row} of {file} has {tokens} tokens; cut at {limit}, nothing of the answer is left.</source>
        <translation>في الصف {row} من {file} ‏{tokens} رمزًا؛ وإذا قُص عند {limit} لا يبقى شيء من الإجابة.</translation>
    </message>
    <message>
        <source>Row {row} of {file} has nothing to learn: the model&apos;s chat template drops the answer.</source>
        <translation>لا شيء في الصف {row} من {file} يُتعلم: قالب محادثة النموذج يحذف الإجابة.</translation>
    </message>
    <message>
        <source>Line {number} of {file} holds more than one object, at character {colno}.</source>
        <translation>السطر {number} من {file} يحوي أكثر من كائن واحد، عند الحرف {colno}.</translation>
    </message>
    <message>
        <source>Line {number} of {file} is not valid JSON: {problem}, at character {colno}.</source>
        <translation>السطر {number} من {file} ليس JSON صحيحًا: {problem}، عند الحرف {colno}.</translation>
    </message>
    <message>
        <source>The cells of {file} are separated by commas.</source>
        <translation>خلايا {file} تفصلها فواصل.</translation>
    </message>
    <message>
        <source>The cells of {file} are separated by semicolons.</source>
        <translation>خلايا {file} تفصلها فواصل منقوطة.</translation>
    </message>
    <message>
        <source>The cells of {file} are separated by tabs.</source>
        <translation>خلايا {file} تفصلها علامات جدولة.</translation>
    </message>
    <message>
        <source>The cells of {file} are separated by bars.</source>
        <translation>خلايا {file} تفصلها شُرَط عمودية.</translation>
    </message>
    <message>
        <source>No column of {file} looks like the labels.</source>
        <translation>لا يبدو أي عمود في {file} كوسوم.</translation>
    </message>
    <message>
        <source>No column of {file} looks like the texts.</source>
        <translation>لا يبدو أي عمود في {file} كنصوص.</translation>
    </message>
    <message>
        <source>No column of {file} looks like the words.</source>
        <translation>لا يبدو أي عمود في {file} ككلمات.</translation>
    </message>
    <message>
        <source>{path} did not arrive as it was sent.</source>
        <translation>لم يصل {path} كما أُرسل.</translation>
    </message>
    <message>
        <source>Start torchrun again.</source>
        <translation>شغّل torchrun ثانية.</translation>
    </message>
    <message>
        <source>`nightshift judge` shows what it gives.</source>
        <translation>الأمر `nightshift judge` يُظهر ما يعطيه.</translation>
    </message>
    <message>
        <source>What is left of {left} is kept in {folder}. Put a whole copy of one into {value} and resume the run, or start it again from the beginning. What it learned is never thrown away unasked.</source>
        <translation>ما بقي من {left} محفوظ في {folder}. ضع نسخة كاملة من إحداها في {value} وتابع التدريب، أو ابدأه ثانية من البداية. ما تعلّمه لا يُرمى أبدًا دون سؤالك.</translation>
    </message>
    <message>
        <source>Put a whole copy of one into {value} and resume the run, or start it again from the beginning. What it learned is never thrown away unasked.</source>
        <translation>ضع نسخة كاملة من إحداها في {value} وتابع التدريب، أو ابدأه ثانية من البداية. ما تعلّمه لا يُرمى أبدًا دون سؤالك.</translation>
    </message>
    <message>
        <source>Set the program up again: packaging/start.py</source>
        <translation>جهّز البرنامج ثانية: packaging/start.py</translation>
    </message>
    <message>
        <source>Set the engine up again: nightshift environment repair</source>
        <translation>جهّز المحرك ثانية: nightshift environment repair</translation>
    </message>
    <message>
        <source>{anew} repairs what is missing.</source>
        <translation>{anew} يصلح ما ينقص.</translation>
    </message>
    <message>
        <source>the packages</source>
        <translation>الحزم</translation>
    </message>
    <message>
        <source>the libraries</source>
        <translation>المكتبات</translation>
    </message>
    <message>
        <source>torch and the card</source>
        <translation>Torch والبطاقة</translation>
    </message>
    <message>
        <source>{anew} takes the torch for this card.</source>
        <translation>{anew} يأخذ torch المناسب لهذه البطاقة.</translation>
    </message>
    <message>
        <source>a kernel</source>
        <translation>نواة حساب</translation>
    </message>
    <message>
        <source>Update the driver of the card, or train with --device cpu.</source>
        <translation>حدّث برنامج تشغيل البطاقة، أو درّب بـ ‎--device cpu.</translation>
    </message>
    <message>
        <source>an update</source>
        <translation>تحديث</translation>
    </message>
    <message>
        <source>a save and a reload</source>
        <translation>حفظ وإعادة تحميل</translation>
    </message>
    <message>
        <source>Free some space, or choose another --home.</source>
        <translation>أفسح بعض المساحة، أو اختر ‎--home آخر.</translation>
    </message>
    <message>
        <source>There is an NVIDIA card, but torch {version} cannot use it</source>
        <translation>توجد بطاقة NVIDIA، لكن torch {version} لا يستطيع استخدامها</translation>
    </message>
    <message>
        <source>{name}, torch {version}</source>
        <translation>{name}، torch {version}</translation>
    </message>
    <message>
        <source>A product on {name} is wrong by {difference}</source>
        <translation>ناتج ضرب على {name} خاطئ بمقدار {difference}</translation>
    </message>
    <message>
        <source>a product of matrices on {name} is right</source>
        <translation>ناتج ضرب مصفوفات على {name} صحيح</translation>
    </message>
    <message>
        <source>An update did not lower the loss: {losses}, then {losses2}</source>
        <translation>لم يخفض التحديث الخسارة: {losses}، ثم {losses2}</translation>
    </message>
    <message>
        <source>the loss of two rows falls from {losses} to {losses2} on {name}</source>
        <translation>تنخفض خسارة صفين من {losses} إلى {losses2} على {name}</translation>
    </message>
    <message>
        <source>What was saved is not what was loaded again</source>
        <translation>ما حُفظ ليس ما حُمّل ثانية</translation>
    </message>
    <message>
        <source>{saved} tensors come back as they were</source>
        <translation>{saved} موترًا تعود كما كانت</translation>
    </message>
    <message>
        <source>After bad numbers this run goes back to a checkpoint, which other computers cannot read.</source>
        <translation>بعد أرقام فاسدة يرجع هذا التدريب إلى نقطة حفظ لا تستطيع الحواسيب الأخرى قراءتها.</translation>
    </message>
    <message>
        <source>Put the run on a disk that all of them share, or let it skip such updates.</source>
        <translation>ضع التدريب على قرص تتشاركه كلها، أو دعه يتخطى مثل هذه التحديثات.</translation>
    </message>
    <message>
        <source>Training process {silent} of {world_size} on {hosts} has not been heard for {SILENT_SECONDS} s.</source>
        <translation>لم يُسمع شيء من عملية التدريب {silent} من {world_size} على {hosts} منذ {SILENT_SECONDS} ث.</translation>
    </message>
    <message>
        <source>Training process {silent} of {world_size} has not been heard for {SILENT_SECONDS} s.</source>
        <translation>لم يُسمع شيء من عملية التدريب {silent} من {world_size} منذ {SILENT_SECONDS} ث.</translation>
    </message>
    <message>
        <source>The run lies on {names}; the others got request, rows and checkpoint from it.</source>
        <translation>التدريب موجود على {names}؛ وأخذ الباقي منه الطلب والصفوف ونقطة الحفظ.</translation>
    </message>
    <message>
        <source>The run lies on {names}; all of them see its folder.</source>
        <translation>التدريب موجود على {names}؛ وكلها ترى مجلده.</translation>
    </message>
    <message>
        <source>Models of the kind {model_type} cannot label rows here.</source>
        <translation>لا تستطيع النماذج من نوع {model_type} وسم الصفوف هنا.</translation>
    </message>
    <message>
        <source>Models of the kind {model_type} cannot label words here.</source>
        <translation>لا تستطيع النماذج من نوع {model_type} وسم الكلمات هنا.</translation>
    </message>
    <message>
        <source>the adapter changes more than matrices</source>
        <translation>يغيّر المُهايئ أكثر من المصفوفات</translation>
    </message>
    <message>
        <source>{module}.weight is stored under another name</source>
        <translation>{module}.weight مخزن باسم آخر</translation>
    </message>
    <message>
        <source>the stored names are not those of the modules</source>
        <translation>الأسماء المخزنة ليست أسماء الوحدات</translation>
    </message>
    <message>
        <source>{gethostname} has no {name} with the same content as the first computer.</source>
        <translation>ليس على {gethostname} {name} بالمحتوى نفسه كما في الحاسوب الأول.</translation>
    </message>
    <message>
        <source>Copy the model to {places} there, or name its folder with --model.</source>
        <translation>انسخ النموذج إلى {places} هناك، أو سمِّ مجلده بـ ‎--model.</translation>
    </message>
    <message>
        <source>Training process {rank} of {world_size} ended unexpectedly (the signal {name}).</source>
        <translation>انتهت عملية التدريب {rank} من {world_size} على غير المتوقع (الإشارة {name}).</translation>
    </message>
    <message>
        <source>Training process {rank} of {world_size} ended unexpectedly (exit code {exit_code}).</source>
        <translation>انتهت عملية التدريب {rank} من {world_size} على غير المتوقع (رمز الخروج {exit_code}).</translation>
    </message>
    <message>
        <source>There is no GPU for {world_size} training processes.</source>
        <translation>لا يوجد معالج رسوميات لعمليات التدريب وعددها {world_size}.</translation>
    </message>
    <message>
        <source>There is only one GPU for {world_size} training processes.</source>
        <translation>لا يوجد إلا معالج رسوميات واحد لعمليات التدريب وعددها {world_size}.</translation>
    </message>
    <message>
        <source>There are only {count} GPUs for {world_size} training processes.</source>
        <translation>لا يوجد إلا {count} معالجات رسوميات لعمليات التدريب وعددها {world_size}.</translation>
    </message>
    <message>
        <source>This needs {needed} of memory, and {free_bytes} are free on {name} while {busy} is using the devices.</source>
        <translation>يحتاج هذا {needed} من الذاكرة، والحر {free_bytes} على {name} بينما يستخدم {busy} الأجهزة.</translation>
    </message>
    <message>
        <source>This needs {needed} of memory, and {free_bytes} are free on {name}.</source>
        <translation>يحتاج هذا {needed} من الذاكرة، والحر {free_bytes} على {name}.</translation>
    </message>
    <message>
        <source>The encoded rows of this run were damaged on the disk: they no longer match their fingerprint.</source>
        <translation>تضررت الصفوف المرمَّزة لهذا التدريب على القرص: لم تعد تطابق بصمتها.</translation>
    </message>
    <message>
        <source>Your file has changed or is gone, so they cannot be made again. Put it back as it was and resume: everything up to the last checkpoint is kept.</source>
        <translation>تغيّر ملفك أو اختفى، فلا يمكن صنعها ثانية. أعده كما كان وتابع: كل شيء حتى آخر نقطة حفظ محفوظ.</translation>
    </message>
    <message>
        <source>The encoded rows could not be made again</source>
        <translation>تعذر صنع الصفوف المرمَّزة ثانية</translation>
    </message>
    <message>
        <source>The encoded rows were damaged on the disk and made again from your file</source>
        <translation>تضررت الصفوف المرمَّزة على القرص وصُنعت ثانية من ملفك</translation>
    </message>
    <message>
        <source>They have the fingerprint they had, so the same is learnt. Check the disk.</source>
        <translation>لها البصمة التي كانت لها، فيُتعلم الشيء نفسه. افحص القرص.</translation>
    </message>
    <message>
        <source>the whole text</source>
        <translation>النص كله</translation>
    </message>
    <message>
        <source>Fine-tuned from **{base}** with Nightshift Studio: LoRA adapter of rank {rank}, {update} updates of {effective_batch_size} examples each. Weights in {weight_type}.</source>
        <translation>دُرِّب من **{base}** باستخدام Nightshift Studio: مُهايئ LoRA برتبة {rank}، {update} تحديثًا لكل منها {effective_batch_size} مثالًا. الأوزان بصيغة {weight_type}.</translation>
    </message>
    <message>
        <source>Fine-tuned from **{base}** with Nightshift Studio: every weight, {update} updates of {effective_batch_size} examples each. Weights in {weight_type}.</source>
        <translation>دُرِّب من **{base}** باستخدام Nightshift Studio: كل الأوزان، {update} تحديثًا لكل منها {effective_batch_size} مثالًا. الأوزان بصيغة {weight_type}.</translation>
    </message>
    <message>
        <source>{name} has no row {row} that holds “{words}”.</source>
        <translation>ليس في {name} صف {row} يحوي «{words}».</translation>
    </message>
    <message>
        <source>{name} has no row after {row} that holds “{words}”.</source>
        <translation>ليس في {name} صف بعد {row} يحوي «{words}».</translation>
    </message>
    <message>
        <source>{name} has no row after {row}.</source>
        <translation>ليس في {name} صف بعد {row}.</translation>
    </message>
    <message>
        <source>{name} has no row before {row} that holds “{words}”.</source>
        <translation>ليس في {name} صف قبل {row} يحوي «{words}».</translation>
    </message>
    <message>
        <source>{name} has no row before {row}.</source>
        <translation>ليس في {name} صف قبل {row}.</translation>
    </message>
    <message>
        <source>The computer goes to sleep after {seconds}. Nightshift keeps it awake while a run is going and lets go when it ends.</source>
        <translation>يدخل الحاسوب في السكون بعد {seconds}. يبقيه Nightshift مستيقظًا أثناء التدريب ويترك ذلك عند انتهائه.</translation>
    </message>
    <message>
        <source>Nightshift keeps it awake while a run is going and lets go when it ends.</source>
        <translation>يبقيه Nightshift مستيقظًا أثناء التدريب ويترك ذلك عند انتهائه.</translation>
    </message>
    <message>
        <source>The computer runs on its battery, {battery_percent} % left</source>
        <translation>يعمل الحاسوب على بطاريته، وبقي {battery_percent}٪</translation>
    </message>
    <message>
        <source>The computer runs on its battery</source>
        <translation>يعمل الحاسوب على بطاريته</translation>
    </message>
    <message>
        <source>If nothing is closed it makes its micro-batches smaller, or it spills into main memory, where that is possible, and gets many times slower.</source>
        <translation>إن لم يُغلق شيء يصغّر دفعاته الصغيرة، أو يفيض إلى الذاكرة الرئيسية حيث يمكن ذلك ويصير أبطأ بكثير.</translation>
    </message>
    <message>
        <source>If nothing is closed it makes its micro-batches smaller, or it swaps.</source>
        <translation>إن لم يُغلق شيء يصغّر دفعاته الصغيرة، أو يستخدم ذاكرة التبديل.</translation>
    </message>
    <message>
        <source>All checkpoints kept at once take about {one}; {free} are free.</source>
        <translation>كل نقاط الحفظ المحتفظ بها معًا تأخذ نحو {one}؛ والحر {free}.</translation>
    </message>
    <message>
        <source>{free} are free.</source>
        <translation>الحر {free}.</translation>
    </message>
    <message>
        <source>{temperature} °C now; above {limit} °C the run waits until it is cooler.</source>
        <translation>{temperature}°م الآن؛ فوق {limit}°م ينتظر التدريب حتى تبرد.</translation>
    </message>
    <message>
        <source>{temperature} °C now.</source>
        <translation>{temperature}°م الآن.</translation>
    </message>
    <message>
        <source>No rows were held out, so nobody can tell what it learned.</source>
        <translation>لم يُحجز أي صف، فلا أحد يستطيع القول ماذا تعلّم.</translation>
    </message>
    <message>
        <source>Of 100 rows or more some are held out by themselves: add rows, if you can.</source>
        <translation>من 100 صف أو أكثر يُحجز بعضها تلقائيًا: أضف صفوفًا إن استطعت.</translation>
    </message>
    <message>
        <source>Its loss on the rows it learned from fell: {first} at first, {last} at last.</source>
        <translation>انخفضت خسارته على الصفوف التي تعلم منها: {first} أولًا، {last} أخيرًا.</translation>
    </message>
    <message>
        <source>Its loss on the rows it learned from rose: {first} at first, {last} at last.</source>
        <translation>ارتفعت خسارته على الصفوف التي تعلم منها: {first} أولًا، {last} أخيرًا.</translation>
    </message>
    <message>
        <source>Its loss on the rows it learned from stayed: {first} at first, {last} at last.</source>
        <translation>بقيت خسارته على الصفوف التي تعلم منها كما هي: {first} أولًا، {last} أخيرًا.</translation>
    </message>
    <message>
        <source>{name} has several parts: {there}.</source>
        <translation>في {name} أجزاء عدة: {there}.</translation>
    </message>
    <message>
        <source>{name} has no part “{part}” but: {there}.</source>
        <translation>ليس في {name} الجزء «{part}» بل: {there}.</translation>
    </message>
    <message>
        <source>Create one of the kind “Read” at {TOKENS_PAGE} and copy it whole.</source>
        <translation>أنشئ واحدًا من نوع «Read» في {TOKENS_PAGE} وانسخه كاملًا.</translation>
    </message>
    <message>
        <source>{name} is here already: the packed one is newer (update {update}, not {here}).</source>
        <translation>{name} موجود هنا بالفعل: المحزوم أحدث (التحديث {update}، لا {here}).</translation>
    </message>
    <message>
        <source>{name} is here already: the one here is newer (update {here}, not {update}).</source>
        <translation>{name} موجود هنا بالفعل: الموجود هنا أحدث (التحديث {here}، لا {update}).</translation>
    </message>
    <message>
        <source>{name} is here already: both are at update {here}.</source>
        <translation>{name} موجود هنا بالفعل: كلاهما عند التحديث {here}.</translation>
    </message>
    <message>
        <source>Moved here from {host}, at update {update}</source>
        <translation>نُقل إلى هنا من {host}، عند التحديث {update}</translation>
    </message>
    <message>
        <source>Moved here from {host}, at its beginning</source>
        <translation>نُقل إلى هنا من {host}، عند بدايته</translation>
    </message>
    <message>
        <source>The noise in gradients evens out over about {scale} examples ({interval}); {target} an update need {value} times as many examples for the same progress as small updates do.</source>
        <translation>يتلاشى الضجيج في التدرجات على نحو {scale} مثالًا ({interval})؛ وبهدف {target} لكل تحديث تلزم {value} أضعاف الأمثلة للتقدم نفسه الذي تحققه تحديثات صغيرة.</translation>
    </message>
    <message>
        <source>Gradients are mostly noise below about {scale} examples ({interval}); with {target} an update it takes {value} times as many updates as it could.</source>
        <translation>التدرجات ضجيج في معظمها تحت نحو {scale} مثالًا ({interval})؛ وبهدف {target} لكل تحديث تلزم {value} أضعاف التحديثات الممكنة.</translation>
    </message>
    <message>
        <source>measured here on {strftime}</source>
        <translation>قيس هنا في {strftime}</translation>
    </message>
    <message>
        <source>A number for each weight that learns; every pass adds to the same sum.</source>
        <translation>عدد لكل وزن يتعلم؛ تضيف كل مرحلة إلى المجموع نفسه.</translation>
    </message>
    <message>
        <source>Optimizer states</source>
        <translation>حالات المحسِّن</translation>
    </message>
    <message>
        <source>Used once an update, when the sum is whole.</source>
        <translation>تُستخدم مرة في كل تحديث، عندما يكتمل المجموع.</translation>
    </message>
    <message>
        <source>Activations of a micro-batch</source>
        <translation>تنشيطات دفعة صغيرة</translation>
    </message>
    <message>
        <source>Kept for the way back of one pass, then freed: they grow with its rows.</source>
        <translation>تُحفظ لطريق العودة في المرحلة الواحدة ثم تُحرَّر: تكبر مع صفوفها.</translation>
    </message>
    <message>
        <source>Of so many positions at once as suit the device.</source>
        <translation>لعدد من المواضع معًا يناسب الجهاز.</translation>
    </message>
    <message>
        <source>Peak memory</source>
        <translation>ذروة الذاكرة</translation>
    </message>
    <message>
        <source>All of these and the driver.</source>
        <translation>كل هذه مع برنامج التشغيل.</translation>
    </message>
    <message>
        <source>Time of an update</source>
        <translation>زمن التحديث</translation>
    </message>
    <message>
        <source>The same products in all; each pass has a fixed price, and fuller ones waste less of the device.</source>
        <translation>العمليات نفسها إجمالًا؛ لكل مرحلة ثمن ثابت، والممتلئة تهدر من الجهاز أقل.</translation>
    </message>
    <message>
        <source>The loss is summed over the target tokens of all {target} examples and divided once, so gradient and weights are the same but for rounding. Every run checks this on its first update.</source>
        <translation>تُجمع الخسارة على الرموز المستهدفة في كل الأمثلة ({target}) وتُقسم مرة واحدة، فالتدرج والأوزان هي نفسها سوى التقريب. يفحص كل تدريب هذا في تحديثه الأول.</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>صف واحد</translation>
    </message>
    <message>
        <source>{micro_batch_size} rows</source>
        <translation>{micro_batch_size} صفوف</translation>
    </message>
    <message>
        <source>Batch norm would take its mean over the {rows} of a micro-batch in place of {target}, which no sum makes good: a model that has it is refused.</source>
        <translation>يأخذ تطبيع الدفعات (batch norm) متوسطه على {rows} من الدفعة الصغيرة بدل {target}، ولا يصلح ذلك أي جمع: يُرفض النموذج الذي فيه ذلك.</translation>
    </message>
    <message>
        <source>A loss that compares the rows of a batch with each other would see {rows} in place of {target}; the losses offered here add up over rows.</source>
        <translation>خسارة تقارن صفوف الدفعة بعضها ببعض ترى {rows} بدل {target}؛ أما الخسائر المتاحة هنا فتُجمع على الصفوف.</translation>
    </message>
    <message>
        <source>Dropout of {dropout} draws other places in another split: the same on average, not the same numbers.</source>
        <translation>يسحب إسقاط {dropout} مواضع أخرى في تقسيم آخر: المتوسط نفسه، لا الأعداد نفسها.</translation>
    </message>
    <message>
        <source>The balance of {num_experts} experts depends on all {target} examples at once: they are counted in a pass of their own before each update.</source>
        <translation>يتوقف توازن الخبراء وعددهم {num_experts} على كل الأمثلة ({target}) معًا: يُعدّون في مرحلة خاصة قبل كل تحديث.</translation>
    </message>
    <message>
        <source>Measuring needs a little space on the disk</source>
        <translation>يحتاج القياس إلى مساحة قليلة على القرص</translation>
    </message>
    <message>
        <source>A model that is divided among devices cannot be measured on one of them.</source>
        <translation>النموذج المقسّم على أجهزة لا يمكن قياسه على واحد منها.</translation>
    </message>
    <message>
        <source>Choose a dry run: it counts what each of them holds, and needs none.</source>
        <translation>اختر تشغيلًا جافًا: يعدّ ما يحتفظ به كل منها ولا يحتاج إلى أي منها.</translation>
    </message>
    <message>
        <source>There are no weights of {name} to measure with.</source>
        <translation>لا أوزان لـ {name} يُقاس بها.</translation>
    </message>
    <message>
        <source>Choose the folder of the whole model, or a dry run, which needs none.</source>
        <translation>اختر مجلد النموذج الكامل، أو تشغيلًا جافًا لا يحتاج إليها.</translation>
    </message>
    <message>
        <source>Labels cannot be made up.</source>
        <translation>لا يمكن اختلاق وسوم.</translation>
    </message>
    <message>
        <source>Name a file of rows to measure with.</source>
        <translation>سمِّ ملف صفوف يُقاس به.</translation>
    </message>
    <message>
        <source>The program that measures could not be started: {strerror}.</source>
        <translation>تعذر بدء البرنامج الذي يقيس: {strerror}.</translation>
    </message>
    <message>
        <source>Plan without measuring, or start again.</source>
        <translation>خطط دون قياس، أو ابدأ ثانية.</translation>
    </message>
    <message>
        <source>It was ended after {LIMIT_SECONDS} seconds.</source>
        <translation>أُنهي بعد {LIMIT_SECONDS} ثانية.</translation>
    </message>
    <message>
        <source>exit code {exit_code}</source>
        <translation>رمز الخروج {exit_code}</translation>
    </message>
    <message>
        <source>The process that measured ended unexpectedly ({name}).</source>
        <translation>انتهت العملية التي كانت تقيس على غير المتوقع ({name}).</translation>
    </message>
    <message>
        <source>What {optimizer} keeps depends on where a matrix is cut, and cannot be divided among GPUs.</source>
        <translation>ما يحفظه {optimizer} يتوقف على موضع قطع المصفوفة، فلا يمكن تقسيمه على معالجات الرسوميات.</translation>
    </message>
    <message>
        <source>Choose adamw, which keeps two numbers for each weight, wherever that is.</source>
        <translation>اختر adamw، الذي يحفظ عددين لكل وزن أينما كان.</translation>
    </message>
    <message>
        <source>{micro_batch_size} at a time is your choice.</source>
        <translation>{micro_batch_size} في كل مرة هو اختيارك.</translation>
    </message>
    <message>
        <source>Measured: {peak_bytes}, where the formula says {formula_bytes}.</source>
        <translation>المقيس: {peak_bytes}، والمعادلة تقول {formula_bytes}.</translation>
    </message>
    <message>
        <source>Rows are short: an update takes {micro_batches} micro-batches on average, sorted by length.</source>
        <translation>الصفوف قصيرة: يأخذ التحديث {micro_batches} دفعة صغيرة في المتوسط، مرتبة حسب الطول.</translation>
    </message>
    <message>
        <source>There are only {lengths} rows, so each update learns from all of them.</source>
        <translation>لا يوجد إلا {lengths} صفًا، فيتعلم كل تحديث منها كلها.</translation>
    </message>
    <message>
        <source>{spare_bytes} too much</source>
        <translation>{spare_bytes} زيادة عن الحد</translation>
    </message>
    <message>
        <source>{margin_bytes} short of the margin that must stay free</source>
        <translation>ينقص {margin_bytes} عن الهامش الذي يجب أن يبقى حرًا</translation>
    </message>
    <message>
        <source>as much did not fit when it was measured</source>
        <translation>لم يتسع مثل ذلك عندما قيس</translation>
    </message>
    <message>
        <source>Even {micro_batch_size} at a time</source>
        <translation>حتى {micro_batch_size} في كل مرة</translation>
    </message>
    <message>
        <source>{at_a_time} needs {peak_bytes}; {room} is free.</source>
        <translation>يحتاج {at_a_time} إلى {peak_bytes}؛ الحر {room}.</translation>
    </message>
    <message>
        <source>{at_a_time} needs {peak_bytes} and a margin; {room} is free.</source>
        <translation>يحتاج {at_a_time} إلى {peak_bytes} وهامش؛ الحر {room}.</translation>
    </message>
    <message>
        <source>the whole update</source>
        <translation>التحديث كله</translation>
    </message>
    <message>
        <source>One at a time.</source>
        <translation>واحد في كل مرة.</translation>
    </message>
    <message>
        <source>{run} needs {needed}, and {free} are free.</source>
        <translation>يحتاج {run} إلى {needed}، والحر {free}.</translation>
    </message>
    <message>
        <source>What one of {world_size} GPUs holds</source>
        <translation>ما يحتفظ به واحد من {world_size} معالجات رسوميات</translation>
    </message>
    <message>
        <source>What one of {world_size} processes holds</source>
        <translation>ما تحتفظ به واحدة من {world_size} عمليات</translation>
    </message>
    <message>
        <source>{one} is worked out by formula: {peak_bytes}. A dry run would count it.</source>
        <translation>{one} محسوب بالمعادلة: {peak_bytes}. ويعدّه التشغيل الجاف.</translation>
    </message>
    <message>
        <source>{one} was counted in a dry run of its step: {peak_bytes}</source>
        <translation>{one} عُدّ في تشغيل جاف لخطوته: {peak_bytes}</translation>
    </message>
    <message>
        <source>{counted}; the formula says {formula_bytes}.</source>
        <translation>{counted}؛ والمعادلة تقول {formula_bytes}.</translation>
    </message>
    <message>
        <source>{micro_batch_size} would need {peak_bytes}</source>
        <translation>{micro_batch_size} تحتاج {peak_bytes}</translation>
    </message>
    <message>
        <source>{size} at a time is the fastest that fits; {need}.</source>
        <translation>{size} في كل مرة هو أسرع ما يتسع؛ {need}.</translation>
    </message>
    <message>
        <source>faster than</source>
        <translation>أسرع من</translation>
    </message>
    <message>
        <source>as fast as</source>
        <translation>بسرعة</translation>
    </message>
    <message>
        <source>Gradient checkpointing is for rows beyond {token_budget} tokens only: without it the longest needs {peak_bytes}.</source>
        <translation>نقاط التدرج للصفوف الأطول من {token_budget} رمزًا فقط: بدونها يحتاج الأطول {peak_bytes}.</translation>
    </message>
    <message>
        <source>each of {world_size} keeps a part of every matrix, and a layer is whole only while it works</source>
        <translation>يحتفظ كل من {world_size} بجزء من كل مصفوفة، ولا تكتمل الطبقة إلا أثناء عملها</translation>
    </message>
    <message>
        <source>The model is divided as you asked: {part}.</source>
        <translation>قُسّم النموذج كما طلبت: {part}.</translation>
    </message>
    <message>
        <source>All of it needs {peak_bytes} and {room} is free on one GPU: {part}.</source>
        <translation>كله يحتاج {peak_bytes}، والحر {room} على معالج رسوميات واحد: {part}.</translation>
    </message>
    <message>
        <source>All GPUs get micro-batches that fit {name}, which has {fullest} free and {name2} {emptiest}: an update ends with the slowest, so the others would only wait.</source>
        <translation>تأخذ كل معالجات الرسوميات دفعات صغيرة تتسع لها {name}، وفيه {fullest} حرة وفي {name2} {emptiest}: ينتهي التحديث مع الأبطأ، فلا يفعل الباقي إلا الانتظار.</translation>
    </message>
    <message>
        <source>{name} is the slowest of them, and the others wait for it.</source>
        <translation>{name} هو الأبطأ بينها، والباقي ينتظره.</translation>
    </message>
    <message>
        <source>An update takes {seconds}; {sending}.</source>
        <translation>يستغرق التحديث {seconds}؛ {sending}.</translation>
    </message>
    <message>
        <source>{alone} on one and {seconds} on {world_size}</source>
        <translation>{alone} على واحد و{seconds} على {world_size}</translation>
    </message>
    <message>
        <source>A target of {tokens} tokens is no whole number of blocks of {block} tokens.</source>
        <translation>هدف من {tokens} رمزًا ليس عددًا صحيحًا من كتل في كل منها {block} رمزًا.</translation>
    </message>
    <message>
        <source>A target in tokens needs plain text that is joined into blocks, and this job joins none.</source>
        <translation>الهدف بالرموز يحتاج نصًا عاديًا موصولًا في كتل، وهذه المهمة لا تصل شيئًا.</translation>
    </message>
    <message>
        <source>Give the target in examples, or join the texts.</source>
        <translation>اذكر الهدف بالأمثلة، أو صِل النصوص.</translation>
    </message>
    <message>
        <source>The target is in tokens, and these rows are not joined into blocks: each is an example of its own length.</source>
        <translation>الهدف بالرموز، وهذه الصفوف غير موصولة في كتل: كل منها مثال بطوله الخاص.</translation>
    </message>
    <message>
        <source>Give the target in examples, or choose plain text.</source>
        <translation>اذكر الهدف بالأمثلة، أو اختر نصًا عاديًا.</translation>
    </message>
    <message>
        <source>{effective_batch_size} blocks of {length} are not the target of {tokens} tokens.</source>
        <translation>{effective_batch_size} كتلة في كل منها {length} ليست الهدف وهو {tokens} رمزًا.</translation>
    </message>
    <message>
        <source>Set the effective batch to {tokens} blocks, or leave the target in tokens out.</source>
        <translation>اضبط الدفعة الفعلية على {tokens} كتلة، أو اترك الهدف بالرموز.</translation>
    </message>
    <message>
        <source>fits with gradient checkpointing</source>
        <translation>يتسع مع نقاط التدرج</translation>
    </message>
    <message>
        <source>does not fit</source>
        <translation>لا يتسع</translation>
    </message>
    <message>
        <source>It is too large for one GPU, so {gpus} share it: each keeps a part and sends it where it is needed. The result is the same; an update takes longer.</source>
        <translation>إنه أكبر من معالج رسوميات واحد، لذا تتقاسمه {gpus}: يحتفظ كل منها بجزء ويرسله حيث يلزم. النتيجة نفسها؛ ويستغرق التحديث وقتًا أطول.</translation>
    </message>
    <message>
        <source>with room</source>
        <translation>مع فائض</translation>
    </message>
    <message>
        <source>with checkpointing</source>
        <translation>مع نقاط التدرج</translation>
    </message>
    <message>
        <source>in 4 bits</source>
        <translation>بـ 4 بت</translation>
    </message>
    <message>
        <source>Other programs now use {beside_bytes} of the memory.</source>
        <translation>تستخدم البرامج الأخرى الآن {beside_bytes} من الذاكرة.</translation>
    </message>
    <message>
        <source>{taken} What was kept for later was given back.</source>
        <translation>{taken} أُعيد ما كان محفوظًا لوقت لاحق.</translation>
    </message>
    <message>
        <source>{taken} {room} are left.</source>
        <translation>{taken} بقي {room}.</translation>
    </message>
    <message>
        <source>Free memory was in pieces that were too small; it was given back and is taken anew.</source>
        <translation>كانت الذاكرة الحرة قطعًا أصغر من اللازم؛ أُعيدت وتؤخذ من جديد.</translation>
    </message>
    <message>
        <source>Free memory is in small pieces: {reserved_bytes} are held for {peak}.</source>
        <translation>الذاكرة الحرة قطع صغيرة: المحجوز {reserved_bytes} من أجل {peak}.</translation>
    </message>
    <message>
        <source>The memory is full and an update took {times} times as long as usual, so some of it was moved out.</source>
        <translation>الذاكرة ممتلئة واستغرق التحديث {times} أضعاف المعتاد، فنُقل بعضها إلى الخارج.</translation>
    </message>
    <message>
        <source>{why} Micro-batches now hold at most {wanted} tokens; what is learnt stays the same.</source>
        <translation>{why} في الدفعات الصغيرة الآن {wanted} رمزًا على الأكثر؛ وما يُتعلم يبقى نفسه.</translation>
    </message>
    <message>
        <source>There is room again: micro-batches are as large as before.</source>
        <translation>توفر المكان ثانية: الدفعات الصغيرة كبيرة كما كانت.</translation>
    </message>
    <message>
        <source>It fits {way}: {need}.</source>
        <translation>يتسع {way}: {need}.</translation>
    </message>
    <message>
        <source>It fits once {name} is closed, which takes {used_bytes}.</source>
        <translation>يتسع عند إغلاق {name} الذي يأخذ {used_bytes}.</translation>
    </message>
    <message>
        <source>1 at a time</source>
        <translation>1 في كل مرة</translation>
    </message>
    <message>
        <source>with gradient checkpointing</source>
        <translation>مع نقاط التدرج</translation>
    </message>
    <message>
        <source>with a small adapter in place of every weight</source>
        <translation>مع مُهايئ صغير بدل كل الأوزان</translation>
    </message>
    <message>
        <source>with rows cut at {shorter} tokens in place of {longest}</source>
        <translation>مع قص الصفوف عند {shorter} رمزًا بدل {longest}</translation>
    </message>
    <message>
        <source>a device with {need} more memory</source>
        <translation>جهاز ذاكرته أكبر بمقدار {need}</translation>
    </message>
    <message>
        <source>Nothing else helps but a much smaller model, or {elsewhere}.</source>
        <translation>لا يفيد غير ذلك إلا نموذج أصغر بكثير، أو {elsewhere}.</translation>
    </message>
    <message>
        <source>Else take a model of at most {weights} billion weights, or {elsewhere}.</source>
        <translation>وإلا فخذ نموذجًا فيه {weights} مليار وزن على الأكثر، أو {elsewhere}.</translation>
    </message>
    <message>
        <source>“{text}” does not name a run on another computer.</source>
        <translation>«{text}» لا يسمي تدريبًا على حاسوب آخر.</translation>
    </message>
    <message>
        <source>Write it as user@host:run; `nightshift runs --on user@host` lists the runs there.</source>
        <translation>اكتبه هكذا user@host:run؛ الأمر `nightshift runs --on user@host` يسرد التدريبات هناك.</translation>
    </message>
    <message>
        <source>“{text}” cannot be taken apart into words.</source>
        <translation>«{text}» لا يمكن فصله إلى كلمات.</translation>
    </message>
    <message>
        <source>Close its quotation marks.</source>
        <translation>أغلق علامات الاقتباس فيه.</translation>
    </message>
    <message>
        <source>“{text}” is no name of a computer.</source>
        <translation>«{text}» ليس اسم حاسوب.</translation>
    </message>
    <message>
        <source>Use a name as ssh knows it, such as user@host or an alias of your ssh configuration.</source>
        <translation>استخدم اسمًا كما يعرفه ssh، مثل user@host أو اسمًا بديلًا من إعدادات ssh.</translation>
    </message>
    <message>
        <source>What was heard could not be kept</source>
        <translation>تعذر حفظ ما سُمع</translation>
    </message>
    <message>
        <source>The studio on {host} is of another version.</source>
        <translation>Nightshift على {host} بإصدار آخر.</translation>
    </message>
    <message>
        <source>Update both to the same one.</source>
        <translation>حدّث الاثنين إلى الإصدار نفسه.</translation>
    </message>
    <message>
        <source>The connection was out of step.</source>
        <translation>اختل تزامن الاتصال.</translation>
    </message>
    <message>
        <source>It is made again.</source>
        <translation>يُقام من جديد.</translation>
    </message>
    <message>
        <source>The runs cannot be read.</source>
        <translation>تعذرت قراءة التدريبات.</translation>
    </message>
    <message>
        <source>{name} is no longer there.</source>
        <translation>{name} لم يعد هناك.</translation>
    </message>
    <message>
        <source>It was moved or deleted.</source>
        <translation>نُقل أو حُذف.</translation>
    </message>
    <message>
        <source>{name} is at work. It can move once it rests.</source>
        <translation>{name} يعمل الآن. يمكن نقله عندما يستقر.</translation>
    </message>
    <message>
        <source>Paused, it can go on here or there. Stopped, it also has a result here. Nothing is lost either way.</source>
        <translation>إذا أوقف مؤقتًا أمكنت متابعته هنا أو هناك. وإذا أوقف كانت له نتيجة هنا أيضًا. لا يضيع شيء في الحالتين.</translation>
    </message>
    <message>
        <source>Pause and move</source>
        <translation>أوقف مؤقتًا وانقل</translation>
    </message>
    <message>
        <source>Stop, save and move</source>
        <translation>أوقف واحفظ وانقل</translation>
    </message>
    <message>
        <source>The run could not be told.</source>
        <translation>تعذر سرد التدريب.</translation>
    </message>
    <message>
        <source>{name} comes to rest</source>
        <translation>{name} يستقر</translation>
    </message>
    <message>
        <source>It ends its update and saves. Then it is packed.</source>
        <translation>يُنهي تحديثه ويحفظ. ثم يُحزم.</translation>
    </message>
    <message>
        <source>{name} is not packed.</source>
        <translation>لم يُحزم {name}.</translation>
    </message>
    <message>
        <source>Press Resume to let it go on here.</source>
        <translation>اضغط «متابعة» ليكمل هنا.</translation>
    </message>
    <message>
        <source>{host} does not answer.</source>
        <translation>{host} لا يستجيب.</translation>
    </message>
    <message>
        <source>There is no ssh on this computer.</source>
        <translation>لا يوجد ssh على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Install OpenSSH&apos;s client, then try again.</source>
        <translation>ثبّت عميل OpenSSH، ثم حاول مجددًا.</translation>
    </message>
    <message>
        <source>There is no studio on {host}.</source>
        <translation>لا يوجد Nightshift على {host}.</translation>
    </message>
    <message>
        <source>The studio on {host} is too old to be watched.</source>
        <translation>Nightshift على {host} أقدم من أن يُتابَع.</translation>
    </message>
    <message>
        <source>Update it there.</source>
        <translation>حدّثه هناك.</translation>
    </message>
    <message>
        <source>It is tried again.</source>
        <translation>يُحاول ثانية.</translation>
    </message>
    <message>
        <source>The connection to {host} ended.</source>
        <translation>انتهى الاتصال بـ {host}.</translation>
    </message>
    <message>
        <source>{host} shows another key than before, so nothing was sent to it.</source>
        <translation>يُظهر {host} مفتاحًا غير السابق، لذا لم يُرسل إليه شيء.</translation>
    </message>
    <message>
        <source>If it was set up anew, remove its old key with ssh-keygen -R; if not, somebody may stand between.</source>
        <translation>إن كان قد أُعد من جديد فأزل مفتاحه القديم بـ ssh-keygen -R؛ وإلا فقد يكون أحد يعترض الاتصال.</translation>
    </message>
    <message>
        <source>The key of {host} is not known yet, so nothing was sent to it.</source>
        <translation>مفتاح {host} غير معروف بعد، لذا لم يُرسل إليه شيء.</translation>
    </message>
    <message>
        <source>Run `ssh {host}` once in a terminal, compare the key it shows, and accept it.</source>
        <translation>شغّل `ssh {host}` مرة في طرفية، وقارن المفتاح الذي يُظهره، واقبله.</translation>
    </message>
    <message>
        <source>{host} asks for a password.</source>
        <translation>يطلب {host} كلمة مرور.</translation>
    </message>
    <message>
        <source>None is ever typed for you: put your key there with `ssh-copy-id {host}`, or load it with ssh-add.</source>
        <translation>لا تُكتب أي كلمة مرور نيابة عنك: ضع مفتاحك هناك بـ `ssh-copy-id {host}`، أو حمّله بـ ssh-add.</translation>
    </message>
    <message>
        <source>No computer called {host} is known here.</source>
        <translation>لا حاسوب باسم {host} معروف هنا.</translation>
    </message>
    <message>
        <source>Look at the name, or at the network of this computer.</source>
        <translation>انظر إلى الاسم، أو إلى شبكة هذا الحاسوب.</translation>
    </message>
    <message>
        <source>{host} cannot be reached.</source>
        <translation>تعذر الوصول إلى {host}.</translation>
    </message>
    <message>
        <source>Nothing is known of that run.</source>
        <translation>لا يُعرف شيء عن ذلك التدريب.</translation>
    </message>
    <message>
        <source>Open it as user@host:run.</source>
        <translation>افتحه هكذا user@host:run.</translation>
    </message>
    <message>
        <source>The run could not be followed</source>
        <translation>تعذرت متابعة التدريب</translation>
    </message>
    <message>
        <source>The program that follows it ended.</source>
        <translation>انتهى البرنامج الذي يتابعه.</translation>
    </message>
    <message>
        <source>{host} cannot be reached now, so it was not asked.</source>
        <translation>تعذر الوصول إلى {host} الآن، لذا لم يُسأل.</translation>
    </message>
    <message>
        <source>Try again when the connection is back; the run goes on as it was.</source>
        <translation>حاول ثانية عندما يعود الاتصال؛ يستمر التدريب كما كان.</translation>
    </message>
    <message>
        <source>The run could not be remembered</source>
        <translation>تعذر تذكر التدريب</translation>
    </message>
    <message>
        <source>{name} has not begun yet, so there is nothing to report.</source>
        <translation>لم يبدأ {name} بعد، فلا شيء يُروى عنه.</translation>
    </message>
    <message>
        <source>Look again later.</source>
        <translation>انظر ثانية لاحقًا.</translation>
    </message>
    <message>
        <source>{name} was stopped by you after update {update} of {updates}.</source>
        <translation>أوقفتَ {name} بعد التحديث {update} من {updates}.</translation>
    </message>
    <message>
        <source>{name} did not finish: it ended at update {update} of {updates}.</source>
        <translation>لم يكتمل {name}: انتهى عند التحديث {update} من {updates}.</translation>
    </message>
    <message>
        <source>{name} was interrupted at update {update} of {updates}; nobody looks after it now.</source>
        <translation>انقطع {name} عند التحديث {update} من {updates}؛ لا أحد يعتني به الآن.</translation>
    </message>
    <message>
        <source>{name} is still {state}: update {update} of {updates} after {how_long}.</source>
        <translation>{name} ما زال {state}: التحديث {update} من {updates} بعد {how_long}.</translation>
    </message>
    <message>
        <source>The computer was switched off, or its programs were ended. Everything up to the last checkpoint is kept.</source>
        <translation>أُطفئ الحاسوب أو أُنهيت برامجه. كل شيء حتى آخر نقطة حفظ محفوظ.</translation>
    </message>
    <message>
        <source>{last_words} It was started again.</source>
        <translation>{last_words} بدأ من جديد.</translation>
    </message>
    <message>
        <source>The training program ended unexpectedly</source>
        <translation>انتهى برنامج التدريب على غير المتوقع</translation>
    </message>
    <message>
        <source>Went back to update {to_update}</source>
        <translation>رجع إلى التحديث {to_update}</translation>
    </message>
    <message>
        <source>Without update {update}.</source>
        <translation>دون التحديث {update}.</translation>
    </message>
    <message>
        <source>A checkpoint was damaged and set aside</source>
        <translation>تضررت نقطة حفظ ونُحّيت</translation>
    </message>
    <message>
        <source>The computer was switched off or restarted, or the program was ended.</source>
        <translation>أُطفئ الحاسوب أو أُعيد تشغيله أو أُنهي البرنامج.</translation>
    </message>
    <message>
        <source>Nobody looked after the run for a while</source>
        <translation>لم يعتنِ أحد بالتدريب لفترة</translation>
    </message>
    <message>
        <source>It was ended by the system, most likely because memory ran out, and started again.</source>
        <translation>أنهاه النظام، والأرجح لنفاد الذاكرة، وبدأ من جديد.</translation>
    </message>
    <message>
        <source>“{name}” cannot be the name of a conversation.</source>
        <translation>«{name}» لا يصلح اسمًا لمحادثة.</translation>
    </message>
    <message>
        <source>Use letters, digits and spaces.</source>
        <translation>استخدم حروفًا وأرقامًا ومسافات.</translation>
    </message>
    <message>
        <source>Restart the computer, then resume the run.</source>
        <translation>أعد تشغيل الحاسوب، ثم تابع التدريب.</translation>
    </message>
    <message>
        <source>The folder of the run is gone while it was worked on.</source>
        <translation>اختفى مجلد التدريب أثناء العمل عليه.</translation>
    </message>
    <message>
        <source>If it was moved, put it back and resume the run: it goes on from its last checkpoint.</source>
        <translation>إن كان قد نُقل فأعده وتابع التدريب: يكمل من آخر نقطة حفظ.</translation>
    </message>
    <message>
        <source>{kept} What it was doing then is in worker.log of the run. {RESTART}</source>
        <translation>{kept} ما كان يفعله عندها في worker.log الخاص بالتدريب. {RESTART}</translation>
    </message>
    <message>
        <source>The training program stopped answering {TRIES} times.</source>
        <translation>توقف برنامج التدريب عن الاستجابة {TRIES} مرات.</translation>
    </message>
    <message>
        <source>The training program was ended {TRIES} times by {exit_code}.</source>
        <translation>أُنهي برنامج التدريب {TRIES} مرات بسبب {exit_code}.</translation>
    </message>
    <message>
        <source>{kept} The details are in worker.log of the run.</source>
        <translation>{kept} التفاصيل في worker.log الخاص بالتدريب.</translation>
    </message>
    <message>
        <source>The training program ended unexpectedly {TRIES} times (exit code {exit_code}).</source>
        <translation>انتهى برنامج التدريب على غير المتوقع {TRIES} مرات (رمز الخروج {exit_code}).</translation>
    </message>
    <message>
        <source>Nothing was learnt yet.</source>
        <translation>لم يُتعلم شيء بعد.</translation>
    </message>
    <message>
        <source>the system, most likely because memory ran out</source>
        <translation>النظام، والأرجح لنفاد الذاكرة</translation>
    </message>
    <message>
        <source>the signal {name}</source>
        <translation>الإشارة {name}</translation>
    </message>
    <message>
        <source>It may be off or asleep, or the network is gone.</source>
        <translation>ربما هو مطفأ أو في السكون، أو الشبكة مقطوعة.</translation>
    </message>
    <message>
        <source>The training program was asked to leave</source>
        <translation>طُلب من برنامج التدريب أن يغادر</translation>
    </message>
    <message>
        <source>It saved first, so no update is lost.</source>
        <translation>حفظ عمله أولاً، فلم يضع أي تحديث.</translation>
    </message>
    <message>
        <source>signal {number}</source>
        <translation>الإشارة {number}</translation>
    </message>
    <message>
        <source>The request of {name} cannot be read.</source>
        <translation>تعذرت قراءة طلب {name}.</translation>
    </message>
    <message>
        <source>Its folder is damaged or was written by a newer version; start the run again as a new one.</source>
        <translation>مجلده تالف أو كتبه إصدار أحدث؛ ابدأ التدريب ثانية كتدريب جديد.</translation>
    </message>
    <message>
        <source>{name} is not a training run.</source>
        <translation>{name} ليس تدريبًا.</translation>
    </message>
    <message>
        <source>Choose another run.</source>
        <translation>اختر تدريبًا آخر.</translation>
    </message>
    <message>
        <source>The run could not be created</source>
        <translation>تعذر إنشاء التدريب</translation>
    </message>
    <message>
        <source>There are a thousand runs of this name already.</source>
        <translation>يوجد ألف تدريب بهذا الاسم بالفعل.</translation>
    </message>
    <message>
        <source>Give the run another name.</source>
        <translation>أعطِ التدريب اسمًا آخر.</translation>
    </message>
    <message>
        <source>{matching} runs are called something with “{name}”.</source>
        <translation>{matching} تدريبات في اسمها «{name}».</translation>
    </message>
    <message>
        <source>Say which one: {names}.</source>
        <translation>قل أيها: {names}.</translation>
    </message>
    <message>
        <source>There is no run “{name}”.</source>
        <translation>لا تدريب باسم «{name}».</translation>
    </message>
    <message>
        <source>`nightshift runs` lists them.</source>
        <translation>الأمر `nightshift runs` يسردها.</translation>
    </message>
    <message>
        <source>The note could not be kept</source>
        <translation>تعذر حفظ الملاحظة</translation>
    </message>
    <message>
        <source>The order could not be kept</source>
        <translation>تعذر حفظ الترتيب</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>في الدور</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>يبدأ</translation>
    </message>
    <message>
        <source>running</source>
        <translation>قيد التشغيل</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>متوقف مؤقتًا</translation>
    </message>
    <message>
        <source>recovering</source>
        <translation>يتعافى</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>منتهٍ</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>موقوف</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>منقطع</translation>
    </message>
    <message>
        <source>Went back to update {to_update}, without update {update}</source>
        <translation>رجع إلى التحديث {to_update}، دون التحديث {update}</translation>
    </message>
    <message>
        <source>A checkpoint was damaged and set aside: {reason}</source>
        <translation>تضررت نقطة حفظ ونُحّيت: {reason}</translation>
    </message>
    <message>
        <source>{name} is being worked on.</source>
        <translation>{name} قيد العمل.</translation>
    </message>
    <message>
        <source>Stop it first; then it can be deleted.</source>
        <translation>أوقفه أولًا؛ عندها يمكن حذفه.</translation>
    </message>
    <message>
        <source>The run could not be deleted</source>
        <translation>تعذر حذف التدريب</translation>
    </message>
    <message>
        <source>{name} is not in the trash.</source>
        <translation>{name} ليس في سلة المهملات.</translation>
    </message>
    <message>
        <source>Look at {trash}.</source>
        <translation>انظر إلى {trash}.</translation>
    </message>
    <message>
        <source>The run could not be brought back</source>
        <translation>تعذرت إعادة التدريب</translation>
    </message>
    <message>
        <source>The losses of the rows of update {update} are not known.</source>
        <translation>خسائر صفوف التحديث {update} غير معروفة.</translation>
    </message>
    <message>
        <source>It was passed over: none of its rows had anything to learn, or its loss was not a number.</source>
        <translation>تُخطّي: لم يكن في أي من صفوفه ما يُتعلم، أو لم تكن خسارته رقمًا.</translation>
    </message>
    <message>
        <source>{name} has not made update {update}.</source>
        <translation>لم يُجرِ {name} التحديث {update}.</translation>
    </message>
    <message>
        <source>Updates are counted from 1.</source>
        <translation>تُعد التحديثات من 1.</translation>
    </message>
    <message>
        <source>It has made {update} of {updates}.</source>
        <translation>أجرى {update} من {updates}.</translation>
    </message>
    <message>
        <source>It has made none so far.</source>
        <translation>لم يُجرِ شيئًا حتى الآن.</translation>
    </message>
    <message>
        <source>The loss of update {update} was not a number</source>
        <translation>خسارة التحديث {update} لم تكن رقمًا</translation>
    </message>
    <message>
        <source>It was left out and the weights stayed as they were. Its rows: {rows}.</source>
        <translation>تُرك وبقيت الأوزان كما كانت. صفوفه: {rows}.</translation>
    </message>
    <message>
        <source>in micro-batches of at most {token_budget} tokens</source>
        <translation>بدفعات صغيرة لا تزيد على {token_budget} رمزًا</translation>
    </message>
    <message>
        <source>with fewer word scores at once</source>
        <translation>بدرجات كلمات أقل معًا</translation>
    </message>
    <message>
        <source>Out of memory at update {update}, redone</source>
        <translation>نفدت الذاكرة عند التحديث {update}، وأُعيد</translation>
    </message>
    <message>
        <source>The same rows were learnt from again, now {what}; nothing was lost.</source>
        <translation>تُعلّم من الصفوف نفسها ثانية، الآن {what}؛ لم يضع شيء.</translation>
    </message>
    <message>
        <source>The training program stopped answering</source>
        <translation>توقف برنامج التدريب عن الاستجابة</translation>
    </message>
    <message>
        <source>Nothing came from it for much longer than its updates take. It was ended and started again from the last checkpoint; no update is lost.</source>
        <translation>لم يأتِ منه شيء لمدة أطول بكثير من تحديثاته. أُنهي وبدأ ثانية من آخر نقطة حفظ؛ لم يضع أي تحديث.</translation>
    </message>
    <message>
        <source>The computer slept for {seconds}</source>
        <translation>نام الحاسوب {seconds}</translation>
    </message>
    <message>
        <source>Nothing was lost. The run went on when it woke; the time is left out of all estimates.</source>
        <translation>لم يضع شيء. أكمل التدريب عند استيقاظه؛ والوقت مستبعد من كل التقديرات.</translation>
    </message>
    <message>
        <source>The run does not depend on it; times of day told before are off by as much.</source>
        <translation>لا يتوقف التدريب عليها؛ والأوقات التي ذُكرت من قبل تختلف بالقدر نفسه.</translation>
    </message>
    <message>
        <source>{seconds} days</source>
        <translation>{seconds} أيام</translation>
    </message>
    <message>
        <source>{minutes} h {minutes2} min</source>
        <translation>{minutes} س {minutes2} د</translation>
    </message>
    <message>
        <source>{what} could not be kept</source>
        <translation>تعذر حفظ {what}</translation>
    </message>
    <message>
        <source>The settings could not be kept</source>
        <translation>تعذر حفظ الإعدادات</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>التواريخ</translation>
    </message>
    <message>
        <source>Teach the model to write any date the same way.</source>
        <translation>علّم النموذج أن يكتب أي تاريخ بالطريقة نفسها.</translation>
    </message>
    <message>
        <source>Polite</source>
        <translation>التهذيب</translation>
    </message>
    <message>
        <source>Teach the model to say blunt sentences politely.</source>
        <translation>علّم النموذج أن يقول الجمل الفظة بتهذيب.</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>المواضيع</translation>
    </message>
    <message>
        <source>Teach the model to sort customer messages by topic.</source>
        <translation>علّم النموذج أن يصنّف رسائل العملاء حسب الموضوع.</translation>
    </message>
    <message numerus="yes">
        <source>%n run</source>
        <translation>
            <numerusform>لا تدريبات</numerusform>
            <numerusform>تدريب واحد</numerusform>
            <numerusform>تدريبان</numerusform>
            <numerusform>%n تدريبات</numerusform>
            <numerusform>%n تدريبًا</numerusform>
            <numerusform>%n تدريب</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row is</source>
        <translation>
            <numerusform>لا صفوف</numerusform>
            <numerusform>صف واحد</numerusform>
            <numerusform>صفان</numerusform>
            <numerusform>%n صفوف</numerusform>
            <numerusform>%n صفًا</numerusform>
            <numerusform>%n صف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row says</source>
        <translation>
            <numerusform>لا صفوف تقول</numerusform>
            <numerusform>صف واحد يقول</numerusform>
            <numerusform>صفان يقولان</numerusform>
            <numerusform>%n صفوف تقول</numerusform>
            <numerusform>%n صفًا تقول</numerusform>
            <numerusform>%n صف تقول</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n held-out row is</source>
        <translation>
            <numerusform>لا صفوف محجوزة</numerusform>
            <numerusform>صف محجوز واحد</numerusform>
            <numerusform>صفان محجوزان</numerusform>
            <numerusform>%n صفوف محجوزة</numerusform>
            <numerusform>%n صفًا محجوزًا</numerusform>
            <numerusform>%n صف محجوز</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row</source>
        <translation>
            <numerusform>لا صفوف</numerusform>
            <numerusform>صف واحد</numerusform>
            <numerusform>صفان</numerusform>
            <numerusform>%n صفوف</numerusform>
            <numerusform>%n صفًا</numerusform>
            <numerusform>%n صف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n token</source>
        <translation>
            <numerusform>لا رموز</numerusform>
            <numerusform>رمز واحد</numerusform>
            <numerusform>رمزان</numerusform>
            <numerusform>%n رموز</numerusform>
            <numerusform>%n رمزًا</numerusform>
            <numerusform>%n رمز</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer</source>
        <translation>
            <numerusform>لا إجابات</numerusform>
            <numerusform>إجابة واحدة</numerusform>
            <numerusform>إجابتان</numerusform>
            <numerusform>%n إجابات</numerusform>
            <numerusform>%n إجابة</numerusform>
            <numerusform>%n إجابة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n process</source>
        <translation>
            <numerusform>لا عمليات</numerusform>
            <numerusform>عملية واحدة</numerusform>
            <numerusform>عمليتان</numerusform>
            <numerusform>%n عمليات</numerusform>
            <numerusform>%n عملية</numerusform>
            <numerusform>%n عملية</numerusform>
        </translation>
    </message>
    <message>
        <source>{between} of it goes from GPU to GPU (at {value} GB/s, {known})</source>
        <translation>منها {between} للنقل بين معالجات الرسوميات (بمعدل {value} غ.ب/ث، {known})</translation>
    </message>
    <message>
        <source>{between} of it goes from GPU to process (at {value} GB/s, {known})</source>
        <translation>منها {between} للنقل من معالج الرسوميات إلى العملية (بمعدل {value} غ.ب/ث، {known})</translation>
    </message>
    <message>
        <source>{between} of it goes from process to GPU (at {value} GB/s, {known})</source>
        <translation>منها {between} للنقل من العملية إلى معالج الرسوميات (بمعدل {value} غ.ب/ث، {known})</translation>
    </message>
    <message>
        <source>{between} of it goes from process to process (at {value} GB/s, {known})</source>
        <translation>منها {between} للنقل بين العمليات (بمعدل {value} غ.ب/ث، {known})</translation>
    </message>
    <message>
        <source>More than one GPU does not pay here: an update takes {times}; {sending}.</source>
        <translation>أكثر من معالج رسوميات واحد لا يفيد هنا: يستغرق التحديث {times}؛ {sending}.</translation>
    </message>
    <message>
        <source>More than one process does not pay here: an update takes {times}; {sending}.</source>
        <translation>أكثر من عملية واحدة لا يفيد هنا: يستغرق التحديث {times}؛ {sending}.</translation>
    </message>
    <message>
        <source>{world_size} GPUs pay: an update takes {times}; {sending}.</source>
        <translation>{world_size} معالجات رسوميات تفيد: يستغرق التحديث {times}؛ {sending}.</translation>
    </message>
    <message>
        <source>{world_size} processes pay: an update takes {times}; {sending}.</source>
        <translation>{world_size} عمليات تفيد: يستغرق التحديث {times}؛ {sending}.</translation>
    </message>
    <message>
        <source>Choose {blocks} or {above} tokens, or another length of the blocks (max_seq_len).</source>
        <translation>اختر {blocks} أو {above} رمزًا، أو طولًا آخر للكتل (max_seq_len).</translation>
    </message>
    <message>
        <source>Choose {above} tokens, or another length of the blocks (max_seq_len).</source>
        <translation>اختر {above} رمزًا، أو طولًا آخر للكتل (max_seq_len).</translation>
    </message>
    <message>
        <source>{name} finished early, since the held-out loss no longer fell: {update} updates in {how_long}.</source>
        <translation>انتهى {name} مبكرًا لأن الخسارة المحجوزة لم تعد تنخفض: {update} تحديثًا في {how_long}.</translation>
    </message>
    <message>
        <source>{name} finished: {update} updates in {how_long}.</source>
        <translation>انتهى {name}: {update} تحديثًا في {how_long}.</translation>
    </message>
    <message>
        <source>It ended with signal {exit_code} and was started again.</source>
        <translation>انتهى بالإشارة {exit_code} وبدأ من جديد.</translation>
    </message>
    <message>
        <source>It ended with exit code {exit_code} and was started again.</source>
        <translation>انتهى برمز الخروج {exit_code} وبدأ من جديد.</translation>
    </message>
    <message>
        <source>The computer&apos;s clock was put forward by {seconds}</source>
        <translation>قُدّمت ساعة الحاسوب بمقدار {seconds}</translation>
    </message>
    <message>
        <source>The computer&apos;s clock was put back by {seconds}</source>
        <translation>أُخّرت ساعة الحاسوب بمقدار {seconds}</translation>
    </message>
    <message numerus="yes">
        <source>%n GPU</source>
        <translation>
            <numerusform>لا GPU</numerusform>
            <numerusform>GPU واحد</numerusform>
            <numerusform>%n GPU</numerusform>
            <numerusform>%n وحدات GPU</numerusform>
            <numerusform>%n وحدة GPU</numerusform>
            <numerusform>%n وحدة GPU</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n update</source>
        <translation>
            <numerusform>لا تحديثات</numerusform>
            <numerusform>تحديث واحد</numerusform>
            <numerusform>تحديثان</numerusform>
            <numerusform>%n تحديثات</numerusform>
            <numerusform>%n تحديثًا</numerusform>
            <numerusform>%n تحديث</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n held-out row</source>
        <translation>
            <numerusform>لا صفوف محجوزة</numerusform>
            <numerusform>صف محجوز واحد</numerusform>
            <numerusform>صفان محجوزان</numerusform>
            <numerusform>%n صفوف محجوزة</numerusform>
            <numerusform>%n صفًا محجوزًا</numerusform>
            <numerusform>%n صف محجوز</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run is learning elsewhere</source>
        <translation>
            <numerusform>لا تدريبات تتعلم في مكان آخر</numerusform>
            <numerusform>تدريب واحد يتعلم في مكان آخر</numerusform>
            <numerusform>تدريبان يتعلمان في مكان آخر</numerusform>
            <numerusform>%n تدريبات تتعلم في مكان آخر</numerusform>
            <numerusform>%n تدريبًا تتعلم في مكان آخر</numerusform>
            <numerusform>%n تدريب تتعلم في مكان آخر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run waits</source>
        <translation>
            <numerusform>لا تدريبات تنتظر</numerusform>
            <numerusform>تدريب واحد ينتظر</numerusform>
            <numerusform>تدريبان ينتظران</numerusform>
            <numerusform>%n تدريبات تنتظر</numerusform>
            <numerusform>%n تدريبًا تنتظر</numerusform>
            <numerusform>%n تدريب تنتظر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run was interrupted</source>
        <translation>
            <numerusform>لم ينقطع تدريب</numerusform>
            <numerusform>انقطع تدريب واحد</numerusform>
            <numerusform>انقطع تدريبان</numerusform>
            <numerusform>%n تدريبات انقطعت</numerusform>
            <numerusform>%n تدريبًا انقطعت</numerusform>
            <numerusform>%n تدريب انقطعت</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n interruption was</source>
        <translation>
            <numerusform>لا انقطاعات</numerusform>
            <numerusform>انقطاع واحد</numerusform>
            <numerusform>انقطاعان</numerusform>
            <numerusform>%n انقطاعات</numerusform>
            <numerusform>%n انقطاعًا</numerusform>
            <numerusform>%n انقطاع</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n is waiting</source>
        <translation>
            <numerusform>لا أحد ينتظر</numerusform>
            <numerusform>واحد ينتظر</numerusform>
            <numerusform>اثنان ينتظران</numerusform>
            <numerusform>%n تنتظر</numerusform>
            <numerusform>%n تنتظر</numerusform>
            <numerusform>%n تنتظر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing worth a look</source>
        <translation>
            <numerusform>لا شيء يستحق نظرة</numerusform>
            <numerusform>شيء واحد يستحق نظرة</numerusform>
            <numerusform>شيئان يستحقان نظرة</numerusform>
            <numerusform>%n أشياء تستحق نظرة</numerusform>
            <numerusform>%n شيئًا تستحق نظرة</numerusform>
            <numerusform>%n شيء تستحق نظرة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note</source>
        <translation>
            <numerusform>لا ملاحظات</numerusform>
            <numerusform>ملاحظة واحدة</numerusform>
            <numerusform>ملاحظتان</numerusform>
            <numerusform>%n ملاحظات</numerusform>
            <numerusform>%n ملاحظة</numerusform>
            <numerusform>%n ملاحظة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column</source>
        <translation>
            <numerusform>لا أعمدة</numerusform>
            <numerusform>عمود واحد</numerusform>
            <numerusform>عمودان</numerusform>
            <numerusform>%n أعمدة</numerusform>
            <numerusform>%n عمودًا</numerusform>
            <numerusform>%n عمود</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing needs you</source>
        <translation>
            <numerusform>لا شيء يحتاجك</numerusform>
            <numerusform>شيء واحد يحتاجك</numerusform>
            <numerusform>شيئان يحتاجانك</numerusform>
            <numerusform>%n أشياء تحتاجك</numerusform>
            <numerusform>%n شيئًا تحتاجك</numerusform>
            <numerusform>%n شيء تحتاجك</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time</source>
        <translation>
            <numerusform>ولا مرة</numerusform>
            <numerusform>مرة واحدة</numerusform>
            <numerusform>مرتان</numerusform>
            <numerusform>%n مرات</numerusform>
            <numerusform>%n مرة</numerusform>
            <numerusform>%n مرة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing is open</source>
        <translation>
            <numerusform>لا شيء مفتوح</numerusform>
            <numerusform>شيء واحد مفتوح</numerusform>
            <numerusform>شيئان مفتوحان</numerusform>
            <numerusform>%n أشياء مفتوحة</numerusform>
            <numerusform>%n شيئًا مفتوحة</numerusform>
            <numerusform>%n شيء مفتوحة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing could not be checked</source>
        <translation>
            <numerusform>لا شيء تعذر فحصه</numerusform>
            <numerusform>شيء واحد تعذر فحصه</numerusform>
            <numerusform>شيئان تعذر فحصهما</numerusform>
            <numerusform>%n أشياء تعذر فحصها</numerusform>
            <numerusform>%n شيئًا تعذر فحصها</numerusform>
            <numerusform>%n شيء تعذر فحصها</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing is still open.</source>
        <translation>
            <numerusform>لا شيء مفتوح.</numerusform>
            <numerusform>ما زال شيء واحد مفتوحًا.</numerusform>
            <numerusform>ما زال شيئان مفتوحين.</numerusform>
            <numerusform>%n أشياء ما زالت مفتوحة.</numerusform>
            <numerusform>%n شيئًا ما زالت مفتوحة.</numerusform>
            <numerusform>%n شيء ما زالت مفتوحة.</numerusform>
        </translation>
    </message>
    <message>
        <source>The runs cannot be read: {strerror}.</source>
        <translation>تعذرت قراءة التدريبات: {strerror}.</translation>
    </message>
    <message>
        <source>Look at {runs}.</source>
        <translation>انظر إلى {runs}.</translation>
    </message>
    <message>
        <source>Measuring could not be started.</source>
        <translation>تعذر بدء القياس.</translation>
    </message>
    <message>
        <source>too early to say</source>
        <translation>لا يزال مبكرًا</translation>
    </message>
    <message>
        <source>growing</source>
        <translation>يكبر</translation>
    </message>
    <message>
        <source>calmer now</source>
        <translation>أهدأ الآن</translation>
    </message>
    <message>
        <source>steady</source>
        <translation>ثابت</translation>
    </message>
    <message>
        <source>{words}; {highest} at update {update}</source>
        <translation>{words}؛ {highest} عند التحديث {update}</translation>
    </message>
    <message>
        <source>{target} = {slices} on {where}</source>
        <translation>{target} = {slices} على {where}</translation>
    </message>
    <message>
        <source>Held-out loss {eval_loss} → {eval_loss2}</source>
        <translation>الخسارة المحجوزة {eval_loss} ← {eval_loss2}</translation>
    </message>
    <message>
        <source>, lowest {eval_loss} at update {update}</source>
        <translation>، الأدنى {eval_loss} عند التحديث {update}</translation>
    </message>
    <message>
        <source>{exact_match} → {exact_match2} right</source>
        <translation>{exact_match} ← {exact_match2} صحيحة</translation>
    </message>
    <message>
        <source>{share} lower</source>
        <translation>أقل بنسبة {share}</translation>
    </message>
    <message>
        <source>{share} higher</source>
        <translation>أعلى بنسبة {share}</translation>
    </message>
    <message>
        <source>loss on rows it never saw</source>
        <translation>الخسارة على صفوف لم يرها قط</translation>
    </message>
    <message>
        <source>Too few updates to tell what it learned</source>
        <translation>تحديثات قليلة جدًا لمعرفة ما تعلمه</translation>
    </message>
    <message>
        <source>loss on the rows it learned from; none were held out</source>
        <translation>الخسارة على الصفوف التي تعلم منها؛ لم يُحجز أي صف</translation>
    </message>
    <message>
        <source>in all</source>
        <translation>إجمالًا</translation>
    </message>
    <message>
        <source>for one update</source>
        <translation>للتحديث الواحد</translation>
    </message>
    <message>
        <source>on average</source>
        <translation>في المتوسط</translation>
    </message>
    <message>
        <source>{predicted} predicted</source>
        <translation>{predicted} متوقعة</translation>
    </message>
    <message>
        <source>most memory used</source>
        <translation>أكثر ذاكرة مستخدمة</translation>
    </message>
    <message>
        <source>shared the work</source>
        <translation>تقاسمت العمل</translation>
    </message>
    <message>
        <source>{passes} learned</source>
        <translation>{passes} متعلمة</translation>
    </message>
    <message>
        <source>{number} billion</source>
        <translation>{number} مليار</translation>
    </message>
    <message>
        <source>Loss {value}</source>
        <translation>الخسارة {value}</translation>
    </message>
    <message>
        <source>, usually about {usual} here.</source>
        <translation>، وعادة نحو {usual} هنا.</translation>
    </message>
    <message>
        <source>Update {update}</source>
        <translation>التحديث {update}</translation>
    </message>
    <message>
        <source>The {rows} rows of this update, highest first</source>
        <translation>صفوف هذا التحديث ({rows})، الأعلى أولًا</translation>
    </message>
    <message>
        <source>The row of this update</source>
        <translation>صف هذا التحديث</translation>
    </message>
    <message>
        <source>One row explains nearly all of it.</source>
        <translation>صف واحد يفسر كل ذلك تقريبًا.</translation>
    </message>
    <message>
        <source>Two rows explain nearly all of it.</source>
        <translation>صفان يفسران كل ذلك تقريبًا.</translation>
    </message>
    <message>
        <source>Three rows explain nearly all of it.</source>
        <translation>ثلاثة صفوف تفسر كل ذلك تقريبًا.</translation>
    </message>
    <message>
        <source>No single row explains it; many are a little harder.</source>
        <translation>لا صف واحد يفسره؛ كثير منها أصعب قليلًا.</translation>
    </message>
    <message>
        <source>Nothing stands out.</source>
        <translation>لا شيء بارز.</translation>
    </message>
    <message>
        <source>After update {first}</source>
        <translation>بعد التحديث {first}</translation>
    </message>
    <message>
        <source>Before learning</source>
        <translation>قبل التعلم</translation>
    </message>
    <message>
        <source>After updates {first} to {last}</source>
        <translation>بعد التحديثات {first} إلى {last}</translation>
    </message>
    <message>
        <source>Before learning and up to update {last}</source>
        <translation>قبل التعلم وحتى التحديث {last}</translation>
    </message>
    <message>
        <source>from the held-out rows</source>
        <translation>من الصفوف المحجوزة</translation>
    </message>
    <message>
        <source>Questions with the answers before and after</source>
        <translation>أسئلة مع الإجابات قبل وبعد</translation>
    </message>
    <message>
        <source>The same questions, before and after</source>
        <translation>الأسئلة نفسها، قبل وبعد</translation>
    </message>
    <message>
        <source>Right would be: {expected}</source>
        <translation>الصحيح: {expected}</translation>
    </message>
    <message>
        <source>{boxes} tokens, {learned} of them learned</source>
        <translation>{boxes} رمزًا، منها {learned} تُتعلم</translation>
    </message>
    <message>
        <source>What happens will stand here.</source>
        <translation>ما يحدث يظهر هنا.</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>يُحفظ…</translation>
    </message>
    <message>
        <source>Answers so far</source>
        <translation>الإجابات حتى الآن</translation>
    </message>
    <message>
        <source>How the answers to a few prompts changed while it learned</source>
        <translation>كيف تغيرت الإجابات عن بضعة أسئلة أثناء التعلم</translation>
    </message>
    <message>
        <source>lower is better, one point per update</source>
        <translation>الأقل أفضل، نقطة لكل تحديث</translation>
    </message>
    <message>
        <source>Axis of losses</source>
        <translation>محور الخسائر</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>خطي</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>لوغاريتمي</translation>
    </message>
    <message>
        <source>In view</source>
        <translation>المعروض</translation>
    </message>
    <message>
        <source>Whole run</source>
        <translation>التدريب كله</translation>
    </message>
    <message>
        <source>Latest</source>
        <translation>الأحدث</translation>
    </message>
    <message>
        <source>A part</source>
        <translation>جزء</translation>
    </message>
    <message>
        <source>Drag over the plot to look closer; double-click for the whole run</source>
        <translation>اسحب على الرسم للتكبير؛ انقر مرتين للتدريب كله</translation>
    </message>
    <message>
        <source>the curve appears with the first update</source>
        <translation>يظهر المنحنى مع التحديث الأول</translation>
    </message>
    <message>
        <source>Start a run and watch it learn here, update by update.</source>
        <translation>ابدأ تدريبًا وشاهده يتعلم هنا تحديثًا بعد تحديث.</translation>
    </message>
    <message>
        <source>Nothing is running yet</source>
        <translation>لا شيء يعمل بعد</translation>
    </message>
    <message>
        <source>Update {choice}: {value}</source>
        <translation>التحديث {choice}: {value}</translation>
    </message>
    <message>
        <source>at the end</source>
        <translation>في النهاية</translation>
    </message>
    <message>
        <source>{value} held-out</source>
        <translation>{value} محجوزة</translation>
    </message>
    <message>
        <source>, held-out {number}</source>
        <translation>، محجوزة {number}</translation>
    </message>
    <message>
        <source>no row had anything to learn</source>
        <translation>لم يكن في أي صف ما يُتعلم</translation>
    </message>
    <message>
        <source>, saved</source>
        <translation>، حُفظ</translation>
    </message>
    <message>
        <source>Update {update}: {value}</source>
        <translation>التحديث {update}: {value}</translation>
    </message>
    <message>
        <source>smoothed {usual}{held_out}{saved}</source>
        <translation>ممهَّدة {usual}{held_out}{saved}</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>التمهيد</translation>
    </message>
    <message>
        <source>each update</source>
        <translation>كل تحديث</translation>
    </message>
    <message>
        <source>smoothed</source>
        <translation>ممهَّدة</translation>
    </message>
    <message>
        <source>held-out rows</source>
        <translation>الصفوف المحجوزة</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>محفوظ</translation>
    </message>
    <message>
        <source>Smoothed over about {updates} updates</source>
        <translation>ممهَّدة على نحو {updates} تحديث</translation>
    </message>
    <message>
        <source>planned end</source>
        <translation>النهاية المخططة</translation>
    </message>
    <message>
        <source>Rows of the chosen update</source>
        <translation>صفوف التحديث المختار</translation>
    </message>
    <message>
        <source>Update before</source>
        <translation>التحديث السابق</translation>
    </message>
    <message>
        <source>Next update</source>
        <translation>التحديث التالي</translation>
    </message>
    <message>
        <source>Back to what happened (Esc)</source>
        <translation>رجوع إلى ما حدث (Esc)</translation>
    </message>
    <message>
        <source>Rows, the highest loss first</source>
        <translation>الصفوف، أعلى خسارة أولًا</translation>
    </message>
    <message>
        <source>Tokens of the row that the model learns to write</source>
        <translation>رموز الصف التي يتعلم النموذج كتابتها</translation>
    </message>
    <message>
        <source>Row {row}, loss {loss}</source>
        <translation>الصف {row}، الخسارة {loss}</translation>
    </message>
    <message>
        <source>Cancel the run</source>
        <translation>ألغِ التدريب</translation>
    </message>
    <message>
        <source>Keep going</source>
        <translation>استمر</translation>
    </message>
    <message>
        <source>Answers during learning</source>
        <translation>الإجابات أثناء التعلم</translation>
    </message>
    <message>
        <source>Prompts and answers, the newest first</source>
        <translation>الأسئلة والأجوبة، الأحدث أولًا</translation>
    </message>
    <message>
        <source>Answers on the way</source>
        <translation>إجابات على الطريق</translation>
    </message>
    <message>
        <source>No prompt was answered yet. Prompts are answered whenever held-out rows are checked.</source>
        <translation>لم يُجب عن أي سؤال بعد. يُجاب عنها كلما فُحصت الصفوف المحجوزة.</translation>
    </message>
    <message>
        <source>at update {at}</source>
        <translation>عند التحديث {at}</translation>
    </message>
    <message>
        <source>Loss curve</source>
        <translation>منحنى الخسارة</translation>
    </message>
    <message>
        <source>from {values} to {values2}</source>
        <translation>من {values} إلى {values2}</translation>
    </message>
    <message>
        <source>What was kept</source>
        <translation>ما حُفظ</translation>
    </message>
    <message>
        <source>The keyring could not be asked.</source>
        <translation>تعذر سؤال حلقة المفاتيح.</translation>
    </message>
    <message>
        <source>The program that looks into runs could not be started.</source>
        <translation>تعذر بدء البرنامج الذي ينظر في التدريبات.</translation>
    </message>
    <message>
        <source>Find in the guide</source>
        <translation>ابحث في الدليل</translation>
    </message>
    <message>
        <source>Found before this</source>
        <translation>الموجود قبل هذا</translation>
    </message>
    <message>
        <source>Found after this</source>
        <translation>الموجود بعد هذا</translation>
    </message>
    <message>
        <source>Back to where you were</source>
        <translation>رجوع إلى حيث كنت</translation>
    </message>
    <message>
        <source>It opens at the chapter of the page you come from: press F1 there.</source>
        <translation>يُفتح عند فصل الصفحة التي جئت منها: اضغط F1 هناك.</translation>
    </message>
    <message>
        <source>Not in the guide.</source>
        <translation>ليس في الدليل.</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} من {count}</translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation>لا شيء بعد.</translation>
    </message>
    <message>
        <source>Loss by update</source>
        <translation>الخسارة حسب التحديث</translation>
    </message>
    <message>
        <source>Continue on {devices}</source>
        <translation>تابع على {devices}</translation>
    </message>
    <message>
        <source>It does not fit on {devices} now.</source>
        <translation>لا يتسع الآن على {devices}.</translation>
    </message>
    <message>
        <source>{devices} can share the rest</source>
        <translation>يمكن أن تتقاسم {devices} الباقي</translation>
    </message>
    <message>
        <source>{devices} can do the rest alone</source>
        <translation>يمكن أن ينجز {devices} الباقي وحده</translation>
    </message>
    <message>
        <source>Same rows, same order, same gradient; only the time changes.</source>
        <translation>الصفوف نفسها والترتيب نفسه والتدرج نفسه؛ لا يتغير إلا الوقت.</translation>
    </message>
    <message>
        <source>Each keeps a part of the model.</source>
        <translation>يحتفظ كل منها بجزء من النموذج.</translation>
    </message>
    <message>
        <source>About {time} are left then.</source>
        <translation>يبقى عندها نحو {time}.</translation>
    </message>
    <message>
        <source>It would take longer: about {time} instead of {before}.</source>
        <translation>سيستغرق وقتًا أطول: نحو {time} بدل {before}.</translation>
    </message>
    <message>
        <source>It hardly pays: about {time} instead of {before}.</source>
        <translation>لا يكاد يفيد: نحو {time} بدل {before}.</translation>
    </message>
    <message>
        <source>About {time} instead of {before}.</source>
        <translation>نحو {time} بدل {before}.</translation>
    </message>
    <message>
        <source>How many share the rest</source>
        <translation>كم منها يتقاسم الباقي</translation>
    </message>
    <message>
        <source>{sentence}.</source>
        <translation>{sentence}.</translation>
    </message>
    <message>
        <source>{what}: {value}</source>
        <translation>{what}: {value}</translation>
    </message>
</context>
</TS>
