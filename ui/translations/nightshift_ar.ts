<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>Something in this window did not work. Your runs are not touched by it and go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try it again, or close the window and open it again. The details are in window.log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show report</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Across</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Updates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>الخسارة</translation>
    </message>
    <message>
        <source>Held-out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held-out loss</source>
        <translation>الخسارة على الصفوف المحجوزة</translation>
    </message>
    <message>
        <source>Show all settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only what differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lower is better; across: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eight runs at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only what differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss of each update, averaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture (*.png);;Vector picture (*.svg)</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run on another computer, over ssh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a data file anywhere in this window</source>
        <translation>أفلت ملف بيانات في أي مكان من النافذة</translation>
    </message>
    <message>
        <source>CSV · Excel · JSON · Parquet · text · a folder of these</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>مقارنة</translation>
    </message>
    <message>
        <source>No run is called so. Its name, model, data, note and #tags were looked at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{found} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at this computer</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run has a result yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As soon as one does, you can take its model along from here, in four forms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the recipe for {trainer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run it again elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its own rows and settings, as a script or for another trainer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to save the recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where exports go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a model with you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every export is loaded again and proved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take {run} with you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every export is loaded again and must answer alike before it counts as done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is in the trash.</source>
        <translation>{name} في سلة المهملات.</translation>
    </message>
    <message>
        <source>Nothing of it was removed from the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Change what you like, then press Start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not taken over: {settings}. These are as suggested.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filled in from {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eight runs are compared already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take one out first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{one} against {other}: {apart} apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the first two really differ cannot be said yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{found}. It takes three checks on held-out rows in each run to know how much is chance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from one check to the next, chance moves this difference by up to {much}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two runs that differ only in their random seed were {much} apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is better by more than chance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The difference between the first two is no larger than chance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{found}; {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tinted: different from {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other {number} settings are the same in all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose two runs to compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add runs here, or choose Compare in the menu of a run on the Home page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of these runs was checked on held-out rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their curves of every update can be compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These runs were checked on different rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A lower loss on other rows, or with another tokenizer, says nothing: compare shapes, not heights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is best, but only just</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is lowest so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{runs} on the same rows and the same {rows} held-out rows, so their losses can be compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{runs}, each checked on {rows} held-out rows; what they learnt from differs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>updates</source>
        <translation>تحديثات</translation>
    </message>
    <message>
        <source>tokens read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hours of learning, without breaks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{memory} in use</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>المعالج</translation>
    </message>
    <message>
        <source>None that can train was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training on the processor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>models up to about {size}, slowly. The starter is made for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many examples are looked at before the model is changed once. It is met exactly, however the card splits it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far each update moves the weights. Too high unsettles the model, too low wastes time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much room the adapter has to learn. Larger learns more and takes more memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How strongly the adapter acts: what it adds is multiplied by alpha / rank.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How surprised the model is by answers it never learnt from, in nats per token. Lower is better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lowest loss on rows it never learnt from, in nats per token. Lower is better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often the weights were changed; each update learns from one effective batch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often the model sees every row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where chance begins. Runs that differ in it alone show how much is chance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How strongly an update pulls at the weights. A jump means an unusual batch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working some numbers out twice instead of keeping them: less memory, a little slower, the same result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples with more tokens than this are cut.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The frozen weights may be stored in fewer bits, so that larger models fit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The part of the run in which the learning rate rises from zero.</source>
        <translation type="unfinished"></translation>
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
        <source>Close other programs, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space, or choose another place for exports.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keep it under Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is using the graphics card, so models answer on the processor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slower, with the same answers. The run is not disturbed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is running, and models answer on the same processor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both are slower meanwhile; nothing else changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An export is being made. This is possible as soon as it is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An export is being sent to the hub. This is possible as soon as it is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run is being judged. This is possible as soon as that is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The models are answering. This is possible as soon as they are done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Getting ready</source>
        <translation>يستعد</translation>
    </message>
    <message>
        <source>Loading the models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the model as it came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the model after your run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answering held-out rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}, {done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starting the training program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading the rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loading the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measuring what an update needs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>planning the updates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>checking the split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answering held-out rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>making the first update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>checking it on held-out rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saving the result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has made its last update: {doing}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is stopping: {doing}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is next in line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is paused at update {at}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} stopped for a moment and will go on by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good morning. </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} could not go on: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} could not go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was interrupted before it began</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was interrupted at update {at}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is finished, and it learned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is finished, but it did not learn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was cancelled before the first update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was stopped by you before the first update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was cancelled at update {at}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was stopped by you at update {at}; everything so far is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is getting ready to go on: {doing}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is getting ready: {doing}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} stopped for a moment and is running again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has begun to learn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is making its first update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is learning well</source>
        <translation>{name} يتعلم جيدًا</translation>
    </message>
    <message>
        <source>{name} has learned little so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is running, but its loss is rising</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is learning its rows by heart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is running, but its loss is not a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A higher learning rate or more updates may help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A smaller learning rate usually helps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its loss on held-out rows rises; stopping now keeps what is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop it and use a smaller learning rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saved {ago}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update {update} of {updates}</source>
        <translation>التحديث {update} من {updates}</translation>
    </message>
    <message>
        <source>It starts as soon as the run before it has ended. You can close this window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finishes {when}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes on if you close this window; {saved}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes on if you close this window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About {time} left when it goes on</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best so far, {note}</source>
        <translation>الأفضل حتى الآن، {note}</translation>
    </message>
    <message>
        <source>best {loss}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was {loss}</source>
        <translation>كانت {loss}</translation>
    </message>
    <message>
        <source>of the newest update</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It takes a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is running now.</source>
        <translation>لا شيء يعمل الآن.</translation>
    </message>
    <message>
        <source>Press Continue to go on from the last save, with the same examples in the same order.</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} ended with an error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} examples per update</source>
        <translation>{number} مثالًا لكل تحديث</translation>
    </message>
    <message>
        <source>{memory} used by other programs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{used} of {total} in use</source>
        <translation>{used} من {total} مستخدمة</translation>
    </message>
    <message>
        <source>Making an export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending an export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judging a run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answering</source>
        <translation type="unfinished"></translation>
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
        <source>A Python of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PyTorch, which does the computing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything else the engine needs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A proof that training works here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A list of what is in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied to the other folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed from the disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looked at before anything is fetched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing on this computer is changed, and nothing on it can change the engine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The build that fits this card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pinned versions; every file is checked before it counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The card is used, a model learns twice, is saved and read again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only now the engine counts as set up: it is there whole or not at all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine is used from there once all of it has arrived.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs, models and settings stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NVIDIA cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>older NVIDIA cards or drivers (CUDA 12.6)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AMD cards (ROCm)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the processor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proof</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set up the engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>حاول مجددًا</translation>
    </message>
    <message>
        <source>Go to Home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use it now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which card it has, and how much room is on its disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Called off: nothing half is left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can set the engine up whenever you like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A newer engine can be set up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is made beside the one that you have, which stays as the way back. Runs are not touched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One thing is left before the first run: the engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is set up once, in your own folder. About {size} are fetched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine could not be set up, and nothing half is left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was fetched is kept, so trying again goes on from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new engine is ready, and waits for a run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting up the engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moving the engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removing the engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} so far, {size} fetched. You can do other things meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} so far. You can do other things meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine is in its new folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It works from there, and the old folder is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine is removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs and models are where they were.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine is ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was proved on {device}, after {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was proved on the processor, after {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}: {done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} packages are put in their place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} is next.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The build for {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>being looked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none; the processor is used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PyTorch for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To fetch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Room needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} while it is made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Room free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This takes a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is too little room on the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some, then try; it is looked at again before anything is fetched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing outside that folder is changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It needs the internet once. You can call it off at any moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closing this window ends it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was fetched is kept for the next time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying again does no harm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your runs and models are not touched by this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run goes on with the engine it began with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is in its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To repair, move or remove the engine: Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>How it looks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Through the night</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where things are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system has it follows the system at once, also at sunset.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system has it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holds from the next time this window is opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the computer awake while a run is going</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The screen may still turn off. Sleep is allowed again as soon as nothing runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only once every run has finished and nothing waits. You can say no first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time to say no before that</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window and a note count down; moving on is one press.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let a run wait before the disk has less left than</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On top of what its next checkpoint needs. It goes on by itself once there is room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seconds} seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell me when a run ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A note on this desktop, also while this window is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell me also when a run has to wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example because the disk is full or the card is too hot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before the night: this computer could not be looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before the night: looking at this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before the night: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before the night: nothing is open, {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before the night: nothing is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting anyway is fine: the worst it can cost is time, never work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it awake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes, restart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save what is open in other programs first. Runs are saved by themselves and go on afterwards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing here stops you from starting a run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} would run from {start} to {end}. You can start at any time; nothing here stops you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop early if it no longer improves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After {checks} checks without progress; the best is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the computer awake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While a run is going; the screen may turn off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell me on this desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also while this window is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell me elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A note to an address of yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When all runs have ended well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You get {seconds} seconds to say no.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to sleep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shut down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send the computer to sleep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shut the computer down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let a run wait while the card is hotter than</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It goes on by itself once the card is cooler. Nothing is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell me elsewhere too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A short note to an address of yours: which run, how it ended, what to do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address for these notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is none yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not set up yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version {version} with PyTorch {torch}, {size} in {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What does the computing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To keep them elsewhere, start with --home or set NIGHTSHIFT_HOME.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downloaded models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One folder per model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted runs stay here until you remove them yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token for models that ask who you are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kept} It goes into the system&apos;s keyring where there is one, never into a run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other programs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Driver, libraries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{limit} usable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Safe up to {memory}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{memory} too much</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In GiB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other programs is {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other programs are {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held-out rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adapter rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adapter alpha</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adapter dropout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights stored in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Effective batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passes over the rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Updates asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{ratio} × rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as suggested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file could not be looked at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starter: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>used before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starter model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starter {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LoRA, rank {rank}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fri</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feb</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apr</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jul</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aug</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oct</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nov</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dec</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seven</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ten</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>runs wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run was interrupted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>runs were interrupted</source>
        <translation type="unfinished"></translation>
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
        <source>row is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rows are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rows say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held-out row is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held-out rows are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>thing worth a look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>things worth a look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>thing needs you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>things need you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>thing is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>things are open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>thing is still open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>things are still open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>thing could not be checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>things could not be checked</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The computer shuts down in {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All runs have ended well, as you asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{date} {month}, {clock}</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>just now</source>
        <translation>الآن</translation>
    </message>
    <message>
        <source>Last heard {ago}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was heard so far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On {host}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected. What you press here is done there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting to {host}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is tried again in {seconds} s; the run goes on without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is tried again now; the run goes on without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} ago</source>
        <translation>قبل {time}</translation>
    </message>
    <message>
        <source>{days} days ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much is done</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to draw yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation>التدريب</translation>
    </message>
    <message>
        <source>Hide {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best</source>
        <translation>الأفضل</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take {name} out</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details for someone who can help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something in this window did not work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your runs go on: each has a process of its own. What they learnt, and what you chose, is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try it again, or close the window and open it again. If it comes back, send the report to us.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for example: night, keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags, with commas between</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>أغلق هذه الرسالة</translation>
    </message>
    <message>
        <source>Memory in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation>المزيد</translation>
    </message>
    <message>
        <source>More about {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow it no more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run on another computer, as user@host:run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As ssh knows the computer; its keys and settings are used as they are. “last” is its newest run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On other computers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over ssh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New run with these settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags and note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move this run…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move it with its model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lowest loss on rows it never learnt from, in nats per token. Lower is better. Press to sort.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sorted by this</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then bring your own rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a table anywhere in this window. The plan beside it says what fits and how long it takes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>And leave it alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the window if you like: runs go on without it and go on by themselves after trouble.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the tour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{step} of {steps}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer stands here, word by word as it is written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{side}: questions and answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the answer: {side}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation>التالي</translation>
    </message>
    <message>
        <source>Number {place} in line. Alt and an arrow key move it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier in line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later in line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take out of the line, into the trash</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let go to bring {name} here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let go to start a new run with {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The download could not be started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program that exports could not be started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program that sends it could not be started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the hub for “{words}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searching the hub for “{words}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} models on the hub for “{words}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 model on the hub for “{words}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No models on the hub for “{words}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the hub.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeping the token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folder of a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worth a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick what is settled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looked at and fine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to New run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is what the model will see</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long the rows are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut rows at, in tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for the row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut at {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before the night</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All models, and which of them fit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder of files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A dataset of the hub…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows to learn from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the rows to learn from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder of files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As soon as one does, its model answers here beside the one it came from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From rows it never saw:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What your file answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask a model before and after your run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both get the same question.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left: {model} as it came. Right: after your run. Same settings, so only the training differs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask both models the same thing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did {run} learn?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judged on rows that it never learned from, beside the model it came from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names have an owner, like openai/gsm8k.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look it up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner and name, as on the hub. It is fetched once and stays on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has {number} parts. Choose the one to learn from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its files are checked against the hub&apos;s hashes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>half have at most {half} tokens, 95 % at most {most}, the longest {longest}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut at {number} tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag this to cut long rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No row is longer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rows} longer: {share}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blocks of joined text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens lost to cutting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rows in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cut at the end, still useful</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left out: only the question fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left out: cannot be used as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>skipped, as you asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} of all tokens are learned: {learned} of {all}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} million</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So the run needs {memory}, which does not fit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So the run needs {memory}, {number} at a time, and takes about {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut at {number} instead and no row is cut.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut at {number} instead and only {rows} cut.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run then needs {memory}, which does not fit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run then takes {after} at a time instead of {before}, needs {memory} for that, and about {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run then goes without gradient checkpointing, needs {memory} for that, and about {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run then needs {memory} and takes about {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rows} the same as an earlier one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rows} also trained on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip the first {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip these {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has no answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>have no answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has nothing to answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>have nothing to answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has nothing left to learn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>have nothing left to learn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds something other than text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hold something other than text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds a value that is none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hold a value that is none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds an error in place of a value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hold an error in place of a value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be read as JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has more or fewer cells than the heading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>have more or fewer cells than the heading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds letters in the wrong encoding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hold letters in the wrong encoding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>repeats the heading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>repeat the heading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds half a character</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hold half a character</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds signs that cannot be seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hold signs that cannot be seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has a quote that is never closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>have a quote that is never closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip this row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip these {number} rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Told beforehand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Told by a tool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{tokens}, {number} of them learned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{counts}, {number} cut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row {number} of {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learned, added by the chat format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only read, added by the chat format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token {number}: {said}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{told}, labelled {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who}, learned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(nothing)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adapter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merged model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GGUF file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For Ollama</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A small file with what was learned. Needs {model} beside it. Best to keep and to share.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One complete model; nothing else is needed. For servers and other programs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One file for an ordinary computer, without a graphics card if need be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same file with a ready Modelfile: chat format and where an answer ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your model asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loaded again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>32 bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>16 bits (bfloat16)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>16 bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>8 bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{free}, {left} left after all that can still be made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up to {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking what is possible …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelling …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proved: same answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{consumer}: {answers}, {tokens}, all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{consumer}: {answers}, {tokens}, the same but for {ties} where two words were equally likely.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading it again and asking the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking your model first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is written; how to run it stands in its README.md.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Improved most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on {device}, in {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judged after update {update}, {where}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change {change}, surely between {low} and {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on {rows} it never saw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perplexity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{right} of {rows} word for word, {normalised} but for form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it forgot something</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it did not forget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss on a general text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row {row}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss {before} → {after}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(not asked)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} more labels have fewer rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A token is kept on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Languages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{languages} and {number} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free on the disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be trained.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is being downloaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free {size} on the disk first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its licence has to be agreed to first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} Trying again in {seconds} s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the hub what belongs to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{have} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused at {size}. What is here is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size}, {speed} a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{line}, {time} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fits with room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fits with checkpointing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fits in 4 bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>working it out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether a model fits is worked out as soon as this computer was looked at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worked out for {rows} an update of {number} tokens each, until you choose data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worked out for your rows: {rows} an update, the longest has {number} tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not looked at yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not fit: nothing to spare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not fit: {memory} too much</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reads {number} tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} downloads a month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>licence to agree to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found on the hub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To download, as of {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too big as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads up to {number} tokens at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comes with the program: small, quick, and good for trying things out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV, Excel, JSON, Parquet or text; or drop a file on this window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns to choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading and counting the rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading and counting the rows: {number} so far{share}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rows} to learn from, {held_out} held out to check it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, {number} left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No row can be used as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rows} skipped, as you asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to learn from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rows} left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No problems found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A whole number from 1 to 65,536, please.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 pass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} passes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rate}, falling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>suggested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>conversations; every answer of the assistant is learned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>instructions and their answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prompts and how they go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>questions and answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the columns you picked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>better and worse answers; the better ones are learned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>plain text; all of it is learned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>texts with a label each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>words with a label each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read as {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>certain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens are estimated until a model is chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rows} longer than {number} tokens and cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; {number} had nothing left to learn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half of the rows have up to {half} tokens, the longest {longest}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 row cannot be used as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rows} cannot be used as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>And {number} more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other {rows} fine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your file is never changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small adapter (LoRA), rank {rank}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger adapter (LoRA), rank {rank}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small adapter, the model in 4 bits (QLoRA), rank {rank}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every weight of the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was measured: even one row is far too much.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not everything was measured: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It can be measured once no other run is at work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure, about {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{gone} so far, usually about {all}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New run: everything is ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three choices on the left. The plan on the right follows every change at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New run: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New run: reading the rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plan follows as soon as they are counted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file of questions and answers, or one of the starter&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New run: choose what to learn from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the model cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the columns are to be chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no row of the file can be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the examples behind each update are no number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the model is too big for this card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the model is too big for this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no plan for this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worked out by formula</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counted in a dry run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sooner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roomier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient checkpointing on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient checkpointing off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient checkpointing for long rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About {time}: {updates} of {each}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, each in {number} pieces on average</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It fits, with {memory} to spare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finishes {when}, if it starts now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Should memory run short, the pieces get smaller.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never further off than that in your last {runs} runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nine of ten of your last {runs} runs stayed within that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plan follows at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plan follows the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a model that can be trained.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plan appears here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It says how the examples of one update are split, whether they fit, and when the run will be done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try it with rows that come with the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plan follows the data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what is read and what is learned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file that can be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say how many examples stand behind each update.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plan follows the number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting the tokens of every row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No row of this file can be used yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not fit: {memory} too much</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too close to the limit: only {memory} to spare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} at a time need {memory}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Even one example at a time needs {memory}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The card has {memory} free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The computer has {memory} free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would make it fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{checkpointing}, {memory} to spare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts now and saves every 5 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts when the run before it has ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes on when you close this window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before the night: {things}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a model to start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its folder holds config.json and *.safetensors files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file to start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or take one of the starter&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the columns to start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the model reads, and what it learns to write.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another file to start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This one cannot be read as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a number to start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The examples behind each update.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start follows as soon as they are counted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No row of this one can be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start follows at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no plan for this yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a way to make it fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The button beside each does it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A smaller model or shorter rows would.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ends about {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{target}, at most {number} at a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>per update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on the card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GPUs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>added up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} at a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sleep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Power</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A real trial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Room on the disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Updates of the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The computer does not go to sleep by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let Nightshift keep it awake (Settings), or turn its sleep off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn its sleep off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run stands still while it sleeps and goes on when it wakes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What closing the lid does could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closing the lid puts the computer to sleep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No program can prevent that while a run is going.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it open, or change what closing it does in the system&apos;s settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether it is plugged in could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at its plug.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plugged in. If the power fails, at most what came after the last checkpoint is repeated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It will not last the night, and the card is slower without a plug.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plug it in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the system waits to restart could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system does not wait to restart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system waits to restart after an update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If it does so tonight, the run goes on from its last checkpoint when the program is started again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart the computer before the run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plan leaves room for it. If it takes more at night, the run makes do with smaller micro-batches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close other programs before the run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much room the disk has could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it runs out, the run waits and goes on by itself when there is room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space before the night.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at its fans and at the air around it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No real trial was run yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory and time follow from formulas so far; a run on a new card begins with a trial.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch the first minutes of the run: the trial and the first updates tell the rest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the computer goes to sleep by itself could not be read, and nothing keeps it awake.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Likeliest words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some variety</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it comes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after {updates}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model} as it came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with {run}, {after}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row {row}, held out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{tokens} · {speed} per second · {took}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up to {tokens}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{dice} · {longest} · the same dice for both (seed {seed})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut here: this is the longest answer you allow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a smaller model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list says of each model whether it fits these rows on this device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See which fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs {memory}, {spare} to spare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes about {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train a small adapter instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights stay as they are; an adapter beside them learns. Often just as good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use an adapter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store the model in 4 bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its weights are rounded while the adapter learns; answers are nearly as good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store in 4 bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut rows at {number} tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rows} longer and would lose their end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the starter model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small, and good for trying things out; it writes far less well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the starter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{data} with {model}. The marked part is what it learns to write; the rest it only reads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The row cannot be shown: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model gives labels and writes no answers. Judge shows what it gives.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program that answers could not be started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask something of your own …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask both (Ctrl+Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change how they answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest answer in tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed: another number draws other words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which answers are mixed up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Down: expected. Across: what the model after your run gave.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bar |</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Windows-1252, Western Europe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Windows-1251, Cyrillic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GB 18030, Chinese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift JIS, Japanese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use them again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See what it learns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model reads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and learns to write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Between the cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters are written in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To join columns, write their names like this: {question} ({topic}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read it as it was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dataset of the hub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of the dataset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose something else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop and remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where rows are cut, in tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let go to see what it costs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How one update is made up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not made yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not possible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proof</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How small: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judge it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask it your own questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did it learn, did it forget?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An adapter, or a full model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show its other curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate, gradient norm, speed, memory and the card, update by update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide its other curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why one may think so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far judging is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judge again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How this was found out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{made} Both models read the same held-out rows and a general text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did it learn? Let both models answer rows they never saw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compares losses with how sure they are, answers word for word, and looks whether something was forgotten. It takes about as long as a few checks on held-out rows during the run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held-out rows with both answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rows behind it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected: {answer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory of this plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, maker, licence or language, like “qwen”, “apache” or “de”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only those that fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the hub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which model should learn?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}  (chosen)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open its page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the page of tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token for the hub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its owner asks you to agree to its licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1. Sign in there and agree. Some owners take hours to answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2. Create a token of the kind “Read” and copy it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3. Paste it here. It is kept in the system&apos;s keyring, never in a run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its facts and what it needs stand here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which models fit?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples behind each update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to learn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settled: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address for notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to? The address is a secret and goes into the keyring.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop measuring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why this plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GPUs that share the work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What stands there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip all {number} rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use column “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip row {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of it is fetched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The result of this run is not on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use it there, or bring the run here: nightshift pack there, then drop its file here. {where}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This window is newer than its engine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A newer engine can be set up beside it; the one before stays as the way back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the engine is moved to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine could not be changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packed runs (*{suffix})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One run is being moved already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait until it is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run could not be moved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packing {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpacking {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} of {size}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call it off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Called off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is packed: {file}, {size}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy that file to the other computer and drop it onto Nightshift there. Go on in one place only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every file was checked. Press Continue to go on at its update.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is here, whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose its folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder of its model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only you see it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody can see it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is there, and every file is the same as here. {who}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As soon as one of these is made, it can go to the Hugging Face hub.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your rows stay here; only you see it, unless you choose otherwise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total} have arrived.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending to the hub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export to push</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name on the hub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your-name/model-name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who sees it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Push</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Push to the hub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the push</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it on the hub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First write the owner and the name it gets.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
