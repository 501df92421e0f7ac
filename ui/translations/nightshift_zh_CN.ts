<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name />
        <message>
            <source>Something in this window did not work. Your runs are not touched by it and go on.</source>
            <translation>窗口里有一处出了问题。您的运行不受影响，仍在继续。</translation>
        </message>
        <message>
            <source>Try it again, or close the window and open it again. The details are in window.log.</source>
            <translation>请再试一次，或关闭窗口后重新打开。详细信息在 window.log 中。</translation>
        </message>
        <message>
            <source>Show report</source>
            <translation>显示报告</translation>
        </message>
        <message>
            <source>New run</source>
            <translation>新建运行</translation>
        </message>
        <message>
            <source>Find a run</source>
            <translation>查找运行</translation>
        </message>
        <message>
            <source>Add a run</source>
            <translation>添加运行</translation>
        </message>
        <message>
            <source>Save picture</source>
            <translation>保存图片</translation>
        </message>
        <message>
            <source>Across</source>
            <translation>横轴</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>进度</translation>
        </message>
        <message>
            <source>Updates</source>
            <translation>更新次数</translation>
        </message>
        <message>
            <source>Tokens</source>
            <translation>词元</translation>
        </message>
        <message>
            <source>Hours</source>
            <translation>小时</translation>
        </message>
        <message>
            <source>Loss</source>
            <translation>损失</translation>
        </message>
        <message>
            <source>Held-out</source>
            <translation>留出集</translation>
        </message>
        <message>
            <source>Each update</source>
            <translation>每次更新</translation>
        </message>
        <message>
            <source>Held-out loss</source>
            <translation>留出损失</translation>
        </message>
        <message>
            <source>Show all settings</source>
            <translation>显示全部设置</translation>
        </message>
        <message>
            <source>Only what differs</source>
            <translation>仅显示不同之处</translation>
        </message>
        <message>
            <source>lower is better; across: {what}</source>
            <translation>越低越好；横轴：{what}</translation>
        </message>
        <message>
            <source>Eight runs at most</source>
            <translation>最多八次运行</translation>
        </message>
        <message>
            <source>Show only what differs</source>
            <translation>只显示不同之处</translation>
        </message>
        <message>
            <source>Loss of each update, averaged</source>
            <translation>每次更新的损失（平均后）</translation>
        </message>
        <message>
            <source>Picture (*.png);;Vector picture (*.svg)</source>
            <translation>图片 (*.png);;矢量图 (*.svg)</translation>
        </message>
        <message>
            <source>What you ask for is what runs</source>
            <translation>您要求什么，就运行什么</translation>
        </message>
        <message>
            <source>32 examples per update stay exactly 32, even after trouble in the night.</source>
            <translation>每次更新 32 个样本就始终是 32 个，夜里出了问题也一样。</translation>
        </message>
        <message>
            <source>Nothing is lost</source>
            <translation>什么都不会丢</translation>
        </message>
        <message>
            <source>Close the window, lose the power: it goes on from the last save.</source>
            <translation>关闭窗口或断电都没关系：会从上次保存处继续。</translation>
        </message>
        <message>
            <source>Nothing needs an expert</source>
            <translation>不需要专家</translation>
        </message>
        <message>
            <source>Every number says what it means. Every problem says what to do.</source>
            <translation>每个数字都说明含义，每个问题都告诉您该怎么做。</translation>
        </message>
        <message>
            <source>Drop a data file anywhere in this window</source>
            <translation>把数据文件拖到窗口任意位置</translation>
        </message>
        <message>
            <source>CSV · Excel · JSON · Parquet · text · a folder of these</source>
            <translation>CSV · Excel · JSON · Parquet · 文本 · 或包含它们的文件夹</translation>
        </message>
        <message>
            <source>Your own model and rows. The plan works itself out as you choose.</source>
            <translation>使用您自己的模型和数据行。方案会随您的选择自动得出。</translation>
        </message>
        <message>
            <source>Earlier runs</source>
            <translation>以前的运行</translation>
        </message>
        <message>
            <source>By name, model, data, note, or #tag</source>
            <translation>按名称、模型、数据、备注或 #标签</translation>
        </message>
        <message>
            <source>Compare</source>
            <translation>比较</translation>
        </message>
        <message>
            <source>No run is called so. Its name, model, data, note and #tags were looked at.</source>
            <translation>没有找到这样的运行。已查看名称、模型、数据、备注和 #标签。</translation>
        </message>
        <message>
            <source>{found} of {all}</source>
            <translation>{found} / {all}</translation>
        </message>
        <message>
            <source>Looking at this computer</source>
            <translation>正在查看这台电脑</translation>
        </message>
        <message>
            <source>Room for:</source>
            <translation>可容纳：</translation>
        </message>
        <message>
            <source>What Nightshift promises</source>
            <translation>Nightshift 的承诺</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>Each holds as soon as you choose it. Runs that are going are not changed.</source>
            <translation>选择后立即生效。正在进行的运行不受影响。</translation>
        </message>
        <message>
            <source>Open folder</source>
            <translation>打开文件夹</translation>
        </message>
        <message>
            <source>Open the folder: {what}</source>
            <translation>打开文件夹：{what}</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Keep the token</source>
            <translation>保存令牌</translation>
        </message>
        <message>
            <source>{name} is in the trash.</source>
            <translation>{name} 已移到回收站。</translation>
        </message>
        <message>
            <source>Nothing of it was removed from the disk.</source>
            <translation>磁盘上的内容一点都没有删除。</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Change what you like, then press Start.</source>
            <translation>按需修改，然后按“开始”。</translation>
        </message>
        <message>
            <source>Not taken over: {settings}. These are as suggested.</source>
            <translation>未沿用：{settings}。这些使用建议值。</translation>
        </message>
        <message>
            <source>Filled in from {name}.</source>
            <translation>已按 {name} 填写。</translation>
        </message>
        <message>
            <source>Eight runs are compared already.</source>
            <translation>已经在比较八次运行。</translation>
        </message>
        <message>
            <source>Take one out first.</source>
            <translation>请先移出一个。</translation>
        </message>
        <message>
            <source>{one} against {other} is {apart}</source>
            <translation>{one} 与 {other} 相差 {apart}</translation>
        </message>
        <message>
            <source>Whether the first two really differ cannot be said yet</source>
            <translation>还不能断定前两名是否真有差别</translation>
        </message>
        <message>
            <source>{found}. It takes three checks on held-out rows in each run to know how much is chance.</source>
            <translation>{found}。每次运行至少要有三次留出集检查，才能知道其中多少是偶然。</translation>
        </message>
        <message>
            <source>from one check to the next, chance moves this difference by up to {much}</source>
            <translation>从一次检查到下一次，偶然因素可使这个差值变动 {much}</translation>
        </message>
        <message>
            <source>two runs that differ only in their random seed were {much} apart</source>
            <translation>仅随机种子不同的两次运行相差 {much}</translation>
        </message>
        <message>
            <source>{name} is better by more than chance</source>
            <translation>{name} 更好，且超出偶然范围</translation>
        </message>
        <message>
            <source>The difference between the first two is no larger than chance</source>
            <translation>前两名的差别不超过偶然范围</translation>
        </message>
        <message>
            <source>{found}; {reason}.</source>
            <translation>{found}；{reason}。</translation>
        </message>
        <message>
            <source>Tinted: different from {name}.</source>
            <translation>着色表示与 {name} 不同。</translation>
        </message>
        <message>
            <source>The other {number} settings are the same in all.</source>
            <translation>其余 {number} 项设置全部相同。</translation>
        </message>
        <message>
            <source>Choose two runs to compare</source>
            <translation>请选择两次运行进行比较</translation>
        </message>
        <message>
            <source>Add runs here, or choose Compare in the menu of a run on the Home page.</source>
            <translation>在此添加运行，或在首页某次运行的菜单中选择“比较”。</translation>
        </message>
        <message>
            <source>Reading the runs</source>
            <translation>正在读取运行</translation>
        </message>
        <message>
            <source>None of these runs was checked on held-out rows</source>
            <translation>这些运行都没有在留出集上检查过</translation>
        </message>
        <message>
            <source>Their curves of every update can be compared.</source>
            <translation>可以比较它们每次更新的曲线。</translation>
        </message>
        <message>
            <source>These runs were checked on different rows</source>
            <translation>这些运行是在不同的数据行上检查的</translation>
        </message>
        <message>
            <source>A lower loss on other rows, or with another tokenizer, says nothing: compare shapes, not heights.</source>
            <translation>在不同数据行或不同分词器上，损失更低不说明问题：请比较形状，而不是高低。</translation>
        </message>
        <message>
            <source>{name} is best</source>
            <translation>{name} 最好</translation>
        </message>
        <message>
            <source>{name} is best, but only just</source>
            <translation>{name} 最好，但只是略好</translation>
        </message>
        <message>
            <source>{runs} on the same rows and the same {rows} held-out rows, so their losses can be compared.</source>
            <translation>{runs}使用相同的数据行和相同的 {rows} 行留出数据，因此损失可以比较。</translation>
        </message>
        <message>
            <source>{runs}, each checked on {rows} held-out rows; what they learnt from differs.</source>
            <translation>{runs}，各在 {rows} 行留出数据上检查；学习所用的数据不同。</translation>
        </message>
        <message>
            <source>share of the run</source>
            <translation>运行的进度</translation>
        </message>
        <message>
            <source>updates</source>
            <translation>次更新</translation>
        </message>
        <message>
            <source>tokens read</source>
            <translation>读过的词元</translation>
        </message>
        <message>
            <source>hours of learning, without breaks</source>
            <translation>学习的小时数（不含中断）</translation>
        </message>
        <message>
            <source>{memory} in use</source>
            <translation>已用 {memory}</translation>
        </message>
        <message>
            <source>Graphics card</source>
            <translation>显卡</translation>
        </message>
        <message>
            <source>Memory</source>
            <translation>内存</translation>
        </message>
        <message>
            <source>{total} usable, {used}</source>
            <translation>可用 {total}，{used}</translation>
        </message>
        <message>
            <source>Driver</source>
            <translation>驱动程序</translation>
        </message>
        <message>
            <source>Graphics card found</source>
            <translation>已找到显卡</translation>
        </message>
        <message>
            <source>Ready</source>
            <translation>就绪</translation>
        </message>
        <message>
            <source>models up to about {size}.</source>
            <translation>最大约 {size} 的模型。</translation>
        </message>
        <message>
            <source>Processor</source>
            <translation>处理器</translation>
        </message>
        <message>
            <source>None that can train was found</source>
            <translation>没有找到能训练的显卡</translation>
        </message>
        <message>
            <source>Training on the processor</source>
            <translation>使用处理器训练</translation>
        </message>
        <message>
            <source>Card does not answer</source>
            <translation>显卡没有响应</translation>
        </message>
        <message>
            <source>models up to about {size}, slowly. The starter is made for it.</source>
            <translation>最大约 {size} 的模型，但较慢。入门示例正适合它。</translation>
        </message>
        <message>
            <source>How many examples are looked at before the model is changed once. It is met exactly, however the card splits it.</source>
            <translation>模型改变一次之前看多少个样本。无论显卡怎样拆分，都严格满足。</translation>
        </message>
        <message>
            <source>How far each update moves the weights. Too high unsettles the model, too low wastes time.</source>
            <translation>每次更新移动权重的幅度。太高会使模型不稳，太低会浪费时间。</translation>
        </message>
        <message>
            <source>How much room the adapter has to learn. Larger learns more and takes more memory.</source>
            <translation>适配器有多大的学习空间。越大学得越多，也越占内存。</translation>
        </message>
        <message>
            <source>How strongly the adapter acts: what it adds is multiplied by alpha / rank.</source>
            <translation>适配器作用的强度：它加上的内容会乘以 alpha / 秩。</translation>
        </message>
        <message>
            <source>How surprised the model is by answers it never learnt from, in nats per token. Lower is better.</source>
            <translation>模型对从未学过的答案有多意外（每词元奈特）。越低越好。</translation>
        </message>
        <message>
            <source>The lowest loss on rows it never learnt from, in nats per token. Lower is better.</source>
            <translation>在从未学习过的数据行上的最低损失（每词元奈特）。越低越好。</translation>
        </message>
        <message>
            <source>How often the weights were changed; each update learns from one effective batch.</source>
            <translation>权重改变了多少次；每次更新从一个有效批量中学习。</translation>
        </message>
        <message>
            <source>How often the model sees every row.</source>
            <translation>模型看到每一行的次数。</translation>
        </message>
        <message>
            <source>Where chance begins. Runs that differ in it alone show how much is chance.</source>
            <translation>偶然性的起点。仅此不同的运行能显示多少是偶然。</translation>
        </message>
        <message>
            <source>How strongly an update pulls at the weights. A jump means an unusual batch.</source>
            <translation>一次更新对权重的拉动有多强。突变说明这一批不寻常。</translation>
        </message>
        <message>
            <source>Working some numbers out twice instead of keeping them: less memory, a little slower, the same result.</source>
            <translation>有些数字不保存而是再算一遍：更省内存，稍慢，结果相同。</translation>
        </message>
        <message>
            <source>Examples with more tokens than this are cut.</source>
            <translation>词元更多的样本会被截断。</translation>
        </message>
        <message>
            <source>The frozen weights may be stored in fewer bits, so that larger models fit.</source>
            <translation>冻结的权重可用更少的位存储，从而容下更大的模型。</translation>
        </message>
        <message>
            <source>The part of the run in which the learning rate rises from zero.</source>
            <translation>运行开头学习率从零升高的部分。</translation>
        </message>
        <message>
            <source>{interruptions} repaired without losing an update.</source>
            <translation>{interruptions}已修复，没有丢失任何更新。</translation>
        </message>
        <message>
            <source>Saved {ago}</source>
            <translation>{ago}保存</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>暂停</translation>
        </message>
        <message>
            <source>Resume</source>
            <translation>继续</translation>
        </message>
        <message>
            <source>Getting ready</source>
            <translation>正在准备</translation>
        </message>
        <message>
            <source>starting the training program</source>
            <translation>正在启动训练程序</translation>
        </message>
        <message>
            <source>reading the rows</source>
            <translation>正在读取数据行</translation>
        </message>
        <message>
            <source>loading the model</source>
            <translation>正在加载模型</translation>
        </message>
        <message>
            <source>measuring what an update needs</source>
            <translation>正在测量一次更新的需求</translation>
        </message>
        <message>
            <source>planning the updates</source>
            <translation>正在规划更新</translation>
        </message>
        <message>
            <source>checking the split</source>
            <translation>正在检查拆分</translation>
        </message>
        <message>
            <source>answering held-out rows</source>
            <translation>正在回答留出数据</translation>
        </message>
        <message>
            <source>making the first update</source>
            <translation>正在进行第一次更新</translation>
        </message>
        <message>
            <source>checking it on held-out rows</source>
            <translation>正在留出数据上检查</translation>
        </message>
        <message>
            <source>saving</source>
            <translation>正在保存</translation>
        </message>
        <message>
            <source>saving the result</source>
            <translation>正在保存结果</translation>
        </message>
        <message>
            <source>{name} has made its last update: {doing}</source>
            <translation>{name} 已完成最后一次更新：{doing}</translation>
        </message>
        <message>
            <source>{name} is stopping: {doing}</source>
            <translation>{name} 正在停止：{doing}</translation>
        </message>
        <message>
            <source>{name} is next in line</source>
            <translation>{name} 排在下一个</translation>
        </message>
        <message>
            <source>{name} is paused at update {at}</source>
            <translation>{name} 暂停在第 {at} 次更新</translation>
        </message>
        <message>
            <source>{name} stopped for a moment and will go on by itself</source>
            <translation>{name} 暂时停了一下，会自动继续</translation>
        </message>
        <message>
            <source>Good morning. </source>
            <translation>早上好。</translation>
        </message>
        <message>
            <source>{name} could not go on: {why}</source>
            <translation>{name} 无法继续：{why}</translation>
        </message>
        <message>
            <source>{name} could not go on</source>
            <translation>{name} 无法继续</translation>
        </message>
        <message>
            <source>{name} was interrupted before it began</source>
            <translation>{name} 开始前被中断</translation>
        </message>
        <message>
            <source>{name} was interrupted at update {at}</source>
            <translation>{name} 在第 {at} 次更新时被中断</translation>
        </message>
        <message>
            <source>{name} is finished, and it learned</source>
            <translation>{name} 已完成，并且学会了</translation>
        </message>
        <message>
            <source>{name} is finished, but it did not learn</source>
            <translation>{name} 已完成，但没有学会</translation>
        </message>
        <message>
            <source>{name} was cancelled before the first update</source>
            <translation>{name} 在第一次更新前被取消</translation>
        </message>
        <message>
            <source>{name} was stopped by you before the first update</source>
            <translation>您在第一次更新前停止了 {name}</translation>
        </message>
        <message>
            <source>{name} was cancelled at update {at}</source>
            <translation>{name} 在第 {at} 次更新时被取消</translation>
        </message>
        <message>
            <source>{name} was stopped by you at update {at}; everything so far is kept</source>
            <translation>您在第 {at} 次更新时停止了 {name}；此前的内容全部保留</translation>
        </message>
        <message>
            <source>{name} is getting ready to go on: {doing}</source>
            <translation>{name} 准备继续：{doing}</translation>
        </message>
        <message>
            <source>{name} is getting ready: {doing}</source>
            <translation>{name} 正在准备：{doing}</translation>
        </message>
        <message>
            <source>{name} stopped for a moment and is running again</source>
            <translation>{name} 暂时停了一下，现已继续运行</translation>
        </message>
        <message>
            <source>{name} has begun to learn</source>
            <translation>{name} 已开始学习</translation>
        </message>
        <message>
            <source>{name} is making its first update</source>
            <translation>{name} 正在进行第一次更新</translation>
        </message>
        <message>
            <source>{name} is learning well</source>
            <translation>{name} 学得很好</translation>
        </message>
        <message>
            <source>{name} has learned little so far</source>
            <translation>{name} 到目前学得不多</translation>
        </message>
        <message>
            <source>{name} is running, but its loss is rising</source>
            <translation>{name} 正在运行，但损失在上升</translation>
        </message>
        <message>
            <source>{name} is learning its rows by heart</source>
            <translation>{name} 正在死记硬背数据</translation>
        </message>
        <message>
            <source>{name} is running, but its loss is not a number</source>
            <translation>{name} 正在运行，但损失不是数字</translation>
        </message>
        <message>
            <source>A higher learning rate or more updates may help.</source>
            <translation>提高学习率或增加更新次数可能有帮助。</translation>
        </message>
        <message>
            <source>A smaller learning rate usually helps.</source>
            <translation>降低学习率通常有帮助。</translation>
        </message>
        <message>
            <source>Its loss on held-out rows rises; stopping now keeps what is there.</source>
            <translation>留出数据上的损失在上升；现在停止可保留已有成果。</translation>
        </message>
        <message>
            <source>Stop it and use a smaller learning rate.</source>
            <translation>请停止并使用更小的学习率。</translation>
        </message>
        <message>
            <source>saved {ago}</source>
            <translation>{ago}保存</translation>
        </message>
        <message>
            <source>Update {update} of {updates}</source>
            <translation>第 {update} 次更新，共 {updates} 次</translation>
        </message>
        <message>
            <source>It starts as soon as the run before it has ended. You can close this window.</source>
            <translation>前一次运行结束后立即开始。您可以关闭此窗口。</translation>
        </message>
        <message>
            <source>Finishes {when}.</source>
            <translation>{when}完成。</translation>
        </message>
        <message>
            <source>Goes on if you close this window; {saved}.</source>
            <translation>关闭窗口后也会继续；{saved}。</translation>
        </message>
        <message>
            <source>Goes on if you close this window.</source>
            <translation>关闭窗口后也会继续。</translation>
        </message>
        <message>
            <source>About {time} left when it goes on</source>
            <translation>继续后大约还需 {time}</translation>
        </message>
        <message>
            <source>Finishes {when}</source>
            <translation>{when}完成</translation>
        </message>
        <message>
            <source>update {update}</source>
            <translation>第 {update} 次更新</translation>
        </message>
        <message>
            <source>before the first update</source>
            <translation>第一次更新之前</translation>
        </message>
        <message>
            <source>best so far, {note}</source>
            <translation>目前最佳，{note}</translation>
        </message>
        <message>
            <source>best {loss}</source>
            <translation>最佳 {loss}</translation>
        </message>
        <message>
            <source>was {loss}</source>
            <translation>原为 {loss}</translation>
        </message>
        <message>
            <source>of the newest update</source>
            <translation>最近一次更新</translation>
        </message>
        <message>
            <source>One run is paused</source>
            <translation>一次运行已暂停</translation>
        </message>
        <message>
            <source>One run is starting again</source>
            <translation>一次运行正在重新开始</translation>
        </message>
        <message>
            <source>One run is getting ready</source>
            <translation>一次运行正在准备</translation>
        </message>
        <message>
            <source>One run is learning</source>
            <translation>一次运行正在学习</translation>
        </message>
        <message>
            <source>{head}, {queue}</source>
            <translation>{head}，{queue}</translation>
        </message>
        <message>
            <source>Press Resume to go on. Nothing is lost, even if you close this window.</source>
            <translation>按“继续”接着运行。即使关闭窗口也不会丢失任何内容。</translation>
        </message>
        <message>
            <source>You can close this window; the run goes on without it.</source>
            <translation>您可以关闭窗口，运行会继续。</translation>
        </message>
        <message>
            <source>You can close this window; the runs go on without it.</source>
            <translation>您可以关闭窗口，这些运行会继续。</translation>
        </message>
        <message>
            <source>The first should be done by {when}.</source>
            <translation>第一个应在 {when} 前完成。</translation>
        </message>
        <message>
            <source>It should be done by {when}.</source>
            <translation>应在 {when} 前完成。</translation>
        </message>
        <message>
            <source>{runs} to start</source>
            <translation>{runs}开始</translation>
        </message>
        <message>
            <source>It takes a moment.</source>
            <translation>请稍候。</translation>
        </message>
        <message>
            <source>Nothing is running now.</source>
            <translation>现在没有运行。</translation>
        </message>
        <message>
            <source>Press Continue to go on from the last save, with the same examples in the same order.</source>
            <translation>按“接着运行”从上次保存处继续，样本和顺序都不变。</translation>
        </message>
        <message>
            <source>This computer is ready to train</source>
            <translation>这台电脑可以开始训练</translation>
        </message>
        <message>
            <source>Your graphics card is ready to train</source>
            <translation>您的显卡可以开始训练</translation>
        </message>
        <message>
            <source>Nothing has been trained on this computer yet. Start with the starter: it needs no model, no data and no internet.</source>
            <translation>这台电脑还没有训练过。请从入门示例开始：不需要模型、数据或网络。</translation>
        </message>
        <message>
            <source>{name} is finished</source>
            <translation>{name} 已完成</translation>
        </message>
        <message>
            <source>{name} was stopped</source>
            <translation>{name} 已停止</translation>
        </message>
        <message>
            <source>{name} ended with an error</source>
            <translation>{name} 因错误结束</translation>
        </message>
        <message>
            <source>{number} examples per update</source>
            <translation>每次更新 {number} 个样本</translation>
        </message>
        <message>
            <source>{memory} used by other programs</source>
            <translation>其他程序占用 {memory}</translation>
        </message>
        <message>
            <source>{used} of {total} in use</source>
            <translation>已用 {used} / {total}</translation>
        </message>
        <message>
            <source>Nothing is running</source>
            <translation>没有运行</translation>
        </message>
        <message>
            <source>Paused by you</source>
            <translation>您已暂停</translation>
        </message>
        <message>
            <source>Starting again</source>
            <translation>正在重新开始</translation>
        </message>
        <message>
            <source>Starting {name}</source>
            <translation>正在启动 {name}</translation>
        </message>
        <message>
            <source>Training {name}</source>
            <translation>正在训练 {name}</translation>
        </message>
        <message>
            <source>Continue</source>
            <translation>接着运行</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>再试一次</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>打开</translation>
        </message>
        <message>
            <source>How it looks</source>
            <translation>外观</translation>
        </message>
        <message>
            <source>Through the night</source>
            <translation>整夜运行</translation>
        </message>
        <message>
            <source>Where things are</source>
            <translation>存放位置</translation>
        </message>
        <message>
            <source>Light or dark</source>
            <translation>浅色或深色</translation>
        </message>
        <message>
            <source>As the system has it follows the system at once, also at sunset.</source>
            <translation>“跟随系统”会随系统立即切换，日落时也一样。</translation>
        </message>
        <message>
            <source>As the system has it</source>
            <translation>跟随系统</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>浅色</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>深色</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>语言</translation>
        </message>
        <message>
            <source>Holds from the next time this window is opened.</source>
            <translation>下次打开窗口时生效。</translation>
        </message>
        <message>
            <source>Keep the computer awake while a run is going</source>
            <translation>运行时保持电脑唤醒</translation>
        </message>
        <message>
            <source>The screen may still turn off. Sleep is allowed again as soon as nothing runs.</source>
            <translation>屏幕仍可关闭。没有运行时立即恢复允许睡眠。</translation>
        </message>
        <message>
            <source>Tell me when a run ends</source>
            <translation>运行结束时通知我</translation>
        </message>
        <message>
            <source>A note on this desktop, also while this window is closed.</source>
            <translation>在桌面上显示通知，窗口关闭时也会。</translation>
        </message>
        <message>
            <source>Tell me also when a run has to wait</source>
            <translation>运行需要等待时也通知我</translation>
        </message>
        <message>
            <source>For example because the disk is full or the card is too hot.</source>
            <translation>例如磁盘已满或显卡过热。</translation>
        </message>
        <message>
            <source>When all runs have ended well</source>
            <translation>所有运行顺利结束后</translation>
        </message>
        <message>
            <source>You get {seconds} seconds to say no.</source>
            <translation>您有 {seconds} 秒可以取消。</translation>
        </message>
        <message>
            <source>Do nothing</source>
            <translation>什么都不做</translation>
        </message>
        <message>
            <source>Send the computer to sleep</source>
            <translation>让电脑睡眠</translation>
        </message>
        <message>
            <source>Shut the computer down</source>
            <translation>关闭电脑</translation>
        </message>
        <message>
            <source>Let a run wait while the card is hotter than</source>
            <translation>显卡温度高于此值时让运行等待</translation>
        </message>
        <message>
            <source>It goes on by itself once the card is cooler. Nothing is lost.</source>
            <translation>显卡降温后会自动继续，什么都不会丢。</translation>
        </message>
        <message>
            <source>Never wait</source>
            <translation>从不等待</translation>
        </message>
        <message>
            <source>Looking for it.</source>
            <translation>正在查找。</translation>
        </message>
        <message>
            <source>There is one.</source>
            <translation>已有一个。</translation>
        </message>
        <message>
            <source>There is none yet.</source>
            <translation>还没有。</translation>
        </message>
        <message>
            <source>Runs</source>
            <translation>运行</translation>
        </message>
        <message>
            <source>To keep them elsewhere, start with --home or set NIGHTSHIFT_HOME.</source>
            <translation>如需放在别处，请用 --home 启动或设置 NIGHTSHIFT_HOME。</translation>
        </message>
        <message>
            <source>Downloaded models</source>
            <translation>已下载的模型</translation>
        </message>
        <message>
            <source>One folder per model.</source>
            <translation>每个模型一个文件夹。</translation>
        </message>
        <message>
            <source>Trash</source>
            <translation>回收站</translation>
        </message>
        <message>
            <source>Deleted runs stay here until you remove them yourself.</source>
            <translation>删除的运行会留在这里，直到您自己清除。</translation>
        </message>
        <message>
            <source>Token for models that ask who you are</source>
            <translation>需要身份验证的模型所用的令牌</translation>
        </message>
        <message>
            <source>{kept} It goes into the system's keyring where there is one, never into a run.</source>
            <translation>{kept}令牌存入系统密钥环（如果有），绝不会写入运行。</translation>
        </message>
        <message>
            <source>Model</source>
            <translation>模型</translation>
        </message>
        <message>
            <source>Rows</source>
            <translation>数据行</translation>
        </message>
        <message>
            <source>Held-out rows</source>
            <translation>留出数据行</translation>
        </message>
        <message>
            <source>Longest example</source>
            <translation>最长样本</translation>
        </message>
        <message>
            <source>Method</source>
            <translation>方法</translation>
        </message>
        <message>
            <source>Adapter rank</source>
            <translation>适配器秩</translation>
        </message>
        <message>
            <source>Adapter alpha</source>
            <translation>适配器 alpha</translation>
        </message>
        <message>
            <source>Adapter dropout</source>
            <translation>适配器 dropout</translation>
        </message>
        <message>
            <source>Weights stored in</source>
            <translation>权重存储精度</translation>
        </message>
        <message>
            <source>Effective batch</source>
            <translation>有效批量</translation>
        </message>
        <message>
            <source>Passes over the rows</source>
            <translation>遍历数据的次数</translation>
        </message>
        <message>
            <source>Updates asked for</source>
            <translation>要求的更新次数</translation>
        </message>
        <message>
            <source>Learning rate</source>
            <translation>学习率</translation>
        </message>
        <message>
            <source>Learning rate over time</source>
            <translation>学习率变化方式</translation>
        </message>
        <message>
            <source>Warm-up</source>
            <translation>预热</translation>
        </message>
        <message>
            <source>Weight decay</source>
            <translation>权重衰减</translation>
        </message>
        <message>
            <source>Optimizer</source>
            <translation>优化器</translation>
        </message>
        <message>
            <source>Largest gradient</source>
            <translation>梯度上限</translation>
        </message>
        <message>
            <source>Random seed</source>
            <translation>随机种子</translation>
        </message>
        <message>
            <source>Precision</source>
            <translation>精度</translation>
        </message>
        <message>
            <source>Task</source>
            <translation>任务</translation>
        </message>
        <message>
            <source>Weights kept</source>
            <translation>保留的权重</translation>
        </message>
        <message>
            <source>{ratio} × rank</source>
            <translation>{ratio} × 秩</translation>
        </message>
        <message>
            <source>as suggested</source>
            <translation>按建议</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>是</translation>
        </message>
        <message>
            <source>no</source>
            <translation>否</translation>
        </message>
        <message>
            <source>Starter model</source>
            <translation>入门模型</translation>
        </message>
        <message>
            <source>starter {name}</source>
            <translation>入门数据 {name}</translation>
        </message>
        <message>
            <source>LoRA, rank {rank}</source>
            <translation>LoRA，秩 {rank}</translation>
        </message>
        <message>
            <source>every weight</source>
            <translation>全部权重</translation>
        </message>
        <message>
            <source>Mon</source>
            <translation>周一</translation>
        </message>
        <message>
            <source>Tue</source>
            <translation>周二</translation>
        </message>
        <message>
            <source>Wed</source>
            <translation>周三</translation>
        </message>
        <message>
            <source>Thu</source>
            <translation>周四</translation>
        </message>
        <message>
            <source>Fri</source>
            <translation>周五</translation>
        </message>
        <message>
            <source>Sat</source>
            <translation>周六</translation>
        </message>
        <message>
            <source>Sun</source>
            <translation>周日</translation>
        </message>
        <message>
            <source>Jan</source>
            <translation>1月</translation>
        </message>
        <message>
            <source>Feb</source>
            <translation>2月</translation>
        </message>
        <message>
            <source>Mar</source>
            <translation>3月</translation>
        </message>
        <message>
            <source>Apr</source>
            <translation>4月</translation>
        </message>
        <message>
            <source>May</source>
            <translation>5月</translation>
        </message>
        <message>
            <source>Jun</source>
            <translation>6月</translation>
        </message>
        <message>
            <source>Jul</source>
            <translation>7月</translation>
        </message>
        <message>
            <source>Aug</source>
            <translation>8月</translation>
        </message>
        <message>
            <source>Sep</source>
            <translation>9月</translation>
        </message>
        <message>
            <source>Oct</source>
            <translation>10月</translation>
        </message>
        <message>
            <source>Nov</source>
            <translation>11月</translation>
        </message>
        <message>
            <source>Dec</source>
            <translation>12月</translation>
        </message>
        <message>
            <source>No</source>
            <translation>没有</translation>
        </message>
        <message>
            <source>One</source>
            <translation>1</translation>
        </message>
        <message>
            <source>Two</source>
            <translation>2</translation>
        </message>
        <message>
            <source>Three</source>
            <translation>3</translation>
        </message>
        <message>
            <source>Four</source>
            <translation>4</translation>
        </message>
        <message>
            <source>Five</source>
            <translation>5</translation>
        </message>
        <message>
            <source>Six</source>
            <translation>6</translation>
        </message>
        <message>
            <source>Seven</source>
            <translation>7</translation>
        </message>
        <message>
            <source>Eight</source>
            <translation>8</translation>
        </message>
        <message>
            <source>Nine</source>
            <translation>9</translation>
        </message>
        <message>
            <source>Ten</source>
            <translation>10</translation>
        </message>
        <message>
            <source>run</source>
            <translation>次运行</translation>
        </message>
        <message>
            <source>runs</source>
            <translation>次运行</translation>
        </message>
        <message>
            <source>row</source>
            <translation>行</translation>
        </message>
        <message>
            <source>rows</source>
            <translation>行</translation>
        </message>
        <message>
            <source>update</source>
            <translation>次更新</translation>
        </message>
        <message>
            <source>is waiting</source>
            <translation>个在等待</translation>
        </message>
        <message>
            <source>are waiting</source>
            <translation>个在等待</translation>
        </message>
        <message>
            <source>run waits</source>
            <translation>次运行等待</translation>
        </message>
        <message>
            <source>runs wait</source>
            <translation>次运行等待</translation>
        </message>
        <message>
            <source>run was interrupted</source>
            <translation>次运行被中断</translation>
        </message>
        <message>
            <source>runs were interrupted</source>
            <translation>次运行被中断</translation>
        </message>
        <message>
            <source>interruption was</source>
            <translation>次中断</translation>
        </message>
        <message>
            <source>interruptions were</source>
            <translation>次中断</translation>
        </message>
        <message>
            <source>1 pass over the rows</source>
            <translation>遍历数据 1 次</translation>
        </message>
        <message>
            <source>{number} passes over the rows</source>
            <translation>遍历数据 {number} 次</translation>
        </message>
        <message>
            <source>{seconds} s</source>
            <translation>{seconds} 秒</translation>
        </message>
        <message>
            <source>{minutes} min {seconds} s</source>
            <translation>{minutes} 分 {seconds} 秒</translation>
        </message>
        <message>
            <source>{minutes} min</source>
            <translation>{minutes} 分钟</translation>
        </message>
        <message>
            <source>{hours} h {minutes} min</source>
            <translation>{hours} 小时 {minutes} 分</translation>
        </message>
        <message>
            <source>{hours} h</source>
            <translation>{hours} 小时</translation>
        </message>
        <message>
            <source>{days} days {hours} h</source>
            <translation>{days} 天 {hours} 小时</translation>
        </message>
        <message>
            <source>{days} days</source>
            <translation>{days} 天</translation>
        </message>
        <message>
            <source>{date} {month}, {clock}</source>
            <translation>{month}{date}日 {clock}</translation>
        </message>
        <message>
            <source>about {when}</source>
            <translation>大约 {when} </translation>
        </message>
        <message>
            <source>between {first} and {last}</source>
            <translation>{first} 至 {last} 之间</translation>
        </message>
        <message>
            <source>{day} {date} {month}, {clock}</source>
            <translation>{month}{date}日{day} {clock}</translation>
        </message>
        <message>
            <source>just now</source>
            <translation>刚刚</translation>
        </message>
        <message>
            <source>{time} ago</source>
            <translation>{time} 前</translation>
        </message>
        <message>
            <source>{days} days ago</source>
            <translation>{days} 天前</translation>
        </message>
        <message>
            <source>Open the window</source>
            <translation>打开窗口</translation>
        </message>
        <message>
            <source>How much is done</source>
            <translation>完成了多少</translation>
        </message>
        <message>
            <source>Next in line</source>
            <translation>排队等候</translation>
        </message>
        <message>
            <source>Starting</source>
            <translation>正在启动</translation>
        </message>
        <message>
            <source>Running</source>
            <translation>运行中</translation>
        </message>
        <message>
            <source>Restarting</source>
            <translation>正在重启</translation>
        </message>
        <message>
            <source>Finished</source>
            <translation>已完成</translation>
        </message>
        <message>
            <source>Stopped by you</source>
            <translation>您已停止</translation>
        </message>
        <message>
            <source>Stopped by an error</source>
            <translation>因错误停止</translation>
        </message>
        <message>
            <source>Interrupted</source>
            <translation>已中断</translation>
        </message>
        <message>
            <source>Curves of the runs</source>
            <translation>各次运行的曲线</translation>
        </message>
        <message>
            <source>Nothing to draw yet.</source>
            <translation>还没有可绘制的内容。</translation>
        </message>
        <message>
            <source>Run</source>
            <translation>运行</translation>
        </message>
        <message>
            <source>Hide {name}</source>
            <translation>隐藏 {name}</translation>
        </message>
        <message>
            <source>Show {name}</source>
            <translation>显示 {name}</translation>
        </message>
        <message>
            <source>Best</source>
            <translation>最佳</translation>
        </message>
        <message>
            <source>Open {name}</source>
            <translation>打开 {name}</translation>
        </message>
        <message>
            <source>Take {name} out</source>
            <translation>移出 {name}</translation>
        </message>
        <message>
            <source>Best held-out loss</source>
            <translation>最佳留出损失</translation>
        </message>
        <message>
            <source>Took</source>
            <translation>用时</translation>
        </message>
        <message>
            <source>Details for someone who can help</source>
            <translation>给能帮忙的人看的详细信息</translation>
        </message>
        <message>
            <source>Copy report</source>
            <translation>复制报告</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Something in this window did not work</source>
            <translation>窗口里有一处出了问题</translation>
        </message>
        <message>
            <source>Your runs go on: each has a process of its own. What they learnt, and what you chose, is kept.</source>
            <translation>您的运行仍在继续：每次运行都有自己的进程。学到的内容和您的选择都已保留。</translation>
        </message>
        <message>
            <source>Try it again, or close the window and open it again. If it comes back, send the report to us.</source>
            <translation>请再试一次，或关闭窗口后重新打开。如果再次出现，请把报告发给我们。</translation>
        </message>
        <message>
            <source>Copied</source>
            <translation>已复制</translation>
        </message>
        <message>
            <source>Tags</source>
            <translation>标签</translation>
        </message>
        <message>
            <source>for example: night, keep</source>
            <translation>例如：夜间, 保留</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Tags, with commas between</source>
            <translation>标签，用逗号分隔</translation>
        </message>
        <message>
            <source>Close this message</source>
            <translation>关闭此消息</translation>
        </message>
        <message>
            <source>Memory in use</source>
            <translation>已用内存</translation>
        </message>
        <message>
            <source>More</source>
            <translation>更多</translation>
        </message>
        <message>
            <source>More about {name}</source>
            <translation>{name} 的更多操作</translation>
        </message>
        <message>
            <source>New run with these settings</source>
            <translation>用这些设置新建运行</translation>
        </message>
        <message>
            <source>Tags and note</source>
            <translation>标签和备注</translation>
        </message>
        <message>
            <source>Move to the trash</source>
            <translation>移到回收站</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Ended</source>
            <translation>结束时间</translation>
        </message>
        <message>
            <source>Sort by this</source>
            <translation>按此排序</translation>
        </message>
        <message>
            <source>The lowest loss on rows it never learnt from, in nats per token. Lower is better. Press to sort.</source>
            <translation>在从未学习过的数据行上的最低损失（每词元奈特）。越低越好。按此排序。</translation>
        </message>
        <message>
            <source>sorted by this</source>
            <translation>已按此排序</translation>
        </message>
        <message>
            <source>Teach a small model to write any date as year-month-day.</source>
            <translation>教一个小模型把任何日期写成“年-月-日”。</translation>
        </message>
        <message>
            <source>Everything included, nothing to download</source>
            <translation>一切齐备，无需下载</translation>
        </message>
        <message>
            <source>Try the starter</source>
            <translation>试试入门示例</translation>
        </message>
        <message>
            <source>You see it learn, and keep the result.</source>
            <translation>您会看到它学习，并保留结果。</translation>
        </message>
        <message>
            <source>A few minutes on any computer</source>
            <translation>任何电脑上只需几分钟</translation>
        </message>
        <message>
            <source>It reads</source>
            <translation>它读到</translation>
        </message>
        <message>
            <source>After training it writes</source>
            <translation>训练后它写出</translation>
        </message>
        <message>
            <source>One click, a few minutes, nothing to download: you see a model learn.</source>
            <translation>点一下，几分钟，无需下载：您会看到模型学习。</translation>
        </message>
        <message>
            <source>Then bring your own rows</source>
            <translation>然后用您自己的数据</translation>
        </message>
        <message>
            <source>Drop a table anywhere in this window. The plan beside it says what fits and how long it takes.</source>
            <translation>把表格拖到窗口任意位置。旁边的方案会说明能否放下、需要多久。</translation>
        </message>
        <message>
            <source>And leave it alone</source>
            <translation>然后就不用管它</translation>
        </message>
        <message>
            <source>Close the window if you like: runs go on without it and go on by themselves after trouble.</source>
            <translation>想关窗口就关：运行会继续，出了问题也会自行恢复。</translation>
        </message>
        <message>
            <source>Close the tour</source>
            <translation>关闭导览</translation>
        </message>
        <message>
            <source>{step} of {steps}</source>
            <translation>{step} / {steps}</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>完成</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>下一步</translation>
        </message>
        <message>
            <source>Number {place} in line. Alt and an arrow key move it.</source>
            <translation>排在第 {place} 位。按 Alt 和方向键可移动。</translation>
        </message>
        <message>
            <source>Earlier in line</source>
            <translation>提前</translation>
        </message>
        <message>
            <source>Later in line</source>
            <translation>推后</translation>
        </message>
        <message>
            <source>Take out of the line, into the trash</source>
            <translation>移出队列，放入回收站</translation>
        </message>
        <message>
            <source>starts by itself when the run before it ends</source>
            <translation>前一次运行结束后自动开始</translation>
        </message>
        <message>
            <source>drag to change the order</source>
            <translation>拖动以更改顺序</translation>
        </message>
        <message>
            <source>Home</source>
            <translation>首页</translation>
        </message>
        <message>
            <source>{number} files</source>
            <translation>{number} 个文件</translation>
        </message>
        <message>
            <source>Let go to start a new run with {name}</source>
            <translation>松开即用 {name} 新建运行</translation>
        </message>
    </context>
</TS>
