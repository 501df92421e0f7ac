<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
    <context>
        <name />
        <message>
            <source>Something in this window did not work. Your runs are not touched by it and go on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try it again, or close the window and open it again. The details are in window.log.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show report</source>
            <translation type="unfinished" />
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
            <source>Add a run</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Across</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Progress</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Updates</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tokens</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hours</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Loss</source>
            <translation>الخسارة</translation>
        </message>
        <message>
            <source>Held-out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Each update</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Held-out loss</source>
            <translation>الخسارة على الصفوف المحجوزة</translation>
        </message>
        <message>
            <source>Show all settings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only what differs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>lower is better; across: {what}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Eight runs at most</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show only what differs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Loss of each update, averaged</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Picture (*.png);;Vector picture (*.svg)</source>
            <translation type="unfinished" />
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
            <source>Drop a data file anywhere in this window</source>
            <translation>أفلت ملف بيانات في أي مكان من النافذة</translation>
        </message>
        <message>
            <source>CSV · Excel · JSON · Parquet · text · a folder of these</source>
            <translation type="unfinished" />
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
            <translation type="unfinished" />
        </message>
        <message>
            <source>Compare</source>
            <translation>مقارنة</translation>
        </message>
        <message>
            <source>No run is called so. Its name, model, data, note and #tags were looked at.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{found} of {all}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Looking at this computer</source>
            <translation type="unfinished" />
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
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open the folder: {what}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep the token</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} is in the trash.</source>
            <translation>{name} في سلة المهملات.</translation>
        </message>
        <message>
            <source>Nothing of it was removed from the disk.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Undo</source>
            <translation>تراجع</translation>
        </message>
        <message>
            <source>Change what you like, then press Start.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not taken over: {settings}. These are as suggested.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Filled in from {name}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Eight runs are compared already.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take one out first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{one} against {other} is {apart}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Whether the first two really differ cannot be said yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{found}. It takes three checks on held-out rows in each run to know how much is chance.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>from one check to the next, chance moves this difference by up to {much}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>two runs that differ only in their random seed were {much} apart</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} is better by more than chance</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The difference between the first two is no larger than chance</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{found}; {reason}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tinted: different from {name}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The other {number} settings are the same in all.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose two runs to compare</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add runs here, or choose Compare in the menu of a run on the Home page.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reading the runs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>None of these runs was checked on held-out rows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Their curves of every update can be compared.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>These runs were checked on different rows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A lower loss on other rows, or with another tokenizer, says nothing: compare shapes, not heights.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} is best</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} is best, but only just</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{runs} on the same rows and the same {rows} held-out rows, so their losses can be compared.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{runs}, each checked on {rows} held-out rows; what they learnt from differs.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>share of the run</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>updates</source>
            <translation>تحديثات</translation>
        </message>
        <message>
            <source>tokens read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>hours of learning, without breaks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{memory} in use</source>
            <translation type="unfinished" />
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
            <translation type="unfinished" />
        </message>
        <message>
            <source>Driver</source>
            <translation>برنامج التشغيل</translation>
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
            <translation type="unfinished" />
        </message>
        <message>
            <source>Processor</source>
            <translation>المعالج</translation>
        </message>
        <message>
            <source>None that can train was found</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Training on the processor</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Card does not answer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>models up to about {size}, slowly. The starter is made for it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How many examples are looked at before the model is changed once. It is met exactly, however the card splits it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How far each update moves the weights. Too high unsettles the model, too low wastes time.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How much room the adapter has to learn. Larger learns more and takes more memory.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How strongly the adapter acts: what it adds is multiplied by alpha / rank.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How surprised the model is by answers it never learnt from, in nats per token. Lower is better.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The lowest loss on rows it never learnt from, in nats per token. Lower is better.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How often the weights were changed; each update learns from one effective batch.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How often the model sees every row.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Where chance begins. Runs that differ in it alone show how much is chance.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How strongly an update pulls at the weights. A jump means an unusual batch.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Working some numbers out twice instead of keeping them: less memory, a little slower, the same result.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Examples with more tokens than this are cut.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The frozen weights may be stored in fewer bits, so that larger models fit.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The part of the run in which the learning rate rises from zero.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{interruptions} repaired without losing an update.</source>
            <translation>{interruptions} أُصلحت دون فقدان أي تحديث.</translation>
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
            <source>Getting ready</source>
            <translation>يستعد</translation>
        </message>
        <message>
            <source>starting the training program</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>reading the rows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>loading the model</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>measuring what an update needs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>planning the updates</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>checking the split</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>answering held-out rows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>making the first update</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>checking it on held-out rows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>saving</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>saving the result</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} has made its last update: {doing}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} is stopping: {doing}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} is next in line</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} is paused at update {at}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} stopped for a moment and will go on by itself</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Good morning. </source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} could not go on: {why}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} could not go on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} was interrupted before it began</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} was interrupted at update {at}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} is finished, and it learned</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} is finished, but it did not learn</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} was cancelled before the first update</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} was stopped by you before the first update</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} was cancelled at update {at}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} was stopped by you at update {at}; everything so far is kept</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} is getting ready to go on: {doing}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} is getting ready: {doing}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} stopped for a moment and is running again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} has begun to learn</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} is making its first update</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} is learning well</source>
            <translation>{name} يتعلم جيدًا</translation>
        </message>
        <message>
            <source>{name} has learned little so far</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} is running, but its loss is rising</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} is learning its rows by heart</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} is running, but its loss is not a number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A higher learning rate or more updates may help.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A smaller learning rate usually helps.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Its loss on held-out rows rises; stopping now keeps what is there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stop it and use a smaller learning rate.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>saved {ago}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Update {update} of {updates}</source>
            <translation>التحديث {update} من {updates}</translation>
        </message>
        <message>
            <source>It starts as soon as the run before it has ended. You can close this window.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Finishes {when}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Goes on if you close this window; {saved}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Goes on if you close this window.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>About {time} left when it goes on</source>
            <translation type="unfinished" />
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
            <translation type="unfinished" />
        </message>
        <message>
            <source>best so far, {note}</source>
            <translation>الأفضل حتى الآن، {note}</translation>
        </message>
        <message>
            <source>best {loss}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>was {loss}</source>
            <translation>كانت {loss}</translation>
        </message>
        <message>
            <source>of the newest update</source>
            <translation type="unfinished" />
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
            <source>Press Resume to go on. Nothing is lost, even if you close this window.</source>
            <translation type="unfinished" />
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
            <translation type="unfinished" />
        </message>
        <message>
            <source>It takes a moment.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing is running now.</source>
            <translation>لا شيء يعمل الآن.</translation>
        </message>
        <message>
            <source>Press Continue to go on from the last save, with the same examples in the same order.</source>
            <translation type="unfinished" />
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
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} was stopped</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} ended with an error</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{number} examples per update</source>
            <translation>{number} مثالًا لكل تحديث</translation>
        </message>
        <message>
            <source>{memory} used by other programs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{used} of {total} in use</source>
            <translation>{used} من {total} مستخدمة</translation>
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
            <source>Continue</source>
            <translation>متابعة</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>حاول مجددًا</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>فتح</translation>
        </message>
        <message>
            <source>How it looks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Through the night</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Where things are</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Light or dark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>As the system has it follows the system at once, also at sunset.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>As the system has it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Light</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Language</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Holds from the next time this window is opened.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep the computer awake while a run is going</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The screen may still turn off. Sleep is allowed again as soon as nothing runs.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tell me when a run ends</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A note on this desktop, also while this window is closed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tell me also when a run has to wait</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>For example because the disk is full or the card is too hot.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>When all runs have ended well</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You get {seconds} seconds to say no.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Do nothing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Send the computer to sleep</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Shut the computer down</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Let a run wait while the card is hotter than</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It goes on by itself once the card is cooler. Nothing is lost.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Never wait</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Looking for it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is none yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Runs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>To keep them elsewhere, start with --home or set NIGHTSHIFT_HOME.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Downloaded models</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One folder per model.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Trash</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Deleted runs stay here until you remove them yourself.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Token for models that ask who you are</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{kept} It goes into the system's keyring where there is one, never into a run.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Model</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Held-out rows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Longest example</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Method</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Adapter rank</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Adapter alpha</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Adapter dropout</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Weights stored in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Effective batch</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Passes over the rows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Updates asked for</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Learning rate</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Learning rate over time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Warm-up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Weight decay</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Optimizer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Largest gradient</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Random seed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Precision</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Task</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Weights kept</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{ratio} × rank</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>as suggested</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>yes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Starter model</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>starter {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>LoRA, rank {rank}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>every weight</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mon</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Wed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Thu</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fri</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sat</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sun</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Jan</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Feb</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mar</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Apr</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>May</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Jun</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Jul</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Aug</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sep</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Oct</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nov</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dec</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One</source>
            <translation>واحد</translation>
        </message>
        <message>
            <source>Two</source>
            <translation>اثنان</translation>
        </message>
        <message>
            <source>Three</source>
            <translation>ثلاثة</translation>
        </message>
        <message>
            <source>Four</source>
            <translation>أربعة</translation>
        </message>
        <message>
            <source>Five</source>
            <translation>خمسة</translation>
        </message>
        <message>
            <source>Six</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Seven</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Eight</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nine</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ten</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>run</source>
            <translation>تدريب</translation>
        </message>
        <message>
            <source>runs</source>
            <translation>تدريبات</translation>
        </message>
        <message>
            <source>row</source>
            <translation>صف</translation>
        </message>
        <message>
            <source>rows</source>
            <translation>صفوف</translation>
        </message>
        <message>
            <source>update</source>
            <translation>تحديث</translation>
        </message>
        <message>
            <source>is waiting</source>
            <translation>في الانتظار</translation>
        </message>
        <message>
            <source>are waiting</source>
            <translation>في الانتظار</translation>
        </message>
        <message>
            <source>run waits</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>runs wait</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>run was interrupted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>runs were interrupted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>interruption was</source>
            <translation>انقطاع</translation>
        </message>
        <message>
            <source>interruptions were</source>
            <translation>انقطاعات</translation>
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
            <source>{minutes} min {seconds} s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{minutes} min</source>
            <translation>{minutes} دقيقة</translation>
        </message>
        <message>
            <source>{hours} h {minutes} min</source>
            <translation>{hours} س {minutes} د</translation>
        </message>
        <message>
            <source>{hours} h</source>
            <translation>{hours} ساعة</translation>
        </message>
        <message>
            <source>{days} days {hours} h</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{days} days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{date} {month}, {clock}</source>
            <translation type="unfinished" />
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
            <translation type="unfinished" />
        </message>
        <message>
            <source>just now</source>
            <translation>الآن</translation>
        </message>
        <message>
            <source>{time} ago</source>
            <translation>قبل {time}</translation>
        </message>
        <message>
            <source>{days} days ago</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open the window</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How much is done</source>
            <translation type="unfinished" />
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
            <source>Finished</source>
            <translation>انتهى</translation>
        </message>
        <message>
            <source>Stopped by you</source>
            <translation>أوقفته أنت</translation>
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
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing to draw yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Run</source>
            <translation>التدريب</translation>
        </message>
        <message>
            <source>Hide {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Best</source>
            <translation>الأفضل</translation>
        </message>
        <message>
            <source>Open {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take {name} out</source>
            <translation type="unfinished" />
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
            <source>Details for someone who can help</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy report</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Something in this window did not work</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your runs go on: each has a process of its own. What they learnt, and what you chose, is kept.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try it again, or close the window and open it again. If it comes back, send the report to us.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copied</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tags</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>for example: night, keep</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tags, with commas between</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close this message</source>
            <translation>أغلق هذه الرسالة</translation>
        </message>
        <message>
            <source>Memory in use</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>More</source>
            <translation>المزيد</translation>
        </message>
        <message>
            <source>More about {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New run with these settings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tags and note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move to the trash</source>
            <translation type="unfinished" />
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
            <translation type="unfinished" />
        </message>
        <message>
            <source>The lowest loss on rows it never learnt from, in nats per token. Lower is better. Press to sort.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>sorted by this</source>
            <translation type="unfinished" />
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
            <translation type="unfinished" />
        </message>
        <message>
            <source>Then bring your own rows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Drop a table anywhere in this window. The plan beside it says what fits and how long it takes.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>And leave it alone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close the window if you like: runs go on without it and go on by themselves after trouble.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close the tour</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{step} of {steps}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Done</source>
            <translation>تم</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>التالي</translation>
        </message>
        <message>
            <source>Number {place} in line. Alt and an arrow key move it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Earlier in line</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Later in line</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take out of the line, into the trash</source>
            <translation type="unfinished" />
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
            <source>{number} files</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Let go to start a new run with {name}</source>
            <translation type="unfinished" />
        </message>
    </context>
</TS>
