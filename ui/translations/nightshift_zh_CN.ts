<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name></name>
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
        <source>The training program could not be started.</source>
        <translation>无法启动训练程序。</translation>
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
        <source>Follow a run elsewhere</source>
        <translation>跟踪别处的运行</translation>
    </message>
    <message>
        <source>A run on another computer, over ssh</source>
        <translation>通过 ssh 跟踪另一台电脑上的运行</translation>
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
        <source>Keep: {what}</source>
        <translation>保存：{what}</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>No run has a result yet</source>
        <translation>还没有任何运行有结果</translation>
    </message>
    <message>
        <source>As soon as one does, you can take its model along from here, in four forms.</source>
        <translation>一旦有了结果，就可以从这里以四种形式带走模型。</translation>
    </message>
    <message>
        <source>Save the recipe for {trainer}</source>
        <translation>保存 {trainer} 的配方</translation>
    </message>
    <message>
        <source>Run it again elsewhere</source>
        <translation>在别处再次运行</translation>
    </message>
    <message>
        <source>Its own rows and settings, as a script or for another trainer</source>
        <translation>同样的行和设置，作为脚本或供其他训练程序使用</translation>
    </message>
    <message>
        <source>Choose another place</source>
        <translation>选择其他位置</translation>
    </message>
    <message>
        <source>Where to save the recipe</source>
        <translation>配方保存到哪里</translation>
    </message>
    <message>
        <source>Where exports go</source>
        <translation>导出保存到哪里</translation>
    </message>
    <message>
        <source>Take a model with you</source>
        <translation>带走一个模型</translation>
    </message>
    <message>
        <source>Every export is loaded again and proved.</source>
        <translation>每个导出都会重新加载并得到验证。</translation>
    </message>
    <message>
        <source>Take {run} with you</source>
        <translation>带走 {run}</translation>
    </message>
    <message>
        <source>Every export is loaded again and must answer alike before it counts as done.</source>
        <translation>每个导出都会重新加载，回答一致才算完成。</translation>
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
        <source>{one} against {other}: {apart} apart</source>
        <translation>{one} 对 {other}：相差 {apart}</translation>
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
        <source>too few held-out checks for lines</source>
        <translation>留出检查太少，画不出线</translation>
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
        <source>{name} is lowest so far</source>
        <translation>目前 {name} 最低</translation>
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
        <source>Cards</source>
        <translation>显卡</translation>
    </message>
    <message>
        <source>{gpus}; the one with the most free memory is used</source>
        <translation>{gpus} 块；使用空闲显存最多的一块</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>{number} °C</source>
        <translation>{number} °C</translation>
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
        <source>, {utilisation} busy</source>
        <translation>，占用 {utilisation}</translation>
    </message>
    <message>
        <source>{size} billion parameters</source>
        <translation>{size}B 参数</translation>
    </message>
    <message>
        <source>{size} million parameters</source>
        <translation>{size}M 参数</translation>
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
        <source>Close other programs, then try again.</source>
        <translation>请关闭其他程序，然后重试。</translation>
    </message>
    <message>
        <source>Free some space, or choose another place for exports.</source>
        <translation>请腾出一些空间，或为导出选择其他位置。</translation>
    </message>
    <message>
        <source>Create a token of the kind “Read” at https://huggingface.co/settings/tokens and keep it under Settings.</source>
        <translation>请在 https://huggingface.co/settings/tokens 创建一个“Read”类型的令牌，并在设置中保存。</translation>
    </message>
    <message>
        <source>Create a token of the kind “Write” at https://huggingface.co/settings/tokens and keep it under Settings.</source>
        <translation>请在 https://huggingface.co/settings/tokens 创建一个“Write”类型的令牌，并在设置中保存。</translation>
    </message>
    <message>
        <source>Check how it is spelt, the owner too; for a private one keep your token first, under Settings.</source>
        <translation>请检查名称和所有者的拼写；如果是私有的，请先在设置中保存您的令牌。</translation>
    </message>
    <message>
        <source>{name} is using the graphics card, so models answer on the processor.</source>
        <translation>{name} 正在使用显卡，因此模型在处理器上回答。</translation>
    </message>
    <message>
        <source>Slower, with the same answers. The run is not disturbed.</source>
        <translation>较慢，但答案相同。运行不受影响。</translation>
    </message>
    <message>
        <source>{name} is running, and models answer on the same processor.</source>
        <translation>{name} 正在运行，模型在同一处理器上回答。</translation>
    </message>
    <message>
        <source>Both are slower meanwhile; nothing else changes.</source>
        <translation>在此期间两者都会变慢，其他不变。</translation>
    </message>
    <message>
        <source>An export is being made. This is possible as soon as it is done.</source>
        <translation>正在导出。完成后即可进行此操作。</translation>
    </message>
    <message>
        <source>An export is being sent to the hub. This is possible as soon as it is there.</source>
        <translation>正在把导出发送到 Hub。送达后即可进行此操作。</translation>
    </message>
    <message>
        <source>A run is being judged. This is possible as soon as that is done.</source>
        <translation>正在评判一次运行。完成后即可进行此操作。</translation>
    </message>
    <message>
        <source>The models are answering. This is possible as soon as they are done.</source>
        <translation>模型正在回答。完成后即可进行此操作。</translation>
    </message>
    <message>
        <source>Getting ready</source>
        <translation>正在准备</translation>
    </message>
    <message>
        <source>Loading the models</source>
        <translation>正在加载模型</translation>
    </message>
    <message>
        <source>Asking the model as it came</source>
        <translation>正在询问原来的模型</translation>
    </message>
    <message>
        <source>Asking the model after your run</source>
        <translation>正在询问运行后的模型</translation>
    </message>
    <message>
        <source>Answering held-out rows</source>
        <translation>正在回答留出的行</translation>
    </message>
    <message>
        <source>{what}, {done} of {total}</source>
        <translation>{what}，{done} / {total}</translation>
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
        <source>{progress}. This takes a moment; it goes on if you close this window.</source>
        <translation>{progress}。这需要一点时间；关闭窗口也会继续。</translation>
    </message>
    <message>
        <source>{progress}.</source>
        <translation>{progress}。</translation>
    </message>
    <message>
        <source>{progress}, {saved}.</source>
        <translation>{progress}，{saved}。</translation>
    </message>
    <message>
        <source>kept in memory</source>
        <translation>保存在内存中</translation>
    </message>
    <message>
        <source>{progress}. Nothing to do: it starts again from {save}.</source>
        <translation>{progress}。无需操作：它会从{save}重新开始。</translation>
    </message>
    <message>
        <source>All {updates} were made.</source>
        <translation>{updates}已全部完成。</translation>
    </message>
    <message>
        <source>{progress}. Continue goes on from {save}, exactly as asked.</source>
        <translation>{progress}。“接着运行”会从{save}继续，完全按照要求进行。</translation>
    </message>
    <message>
        <source>{progress}. The computer or the studio was ended; Continue goes on from {save}.</source>
        <translation>{progress}。电脑或程序被关闭了；“接着运行”会从{save}继续。</translation>
    </message>
    <message>
        <source>This takes a moment. It goes on if you close this window.</source>
        <translation>这需要一点时间。关闭窗口也会继续。</translation>
    </message>
    <message>
        <source>{progress}. It goes on if you close this window.</source>
        <translation>{progress}。关闭窗口也会继续。</translation>
    </message>
    <message>
        <source>It ended before the first update.</source>
        <translation>它在第一次更新之前就结束了。</translation>
    </message>
    <message>
        <source>Everything up to {save} is kept</source>
        <translation>直到{save}的一切都已保留</translation>
    </message>
    <message>
        <source>No save was made yet</source>
        <translation>还没有保存过</translation>
    </message>
    <message>
        <source>{progress}. {kept}.</source>
        <translation>{progress}。{kept}。</translation>
    </message>
    <message>
        <source>Finishes {when}.</source>
        <translation>{when}完成。</translation>
    </message>
    <message>
        <source>About {time} are left when it goes on.</source>
        <translation>继续后大约还需要 {time}。</translation>
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
        <source> of {size} examples ran exactly as asked</source>
        <translation>，每次 {size} 个样本，完全按照要求进行</translation>
    </message>
    <message>
        <source>; the last of each pass has {rest}</source>
        <translation>；每遍的最后一次有 {rest} 个</translation>
    </message>
    <message>
        <source>{update} of {updates}{exactly}</source>
        <translation>第 {update} 次，共 {updates}{exactly}</translation>
    </message>
    <message>
        <source>Done at {ended}, early: the held-out loss no longer fell. {stopped}.</source>
        <translation>于 {ended} 提前完成：留出损失不再下降。{stopped}。</translation>
    </message>
    <message>
        <source>Done at {ended}. All {updates}{exactly}.</source>
        <translation>于 {ended} 完成。共 {updates}{exactly}。</translation>
    </message>
    <message>
        <source>the beginning</source>
        <translation>开头</translation>
    </message>
    <message>
        <source>No update was made yet.</source>
        <translation>还没有进行任何更新。</translation>
    </message>
    <message>
        <source>, falling</source>
        <translation>，正在下降</translation>
    </message>
    <message>
        <source>, rising</source>
        <translation>，正在上升</translation>
    </message>
    <message>
        <source>, hardly changing</source>
        <translation>，几乎不变</translation>
    </message>
    <message>
        <source>; on held-out rows {eval_loss}</source>
        <translation>；留出行上为 {eval_loss}</translation>
    </message>
    <message>
        <source>; finishes {finish}</source>
        <translation>；{finish}完成</translation>
    </message>
    <message>
        <source>Loss {newest}{trend_now}{held_out}; update {update} of {updates}{ends}</source>
        <translation>损失 {newest}{trend_now}{held_out}；第 {update} 次更新，共 {updates} 次{ends}</translation>
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
        <source>On {hosts}. Nothing is running on this computer.</source>
        <translation>在 {hosts} 上。这台电脑上没有运行。</translation>
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
        <source>{number} GB</source>
        <translation>{number} GB</translation>
    </message>
    <message>
        <source>{used} of {total} in use</source>
        <translation>已用 {used} / {total}</translation>
    </message>
    <message>
        <source>{memory} used by other programs</source>
        <translation>其他程序占用 {memory}</translation>
    </message>
    <message>
        <source>Making an export</source>
        <translation>正在导出</translation>
    </message>
    <message>
        <source>Sending an export</source>
        <translation>正在发送导出</translation>
    </message>
    <message>
        <source>Judging a run</source>
        <translation>正在评判一次运行</translation>
    </message>
    <message>
        <source>Answering</source>
        <translation>正在回答</translation>
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
        <source>each update: {equation}</source>
        <translation>每次更新：{equation}</translation>
    </message>
    <message>
        <source>Saving after this update…</source>
        <translation>将在这次更新后保存…</translation>
    </message>
    <message>
        <source>Save now</source>
        <translation>立即保存</translation>
    </message>
    <message>
        <source>A complete save after this update; it goes on.</source>
        <translation>在这次更新后完整保存；然后继续。</translation>
    </message>
    <message>
        <source>Answering after this update…</source>
        <translation>将在这次更新后回答…</translation>
    </message>
    <message>
        <source>The first held-out questions are answered after this update; then it goes on.</source>
        <translation>在这次更新后回答前几个留出的问题；然后继续。</translation>
    </message>
    <message>
        <source>The prompts of this run are answered after this update; then it goes on.</source>
        <translation>在这次更新后回答这次运行的提示；然后继续。</translation>
    </message>
    <message>
        <source>Answer now</source>
        <translation>立即回答</translation>
    </message>
    <message>
        <source>Finishes this update, saves and waits. Everything is kept.</source>
        <translation>完成这次更新，保存并等待。一切都会保留。</translation>
    </message>
    <message>
        <source>Finishes this update, saves, and makes a result of what was learned. It can go on later.</source>
        <translation>完成这次更新，保存，并用已学到的内容生成结果。以后可以继续。</translation>
    </message>
    <message>
        <source>Stop and save</source>
        <translation>停止并保存</translation>
    </message>
    <message>
        <source>Goes on from {save}, with the same rows in the same order.</source>
        <translation>从{save}继续，行和顺序都不变。</translation>
    </message>
    <message>
        <source>Looks for a save again: goes on if you put a copy of one back.</source>
        <translation>再次寻找保存：如果您放回一个副本，就会继续。</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>接着运行</translation>
    </message>
    <message>
        <source>Pausing after this update…</source>
        <translation>将在这次更新后暂停…</translation>
    </message>
    <message>
        <source>Saving the result so far…</source>
        <translation>正在保存目前的结果…</translation>
    </message>
    <message>
        <source>Stopping after this update…</source>
        <translation>将在这次更新后停止…</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>正在取消…</translation>
    </message>
    <message>
        <source>Going on…</source>
        <translation>正在继续…</translation>
    </message>
    <message>
        <source>Start again from the beginning</source>
        <translation>从头重新开始</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>以后再说</translation>
    </message>
    <message>
        <source>Learns from the first update again. What is left of the saves is kept in the folder of the run.</source>
        <translation>从第一次更新重新学习。剩下的保存留在运行的文件夹中。</translation>
    </message>
    <message>
        <source>Ends at once, without a result. The save of update {update} is kept.</source>
        <translation>立即结束，没有结果。第 {update} 次更新的保存会保留。</translation>
    </message>
    <message>
        <source>Ends at once, without a result. Nothing is saved yet.</source>
        <translation>立即结束，没有结果。还没有保存过任何内容。</translation>
    </message>
    <message>
        <source>Ends at once. Nothing was learned yet.</source>
        <translation>立即结束。还没有学到任何内容。</translation>
    </message>
    <message>
        <source>Start the training program</source>
        <translation>启动训练程序</translation>
    </message>
    <message>
        <source>Read the rows</source>
        <translation>读取各行</translation>
    </message>
    <message>
        <source>Load the model</source>
        <translation>加载模型</translation>
    </message>
    <message>
        <source>on {device}</source>
        <translation>在 {device} 上</translation>
    </message>
    <message>
        <source>Plan the updates</source>
        <translation>规划更新</translation>
    </message>
    <message>
        <source>Check that the split changes nothing</source>
        <translation>检查拆分不会改变任何结果</translation>
    </message>
    <message>
        <source>the same gradient in two ways</source>
        <translation>两种方式得到相同的梯度</translation>
    </message>
    <message>
        <source>{exact_match} right</source>
        <translation>{exact_match} 正确</translation>
    </message>
    <message>
        <source>Answer {score_answers}, to compare with later</source>
        <translation>回答{score_answers}，供以后比较</translation>
    </message>
    <message>
        <source>Make the first update</source>
        <translation>进行第一次更新</translation>
    </message>
    <message>
        <source>{made} ({changed})</source>
        <translation>{made}（{changed}）</translation>
    </message>
    <message>
        <source>What to do: nothing now</source>
        <translation>怎么办：现在无需操作</translation>
    </message>
    <message>
        <source>If it keeps happening and gets no further, Nightshift stops, keeps the last save and tells you.</source>
        <translation>如果反复发生而没有进展，Nightshift 会停下来，保留最后一次保存并告诉您。</translation>
    </message>
    <message>
        <source>Look at the details, or copy the report for someone who can help.</source>
        <translation>请查看详细信息，或复制报告交给能帮忙的人。</translation>
    </message>
    <message>
        <source>The run goes on from {save}, with the same examples in the same order.</source>
        <translation>运行会从{save}继续，样本和顺序都不变。</translation>
    </message>
    <message>
        <source>The run begins again, with the same examples in the same order.</source>
        <translation>运行会重新开始，样本和顺序都不变。</translation>
    </message>
    <message>
        <source>What to do: press Continue</source>
        <translation>怎么办：按“接着运行”</translation>
    </message>
    <message>
        <source>What to do: nothing</source>
        <translation>怎么办：无需操作</translation>
    </message>
    <message>
        <source>Nothing was learned yet, so there is nothing to keep. Continue begins it again.</source>
        <translation>还没有学到任何内容，所以没有可保留的。“接着运行”会重新开始。</translation>
    </message>
    <message>
        <source>Run: {name} ({state}), update {update} of {updates}</source>
        <translation>运行：{name}（{state}），第 {update} 次更新，共 {updates} 次</translation>
    </message>
    <message>
        <source>Model: {model}</source>
        <translation>模型：{model}</translation>
    </message>
    <message>
        <source>Plan: {equation}</source>
        <translation>计划：{equation}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Problem: {title} {hint}</source>
        <translation>问题：{title} {hint}</translation>
    </message>
    <message>
        <source>Problem: none</source>
        <translation>问题：无</translation>
    </message>
    <message>
        <source>Folder: {folder}</source>
        <translation>文件夹：{folder}</translation>
    </message>
    <message>
        <source>The end of worker.log:</source>
        <translation>worker.log 的结尾：</translation>
    </message>
    <message>
        <source>A Python of its own</source>
        <translation>它自己的 Python</translation>
    </message>
    <message>
        <source>PyTorch, which does the computing</source>
        <translation>负责计算的 PyTorch</translation>
    </message>
    <message>
        <source>Everything else the engine needs</source>
        <translation>引擎所需的其他一切</translation>
    </message>
    <message>
        <source>A proof that training works here</source>
        <translation>证明训练在这里可行</translation>
    </message>
    <message>
        <source>A list of what is in it</source>
        <translation>其中内容的清单</translation>
    </message>
    <message>
        <source>Copied to the other folder</source>
        <translation>复制到另一个文件夹</translation>
    </message>
    <message>
        <source>Removed from the disk</source>
        <translation>从磁盘上移除</translation>
    </message>
    <message>
        <source>Looked at before anything is fetched.</source>
        <translation>在下载任何内容之前先看一看。</translation>
    </message>
    <message>
        <source>Nothing on this computer is changed, and nothing on it can change the engine.</source>
        <translation>不会改变这台电脑上的任何东西，电脑上的任何东西也不会改变引擎。</translation>
    </message>
    <message>
        <source>The build that fits this card.</source>
        <translation>适合这块显卡的版本。</translation>
    </message>
    <message>
        <source>Pinned versions; every file is checked before it counts.</source>
        <translation>固定的版本；每个文件都先检查再使用。</translation>
    </message>
    <message>
        <source>The card is used, a model learns twice, is saved and read again.</source>
        <translation>使用显卡，让一个模型学习两次，保存并重新读取。</translation>
    </message>
    <message>
        <source>Only now the engine counts as set up: it is there whole or not at all.</source>
        <translation>到这时引擎才算设置完成：要么完整，要么没有。</translation>
    </message>
    <message>
        <source>The engine is used from there once all of it has arrived.</source>
        <translation>全部到达后，引擎才从那里使用。</translation>
    </message>
    <message>
        <source>Runs, models and settings stay.</source>
        <translation>运行、模型和设置都保留。</translation>
    </message>
    <message>
        <source>NVIDIA cards</source>
        <translation>NVIDIA 显卡</translation>
    </message>
    <message>
        <source>older NVIDIA cards or drivers (CUDA 12.6)</source>
        <translation>较旧的 NVIDIA 显卡或驱动（CUDA 12.6）</translation>
    </message>
    <message>
        <source>AMD cards (ROCm)</source>
        <translation>AMD 显卡（ROCm）</translation>
    </message>
    <message>
        <source>the processor</source>
        <translation>处理器</translation>
    </message>
    <message>
        <source>The proof</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Set up the engine</source>
        <translation>设置引擎</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>Go to Home</source>
        <translation>前往首页</translation>
    </message>
    <message>
        <source>Use it now</source>
        <translation>立即使用</translation>
    </message>
    <message>
        <source>Which card it has, and how much room is on its disk.</source>
        <translation>它有哪块显卡，磁盘上还有多少空间。</translation>
    </message>
    <message>
        <source>Called off: nothing half is left</source>
        <translation>已取消：没有留下半成品</translation>
    </message>
    <message>
        <source>You can set the engine up whenever you like.</source>
        <translation>您可以随时设置引擎。</translation>
    </message>
    <message>
        <source>A newer engine can be set up</source>
        <translation>可以设置更新的引擎</translation>
    </message>
    <message>
        <source>It is made beside the one that you have, which stays as the way back. Runs are not touched.</source>
        <translation>它会建在现有引擎旁边，现有的保留作为退路。运行不受影响。</translation>
    </message>
    <message>
        <source>One thing is left before the first run: the engine</source>
        <translation>第一次运行之前只差一件事：引擎</translation>
    </message>
    <message>
        <source>It is set up once, in your own folder. About {size} are fetched.</source>
        <translation>只需设置一次，放在您自己的文件夹中。大约要下载 {size}。</translation>
    </message>
    <message>
        <source>The engine could not be set up, and nothing half is left</source>
        <translation>引擎未能设置，也没有留下半成品</translation>
    </message>
    <message>
        <source>What was fetched is kept, so trying again goes on from there.</source>
        <translation>已下载的内容会保留，重试时从那里继续。</translation>
    </message>
    <message>
        <source>The new engine is ready, and waits for a run</source>
        <translation>新引擎已准备好，正在等待一个运行</translation>
    </message>
    <message>
        <source>Setting up the engine</source>
        <translation>正在设置引擎</translation>
    </message>
    <message>
        <source>Moving the engine</source>
        <translation>正在移动引擎</translation>
    </message>
    <message>
        <source>Removing the engine</source>
        <translation>正在移除引擎</translation>
    </message>
    <message>
        <source>{time} so far, {size} fetched. You can do other things meanwhile.</source>
        <translation>已用 {time}，已下载 {size}。期间您可以做别的事。</translation>
    </message>
    <message>
        <source>{time} so far. You can do other things meanwhile.</source>
        <translation>已用 {time}。期间您可以做别的事。</translation>
    </message>
    <message>
        <source>The engine is in its new folder</source>
        <translation>引擎已在新文件夹中</translation>
    </message>
    <message>
        <source>It works from there, and the old folder is empty.</source>
        <translation>它从那里工作，旧文件夹已清空。</translation>
    </message>
    <message>
        <source>The engine is removed</source>
        <translation>引擎已移除</translation>
    </message>
    <message>
        <source>Runs and models are where they were.</source>
        <translation>运行和模型都在原处。</translation>
    </message>
    <message>
        <source>The engine is ready</source>
        <translation>引擎已就绪</translation>
    </message>
    <message>
        <source>It was proved on {device}, after {time}.</source>
        <translation>用时 {time}，已在 {device} 上验证。</translation>
    </message>
    <message>
        <source>It was proved on the processor, after {time}.</source>
        <translation>用时 {time}，已在处理器上验证。</translation>
    </message>
    <message>
        <source>{what}: {done} of {total}</source>
        <translation>{what}：{done}，共 {total}</translation>
    </message>
    <message>
        <source>{number} packages are put in their place.</source>
        <translation>正在放置 {number} 个软件包。</translation>
    </message>
    <message>
        <source>{what} is next.</source>
        <translation>接下来是 {what}。</translation>
    </message>
    <message>
        <source>The build for {what}.</source>
        <translation>适用于{what}的版本。</translation>
    </message>
    <message>
        <source>being looked for</source>
        <translation>正在查找</translation>
    </message>
    <message>
        <source>none; the processor is used</source>
        <translation>没有；使用处理器</translation>
    </message>
    <message>
        <source>PyTorch for</source>
        <translation>PyTorch 适用于</translation>
    </message>
    <message>
        <source>To fetch</source>
        <translation>需下载</translation>
    </message>
    <message>
        <source>Room needed</source>
        <translation>所需空间</translation>
    </message>
    <message>
        <source>{size} while it is made</source>
        <translation>制作时需要 {size}</translation>
    </message>
    <message>
        <source>Room free</source>
        <translation>可用空间</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>This takes a moment.</source>
        <translation>这需要一点时间。</translation>
    </message>
    <message>
        <source>There is too little room on the disk.</source>
        <translation>磁盘空间太小。</translation>
    </message>
    <message>
        <source>Free some, then try; it is looked at again before anything is fetched.</source>
        <translation>请腾出一些空间再试；下载之前会再检查一次。</translation>
    </message>
    <message>
        <source>Nothing outside that folder is changed.</source>
        <translation>该文件夹以外的任何东西都不会改变。</translation>
    </message>
    <message>
        <source>It needs the internet once. You can call it off at any moment.</source>
        <translation>只需联网一次。您可以随时取消。</translation>
    </message>
    <message>
        <source>Closing this window ends it.</source>
        <translation>关闭这个窗口会使它结束。</translation>
    </message>
    <message>
        <source>What was fetched is kept for the next time.</source>
        <translation>已下载的内容会留到下次使用。</translation>
    </message>
    <message>
        <source>Trying again does no harm.</source>
        <translation>再试一次没有坏处。</translation>
    </message>
    <message>
        <source>Your runs and models are not touched by this.</source>
        <translation>您的运行和模型不受影响。</translation>
    </message>
    <message>
        <source>The run goes on with the engine it began with.</source>
        <translation>该运行会继续使用开始时的引擎。</translation>
    </message>
    <message>
        <source>Everything is in its place.</source>
        <translation>一切就绪。</translation>
    </message>
    <message>
        <source>To repair, move or remove the engine: Settings.</source>
        <translation>修复、移动或移除引擎：请到设置。</translation>
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
        <source>Who is told</source>
        <translation>通知谁</translation>
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
        <source>Only once every run has finished and nothing waits. You can say no first.</source>
        <translation>只在所有运行都已完成且无等待时。您可以先拒绝。</translation>
    </message>
    <message>
        <source>Time to say no before that</source>
        <translation>在此之前可以拒绝的时间</translation>
    </message>
    <message>
        <source>The window and a note count down; moving on is one press.</source>
        <translation>窗口和通知会倒计时；按一下即可决定。</translation>
    </message>
    <message>
        <source>Let a run wait before the disk has less left than</source>
        <translation>磁盘剩余空间将少于此值时让运行等待</translation>
    </message>
    <message>
        <source>On top of what its next checkpoint needs. It goes on by itself once there is room.</source>
        <translation>在下一个检查点所需空间之外。有空间后会自动继续。</translation>
    </message>
    <message>
        <source>{seconds} seconds</source>
        <translation>{seconds} 秒</translation>
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
        <source>Fine</source>
        <translation>没问题</translation>
    </message>
    <message>
        <source>Still open</source>
        <translation>待处理</translation>
    </message>
    <message>
        <source>Could not check</source>
        <translation>无法检查</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>已处理</translation>
    </message>
    <message>
        <source>Before the night: this computer could not be looked at</source>
        <translation>过夜之前：无法查看这台电脑</translation>
    </message>
    <message>
        <source>Before the night: looking at this computer</source>
        <translation>过夜之前：正在查看这台电脑</translation>
    </message>
    <message>
        <source>Before the night: {what}</source>
        <translation>过夜之前：{what}</translation>
    </message>
    <message>
        <source>Before the night: nothing is open, {what}</source>
        <translation>过夜之前：没有待处理的事，{what}</translation>
    </message>
    <message>
        <source>Before the night: nothing is open</source>
        <translation>过夜之前：没有待处理的事</translation>
    </message>
    <message>
        <source>Starting anyway is fine: the worst it can cost is time, never work.</source>
        <translation>照样开始也没问题：最坏只是多花时间，绝不会丢失成果。</translation>
    </message>
    <message>
        <source>Keep it awake</source>
        <translation>保持唤醒</translation>
    </message>
    <message>
        <source>Yes, restart</source>
        <translation>是，重启</translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>立即重启</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>再看一次</translation>
    </message>
    <message>
        <source>Save what is open in other programs first. Runs are saved by themselves and go on afterwards.</source>
        <translation>请先保存其他程序中打开的内容。运行会自动保存，之后继续。</translation>
    </message>
    <message>
        <source>Nothing here stops you from starting a run.</source>
        <translation>这里没有什么会阻止您开始运行。</translation>
    </message>
    <message>
        <source>{name} would run from {start} to {end}. You can start at any time; nothing here stops you.</source>
        <translation>{name} 将从 {start} 运行到 {end}。随时可以开始；这里没有什么会阻止您。</translation>
    </message>
    <message>
        <source>Stop early if it no longer improves</source>
        <translation>不再改进时提前停止</translation>
    </message>
    <message>
        <source>After {checks} checks without progress; the best is kept.</source>
        <translation>检查 {checks} 次没有进展之后；保留最好的。</translation>
    </message>
    <message>
        <source>Keep the computer awake</source>
        <translation>让电脑保持唤醒</translation>
    </message>
    <message>
        <source>While a run is going; the screen may turn off.</source>
        <translation>运行期间；屏幕可以关闭。</translation>
    </message>
    <message>
        <source>Tell me on this desktop</source>
        <translation>在这个桌面上通知我</translation>
    </message>
    <message>
        <source>Also while this window is closed.</source>
        <translation>窗口关闭时也会通知。</translation>
    </message>
    <message>
        <source>Tell me elsewhere</source>
        <translation>在别处通知我</translation>
    </message>
    <message>
        <source>A note to an address of yours.</source>
        <translation>发送到您的一个地址。</translation>
    </message>
    <message>
        <source>Another address</source>
        <translation>其他地址</translation>
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
        <source>Go to sleep</source>
        <translation>进入睡眠</translation>
    </message>
    <message>
        <source>Shut down</source>
        <translation>关机</translation>
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
        <source>Tell me elsewhere too</source>
        <translation>也通知到别处</translation>
    </message>
    <message>
        <source>A short note to an address of yours: which run, how it ended, what to do.</source>
        <translation>向您的一个地址发送简短通知：哪次运行、如何结束、该做什么。</translation>
    </message>
    <message>
        <source>Address for these notes</source>
        <translation>这些通知的地址</translation>
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
        <source>It is not set up yet.</source>
        <translation>还没有设置。</translation>
    </message>
    <message>
        <source>Version {version} with PyTorch {torch}, {size} in {folder}.</source>
        <translation>版本 {version}，PyTorch {torch}，{size}，位于 {folder}。</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>修复</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>What does the computing</source>
        <translation>负责计算的部分</translation>
    </message>
    <message>
        <source>The engine</source>
        <translation>引擎</translation>
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
        <source>{kept} It goes into the system&apos;s keyring where there is one, never into a run.</source>
        <translation>{kept}令牌存入系统密钥环（如果有），绝不会写入运行。</translation>
    </message>
    <message>
        <source>Other programs</source>
        <translation>其他程序</translation>
    </message>
    <message>
        <source>Model weights</source>
        <translation>模型权重</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>激活值</translation>
    </message>
    <message>
        <source>Word scores</source>
        <translation>词分数</translation>
    </message>
    <message>
        <source>Driver, libraries</source>
        <translation>驱动与库</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>词分数</translation>
    </message>
    <message>
        <source>Spare</source>
        <translation>余量</translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation>库</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>显卡</translation>
    </message>
    <message>
        <source>{limit} usable</source>
        <translation>{limit} 可用</translation>
    </message>
    <message>
        <source>Safe up to {memory}</source>
        <translation>安全上限 {memory}</translation>
    </message>
    <message>
        <source>{memory} too much</source>
        <translation>超出 {memory}</translation>
    </message>
    <message>
        <source>In GiB.</source>
        <translation>单位 GiB。</translation>
    </message>
    <message>
        <source>{what} {number} GiB</source>
        <translation>{what} {number} GiB</translation>
    </message>
    <message>
        <source>In GiB, of the fullest GPU ({device}).</source>
        <translation>以 GiB 计，最满的那块 GPU（{device}）。</translation>
    </message>
    <message>
        <source>Other programs: {names}.</source>
        <translation>其他程序：{names}。</translation>
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
        <source>Gradient norm</source>
        <translation>梯度范数</translation>
    </message>
    <message>
        <source>Tokens per second</source>
        <translation>每秒词元数</translation>
    </message>
    <message>
        <source>Memory, GiB</source>
        <translation>内存，GiB</translation>
    </message>
    <message>
        <source>Card at work</source>
        <translation>显卡负载</translation>
    </message>
    <message>
        <source>stays as it is</source>
        <translation>保持不变</translation>
    </message>
    <message>
        <source>falls to zero by the end</source>
        <translation>到结束时降为零</translation>
    </message>
    <message>
        <source>slower than planned</source>
        <translation>比计划慢</translation>
    </message>
    <message>
        <source>faster than planned</source>
        <translation>比计划快</translation>
    </message>
    <message>
        <source>as planned</source>
        <translation>符合计划</translation>
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
        <source>The file could not be looked at.</source>
        <translation>无法查看该文件。</translation>
    </message>
    <message>
        <source>Starter: {name}</source>
        <translation>入门数据：{name}</translation>
    </message>
    <message>
        <source>used before</source>
        <translation>以前用过</translation>
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
        <source>{number} GiB</source>
        <translation>{number} GiB</translation>
    </message>
    <message>
        <source>{number} MiB</source>
        <translation>{number} MiB</translation>
    </message>
    <message>
        <source>{number} billion parameters</source>
        <translation>{number}B 参数</translation>
    </message>
    <message>
        <source>{number} million parameters</source>
        <translation>{number}M 参数</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>not a number</source>
        <translation>不是数字</translation>
    </message>
    <message>
        <source>{first} and {last}</source>
        <translation>{first}和{last}</translation>
    </message>
    <message>
        <source>No</source>
        <translation>没有</translation>
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
        <source>The computer goes to sleep in {time}.</source>
        <translation>电脑将在 {time}后进入睡眠。</translation>
    </message>
    <message>
        <source>The computer shuts down in {time}.</source>
        <translation>电脑将在 {time}后关机。</translation>
    </message>
    <message>
        <source>All runs have ended well, as you asked for.</source>
        <translation>所有运行都已顺利结束，现按您的要求执行。</translation>
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
        <source>{number} ms</source>
        <translation>{number} 毫秒</translation>
    </message>
    <message>
        <source>{number} MB</source>
        <translation>{number} MB</translation>
    </message>
    <message>
        <source>{number} kB</source>
        <translation>{number} kB</translation>
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
        <source>Last heard {ago}.</source>
        <translation>最近收到：{ago}。</translation>
    </message>
    <message>
        <source>Nothing was heard so far.</source>
        <translation>尚未收到任何消息。</translation>
    </message>
    <message>
        <source>On {host}</source>
        <translation>在 {host} 上</translation>
    </message>
    <message>
        <source>Connected. What you press here is done there.</source>
        <translation>已连接。您在这里的操作会在那边执行。</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>Connecting to {host}</source>
        <translation>正在连接 {host}</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>It is tried again in {seconds} s; the run goes on without it.</source>
        <translation>{seconds} 秒后重试；运行不受影响，会继续。</translation>
    </message>
    <message>
        <source>It is tried again now; the run goes on without it.</source>
        <translation>正在重试；运行不受影响，会继续。</translation>
    </message>
    <message>
        <source>{time} ago</source>
        <translation>{time}前</translation>
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
        <source>Paused at update {update}</source>
        <translation>已暂停在第 {update} 次更新</translation>
    </message>
    <message>
        <source>The computer was switched off, or its programs were ended.</source>
        <translation>电脑被关闭，或其中的程序被结束。</translation>
    </message>
    <message>
        <source>{number} held out to check it</source>
        <translation>{number} 行留出用于检查</translation>
    </message>
    <message>
        <source>{number} left out</source>
        <translation>{number} 行未使用</translation>
    </message>
    <message>
        <source>{number} cut to fit</source>
        <translation>{number} 行被截短</translation>
    </message>
    <message>
        <source>{parts}.</source>
        <translation>{parts}。</translation>
    </message>
    <message>
        <source>{devices} to update {update}</source>
        <translation>{devices}到第 {update} 次更新</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>{before}, then {devices}</source>
        <translation>先{before}，然后{devices}</translation>
    </message>
    <message>
        <source>None left out.</source>
        <translation>没有行被排除。</translation>
    </message>
    <message>
        <source>{rows} to learn from</source>
        <translation>{rows}可供学习</translation>
    </message>
    <message>
        <source>All of its weights learn.</source>
        <translation>所有权重都参与学习。</translation>
    </message>
    <message>
        <source>{share} of its weights learn.</source>
        <translation>{share} 的权重参与学习。</translation>
    </message>
    <message>
        <source>Model loaded</source>
        <translation>模型已加载</translation>
    </message>
    <message>
        <source>On {device}. {learns}</source>
        <translation>在 {device} 上。{learns}</translation>
    </message>
    <message>
        <source>The split was checked</source>
        <translation>拆分已检查</translation>
    </message>
    <message>
        <source>Two ways of splitting the first update give the same gradient.</source>
        <translation>第一次更新的两种拆分方式得到相同的梯度。</translation>
    </message>
    <message>
        <source>Two splits of the first update disagree</source>
        <translation>第一次更新的两种拆分结果不一致</translation>
    </message>
    <message>
        <source>By {relative_error} of its size.</source>
        <translation>相差其大小的 {relative_error}。</translation>
    </message>
    <message>
        <source>before learning</source>
        <translation>学习之前</translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation>{number} %</translation>
    </message>
    <message>
        <source>{exact_match} right {when}</source>
        <translation>{when}正确率 {exact_match}</translation>
    </message>
    <message>
        <source>{rows} answered.</source>
        <translation>已回答{rows}。</translation>
    </message>
    <message>
        <source>The lowest so far.</source>
        <translation>目前最低。</translation>
    </message>
    <message>
        <source>The first check.</source>
        <translation>第一次检查。</translation>
    </message>
    <message>
        <source>The lowest was {eval_loss} at update {update}.</source>
        <translation>最低是第 {update} 次更新时的 {eval_loss}。</translation>
    </message>
    <message>
        <source>Held-out loss {eval_loss}</source>
        <translation>留出损失 {eval_loss}</translation>
    </message>
    <message>
        <source>At update {update}. </source>
        <translation>在第 {update} 次更新。</translation>
    </message>
    <message>
        <source>Before the first update. </source>
        <translation>在第一次更新之前。</translation>
    </message>
    <message>
        <source>Saved at update {update}</source>
        <translation>已在第 {update} 次更新保存</translation>
    </message>
    <message>
        <source>{size_bytes}, complete on the disk.</source>
        <translation>{size_bytes}，已完整写入磁盘。</translation>
    </message>
    <message>
        <source>The noise in its gradients evens out over about {examples} examples; it has {target}.</source>
        <translation>梯度中的噪声在大约 {examples} 个样本上就会平均掉；目标是 {target} 个。</translation>
    </message>
    <message>
        <source>The target suits these rows</source>
        <translation>目标适合这些行</translation>
    </message>
    <message>
        <source>A smaller target would do</source>
        <translation>更小的目标就够了</translation>
    </message>
    <message>
        <source>A larger target would be steadier</source>
        <translation>更大的目标会更平稳</translation>
    </message>
    <message>
        <source>Restarted at update {update} on {devices}</source>
        <translation>已在 {devices} 上从第 {update} 次更新重新开始</translation>
    </message>
    <message>
        <source>Restarted at update {update}</source>
        <translation>已从第 {update} 次更新重新开始</translation>
    </message>
    <message>
        <source>Updates after it are made again, with the same rows in the same order.</source>
        <translation>之后的更新会重做，行和顺序都不变。</translation>
    </message>
    <message>
        <source>Result saved</source>
        <translation>结果已保存</translation>
    </message>
    <message>
        <source>after learning</source>
        <translation>学习之后</translation>
    </message>
    <message>
        <source>It starts again in {seconds} s.</source>
        <translation>{seconds} 秒后重新开始。</translation>
    </message>
    <message>
        <source>It starts again now.</source>
        <translation>现在重新开始。</translation>
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
        <source>After update {update}.</source>
        <translation>在第 {update} 次更新之后。</translation>
    </message>
    <message>
        <source>Cancelled by you</source>
        <translation>已由您取消</translation>
    </message>
    <message>
        <source>It ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>At update {update}.</source>
        <translation>在第 {update} 次更新。</translation>
    </message>
    <message>
        <source>All {updates}.</source>
        <translation>共 {updates}。</translation>
    </message>
    <message>
        <source>After {update} of {updates}: the held-out loss no longer fell.</source>
        <translation>完成 {update} 次后（共 {updates}）：留出损失不再下降。</translation>
    </message>
    <message>
        <source>{size}. Loaded again, it gives the same scores.</source>
        <translation>{size}。重新加载后得分相同。</translation>
    </message>
    <message>
        <source>{size}. Loaded again, its scores differ by at most {largest_difference}.</source>
        <translation>{size}。重新加载后得分最多相差 {largest_difference}。</translation>
    </message>
    <message>
        <source>Restarted</source>
        <translation>已重新开始</translation>
    </message>
    <message>
        <source>Began on {devices}</source>
        <translation>开始时使用{devices}</translation>
    </message>
    <message>
        <source>{title}. {hint}</source>
        <translation>{title}。{hint}</translation>
    </message>
    <message>
        <source>Asleep {slept}</source>
        <translation>睡眠 {slept}</translation>
    </message>
    <message>
        <source>{words} at update {update}</source>
        <translation>{words}，第 {update} 次更新</translation>
    </message>
    <message>
        <source>Could not go on</source>
        <translation>无法继续</translation>
    </message>
    <message>
        <source>Starts again</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>Started again from update {update}</source>
        <translation>已从第 {update} 次更新再次开始</translation>
    </message>
    <message>
        <source>Started again from update {update} on {devices}</source>
        <translation>已在 {devices} 上从第 {update} 次更新再次开始</translation>
    </message>
    <message>
        <source>Not a number</source>
        <translation>不是数字</translation>
    </message>
    <message>
        <source>Went back</source>
        <translation>已退回</translation>
    </message>
    <message>
        <source>Worth a look</source>
        <translation>值得一看</translation>
    </message>
    <message>
        <source>Out of memory, redone</source>
        <translation>内存不足，已重做</translation>
    </message>
    <message>
        <source>Out of memory</source>
        <translation>内存不足</translation>
    </message>
    <message>
        <source>Save set aside</source>
        <translation>保存被搁置</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>Clock changed</source>
        <translation>时钟被更改</translation>
    </message>
    <message>
        <source>Update skipped</source>
        <translation>跳过的更新</translation>
    </message>
    <message>
        <source>Everything learned up to update {saved}</source>
        <translation>直到第 {saved} 次更新所学的一切</translation>
    </message>
    <message>
        <source>weights, optimizer, place in the data</source>
        <translation>权重、优化器、数据中的位置</translation>
    </message>
    <message>
        <source>The experiment</source>
        <translation>实验本身</translation>
    </message>
    <message>
        <source>{size} per update, same order and seed</source>
        <translation>每次更新 {size} 个，顺序和种子不变</translation>
    </message>
    <message>
        <source>The whole loss curve</source>
        <translation>完整的损失曲线</translation>
    </message>
    <message>
        <source>{update} of it</source>
        <translation>其中{update}</translation>
    </message>
    <message>
        <source>The result so far</source>
        <translation>目前的结果</translation>
    </message>
    <message>
        <source>Nothing was saved yet</source>
        <translation>还没有保存过</translation>
    </message>
    <message>
        <source>it would begin again with the first update</source>
        <translation>会从第一次更新重新开始</translation>
    </message>
    <message>
        <source>Lost: {lost}</source>
        <translation>丢失：{lost}</translation>
    </message>
    <message>
        <source>made again when it goes on</source>
        <translation>继续时会重做</translation>
    </message>
    <message>
        <source>{free} free</source>
        <translation>可用 {free}</translation>
    </message>
    <message>
        <source>{memory} predicted, {free} free</source>
        <translation>预计 {memory}，可用 {free}</translation>
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
        <source>How it is set up</source>
        <translation>如何设置</translation>
    </message>
    <message>
        <source>Details for someone who can help</source>
        <translation>给能帮忙的人看的详细信息</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>复制详情</translation>
    </message>
    <message>
        <source>The other computer could not be asked for its rows now.</source>
        <translation>现在无法向另一台电脑询问它的行。</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Its rows are on the other computer, which is asked for them.</source>
        <translation>它的行在另一台电脑上，正在向它询问。</translation>
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
        <source>Connect now</source>
        <translation>立即连接</translation>
    </message>
    <message>
        <source>Follow it no more</source>
        <translation>不再跟踪</translation>
    </message>
    <message>
        <source>A run on another computer, as user@host:run</source>
        <translation>另一台电脑上的运行，写作 user@host:run</translation>
    </message>
    <message>
        <source>As ssh knows the computer; its keys and settings are used as they are. “last” is its newest run. Behind a blank: how the studio is started there, if not as nightshift.</source>
        <translation>按 ssh 所知的电脑名称；密钥和设置照原样使用。“last”表示最新的运行。空格之后：那边如何启动本程序，如果不是 nightshift。</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>跟踪</translation>
    </message>
    <message>
        <source>On other computers</source>
        <translation>在其他电脑上</translation>
    </message>
    <message>
        <source>over ssh</source>
        <translation>通过 ssh</translation>
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
        <source>Move this run…</source>
        <translation>移动此运行…</translation>
    </message>
    <message>
        <source>Move it with its model…</source>
        <translation>连同模型一起移动…</translation>
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
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>已截断</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Not answered</source>
        <translation>未回答</translation>
    </message>
    <message>
        <source>You</source>
        <translation>您</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>The answer stands here, word by word as it is written.</source>
        <translation>答案会在这里逐词出现。</translation>
    </message>
    <message>
        <source>{side}: questions and answers</source>
        <translation>{side}：问题与回答</translation>
    </message>
    <message>
        <source>Copy the answer: {side}</source>
        <translation>复制答案：{side}</translation>
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
        <source>Try</source>
        <translation>试用</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>{number} files</source>
        <translation>{number} 个文件</translation>
    </message>
    <message>
        <source>Let go to bring {name} here</source>
        <translation>松开即可把 {name} 带到这里</translation>
    </message>
    <message>
        <source>Let go to start a new run with {name}</source>
        <translation>松开即用 {name} 新建运行</translation>
    </message>
    <message>
        <source>Stay on</source>
        <translation>保持开机</translation>
    </message>
    <message>
        <source>The download could not be started.</source>
        <translation>无法开始下载。</translation>
    </message>
    <message>
        <source>The program that exports could not be started.</source>
        <translation>无法启动导出程序。</translation>
    </message>
    <message>
        <source>The program that sends it could not be started.</source>
        <translation>无法启动发送程序。</translation>
    </message>
    <message>
        <source>Search the hub for “{words}”</source>
        <translation>在 Hub 上搜索“{words}”</translation>
    </message>
    <message>
        <source>Searching the hub for “{words}”.</source>
        <translation>正在 Hub 上搜索“{words}”。</translation>
    </message>
    <message>
        <source>{number} models on the hub for “{words}”.</source>
        <translation>在 Hub 上找到 {number} 个与“{words}”相关的模型。</translation>
    </message>
    <message>
        <source>1 model on the hub for “{words}”.</source>
        <translation>在 Hub 上找到 1 个与“{words}”相关的模型。</translation>
    </message>
    <message>
        <source>No models on the hub for “{words}”.</source>
        <translation>在 Hub 上没有找到与“{words}”相关的模型。</translation>
    </message>
    <message>
        <source>Asking the hub.</source>
        <translation>正在询问 Hub。</translation>
    </message>
    <message>
        <source>Keeping the token.</source>
        <translation>正在保存令牌。</translation>
    </message>
    <message>
        <source>Choose the folder of a model</source>
        <translation>选择模型所在的文件夹</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>重新检查</translation>
    </message>
    <message>
        <source>Worth a minute</source>
        <translation>值得花一分钟</translation>
    </message>
    <message>
        <source>Tick what is settled</source>
        <translation>处理好的请打勾</translation>
    </message>
    <message>
        <source>Looked at and fine</source>
        <translation>已检查，没有问题</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Back to New run</source>
        <translation>返回新建运行</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>This is what the model will see</source>
        <translation>模型看到的就是这些</translation>
    </message>
    <message>
        <source>Row before</source>
        <translation>上一行</translation>
    </message>
    <message>
        <source>Next row</source>
        <translation>下一行</translation>
    </message>
    <message>
        <source>Go to row</source>
        <translation>转到行</translation>
    </message>
    <message>
        <source>Find words</source>
        <translation>查找文字</translation>
    </message>
    <message>
        <source>Cut rows</source>
        <translation>被截断的行</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>文字形式</translation>
    </message>
    <message>
        <source>added by the chat format</source>
        <translation>由对话格式添加</translation>
    </message>
    <message>
        <source>As tokens</source>
        <translation>词元形式</translation>
    </message>
    <message>
        <source>How long the rows are</source>
        <translation>各行有多长</translation>
    </message>
    <message>
        <source>as long as they are</source>
        <translation>不截断</translation>
    </message>
    <message>
        <source>Cut rows at, in tokens</source>
        <translation>截断长度（词元数）</translation>
    </message>
    <message>
        <source>Cut nothing</source>
        <translation>不截断</translation>
    </message>
    <message>
        <source>Cut at</source>
        <translation>截断于</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>个词元</translation>
    </message>
    <message>
        <source>Looking for the row</source>
        <translation>正在查找该行</translation>
    </message>
    <message>
        <source>No row</source>
        <translation>没有这一行</translation>
    </message>
    <message>
        <source>Cut at {number}</source>
        <translation>截断于 {number}</translation>
    </message>
    <message>
        <source>Before the night</source>
        <translation>过夜之前</translation>
    </message>
    <message>
        <source>All models, and which of them fit…</source>
        <translation>全部模型，以及哪些放得下…</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Choose a folder of files…</source>
        <translation>选择存放数据文件的文件夹…</translation>
    </message>
    <message>
        <source>A dataset of the hub…</source>
        <translation>Hub 上的数据集…</translation>
    </message>
    <message>
        <source>Rows to learn from</source>
        <translation>用于学习的行</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>Choose the rows to learn from</source>
        <translation>选择用于学习的行</translation>
    </message>
    <message>
        <source>Choose a folder of files</source>
        <translation>选择存放数据文件的文件夹</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>做什么</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>提问</translation>
    </message>
    <message>
        <source>Judge</source>
        <translation>评判</translation>
    </message>
    <message>
        <source>As soon as one does, its model answers here beside the one it came from.</source>
        <translation>一旦有了结果，它的模型就会与原来的模型并排在这里回答。</translation>
    </message>
    <message>
        <source>From rows it never saw:</source>
        <translation>来自它从未见过的行：</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Other questions</source>
        <translation>其他问题</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>What your file answers</source>
        <translation>您的文件中的答案</translation>
    </message>
    <message>
        <source>Ask a model before and after your run</source>
        <translation>向运行前后的模型提问</translation>
    </message>
    <message>
        <source>Both get the same question.</source>
        <translation>两者得到同样的问题。</translation>
    </message>
    <message>
        <source>Left: {model} as it came. Right: after your run. Same settings, so only the training differs.</source>
        <translation>左：原来的 {model}。右：运行之后。设置相同，因此只有训练不同。</translation>
    </message>
    <message>
        <source>Ask both models the same thing</source>
        <translation>向两个模型问同样的问题</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>新对话</translation>
    </message>
    <message>
        <source>Did {run} learn?</source>
        <translation>{run} 学会了吗？</translation>
    </message>
    <message>
        <source>Judged on rows that it never learned from, beside the model it came from.</source>
        <translation>用它从未学过的行评判，并与原来的模型对照。</translation>
    </message>
    <message>
        <source>Names have an owner, like openai/gsm8k.</source>
        <translation>名称要带所有者，例如 openai/gsm8k。</translation>
    </message>
    <message>
        <source>Look it up</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>Download {size}</source>
        <translation>下载 {size}</translation>
    </message>
    <message>
        <source>Owner and name, as on the hub. It is fetched once and stays on this computer.</source>
        <translation>填写 Hub 上的所有者和名称。只下载一次，之后留在这台电脑上。</translation>
    </message>
    <message>
        <source>It has {number} parts. Choose the one to learn from.</source>
        <translation>它有 {number} 个部分。请选择用于学习的那个。</translation>
    </message>
    <message>
        <source>Its files are checked against the hub&apos;s hashes.</source>
        <translation>文件会与 Hub 上的哈希值核对。</translation>
    </message>
    <message>
        <source>half have at most {half} tokens, 95 % at most {most}, the longest {longest}</source>
        <translation>一半不超过 {half} 个词元，95 % 不超过 {most} 个，最长 {longest} 个</translation>
    </message>
    <message>
        <source>Cut at {number} tokens</source>
        <translation>截断于 {number} 个词元</translation>
    </message>
    <message>
        <source>Nothing is cut</source>
        <translation>没有截断</translation>
    </message>
    <message>
        <source>Drag this to cut long rows.</source>
        <translation>拖动它可截断较长的行。</translation>
    </message>
    <message>
        <source>No row is longer.</source>
        <translation>没有更长的行。</translation>
    </message>
    <message>
        <source>{rows} longer: {share}</source>
        <translation>{rows}更长：{share}</translation>
    </message>
    <message>
        <source>blocks of joined text</source>
        <translation>个连接起来的文本块</translation>
    </message>
    <message>
        <source>tokens lost to cutting</source>
        <translation>个词元因截断而丢失</translation>
    </message>
    <message>
        <source>rows in the file</source>
        <translation>文件中的行</translation>
    </message>
    <message>
        <source>kept whole</source>
        <translation>完整保留</translation>
    </message>
    <message>
        <source>cut at the end, still useful</source>
        <translation>末尾被截断，仍然有用</translation>
    </message>
    <message>
        <source>left out: only the question fits</source>
        <translation>略去：只放得下问题</translation>
    </message>
    <message>
        <source>left out: cannot be used as they are</source>
        <translation>略去：照现在这样无法使用</translation>
    </message>
    <message>
        <source>skipped, as you asked</source>
        <translation>按您的要求跳过</translation>
    </message>
    <message>
        <source>{share} of all tokens are learned: {learned} of {all}.</source>
        <translation>所有词元中有 {share} 会被学习：{all} 个中的 {learned} 个。</translation>
    </message>
    <message>
        <source>{number} million</source>
        <translation>{number} 百万</translation>
    </message>
    <message>
        <source>So the run needs {memory}, which does not fit.</source>
        <translation>这样运行需要 {memory}，放不下。</translation>
    </message>
    <message>
        <source>So the run needs {memory}, {number} at a time, and takes about {time}.</source>
        <translation>这样运行需要 {memory}，每次 {number} 个，大约用时 {time}。</translation>
    </message>
    <message>
        <source>Cut at {number} instead and no row is cut.</source>
        <translation>改为截断于 {number}，就没有行被截断。</translation>
    </message>
    <message>
        <source>Cut at {number} instead and only {rows} cut.</source>
        <translation>改为截断于 {number}，只有 {rows}被截断。</translation>
    </message>
    <message>
        <source>The run then needs {memory}, which does not fit.</source>
        <translation>这样运行需要 {memory}，放不下。</translation>
    </message>
    <message>
        <source>The run then takes {after} at a time instead of {before}, needs {memory} for that, and about {time}.</source>
        <translation>这样每次处理 {after} 个而不是 {before} 个，为此需要 {memory}，大约用时 {time}。</translation>
    </message>
    <message>
        <source>The run then goes without gradient checkpointing, needs {memory} for that, and about {time}.</source>
        <translation>这样不再使用梯度检查点，为此需要 {memory}，大约用时 {time}。</translation>
    </message>
    <message>
        <source>The run then needs {memory} and takes about {time}.</source>
        <translation>这样运行需要 {memory}，大约用时 {time}。</translation>
    </message>
    <message>
        <source>{rows} the same as an earlier one.</source>
        <translation>{rows}与前面某一行相同。</translation>
    </message>
    <message>
        <source>{rows} also trained on.</source>
        <translation>{rows}也用于训练。</translation>
    </message>
    <message>
        <source>Skip the first {number}</source>
        <translation>跳过前 {number} 行</translation>
    </message>
    <message>
        <source>Skip it</source>
        <translation>跳过它</translation>
    </message>
    <message>
        <source>Skip these {number}</source>
        <translation>跳过这 {number} 行</translation>
    </message>
    <message>
        <source>has no answer</source>
        <translation>没有答案</translation>
    </message>
    <message>
        <source>have no answer</source>
        <translation>没有答案</translation>
    </message>
    <message>
        <source>has nothing to answer</source>
        <translation>没有要回答的内容</translation>
    </message>
    <message>
        <source>have nothing to answer</source>
        <translation>没有要回答的内容</translation>
    </message>
    <message>
        <source>has nothing left to learn</source>
        <translation>没有剩下可学的内容</translation>
    </message>
    <message>
        <source>have nothing left to learn</source>
        <translation>没有剩下可学的内容</translation>
    </message>
    <message>
        <source>holds something other than text</source>
        <translation>包含的不是文本</translation>
    </message>
    <message>
        <source>hold something other than text</source>
        <translation>包含的不是文本</translation>
    </message>
    <message>
        <source>holds a value that is none</source>
        <translation>包含空值</translation>
    </message>
    <message>
        <source>hold a value that is none</source>
        <translation>包含空值</translation>
    </message>
    <message>
        <source>holds an error in place of a value</source>
        <translation>值的位置上是一个错误</translation>
    </message>
    <message>
        <source>hold an error in place of a value</source>
        <translation>值的位置上是一个错误</translation>
    </message>
    <message>
        <source>cannot be read as JSON</source>
        <translation>无法按 JSON 读取</translation>
    </message>
    <message>
        <source>has more or fewer cells than the heading</source>
        <translation>单元格数与表头不一致</translation>
    </message>
    <message>
        <source>have more or fewer cells than the heading</source>
        <translation>单元格数与表头不一致</translation>
    </message>
    <message>
        <source>holds letters in the wrong encoding</source>
        <translation>包含编码错误的文字</translation>
    </message>
    <message>
        <source>hold letters in the wrong encoding</source>
        <translation>包含编码错误的文字</translation>
    </message>
    <message>
        <source>repeats the heading</source>
        <translation>重复了表头</translation>
    </message>
    <message>
        <source>repeat the heading</source>
        <translation>重复了表头</translation>
    </message>
    <message>
        <source>holds half a character</source>
        <translation>包含半个字符</translation>
    </message>
    <message>
        <source>hold half a character</source>
        <translation>包含半个字符</translation>
    </message>
    <message>
        <source>holds signs that cannot be seen</source>
        <translation>包含看不见的符号</translation>
    </message>
    <message>
        <source>hold signs that cannot be seen</source>
        <translation>包含看不见的符号</translation>
    </message>
    <message>
        <source>has a quote that is never closed</source>
        <translation>有一个没有闭合的引号</translation>
    </message>
    <message>
        <source>have a quote that is never closed</source>
        <translation>有一个没有闭合的引号</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>Skip this row</source>
        <translation>跳过这一行</translation>
    </message>
    <message>
        <source>Skip these {number} rows</source>
        <translation>跳过这 {number} 行</translation>
    </message>
    <message>
        <source>Told beforehand</source>
        <translation>事先说明</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>提问</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Told by a tool</source>
        <translation>工具给出</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>{tokens}, {number} of them learned</source>
        <translation>{tokens}，其中 {number} 个会被学习</translation>
    </message>
    <message>
        <source>{counts}, {number} cut off</source>
        <translation>{counts}，{number} 个被截掉</translation>
    </message>
    <message>
        <source>Row {number}</source>
        <translation>第 {number} 行</translation>
    </message>
    <message>
        <source>Row {number} of {file}</source>
        <translation>{file} 的第 {number} 行</translation>
    </message>
    <message>
        <source>learned</source>
        <translation>会被学习</translation>
    </message>
    <message>
        <source>learned, added by the chat format</source>
        <translation>会被学习，由对话格式添加</translation>
    </message>
    <message>
        <source>only read</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>only read, added by the chat format</source>
        <translation>只读，由对话格式添加</translation>
    </message>
    <message>
        <source>cut off</source>
        <translation>被截掉</translation>
    </message>
    <message>
        <source>Token {number}: {said}</source>
        <translation>第 {number} 个词元：{said}</translation>
    </message>
    <message>
        <source>{told}, labelled {label}</source>
        <translation>{told}，标签为 {label}</translation>
    </message>
    <message>
        <source>{who}, learned</source>
        <translation>{who}，会被学习</translation>
    </message>
    <message>
        <source>(nothing)</source>
        <translation>（无）</translation>
    </message>
    <message>
        <source>Adapter</source>
        <translation>适配器</translation>
    </message>
    <message>
        <source>Merged model</source>
        <translation>合并后的模型</translation>
    </message>
    <message>
        <source>GGUF file</source>
        <translation>GGUF 文件</translation>
    </message>
    <message>
        <source>For Ollama</source>
        <translation>用于 Ollama</translation>
    </message>
    <message>
        <source>A small file with what was learned. Needs {model} beside it. Best to keep and to share.</source>
        <translation>一个只含所学内容的小文件，旁边需要 {model}。最适合保存和分享。</translation>
    </message>
    <message>
        <source>One complete model; nothing else is needed. For servers and other programs.</source>
        <translation>一个完整的模型，不需要其他东西。适合服务器和其他程序。</translation>
    </message>
    <message>
        <source>One file for an ordinary computer, without a graphics card if need be.</source>
        <translation>一个文件，适合普通电脑，没有显卡也可以。</translation>
    </message>
    <message>
        <source>The same file with a ready Modelfile: chat format and where an answer ends.</source>
        <translation>同样的文件，附带现成的 Modelfile：对话格式和答案的结束处。</translation>
    </message>
    <message>
        <source>Your model asked</source>
        <translation>已询问您的模型</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>已写入</translation>
    </message>
    <message>
        <source>Loaded again</source>
        <translation>已重新加载</translation>
    </message>
    <message>
        <source>Same answers</source>
        <translation>答案相同</translation>
    </message>
    <message>
        <source>32 bits</source>
        <translation>32 位</translation>
    </message>
    <message>
        <source>16 bits (bfloat16)</source>
        <translation>16 位 (bfloat16)</translation>
    </message>
    <message>
        <source>16 bits</source>
        <translation>16 位</translation>
    </message>
    <message>
        <source>8 bits</source>
        <translation>8 位</translation>
    </message>
    <message>
        <source>{size} free</source>
        <translation>可用 {size}</translation>
    </message>
    <message>
        <source>{free}, {left} left after all that can still be made</source>
        <translation>{free}，做完所有还能做的之后剩余 {left}</translation>
    </message>
    <message>
        <source>up to {size}</source>
        <translation>最多 {size}</translation>
    </message>
    <message>
        <source>Make again</source>
        <translation>重新制作</translation>
    </message>
    <message>
        <source>Make it</source>
        <translation>制作</translation>
    </message>
    <message>
        <source>Looking what is possible …</source>
        <translation>正在查看哪些可行 …</translation>
    </message>
    <message>
        <source>Cancelling …</source>
        <translation>正在取消 …</translation>
    </message>
    <message>
        <source>Proved: same answers</source>
        <translation>已验证：答案相同</translation>
    </message>
    <message>
        <source>{consumer}: {answers}, {tokens}, all the same.</source>
        <translation>{consumer}：{answers}，{tokens}，全部相同。</translation>
    </message>
    <message>
        <source>{consumer}: {answers}, {tokens}, the same but for {ties} where two words were equally likely.</source>
        <translation>{consumer}：{answers}，{tokens}，除 {ties} 处两个词同样可能外全部相同。</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>正在写入</translation>
    </message>
    <message>
        <source>Loading it again and asking the same</source>
        <translation>正在重新加载并问同样的问题</translation>
    </message>
    <message>
        <source>Asking your model first</source>
        <translation>先询问您的模型</translation>
    </message>
    <message>
        <source>{name} is written; how to run it stands in its README.md.</source>
        <translation>{name} 已写入；如何运行见其 README.md。</translation>
    </message>
    <message>
        <source>Improved most</source>
        <translation>进步最大</translation>
    </message>
    <message>
        <source>Known least</source>
        <translation>掌握最差</translation>
    </message>
    <message>
        <source>First rows</source>
        <translation>最前面的行</translation>
    </message>
    <message>
        <source>on {device}, in {time}</source>
        <translation>在 {device} 上，用时 {time}</translation>
    </message>
    <message>
        <source>Judged after update {update}, {where}.</source>
        <translation>在第 {update} 次更新后评判，{where}。</translation>
    </message>
    <message>
        <source>{made} Both models read the same general text.</source>
        <translation>{made} 两个模型阅读同样的一般文本。</translation>
    </message>
    <message>
        <source>change {change}, surely between {low} and {high}</source>
        <translation>变化 {change}，可确信在 {low} 与 {high} 之间</translation>
    </message>
    <message>
        <source>on {rows} it never saw</source>
        <translation>在它从未见过的 {rows} 上</translation>
    </message>
    <message>
        <source>Perplexity</source>
        <translation>困惑度</translation>
    </message>
    <message>
        <source>{right} of {rows} word for word, {normalised} but for form</source>
        <translation>{rows} 中有 {right} 逐词正确，{normalised} 仅形式不同</translation>
    </message>
    <message>
        <source>Right answers</source>
        <translation>正确答案</translation>
    </message>
    <message>
        <source>it forgot something</source>
        <translation>它忘记了一些东西</translation>
    </message>
    <message>
        <source>it did not forget</source>
        <translation>它没有遗忘</translation>
    </message>
    <message>
        <source>Loss on a general text</source>
        <translation>一般文本上的损失</translation>
    </message>
    <message>
        <source>row {row}</source>
        <translation>第 {row} 行</translation>
    </message>
    <message>
        <source>loss {before} → {after}</source>
        <translation>损失 {before} → {after}</translation>
    </message>
    <message>
        <source>(not asked)</source>
        <translation>（未询问）</translation>
    </message>
    <message>
        <source>{number} more labels have fewer rows.</source>
        <translation>另有 {number} 个标签的行更少。</translation>
    </message>
    <message>
        <source>other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>阿拉伯语</translation>
    </message>
    <message>
        <source>programs</source>
        <translation>程序代码</translation>
    </message>
    <message>
        <source>Czech</source>
        <translation>捷克语</translation>
    </message>
    <message>
        <source>Danish</source>
        <translation>丹麦语</translation>
    </message>
    <message>
        <source>German</source>
        <translation>德语</translation>
    </message>
    <message>
        <source>Greek</source>
        <translation>希腊语</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英语</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>西班牙语</translation>
    </message>
    <message>
        <source>Finnish</source>
        <translation>芬兰语</translation>
    </message>
    <message>
        <source>French</source>
        <translation>法语</translation>
    </message>
    <message>
        <source>Hebrew</source>
        <translation>希伯来语</translation>
    </message>
    <message>
        <source>Hindi</source>
        <translation>印地语</translation>
    </message>
    <message>
        <source>Indonesian</source>
        <translation>印度尼西亚语</translation>
    </message>
    <message>
        <source>Italian</source>
        <translation>意大利语</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>日语</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>韩语</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>荷兰语</translation>
    </message>
    <message>
        <source>Polish</source>
        <translation>波兰语</translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation>葡萄牙语</translation>
    </message>
    <message>
        <source>Romanian</source>
        <translation>罗马尼亚语</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>俄语</translation>
    </message>
    <message>
        <source>Swedish</source>
        <translation>瑞典语</translation>
    </message>
    <message>
        <source>Thai</source>
        <translation>泰语</translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation>土耳其语</translation>
    </message>
    <message>
        <source>Ukrainian</source>
        <translation>乌克兰语</translation>
    </message>
    <message>
        <source>Vietnamese</source>
        <translation>越南语</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>汉语</translation>
    </message>
    <message>
        <source>Choose another model.</source>
        <translation>请选择另一个模型。</translation>
    </message>
    <message>
        <source>A token is kept on this computer.</source>
        <translation>这台电脑上保存着一个令牌。</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Reads at once</source>
        <translation>一次可读</translation>
    </message>
    <message>
        <source>{number} tokens</source>
        <translation>{number} 个词元</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>{languages} and {number} more</source>
        <translation>{languages}等，另有 {number} 种</translation>
    </message>
    <message>
        <source>On the disk</source>
        <translation>磁盘占用</translation>
    </message>
    <message>
        <source>To download</source>
        <translation>需下载</translation>
    </message>
    <message>
        <source>about {size}</source>
        <translation>约 {size}</translation>
    </message>
    <message>
        <source>Free on the disk</source>
        <translation>磁盘剩余</translation>
    </message>
    <message>
        <source>Use this model</source>
        <translation>使用这个模型</translation>
    </message>
    <message>
        <source>It cannot be trained.</source>
        <translation>它无法训练。</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>看一看</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>{name} is being downloaded.</source>
        <translation>正在下载 {name}。</translation>
    </message>
    <message>
        <source>Free {size} on the disk first.</source>
        <translation>请先在磁盘上腾出 {size}。</translation>
    </message>
    <message>
        <source>Its licence has to be agreed to first.</source>
        <translation>需要先同意它的许可证。</translation>
    </message>
    <message>
        <source>One moment.</source>
        <translation>请稍候。</translation>
    </message>
    <message>
        <source>{what} Trying again in {seconds} s.</source>
        <translation>{what} {seconds} 秒后重试。</translation>
    </message>
    <message>
        <source>Asking the hub what belongs to it.</source>
        <translation>正在询问 Hub 它由哪些文件组成。</translation>
    </message>
    <message>
        <source>{have} of {all}</source>
        <translation>{have}，共 {all}</translation>
    </message>
    <message>
        <source>Paused at {size}. What is here is kept.</source>
        <translation>已暂停：{size}。已下载的部分会保留。</translation>
    </message>
    <message>
        <source>{size}, {speed} a second</source>
        <translation>{size}，每秒 {speed}</translation>
    </message>
    <message>
        <source>{line}, {time} left</source>
        <translation>{line}，还剩 {time}</translation>
    </message>
    <message>
        <source>fits with room</source>
        <translation>放得下，有余量</translation>
    </message>
    <message>
        <source>fits with checkpointing</source>
        <translation>用梯度检查点放得下</translation>
    </message>
    <message>
        <source>fits when divided between {gpus}</source>
        <translation>分到{gpus}上放得下</translation>
    </message>
    <message>
        <source>fits in 4 bits</source>
        <translation>以 4 位存储放得下</translation>
    </message>
    <message>
        <source>fits in 4 bits when divided between {gpus}</source>
        <translation>以 4 位存储并分到{gpus}上放得下</translation>
    </message>
    <message>
        <source>working it out</source>
        <translation>正在计算</translation>
    </message>
    <message>
        <source>Whether a model fits is worked out as soon as this computer was looked at.</source>
        <translation>查看这台电脑之后，就会算出模型是否放得下。</translation>
    </message>
    <message>
        <source>Worked out for {rows} an update of {number} tokens each, until you choose data.</source>
        <translation>在您选择数据之前，按每次更新 {rows}、每行 {number} 个词元计算。</translation>
    </message>
    <message>
        <source>Worked out for your rows: {rows} an update, the longest has {number} tokens.</source>
        <translation>按您的数据计算：每次更新 {rows}，最长的有 {number} 个词元。</translation>
    </message>
    <message>
        <source>not looked at yet</source>
        <translation>尚未查看</translation>
    </message>
    <message>
        <source>does not fit: nothing to spare</source>
        <translation>放不下：没有余量</translation>
    </message>
    <message>
        <source>does not fit: {memory} too much</source>
        <translation>放不下：多出 {memory}</translation>
    </message>
    <message>
        <source>reads {number} tokens</source>
        <translation>可读 {number} 个词元</translation>
    </message>
    <message>
        <source>{number} downloads a month</source>
        <translation>每月下载 {number} 次</translation>
    </message>
    <message>
        <source>licence to agree to</source>
        <translation>需同意许可证</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>在这台电脑上</translation>
    </message>
    <message>
        <source>Found on the hub</source>
        <translation>在 Hub 上找到</translation>
    </message>
    <message>
        <source>To download, as of {date}</source>
        <translation>可下载（截至 {date}）</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>正在下载</translation>
    </message>
    <message>
        <source>Download paused</source>
        <translation>下载已暂停</translation>
    </message>
    <message>
        <source>To choose</source>
        <translation>待选择</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>选择模型</translation>
    </message>
    <message>
        <source>Cannot be used</source>
        <translation>无法使用</translation>
    </message>
    <message>
        <source>Too big as it is</source>
        <translation>照现在这样太大</translation>
    </message>
    <message>
        <source>Reads up to {number} tokens at once.</source>
        <translation>一次最多可读 {number} 个词元。</translation>
    </message>
    <message>
        <source>Comes with the program: small, quick, and good for trying things out.</source>
        <translation>随程序附带：小巧快速，适合试用。</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>CSV, Excel, JSON, Parquet or text; or drop a file on this window.</source>
        <translation>CSV、Excel、JSON、Parquet 或文本；也可以把文件拖到此窗口。</translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>Columns to choose</source>
        <translation>待选择列</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>正在读取</translation>
    </message>
    <message>
        <source>Reading and counting the rows.</source>
        <translation>正在读取并统计各行。</translation>
    </message>
    <message>
        <source>Reading and counting the rows: {number} so far{share}.</source>
        <translation>正在读取并统计各行：目前 {number} 行{share}。</translation>
    </message>
    <message>
        <source>{rows} to learn from, {held_out} held out to check it</source>
        <translation>{rows}用于学习，{held_out} 行留作检验</translation>
    </message>
    <message>
        <source>{rows} to learn from, none held out: they are too few</source>
        <translation>{rows}用于学习，没有留出行：行数太少</translation>
    </message>
    <message>
        <source>, {number} left out</source>
        <translation>，略去 {number} 行</translation>
    </message>
    <message>
        <source>No row can be used as it is.</source>
        <translation>没有一行可以直接使用。</translation>
    </message>
    <message>
        <source>{rows} skipped, as you asked.</source>
        <translation>{rows}按您的要求跳过。</translation>
    </message>
    <message>
        <source>Nothing to learn from</source>
        <translation>没有可学的内容</translation>
    </message>
    <message>
        <source>{rows} left out</source>
        <translation>略去 {rows}</translation>
    </message>
    <message>
        <source>No problems found</source>
        <translation>没有发现问题</translation>
    </message>
    <message>
        <source>A whole number from 1 to 65,536, please.</source>
        <translation>请输入 1 到 65,536 之间的整数。</translation>
    </message>
    <message>
        <source>1 pass</source>
        <translation>1 遍</translation>
    </message>
    <message>
        <source>{number} passes</source>
        <translation>{number} 遍</translation>
    </message>
    <message>
        <source>{rate}, falling</source>
        <translation>{rate}，逐渐下降</translation>
    </message>
    <message>
        <source>suggested</source>
        <translation>建议值</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>需要您处理</translation>
    </message>
    <message>
        <source>Own settings</source>
        <translation>自定设置</translation>
    </message>
    <message>
        <source>conversations; every answer of the assistant is learned</source>
        <translation>对话；学习助手的每个回答</translation>
    </message>
    <message>
        <source>instructions and their answers</source>
        <translation>指令及其回答</translation>
    </message>
    <message>
        <source>prompts and how they go on</source>
        <translation>提示及其续写</translation>
    </message>
    <message>
        <source>questions and answers</source>
        <translation>问题和答案</translation>
    </message>
    <message>
        <source>the columns you picked</source>
        <translation>您选定的列</translation>
    </message>
    <message>
        <source>better and worse answers; the better ones are learned</source>
        <translation>较好和较差的回答；学习较好的</translation>
    </message>
    <message>
        <source>plain text; all of it is learned</source>
        <translation>纯文本；全部学习</translation>
    </message>
    <message>
        <source>texts with a label each</source>
        <translation>各带一个标签的文本</translation>
    </message>
    <message>
        <source>words with a label each</source>
        <translation>各带一个标签的词</translation>
    </message>
    <message>
        <source>Read as {what}</source>
        <translation>读作{what}</translation>
    </message>
    <message>
        <source>certain</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>{share} sure</source>
        <translation>{share} 把握</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>逗号</translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation>分号</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>制表符</translation>
    </message>
    <message>
        <source>bar</source>
        <translation>竖线</translation>
    </message>
    <message>
        <source>Tokens are estimated until a model is chosen.</source>
        <translation>选定模型之前，词元数为估计值。</translation>
    </message>
    <message>
        <source>{rows} longer than {number} tokens and cut</source>
        <translation>{rows}超过 {number} 个词元而被截断</translation>
    </message>
    <message>
        <source>; {number} had nothing left to learn</source>
        <translation>；{number} 行没有剩下可学的内容</translation>
    </message>
    <message>
        <source>Half of the rows have up to {half} tokens, the longest {longest}.</source>
        <translation>一半的行不超过 {half} 个词元，最长 {longest} 个。</translation>
    </message>
    <message>
        <source>1 row cannot be used as it is</source>
        <translation>1 行照现在这样无法使用</translation>
    </message>
    <message>
        <source>{rows} cannot be used as they are</source>
        <translation>{rows}照现在这样无法使用</translation>
    </message>
    <message>
        <source>And {number} more.</source>
        <translation>另有 {number} 处。</translation>
    </message>
    <message>
        <source>The other {rows} fine.</source>
        <translation>其余 {rows}没有问题。</translation>
    </message>
    <message>
        <source>Your file is never changed.</source>
        <translation>您的文件不会被改动。</translation>
    </message>
    <message>
        <source>Small adapter (LoRA), rank {rank}</source>
        <translation>小型适配器（LoRA），秩 {rank}</translation>
    </message>
    <message>
        <source>Larger adapter (LoRA), rank {rank}</source>
        <translation>较大的适配器（LoRA），秩 {rank}</translation>
    </message>
    <message>
        <source>Small adapter, the model in 4 bits (QLoRA), rank {rank}</source>
        <translation>小型适配器，模型以 4 位存储（QLoRA），秩 {rank}</translation>
    </message>
    <message>
        <source>Every weight of the model</source>
        <translation>模型的全部权重</translation>
    </message>
    <message>
        <source>Nothing was measured: even one row is far too much.</source>
        <translation>没有测量：即使一行也远远放不下。</translation>
    </message>
    <message>
        <source>Not everything was measured: {why}</source>
        <translation>没有全部测完：{why}</translation>
    </message>
    <message>
        <source>It can be measured once no other run is at work.</source>
        <translation>没有其他运行在工作时可以实测。</translation>
    </message>
    <message>
        <source>Measure, about {time}</source>
        <translation>实测，约 {time}</translation>
    </message>
    <message>
        <source>{gone} so far, usually about {all}.</source>
        <translation>已用 {gone}，通常约 {all}。</translation>
    </message>
    <message>
        <source>New run: everything is ready</source>
        <translation>新建运行：一切就绪</translation>
    </message>
    <message>
        <source>Three choices on the left. The plan on the right follows every change at once.</source>
        <translation>左边三项选择，右边的计划随每次改动立即更新。</translation>
    </message>
    <message>
        <source>New run: {what}</source>
        <translation>新建运行：{what}</translation>
    </message>
    <message>
        <source>New run: reading the rows</source>
        <translation>新建运行：正在读取各行</translation>
    </message>
    <message>
        <source>The plan follows as soon as they are counted.</source>
        <translation>统计完毕后计划就会出现。</translation>
    </message>
    <message>
        <source>A file of questions and answers, or one of the starter&apos;s.</source>
        <translation>一个问答文件，或随附的入门数据。</translation>
    </message>
    <message>
        <source>New run: choose what to learn from</source>
        <translation>新建运行：选择用于学习的内容</translation>
    </message>
    <message>
        <source>the model cannot be used</source>
        <translation>模型无法使用</translation>
    </message>
    <message>
        <source>the columns are to be chosen</source>
        <translation>需要选择列</translation>
    </message>
    <message>
        <source>the file cannot be read</source>
        <translation>文件无法读取</translation>
    </message>
    <message>
        <source>no row of the file can be used</source>
        <translation>文件中没有可用的行</translation>
    </message>
    <message>
        <source>the examples behind each update are no number</source>
        <translation>每次更新的样本数不是数字</translation>
    </message>
    <message>
        <source>the model is too big for this card</source>
        <translation>模型对这块显卡来说太大</translation>
    </message>
    <message>
        <source>the model is too big for this computer</source>
        <translation>模型对这台电脑来说太大</translation>
    </message>
    <message>
        <source>there is no plan for this</source>
        <translation>这样没有可行的计划</translation>
    </message>
    <message>
        <source>Worked out by formula</source>
        <translation>按公式计算</translation>
    </message>
    <message>
        <source>Counted in a dry run</source>
        <translation>由试算得出</translation>
    </message>
    <message>
        <source>Measured on this computer</source>
        <translation>在这台电脑上实测</translation>
    </message>
    <message>
        <source>Suggested</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Sooner</source>
        <translation>更快</translation>
    </message>
    <message>
        <source>Roomier</source>
        <translation>更宽裕</translation>
    </message>
    <message>
        <source>Gradient checkpointing on</source>
        <translation>梯度检查点开启</translation>
    </message>
    <message>
        <source>Gradient checkpointing off</source>
        <translation>梯度检查点关闭</translation>
    </message>
    <message>
        <source>Gradient checkpointing for long rows</source>
        <translation>仅对长行使用梯度检查点</translation>
    </message>
    <message>
        <source>About {time}: {updates} of {each}</source>
        <translation>约 {time}：{updates}，每次 {each}</translation>
    </message>
    <message>
        <source>, each in {number} pieces on average</source>
        <translation>，平均各分 {number} 份</translation>
    </message>
    <message>
        <source>It fits, with {memory} to spare</source>
        <translation>放得下，还剩 {memory}</translation>
    </message>
    <message>
        <source>Finishes {when}, if it starts now</source>
        <translation>现在开始的话，{when} 完成</translation>
    </message>
    <message>
        <source>Should memory run short, the pieces get smaller.</source>
        <translation>如果内存不足，每份会变小。</translation>
    </message>
    <message>
        <source>Never further off than that in your last {runs} runs.</source>
        <translation>您最近 {runs} 次运行的偏差都没有超过它。</translation>
    </message>
    <message>
        <source>Nine of ten of your last {runs} runs stayed within that.</source>
        <translation>您最近 {runs} 次运行中有九成在此范围内。</translation>
    </message>
    <message>
        <source>The plan follows at once.</source>
        <translation>计划马上就来。</translation>
    </message>
    <message>
        <source>The plan follows the model</source>
        <translation>有了模型才有计划</translation>
    </message>
    <message>
        <source>Choose a model that can be trained.</source>
        <translation>请选择可以训练的模型。</translation>
    </message>
    <message>
        <source>The plan appears here</source>
        <translation>计划会显示在这里</translation>
    </message>
    <message>
        <source>It says how the examples of one update are split, whether they fit, and when the run will be done.</source>
        <translation>它说明一次更新的样本如何拆分、是否放得下，以及运行何时完成。</translation>
    </message>
    <message>
        <source>Try it with rows that come with the program</source>
        <translation>用随程序附带的数据试试</translation>
    </message>
    <message>
        <source>The plan follows the data</source>
        <translation>有了数据才有计划</translation>
    </message>
    <message>
        <source>Say what is read and what is learned.</source>
        <translation>请指明读什么、学什么。</translation>
    </message>
    <message>
        <source>Choose a file that can be read.</source>
        <translation>请选择可以读取的文件。</translation>
    </message>
    <message>
        <source>Say how many examples stand behind each update.</source>
        <translation>请填写每次更新的样本数。</translation>
    </message>
    <message>
        <source>The plan follows the number</source>
        <translation>有了数目才有计划</translation>
    </message>
    <message>
        <source>Counting the tokens of every row</source>
        <translation>正在统计每一行的词元</translation>
    </message>
    <message>
        <source>No row of this file can be used yet.</source>
        <translation>这个文件还没有可用的行。</translation>
    </message>
    <message>
        <source>It does not fit: {memory} too much</source>
        <translation>放不下：多出 {memory}</translation>
    </message>
    <message>
        <source>Too close to the limit: only {memory} to spare</source>
        <translation>太接近上限：只剩 {memory}</translation>
    </message>
    <message>
        <source>{number} at a time need {memory}.</source>
        <translation>每次 {number} 个需要 {memory}。</translation>
    </message>
    <message>
        <source>Even one example at a time needs {memory}.</source>
        <translation>即使每次一个样本也需要 {memory}。</translation>
    </message>
    <message>
        <source>The card has {memory} free.</source>
        <translation>显卡有 {memory} 空闲。</translation>
    </message>
    <message>
        <source>The computer has {memory} free.</source>
        <translation>电脑有 {memory} 空闲。</translation>
    </message>
    <message>
        <source>What would make it fit</source>
        <translation>怎样才能放得下</translation>
    </message>
    <message>
        <source>{checkpointing}, {memory} to spare.</source>
        <translation>{checkpointing}，还剩 {memory}。</translation>
    </message>
    <message>
        <source>On {gpus}</source>
        <translation>在{gpus}上</translation>
    </message>
    <message>
        <source>Takes {share} of the time; same rows, same order, same gradient.</source>
        <translation>用时为原来的 {share}；同样的行、同样的顺序、同样的梯度。</translation>
    </message>
    <message>
        <source>Starts now and saves every 5 minutes</source>
        <translation>立即开始，每 5 分钟保存一次</translation>
    </message>
    <message>
        <source>Starts when the run before it has ended</source>
        <translation>在前一个运行结束后开始</translation>
    </message>
    <message>
        <source>Goes on when you close this window.</source>
        <translation>关闭此窗口后仍会继续。</translation>
    </message>
    <message>
        <source>Before the night: {things}.</source>
        <translation>过夜之前：{things}。</translation>
    </message>
    <message>
        <source>Choose a model to start</source>
        <translation>选择模型后才能开始</translation>
    </message>
    <message>
        <source>Its folder holds config.json and *.safetensors files.</source>
        <translation>它的文件夹里有 config.json 和 *.safetensors 文件。</translation>
    </message>
    <message>
        <source>Choose a file to start</source>
        <translation>选择文件后才能开始</translation>
    </message>
    <message>
        <source>Or take one of the starter&apos;s.</source>
        <translation>或者使用随附的入门数据。</translation>
    </message>
    <message>
        <source>Choose the columns to start</source>
        <translation>选择列后才能开始</translation>
    </message>
    <message>
        <source>What the model reads, and what it learns to write.</source>
        <translation>模型读什么，学着写什么。</translation>
    </message>
    <message>
        <source>Choose another file to start</source>
        <translation>换一个文件才能开始</translation>
    </message>
    <message>
        <source>This one cannot be read as it is.</source>
        <translation>这个文件照现在这样无法读取。</translation>
    </message>
    <message>
        <source>Type a number to start</source>
        <translation>输入数字后才能开始</translation>
    </message>
    <message>
        <source>The examples behind each update.</source>
        <translation>每次更新的样本数。</translation>
    </message>
    <message>
        <source>Reading the rows</source>
        <translation>正在读取各行</translation>
    </message>
    <message>
        <source>Start follows as soon as they are counted.</source>
        <translation>统计完毕即可开始。</translation>
    </message>
    <message>
        <source>No row of this one can be used.</source>
        <translation>这个文件没有可用的行。</translation>
    </message>
    <message>
        <source>Start follows at once.</source>
        <translation>马上即可开始。</translation>
    </message>
    <message>
        <source>There is no plan for this yet</source>
        <translation>这样还没有计划</translation>
    </message>
    <message>
        <source>Choose a way to make it fit</source>
        <translation>选择一种办法让它放得下</translation>
    </message>
    <message>
        <source>The button beside each does it.</source>
        <translation>按旁边的按钮即可。</translation>
    </message>
    <message>
        <source>It does not fit</source>
        <translation>放不下</translation>
    </message>
    <message>
        <source>A smaller model or shorter rows would.</source>
        <translation>换小一点的模型或更短的行就可以。</translation>
    </message>
    <message>
        <source>ends about {when}</source>
        <translation>约 {when} 结束</translation>
    </message>
    <message>
        <source>{target}, at most {number} at a time</source>
        <translation>{target}，每次最多 {number} 个</translation>
    </message>
    <message>
        <source>examples</source>
        <translation>个样本</translation>
    </message>
    <message>
        <source>per update</source>
        <translation>每次更新</translation>
    </message>
    <message>
        <source>on the card</source>
        <translation>在显卡上</translation>
    </message>
    <message>
        <source>in memory</source>
        <translation>在内存中</translation>
    </message>
    <message>
        <source>of {number} kinds</source>
        <translation>共 {number} 种</translation>
    </message>
    <message>
        <source>device</source>
        <translation>个设备</translation>
    </message>
    <message>
        <source>GPUs</source>
        <translation>块 GPU</translation>
    </message>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>at a time</source>
        <translation>每次</translation>
    </message>
    <message>
        <source>time</source>
        <translation>次</translation>
    </message>
    <message>
        <source>times</source>
        <translation>次</translation>
    </message>
    <message>
        <source>added up</source>
        <translation>累加</translation>
    </message>
    <message>
        <source>{size} at a time</source>
        <translation>每次 {size} 个</translation>
    </message>
    <message>
        <source>devices</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>share them</source>
        <translation>共同分担</translation>
    </message>
    <message>
        <source>Use {name}</source>
        <translation>使用{name}</translation>
    </message>
    <message>
        <source>Sleep</source>
        <translation>睡眠</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>电源</translation>
    </message>
    <message>
        <source>{used} of {total_bytes}</source>
        <translation>{used}，共 {total_bytes}</translation>
    </message>
    <message>
        <source>At work</source>
        <translation>负载</translation>
    </message>
    <message>
        <source>hot</source>
        <translation>过热</translation>
    </message>
    <message>
        <source>warm</source>
        <translation>偏热</translation>
    </message>
    <message>
        <source>fine</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>{number} °C, {heat}</source>
        <translation>{number} °C，{heat}</translation>
    </message>
    <message>
        <source>{device}, the fullest GPU</source>
        <translation>{device}，最满的 GPU</translation>
    </message>
    <message>
        <source>{number} W</source>
        <translation>{number} W</translation>
    </message>
    <message>
        <source>°C dashed</source>
        <translation>虚线为 °C</translation>
    </message>
    <message>
        <source>A real trial</source>
        <translation>实际试跑</translation>
    </message>
    <message>
        <source>Room on the disk</source>
        <translation>磁盘空间</translation>
    </message>
    <message>
        <source>Updates of the system</source>
        <translation>系统更新</translation>
    </message>
    <message>
        <source>The computer does not go to sleep by itself.</source>
        <translation>电脑不会自行进入睡眠。</translation>
    </message>
    <message>
        <source>Let Nightshift keep it awake (Settings), or turn its sleep off.</source>
        <translation>让 Nightshift 保持唤醒（设置），或关闭系统睡眠。</translation>
    </message>
    <message>
        <source>Turn its sleep off.</source>
        <translation>请关闭系统睡眠。</translation>
    </message>
    <message>
        <source>A run stands still while it sleeps and goes on when it wakes.</source>
        <translation>睡眠时运行停住，唤醒后继续。</translation>
    </message>
    <message>
        <source>What closing the lid does could not be read.</source>
        <translation>无法得知合上盖子会怎样。</translation>
    </message>
    <message>
        <source>Leave it open.</source>
        <translation>请让它开着。</translation>
    </message>
    <message>
        <source>Closing the lid puts the computer to sleep</source>
        <translation>合上盖子会让电脑睡眠</translation>
    </message>
    <message>
        <source>No program can prevent that while a run is going.</source>
        <translation>运行期间没有程序能阻止这一点。</translation>
    </message>
    <message>
        <source>Leave it open, or change what closing it does in the system&apos;s settings.</source>
        <translation>请让它开着，或在系统设置中更改合盖动作。</translation>
    </message>
    <message>
        <source>Whether it is plugged in could not be read.</source>
        <translation>无法得知是否接通电源。</translation>
    </message>
    <message>
        <source>Look at its plug.</source>
        <translation>请看一下电源插头。</translation>
    </message>
    <message>
        <source>It will not last the night, and the card is slower without a plug.</source>
        <translation>撑不过一夜，而且不接电源显卡更慢。</translation>
    </message>
    <message>
        <source>Plug it in.</source>
        <translation>请接通电源。</translation>
    </message>
    <message>
        <source>Whether the system waits to restart could not be read.</source>
        <translation>无法得知系统是否等待重启。</translation>
    </message>
    <message>
        <source>The system does not wait to restart.</source>
        <translation>系统没有等待重启。</translation>
    </message>
    <message>
        <source>The system waits to restart after an update</source>
        <translation>系统更新后等待重启</translation>
    </message>
    <message>
        <source>Restart the computer before the run.</source>
        <translation>请在运行前重启电脑。</translation>
    </message>
    <message>
        <source>The plan leaves room for it. If it takes more at night, the run makes do with smaller micro-batches.</source>
        <translation>计划已为它留出空间。如果夜里占用更多，运行会改用更小的微批。</translation>
    </message>
    <message>
        <source>Close other programs before the run.</source>
        <translation>请在运行前关闭其他程序。</translation>
    </message>
    <message>
        <source>How much room the disk has could not be read.</source>
        <translation>无法得知磁盘剩余空间。</translation>
    </message>
    <message>
        <source>Where it runs out, the run waits and goes on by itself when there is room.</source>
        <translation>空间用完时运行会等待，有空间后自行继续。</translation>
    </message>
    <message>
        <source>Free some space before the night.</source>
        <translation>请在过夜前腾出一些空间。</translation>
    </message>
    <message>
        <source>Look at its fans and at the air around it.</source>
        <translation>请检查风扇和周围的通风。</translation>
    </message>
    <message>
        <source>No real trial was run yet</source>
        <translation>还没有实际试跑</translation>
    </message>
    <message>
        <source>Memory and time follow from formulas so far; a run on a new card begins with a trial.</source>
        <translation>内存和时间目前按公式计算；在新显卡上运行会先试跑。</translation>
    </message>
    <message>
        <source>Watch the first minutes of the run: the trial and the first updates tell the rest.</source>
        <translation>请留意运行的头几分钟：试跑和最初的更新会说明其余。</translation>
    </message>
    <message>
        <source>Whether the computer goes to sleep by itself could not be read, and nothing keeps it awake.</source>
        <translation>无法得知电脑是否会自行睡眠，也没有什么让它保持唤醒。</translation>
    </message>
    <message>
        <source>Likeliest words</source>
        <translation>最可能的词</translation>
    </message>
    <message>
        <source>Some variety</source>
        <translation>有些变化</translation>
    </message>
    <message>
        <source>As it comes</source>
        <translation>随其自然</translation>
    </message>
    <message>
        <source>best version</source>
        <translation>最佳版本</translation>
    </message>
    <message>
        <source>after {updates}</source>
        <translation>{updates}之后</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>{model} as it came</source>
        <translation>原来的 {model}</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>with {run}, {after}</source>
        <translation>经过 {run}，{after}</translation>
    </message>
    <message>
        <source>row {row}, held out</source>
        <translation>第 {row} 行，留出</translation>
    </message>
    <message>
        <source>{tokens} · {speed} per second · {took}</source>
        <translation>{tokens} · 每秒 {speed} · {took}</translation>
    </message>
    <message>
        <source>up to {tokens}</source>
        <translation>最多 {tokens}</translation>
    </message>
    <message>
        <source>{dice} · {longest} · the same dice for both (seed {seed})</source>
        <translation>{dice} · {longest} · 两者用同样的随机数（种子 {seed}）</translation>
    </message>
    <message>
        <source>Cut here: this is the longest answer you allow.</source>
        <translation>在此截断：这是您允许的最长答案。</translation>
    </message>
    <message>
        <source>Stopped here.</source>
        <translation>在此停止。</translation>
    </message>
    <message>
        <source>Not answered.</source>
        <translation>未回答。</translation>
    </message>
    <message>
        <source>Use a smaller model</source>
        <translation>换小一点的模型</translation>
    </message>
    <message>
        <source>The list says of each model whether it fits these rows on this device.</source>
        <translation>列表会说明每个模型在这台设备上对这些数据是否放得下。</translation>
    </message>
    <message>
        <source>See which fit</source>
        <translation>看哪些放得下</translation>
    </message>
    <message>
        <source>Needs {memory}, {spare} to spare</source>
        <translation>需要 {memory}，还剩 {spare}</translation>
    </message>
    <message>
        <source>Each needs {memory}, {spare} to spare</source>
        <translation>每块需要 {memory}，富余 {spare}</translation>
    </message>
    <message>
        <source>takes about {time}</source>
        <translation>大约用时 {time}</translation>
    </message>
    <message>
        <source>Leave it to one GPU</source>
        <translation>只用一块 GPU</translation>
    </message>
    <message>
        <source>Use 1 GPU</source>
        <translation>使用 1 块 GPU</translation>
    </message>
    <message>
        <source>Divide it between {gpus}</source>
        <translation>分到{gpus}上</translation>
    </message>
    <message>
        <source>Use {gpus}</source>
        <translation>使用{gpus}</translation>
    </message>
    <message>
        <source>{card} has the most memory free; another one has too little for its share.</source>
        <translation>{card} 的可用内存最多；另一块的内存不够它那一份。</translation>
    </message>
    <message>
        <source>Each keeps a part of the model and sends it where it is needed. Same result.</source>
        <translation>每块保存模型的一部分，并在需要时发送过去。结果相同。</translation>
    </message>
    <message>
        <source>Train a small adapter instead</source>
        <translation>改为训练小型适配器</translation>
    </message>
    <message>
        <source>The weights stay as they are; an adapter beside them learns. Often just as good.</source>
        <translation>权重保持不变，旁边的适配器来学习。效果常常同样好。</translation>
    </message>
    <message>
        <source>Use an adapter</source>
        <translation>使用适配器</translation>
    </message>
    <message>
        <source>Store the model in 4 bits</source>
        <translation>以 4 位存储模型</translation>
    </message>
    <message>
        <source>Its weights are rounded while the adapter learns; answers are nearly as good.</source>
        <translation>适配器学习时权重被取整；回答几乎同样好。</translation>
    </message>
    <message>
        <source>Store in 4 bits</source>
        <translation>以 4 位存储</translation>
    </message>
    <message>
        <source>Cut rows at {number} tokens</source>
        <translation>把行截断于 {number} 个词元</translation>
    </message>
    <message>
        <source>{rows} longer and would lose their end.</source>
        <translation>{rows}更长，会丢失末尾。</translation>
    </message>
    <message>
        <source>Use the starter model</source>
        <translation>使用入门模型</translation>
    </message>
    <message>
        <source>Small, and good for trying things out; it writes far less well.</source>
        <translation>小巧，适合试用；但写得差很多。</translation>
    </message>
    <message>
        <source>Use the starter</source>
        <translation>使用入门模型</translation>
    </message>
    <message>
        <source>{data} with {model}. The marked part is what it learns to write; the rest it only reads.</source>
        <translation>{data}，使用 {model}。标出的部分是它学着写的内容，其余只读。</translation>
    </message>
    <message>
        <source>The row cannot be shown: {why}.</source>
        <translation>无法显示该行：{why}。</translation>
    </message>
    <message>
        <source>This model gives labels and writes no answers. Judge shows what it gives.</source>
        <translation>此模型给出标签，不写答案。“评判”会显示它给出什么。</translation>
    </message>
    <message>
        <source>The program that answers could not be started.</source>
        <translation>无法启动回答程序。</translation>
    </message>
    <message>
        <source>Ask something of your own …</source>
        <translation>问一个您自己的问题 …</translation>
    </message>
    <message>
        <source>Your question</source>
        <translation>您的问题</translation>
    </message>
    <message>
        <source>Ask both</source>
        <translation>询问两者</translation>
    </message>
    <message>
        <source>Ask both (Ctrl+Enter)</source>
        <translation>询问两者 (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Change how they answer</source>
        <translation>更改回答方式</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>词</translation>
    </message>
    <message>
        <source>Longest answer in tokens</source>
        <translation>最长答案（词元）</translation>
    </message>
    <message>
        <source>Seed: another number draws other words</source>
        <translation>种子：换一个数会抽到其他词</translation>
    </message>
    <message>
        <source>Longest answer</source>
        <translation>最长答案</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Fold away</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Which answers are mixed up</source>
        <translation>哪些答案被混淆</translation>
    </message>
    <message>
        <source>Down: expected. Across: what the model after your run gave.</source>
        <translation>纵：期望。横：运行后的模型给出的。</translation>
    </message>
    <message>
        <source>As found</source>
        <translation>按识别结果</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>逗号</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>分号</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>制表符</translation>
    </message>
    <message>
        <source>Bar |</source>
        <translation>竖线 |</translation>
    </message>
    <message>
        <source>Windows-1252, Western Europe</source>
        <translation>Windows-1252，西欧</translation>
    </message>
    <message>
        <source>Windows-1251, Cyrillic</source>
        <translation>Windows-1251，西里尔文</translation>
    </message>
    <message>
        <source>GB 18030, Chinese</source>
        <translation>GB 18030，中文</translation>
    </message>
    <message>
        <source>Shift JIS, Japanese</source>
        <translation>Shift JIS，日文</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>停止读取</translation>
    </message>
    <message>
        <source>Use them again</source>
        <translation>重新使用</translation>
    </message>
    <message>
        <source>See what it learns</source>
        <translation>看它学什么</translation>
    </message>
    <message>
        <source>The model reads</source>
        <translation>模型读</translation>
    </message>
    <message>
        <source>and learns to write</source>
        <translation>并学着写</translation>
    </message>
    <message>
        <source>a column</source>
        <translation>某一列</translation>
    </message>
    <message>
        <source>Between the cells</source>
        <translation>单元格之间</translation>
    </message>
    <message>
        <source>Letters are written in</source>
        <translation>文字编码</translation>
    </message>
    <message>
        <source>To join columns, write their names like this: {question} ({topic}).</source>
        <translation>要合并列，请这样写列名：{question} ({topic})。</translation>
    </message>
    <message>
        <source>Read it as it was found</source>
        <translation>按识别结果读取</translation>
    </message>
    <message>
        <source>Dataset of the hub</source>
        <translation>Hub 上的数据集</translation>
    </message>
    <message>
        <source>Part of the dataset</source>
        <translation>数据集的部分</translation>
    </message>
    <message>
        <source>Choose something else</source>
        <translation>选择其他</translation>
    </message>
    <message>
        <source>Stop and remove</source>
        <translation>停止并删除</translation>
    </message>
    <message>
        <source>Where rows are cut, in tokens</source>
        <translation>行的截断位置（词元数）</translation>
    </message>
    <message>
        <source>tokens in a row (a token is about ¾ of a word)</source>
        <translation>一行的词元数（一个词元约为 ¾ 个单词）</translation>
    </message>
    <message>
        <source>Let go to see what it costs.</source>
        <translation>松开即可看到代价。</translation>
    </message>
    <message>
        <source>How one update is made up</source>
        <translation>一次更新的构成</translation>
    </message>
    <message>
        <source>is</source>
        <translation>是</translation>
    </message>
    <message>
        <source>plus</source>
        <translation>加</translation>
    </message>
    <message>
        <source>Not made yet</source>
        <translation>尚未制作</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Not possible</source>
        <translation>不可行</translation>
    </message>
    <message>
        <source>How small</source>
        <translation>多小</translation>
    </message>
    <message>
        <source>Works with</source>
        <translation>可用于</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>复制路径</translation>
    </message>
    <message>
        <source>How small: {title}</source>
        <translation>多小：{title}</translation>
    </message>
    <message>
        <source>How far: {title}</source>
        <translation>进度：{title}</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>试一试</translation>
    </message>
    <message>
        <source>Judge it</source>
        <translation>评判它</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Show the files</source>
        <translation>显示文件</translation>
    </message>
    <message>
        <source>No interruption and no warning.</source>
        <translation>没有中断，也没有警告。</translation>
    </message>
    <message>
        <source>Ask it your own questions</source>
        <translation>向它提出您自己的问题</translation>
    </message>
    <message>
        <source>Did it learn, did it forget?</source>
        <translation>它学会了吗，忘记了吗？</translation>
    </message>
    <message>
        <source>An adapter, or a full model</source>
        <translation>适配器，或完整模型</translation>
    </message>
    <message>
        <source>What next?</source>
        <translation>接下来做什么？</translation>
    </message>
    <message>
        <source>Other rows, another model</source>
        <translation>换别的行、别的模型</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>发生了什么</translation>
    </message>
    <message>
        <source>Show its other curves</source>
        <translation>显示其他曲线</translation>
    </message>
    <message>
        <source>Learning rate, gradient norm, speed, memory and the card, update by update</source>
        <translation>学习率、梯度范数、速度、内存和显卡，逐次更新</translation>
    </message>
    <message>
        <source>Hide its other curves</source>
        <translation>隐藏其他曲线</translation>
    </message>
    <message>
        <source>No result yet</source>
        <translation>还没有结果</translation>
    </message>
    <message>
        <source>Why one may think so</source>
        <translation>为何可以这样认为</translation>
    </message>
    <message>
        <source>How far judging is</source>
        <translation>评判进度</translation>
    </message>
    <message>
        <source>Judge again</source>
        <translation>重新评判</translation>
    </message>
    <message>
        <source>Judging</source>
        <translation>正在评判</translation>
    </message>
    <message>
        <source>How this was found out</source>
        <translation>这是如何得出的</translation>
    </message>
    <message>
        <source>{made} Both models read the same held-out rows and a general text.</source>
        <translation>{made} 两个模型阅读同样的留出行和一段一般文本。</translation>
    </message>
    <message>
        <source>Did it learn? Let both models answer rows they never saw</source>
        <translation>它学会了吗？让两个模型回答从未见过的行</translation>
    </message>
    <message>
        <source>Compares losses with how sure they are, answers word for word, and looks whether something was forgotten. It takes about as long as a few checks on held-out rows during the run.</source>
        <translation>比较损失及其把握程度，逐词比较答案，并查看是否有所遗忘。用时大约相当于运行中对留出行检查几次。</translation>
    </message>
    <message>
        <source>Held-out rows with both answers</source>
        <translation>留出的行及两个答案</translation>
    </message>
    <message>
        <source>The rows behind it</source>
        <translation>背后的行</translation>
    </message>
    <message>
        <source>Expected: {answer}</source>
        <translation>期望：{answer}</translation>
    </message>
    <message>
        <source>right</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Memory of this plan</source>
        <translation>此计划的内存</translation>
    </message>
    <message>
        <source>Name, maker, licence or language, like “qwen”, “apache” or “de”</source>
        <translation>名称、厂商、许可证或语言，例如“qwen”“apache”或“de”</translation>
    </message>
    <message>
        <source>Search models</source>
        <translation>搜索模型</translation>
    </message>
    <message>
        <source>Only those that fit</source>
        <translation>只看放得下的</translation>
    </message>
    <message>
        <source>Search the hub</source>
        <translation>在 Hub 上搜索</translation>
    </message>
    <message>
        <source>Which model should learn?</source>
        <translation>让哪个模型来学习？</translation>
    </message>
    <message>
        <source>{name}  (chosen)</source>
        <translation>{name}（已选）</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Open its page</source>
        <translation>打开它的页面</translation>
    </message>
    <message>
        <source>Open the page of tokens</source>
        <translation>打开令牌页面</translation>
    </message>
    <message>
        <source>Token for the hub</source>
        <translation>Hub 令牌</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Its owner asks you to agree to its licence</source>
        <translation>所有者要求您同意它的许可证</translation>
    </message>
    <message>
        <source>1. Sign in there and agree. Some owners take hours to answer.</source>
        <translation>1. 在那里登录并同意。有些所有者要几小时才答复。</translation>
    </message>
    <message>
        <source>2. Create a token of the kind “Read” and copy it.</source>
        <translation>2. 创建一个“Read”类型的令牌并复制。</translation>
    </message>
    <message>
        <source>3. Paste it here. It is kept in the system&apos;s keyring, never in a run.</source>
        <translation>3. 粘贴到这里。它保存在系统的密钥环中，绝不会进入运行。</translation>
    </message>
    <message>
        <source>Select a model</source>
        <translation>选择一个模型</translation>
    </message>
    <message>
        <source>Its facts and what it needs stand here.</source>
        <translation>它的资料和所需条件显示在这里。</translation>
    </message>
    <message>
        <source>Download of {name}</source>
        <translation>{name} 的下载</translation>
    </message>
    <message>
        <source>Which models fit?</source>
        <translation>哪些模型放得下？</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>学习</translation>
    </message>
    <message>
        <source>Examples behind each update</source>
        <translation>每次更新的样本数</translation>
    </message>
    <message>
        <source>How to learn</source>
        <translation>学习方式</translation>
    </message>
    <message>
        <source>Settled: {what}</source>
        <translation>已处理：{what}</translation>
    </message>
    <message>
        <source>Address for notes</source>
        <translation>通知地址</translation>
    </message>
    <message>
        <source>Keep the address</source>
        <translation>保存地址</translation>
    </message>
    <message>
        <source>Where to? The address is a secret and goes into the keyring.</source>
        <translation>发到哪里？地址是机密，保存在密钥环中。</translation>
    </message>
    <message>
        <source>Your plan</source>
        <translation>您的计划</translation>
    </message>
    <message>
        <source>Stop measuring</source>
        <translation>停止实测</translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation>正在实测</translation>
    </message>
    <message>
        <source>Why this plan</source>
        <translation>为什么这样计划</translation>
    </message>
    <message>
        <source>GPUs that share the work</source>
        <translation>共同分担训练的 GPU</translation>
    </message>
    <message>
        <source>Measuring on this computer</source>
        <translation>正在这台电脑上实测</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>What stands there</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Skip all {number} rows</source>
        <translation>跳过全部 {number} 行</translation>
    </message>
    <message>
        <source>Use column “{name}”</source>
        <translation>使用列“{name}”</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Skip row {number}</source>
        <translation>跳过第 {number} 行</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>to do</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>How much of it is fetched</source>
        <translation>已下载多少</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>The result of this run is not on this computer.</source>
        <translation>这次运行的结果不在这台电脑上。</translation>
    </message>
    <message>
        <source>Brought here, it can be tried, judged and exported. It also stays where it is.</source>
        <translation>带到这里后可以试用、评判和导出。它也会留在原处。</translation>
    </message>
    <message>
        <source>Bring it here</source>
        <translation>带到这里</translation>
    </message>
    <message>
        <source>This window is newer than its engine.</source>
        <translation>这个窗口比它的引擎新。</translation>
    </message>
    <message>
        <source>A newer engine can be set up beside it; the one before stays as the way back.</source>
        <translation>可以在旁边设置更新的引擎；之前的保留作为退路。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Without the engine nothing can be trained, tried or exported.</source>
        <translation>没有引擎就无法训练、试用或导出。</translation>
    </message>
    <message>
        <source>Runs and models stay. To set it up again, some GB are fetched.</source>
        <translation>运行和模型会保留。再次设置需要下载几 GB。</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Where the engine is moved to</source>
        <translation>引擎要移到哪里</translation>
    </message>
    <message>
        <source>The engine could not be changed.</source>
        <translation>无法更改引擎。</translation>
    </message>
    <message>
        <source>Move this run</source>
        <translation>移动此运行</translation>
    </message>
    <message>
        <source>Packed runs (*{suffix})</source>
        <translation>打包的运行 (*{suffix})</translation>
    </message>
    <message>
        <source>One run is being moved already.</source>
        <translation>已有一个运行正在移动。</translation>
    </message>
    <message>
        <source>Wait until it is done.</source>
        <translation>请等它完成。</translation>
    </message>
    <message>
        <source>The run could not be moved.</source>
        <translation>无法移动该运行。</translation>
    </message>
    <message>
        <source>Packing {name}</source>
        <translation>正在打包 {name}</translation>
    </message>
    <message>
        <source>Unpacking {name}</source>
        <translation>正在解包 {name}</translation>
    </message>
    <message>
        <source>Bringing {name} here from {host}</source>
        <translation>正在把 {name} 从 {host} 带到这里</translation>
    </message>
    <message>
        <source>{share} of {size}.</source>
        <translation>{share}，共 {size}。</translation>
    </message>
    <message>
        <source>Call it off</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Called off.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>没有任何更改。</translation>
    </message>
    <message>
        <source>{name} is packed: {file}, {size}.</source>
        <translation>{name} 已打包：{file}，{size}。</translation>
    </message>
    <message>
        <source>Copy that file to the other computer and drop it onto Nightshift there. Go on in one place only.</source>
        <translation>请把该文件复制到另一台电脑，并拖到那边的 Nightshift 上。只在一处继续。</translation>
    </message>
    <message>
        <source>Every file was checked. Press Continue to go on at its update.</source>
        <translation>每个文件都已检查。按“接着运行”从它停下的更新继续。</translation>
    </message>
    <message>
        <source>{name} is here, whole.</source>
        <translation>{name} 已完整到达。</translation>
    </message>
    <message>
        <source>Choose its folder</source>
        <translation>选择其文件夹</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>The folder of its model</source>
        <translation>其模型的文件夹</translation>
    </message>
    <message>
        <source>Only you see it.</source>
        <translation>只有您能看到。</translation>
    </message>
    <message>
        <source>Everybody can see it.</source>
        <translation>所有人都能看到。</translation>
    </message>
    <message>
        <source>It is there, and every file is the same as here. {who}</source>
        <translation>已送达，每个文件都与这里相同。{who}</translation>
    </message>
    <message>
        <source>As soon as one of these is made, it can go to the Hugging Face hub.</source>
        <translation>其中之一制作完成后，就可以发送到 Hugging Face Hub。</translation>
    </message>
    <message>
        <source>Your rows stay here; only you see it, unless you choose otherwise.</source>
        <translation>您的行留在这里；只有您能看到，除非您另作选择。</translation>
    </message>
    <message>
        <source>{done} of {total} have arrived.</source>
        <translation>已送达 {done} / {total}。</translation>
    </message>
    <message>
        <source>Sending to the hub</source>
        <translation>正在发送到 Hub</translation>
    </message>
    <message>
        <source>Export to push</source>
        <translation>要发送的导出</translation>
    </message>
    <message>
        <source>Name on the hub</source>
        <translation>Hub 上的名称</translation>
    </message>
    <message>
        <source>your-name/model-name</source>
        <translation>your-name/model-name</translation>
    </message>
    <message>
        <source>Who sees it</source>
        <translation>谁能看到</translation>
    </message>
    <message>
        <source>Only you</source>
        <translation>只有您</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>Push</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Push to the hub</source>
        <translation>发送到 Hub</translation>
    </message>
    <message>
        <source>Cancel the push</source>
        <translation>取消发送</translation>
    </message>
    <message>
        <source>Put it on the hub</source>
        <translation>放到 Hub 上</translation>
    </message>
    <message>
        <source>First write the owner and the name it gets.</source>
        <translation>请先写下所有者和名称。</translation>
    </message>
    <message>
        <source>Loading libraries</source>
        <translation>正在加载程序库</translation>
    </message>
    <message>
        <source>Asking the base model</source>
        <translation>正在询问原模型</translation>
    </message>
    <message>
        <source>Asking the tuned model</source>
        <translation>正在询问训练后的模型</translation>
    </message>
    <message>
        <source>Merging the whole model</source>
        <translation>正在合并整个模型</translation>
    </message>
    <message>
        <source>Writing weights</source>
        <translation>正在写入权重</translation>
    </message>
    <message>
        <source>Loading it as others will</source>
        <translation>正在像其他程序那样加载</translation>
    </message>
    <message>
        <source>Sending files</source>
        <translation>正在发送文件</translation>
    </message>
    <message>
        <source>“{time}” is no time.</source>
        <translation>“{time}”不是时间。</translation>
    </message>
    <message>
        <source>Write it like 24:00:00, or 2-00:00:00 for two days.</source>
        <translation>请写成 24:00:00，或用 2-00:00:00 表示两天。</translation>
    </message>
    <message>
        <source>Write its name as the cluster lists it.</source>
        <translation>请按集群列出的名称填写。</translation>
    </message>
    <message>
        <source>SkyPilot rents by the kind of GPU.</source>
        <translation>SkyPilot 按 GPU 型号租用。</translation>
    </message>
    <message>
        <source>Name one: --gpu A100.</source>
        <translation>请指定一种：--gpu A100。</translation>
    </message>
    <message>
        <source>There is no computer {node_rank} of {nodes}.</source>
        <translation>{nodes} 台电脑中没有第 {node_rank} 台。</translation>
    </message>
    <message>
        <source>Several computers need a place to meet.</source>
        <translation>多台电脑需要一个会合地址。</translation>
    </message>
    <message>
        <source>Give all of them the address of the first: --rendezvous HOST:{PORT}.</source>
        <translation>请把第一台的地址告诉所有电脑：--rendezvous HOST:{PORT}。</translation>
    </message>
    <message>
        <source>torchrun ended three times as soon as it began.</source>
        <translation>torchrun 三次刚启动就结束了。</translation>
    </message>
    <message>
        <source>It says why in {log}.</source>
        <translation>原因写在 {log} 中。</translation>
    </message>
    <message>
        <source>The job could not be written</source>
        <translation>无法写入任务</translation>
    </message>
    <message>
        <source>Fill the column &apos;{column}&apos; or choose another column for answers.</source>
        <translation>请填写列“{column}”，或为答案选择另一列。</translation>
    </message>
    <message>
        <source>Fill it, or leave the row out.</source>
        <translation>请填写，或排除该行。</translation>
    </message>
    <message>
        <source>Write it as text, or choose another column.</source>
        <translation>请写成文本，或选择另一列。</translation>
    </message>
    <message>
        <source>Correct it in the program the file came from, or leave the row out.</source>
        <translation>请在文件来源的程序中更正，或排除该行。</translation>
    </message>
    <message>
        <source>Save the file again from the program it came from, or leave the row out.</source>
        <translation>请用文件来源的程序重新保存，或排除该行。</translation>
    </message>
    <message>
        <source>In row {number} of {file}, &apos;{column}&apos; holds</source>
        <translation>{file} 第 {number} 行的“{column}”包含</translation>
    </message>
    <message>
        <source>{where} half a character (a lone surrogate).</source>
        <translation>{where}半个字符（单独的代理项）。</translation>
    </message>
    <message>
        <source>{where} a number of more than 64 bits or too many lists within lists.</source>
        <translation>{where}超过 64 位的数字，或嵌套过深的列表。</translation>
    </message>
    <message>
        <source>Write it as text, or leave the row out.</source>
        <translation>请写成文本，或排除该行。</translation>
    </message>
    <message>
        <source>Row {number} of {file} seems to hold damaged characters.</source>
        <translation>{file} 的第 {number} 行似乎包含损坏的字符。</translation>
    </message>
    <message>
        <source>Save the file again as UTF-8 from the program it came from; the row is used as it is.</source>
        <translation>请用文件来源的程序重新保存为 UTF-8；该行照原样使用。</translation>
    </message>
    <message>
        <source>Row {number} of {file} holds characters with the code 0.</source>
        <translation>{file} 的第 {number} 行包含编码为 0 的字符。</translation>
    </message>
    <message>
        <source>The row is used as it is; removing them is better.</source>
        <translation>该行照原样使用；最好去掉这些字符。</translation>
    </message>
    <message>
        <source>Row {number} of {file} has nothing to answer.</source>
        <translation>{file} 的第 {number} 行没有可回答的内容。</translation>
    </message>
    <message>
        <source>Fill the column &apos;{column}&apos; or choose other columns to read.</source>
        <translation>请填写列“{column}”，或选择其他要读取的列。</translation>
    </message>
    <message>
        <source>Row {number} of {file} has no conversation.</source>
        <translation>{file} 的第 {number} 行没有对话。</translation>
    </message>
    <message>
        <source>Fill &apos;{turns}&apos;.</source>
        <translation>请填写“{turns}”。</translation>
    </message>
    <message>
        <source>Row {number} of {file}: &apos;{turns}&apos; is {value}, not a list of turns.</source>
        <translation>{file} 的第 {number} 行：“{turns}”是 {value}，不是发言列表。</translation>
    </message>
    <message>
        <source>Write it as [{&quot;role&quot;: &quot;user&quot;, &quot;content&quot;: &quot;…&quot;}, {&quot;role&quot;: &quot;assistant&quot;, &quot;content&quot;: &quot;…&quot;}].</source>
        <translation>请写成 [{&quot;role&quot;: &quot;user&quot;, &quot;content&quot;: &quot;…&quot;}, {&quot;role&quot;: &quot;assistant&quot;, &quot;content&quot;: &quot;…&quot;}]。</translation>
    </message>
    <message>
        <source>The conversation in row {number} of {file} has no turn of the assistant, so nothing to learn.</source>
        <translation>{file} 第 {number} 行的对话中没有助手的发言，因此没有可学的内容。</translation>
    </message>
    <message>
        <source>Add the answer, or leave the row out.</source>
        <translation>请添加回答，或排除该行。</translation>
    </message>
    <message>
        <source>Every turn of the assistant in row {number} of {file} is marked not to be learnt.</source>
        <translation>{file} 第 {number} 行中助手的每次发言都标记为不学习。</translation>
    </message>
    <message>
        <source>Give one of them the weight 1, or leave the row out.</source>
        <translation>请给其中一个权重 1，或排除该行。</translation>
    </message>
    <message>
        <source>Write one of these roles.</source>
        <translation>请写这些角色之一。</translation>
    </message>
    <message>
        <source>Write each turn as {&quot;role&quot;: &quot;user&quot;, &quot;content&quot;: &quot;…&quot;}.</source>
        <translation>请把每次发言写成 {&quot;role&quot;: &quot;user&quot;, &quot;content&quot;: &quot;…&quot;}。</translation>
    </message>
    <message>
        <source>Turn {number} in row {number2} of {file} holds something other than text.</source>
        <translation>{file} 第 {number2} 行的第 {number} 次发言包含文本以外的内容。</translation>
    </message>
    <message>
        <source>Only text can be learnt; leave pictures and sounds out.</source>
        <translation>只能学习文本；请去掉图片和声音。</translation>
    </message>
    <message>
        <source>Row {number} of {file}: &apos;{column}&apos; is not a list of pairs of question and answer.</source>
        <translation>{file} 的第 {number} 行：“{column}”不是问答对的列表。</translation>
    </message>
    <message>
        <source>Write it as [[&quot;question&quot;, &quot;answer&quot;], …].</source>
        <translation>请写成 [[&quot;question&quot;, &quot;answer&quot;], …]。</translation>
    </message>
    <message>
        <source>Row {number} of {file}: the tools are not valid JSON.</source>
        <translation>{file} 的第 {number} 行：工具不是有效的 JSON。</translation>
    </message>
    <message>
        <source>Correct them, or leave the row out.</source>
        <translation>请更正，或排除该行。</translation>
    </message>
    <message>
        <source>{name} has no rows.</source>
        <translation>{name} 没有行。</translation>
    </message>
    <message>
        <source>Choose a file with examples in it.</source>
        <translation>请选择含有样本的文件。</translation>
    </message>
    <message>
        <source>No row of {name} can be used. {title}</source>
        <translation>{name} 中没有一行可用。{title}</translation>
    </message>
    <message>
        <source>{file} has other columns than the files before it, so its rows are not used.</source>
        <translation>{file} 的列与前面的文件不同，因此不使用它的行。</translation>
    </message>
    <message>
        <source>Rename its columns to {used_columns}, or move it to a folder of its own.</source>
        <translation>请把它的列改名为 {used_columns}，或移到单独的文件夹。</translation>
    </message>
    <message>
        <source>Row {number} of {file} holds a number of more than 64 bits or a value that is no text.</source>
        <translation>{file} 的第 {number} 行包含超过 64 位的数字或不是文本的值。</translation>
    </message>
    <message>
        <source>{name} cannot be read: {strerror}.</source>
        <translation>无法读取 {name}：{strerror}。</translation>
    </message>
    <message>
        <source>Check that you may open it and that the disk is there.</source>
        <translation>请检查您是否有权打开它，以及磁盘是否在。</translation>
    </message>
    <message>
        <source>{name} changed while it was read.</source>
        <translation>{name} 在读取期间被更改。</translation>
    </message>
    <message>
        <source>Wait until the other program has saved it, then try again.</source>
        <translation>请等其他程序保存完毕，再试一次。</translation>
    </message>
    <message>
        <source>The encoded rows could not be written</source>
        <translation>无法写入编码后的行</translation>
    </message>
    <message>
        <source>It takes too much memory.</source>
        <translation>它占用内存太多。</translation>
    </message>
    <message>
        <source>Row {number} of {file} has no text.</source>
        <translation>{file} 的第 {number} 行没有文本。</translation>
    </message>
    <message>
        <source>{name} is finished, so nothing is left for a cluster to do.</source>
        <translation>{name} 已完成，集群没有剩下的工作。</translation>
    </message>
    <message>
        <source>For the same experiment once more, name its request: {job_file}</source>
        <translation>要再做一次同样的实验，请指定它的请求：{job_file}</translation>
    </message>
    <message>
        <source>Row {number} of {file} has no answer.</source>
        <translation>{file} 的第 {number} 行没有回答。</translation>
    </message>
    <message>
        <source>Row {number} of {file} has no label.</source>
        <translation>{file} 的第 {number} 行没有标签。</translation>
    </message>
    <message>
        <source>the text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>the answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>the text of turn {number}</source>
        <translation>第 {number} 次发言的文本</translation>
    </message>
    <message>
        <source>a question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>an answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Fill the column &apos;{prompt}&apos; or choose another column to read.</source>
        <translation>请填写列“{prompt}”，或选择另一个要读取的列。</translation>
    </message>
    <message>
        <source>The label in row {number} of {file} is {value}, not one label.</source>
        <translation>{file} 第 {number} 行的标签是 {value}，不是一个标签。</translation>
    </message>
    <message>
        <source>Write one label in each row, or choose another column.</source>
        <translation>请每行写一个标签，或选择另一列。</translation>
    </message>
    <message>
        <source>the label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Row {number} of {file} has {words} words and {tags} labels.</source>
        <translation>{file} 的第 {number} 行有 {words} 个词和 {tags} 个标签。</translation>
    </message>
    <message>
        <source>Give each word one label, or leave the row out.</source>
        <translation>请给每个词一个标签，或排除该行。</translation>
    </message>
    <message>
        <source>In row {number} of {file}, &apos;{column}&apos; is {value}, not a list.</source>
        <translation>在 {file} 的第 {number} 行中，“{column}”是 {value}，不是列表。</translation>
    </message>
    <message>
        <source>Write the words as [&quot;Ada&quot;, &quot;lives&quot;, &quot;here&quot;] and their labels as [&quot;PERSON&quot;, &quot;O&quot;, &quot;O&quot;].</source>
        <translation>请把词写成 [&quot;Ada&quot;, &quot;lives&quot;, &quot;here&quot;]，标签写成 [&quot;PERSON&quot;, &quot;O&quot;, &quot;O&quot;]。</translation>
    </message>
    <message>
        <source>In row {number} of {file}, &apos;{column}&apos; has an empty entry.</source>
        <translation>在 {file} 的第 {number} 行中，“{column}”有空项。</translation>
    </message>
    <message>
        <source>In row {number} of {file}, &apos;{column}&apos; is empty.</source>
        <translation>在 {file} 的第 {number} 行中，“{column}”为空。</translation>
    </message>
    <message>
        <source>All rows of {file} have the same label, “{names}”: there is nothing to tell apart.</source>
        <translation>{file} 的所有行标签相同，都是“{names}”：没有可区分的。</translation>
    </message>
    <message>
        <source>Add rows with other labels, or choose another column for labels.</source>
        <translation>请添加带其他标签的行，或为标签选择另一列。</translation>
    </message>
    <message>
        <source>{file} has {names} different labels in {rows} rows, too many to learn them.</source>
        <translation>{file} 的 {rows} 行中有 {names} 种标签，太多而无法学习。</translation>
    </message>
    <message>
        <source>Choose the column that holds labels; to learn texts, let the model write answers instead.</source>
        <translation>请选择含标签的列；要学习文本，请让模型写回答。</translation>
    </message>
    <message>
        <source>The label “{label}” in row {row} of {item} is in no row to learn from.</source>
        <translation>{item} 第 {row} 行的标签“{label}”不在任何供学习的行中。</translation>
    </message>
    <message>
        <source>Add rows with this label to those to learn from, or correct it; the row is left out.</source>
        <translation>请在供学习的行中添加带此标签的行，或更正它；该行未使用。</translation>
    </message>
    <message>
        <source>The model&apos;s chat template does not accept row {row} of {item}: {title}</source>
        <translation>模型的对话模板不接受 {item} 的第 {row} 行：{title}</translation>
    </message>
    <message>
        <source>Turns of user and assistant should alternate, beginning with the user.</source>
        <translation>用户和助手的发言应当交替，从用户开始。</translation>
    </message>
    <message>
        <source>Row {row} of {item} holds text that looks like a control token of the model.</source>
        <translation>{item} 的第 {row} 行含有看起来像模型控制词元的文本。</translation>
    </message>
    <message>
        <source>It is learnt as ordinary text, not as a control token.</source>
        <translation>它会当作普通文本学习，而不是控制词元。</translation>
    </message>
    <message>
        <source>The model reads {max_positions} tokens at most, so rows are cut there and not at {asked}.</source>
        <translation>模型最多读取 {max_positions} 个词元，所以行在那里截断，而不是 {asked}。</translation>
    </message>
    <message>
        <source>Choose a larger length, or shorten what stands before the answer.</source>
        <translation>请选择更大的长度，或缩短回答之前的内容。</translation>
    </message>
    <message>
        <source>Leave the row out.</source>
        <translation>请排除该行。</translation>
    </message>
    <message>
        <source>{count} row says the same as an earlier one, the first is row {row}.</source>
        <translation>{count} 行与前面的某行相同，第一处是第 {row} 行。</translation>
    </message>
    <message>
        <source>{count} rows say the same as an earlier one, the first is row {row}.</source>
        <translation>{count} 行与前面的某行相同，第一处是第 {row} 行。</translation>
    </message>
    <message>
        <source>They are used as they are. Delete them if they were not meant to count more than once.</source>
        <translation>它们照原样使用。如果不该重复计算，请删除。</translation>
    </message>
    <message>
        <source>{count} held-out row is also trained on.</source>
        <translation>{count} 个留出行也用于训练。</translation>
    </message>
    <message>
        <source>{count} held-out rows are also trained on.</source>
        <translation>{count} 个留出行也用于训练。</translation>
    </message>
    <message>
        <source>The check on held-out rows will look better than it is. Delete them from one of the files.</source>
        <translation>留出行上的检查会显得比实际好。请从其中一个文件中删除它们。</translation>
    </message>
    <message>
        <source>The encoded rows in {folder} are incomplete.</source>
        <translation>{folder} 中编码后的行不完整。</translation>
    </message>
    <message>
        <source>Start a new run from your file.</source>
        <translation>请用您的文件开始新的运行。</translation>
    </message>
    <message>
        <source>The tokenizer wrote token {highest}, the model knows {known} tokens.</source>
        <translation>分词器写出了词元 {highest}，模型只认识 {known} 个词元。</translation>
    </message>
    <message>
        <source>The tokenizer belongs to another model: download tokenizer.json of this model again.</source>
        <translation>分词器属于另一个模型：请重新下载这个模型的 tokenizer.json。</translation>
    </message>
    <message>
        <source>{name} is not a text file.</source>
        <translation>{name} 不是文本文件。</translation>
    </message>
    <message>
        <source>Choose a file of examples: JSONL, JSON, CSV, Excel, Parquet or plain text.</source>
        <translation>请选择样本文件：JSONL、JSON、CSV、Excel、Parquet 或纯文本。</translation>
    </message>
    <message>
        <source>{damaged} characters of {name} are damaged.</source>
        <translation>{name} 中有 {damaged} 个字符损坏。</translation>
    </message>
    <message>
        <source>Rows that hold the sign � lost a character; save the file again as UTF-8 from the program it came from.</source>
        <translation>含有 � 的行丢失了字符；请用文件来源的程序重新保存为 UTF-8。</translation>
    </message>
    <message>
        <source>{name} is not written in UTF-8; it was read as Windows-1252 (Western European).</source>
        <translation>{name} 不是 UTF-8；已按 Windows-1252（西欧）读取。</translation>
    </message>
    <message>
        <source>If accents look wrong below, save the file again as UTF-8.</source>
        <translation>如果下面的重音字符不对，请把文件重新保存为 UTF-8。</translation>
    </message>
    <message>
        <source>There is no encoding “{name}”.</source>
        <translation>没有编码“{name}”。</translation>
    </message>
    <message>
        <source>Usual ones are utf-8, utf-16, cp1252 (Western Europe), cp1251 (Cyrillic), gb18030 and shift_jis.</source>
        <translation>常用的有 utf-8、utf-16、cp1252（西欧）、cp1251（西里尔）、gb18030 和 shift_jis。</translation>
    </message>
    <message>
        <source>{name} is protected by a password.</source>
        <translation>{name} 受密码保护。</translation>
    </message>
    <message>
        <source>Save it without one.</source>
        <translation>请不带密码保存。</translation>
    </message>
    <message>
        <source>{name} cannot be opened as a spreadsheet.</source>
        <translation>无法把 {name} 作为电子表格打开。</translation>
    </message>
    <message>
        <source>Open it in a spreadsheet program and save it again, or save it as CSV.</source>
        <translation>请在表格程序中打开并重新保存，或保存为 CSV。</translation>
    </message>
    <message>
        <source>{name} has {filled} sheets; only the first, {filled2}, is read.</source>
        <translation>{name} 有 {filled} 个工作表；只读取第一个 {filled2}。</translation>
    </message>
    <message>
        <source>Move all rows to one sheet, or save the sheet you want as a file of its own.</source>
        <translation>请把所有行移到一个工作表，或把需要的工作表另存为文件。</translation>
    </message>
    <message>
        <source>Choose JSONL, JSON, CSV, Excel, Parquet or plain text, or a folder of these.</source>
        <translation>请选择 JSONL、JSON、CSV、Excel、Parquet、纯文本，或装有这些文件的文件夹。</translation>
    </message>
    <message>
        <source>There is no file {path}.</source>
        <translation>没有文件 {path}。</translation>
    </message>
    <message>
        <source>Check the name, or choose the file again.</source>
        <translation>请检查名称，或重新选择文件。</translation>
    </message>
    <message>
        <source>{name} is not a file.</source>
        <translation>{name} 不是文件。</translation>
    </message>
    <message>
        <source>{name} is empty.</source>
        <translation>{name} 是空的。</translation>
    </message>
    <message>
        <source>The folder {name} has no data files.</source>
        <translation>文件夹 {name} 中没有数据文件。</translation>
    </message>
    <message>
        <source>{name} is no kind of file the studio can learn from.</source>
        <translation>{name} 不是本程序能学习的文件类型。</translation>
    </message>
    <message>
        <source>Extra data</source>
        <translation>多余的数据</translation>
    </message>
    <message>
        <source>Put each object on a line of its own.</source>
        <translation>请把每个对象单独放在一行。</translation>
    </message>
    <message>
        <source>Correct the line near “{around}”, or leave it out.</source>
        <translation>请更正“{around}”附近的行，或去掉它。</translation>
    </message>
    <message>
        <source>Line {number} of {file} cannot be read: {problem}.</source>
        <translation>无法读取 {file} 的第 {number} 行：{problem}。</translation>
    </message>
    <message>
        <source>Correct the line, or leave it out.</source>
        <translation>请更正该行，或去掉它。</translation>
    </message>
    <message>
        <source>Row {number} of {file} is {value}, not an object with named columns.</source>
        <translation>{file} 的第 {number} 行是 {value}，不是带列名的对象。</translation>
    </message>
    <message>
        <source>Write each row as {&quot;question&quot;: &quot;…&quot;, &quot;answer&quot;: &quot;…&quot;}.</source>
        <translation>请把每行写成 {&quot;question&quot;: &quot;…&quot;, &quot;answer&quot;: &quot;…&quot;}。</translation>
    </message>
    <message>
        <source>{name} is not valid JSON: {problem}, in line {lineno} at character {colno}.</source>
        <translation>{name} 不是有效的 JSON：{problem}，在第 {lineno} 行第 {colno} 个字符处。</translation>
    </message>
    <message>
        <source>Correct it there, or save the file again from the program it came from.</source>
        <translation>请在那里更正，或用文件来源的程序重新保存。</translation>
    </message>
    <message>
        <source>{name} cannot be read: {rstrip}.</source>
        <translation>无法读取 {name}：{rstrip}。</translation>
    </message>
    <message>
        <source>Save it again as JSON.</source>
        <translation>请重新保存为 JSON。</translation>
    </message>
    <message>
        <source>{name} holds {document}, not a list of rows.</source>
        <translation>{name} 包含{document}，不是行的列表。</translation>
    </message>
    <message>
        <source>Write it as a list: [{&quot;question&quot;: &quot;…&quot;, &quot;answer&quot;: &quot;…&quot;}, …].</source>
        <translation>请写成列表：[{&quot;question&quot;: &quot;…&quot;, &quot;answer&quot;: &quot;…&quot;}, …]。</translation>
    </message>
    <message>
        <source>Expecting value</source>
        <translation>此处应有值</translation>
    </message>
    <message>
        <source>Expecting &apos;{sign}&apos; delimiter</source>
        <translation>此处应有分隔符“{sign}”</translation>
    </message>
    <message>
        <source>{name} cannot be read as a Parquet file: it is damaged or cut off.</source>
        <translation>无法把 {name} 作为 Parquet 文件读取：它已损坏或不完整。</translation>
    </message>
    <message>
        <source>Download or export it again.</source>
        <translation>请重新下载或导出。</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Line {number} of {file} has more characters than can be read.</source>
        <translation>{file} 的第 {number} 行字符太多，无法读取。</translation>
    </message>
    <message>
        <source>Shorten it.</source>
        <translation>请缩短它。</translation>
    </message>
    <message>
        <source>{name} cannot be unpacked: it is damaged or cut off.</source>
        <translation>无法解压 {name}：它已损坏或不完整。</translation>
    </message>
    <message>
        <source>Download or compress it again.</source>
        <translation>请重新下载或压缩。</translation>
    </message>
    <message>
        <source>Row {number} of {name} repeats the heading.</source>
        <translation>{name} 的第 {number} 行重复了表头。</translation>
    </message>
    <message>
        <source>Delete the row.</source>
        <translation>请删除该行。</translation>
    </message>
    <message>
        <source>Row {number} of {file} has {cells} cells, the heading has {names}.</source>
        <translation>{file} 的第 {number} 行有 {cells} 个单元格，表头有 {names} 个。</translation>
    </message>
    <message>
        <source>Put texts that contain the separator or quotes in double quotes.</source>
        <translation>请把含有分隔符或引号的文本放在双引号中。</translation>
    </message>
    <message>
        <source>“{written}” cannot separate the cells of a table.</source>
        <translation>“{written}”不能分隔表格的单元格。</translation>
    </message>
    <message>
        <source>Choose one character: a comma, a semicolon, a bar or “tab”.</source>
        <translation>请选择一个字符：逗号、分号、竖线或“tab”。</translation>
    </message>
    <message>
        <source>If the columns look wrong, choose another separator.</source>
        <translation>如果列看起来不对，请选择另一个分隔符。</translation>
    </message>
    <message>
        <source>A quote opened in row {number} of {file} is never closed.</source>
        <translation>{file} 第 {number} 行打开的引号没有关闭。</translation>
    </message>
    <message>
        <source>Close it with &quot;, or write quotes inside a text twice (&quot;&quot;).</source>
        <translation>请用 &quot; 关闭，或把文本中的引号写两次 (&quot;&quot;)。</translation>
    </message>
    <message>
        <source>Choose a file with text in it.</source>
        <translation>请选择含有文本的文件。</translation>
    </message>
    <message>
        <source>The choice could not be kept</source>
        <translation>无法保存该选择</translation>
    </message>
    <message>
        <source>It takes more than a second for one conversation.</source>
        <translation>一次对话用时超过一秒。</translation>
    </message>
    <message>
        <source>{name} has no row {row}.</source>
        <translation>{name} 没有第 {row} 行。</translation>
    </message>
    <message>
        <source>Choose a number between the first row and the last.</source>
        <translation>请选择第一行到最后一行之间的数字。</translation>
    </message>
    <message>
        <source>There is no column {name} in {file}.</source>
        <translation>{file} 中没有列 {name}。</translation>
    </message>
    <message>
        <source>the data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Only plain text can be joined into blocks, not rows with labels.</source>
        <translation>只有纯文本能拼成块，带标签的行不能。</translation>
    </message>
    <message>
        <source>Leave the packing out, or let the model learn the texts alone.</source>
        <translation>请关闭拼接，或让模型只学习文本。</translation>
    </message>
    <message>
        <source>No column of {file} looks like the answers to learn.</source>
        <translation>{file} 中没有哪一列像要学习的答案。</translation>
    </message>
    <message>
        <source>Choose the column to read and the column of labels. There are: {columns}.</source>
        <translation>请选择要读取的列和标签列。现有：{columns}。</translation>
    </message>
    <message>
        <source>Only plain text can be joined into blocks, and {file} has questions to answer.</source>
        <translation>只有纯文本能拼成块，而 {file} 有要回答的问题。</translation>
    </message>
    <message>
        <source>Only plain text can be joined into blocks, and no column of {file} looks like one.</source>
        <translation>只有纯文本能拼成块，而 {file} 中没有哪一列像纯文本。</translation>
    </message>
    <message>
        <source>Choose the one column that holds the text. There are: {columns}.</source>
        <translation>请选择存放文本的那一列。现有：{columns}。</translation>
    </message>
    <message>
        <source>No column of {file} is chosen for the answers.</source>
        <translation>{file} 没有选定答案列。</translation>
    </message>
    <message>
        <source>Choose a file with named columns.</source>
        <translation>请选择带列名的文件。</translation>
    </message>
    <message>
        <source>Choose which columns are read and which one is learnt. There are: {columns}.</source>
        <translation>请选择读取哪些列、学习哪一列。现有：{columns}。</translation>
    </message>
    <message>
        <source>The chat template of this model is over a million characters long.</source>
        <translation>这个模型的对话模板超过一百万个字符。</translation>
    </message>
    <message>
        <source>The chat template of this model is damaged: {rstrip}.</source>
        <translation>这个模型的对话模板已损坏：{rstrip}。</translation>
    </message>
    <message>
        <source>It holds a number of more than 64 bits.</source>
        <translation>它包含超过 64 位的数字。</translation>
    </message>
    <message>
        <source>Download tokenizer_config.json (and chat_template.jinja, if there is one) again.</source>
        <translation>请重新下载 tokenizer_config.json（如果有 chat_template.jinja，也一并下载）。</translation>
    </message>
    <message>
        <source>The model&apos;s chat template writes earlier answers of a conversation in another form than its last one.</source>
        <translation>模型的对话模板把对话中较早的回答写成与最后一个不同的形式。</translation>
    </message>
    <message>
        <source>They are learnt as they stand there. Where that matters, give all but the last the weight 0.</source>
        <translation>它们照那里的样子学习。如果这很重要，请把除最后一个以外的权重设为 0。</translation>
    </message>
    <message>
        <source>The chat template of this model cannot be used. {problem}</source>
        <translation>无法使用这个模型的对话模板。{problem}</translation>
    </message>
    <message>
        <source>Choose the model from its own publisher: no whole template needs that.</source>
        <translation>请选择原发布者的模型：完整的模板不需要那样。</translation>
    </message>
    <message>
        <source>chat_template.jinja of this model cannot be read.</source>
        <translation>无法读取这个模型的 chat_template.jinja。</translation>
    </message>
    <message>
        <source>tokenizer.json of {name} cannot be read.</source>
        <translation>无法读取 {name} 的 tokenizer.json。</translation>
    </message>
    <message>
        <source>Download tokenizer.json again.</source>
        <translation>请重新下载 tokenizer.json。</translation>
    </message>
    <message>
        <source>The tokenizer does not say how a text ends.</source>
        <translation>分词器没有说明文本如何结束。</translation>
    </message>
    <message>
        <source>Download tokenizer_config.json of this model too.</source>
        <translation>请同时下载这个模型的 tokenizer_config.json。</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>磁盘已满。</translation>
    </message>
    <message>
        <source>Free some space, then try again.</source>
        <translation>请腾出一些空间，然后再试一次。</translation>
    </message>
    <message>
        <source>Your share of the disk is used up.</source>
        <translation>您的磁盘配额已用完。</translation>
    </message>
    <message>
        <source>The disk is read-only.</source>
        <translation>磁盘是只读的。</translation>
    </message>
    <message>
        <source>Make it writable or choose another home folder.</source>
        <translation>请使其可写，或选择另一个主文件夹。</translation>
    </message>
    <message>
        <source>Writing is not permitted here.</source>
        <translation>这里不允许写入。</translation>
    </message>
    <message>
        <source>Check the permissions of the folder or choose another one.</source>
        <translation>请检查文件夹的权限，或选择另一个。</translation>
    </message>
    <message>
        <source>The file would be larger than your account may write.</source>
        <translation>文件会超过您的账户允许写入的大小。</translation>
    </message>
    <message>
        <source>Raise that limit, then try again.</source>
        <translation>请提高该限制，然后再试一次。</translation>
    </message>
    <message>
        <source>The system allows too few open files.</source>
        <translation>系统允许打开的文件太少。</translation>
    </message>
    <message>
        <source>Raise that limit (`ulimit -n`), then try again.</source>
        <translation>请提高该限制（`ulimit -n`），然后再试一次。</translation>
    </message>
    <message>
        <source>Too many files are open on this computer.</source>
        <translation>这台电脑上打开的文件太多。</translation>
    </message>
    <message>
        <source>The disk reported an error.</source>
        <translation>磁盘报告了错误。</translation>
    </message>
    <message>
        <source>Check the disk, or move the home folder to another one.</source>
        <translation>请检查磁盘，或把主文件夹移到另一个磁盘。</translation>
    </message>
    <message>
        <source>Look at the disk and try again.</source>
        <translation>请检查磁盘后再试。</translation>
    </message>
    <message>
        <source>It was stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Close other programs, or choose --device cpu.</source>
        <translation>请关闭其他程序，或选择 --device cpu。</translation>
    </message>
    <message>
        <source>The device ran out of memory.</source>
        <translation>设备内存不足。</translation>
    </message>
    <message>
        <source>Something unexpected happened ({name}).</source>
        <translation>发生了意外情况（{name}）。</translation>
    </message>
    <message>
        <source>The run itself is untouched. The details are in the log of this job.</source>
        <translation>运行本身未受影响。详细信息在此任务的日志中。</translation>
    </message>
    <message>
        <source>This model gives labels and writes no answers.</source>
        <translation>这个模型给出标签，不写回答。</translation>
    </message>
    <message>
        <source>The conversation has {tokens} tokens, the model reads {outcome}.</source>
        <translation>对话有 {tokens} 个词元，模型能读取 {outcome} 个。</translation>
    </message>
    <message>
        <source>Begin a new one, or ask a shorter question.</source>
        <translation>请开始新的对话，或问短一点的问题。</translation>
    </message>
    <message>
        <source>The conversation could not be kept</source>
        <translation>无法保存对话</translation>
    </message>
    <message>
        <source>The checkpoint could not be saved</source>
        <translation>无法保存检查点</translation>
    </message>
    <message>
        <source>The checkpoint {name} belongs to {origin}.</source>
        <translation>检查点 {name} 属于 {origin}。</translation>
    </message>
    <message>
        <source>Put back what was changed and continue, or start a new run.</source>
        <translation>请恢复被更改的内容后继续，或开始新的运行。</translation>
    </message>
    <message>
        <source>What is left of {left} is kept in {folder}. </source>
        <translation>{left} 剩余的部分保存在 {folder}。</translation>
    </message>
    <message>
        <source>No checkpoint of this run can be read.</source>
        <translation>这次运行的检查点都无法读取。</translation>
    </message>
    <message>
        <source>The checkpoints of this run are gone.</source>
        <translation>这次运行的检查点不见了。</translation>
    </message>
    <message>
        <source>the list of files of {name} is missing or unreadable.</source>
        <translation>{name} 的文件清单缺失或无法读取。</translation>
    </message>
    <message>
        <source>the list of files of {name} is not whole.</source>
        <translation>{name} 的文件清单不完整。</translation>
    </message>
    <message>
        <source>{name} of {name2} is missing.</source>
        <translation>{name2} 的 {name} 缺失。</translation>
    </message>
    <message>
        <source>{name} of {name2} does not match its fingerprint.</source>
        <translation>{name2} 的 {name} 与其指纹不符。</translation>
    </message>
    <message>
        <source>A checkpoint takes {one}, so one is written every {seconds}</source>
        <translation>一个检查点需要 {one}，因此每 {seconds}写一个</translation>
    </message>
    <message>
        <source>More often would take more than 1 % of the time. Pause and stop always save.</source>
        <translation>更频繁会占用超过 1 % 的时间。暂停和停止时总会保存。</translation>
    </message>
    <message>
        <source>The export cannot be loaded again, so it was not kept.</source>
        <translation>导出无法重新加载，因此没有保留。</translation>
    </message>
    <message>
        <source>The details are in the log. Try another form, such as the adapter.</source>
        <translation>详细信息在日志中。请尝试其他形式，例如适配器。</translation>
    </message>
    <message>
        <source>Apple GPU</source>
        <translation>Apple GPU</translation>
    </message>
    <message>
        <source>There is no device “{wanted}” that training can use.</source>
        <translation>没有可用于训练的设备“{wanted}”。</translation>
    </message>
    <message>
        <source>There is: {found}. Choose one of them.</source>
        <translation>现有：{found}。请选择其中之一。</translation>
    </message>
    <message>
        <source>There is no balance loss for the experts of {removesuffix}.</source>
        <translation>{removesuffix} 的专家没有平衡损失。</translation>
    </message>
    <message>
        <source>Train it without: this family keeps its experts in balance by itself, or has none.</source>
        <translation>请不用它训练：这个系列自行保持专家平衡，或没有专家。</translation>
    </message>
    <message>
        <source>The export could not be written</source>
        <translation>无法写入导出</translation>
    </message>
    <message>
        <source>There is something in {folder} already.</source>
        <translation>{folder} 中已有内容。</translation>
    </message>
    <message>
        <source>Name a folder that is not there yet.</source>
        <translation>请指定一个还不存在的文件夹。</translation>
    </message>
    <message>
        <source>“{path}” is no file that ranks need.</source>
        <translation>“{path}”不是各进程需要的文件。</translation>
    </message>
    <message>
        <source>See who else is on this network.</source>
        <translation>请查看还有谁在这个网络上。</translation>
    </message>
    <message>
        <source>This adapter cannot be merged piece by piece: {problem}.</source>
        <translation>这个适配器无法逐块合并：{problem}。</translation>
    </message>
    <message>
        <source>Export it merged, then convert that.</source>
        <translation>请导出为合并形式，再转换它。</translation>
    </message>
    <message>
        <source>The export does not answer like the tuned model, so it was not kept. {first_difference}</source>
        <translation>导出的回答与训练后的模型不同，因此没有保留。{first_difference}</translation>
    </message>
    <message>
        <source>Try another form, such as the adapter, and report this with the run&apos;s folder.</source>
        <translation>请尝试其他形式，例如适配器，并附上运行文件夹报告此问题。</translation>
    </message>
    <message>
        <source>Even one row of {longest} tokens does not fit into the memory at update {update}.</source>
        <translation>在第 {update} 次更新时，连一行 {longest} 个词元也放不进内存。</translation>
    </message>
    <message>
        <source>Everything up to the update before is kept. Close other programs and continue, or cut rows shorter.</source>
        <translation>此前更新的一切都已保留。请关闭其他程序后继续，或把行截得更短。</translation>
    </message>
    <message>
        <source>GPU {rank} of {world_size} ran out of memory at update {update}, and no other can go on without it.</source>
        <translation>第 {rank} 块 GPU（共 {world_size} 块）在第 {update} 次更新时内存不足，其他 GPU 无法单独继续。</translation>
    </message>
    <message>
        <source>Everything up to the last checkpoint is kept. Close other programs that use the graphics card.</source>
        <translation>到最后一个检查点为止的一切都已保留。请关闭使用显卡的其他程序。</translation>
    </message>
    <message>
        <source>Everything up to the last checkpoint is kept.</source>
        <translation>到最后一个检查点为止的一切都已保留。</translation>
    </message>
    <message>
        <source>Torchrun&apos;s store has not answered for {SILENT_SECONDS} s.</source>
        <translation>torchrun 的存储已有 {SILENT_SECONDS} 秒没有应答。</translation>
    </message>
    <message>
        <source>{kept} Its computer is off or cut off from this one.</source>
        <translation>{kept}它所在的电脑已关闭，或与这台断开了连接。</translation>
    </message>
    <message>
        <source>Trained by {hosts} processes on {names}</source>
        <translation>由 {names} 上的 {hosts} 个进程训练</translation>
    </message>
    <message>
        <source>The judgement could not be kept</source>
        <translation>无法保存评判</translation>
    </message>
    <message>
        <source>Even one row does not fit into the memory.</source>
        <translation>连一行也放不进内存。</translation>
    </message>
    <message>
        <source>Choose --device cpu.</source>
        <translation>请选择 --device cpu。</translation>
    </message>
    <message>
        <source>Choose another model, such as Llama, Qwen or Mistral, or let it write the label as an answer.</source>
        <translation>请选择其他模型，例如 Llama、Qwen 或 Mistral，或让它把标签写成回答。</translation>
    </message>
    <message>
        <source>The model in {name} could not be loaded: {problem}</source>
        <translation>无法加载 {name} 中的模型：{problem}</translation>
    </message>
    <message>
        <source>Download or copy the model again, or choose another one.</source>
        <translation>请重新下载或复制模型，或选择另一个。</translation>
    </message>
    <message>
        <source>{missing} weights of {name} are missing or have another size, such as {missing2}.</source>
        <translation>{name} 缺少 {missing} 个权重或大小不符，例如 {missing2}。</translation>
    </message>
    <message>
        <source>The folder does not hold the whole model. Download or copy it again.</source>
        <translation>该文件夹中的模型不完整。请重新下载或复制。</translation>
    </message>
    <message>
        <source>No model can be made from config.json of {name}: {problem}</source>
        <translation>无法由 {name} 的 config.json 建立模型：{problem}</translation>
    </message>
    <message>
        <source>Take the config.json of a model that transformers knows, and change its sizes only.</source>
        <translation>请使用 transformers 认识的模型的 config.json，只更改其大小。</translation>
    </message>
    <message>
        <source>The tokenizer in {name} could not be loaded: {problem}</source>
        <translation>无法加载 {name} 中的分词器：{problem}</translation>
    </message>
    <message>
        <source>Download or copy the model again, with its tokenizer files.</source>
        <translation>请重新下载或复制模型，连同分词器文件。</translation>
    </message>
    <message>
        <source>The model has a batch norm ({name}), so what it learns from a row depends on the rows beside it.</source>
        <translation>模型含有批归一化（{name}），所以它从一行学到的内容取决于旁边的行。</translation>
    </message>
    <message>
        <source>No split would be the effective batch you asked for. Choose a model without batch norm.</source>
        <translation>任何拆分都得不到您要求的有效批量。请选择没有批归一化的模型。</translation>
    </message>
    <message>
        <source>The model has no linear layer “{ending}” for an adapter.</source>
        <translation>模型没有可供适配器使用的线性层“{ending}”。</translation>
    </message>
    <message>
        <source>There is: {there}; or write attention for all layers of the attention.</source>
        <translation>现有：{there}；或写 attention 表示注意力的所有层。</translation>
    </message>
    <message>
        <source>Merging weights in few bits needs</source>
        <translation>合并低位宽权重需要</translation>
    </message>
    <message>
        <source>This adapter cannot be merged: its base is stored in few bits and is no plain stack of matrices.</source>
        <translation>这个适配器无法合并：它的基础模型以低位宽存储，且不是简单的矩阵堆叠。</translation>
    </message>
    <message>
        <source>Export the adapter: it works beside its base model.</source>
        <translation>请导出适配器：它可与基础模型一起使用。</translation>
    </message>
    <message>
        <source>This is started by torchrun, on every computer that trains.</source>
        <translation>这由 torchrun 在每台参与训练的电脑上启动。</translation>
    </message>
    <message>
        <source>There is no run in {path}.</source>
        <translation>{path} 中没有运行。</translation>
    </message>
    <message>
        <source>Somebody else works on {name}; nothing was done.</source>
        <translation>{name} 正由别人处理；没有做任何事。</translation>
    </message>
    <message>
        <source>{name} is finished.</source>
        <translation>{name} 已完成。</translation>
    </message>
    <message>
        <source>The other training processes cannot be reached: {splitlines}</source>
        <translation>无法联系其他训练进程：{splitlines}</translation>
    </message>
    <message>
        <source>The loss is no longer a number at updates {in_a_row}.</source>
        <translation>在第 {in_a_row} 次更新，损失不再是数字。</translation>
    </message>
    <message>
        <source>The loss is no longer a number at update {in_a_row}.</source>
        <translation>在第 {in_a_row} 次更新，损失不再是数字。</translation>
    </message>
    <message>
        <source>Everything up to the update before is kept. A smaller learning rate usually helps.</source>
        <translation>此前更新的一切都已保留。减小学习率通常有帮助。</translation>
    </message>
    <message>
        <source>An 8-bit optimizer needs</source>
        <translation>8 位优化器需要</translation>
    </message>
    <message>
        <source>Everything up to the last checkpoint is kept. The details are in worker.log of the run.</source>
        <translation>到最后一个检查点为止的一切都已保留。详细信息在运行的 worker.log 中。</translation>
    </message>
    <message>
        <source>The training processes lost touch with each other: {splitlines}</source>
        <translation>训练进程之间失去了联系：{splitlines}</translation>
    </message>
    <message>
        <source>One of {world_size} training processes has not answered for {PATIENCE_SECONDS} min.</source>
        <translation>{world_size} 个训练进程中有一个已 {PATIENCE_SECONDS} 分钟没有应答。</translation>
    </message>
    <message>
        <source>Ask for fewer, or choose cpu as the device: they then share the processor.</source>
        <translation>请减少数量，或选择 cpu 作为设备：它们会共用处理器。</translation>
    </message>
    <message>
        <source>{name} has no result yet.</source>
        <translation>{name} 还没有结果。</translation>
    </message>
    <message>
        <source>Wait until it ends, or stop it: then it saves what it has learnt.</source>
        <translation>请等它结束，或停止它：它会保存学到的内容。</translation>
    </message>
    <message>
        <source>{busy} is using {wanted}.</source>
        <translation>{busy} 正在使用 {wanted}。</translation>
    </message>
    <message>
        <source>Wait until it ends, or choose the processor: --device cpu.</source>
        <translation>请等它结束，或选择处理器：--device cpu。</translation>
    </message>
    <message>
        <source>Wait until the run ends, then try again.</source>
        <translation>请等运行结束后再试。</translation>
    </message>
    <message>
        <source>{busy} is using the GPU, so this is done on the processor.</source>
        <translation>{busy} 正在使用 GPU，所以这在处理器上进行。</translation>
    </message>
    <message>
        <source>It is slower; the answers are those of the same model.</source>
        <translation>速度较慢；回答与同一模型相同。</translation>
    </message>
    <message>
        <source>Nothing was measured. {problem}</source>
        <translation>没有测量任何内容。{problem}</translation>
    </message>
    <message>
        <source>Something unexpected happened while measuring ({name}).</source>
        <translation>测量时发生了意外情况（{name}）。</translation>
    </message>
    <message>
        <source>There were {limit_seconds} s for it.</source>
        <translation>它有 {limit_seconds} 秒的时间。</translation>
    </message>
    <message>
        <source>Weights in 4 bits need</source>
        <translation>4 位权重需要</translation>
    </message>
    <message>
        <source>Weights in 8 bits need</source>
        <translation>8 位权重需要</translation>
    </message>
    <message>
        <source>{what} the library bitsandbytes, which is not installed.</source>
        <translation>{what}程序库 bitsandbytes，但没有安装。</translation>
    </message>
    <message>
        <source>Install it with: &quot;{executable}&quot; -m pip install bitsandbytes. Or do without.</source>
        <translation>安装方法：&quot;{executable}&quot; -m pip install bitsandbytes。或者不使用它。</translation>
    </message>
    <message>
        <source>{what} the library bitsandbytes, which does not run on {type} here.</source>
        <translation>{what}程序库 bitsandbytes，但它在这里的 {type} 上无法运行。</translation>
    </message>
    <message>
        <source>Do without, or use an NVIDIA card with a current driver.</source>
        <translation>请不使用它，或使用装有最新驱动的 NVIDIA 显卡。</translation>
    </message>
    <message>
        <source>The result could not be saved</source>
        <translation>无法保存结果</translation>
    </message>
    <message>
        <source>The saved result does not score like the trained model (difference {difference}).</source>
        <translation>保存的结果与训练后的模型得分不同（相差 {difference}）。</translation>
    </message>
    <message>
        <source>The last checkpoint is kept. Report this with the run&apos;s folder.</source>
        <translation>最后一个检查点已保留。请附上运行文件夹报告此问题。</translation>
    </message>
    <message>
        <source>LoRA adapter, rank {rank}</source>
        <translation>LoRA 适配器，秩 {rank}</translation>
    </message>
    <message>
        <source>It does not fit on {name}. {what}</source>
        <translation>在 {name} 上放不下。{what}</translation>
    </message>
    <message>
        <source>Two ways of splitting the first update disagree by {relative_error}.</source>
        <translation>第一次更新的两种拆分方式相差 {relative_error}。</translation>
    </message>
    <message>
        <source>Training would not be the experiment you asked for, so it was not started. Report this model.</source>
        <translation>训练不会是您要求的实验，所以没有开始。请报告这个模型。</translation>
    </message>
    <message>
        <source>Held-out loss {eval_loss} before, {eval_loss2} after</source>
        <translation>留出损失：之前 {eval_loss}，之后 {eval_loss2}</translation>
    </message>
    <message>
        <source>No rows were held out</source>
        <translation>没有留出行</translation>
    </message>
    <message>
        <source>Nightshift Studio {version}, torch {version2}, transformers {version3}, peft {version4}</source>
        <translation>Nightshift Studio {version}，torch {version2}，transformers {version3}，peft {version4}</translation>
    </message>
    <message>
        <source>There is nothing to answer.</source>
        <translation>没有可回答的内容。</translation>
    </message>
    <message>
        <source>Start a run with prompts of your own.</source>
        <translation>请用您自己的提示开始一次运行。</translation>
    </message>
    <message>
        <source>Prompts are not answered while GPUs share one model.</source>
        <translation>GPU 共用一个模型时不回答提示。</translation>
    </message>
    <message>
        <source>Try the result when it is done.</source>
        <translation>完成后请试用结果。</translation>
    </message>
    <message>
        <source>There was no memory to answer prompts after update {update}.</source>
        <translation>第 {update} 次更新之后没有内存来回答提示。</translation>
    </message>
    <message>
        <source>Learning goes on, and nothing else was touched.</source>
        <translation>学习继续进行，其他一切不受影响。</translation>
    </message>
    <message>
        <source>The way from {name} to its labels is not known here.</source>
        <translation>这里不知道如何从 {name} 得到它的标签。</translation>
    </message>
    <message>
        <source>The layers of this model are not known, so it cannot be divided among GPUs.</source>
        <translation>不知道这个模型的层，因此无法分到多块 GPU 上。</translation>
    </message>
    <message>
        <source>Choose a smaller model, one such as Llama, Qwen or Mistral, or 4-bit weights on each GPU.</source>
        <translation>请选择更小的模型、Llama、Qwen 或 Mistral 之类的模型，或在每块 GPU 上使用 4 位权重。</translation>
    </message>
    <message>
        <source>The memory ran out in the middle of update {update}.</source>
        <translation>在第 {update} 次更新中途内存耗尽。</translation>
    </message>
    <message>
        <source>What the optimizer keeps for each weight does not fit into the memory at update {update}.</source>
        <translation>在第 {update} 次更新时，优化器为每个权重保存的内容放不进内存。</translation>
    </message>
    <message>
        <source>Everything up to the update before is kept. Close other programs and continue, or choose an optimizer that keeps less, such as 8-bit AdamW.</source>
        <translation>此前更新的一切都已保留。请关闭其他程序后继续，或选择占用更少的优化器，例如 8 位 AdamW。</translation>
    </message>
    <message>
        <source>Out of memory in the optimizer at update {update}, redone</source>
        <translation>第 {update} 次更新时优化器内存不足，已重做</translation>
    </message>
    <message>
        <source>The update was made again from unchanged weights; nothing was lost.</source>
        <translation>更新已用未改变的权重重做；没有丢失任何内容。</translation>
    </message>
    <message>
        <source>GGUF has no name for {stored}.</source>
        <translation>GGUF 没有 {stored} 的名称。</translation>
    </message>
    <message>
        <source>Export it merged: transformers reads that.</source>
        <translation>请导出为合并形式：transformers 可以读取。</translation>
    </message>
    <message>
        <source>The run&apos;s events could not be written</source>
        <translation>无法写入运行的事件</translation>
    </message>
    <message>
        <source>The graphics card broke off its work: {rstrip}.</source>
        <translation>显卡中断了工作：{rstrip}。</translation>
    </message>
    <message>
        <source>Everything up to the last checkpoint is kept. If it happens again, restart the computer and update the card&apos;s driver.</source>
        <translation>到最后一个检查点为止的一切都已保留。如果再次发生，请重启电脑并更新显卡驱动。</translation>
    </message>
    <message>
        <source>Something unexpected happened in the training program ({name}).</source>
        <translation>训练程序中发生了意外情况（{name}）。</translation>
    </message>
    <message>
        <source>Everything up to the last checkpoint is kept. Close other programs and continue the run.</source>
        <translation>到最后一个检查点为止的一切都已保留。请关闭其他程序，然后继续运行。</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>LoRA adapter of rank {rank}</source>
        <translation>LoRA 适配器，秩为 {rank}</translation>
    </message>
    <message>
        <source>Licence of the base: {licence}.</source>
        <translation>原模型的许可证：{licence}。</translation>
    </message>
    <message>
        <source>Known are: {FAMILIES}.</source>
        <translation>已知的有：{FAMILIES}。</translation>
    </message>
    <message>
        <source>This model cannot become a GGUF file: {why}.</source>
        <translation>这个模型无法变成 GGUF 文件：{why}。</translation>
    </message>
    <message>
        <source>{hint} Export it merged: transformers and vLLM read that.</source>
        <translation>{hint}请导出为合并形式：transformers 和 vLLM 可以读取。</translation>
    </message>
    <message>
        <source>Export it merged: transformers and vLLM read that.</source>
        <translation>请导出为合并形式：transformers 和 vLLM 可以读取。</translation>
    </message>
    <message>
        <source>Export it as gguf: llama.cpp reads the model&apos;s own template.</source>
        <translation>请导出为 gguf：llama.cpp 会读取模型自己的模板。</translation>
    </message>
    <message>
        <source>Ollama cannot write conversations the way this model&apos;s chat template does.</source>
        <translation>Ollama 无法按这个模型的对话模板书写对话。</translation>
    </message>
    <message>
        <source>Every weight learnt, so there is no adapter.</source>
        <translation>所有权重都参与了学习，所以没有适配器。</translation>
    </message>
    <message>
        <source>Export it merged: that is the whole model.</source>
        <translation>请导出为合并形式：那就是整个模型。</translation>
    </message>
    <message>
        <source>q8_0 is a type of GGUF files only.</source>
        <translation>q8_0 只是 GGUF 文件的类型。</translation>
    </message>
    <message>
        <source>Choose float16, bfloat16 or float32, or export as gguf or ollama.</source>
        <translation>请选择 float16、bfloat16 或 float32，或导出为 gguf 或 ollama。</translation>
    </message>
    <message>
        <source>The export needs {needed} on the disk, and {free} are free.</source>
        <translation>导出需要磁盘空间 {needed}，可用 {free}。</translation>
    </message>
    <message>
        <source>Free some space, or name a folder on another disk with --to.</source>
        <translation>请腾出一些空间，或用 --to 指定另一个磁盘上的文件夹。</translation>
    </message>
    <message>
        <source>The library gguf, which writes such files, is not installed.</source>
        <translation>没有安装写入此类文件的程序库 gguf。</translation>
    </message>
    <message>
        <source>A model that gives labels cannot become a GGUF file.</source>
        <translation>给出标签的模型无法变成 GGUF 文件。</translation>
    </message>
    <message>
        <source>Export it merged.</source>
        <translation>请导出为合并形式。</translation>
    </message>
    <message>
        <source>Experts beside weights in few bits cannot be merged.</source>
        <translation>低位宽权重旁的专家无法合并。</translation>
    </message>
    <message>
        <source>Export the adapter.</source>
        <translation>请导出适配器。</translation>
    </message>
    <message>
        <source>In answer {number} the studio&apos;s word {place} is token {wanted}, {consumer} takes token {chosen}.</source>
        <translation>在回答 {number} 中，本程序的第 {place} 个词是词元 {wanted}，{consumer} 选了词元 {chosen}。</translation>
    </message>
    <message>
        <source>{consumer} reads “{text}” as other tokens.</source>
        <translation>{consumer} 把“{text}”读成了其他词元。</translation>
    </message>
    <message>
        <source>There is no proved export in {folder}.</source>
        <translation>{folder} 中没有经过验证的导出。</translation>
    </message>
    <message>
        <source>Export the run first.</source>
        <translation>请先导出运行。</translation>
    </message>
    <message>
        <source>Nothing can be sent to the hub without your token.</source>
        <translation>没有您的令牌，无法向 Hub 发送任何内容。</translation>
    </message>
    <message>
        <source>Create one of the kind “Write” at {TOKENS_PAGE} and keep it by `nightshift token`.</source>
        <translation>请在 {TOKENS_PAGE} 创建一个“Write”类型的令牌，并在设置中保存。</translation>
    </message>
    <message>
        <source>Trying again in {seconds} s.</source>
        <translation>{seconds} 秒后重试。</translation>
    </message>
    <message>
        <source>Fine-tuned with Nightshift Studio</source>
        <translation>用 Nightshift Studio 微调</translation>
    </message>
    <message>
        <source>{name} is on the hub already and holds something else.</source>
        <translation>{name} 已在 Hub 上，内容不同。</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>请选择另一个名称。</translation>
    </message>
    <message>
        <source>{name} is on the hub already, and everybody can see it.</source>
        <translation>{name} 已在 Hub 上，并且所有人都能看到。</translation>
    </message>
    <message>
        <source>Choose another name, or let everybody see this one too.</source>
        <translation>请选择另一个名称，或让所有人也能看到这个。</translation>
    </message>
    <message>
        <source>The hub holds {wrong} otherwise than it was sent.</source>
        <translation>Hub 上的 {wrong} 与发送的不同。</translation>
    </message>
    <message>
        <source>Push it again; do not use what is there.</source>
        <translation>请重新发送；不要使用那里的内容。</translation>
    </message>
    <message>
        <source>The network is switched off on this computer by HF_HUB_OFFLINE.</source>
        <translation>这台电脑通过 HF_HUB_OFFLINE 关闭了网络。</translation>
    </message>
    <message>
        <source>Remove that setting, then push again.</source>
        <translation>请去掉该设置，然后重新发送。</translation>
    </message>
    <message>
        <source>The hub does not take this export as it is.</source>
        <translation>Hub 不接受这个导出的现状。</translation>
    </message>
    <message>
        <source>It says: {split}</source>
        <translation>它说：{split}</translation>
    </message>
    <message>
        <source>The connection was cut while files were sent.</source>
        <translation>发送文件时连接中断。</translation>
    </message>
    <message>
        <source>Push it again to go on.</source>
        <translation>请重新发送以继续。</translation>
    </message>
    <message>
        <source>The hub has trouble of its own (answer {status}).</source>
        <translation>Hub 自身有问题（应答 {status}）。</translation>
    </message>
    <message>
        <source>Push it again later to go on.</source>
        <translation>请稍后重新发送以继续。</translation>
    </message>
    <message>
        <source>The hub does not accept your token.</source>
        <translation>Hub 不接受您的令牌。</translation>
    </message>
    <message>
        <source>It may have been deleted or have run out: create one of the kind “Write” at {TOKENS_PAGE} and keep it by `nightshift token`.</source>
        <translation>它可能已被删除或过期：请在 {TOKENS_PAGE} 创建一个“Write”类型的令牌，并在设置中保存。</translation>
    </message>
    <message>
        <source>Your token may not write to {name}.</source>
        <translation>您的令牌无权写入 {name}。</translation>
    </message>
    <message>
        <source>Check the owner&apos;s name, and that the token is of the kind “Write”: {TOKENS_PAGE}.</source>
        <translation>请检查所有者的名称，以及令牌是否为“Write”类型：{TOKENS_PAGE}。</translation>
    </message>
    <message>
        <source>The hub did not take {name}.</source>
        <translation>Hub 没有接受 {name}。</translation>
    </message>
    <message>
        <source>It says: {told}</source>
        <translation>它说：{told}</translation>
    </message>
    <message>
        <source>{name}: begins</source>
        <translation>{name}：开始</translation>
    </message>
    <message>
        <source>{name}: nobody could be told: {problem}</source>
        <translation>{name}：无法通知任何人：{problem}</translation>
    </message>
    <message>
        <source>The computer goes to sleep or shuts down.</source>
        <translation>电脑将进入睡眠或关机。</translation>
    </message>
    <message>
        <source>The run itself is not touched by it.</source>
        <translation>运行本身不受影响。</translation>
    </message>
    <message>
        <source>The computer was switched off or restarted while the run was going</source>
        <translation>运行期间电脑被关闭或重启</translation>
    </message>
    <message>
        <source>It goes on from its last checkpoint; what came after is made again.</source>
        <translation>它从最后一个检查点继续；之后的部分会重做。</translation>
    </message>
    <message>
        <source>The report could not be finished, or nobody could be told of it in time.</source>
        <translation>报告未能完成，或未能及时通知。</translation>
    </message>
    <message>
        <source>Something unexpected happened while looking ({name}).</source>
        <translation>查看时发生了意外情况（{name}）。</translation>
    </message>
    <message>
        <source>Try it again; the details are in bench.log.</source>
        <translation>请再试一次；详细信息在 bench.log 中。</translation>
    </message>
    <message>
        <source>The program that does this ended unexpectedly ({gone}).</source>
        <translation>执行此操作的程序意外结束（{gone}）。</translation>
    </message>
    <message>
        <source>The details are in {log}.</source>
        <translation>详细信息在 {log} 中。</translation>
    </message>
    <message>
        <source>The answer never came: its process ended.</source>
        <translation>没有得到回答：它的进程已结束。</translation>
    </message>
    <message>
        <source>Try it again.</source>
        <translation>请再试一次。</translation>
    </message>
    <message>
        <source>It is not known here how this system is {done_to}.</source>
        <translation>这里不知道如何让这个系统{done_to}。</translation>
    </message>
    <message>
        <source>The computer could not be {done_to}.</source>
        <translation>无法让电脑{done_to}。</translation>
    </message>
    <message>
        <source>The system refused {do}.</source>
        <translation>系统拒绝了{do}。</translation>
    </message>
    <message>
        <source>Something unexpected happened while downloading ({name}).</source>
        <translation>下载时发生了意外情况（{name}）。</translation>
    </message>
    <message>
        <source>What was downloaded is kept; the details are in downloads.log.</source>
        <translation>已下载的内容会保留；详细信息在 downloads.log 中。</translation>
    </message>
    <message>
        <source>{model} could not be written</source>
        <translation>无法写入 {model}</translation>
    </message>
    <message>
        <source>{model} is being downloaded already.</source>
        <translation>{model} 已在下载中。</translation>
    </message>
    <message>
        <source>Wait until that has ended.</source>
        <translation>请等它结束。</translation>
    </message>
    <message>
        <source>The download ended unexpectedly (exit code {exit_code}).</source>
        <translation>下载意外结束（退出码 {exit_code}）。</translation>
    </message>
    <message>
        <source>What was downloaded is kept: download it again to go on.</source>
        <translation>已下载的内容会保留：重新下载即可继续。</translation>
    </message>
    <message>
        <source>The checkpoints could not be set aside</source>
        <translation>无法搁置检查点</translation>
    </message>
    <message>
        <source>you log in again</source>
        <translation>您重新登录</translation>
    </message>
    <message>
        <source>the program is started again</source>
        <translation>程序再次启动</translation>
    </message>
    <message>
        <source>worth a look</source>
        <translation>值得一看</translation>
    </message>
    <message>
        <source>could not check</source>
        <translation>无法检查</translation>
    </message>
    <message>
        <source>The computer goes to sleep after {seconds}. </source>
        <translation>电脑在 {seconds}后进入睡眠。</translation>
    </message>
    <message>
        <source>The computer goes to sleep after {seconds}</source>
        <translation>电脑在 {seconds}后进入睡眠</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1 分钟</translation>
    </message>
    <message>
        <source>{seconds} minutes</source>
        <translation>{seconds} 分钟</translation>
    </message>
    <message>
        <source>Plugged in. If the power fails, the run goes on from its last checkpoint when {AGAIN}.</source>
        <translation>已接通电源。如果断电，{AGAIN}后运行会从最后一个检查点继续。</translation>
    </message>
    <message>
        <source>If it does so tonight, the run goes on from its last checkpoint when {AGAIN}.</source>
        <translation>如果今晚发生，{AGAIN}后运行会从最后一个检查点继续。</translation>
    </message>
    <message>
        <source>No other program holds much of the {name}.</source>
        <translation>没有其他程序占用大量{name}。</translation>
    </message>
    <message>
        <source>{upper}{name} uses {used_bytes} of the {name2}</source>
        <translation>{upper}{name} 占用{name2}的 {used_bytes}</translation>
    </message>
    <message>
        <source>Close {name} for the night.</source>
        <translation>夜里请关闭 {name}。</translation>
    </message>
    <message>
        <source>The run needs at most {peak_bytes} of {free_bytes} that are free now.</source>
        <translation>运行最多需要 {peak_bytes}，现在可用 {free_bytes}。</translation>
    </message>
    <message>
        <source>spills into main memory, where that is possible, and gets many times slower</source>
        <translation>会在可能时溢出到主内存，并慢很多倍</translation>
    </message>
    <message>
        <source>The run needs {spare} more memory than is free now</source>
        <translation>运行需要的内存比现在可用的多 {spare}</translation>
    </message>
    <message>
        <source>All checkpoints kept at once take about {one}; </source>
        <translation>同时保留的所有检查点大约占 {one}；</translation>
    </message>
    <message>
        <source>The disk has {free} free, and the run may need {needs}</source>
        <translation>磁盘可用 {free}，而运行可能需要 {needs}</translation>
    </message>
    <message>
        <source>The {name} does not tell its temperature.</source>
        <translation>{name}不报告温度。</translation>
    </message>
    <message>
        <source>The {name} is hot already</source>
        <translation>{name}已经很热</translation>
    </message>
    <message>
        <source>Updates ran on this device with the longest rows: {peak_bytes} at most.</source>
        <translation>已在此设备上用最长的行进行了更新：最多 {peak_bytes}。</translation>
    </message>
    <message>
        <source>Something unexpected happened while sending ({name}).</source>
        <translation>发送时发生了意外情况（{name}）。</translation>
    </message>
    <message>
        <source>Push it again to go on; the details are in after.log.</source>
        <translation>请重新发送以继续；详细信息在 after.log 中。</translation>
    </message>
    <message>
        <source>The studio on {host} looks after the runs in {folder}, which both computers share.</source>
        <translation>{host} 上的程序照看着 {folder} 中的运行，两台电脑共享该文件夹。</translation>
    </message>
    <message>
        <source>Close it there first. If that computer is switched off, delete {foreman_lease} and try again.</source>
        <translation>请先在那里关闭它。如果那台电脑已关机，请删除 {foreman_lease} 后再试。</translation>
    </message>
    <message>
        <source>{name} waits: {title}</source>
        <translation>{name} 在等待：{title}</translation>
    </message>
    <message>
        <source>{update} of {updates} updates.</source>
        <translation>共 {updates} 次更新，已完成 {update} 次。</translation>
    </message>
    <message>
        <source>Best held-out loss {eval_loss}.</source>
        <translation>最佳留出损失 {eval_loss}。</translation>
    </message>
    <message>
        <source>There is no address for the webhook.</source>
        <translation>webhook 没有地址。</translation>
    </message>
    <message>
        <source>This computer has no desktop to show a note on.</source>
        <translation>这台电脑没有可显示通知的桌面。</translation>
    </message>
    <message>
        <source>Nightshift Studio</source>
        <translation>Nightshift Studio</translation>
    </message>
    <message>
        <source>This computer shows no notes on its desktop.</source>
        <translation>这台电脑不在桌面上显示通知。</translation>
    </message>
    <message>
        <source>The report could not be written: {strerror}.</source>
        <translation>无法写入报告：{strerror}。</translation>
    </message>
    <message>
        <source>graphics card</source>
        <translation>显卡</translation>
    </message>
    <message>
        <source>lost card</source>
        <translation>失去联系的显卡</translation>
    </message>
    <message>
        <source>The {card} does not answer</source>
        <translation>{card}没有应答</translation>
    </message>
    <message>
        <source>The run goes on when it is back. If it stays away, restart the computer: nothing is lost.</source>
        <translation>它恢复后运行会继续。如果一直没有恢复，请重启电脑：不会丢失任何内容。</translation>
    </message>
    <message>
        <source>The disk is nearly full: {free} free, {needs} needed</source>
        <translation>磁盘快满了：可用 {free}，需要 {needs}</translation>
    </message>
    <message>
        <source>Free some space on the disk of {folder}; the run then goes on by itself.</source>
        <translation>请在 {folder} 所在的磁盘上腾出一些空间；运行随后会自行继续。</translation>
    </message>
    <message>
        <source>hot card</source>
        <translation>过热的显卡</translation>
    </message>
    <message>
        <source>The {card} is {celsius} °C hot</source>
        <translation>{card}温度达到 {celsius} °C</translation>
    </message>
    <message>
        <source>The run goes on below {pause_above_celsius} °C. Look at its fans and at the air around it.</source>
        <translation>低于 {pause_above_celsius} °C 时运行会继续。请检查风扇和周围的通风。</translation>
    </message>
    <message>
        <source>All checkpoints of this run need {needs} more, and {free} are free</source>
        <translation>这次运行的所有检查点还需要 {needs}，可用 {free}</translation>
    </message>
    <message>
        <source>Free some space now. Where it runs out, the run waits and goes on by itself.</source>
        <translation>请现在腾出一些空间。空间用尽时，运行会等待并自行继续。</translation>
    </message>
    <message>
        <source>That is no address of a webhook.</source>
        <translation>这不是 webhook 的地址。</translation>
    </message>
    <message>
        <source>Copy it whole; it begins with https://.</source>
        <translation>请完整复制；它以 https:// 开头。</translation>
    </message>
    <message>
        <source>The address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>The webhook refused the note (it answered {code}).</source>
        <translation>webhook 拒绝了通知（应答 {code}）。</translation>
    </message>
    <message>
        <source>The webhook did not answer within {patience} s.</source>
        <translation>webhook 在 {patience} 秒内没有应答。</translation>
    </message>
    <message>
        <source>The webhook did not answer in time.</source>
        <translation>webhook 没有及时应答。</translation>
    </message>
    <message>
        <source>The webhook cannot be reached.</source>
        <translation>无法连接 webhook。</translation>
    </message>
    <message>
        <source>The webhook broke off the connection.</source>
        <translation>webhook 中断了连接。</translation>
    </message>
    <message>
        <source>The address of the webhook is no address.</source>
        <translation>webhook 的地址不是有效地址。</translation>
    </message>
    <message>
        <source>No NVIDIA card was found; training uses the processor and the computer&apos;s memory.</source>
        <translation>没有找到 NVIDIA 显卡；训练使用处理器和电脑的内存。</translation>
    </message>
    <message>
        <source>The NVIDIA card does</source>
        <translation>NVIDIA 显卡</translation>
    </message>
    <message>
        <source>{lost} NVIDIA cards do</source>
        <translation>{lost} 块 NVIDIA 显卡</translation>
    </message>
    <message>
        <source>{count} not answer ({said}); restart the computer, or train with the processor until then.</source>
        <translation>{count}没有应答（{said}）；请重启电脑，或在此之前用处理器训练。</translation>
    </message>
    <message>
        <source>The NVIDIA driver does not answer ({said}); install or restart it, or train with the processor until then.</source>
        <translation>NVIDIA 驱动没有应答（{said}）；请安装或重启它，或在此之前用处理器训练。</translation>
    </message>
    <message>
        <source>{devices} cards: {join}.</source>
        <translation>{devices} 块显卡：{join}。</translation>
    </message>
    <message>
        <source>{name} with {total_bytes}, {free_bytes} free</source>
        <translation>{name}，共 {total_bytes}，可用 {free_bytes}</translation>
    </message>
    <message>
        <source>nvidia-ml-py is not installed</source>
        <translation>未安装 nvidia-ml-py</translation>
    </message>
    <message>
        <source>A slice (MIG) of card {index}; other slices of it are not touched.</source>
        <translation>显卡 {index} 的一个切片 (MIG)；它的其他切片不受影响。</translation>
    </message>
    <message>
        <source>NVIDIA card</source>
        <translation>NVIDIA 显卡</translation>
    </message>
    <message>
        <source>another program</source>
        <translation>另一个程序</translation>
    </message>
    <message>
        <source>the desktop</source>
        <translation>桌面</translation>
    </message>
    <message>
        <source>{model_name}, {cores} core</source>
        <translation>{model_name}，{cores} 核</translation>
    </message>
    <message>
        <source>{model_name}, {cores} cores</source>
        <translation>{model_name}，{cores} 核</translation>
    </message>
    <message>
        <source>One NVIDIA card does</source>
        <translation>一块 NVIDIA 显卡</translation>
    </message>
    <message>
        <source>{lost_cards} NVIDIA cards do</source>
        <translation>{lost_cards} 块 NVIDIA 显卡</translation>
    </message>
    <message>
        <source>{count} not answer; restart the computer to get it back.</source>
        <translation>{count}没有应答；请重启电脑使其恢复。</translation>
    </message>
    <message>
        <source>{upper}{name} holds {used_bytes} of the {name2}.</source>
        <translation>{upper}{name} 占用{name2}的 {used_bytes}。</translation>
    </message>
    <message>
        <source>Only {free} GB are free on the disk of {home}; checkpoints and results need room.</source>
        <translation>{home} 所在磁盘只有 {free} GB 可用；检查点和结果需要空间。</translation>
    </message>
    <message>
        <source>The computer runs on its battery, {percent} % left; plug it in for the night.</source>
        <translation>电脑正在使用电池，剩余 {percent} %；夜里请接通电源。</translation>
    </message>
    <message>
        <source>The engine is not set up yet.</source>
        <translation>引擎还没有设置。</translation>
    </message>
    <message>
        <source>Set it up on the first page of the window, or with: nightshift environment make</source>
        <translation>请在窗口的第一页设置，或使用：nightshift environment make</translation>
    </message>
    <message>
        <source>This environment is not there, or not whole.</source>
        <translation>这个环境不存在或不完整。</translation>
    </message>
    <message>
        <source>Set the engine up again.</source>
        <translation>请重新设置引擎。</translation>
    </message>
    <message>
        <source>There is no earlier environment to go back to.</source>
        <translation>没有可退回的早先环境。</translation>
    </message>
    <message>
        <source>To repair this one, set it up again.</source>
        <translation>要修复这个环境，请重新设置。</translation>
    </message>
    <message>
        <source>{name} is going: the engine stays as it is until it has ended.</source>
        <translation>{name} 正在进行：在它结束之前引擎保持不变。</translation>
    </message>
    <message>
        <source>Wait for it, or stop it: a stopped run can be resumed later.</source>
        <translation>请等它完成，或停止它：停止的运行以后可以继续。</translation>
    </message>
    <message>
        <source>The choice of the engine could not be kept</source>
        <translation>无法保存引擎的选择</translation>
    </message>
    <message>
        <source>The program is not whole: its own package is missing.</source>
        <translation>程序不完整：缺少它自己的软件包。</translation>
    </message>
    <message>
        <source>Install it again.</source>
        <translation>请重新安装。</translation>
    </message>
    <message>
        <source>The engine&apos;s packages</source>
        <translation>引擎的软件包</translation>
    </message>
    <message>
        <source>What is in it</source>
        <translation>其中的内容</translation>
    </message>
    <message>
        <source>{filename} could not be used</source>
        <translation>无法使用 {filename}</translation>
    </message>
    <message>
        <source>Something unexpected happened while setting up ({name}).</source>
        <translation>设置时发生了意外情况（{name}）。</translation>
    </message>
    <message>
        <source>Try it again; if it comes back, report it.</source>
        <translation>请再试一次；如果再次出现，请报告。</translation>
    </message>
    <message>
        <source>“{unknown}” is not known here.</source>
        <translation>这里不认识“{unknown}”。</translation>
    </message>
    <message>
        <source>Asking pip for PyTorch</source>
        <translation>正在向 pip 查询 PyTorch</translation>
    </message>
    <message>
        <source>PyTorch {version} for {build}</source>
        <translation>PyTorch {version}，适用于 {build}</translation>
    </message>
    <message>
        <source>{partition} Trying another way.</source>
        <translation>{partition}正在尝试另一种方式。</translation>
    </message>
    <message>
        <source>PyTorch works, but is larger than needed.</source>
        <translation>PyTorch 可用，但比需要的大。</translation>
    </message>
    <message>
        <source>The disk has {free} GB free, and {needed_bytes} GB are needed.</source>
        <translation>磁盘可用 {free} GB，需要 {needed_bytes} GB。</translation>
    </message>
    <message>
        <source>Free some space, or choose a folder on another disk.</source>
        <translation>请腾出一些空间，或选择另一个磁盘上的文件夹。</translation>
    </message>
    <message>
        <source>Free some space (3 GB with the processor&apos;s PyTorch, 9 GB with NVIDIA&apos;s) and start again.</source>
        <translation>请腾出一些空间（处理器版 PyTorch 需 3 GB，NVIDIA 版需 9 GB），然后重新开始。</translation>
    </message>
    <message>
        <source>What was downloaded is not what was asked for.</source>
        <translation>下载的内容与要求的不符。</translation>
    </message>
    <message>
        <source>Start again. If it comes back, a mirror or a proxy changes files: use another network.</source>
        <translation>请重新开始。如果再次出现，说明镜像或代理改变了文件：请换一个网络。</translation>
    </message>
    <message>
        <source>The download server&apos;s certificate is not trusted here.</source>
        <translation>这里不信任下载服务器的证书。</translation>
    </message>
    <message>
        <source>If your network has its own certificate, tell pip with `pip config set global.cert FILE` and start again.</source>
        <translation>如果您的网络有自己的证书，请用 `pip config set global.cert FILE` 告诉 pip，然后重新开始。</translation>
    </message>
    <message>
        <source>The proxy refuses the download.</source>
        <translation>代理拒绝下载。</translation>
    </message>
    <message>
        <source>Check the proxy that pip and this computer are set to (HTTPS_PROXY, `pip config list`) and start again.</source>
        <translation>请检查 pip 和这台电脑设置的代理（HTTPS_PROXY、`pip config list`），然后重新开始。</translation>
    </message>
    <message>
        <source>The download server cannot be reached.</source>
        <translation>无法连接下载服务器。</translation>
    </message>
    <message>
        <source>Check the connection (or the proxy and mirror that pip is set to) and start again; what is here is kept.</source>
        <translation>请检查连接（或 pip 设置的代理和镜像），然后重新开始；已有内容会保留。</translation>
    </message>
    <message>
        <source>The listed versions contradict each other.</source>
        <translation>列出的版本相互矛盾。</translation>
    </message>
    <message>
        <source>Undo your changes to pyproject.toml or constraints.txt; if there are none, please report this.</source>
        <translation>请撤销您对 pyproject.toml 或 constraints.txt 的更改；如果没有更改，请报告此问题。</translation>
    </message>
    <message>
        <source>There is no {0} for this computer where pip looks.</source>
        <translation>在 pip 查找的地方没有适合这台电脑的 {0}。</translation>
    </message>
    <message>
        <source>Python may be too new or too old (3.11 to 3.13 are tested), the system too old (Linux from 2022 on works), or pip is set to a mirror that lacks it (see `pip config list`).</source>
        <translation>可能是 Python 太新或太旧（测试过 3.11 至 3.13）、系统太旧（2022 年以后的 Linux 可用），或 pip 设置的镜像中没有它（见 `pip config list`）。</translation>
    </message>
    <message>
        <source>This Python cannot make virtual environments.</source>
        <translation>这个 Python 无法创建虚拟环境。</translation>
    </message>
    <message>
        <source>On Debian and Ubuntu: sudo apt-get install python3-venv. Then start again.</source>
        <translation>在 Debian 和 Ubuntu 上：sudo apt-get install python3-venv。然后重新开始。</translation>
    </message>
    <message>
        <source>Another program is installing system packages.</source>
        <translation>另一个程序正在安装系统软件包。</translation>
    </message>
    <message>
        <source>Wait until it is done and start again.</source>
        <translation>请等它完成后重新开始。</translation>
    </message>
    <message>
        <source>The system library {0} is missing.</source>
        <translation>缺少系统库 {0}。</translation>
    </message>
    <message>
        <source>Install it with your system&apos;s package manager and start again.</source>
        <translation>请用系统的软件包管理器安装，然后重新开始。</translation>
    </message>
    <message>
        <source>A system library of Windows is missing.</source>
        <translation>缺少一个 Windows 系统库。</translation>
    </message>
    <message>
        <source>Install the Microsoft Visual C++ Redistributable (x64) and start again.</source>
        <translation>请安装 Microsoft Visual C++ Redistributable (x64)，然后重新开始。</translation>
    </message>
    <message>
        <source>Windows refused a long file name.</source>
        <translation>Windows 拒绝了过长的文件名。</translation>
    </message>
    <message>
        <source>A file may not be written.</source>
        <translation>某个文件不允许写入。</translation>
    </message>
    <message>
        <source>Check that you own this folder and that no running studio uses its .venv, and start again.</source>
        <translation>请检查您是否拥有这个文件夹，以及没有正在运行的程序使用它的 .venv，然后重新开始。</translation>
    </message>
    <message>
        <source>The computer ran out of memory.</source>
        <translation>电脑内存不足。</translation>
    </message>
    <message>
        <source>Close other programs and start again.</source>
        <translation>请关闭其他程序，然后重新开始。</translation>
    </message>
    <message>
        <source>A package could not be built.</source>
        <translation>某个软件包无法构建。</translation>
    </message>
    <message>
        <source>Use Python 3.11, 3.12 or 3.13, for which everything comes ready-made.</source>
        <translation>请使用 Python 3.11、3.12 或 3.13，它们都有现成的软件包。</translation>
    </message>
    <message>
        <source>It did not say why in a way that is known here.</source>
        <translation>它没有以这里认识的方式说明原因。</translation>
    </message>
    <message>
        <source>The lines below may tell. Starting again does no harm.</source>
        <translation>下面的几行可能说明原因。重新开始没有坏处。</translation>
    </message>
    <message>
        <source>“{step}” failed. {why}</source>
        <translation>“{step}”失败。{why}</translation>
    </message>
    <message>
        <source>The engine of this studio is the Python that runs it: {executable}.</source>
        <translation>本程序的引擎就是运行它的 Python：{executable}。</translation>
    </message>
    <message>
        <source>To repair it, start packaging/start.py, or install the package again with pip.</source>
        <translation>要修复它，请启动 packaging/start.py，或用 pip 重新安装软件包。</translation>
    </message>
    <message>
        <source>The engine is being set up already.</source>
        <translation>引擎正在设置中。</translation>
    </message>
    <message>
        <source>Setting up ended unexpectedly (exit code {exit_code}).</source>
        <translation>设置意外结束（退出码 {exit_code}）。</translation>
    </message>
    <message>
        <source>Start it again; the details are in {log}.</source>
        <translation>请重新开始；详细信息在 {log} 中。</translation>
    </message>
    <message>
        <source>The engine cannot be moved into the folder it is in.</source>
        <translation>引擎不能移到它所在的文件夹内。</translation>
    </message>
    <message>
        <source>Copy or save this plot</source>
        <translation>复制或保存这张图</translation>
    </message>
    <message>
        <source>Copy as a picture</source>
        <translation>复制为图片</translation>
    </message>
    <message>
        <source>Save as a picture (PNG)…</source>
        <translation>保存为图片 (PNG)…</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG 图片 (*.png)</translation>
    </message>
    <message>
        <source>Save as a drawing (SVG)…</source>
        <translation>保存为矢量图 (SVG)…</translation>
    </message>
    <message>
        <source>SVG drawing (*.svg)</source>
        <translation>SVG 矢量图 (*.svg)</translation>
    </message>
    <message>
        <source>Save the numbers (CSV)…</source>
        <translation>保存数据 (CSV)…</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>The plot was copied.</source>
        <translation>图已复制。</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>已保存为 {name}。</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>请选择另一个文件夹。</translation>
    </message>
    <message>
        <source>{name} could not be saved.</source>
        <translation>无法保存 {name}。</translation>
    </message>
    <message>
        <source>AMD cards</source>
        <translation>AMD 显卡</translation>
    </message>
    <message>
        <source>Make the engine&apos;s environment anew: nightshift environment repair.</source>
        <translation>请重新建立引擎的环境：nightshift environment repair。</translation>
    </message>
    <message>
        <source>Set the program up again: packaging/start.py repairs what is missing.</source>
        <translation>请重新设置程序：packaging/start.py 会修复缺少的部分。</translation>
    </message>
    <message>
        <source>{file} of {name} is missing or not whole</source>
        <translation>{name} 的 {file} 缺失或不完整</translation>
    </message>
    <message>
        <source>{packages} packages with {files} files are whole</source>
        <translation>{packages} 个软件包、{files} 个文件完整</translation>
    </message>
    <message>
        <source>{name} {name2} is here in place of {version}</source>
        <translation>现有 {name} {name2}，而不是 {version}</translation>
    </message>
    <message>
        <source>{name} is missing</source>
        <translation>缺少 {name}</translation>
    </message>
    <message>
        <source>{name} {version} is here, and {specifier} is needed</source>
        <translation>现有 {name} {version}，需要 {specifier}</translation>
    </message>
    <message>
        <source>With {rows} held-out rows that is a rough estimate.</source>
        <translation>只有 {rows} 个留出行，这只是粗略的估计。</translation>
    </message>
    <message>
        <source>It learned, and then began to know its rows by heart.</source>
        <translation>它学会了，之后开始死记它的行。</translation>
    </message>
    <message>
        <source>Its held-out loss was lowest after update {at} ({lowest}) and rose to {last}.</source>
        <translation>留出损失在第 {at} 次更新后最低（{lowest}），之后升到 {last}。</translation>
    </message>
    <message>
        <source>The result holds its best weights unless you asked for the last. Fewer epochs would do.</source>
        <translation>结果保存的是最佳权重，除非您要求最后的权重。轮数少一些就够了。</translation>
    </message>
    <message>
        <source>It learned what your rows have in common.</source>
        <translation>它学到了您的行的共同之处。</translation>
    </message>
    <message>
        <source>Its held-out loss still fell at the end, so more epochs may help further.</source>
        <translation>留出损失到最后仍在下降，所以更多轮可能还有帮助。</translation>
    </message>
    <message>
        <source>It learned its rows by heart and nothing that helps with others.</source>
        <translation>它死记了自己的行，没有学到对其他行有用的东西。</translation>
    </message>
    <message>
        <source>Take more rows or fewer epochs, a lower learning rate or a smaller rank.</source>
        <translation>请使用更多的行或更少的轮数、更低的学习率或更小的秩。</translation>
    </message>
    <message>
        <source>It is worse than before.</source>
        <translation>它比之前更差。</translation>
    </message>
    <message>
        <source>The learning rate is most likely too high: take a tenth of it.</source>
        <translation>学习率很可能太高：请取十分之一。</translation>
    </message>
    <message>
        <source>It is the same as before, as far as these rows can tell.</source>
        <translation>就这些行来看，它与之前相同。</translation>
    </message>
    <message>
        <source>Take a higher learning rate or more updates, and look whether the answers are what is learnt.</source>
        <translation>请使用更高的学习率或更多更新，并检查学习的是否就是答案。</translation>
    </message>
    <message>
        <source>{before} before, {after} after</source>
        <translation>之前 {before}，之后 {after}</translation>
    </message>
    <message>
        <source>It forgot something: its loss on a general text rose ({told}).</source>
        <translation>它忘了一些东西：它在一般文本上的损失升高了（{told}）。</translation>
    </message>
    <message>
        <source>It did not forget: its loss on a general text is {told}.</source>
        <translation>它没有忘记：它在一般文本上的损失为 {told}。</translation>
    </message>
    <message>
        <source>On {rows} rows it never saw, the loss was {before} before and {after} after: a change of {change}, with 95 % certainty between {low} and {high}.</source>
        <translation>在它从未见过的 {rows} 行上，损失之前为 {before}，之后为 {after}：变化 {change}，有 95 % 把握在 {low} 到 {high} 之间。</translation>
    </message>
    <message>
        <source>Choose a home folder on a disk of this computer (--home), or have locks turned on for that disk.</source>
        <translation>请选择这台电脑磁盘上的主文件夹（--home），或为那个磁盘启用锁。</translation>
    </message>
    <message>
        <source>There is no model “{name}” in the catalog.</source>
        <translation>目录中没有模型“{name}”。</translation>
    </message>
    <message>
        <source>Did you mean {named}? Any other model of the hub is named with its owner, like Qwen/Qwen3-8B.</source>
        <translation>您是指 {named} 吗？Hub 上的其他模型要连同所有者一起写，例如 Qwen/Qwen3-8B。</translation>
    </message>
    <message>
        <source>{name} has no files of rows that can be read.</source>
        <translation>{name} 没有可读取的行文件。</translation>
    </message>
    <message>
        <source>Choose one with Parquet, JSONL, JSON or CSV files.</source>
        <translation>请选择带有 Parquet、JSONL、JSON 或 CSV 文件的数据集。</translation>
    </message>
    <message>
        <source>Name one of them: hub:{name}:{split}.</source>
        <translation>请指定其中之一：hub:{name}:{split}。</translation>
    </message>
    <message>
        <source>The hub tells no hash of {name} of {name2}.</source>
        <translation>Hub 没有给出 {name2} 的 {name} 的哈希值。</translation>
    </message>
    <message>
        <source>Choose another dataset.</source>
        <translation>请选择另一个数据集。</translation>
    </message>
    <message>
        <source>Another version of {model} is here already.</source>
        <translation>{model} 的另一个版本已在这里。</translation>
    </message>
    <message>
        <source>Move the folder {folder} away, then download again.</source>
        <translation>请移走文件夹 {folder}，然后重新下载。</translation>
    </message>
    <message>
        <source>There is too little room: the files need {need} more, {free} are free.</source>
        <translation>空间太小：文件还需要 {need}，可用 {free}。</translation>
    </message>
    <message>
        <source>Free {need}, or choose another home folder with --home.</source>
        <translation>请腾出 {need}，或用 --home 选择另一个主文件夹。</translation>
    </message>
    <message>
        <source>{name} of {model} arrived damaged twice: it does not match the hash the hub tells.</source>
        <translation>{model} 的 {name} 两次下载都已损坏：与 Hub 给出的哈希值不符。</translation>
    </message>
    <message>
        <source>Try again later, or through another network; nothing of it is used.</source>
        <translation>请稍后再试，或换一个网络；没有使用其中任何内容。</translation>
    </message>
    <message>
        <source>The connection was cut.</source>
        <translation>连接中断。</translation>
    </message>
    <message>
        <source>Check the connection; what was downloaded is kept.</source>
        <translation>请检查连接；已下载的内容会保留。</translation>
    </message>
    <message>
        <source>{name} cannot be trained here: it has no {required}.</source>
        <translation>{name} 无法在这里训练：它没有 {required}。</translation>
    </message>
    <message>
        <source>Choose a newer version of the model, or another one.</source>
        <translation>请选择该模型的新版本，或另一个模型。</translation>
    </message>
    <message>
        <source>{name} of {name2} has {size} bytes, which no model needs.</source>
        <translation>{name2} 的 {name} 有 {size} 字节，任何模型都不需要这么多。</translation>
    </message>
    <message>
        <source>Do not use this model.</source>
        <translation>请不要使用这个模型。</translation>
    </message>
    <message>
        <source>{model} is an adapter, not a whole model.</source>
        <translation>{model} 是适配器，不是完整的模型。</translation>
    </message>
    <message>
        <source>Download the model it was made for.</source>
        <translation>请下载它所针对的模型。</translation>
    </message>
    <message>
        <source>{model} holds GGUF files: made for running a model, not for training it.</source>
        <translation>{model} 含有 GGUF 文件：用于运行模型，不用于训练。</translation>
    </message>
    <message>
        <source>Download the original model; its page on the hub names it.</source>
        <translation>请下载原始模型；它在 Hub 上的页面会注明。</translation>
    </message>
    <message>
        <source>The weights of {model} are in an old format that can run programs when it is opened.</source>
        <translation>{model} 的权重是旧格式，打开时可能运行程序。</translation>
    </message>
    <message>
        <source>Choose a version of the model that has *.safetensors files.</source>
        <translation>请选择该模型带有 *.safetensors 文件的版本。</translation>
    </message>
    <message>
        <source>{model} has no weights that can be trained.</source>
        <translation>{model} 没有可训练的权重。</translation>
    </message>
    <message>
        <source>Choose a model with *.safetensors files.</source>
        <translation>请选择带有 *.safetensors 文件的模型。</translation>
    </message>
    <message>
        <source>The hub&apos;s answer makes no sense.</source>
        <translation>Hub 的应答没有意义。</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>请稍后再试。</translation>
    </message>
    <message>
        <source>Downloads are switched off on this computer by HF_HUB_OFFLINE.</source>
        <translation>这台电脑通过 HF_HUB_OFFLINE 关闭了下载。</translation>
    </message>
    <message>
        <source>Remove that setting, or choose a model folder that is here already.</source>
        <translation>请去掉该设置，或选择这里已有的模型文件夹。</translation>
    </message>
    <message>
        <source>The hub asks to wait: too many downloads from your address.</source>
        <translation>Hub 要求等待：来自您的地址的下载太多。</translation>
    </message>
    <message>
        <source>Wait an hour. {LATER}</source>
        <translation>请等一小时。{LATER}</translation>
    </message>
    <message>
        <source>Try again later. {LATER}</source>
        <translation>请稍后再试。{LATER}</translation>
    </message>
    <message>
        <source>{model} has no version “{revision}”.</source>
        <translation>{model} 没有版本“{revision}”。</translation>
    </message>
    <message>
        <source>Leave the version out for the newest.</source>
        <translation>不写版本即为最新版本。</translation>
    </message>
    <message>
        <source>A file of {model} is no longer on the hub.</source>
        <translation>{model} 的一个文件已不在 Hub 上。</translation>
    </message>
    <message>
        <source>Download the newest version.</source>
        <translation>请下载最新版本。</translation>
    </message>
    <message>
        <source>It may have been deleted or have run out: create one at {TOKENS_PAGE} and keep it by `nightshift token`.</source>
        <translation>它可能已被删除或过期：请在 {TOKENS_PAGE} 创建一个令牌，并在设置中保存。</translation>
    </message>
    <message>
        <source>The hub does not let you have {model}.</source>
        <translation>Hub 不让您获取 {model}。</translation>
    </message>
    <message>
        <source>Your token may lack the right to read it: create one of the kind “Read” at {TOKENS_PAGE} and keep it by `nightshift token`.</source>
        <translation>您的令牌可能没有读取权限：请在 {TOKENS_PAGE} 创建一个“Read”类型的令牌，并在设置中保存。</translation>
    </message>
    <message>
        <source>There is no {model} on the hub, or it is private.</source>
        <translation>Hub 上没有 {model}，或者它是私有的。</translation>
    </message>
    <message>
        <source>Check how it is spelt, the owner too; for a private one keep your token first, by `nightshift token`.</source>
        <translation>请检查名称和所有者的拼写；如果是私有的，请先在设置中保存您的令牌。</translation>
    </message>
    <message>
        <source>The hub refused (answer {status}).</source>
        <translation>Hub 拒绝了（应答 {status}）。</translation>
    </message>
    <message>
        <source>The owner of {model} gives it only to those who agree to its licence.</source>
        <translation>{model} 的所有者只提供给同意其许可证的人。</translation>
    </message>
    <message>
        <source>{endpoint} cannot prove that it is the hub.</source>
        <translation>{endpoint} 无法证明它就是 Hub。</translation>
    </message>
    <message>
        <source>See that this computer&apos;s date is right; a company&apos;s network may need its own certificate.</source>
        <translation>请检查这台电脑的日期是否正确；公司网络可能需要自己的证书。</translation>
    </message>
    <message>
        <source>{endpoint} cannot be reached.</source>
        <translation>无法连接 {endpoint}。</translation>
    </message>
    <message>
        <source>Check the connection, and the proxy if you use one. {LATER}</source>
        <translation>请检查连接，以及您使用的代理。{LATER}</translation>
    </message>
    <message>
        <source>Choose the folder of a language model: it holds config.json, tokenizer.json and *.safetensors files.</source>
        <translation>请选择语言模型的文件夹：其中有 config.json、tokenizer.json 和 *.safetensors 文件。</translation>
    </message>
    <message>
        <source>The tokenizer of {name} is in an old format: tokenizer.json is missing.</source>
        <translation>{name} 的分词器是旧格式：缺少 tokenizer.json。</translation>
    </message>
    <message>
        <source>Download tokenizer.json of this model too, or choose a version of the model that has it.</source>
        <translation>请同时下载这个模型的 tokenizer.json，或选择带有它的版本。</translation>
    </message>
    <message>
        <source>{name} has no tokenizer: tokenizer.json is missing.</source>
        <translation>{name} 没有分词器：缺少 tokenizer.json。</translation>
    </message>
    <message>
        <source>Download tokenizer.json of this model too.</source>
        <translation>请同时下载这个模型的 tokenizer.json。</translation>
    </message>
    <message>
        <source>{name} has {size} bytes, which no model needs.</source>
        <translation>{name} 有 {size} 字节，任何模型都不需要这么多。</translation>
    </message>
    <message>
        <source>Download {name} again.</source>
        <translation>请重新下载 {name}。</translation>
    </message>
    <message>
        <source>{name} of the model cannot be read: {strerror}.</source>
        <translation>无法读取模型的 {name}：{strerror}。</translation>
    </message>
    <message>
        <source>Check its permissions.</source>
        <translation>请检查其权限。</translation>
    </message>
    <message>
        <source>{name} of the model is damaged.</source>
        <translation>模型的 {name} 已损坏。</translation>
    </message>
    <message>
        <source>There is no folder {path}.</source>
        <translation>没有文件夹 {path}。</translation>
    </message>
    <message>
        <source>Check the name, or choose the model&apos;s folder again.</source>
        <translation>请检查名称，或重新选择模型的文件夹。</translation>
    </message>
    <message>
        <source>{name} is a GGUF file: made for running a model, not for training it.</source>
        <translation>{name} 是 GGUF 文件：用于运行模型，不用于训练。</translation>
    </message>
    <message>
        <source>Choose the folder of the original model, the one with *.safetensors files.</source>
        <translation>请选择原始模型的文件夹，即带有 *.safetensors 文件的那个。</translation>
    </message>
    <message>
        <source>{name} is a file, not the folder of a model.</source>
        <translation>{name} 是文件，不是模型的文件夹。</translation>
    </message>
    <message>
        <source>{name} holds an adapter, not a whole model.</source>
        <translation>{name} 装的是适配器，不是完整的模型。</translation>
    </message>
    <message>
        <source>Choose the model it was made for: {base}.</source>
        <translation>请选择它所针对的模型：{base}。</translation>
    </message>
    <message>
        <source>Choose the model it was made for.</source>
        <translation>请选择它所针对的模型。</translation>
    </message>
    <message>
        <source>{name} holds GGUF files: made for running a model, not for training it.</source>
        <translation>{name} 含有 GGUF 文件：用于运行模型，不用于训练。</translation>
    </message>
    <message>
        <source>{name} is not the folder of a model: config.json is missing.</source>
        <translation>{name} 不是模型的文件夹：缺少 config.json。</translation>
    </message>
    <message>
        <source>config.json does not say what kind of model this is.</source>
        <translation>config.json 没有说明这是哪种模型。</translation>
    </message>
    <message>
        <source>The weights of {name} are in an old format that can run programs when it is opened.</source>
        <translation>{name} 的权重是旧格式，打开时可能运行程序。</translation>
    </message>
    <message>
        <source>Convert them to safetensors, or choose a version of the model that has *.safetensors files.</source>
        <translation>请把它们转换为 safetensors，或选择该模型带有 *.safetensors 文件的版本。</translation>
    </message>
    <message>
        <source>{name} has no weights: model.safetensors is missing.</source>
        <translation>{name} 没有权重：缺少 model.safetensors。</translation>
    </message>
    <message>
        <source>Download the *.safetensors files of this model.</source>
        <translation>请下载这个模型的 *.safetensors 文件。</translation>
    </message>
    <message>
        <source>The weights of {name} are already compressed ({method}) and cannot be trained as they are.</source>
        <translation>{name} 的权重已被压缩（{method}），无法照原样训练。</translation>
    </message>
    <message>
        <source>Choose the original model; the studio makes it smaller itself where that helps.</source>
        <translation>请选择原始模型；在有帮助时本程序会自行压缩。</translation>
    </message>
    <message>
        <source>The weights know {words} tokens, config.json says {vocab_size}.</source>
        <translation>权重有 {words} 个词元，config.json 说有 {vocab_size} 个。</translation>
    </message>
    <message>
        <source>The files belong to different models: download all of them again.</source>
        <translation>这些文件属于不同的模型：请全部重新下载。</translation>
    </message>
    <message>
        <source>The weights hold {layers} layers, config.json says {num_layers}.</source>
        <translation>权重有 {layers} 层，config.json 说有 {num_layers} 层。</translation>
    </message>
    <message>
        <source>“{DATASET}” is no name of a dataset.</source>
        <translation>“{DATASET}”不是数据集的名称。</translation>
    </message>
    <message>
        <source>Names have an owner and may name a part: openai/gsm8k:main/train.</source>
        <translation>名称要有所有者，还可以指定一部分：openai/gsm8k:main/train。</translation>
    </message>
    <message>
        <source>“{model}” is no name of a model.</source>
        <translation>“{model}”不是模型的名称。</translation>
    </message>
    <message>
        <source>Names have an owner, like Qwen/Qwen3-8B.</source>
        <translation>名称要有所有者，例如 Qwen/Qwen3-8B。</translation>
    </message>
    <message>
        <source>This model wants to run program code that came with it ({file}).</source>
        <translation>这个模型想运行随它附带的程序代码（{file}）。</translation>
    </message>
    <message>
        <source>Choose a version of the model without code of its own. If its kind is built in, as with Llama, Qwen, Mistral, Gemma and Phi, removing &apos;{key}&apos; from {file} is enough.</source>
        <translation>请选择不带自有代码的版本。如果其类型是内置的，如 Llama、Qwen、Mistral、Gemma 和 Phi，从 {file} 中删除“{key}”就够了。</translation>
    </message>
    <message>
        <source>{name} is a link to a file outside the model&apos;s folder.</source>
        <translation>{name} 是指向模型文件夹之外的链接。</translation>
    </message>
    <message>
        <source>Copy the file itself into {name}.</source>
        <translation>请把文件本身复制到 {name}。</translation>
    </message>
    <message>
        <source>{name} has {st_size} bytes, which no tokenizer needs.</source>
        <translation>{name} 有 {st_size} 字节，任何分词器都不需要这么多。</translation>
    </message>
    <message>
        <source>The tokenizer knows {highest} tokens, the model {vocab_size}.</source>
        <translation>分词器有 {highest} 个词元，模型有 {vocab_size} 个。</translation>
    </message>
    <message>
        <source>config.json of the model claims {num_layers} layers.</source>
        <translation>模型的 config.json 声称有 {num_layers} 层。</translation>
    </message>
    <message>
        <source>Download config.json again.</source>
        <translation>请重新下载 config.json。</translation>
    </message>
    <message>
        <source>config.json of the model gives {value} for {name}, which should be a whole number.</source>
        <translation>模型的 config.json 中 {name} 为 {value}，它应当是整数。</translation>
    </message>
    <message>
        <source>config.json of the model gives 0 for {name}.</source>
        <translation>模型的 config.json 中 {name} 为 0。</translation>
    </message>
    <message>
        <source>config.json of the model does not say its {names}.</source>
        <translation>模型的 config.json 没有说明 {names}。</translation>
    </message>
    <message>
        <source>Choose the folder of a language model that writes text, such as Llama, Qwen, Mistral or Gemma.</source>
        <translation>请选择写文本的语言模型的文件夹，例如 Llama、Qwen、Mistral 或 Gemma。</translation>
    </message>
    <message>
        <source>That is no token of the hub: those begin with “hf_”.</source>
        <translation>这不是 Hub 的令牌：令牌以“hf_”开头。</translation>
    </message>
    <message>
        <source>The token</source>
        <translation>令牌</translation>
    </message>
    <message>
        <source>{missing} of {placed} weights of this model are missing, the first is {missing2}.</source>
        <translation>这个模型的 {placed} 个权重中缺少 {missing} 个，第一个是 {missing2}。</translation>
    </message>
    <message>
        <source>Download {placed} again: a model with missing weights would be partly random.</source>
        <translation>请重新下载 {placed}：缺少权重的模型有一部分会是随机的。</translation>
    </message>
    <message>
        <source>{name} is cut off or no safetensors file: it has {size} bytes.</source>
        <translation>{name} 不完整或不是 safetensors 文件：它有 {size} 字节。</translation>
    </message>
    <message>
        <source>{name} has a table of contents of {length} bytes, which no model needs.</source>
        <translation>{name} 的目录有 {length} 字节，任何模型都不需要这么多。</translation>
    </message>
    <message>
        <source>The table of contents of {name} cannot be read.</source>
        <translation>无法读取 {name} 的目录。</translation>
    </message>
    <message>
        <source>{name} lists {entries} weights, which no model needs.</source>
        <translation>{name} 列出 {entries} 个权重，任何模型都不需要这么多。</translation>
    </message>
    <message>
        <source>Two weights of {name} lie in the same place.</source>
        <translation>{name} 的两个权重位于同一位置。</translation>
    </message>
    <message>
        <source>{name} is cut off: {size} of {expected} bytes are there.</source>
        <translation>{name} 不完整：应有 {expected} 字节，只有 {size}。</translation>
    </message>
    <message>
        <source>{name} holds more than its table of contents says.</source>
        <translation>{name} 的内容比其目录所说的多。</translation>
    </message>
    <message>
        <source>The entry of {name} in {name2} makes no sense.</source>
        <translation>{name2} 中 {name} 的条目没有意义。</translation>
    </message>
    <message>
        <source>{INDEX} has {size} bytes, which no model needs.</source>
        <translation>{INDEX} 有 {size} 字节，任何模型都不需要这么多。</translation>
    </message>
    <message>
        <source>Download {INDEX} again.</source>
        <translation>请重新下载 {INDEX}。</translation>
    </message>
    <message>
        <source>The list of the model&apos;s files, {INDEX}, cannot be read.</source>
        <translation>无法读取模型的文件清单 {INDEX}。</translation>
    </message>
    <message>
        <source>{INDEX} lists {placed} weights.</source>
        <translation>{INDEX} 列出 {placed} 个权重。</translation>
    </message>
    <message>
        <source>The model&apos;s list of files names {name}, which lies outside its folder.</source>
        <translation>模型的文件清单中有 {name}，它位于文件夹之外。</translation>
    </message>
    <message>
        <source>Do not use this model: its list of files has been tampered with.</source>
        <translation>请不要使用这个模型：它的文件清单被篡改过。</translation>
    </message>
    <message>
        <source>{name} is missing from the model&apos;s folder.</source>
        <translation>模型的文件夹中缺少 {name}。</translation>
    </message>
    <message>
        <source>{missing} weights of this model are missing, the first is {missing2}.</source>
        <translation>这个模型缺少 {missing} 个权重，第一个是 {missing2}。</translation>
    </message>
    <message>
        <source>Download the model again: it would be partly random.</source>
        <translation>请重新下载模型：否则有一部分会是随机的。</translation>
    </message>
    <message>
        <source>{name} of layer {layer}</source>
        <translation>第 {layer} 层的 {name}</translation>
    </message>
    <message>
        <source>{name} of layer {layer} is {sides}, and should be {wanted}.</source>
        <translation>第 {layer} 层的 {name} 为 {sides}，应为 {wanted}。</translation>
    </message>
    <message>
        <source>a single number</source>
        <translation>单个数字</translation>
    </message>
    <message>
        <source>The packed run is damaged: {what}.</source>
        <translation>打包的运行已损坏：{what}。</translation>
    </message>
    <message>
        <source>Copy the file again, or pack the run again.</source>
        <translation>请重新复制文件，或重新打包运行。</translation>
    </message>
    <message>
        <source>{name} has another size than is said</source>
        <translation>{name} 的大小与所述不同</translation>
    </message>
    <message>
        <source>The model {name} of this run cannot be read.</source>
        <translation>无法读取这次运行的模型 {name}。</translation>
    </message>
    <message>
        <source>Put {folder} back, then pack the run.</source>
        <translation>请恢复 {folder}，然后打包运行。</translation>
    </message>
    <message>
        <source>{name} is not the model this run began with: {difference}.</source>
        <translation>{name} 不是这次运行开始时的模型：{difference}。</translation>
    </message>
    <message>
        <source>It began with {wanted}.</source>
        <translation>它开始时用的是 {wanted}。</translation>
    </message>
    <message>
        <source>`nightshift download {name}` fetches it</source>
        <translation>用 `nightshift download {name}` 获取</translation>
    </message>
    <message>
        <source>Copy its folder to this computer</source>
        <translation>请把它的文件夹复制到这台电脑</translation>
    </message>
    <message>
        <source>This run needs the model {wanted}, which is not on this computer.</source>
        <translation>这次运行需要模型 {wanted}，它不在这台电脑上。</translation>
    </message>
    <message>
        <source>{first}; or say where it is with --model FOLDER, or pack the run again with --with-model.</source>
        <translation>{first}；或用 --model FOLDER 说明它在哪里，或用 --with-model 重新打包运行。</translation>
    </message>
    <message>
        <source>{name} has another size</source>
        <translation>{name} 的大小不同</translation>
    </message>
    <message>
        <source>{name} differs</source>
        <translation>{name} 不同</translation>
    </message>
    <message>
        <source>The run could not be brought here</source>
        <translation>无法把运行带到这里</translation>
    </message>
    <message>
        <source>{name} is {state} here.</source>
        <translation>{name} 在这里{state}。</translation>
    </message>
    <message>
        <source>Stop it first, then try again.</source>
        <translation>请先停止它，然后重试。</translation>
    </message>
    <message>
        <source>{name} is paused here and does not end.</source>
        <translation>{name} 在这里已暂停，不会结束。</translation>
    </message>
    <message>
        <source>The run was packed by a newer version of the studio.</source>
        <translation>这次运行由更新版本的程序打包。</translation>
    </message>
    <message>
        <source>Update the studio here.</source>
        <translation>请更新这里的程序。</translation>
    </message>
    <message>
        <source>the request of the run is missing</source>
        <translation>缺少运行的请求</translation>
    </message>
    <message>
        <source>“{path}” is no file of a run</source>
        <translation>“{path}”不是运行的文件</translation>
    </message>
    <message>
        <source>The program that moves runs ended unexpectedly (exit code {exit_code}).</source>
        <translation>移动运行的程序意外结束（退出码 {exit_code}）。</translation>
    </message>
    <message>
        <source>Nothing was changed; try it again.</source>
        <translation>没有更改任何内容；请再试一次。</translation>
    </message>
    <message>
        <source>{name} is {state}, so it cannot be packed.</source>
        <translation>{name} 的状态是{state}，所以无法打包。</translation>
    </message>
    <message>
        <source>Pause or stop it first; then it can move.</source>
        <translation>请先暂停或停止它；之后就能移动。</translation>
    </message>
    <message>
        <source>{name} has not read its rows yet, so there is nothing to move.</source>
        <translation>{name} 还没有读取它的行，所以没有可移动的内容。</translation>
    </message>
    <message>
        <source>Start it here first.</source>
        <translation>请先在这里开始它。</translation>
    </message>
    <message>
        <source>{name} could not be packed</source>
        <translation>无法打包 {name}</translation>
    </message>
    <message>
        <source>{name} is there already.</source>
        <translation>{name} 已经存在。</translation>
    </message>
    <message>
        <source>Move it away, or name another file with --to.</source>
        <translation>请移走它，或用 --to 指定另一个文件。</translation>
    </message>
    <message>
        <source>There is no folder {parent}.</source>
        <translation>没有文件夹 {parent}。</translation>
    </message>
    <message>
        <source>Make it first, or name another file with --to.</source>
        <translation>请先创建它，或用 --to 指定另一个文件。</translation>
    </message>
    <message>
        <source>{name} was changed while it was packed.</source>
        <translation>{name} 在打包期间被更改。</translation>
    </message>
    <message>
        <source>Wait until nobody works on it, then pack it again.</source>
        <translation>请等到没有人处理它，然后重新打包。</translation>
    </message>
    <message>
        <source>With --replace the one here goes to the trash.</source>
        <translation>使用 --replace 时，这里的那个会移到回收站。</translation>
    </message>
    <message>
        <source>{run} could not be unpacked</source>
        <translation>无法解包 {run}</translation>
    </message>
    <message>
        <source>There is no file {file}.</source>
        <translation>没有文件 {file}。</translation>
    </message>
    <message>
        <source>{name} could not be opened</source>
        <translation>无法打开 {name}</translation>
    </message>
    <message>
        <source>Another run is being unpacked.</source>
        <translation>另一个运行正在解包。</translation>
    </message>
    <message>
        <source>Wait until it is here, then try again.</source>
        <translation>请等它到达后再试。</translation>
    </message>
    <message>
        <source>The run could not be unpacked</source>
        <translation>无法解包该运行</translation>
    </message>
    <message>
        <source>This file is no packed run.</source>
        <translation>这个文件不是打包的运行。</translation>
    </message>
    <message>
        <source>Choose one that `nightshift pack` wrote.</source>
        <translation>请选择由 `nightshift pack` 写出的文件。</translation>
    </message>
    <message>
        <source>Free some space, then unpack it again.</source>
        <translation>请腾出一些空间，然后重新解包。</translation>
    </message>
    <message>
        <source>{path} has another size than is said</source>
        <translation>{path} 的大小与所述不同</translation>
    </message>
    <message>
        <source>{path} does not match its fingerprint</source>
        <translation>{path} 与其指纹不符</translation>
    </message>
    <message>
        <source>{name} is no run that trains.</source>
        <translation>{name} 不是训练运行。</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>请选择另一个文件。</translation>
    </message>
    <message>
        <source>It goes on with the same rows in the same order; the plan is made anew for this computer.</source>
        <translation>它以相同的行和相同的顺序继续；计划会为这台电脑重新制定。</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be used: {strerror}.</source>
        <translation>无法使用文件夹 {folder}：{strerror}。</translation>
    </message>
    <message>
        <source>Choose another one with --home or NIGHTSHIFT_HOME.</source>
        <translation>请用 --home 或 NIGHTSHIFT_HOME 选择另一个。</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be written to.</source>
        <translation>无法写入文件夹 {folder}。</translation>
    </message>
    <message>
        <source>{target} examples an update are many for an adapter: beyond about {LARGEST_FOR_ADAPTERS} it learns less from the same rows than training every weight would.</source>
        <translation>每次更新 {target} 个样本对适配器来说太多：超过约 {LARGEST_FOR_ADAPTERS} 个后，同样的行学到的比训练全部权重少。</translation>
    </message>
    <message>
        <source>With {LARGEST_FOR_ADAPTERS} the same passes make {target} times as many updates.</source>
        <translation>用 {LARGEST_FOR_ADAPTERS} 个时，同样的遍数会有 {target} 倍的更新。</translation>
    </message>
    <message>
        <source>With {target} example an update Adam sizes its steps by the last {span} examples (β₂ = {BETA_2}, {span2} updates), so steps are less steady than with {SMALLEST_FOR_ADAM} or more.</source>
        <translation>每次更新 {target} 个样本时，Adam 按最近 {span} 个样本确定步长（β₂ = {BETA_2}，{span2} 次更新），因此步子不如 {SMALLEST_FOR_ADAM} 个或更多时稳定。</translation>
    </message>
    <message>
        <source>With {target} examples an update Adam sizes its steps by the last {span} examples (β₂ = {BETA_2}, {span2} updates), so steps are less steady than with {SMALLEST_FOR_ADAM} or more.</source>
        <translation>每次更新 {target} 个样本时，Adam 按最近 {span} 个样本确定步长（β₂ = {BETA_2}，{span2} 次更新），因此步子不如 {SMALLEST_FOR_ADAM} 个或更多时稳定。</translation>
    </message>
    <message>
        <source>Choose {SMALLEST_FOR_ADAM}; where β₂ can be set, {target} remembers as many examples as {BETA_2} does at {SMALLEST_FOR_ADAM2}.</source>
        <translation>请选择 {SMALLEST_FOR_ADAM}；在可以设置 β₂ 的地方，{target} 记住的样本数相当于 {BETA_2} 在 {SMALLEST_FOR_ADAM2} 时的样本数。</translation>
    </message>
    <message>
        <source>The target was {old} and is {new} now, at the same learning rate of {rate}: each update learns from {new2} times as many examples.</source>
        <translation>目标从 {old} 改为 {new}，学习率仍为 {rate}：每次更新学习的样本是原来的 {new2} 倍。</translation>
    </message>
    <message>
        <source>By the square-root rule the rate would be {factor} times as high: {rate}.</source>
        <translation>按平方根规则，学习率应为 {factor} 倍：{rate}。</translation>
    </message>
    <message>
        <source>{lowest} to {highest}, from {updates} updates</source>
        <translation>{lowest} 到 {highest}，来自 {updates} 次更新</translation>
    </message>
    <message>
        <source>A target near {max} would learn as much from fewer rows.</source>
        <translation>接近 {max} 的目标用更少的行就能学到一样多。</translation>
    </message>
    <message>
        <source>A target towards {scale} would make fewer, steadier updates.</source>
        <translation>接近 {scale} 的目标会使更新更少、更平稳。</translation>
    </message>
    <message>
        <source>other programs</source>
        <translation>其他程序</translation>
    </message>
    <message>
        <source>Close {who} first; {room} to spare then.</source>
        <translation>先关闭{who}；这样还剩 {room}。</translation>
    </message>
    <message>
        <source>Leaves {peak_bytes} more free, takes {slower} % longer.</source>
        <translation>多留出 {peak_bytes}，用时多 {slower} %。</translation>
    </message>
    <message>
        <source>{memory} more</source>
        <translation>多 {memory}</translation>
    </message>
    <message>
        <source>{memory} less</source>
        <translation>少 {memory}</translation>
    </message>
    <message>
        <source>as long</source>
        <translation>用时相同</translation>
    </message>
    <message>
        <source>{time} % longer</source>
        <translation>用时多 {time} %</translation>
    </message>
    <message>
        <source>{time} % less time</source>
        <translation>用时少 {time} %</translation>
    </message>
    <message>
        <source>less time</source>
        <translation>用时更少</translation>
    </message>
    <message>
        <source>Needs {need}, takes {pace}.</source>
        <translation>需要 {need}，{pace}。</translation>
    </message>
    <message>
        <source>How much the run needed could not be noted</source>
        <translation>无法记录运行所需的内存</translation>
    </message>
    <message>
        <source>{name} has no experts to keep in balance.</source>
        <translation>{name} 没有需要保持平衡的专家。</translation>
    </message>
    <message>
        <source>Leave the balance of experts out, or choose a mixture of experts.</source>
        <translation>请不要使用专家平衡，或选择专家混合模型。</translation>
    </message>
    <message>
        <source>A model that learns labels writes no answers to prompts.</source>
        <translation>学习标签的模型不会回答提示。</translation>
    </message>
    <message>
        <source>Leave the prompts out; the labels of held-out rows are shown at the end.</source>
        <translation>请不要填写提示；留出行的标签会在最后显示。</translation>
    </message>
    <message>
        <source>A small adapter cannot learn from random weights beside it.</source>
        <translation>小适配器无法从旁边的随机权重中学习。</translation>
    </message>
    <message>
        <source>Choose the method that trains every weight, or a model that has learnt already.</source>
        <translation>请选择训练全部权重的方法，或选择已经学过的模型。</translation>
    </message>
    <message>
        <source>The experts of {name} cannot be compressed, and they are most of its weights.</source>
        <translation>{name} 的专家无法压缩，而它们占了大部分权重。</translation>
    </message>
    <message>
        <source>Train it without compression, or choose a model without experts.</source>
        <translation>请不压缩地训练，或选择没有专家的模型。</translation>
    </message>
    <message>
        <source>An adapter on the experts of {name} works without dropout and without learning lengths apart only.</source>
        <translation>{name} 的专家上的适配器只能不用 dropout，也不能单独学习长度。</translation>
    </message>
    <message>
        <source>Turn both off, or put the adapter on the attention alone.</source>
        <translation>请把两者关闭，或只把适配器放在注意力上。</translation>
    </message>
    <message>
        <source>The target effective batch is {effective_batch_size}, and an update learns from at least 1 example.</source>
        <translation>目标有效批量是 {effective_batch_size}，而一次更新至少要从 1 个样本学习。</translation>
    </message>
    <message>
        <source>Choose a number like 32.</source>
        <translation>请选择类似 32 的数字。</translation>
    </message>
    <message>
        <source>There are no rows to learn from.</source>
        <translation>没有可供学习的行。</translation>
    </message>
    <message>
        <source>Choose a file with rows that can be used.</source>
        <translation>请选择含有可用行的文件。</translation>
    </message>
    <message>
        <source>{devices} devices cannot share {target} example.</source>
        <translation>{devices} 个设备无法分担 {target} 个样本。</translation>
    </message>
    <message>
        <source>{devices} devices cannot share {target} examples.</source>
        <translation>{devices} 个设备无法分担 {target} 个样本。</translation>
    </message>
    <message>
        <source>Use at most {target} device, or a larger target.</source>
        <translation>请最多使用 {target} 个设备，或更大的目标。</translation>
    </message>
    <message>
        <source>Use at most {target} devices, or a larger target.</source>
        <translation>请最多使用 {target} 个设备，或更大的目标。</translation>
    </message>
    <message>
        <source>A micro-batch holds at least 1 example.</source>
        <translation>一个微批至少包含 1 个样本。</translation>
    </message>
    <message>
        <source>Leave it open, or choose a number like 4.</source>
        <translation>请留空，或选择类似 4 的数字。</translation>
    </message>
    <message>
        <source>assumed until a run has measured it</source>
        <translation>在有运行测量之前为假定值</translation>
    </message>
    <message>
        <source>Examples behind an update</source>
        <translation>一次更新的样本</translation>
    </message>
    <message>
        <source>The target: the same rows in the same order, however they are split.</source>
        <translation>目标：无论怎样拆分，都是相同的行、相同的顺序。</translation>
    </message>
    <message>
        <source>Passes of an update</source>
        <translation>一次更新的遍数</translation>
    </message>
    <message>
        <source>Micro-batches on each device, on average over the real lengths.</source>
        <translation>每个设备上的微批数，按实际长度平均。</translation>
    </message>
    <message>
        <source>gathering embeddings</source>
        <translation>汇集嵌入</translation>
    </message>
    <message>
        <source>looking up</source>
        <translation>查找嵌入</translation>
    </message>
    <message>
        <source>{size} at a time is the whole update, so nothing has to be added up.</source>
        <translation>每次 {size} 个就是整个更新，所以不需要累加。</translation>
    </message>
    <message>
        <source>{size} at a time is the whole share of a device, so nothing has to be added up.</source>
        <translation>每次 {size} 个就是一个设备的全部份额，所以不需要累加。</translation>
    </message>
    <message>
        <source>the whole share of a device</source>
        <translation>一个设备的全部份额</translation>
    </message>
    <message>
        <source>{size} at a time is faster than {micro_batch_size} ({once} an update) and needs less memory.</source>
        <translation>每次 {size} 个比 {micro_batch_size} 个更快（每次更新 {once}），而且需要的内存更少。</translation>
    </message>
    <message>
        <source>{size} at a time is as fast as {micro_batch_size} ({once} an update) and needs less memory.</source>
        <translation>每次 {size} 个与 {micro_batch_size} 个一样快（每次更新 {once}），而且需要的内存更少。</translation>
    </message>
    <message>
        <source>Gradient checkpointing is off: with it an update needs {need}.</source>
        <translation>梯度检查点关闭：打开时一次更新需要 {need}。</translation>
    </message>
    <message>
        <source>Gradient checkpointing is on: without it an update needs {need}.</source>
        <translation>梯度检查点打开：不用时一次更新需要 {need}。</translation>
    </message>
    <message>
        <source>Gradient checkpointing is off: an update takes {seconds} instead of {seconds2}.</source>
        <translation>梯度检查点关闭：一次更新需要 {seconds}，而不是 {seconds2}。</translation>
    </message>
    <message>
        <source>Gradient checkpointing is on: an update takes {seconds} instead of {seconds2}.</source>
        <translation>梯度检查点打开：一次更新需要 {seconds}，而不是 {seconds2}。</translation>
    </message>
    <message>
        <source>fits when divided between {gpus} GPUs</source>
        <translation>分到 {gpus} 块 GPU 上放得下</translation>
    </message>
    <message>
        <source>fits in 4 bits when divided between {gpus} GPUs</source>
        <translation>以 4 位存储并分到 {gpus} 块 GPU 上放得下</translation>
    </message>
    <message>
        <source>{said}: each needs at least {least_bytes} of {room_bytes}</source>
        <translation>{said}：每块至少需要 {least_bytes}，共有 {room_bytes}</translation>
    </message>
    <message>
        <source>{said}: needs at least {least_bytes} of {room_bytes}</source>
        <translation>{said}：至少需要 {least_bytes}，共有 {room_bytes}</translation>
    </message>
    <message>
        <source>{said}: needs {least_bytes}, there are {room_bytes}</source>
        <translation>{said}：需要 {least_bytes}，只有 {room_bytes}</translation>
    </message>
    <message>
        <source>divided in 4 bits</source>
        <translation>以 4 位存储并分开</translation>
    </message>
    <message>
        <source>The recipe could not be written</source>
        <translation>无法写入配方</translation>
    </message>
    <message>
        <source>{name} has not been planned yet.</source>
        <translation>{name} 还没有制定计划。</translation>
    </message>
    <message>
        <source>Start it first: its recipe is what it then does.</source>
        <translation>请先启动它：它的配方就是它接下来做的事。</translation>
    </message>
    <message>
        <source>Recipes are for models that write; this one gives labels.</source>
        <translation>配方只用于会写文本的模型；这个模型给出标签。</translation>
    </message>
    <message>
        <source>Run its own job.json again.</source>
        <translation>请再次运行它自己的 job.json。</translation>
    </message>
    <message>
        <source>The order of the rows and the first values of the adapter are this trainer&apos;s own.</source>
        <translation>行的顺序和适配器的初始值由该训练器自己决定。</translation>
    </message>
    <message>
        <source>Dropout falls on other numbers.</source>
        <translation>Dropout 会落在别的数字上。</translation>
    </message>
    <message>
        <source>The products of 8-bit weights are bitsandbytes&apos; own, which round inputs too.</source>
        <translation>8 位权重的乘积用的是 bitsandbytes 自己的，它也会对输入取整。</translation>
    </message>
    <message>
        <source>The noise on the embeddings (NEFTune, {neftune_alpha}) is left out.</source>
        <translation>不使用嵌入上的噪声（NEFTune，{neftune_alpha}）。</translation>
    </message>
    <message>
        <source>The loss that keeps experts balanced is left out.</source>
        <translation>不使用让专家保持均衡的损失。</translation>
    </message>
    <message>
        <source>It goes on to the last update and keeps those weights.</source>
        <translation>它会一直进行到最后一次更新，并保留那时的权重。</translation>
    </message>
    <message>
        <source>Rows are told as texts and encoded anew; of several answers in a row the last is learnt.</source>
        <translation>行以文本给出并重新编码；连续几个回答中只学习最后一个。</translation>
    </message>
    <message>
        <source>Unlike the run itself:</source>
        <translation>与运行本身不同：</translation>
    </message>
    <message>
        <source>Install it there. Where it has another place, name that behind the run&apos;s: {host}:last /opt/studio/bin/nightshift in the window, --command in a terminal.</source>
        <translation>请在那里安装。如果它在别处，请在窗口中把位置写在运行之后：{host}:last /opt/studio/bin/nightshift；在终端中用 --command。</translation>
    </message>
    <message>
        <source>The disk of the home folder cannot lock files, so nothing keeps two programs from one run.</source>
        <translation>主文件夹所在的磁盘不能锁定文件，因此无法防止两个程序同时使用一个运行。</translation>
    </message>
    <message numerus="yes">
        <source>%n byte</source>
        <translation>
            <numerusform>%n 字节</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n parameter</source>
        <translation>
            <numerusform>%n 个参数</numerusform>
        </translation>
    </message>
    <message>
        <source>There once, used by every pass.</source>
        <translation>只存一份，每一遍都使用。</translation>
    </message>
    <message>
        <source>In row {number} of {file}, {what} is {value}, no real value.</source>
        <translation>在 {file} 的第 {number} 行中，{what}是 {value}，不是真正的值。</translation>
    </message>
    <message>
        <source>In row {number} of {file}, {what} is {value}, not a text.</source>
        <translation>在 {file} 的第 {number} 行中，{what}是 {value}，不是文本。</translation>
    </message>
    <message>
        <source>In row {number} of {file}, {what} is {strip}, which a program wrote in place of a value.</source>
        <translation>在 {file} 的第 {number} 行中，{what}是 {strip}，是某个程序代替值写入的。</translation>
    </message>
    <message>
        <source>In row {number} of {file}, {what} holds half a character (a lone surrogate).</source>
        <translation>在 {file} 的第 {number} 行中，{what}包含半个字符（单独的代理项）。</translation>
    </message>
    <message>
        <source>Turn {number} in row {number2} of {file} is {turn}, not an object.</source>
        <translation>{file} 第 {number2} 行的第 {number} 次发言是 {turn}，不是对象。</translation>
    </message>
    <message>
        <source>Turn {number} in row {number2} of {file} is by {value}, which is none of system, user, assistant and tool.</source>
        <translation>{file} 第 {number2} 行的第 {number} 次发言的角色是 {value}，不是 system、user、assistant 或 tool。</translation>
    </message>
    <message>
        <source>Turn {number} in row {number2} of {file}, an answer, is empty.</source>
        <translation>{file} 第 {number2} 行的第 {number} 次发言是回答，但为空。</translation>
    </message>
    <message>
        <source>Row {row} of {file} has {tokens} tokens; cut at {limit}, nothing of the answer is left.</source>
        <translation>{file} 的第 {row} 行有 {tokens} 个词元；截到 {limit} 后，回答什么也不剩。</translation>
    </message>
    <message>
        <source>Row {row} of {file} has nothing to learn: the model&apos;s chat template drops the answer.</source>
        <translation>{file} 的第 {row} 行没有可学的内容：模型的对话模板去掉了回答。</translation>
    </message>
    <message>
        <source>Line {number} of {file} holds more than one object, at character {colno}.</source>
        <translation>{file} 的第 {number} 行包含不止一个对象，在第 {colno} 个字符处。</translation>
    </message>
    <message>
        <source>Line {number} of {file} is not valid JSON: {problem}, at character {colno}.</source>
        <translation>{file} 的第 {number} 行不是有效的 JSON：{problem}，在第 {colno} 个字符处。</translation>
    </message>
    <message>
        <source>The cells of {file} are separated by commas.</source>
        <translation>{file} 的单元格由逗号分隔。</translation>
    </message>
    <message>
        <source>The cells of {file} are separated by semicolons.</source>
        <translation>{file} 的单元格由分号分隔。</translation>
    </message>
    <message>
        <source>The cells of {file} are separated by tabs.</source>
        <translation>{file} 的单元格由制表符分隔。</translation>
    </message>
    <message>
        <source>The cells of {file} are separated by bars.</source>
        <translation>{file} 的单元格由竖线分隔。</translation>
    </message>
    <message>
        <source>No column of {file} looks like the labels.</source>
        <translation>{file} 中没有哪一列像标签。</translation>
    </message>
    <message>
        <source>No column of {file} looks like the texts.</source>
        <translation>{file} 中没有哪一列像文本。</translation>
    </message>
    <message>
        <source>No column of {file} looks like the words.</source>
        <translation>{file} 中没有哪一列像词语。</translation>
    </message>
    <message>
        <source>{path} did not arrive as it was sent.</source>
        <translation>{path} 到达时与发送的不同。</translation>
    </message>
    <message>
        <source>Start torchrun again.</source>
        <translation>请重新启动 torchrun。</translation>
    </message>
    <message>
        <source>`nightshift judge` shows what it gives.</source>
        <translation>`nightshift judge` 会显示它给出的内容。</translation>
    </message>
    <message>
        <source>What is left of {left} is kept in {folder}. Put a whole copy of one into {value} and resume the run, or start it again from the beginning. What it learned is never thrown away unasked.</source>
        <translation>{left} 的剩余部分保存在 {folder}。请把一个完整的副本放入 {value} 并继续运行，或从头开始。未经询问，学到的内容绝不会被丢弃。</translation>
    </message>
    <message>
        <source>Put a whole copy of one into {value} and resume the run, or start it again from the beginning. What it learned is never thrown away unasked.</source>
        <translation>请把一个完整的副本放入 {value} 并继续运行，或从头开始。未经询问，学到的内容绝不会被丢弃。</translation>
    </message>
    <message>
        <source>Set the program up again: packaging/start.py</source>
        <translation>请重新设置程序：packaging/start.py</translation>
    </message>
    <message>
        <source>Set the engine up again: nightshift environment repair</source>
        <translation>请重新设置引擎：nightshift environment repair</translation>
    </message>
    <message>
        <source>{anew} repairs what is missing.</source>
        <translation>{anew} 会修复缺少的内容。</translation>
    </message>
    <message>
        <source>the packages</source>
        <translation>软件包</translation>
    </message>
    <message>
        <source>the libraries</source>
        <translation>库</translation>
    </message>
    <message>
        <source>torch and the card</source>
        <translation>torch 与显卡</translation>
    </message>
    <message>
        <source>{anew} takes the torch for this card.</source>
        <translation>{anew} 会使用适合此显卡的 torch。</translation>
    </message>
    <message>
        <source>a kernel</source>
        <translation>一次内核计算</translation>
    </message>
    <message>
        <source>Update the driver of the card, or train with --device cpu.</source>
        <translation>请更新显卡驱动程序，或用 --device cpu 训练。</translation>
    </message>
    <message>
        <source>an update</source>
        <translation>一次更新</translation>
    </message>
    <message>
        <source>a save and a reload</source>
        <translation>保存与重新加载</translation>
    </message>
    <message>
        <source>Free some space, or choose another --home.</source>
        <translation>请腾出一些空间，或选择另一个 --home。</translation>
    </message>
    <message>
        <source>There is an NVIDIA card, but torch {version} cannot use it</source>
        <translation>有 NVIDIA 显卡，但 torch {version} 无法使用它</translation>
    </message>
    <message>
        <source>{name}, torch {version}</source>
        <translation>{name}，torch {version}</translation>
    </message>
    <message>
        <source>A product on {name} is wrong by {difference}</source>
        <translation>{name} 上的乘积误差为 {difference}</translation>
    </message>
    <message>
        <source>a product of matrices on {name} is right</source>
        <translation>{name} 上的矩阵乘积正确</translation>
    </message>
    <message>
        <source>An update did not lower the loss: {losses}, then {losses2}</source>
        <translation>更新没有降低损失：{losses}，然后 {losses2}</translation>
    </message>
    <message>
        <source>the loss of two rows falls from {losses} to {losses2} on {name}</source>
        <translation>两行的损失在 {name} 上从 {losses} 降到 {losses2}</translation>
    </message>
    <message>
        <source>What was saved is not what was loaded again</source>
        <translation>保存的内容与重新加载的不一致</translation>
    </message>
    <message>
        <source>{saved} tensors come back as they were</source>
        <translation>{saved} 个张量原样恢复</translation>
    </message>
    <message>
        <source>After bad numbers this run goes back to a checkpoint, which other computers cannot read.</source>
        <translation>遇到坏数字后这次运行会退回到检查点，而其他电脑读不到它。</translation>
    </message>
    <message>
        <source>Put the run on a disk that all of them share, or let it skip such updates.</source>
        <translation>请把运行放在所有电脑共享的磁盘上，或让它跳过这样的更新。</translation>
    </message>
    <message>
        <source>Training process {silent} of {world_size} on {hosts} has not been heard for {SILENT_SECONDS} s.</source>
        <translation>{hosts} 上的第 {silent} 个训练进程（共 {world_size} 个）已有 {SILENT_SECONDS} 秒没有消息。</translation>
    </message>
    <message>
        <source>Training process {silent} of {world_size} has not been heard for {SILENT_SECONDS} s.</source>
        <translation>第 {silent} 个训练进程（共 {world_size} 个）已有 {SILENT_SECONDS} 秒没有消息。</translation>
    </message>
    <message>
        <source>The run lies on {names}; the others got request, rows and checkpoint from it.</source>
        <translation>运行位于 {names}；其他电脑从它那里得到了请求、行和检查点。</translation>
    </message>
    <message>
        <source>The run lies on {names}; all of them see its folder.</source>
        <translation>运行位于 {names}；所有电脑都能看到它的文件夹。</translation>
    </message>
    <message>
        <source>Models of the kind {model_type} cannot label rows here.</source>
        <translation>{model_type} 类型的模型在这里无法标注行。</translation>
    </message>
    <message>
        <source>Models of the kind {model_type} cannot label words here.</source>
        <translation>{model_type} 类型的模型在这里无法标注词语。</translation>
    </message>
    <message>
        <source>the adapter changes more than matrices</source>
        <translation>适配器改变的不只是矩阵</translation>
    </message>
    <message>
        <source>{module}.weight is stored under another name</source>
        <translation>{module}.weight 以另一个名称存储</translation>
    </message>
    <message>
        <source>the stored names are not those of the modules</source>
        <translation>存储的名称与模块的名称不符</translation>
    </message>
    <message>
        <source>{gethostname} has no {name} with the same content as the first computer.</source>
        <translation>{gethostname} 没有与第一台电脑内容相同的 {name}。</translation>
    </message>
    <message>
        <source>Copy the model to {places} there, or name its folder with --model.</source>
        <translation>请把模型复制到那里的 {places}，或用 --model 指定其文件夹。</translation>
    </message>
    <message>
        <source>Training process {rank} of {world_size} ended unexpectedly (the signal {name}).</source>
        <translation>第 {rank} 个训练进程（共 {world_size} 个）意外结束（信号 {name}）。</translation>
    </message>
    <message>
        <source>Training process {rank} of {world_size} ended unexpectedly (exit code {exit_code}).</source>
        <translation>第 {rank} 个训练进程（共 {world_size} 个）意外结束（退出代码 {exit_code}）。</translation>
    </message>
    <message>
        <source>There is no GPU for {world_size} training processes.</source>
        <translation>没有 GPU 可供 {world_size} 个训练进程使用。</translation>
    </message>
    <message>
        <source>There is only one GPU for {world_size} training processes.</source>
        <translation>{world_size} 个训练进程只有一块 GPU 可用。</translation>
    </message>
    <message>
        <source>There are only {count} GPUs for {world_size} training processes.</source>
        <translation>{world_size} 个训练进程只有 {count} 块 GPU 可用。</translation>
    </message>
    <message>
        <source>This needs {needed} of memory, and {free_bytes} are free on {name} while {busy} is using the devices.</source>
        <translation>这需要 {needed} 内存，而 {busy} 正在使用设备时，{name} 上可用 {free_bytes}。</translation>
    </message>
    <message>
        <source>This needs {needed} of memory, and {free_bytes} are free on {name}.</source>
        <translation>这需要 {needed} 内存，{name} 上可用 {free_bytes}。</translation>
    </message>
    <message>
        <source>The encoded rows of this run were damaged on the disk: they no longer match their fingerprint.</source>
        <translation>这次运行编码后的行在磁盘上损坏：与指纹不再相符。</translation>
    </message>
    <message>
        <source>Your file has changed or is gone, so they cannot be made again. Put it back as it was and resume: everything up to the last checkpoint is kept.</source>
        <translation>您的文件已更改或不见了，所以无法重新编码。请恢复原样并继续：到最后一个检查点为止的一切都已保留。</translation>
    </message>
    <message>
        <source>The encoded rows could not be made again</source>
        <translation>无法重新编码行</translation>
    </message>
    <message>
        <source>The encoded rows were damaged on the disk and made again from your file</source>
        <translation>编码后的行在磁盘上损坏，已用您的文件重新编码</translation>
    </message>
    <message>
        <source>They have the fingerprint they had, so the same is learnt. Check the disk.</source>
        <translation>指纹与原来相同，所以学习的内容不变。请检查磁盘。</translation>
    </message>
    <message>
        <source>the whole text</source>
        <translation>整段文本</translation>
    </message>
    <message>
        <source>Fine-tuned from **{base}** with Nightshift Studio: LoRA adapter of rank {rank}, {update} updates of {effective_batch_size} examples each. Weights in {weight_type}.</source>
        <translation>用 Nightshift Studio 由 **{base}** 微调而来：秩为 {rank} 的 LoRA 适配器，{update} 次更新，每次 {effective_batch_size} 个样本。权重为 {weight_type}。</translation>
    </message>
    <message>
        <source>Fine-tuned from **{base}** with Nightshift Studio: every weight, {update} updates of {effective_batch_size} examples each. Weights in {weight_type}.</source>
        <translation>用 Nightshift Studio 由 **{base}** 微调而来：全部权重，{update} 次更新，每次 {effective_batch_size} 个样本。权重为 {weight_type}。</translation>
    </message>
    <message>
        <source>{name} has no row {row} that holds “{words}”.</source>
        <translation>{name} 没有包含“{words}”的第 {row} 行。</translation>
    </message>
    <message>
        <source>{name} has no row after {row} that holds “{words}”.</source>
        <translation>{name} 在第 {row} 行之后没有包含“{words}”的行。</translation>
    </message>
    <message>
        <source>{name} has no row after {row}.</source>
        <translation>{name} 在第 {row} 行之后没有行。</translation>
    </message>
    <message>
        <source>{name} has no row before {row} that holds “{words}”.</source>
        <translation>{name} 在第 {row} 行之前没有包含“{words}”的行。</translation>
    </message>
    <message>
        <source>{name} has no row before {row}.</source>
        <translation>{name} 在第 {row} 行之前没有行。</translation>
    </message>
    <message>
        <source>The computer goes to sleep after {seconds}. Nightshift keeps it awake while a run is going and lets go when it ends.</source>
        <translation>电脑会在 {seconds} 后进入睡眠。运行期间 Nightshift 会保持电脑唤醒，结束后放开。</translation>
    </message>
    <message>
        <source>Nightshift keeps it awake while a run is going and lets go when it ends.</source>
        <translation>运行期间 Nightshift 会保持电脑唤醒，结束后放开。</translation>
    </message>
    <message>
        <source>The computer runs on its battery, {battery_percent} % left</source>
        <translation>电脑正在使用电池，剩余 {battery_percent} %</translation>
    </message>
    <message>
        <source>The computer runs on its battery</source>
        <translation>电脑正在使用电池</translation>
    </message>
    <message>
        <source>If nothing is closed it makes its micro-batches smaller, or it spills into main memory, where that is possible, and gets many times slower.</source>
        <translation>如果不关闭任何程序，它会减小微批，或者在可行时溢出到主内存，速度会慢很多倍。</translation>
    </message>
    <message>
        <source>If nothing is closed it makes its micro-batches smaller, or it swaps.</source>
        <translation>如果不关闭任何程序，它会减小微批，或者使用交换空间。</translation>
    </message>
    <message>
        <source>All checkpoints kept at once take about {one}; {free} are free.</source>
        <translation>同时保留的所有检查点约占 {one}；可用 {free}。</translation>
    </message>
    <message>
        <source>{free} are free.</source>
        <translation>可用 {free}。</translation>
    </message>
    <message>
        <source>{temperature} °C now; above {limit} °C the run waits until it is cooler.</source>
        <translation>现在 {temperature} °C；超过 {limit} °C 时运行会等待显卡降温。</translation>
    </message>
    <message>
        <source>{temperature} °C now.</source>
        <translation>现在 {temperature} °C。</translation>
    </message>
    <message>
        <source>No rows were held out, so nobody can tell what it learned.</source>
        <translation>没有留出行，所以谁也无法判断它学到了什么。</translation>
    </message>
    <message>
        <source>Of 100 rows or more some are held out by themselves: add rows, if you can.</source>
        <translation>达到 100 行时会自动留出一些：如果可以，请增加行。</translation>
    </message>
    <message>
        <source>Its loss on the rows it learned from fell: {first} at first, {last} at last.</source>
        <translation>它在学过的行上的损失下降了：开始 {first}，最后 {last}。</translation>
    </message>
    <message>
        <source>Its loss on the rows it learned from rose: {first} at first, {last} at last.</source>
        <translation>它在学过的行上的损失上升了：开始 {first}，最后 {last}。</translation>
    </message>
    <message>
        <source>Its loss on the rows it learned from stayed: {first} at first, {last} at last.</source>
        <translation>它在学过的行上的损失没有变化：开始 {first}，最后 {last}。</translation>
    </message>
    <message>
        <source>{name} has several parts: {there}.</source>
        <translation>{name} 有多个部分：{there}。</translation>
    </message>
    <message>
        <source>{name} has no part “{part}” but: {there}.</source>
        <translation>{name} 没有“{part}”这一部分，只有：{there}。</translation>
    </message>
    <message>
        <source>Create one of the kind “Read” at {TOKENS_PAGE} and copy it whole.</source>
        <translation>请在 {TOKENS_PAGE} 创建一个“Read”类型的令牌，并完整复制。</translation>
    </message>
    <message>
        <source>{name} is here already: the packed one is newer (update {update}, not {here}).</source>
        <translation>{name} 已在这里：打包的那个更新（第 {update} 次更新，而不是第 {here} 次）。</translation>
    </message>
    <message>
        <source>{name} is here already: the one here is newer (update {here}, not {update}).</source>
        <translation>{name} 已在这里：这里的更新（第 {here} 次更新，而不是第 {update} 次）。</translation>
    </message>
    <message>
        <source>{name} is here already: both are at update {here}.</source>
        <translation>{name} 已在这里：两者都在第 {here} 次更新。</translation>
    </message>
    <message>
        <source>Moved here from {host}, at update {update}</source>
        <translation>从 {host} 移到这里，在第 {update} 次更新</translation>
    </message>
    <message>
        <source>Moved here from {host}, at its beginning</source>
        <translation>从 {host} 移到这里，在开头</translation>
    </message>
    <message>
        <source>The noise in gradients evens out over about {scale} examples ({interval}); {target} an update need {value} times as many examples for the same progress as small updates do.</source>
        <translation>梯度中的噪声在大约 {scale} 个样本上平均掉（{interval}）；每次更新 {target} 个时，要取得与小更新相同的进展需要 {value} 倍的样本。</translation>
    </message>
    <message>
        <source>Gradients are mostly noise below about {scale} examples ({interval}); with {target} an update it takes {value} times as many updates as it could.</source>
        <translation>低于大约 {scale} 个样本（{interval}）时梯度大多是噪声；每次更新 {target} 个时，更新次数是所需的 {value} 倍。</translation>
    </message>
    <message>
        <source>measured here on {strftime}</source>
        <translation>{strftime}在这里测得</translation>
    </message>
    <message>
        <source>A number for each weight that learns; every pass adds to the same sum.</source>
        <translation>每个参与学习的权重一个数；每一遍都加到同一个总和上。</translation>
    </message>
    <message>
        <source>Optimizer states</source>
        <translation>优化器状态</translation>
    </message>
    <message>
        <source>Used once an update, when the sum is whole.</source>
        <translation>每次更新在总和完整时使用一次。</translation>
    </message>
    <message>
        <source>Activations of a micro-batch</source>
        <translation>一个微批的激活值</translation>
    </message>
    <message>
        <source>Kept for the way back of one pass, then freed: they grow with its rows.</source>
        <translation>为一遍的反向计算保留，之后释放：随其行数增长。</translation>
    </message>
    <message>
        <source>Of so many positions at once as suit the device.</source>
        <translation>一次处理适合设备的若干位置。</translation>
    </message>
    <message>
        <source>Peak memory</source>
        <translation>最高内存</translation>
    </message>
    <message>
        <source>All of these and the driver.</source>
        <translation>以上全部加上驱动。</translation>
    </message>
    <message>
        <source>Time of an update</source>
        <translation>一次更新的时间</translation>
    </message>
    <message>
        <source>The same products in all; each pass has a fixed price, and fuller ones waste less of the device.</source>
        <translation>乘积总数相同；每一遍有固定代价，越满的微批浪费越少。</translation>
    </message>
    <message>
        <source>The loss is summed over the target tokens of all {target} examples and divided once, so gradient and weights are the same but for rounding. Every run checks this on its first update.</source>
        <translation>损失是全部 {target} 个样本的目标词元之和，只除一次，所以梯度和权重除舍入外都相同。每次运行都会在第一次更新时检查这一点。</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 行</translation>
    </message>
    <message>
        <source>{micro_batch_size} rows</source>
        <translation>{micro_batch_size} 行</translation>
    </message>
    <message>
        <source>Batch norm would take its mean over the {rows} of a micro-batch in place of {target}, which no sum makes good: a model that has it is refused.</source>
        <translation>批归一化会在微批的 {rows} 上而不是 {target} 上取平均，任何求和都无法弥补：含有它的模型会被拒绝。</translation>
    </message>
    <message>
        <source>A loss that compares the rows of a batch with each other would see {rows} in place of {target}; the losses offered here add up over rows.</source>
        <translation>相互比较一批中各行的损失会看到 {rows} 而不是 {target}；这里提供的损失都按行相加。</translation>
    </message>
    <message>
        <source>Dropout of {dropout} draws other places in another split: the same on average, not the same numbers.</source>
        <translation>{dropout} 的 dropout 在另一种拆分中会选到其他位置：平均相同，数字不同。</translation>
    </message>
    <message>
        <source>The balance of {num_experts} experts depends on all {target} examples at once: they are counted in a pass of their own before each update.</source>
        <translation>{num_experts} 个专家的平衡同时取决于全部 {target} 个样本：每次更新前会专门用一遍来统计。</translation>
    </message>
    <message>
        <source>Measuring needs a little space on the disk</source>
        <translation>测量需要一点磁盘空间</translation>
    </message>
    <message>
        <source>A model that is divided among devices cannot be measured on one of them.</source>
        <translation>分到多个设备上的模型无法在其中一个上测量。</translation>
    </message>
    <message>
        <source>Choose a dry run: it counts what each of them holds, and needs none.</source>
        <translation>请选择试算：它会计算每个设备保存的内容，而且不需要任何设备。</translation>
    </message>
    <message>
        <source>There are no weights of {name} to measure with.</source>
        <translation>没有 {name} 的权重可用于测量。</translation>
    </message>
    <message>
        <source>Choose the folder of the whole model, or a dry run, which needs none.</source>
        <translation>请选择整个模型的文件夹，或选择不需要权重的试算。</translation>
    </message>
    <message>
        <source>Labels cannot be made up.</source>
        <translation>标签不能虚构。</translation>
    </message>
    <message>
        <source>Name a file of rows to measure with.</source>
        <translation>请指定用于测量的行文件。</translation>
    </message>
    <message>
        <source>The program that measures could not be started: {strerror}.</source>
        <translation>无法启动测量程序：{strerror}。</translation>
    </message>
    <message>
        <source>Plan without measuring, or start again.</source>
        <translation>请不测量地制定计划，或重新开始。</translation>
    </message>
    <message>
        <source>It was ended after {LIMIT_SECONDS} seconds.</source>
        <translation>它在 {LIMIT_SECONDS} 秒后被结束。</translation>
    </message>
    <message>
        <source>exit code {exit_code}</source>
        <translation>退出码 {exit_code}</translation>
    </message>
    <message>
        <source>The process that measured ended unexpectedly ({name}).</source>
        <translation>测量进程意外结束（{name}）。</translation>
    </message>
    <message>
        <source>What {optimizer} keeps depends on where a matrix is cut, and cannot be divided among GPUs.</source>
        <translation>{optimizer} 保存的内容取决于矩阵从哪里切开，无法分到多块 GPU 上。</translation>
    </message>
    <message>
        <source>Choose adamw, which keeps two numbers for each weight, wherever that is.</source>
        <translation>请选择 adamw，它为每个权重保存两个数，无论在哪里。</translation>
    </message>
    <message>
        <source>{micro_batch_size} at a time is your choice.</source>
        <translation>每次 {micro_batch_size} 个是您的选择。</translation>
    </message>
    <message>
        <source>Measured: {peak_bytes}, where the formula says {formula_bytes}.</source>
        <translation>测得：{peak_bytes}，而公式得出 {formula_bytes}。</translation>
    </message>
    <message>
        <source>Rows are short: an update takes {micro_batches} micro-batches on average, sorted by length.</source>
        <translation>行很短：按长度排序，一次更新平均需要 {micro_batches} 个微批。</translation>
    </message>
    <message>
        <source>There are only {lengths} rows, so each update learns from all of them.</source>
        <translation>只有 {lengths} 行，所以每次更新都从全部行学习。</translation>
    </message>
    <message>
        <source>{spare_bytes} too much</source>
        <translation>超出 {spare_bytes}</translation>
    </message>
    <message>
        <source>{margin_bytes} short of the margin that must stay free</source>
        <translation>比必须保留的余量少 {margin_bytes}</translation>
    </message>
    <message>
        <source>as much did not fit when it was measured</source>
        <translation>测量时同样多的内容放不下</translation>
    </message>
    <message>
        <source>Even {micro_batch_size} at a time</source>
        <translation>即使每次 {micro_batch_size} 个</translation>
    </message>
    <message>
        <source>{at_a_time} needs {peak_bytes}; {room} is free.</source>
        <translation>{at_a_time}，需要 {peak_bytes}；可用 {room}。</translation>
    </message>
    <message>
        <source>{at_a_time} needs {peak_bytes} and a margin; {room} is free.</source>
        <translation>{at_a_time}，需要 {peak_bytes} 外加余量；可用 {room}。</translation>
    </message>
    <message>
        <source>the whole update</source>
        <translation>整个更新</translation>
    </message>
    <message>
        <source>One at a time.</source>
        <translation>每次一个。</translation>
    </message>
    <message>
        <source>{run} needs {needed}, and {free} are free.</source>
        <translation>{run} 需要 {needed}，可用 {free}。</translation>
    </message>
    <message>
        <source>What one of {world_size} GPUs holds</source>
        <translation>{world_size} 块 GPU 中一块保存的内容</translation>
    </message>
    <message>
        <source>What one of {world_size} processes holds</source>
        <translation>{world_size} 个进程中一个保存的内容</translation>
    </message>
    <message>
        <source>{one} is worked out by formula: {peak_bytes}. A dry run would count it.</source>
        <translation>{one}按公式计算：{peak_bytes}。试算可以数出来。</translation>
    </message>
    <message>
        <source>{one} was counted in a dry run of its step: {peak_bytes}</source>
        <translation>{one}在一步试算中得出：{peak_bytes}</translation>
    </message>
    <message>
        <source>{counted}; the formula says {formula_bytes}.</source>
        <translation>{counted}；公式给出 {formula_bytes}。</translation>
    </message>
    <message>
        <source>{micro_batch_size} would need {peak_bytes}</source>
        <translation>{micro_batch_size} 个会需要 {peak_bytes}</translation>
    </message>
    <message>
        <source>{size} at a time is the fastest that fits; {need}.</source>
        <translation>每次 {size} 个是放得下的最快方式；{need}。</translation>
    </message>
    <message>
        <source>faster than</source>
        <translation>快于</translation>
    </message>
    <message>
        <source>as fast as</source>
        <translation>与之一样快：</translation>
    </message>
    <message>
        <source>Gradient checkpointing is for rows beyond {token_budget} tokens only: without it the longest needs {peak_bytes}.</source>
        <translation>梯度检查点只用于超过 {token_budget} 个词元的行：不用的话，最长的行需要 {peak_bytes}。</translation>
    </message>
    <message>
        <source>each of {world_size} keeps a part of every matrix, and a layer is whole only while it works</source>
        <translation>{world_size} 块各保存每个矩阵的一部分，一层只有在工作时才是完整的</translation>
    </message>
    <message>
        <source>The model is divided as you asked: {part}.</source>
        <translation>模型已按您的要求划分：{part}。</translation>
    </message>
    <message>
        <source>All of it needs {peak_bytes} and {room} is free on one GPU: {part}.</source>
        <translation>完整模型需要 {peak_bytes}，而一块 GPU 上可用 {room}：{part}。</translation>
    </message>
    <message>
        <source>All GPUs get micro-batches that fit {name}, which has {fullest} free and {name2} {emptiest}: an update ends with the slowest, so the others would only wait.</source>
        <translation>所有 GPU 的微批都以 {name} 放得下为准，它可用 {fullest}，{name2} 可用 {emptiest}：一次更新要等最慢的，其他的只会等待。</translation>
    </message>
    <message>
        <source>{name} is the slowest of them, and the others wait for it.</source>
        <translation>{name} 是其中最慢的，其他的要等它。</translation>
    </message>
    <message>
        <source>An update takes {seconds}; {sending}.</source>
        <translation>一次更新需要 {seconds}；{sending}。</translation>
    </message>
    <message>
        <source>{alone} on one and {seconds} on {world_size}</source>
        <translation>一个设备上 {alone}，{world_size} 个设备上 {seconds}</translation>
    </message>
    <message>
        <source>A target of {tokens} tokens is no whole number of blocks of {block} tokens.</source>
        <translation>{tokens} 个词元的目标不是 {block} 个词元的块的整数倍。</translation>
    </message>
    <message>
        <source>A target in tokens needs plain text that is joined into blocks, and this job joins none.</source>
        <translation>以词元计的目标需要拼成块的纯文本，而这个任务不拼接。</translation>
    </message>
    <message>
        <source>Give the target in examples, or join the texts.</source>
        <translation>请以样本数给出目标，或拼接文本。</translation>
    </message>
    <message>
        <source>The target is in tokens, and these rows are not joined into blocks: each is an example of its own length.</source>
        <translation>目标以词元计，而这些行没有拼成块：每行都是长度各异的样本。</translation>
    </message>
    <message>
        <source>Give the target in examples, or choose plain text.</source>
        <translation>请以样本数给出目标，或选择纯文本。</translation>
    </message>
    <message>
        <source>{effective_batch_size} blocks of {length} are not the target of {tokens} tokens.</source>
        <translation>{effective_batch_size} 个长度为 {length} 的块不是 {tokens} 个词元的目标。</translation>
    </message>
    <message>
        <source>Set the effective batch to {tokens} blocks, or leave the target in tokens out.</source>
        <translation>请把有效批量设为 {tokens} 个块，或不要填写以词元计的目标。</translation>
    </message>
    <message>
        <source>fits with gradient checkpointing</source>
        <translation>使用梯度检查点放得下</translation>
    </message>
    <message>
        <source>does not fit</source>
        <translation>放不下</translation>
    </message>
    <message>
        <source>It is too large for one GPU, so {gpus} share it: each keeps a part and sends it where it is needed. The result is the same; an update takes longer.</source>
        <translation>它对一块 GPU 来说太大，所以由 {gpus} 块分担：每块保存一部分，并在需要时发送过去。结果相同；每次更新用时更长。</translation>
    </message>
    <message>
        <source>with room</source>
        <translation>有余量</translation>
    </message>
    <message>
        <source>with checkpointing</source>
        <translation>使用检查点</translation>
    </message>
    <message>
        <source>in 4 bits</source>
        <translation>以 4 位存储</translation>
    </message>
    <message>
        <source>Other programs now use {beside_bytes} of the memory.</source>
        <translation>其他程序现在占用 {beside_bytes} 内存。</translation>
    </message>
    <message>
        <source>{taken} What was kept for later was given back.</source>
        <translation>{taken}留作后用的内存已归还。</translation>
    </message>
    <message>
        <source>{taken} {room} are left.</source>
        <translation>{taken}还剩 {room}。</translation>
    </message>
    <message>
        <source>Free memory was in pieces that were too small; it was given back and is taken anew.</source>
        <translation>空闲内存被分成太小的块；已归还并重新获取。</translation>
    </message>
    <message>
        <source>Free memory is in small pieces: {reserved_bytes} are held for {peak}.</source>
        <translation>空闲内存被分成小块：为 {peak} 占着 {reserved_bytes}。</translation>
    </message>
    <message>
        <source>The memory is full and an update took {times} times as long as usual, so some of it was moved out.</source>
        <translation>内存已满，一次更新用了平时 {times} 倍的时间，所以有一部分被移出。</translation>
    </message>
    <message>
        <source>{why} Micro-batches now hold at most {wanted} tokens; what is learnt stays the same.</source>
        <translation>{why}微批现在最多包含 {wanted} 个词元；学习的内容不变。</translation>
    </message>
    <message>
        <source>There is room again: micro-batches are as large as before.</source>
        <translation>又有空间了：微批恢复到以前的大小。</translation>
    </message>
    <message>
        <source>It fits {way}: {need}.</source>
        <translation>{way}就放得下：{need}。</translation>
    </message>
    <message>
        <source>It fits once {name} is closed, which takes {used_bytes}.</source>
        <translation>关闭占用 {used_bytes} 的 {name} 后就放得下。</translation>
    </message>
    <message>
        <source>1 at a time</source>
        <translation>每次 1 个</translation>
    </message>
    <message>
        <source>with gradient checkpointing</source>
        <translation>使用梯度检查点</translation>
    </message>
    <message>
        <source>with a small adapter in place of every weight</source>
        <translation>用小适配器代替全部权重</translation>
    </message>
    <message>
        <source>with rows cut at {shorter} tokens in place of {longest}</source>
        <translation>把行截为 {shorter} 个词元，而不是 {longest} 个</translation>
    </message>
    <message>
        <source>a device with {need} more memory</source>
        <translation>使用多 {need} 内存的设备</translation>
    </message>
    <message>
        <source>Nothing else helps but a much smaller model, or {elsewhere}.</source>
        <translation>除了小得多的模型或{elsewhere}，没有别的办法。</translation>
    </message>
    <message>
        <source>Else take a model of at most {weights} billion weights, or {elsewhere}.</source>
        <translation>否则请使用最多 {weights}B（十亿）权重的模型，或{elsewhere}。</translation>
    </message>
    <message>
        <source>“{text}” does not name a run on another computer.</source>
        <translation>“{text}”不是另一台电脑上的运行名称。</translation>
    </message>
    <message>
        <source>Write it as user@host:run; `nightshift runs --on user@host` lists the runs there.</source>
        <translation>请写成 user@host:run；`nightshift runs --on user@host` 会列出那里的运行。</translation>
    </message>
    <message>
        <source>“{text}” cannot be taken apart into words.</source>
        <translation>无法把“{text}”拆成词。</translation>
    </message>
    <message>
        <source>Close its quotation marks.</source>
        <translation>请关闭引号。</translation>
    </message>
    <message>
        <source>“{text}” is no name of a computer.</source>
        <translation>“{text}”不是电脑的名称。</translation>
    </message>
    <message>
        <source>Use a name as ssh knows it, such as user@host or an alias of your ssh configuration.</source>
        <translation>请使用 ssh 认识的名称，例如 user@host 或 ssh 配置中的别名。</translation>
    </message>
    <message>
        <source>What was heard could not be kept</source>
        <translation>无法保存收到的内容</translation>
    </message>
    <message>
        <source>The studio on {host} is of another version.</source>
        <translation>{host} 上的程序版本不同。</translation>
    </message>
    <message>
        <source>Update both to the same one.</source>
        <translation>请把两边更新到同一版本。</translation>
    </message>
    <message>
        <source>The connection was out of step.</source>
        <translation>连接失去了同步。</translation>
    </message>
    <message>
        <source>It is made again.</source>
        <translation>正在重新建立。</translation>
    </message>
    <message>
        <source>The runs cannot be read.</source>
        <translation>无法读取运行。</translation>
    </message>
    <message>
        <source>{name} is no longer there.</source>
        <translation>{name} 已不在那里。</translation>
    </message>
    <message>
        <source>It was moved or deleted.</source>
        <translation>它被移动或删除了。</translation>
    </message>
    <message>
        <source>{name} is at work. It can move once it rests.</source>
        <translation>{name} 正在工作。它停下来后即可移动。</translation>
    </message>
    <message>
        <source>Paused, it can go on here or there. Stopped, it also has a result here. Nothing is lost either way.</source>
        <translation>暂停后，可以在这里或那里继续。停止后，这里还会有结果。两种方式都不会丢失任何内容。</translation>
    </message>
    <message>
        <source>Pause and move</source>
        <translation>暂停并移动</translation>
    </message>
    <message>
        <source>Stop, save and move</source>
        <translation>停止、保存并移动</translation>
    </message>
    <message>
        <source>The run could not be told.</source>
        <translation>无法讲述该运行。</translation>
    </message>
    <message>
        <source>{name} comes to rest</source>
        <translation>{name} 正在停下来</translation>
    </message>
    <message>
        <source>It ends its update and saves. Then it is packed.</source>
        <translation>它完成这次更新并保存。然后打包。</translation>
    </message>
    <message>
        <source>{name} is not packed.</source>
        <translation>{name} 没有打包。</translation>
    </message>
    <message>
        <source>Press Resume to let it go on here.</source>
        <translation>按“继续”让它在这里继续。</translation>
    </message>
    <message>
        <source>{host} does not answer.</source>
        <translation>{host} 没有应答。</translation>
    </message>
    <message>
        <source>There is no ssh on this computer.</source>
        <translation>这台电脑上没有 ssh。</translation>
    </message>
    <message>
        <source>Install OpenSSH&apos;s client, then try again.</source>
        <translation>请安装 OpenSSH 客户端，然后再试。</translation>
    </message>
    <message>
        <source>There is no studio on {host}.</source>
        <translation>{host} 上没有本程序。</translation>
    </message>
    <message>
        <source>The studio on {host} is too old to be watched.</source>
        <translation>{host} 上的程序太旧，无法查看。</translation>
    </message>
    <message>
        <source>Update it there.</source>
        <translation>请在那里更新。</translation>
    </message>
    <message>
        <source>It is tried again.</source>
        <translation>正在重试。</translation>
    </message>
    <message>
        <source>The connection to {host} ended.</source>
        <translation>与 {host} 的连接已结束。</translation>
    </message>
    <message>
        <source>{host} shows another key than before, so nothing was sent to it.</source>
        <translation>{host} 出示的密钥与以前不同，所以没有向它发送任何内容。</translation>
    </message>
    <message>
        <source>If it was set up anew, remove its old key with ssh-keygen -R; if not, somebody may stand between.</source>
        <translation>如果它是重新安装的，请用 ssh-keygen -R 删除旧密钥；否则可能有人从中拦截。</translation>
    </message>
    <message>
        <source>The key of {host} is not known yet, so nothing was sent to it.</source>
        <translation>还不认识 {host} 的密钥，所以没有向它发送任何内容。</translation>
    </message>
    <message>
        <source>Run `ssh {host}` once in a terminal, compare the key it shows, and accept it.</source>
        <translation>请在终端中运行一次 `ssh {host}`，核对它显示的密钥并接受。</translation>
    </message>
    <message>
        <source>{host} asks for a password.</source>
        <translation>{host} 要求密码。</translation>
    </message>
    <message>
        <source>None is ever typed for you: put your key there with `ssh-copy-id {host}`, or load it with ssh-add.</source>
        <translation>绝不会替您输入密码：请用 `ssh-copy-id {host}` 把密钥放过去，或用 ssh-add 加载。</translation>
    </message>
    <message>
        <source>No computer called {host} is known here.</source>
        <translation>这里不认识名为 {host} 的电脑。</translation>
    </message>
    <message>
        <source>Look at the name, or at the network of this computer.</source>
        <translation>请检查名称，或这台电脑的网络。</translation>
    </message>
    <message>
        <source>{host} cannot be reached.</source>
        <translation>无法连接 {host}。</translation>
    </message>
    <message>
        <source>Nothing is known of that run.</source>
        <translation>对那次运行一无所知。</translation>
    </message>
    <message>
        <source>Open it as user@host:run.</source>
        <translation>请以 user@host:run 打开。</translation>
    </message>
    <message>
        <source>The run could not be followed</source>
        <translation>无法跟踪该运行</translation>
    </message>
    <message>
        <source>The program that follows it ended.</source>
        <translation>跟踪它的程序已结束。</translation>
    </message>
    <message>
        <source>{host} cannot be reached now, so it was not asked.</source>
        <translation>现在无法连接 {host}，所以没有向它提出请求。</translation>
    </message>
    <message>
        <source>Try again when the connection is back; the run goes on as it was.</source>
        <translation>连接恢复后请再试；运行照旧继续。</translation>
    </message>
    <message>
        <source>The run could not be remembered</source>
        <translation>无法记住该运行</translation>
    </message>
    <message>
        <source>{name} has not begun yet, so there is nothing to report.</source>
        <translation>{name} 还没有开始，所以没有可报告的内容。</translation>
    </message>
    <message>
        <source>Look again later.</source>
        <translation>请稍后再看。</translation>
    </message>
    <message>
        <source>{name} was stopped by you after update {update} of {updates}.</source>
        <translation>{name} 在第 {update} 次更新后由您停止，共 {updates} 次。</translation>
    </message>
    <message>
        <source>{name} did not finish: it ended at update {update} of {updates}.</source>
        <translation>{name} 没有完成：它结束于第 {update} 次更新，共 {updates} 次。</translation>
    </message>
    <message>
        <source>{name} was interrupted at update {update} of {updates}; nobody looks after it now.</source>
        <translation>{name} 在第 {update} 次更新（共 {updates} 次）时被中断；现在没有程序照看它。</translation>
    </message>
    <message>
        <source>{name} is still {state}: update {update} of {updates} after {how_long}.</source>
        <translation>{name} 仍是{state}：{how_long}后到第 {update} 次更新，共 {updates} 次。</translation>
    </message>
    <message>
        <source>The computer was switched off, or its programs were ended. Everything up to the last checkpoint is kept.</source>
        <translation>电脑被关闭，或其中的程序被结束。到最后一个检查点为止的一切都已保留。</translation>
    </message>
    <message>
        <source>{last_words} It was started again.</source>
        <translation>{last_words}它已重新启动。</translation>
    </message>
    <message>
        <source>The training program ended unexpectedly</source>
        <translation>训练程序意外结束</translation>
    </message>
    <message>
        <source>Went back to update {to_update}</source>
        <translation>退回到第 {to_update} 次更新</translation>
    </message>
    <message>
        <source>Without update {update}.</source>
        <translation>不含第 {update} 次更新。</translation>
    </message>
    <message>
        <source>A checkpoint was damaged and set aside</source>
        <translation>一个检查点已损坏，被搁置</translation>
    </message>
    <message>
        <source>The computer was switched off or restarted, or the program was ended.</source>
        <translation>电脑被关闭或重启，或程序被结束。</translation>
    </message>
    <message>
        <source>Nobody looked after the run for a while</source>
        <translation>有一段时间没有程序照看该运行</translation>
    </message>
    <message>
        <source>It was ended by the system, most likely because memory ran out, and started again.</source>
        <translation>它被系统结束，很可能因为内存耗尽，并已重新启动。</translation>
    </message>
    <message>
        <source>“{name}” cannot be the name of a conversation.</source>
        <translation>“{name}”不能作为对话的名称。</translation>
    </message>
    <message>
        <source>Use letters, digits and spaces.</source>
        <translation>请使用字母、数字和空格。</translation>
    </message>
    <message>
        <source>Restart the computer, then resume the run.</source>
        <translation>请重启电脑，然后继续运行。</translation>
    </message>
    <message>
        <source>The folder of the run is gone while it was worked on.</source>
        <translation>运行的文件夹在处理期间不见了。</translation>
    </message>
    <message>
        <source>If it was moved, put it back and resume the run: it goes on from its last checkpoint.</source>
        <translation>如果它被移走，请放回并继续运行：它会从最后一个检查点继续。</translation>
    </message>
    <message>
        <source>{kept} What it was doing then is in worker.log of the run. {RESTART}</source>
        <translation>{kept}当时在做什么，见运行的 worker.log。{RESTART}</translation>
    </message>
    <message>
        <source>The training program stopped answering {TRIES} times.</source>
        <translation>训练程序 {TRIES} 次停止应答。</translation>
    </message>
    <message>
        <source>The training program was ended {TRIES} times by {exit_code}.</source>
        <translation>训练程序 {TRIES} 次被{exit_code}结束。</translation>
    </message>
    <message>
        <source>{kept} The details are in worker.log of the run.</source>
        <translation>{kept}详细信息在运行的 worker.log 中。</translation>
    </message>
    <message>
        <source>The training program ended unexpectedly {TRIES} times (exit code {exit_code}).</source>
        <translation>训练程序 {TRIES} 次意外结束（退出码 {exit_code}）。</translation>
    </message>
    <message>
        <source>Nothing was learnt yet.</source>
        <translation>还没有学到任何内容。</translation>
    </message>
    <message>
        <source>the system, most likely because memory ran out</source>
        <translation>系统，很可能因为内存耗尽</translation>
    </message>
    <message>
        <source>the signal {name}</source>
        <translation>信号 {name}</translation>
    </message>
    <message>
        <source>It may be off or asleep, or the network is gone.</source>
        <translation>它可能已关机或睡眠，或网络中断。</translation>
    </message>
    <message>
        <source>The training program was asked to leave</source>
        <translation>训练程序被要求退出</translation>
    </message>
    <message>
        <source>It saved first, so no update is lost.</source>
        <translation>它先保存了进度，因此没有丢失任何更新。</translation>
    </message>
    <message>
        <source>signal {number}</source>
        <translation>信号 {number}</translation>
    </message>
    <message>
        <source>The request of {name} cannot be read.</source>
        <translation>无法读取 {name} 的请求。</translation>
    </message>
    <message>
        <source>Its folder is damaged or was written by a newer version; start the run again as a new one.</source>
        <translation>它的文件夹已损坏，或由更新的版本写成；请作为新的运行重新开始。</translation>
    </message>
    <message>
        <source>{name} is not a training run.</source>
        <translation>{name} 不是训练运行。</translation>
    </message>
    <message>
        <source>Choose another run.</source>
        <translation>请选择另一个运行。</translation>
    </message>
    <message>
        <source>The run could not be created</source>
        <translation>无法创建运行</translation>
    </message>
    <message>
        <source>There are a thousand runs of this name already.</source>
        <translation>已有一千个同名的运行。</translation>
    </message>
    <message>
        <source>Give the run another name.</source>
        <translation>请给运行另取一个名称。</translation>
    </message>
    <message>
        <source>{matching} runs are called something with “{name}”.</source>
        <translation>有 {matching} 个运行的名称含有“{name}”。</translation>
    </message>
    <message>
        <source>Say which one: {names}.</source>
        <translation>请说明是哪一个：{names}。</translation>
    </message>
    <message>
        <source>There is no run “{name}”.</source>
        <translation>没有运行“{name}”。</translation>
    </message>
    <message>
        <source>`nightshift runs` lists them.</source>
        <translation>`nightshift runs` 会列出它们。</translation>
    </message>
    <message>
        <source>The note could not be kept</source>
        <translation>无法保存备注</translation>
    </message>
    <message>
        <source>The order could not be kept</source>
        <translation>无法保存顺序</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>正在排队</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>正在启动</translation>
    </message>
    <message>
        <source>running</source>
        <translation>正在运行</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>recovering</source>
        <translation>正在恢复</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>已中断</translation>
    </message>
    <message>
        <source>Went back to update {to_update}, without update {update}</source>
        <translation>已退回到第 {to_update} 次更新，不含第 {update} 次更新</translation>
    </message>
    <message>
        <source>A checkpoint was damaged and set aside: {reason}</source>
        <translation>一个检查点已损坏，被搁置：{reason}</translation>
    </message>
    <message>
        <source>{name} is being worked on.</source>
        <translation>{name} 正在处理中。</translation>
    </message>
    <message>
        <source>Stop it first; then it can be deleted.</source>
        <translation>请先停止它；之后就能删除。</translation>
    </message>
    <message>
        <source>The run could not be deleted</source>
        <translation>无法删除运行</translation>
    </message>
    <message>
        <source>{name} is not in the trash.</source>
        <translation>{name} 不在回收站中。</translation>
    </message>
    <message>
        <source>Look at {trash}.</source>
        <translation>请查看 {trash}。</translation>
    </message>
    <message>
        <source>The run could not be brought back</source>
        <translation>无法恢复运行</translation>
    </message>
    <message>
        <source>The losses of the rows of update {update} are not known.</source>
        <translation>不知道第 {update} 次更新各行的损失。</translation>
    </message>
    <message>
        <source>It was passed over: none of its rows had anything to learn, or its loss was not a number.</source>
        <translation>它被跳过了：没有哪一行有可学的内容，或损失不是数字。</translation>
    </message>
    <message>
        <source>{name} has not made update {update}.</source>
        <translation>{name} 没有进行第 {update} 次更新。</translation>
    </message>
    <message>
        <source>Updates are counted from 1.</source>
        <translation>更新从 1 开始计数。</translation>
    </message>
    <message>
        <source>It has made {update} of {updates}.</source>
        <translation>它完成了 {update} 次，共 {updates} 次。</translation>
    </message>
    <message>
        <source>It has made none so far.</source>
        <translation>它还没有进行任何更新。</translation>
    </message>
    <message>
        <source>The loss of update {update} was not a number</source>
        <translation>第 {update} 次更新的损失不是数字</translation>
    </message>
    <message>
        <source>It was left out and the weights stayed as they were. Its rows: {rows}.</source>
        <translation>它被略过，权重保持原样。它的行：{rows}。</translation>
    </message>
    <message>
        <source>in micro-batches of at most {token_budget} tokens</source>
        <translation>以最多 {token_budget} 个词元的微批</translation>
    </message>
    <message>
        <source>with fewer word scores at once</source>
        <translation>一次计算更少的词得分</translation>
    </message>
    <message>
        <source>Out of memory at update {update}, redone</source>
        <translation>第 {update} 次更新时内存不足，已重做</translation>
    </message>
    <message>
        <source>The same rows were learnt from again, now {what}; nothing was lost.</source>
        <translation>已从相同的行再次学习，现在{what}；没有丢失任何内容。</translation>
    </message>
    <message>
        <source>The training program stopped answering</source>
        <translation>训练程序停止应答</translation>
    </message>
    <message>
        <source>Nothing came from it for much longer than its updates take. It was ended and started again from the last checkpoint; no update is lost.</source>
        <translation>它沉默的时间比更新所需长得多。它已被结束，并从最后一个检查点重新启动；没有丢失任何更新。</translation>
    </message>
    <message>
        <source>The computer slept for {seconds}</source>
        <translation>电脑睡眠了 {seconds}</translation>
    </message>
    <message>
        <source>Nothing was lost. The run went on when it woke; the time is left out of all estimates.</source>
        <translation>没有丢失任何内容。电脑醒来后运行继续；这段时间不计入任何估计。</translation>
    </message>
    <message>
        <source>The run does not depend on it; times of day told before are off by as much.</source>
        <translation>运行不依赖它；之前显示的时刻相差同样多。</translation>
    </message>
    <message>
        <source>{seconds} days</source>
        <translation>{seconds} 天</translation>
    </message>
    <message>
        <source>{minutes} h {minutes2} min</source>
        <translation>{minutes} 小时 {minutes2} 分钟</translation>
    </message>
    <message>
        <source>{what} could not be kept</source>
        <translation>无法保存{what}</translation>
    </message>
    <message>
        <source>The settings could not be kept</source>
        <translation>无法保存设置</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Teach the model to write any date the same way.</source>
        <translation>教模型用同一种方式写出任何日期。</translation>
    </message>
    <message>
        <source>Polite</source>
        <translation>礼貌</translation>
    </message>
    <message>
        <source>Teach the model to say blunt sentences politely.</source>
        <translation>教模型把生硬的话说得有礼貌。</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Teach the model to sort customer messages by topic.</source>
        <translation>教模型按主题给客户消息分类。</translation>
    </message>
    <message numerus="yes">
        <source>%n run</source>
        <translation>
            <numerusform>%n 个运行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row is</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row says</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n held-out row is</source>
        <translation>
            <numerusform>%n 个留出行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n token</source>
        <translation>
            <numerusform>%n 个词元</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer</source>
        <translation>
            <numerusform>%n 个回答</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n process</source>
        <translation>
            <numerusform>%n 个进程</numerusform>
        </translation>
    </message>
    <message>
        <source>{between} of it goes from GPU to GPU (at {value} GB/s, {known})</source>
        <translation>其中 {between} 用于 GPU 之间的传输（{value} GB/s，{known}）</translation>
    </message>
    <message>
        <source>{between} of it goes from GPU to process (at {value} GB/s, {known})</source>
        <translation>其中 {between} 用于从 GPU 到进程的传输（{value} GB/s，{known}）</translation>
    </message>
    <message>
        <source>{between} of it goes from process to GPU (at {value} GB/s, {known})</source>
        <translation>其中 {between} 用于从进程到 GPU 的传输（{value} GB/s，{known}）</translation>
    </message>
    <message>
        <source>{between} of it goes from process to process (at {value} GB/s, {known})</source>
        <translation>其中 {between} 用于进程之间的传输（{value} GB/s，{known}）</translation>
    </message>
    <message>
        <source>More than one GPU does not pay here: an update takes {times}; {sending}.</source>
        <translation>这里使用多块 GPU 不划算：一次更新需要 {times}；{sending}。</translation>
    </message>
    <message>
        <source>More than one process does not pay here: an update takes {times}; {sending}.</source>
        <translation>这里使用多个进程不划算：一次更新需要 {times}；{sending}。</translation>
    </message>
    <message>
        <source>{world_size} GPUs pay: an update takes {times}; {sending}.</source>
        <translation>使用 {world_size} 块 GPU 划算：一次更新需要 {times}；{sending}。</translation>
    </message>
    <message>
        <source>{world_size} processes pay: an update takes {times}; {sending}.</source>
        <translation>使用 {world_size} 个进程划算：一次更新需要 {times}；{sending}。</translation>
    </message>
    <message>
        <source>Choose {blocks} or {above} tokens, or another length of the blocks (max_seq_len).</source>
        <translation>请选择 {blocks} 或 {above} 个词元，或另一个块长度 (max_seq_len)。</translation>
    </message>
    <message>
        <source>Choose {above} tokens, or another length of the blocks (max_seq_len).</source>
        <translation>请选择 {above} 个词元，或另一个块长度 (max_seq_len)。</translation>
    </message>
    <message>
        <source>{name} finished early, since the held-out loss no longer fell: {update} updates in {how_long}.</source>
        <translation>{name} 已提前完成，因为留出损失不再下降：{update} 次更新，用时 {how_long}。</translation>
    </message>
    <message>
        <source>{name} finished: {update} updates in {how_long}.</source>
        <translation>{name} 已完成：{update} 次更新，用时 {how_long}。</translation>
    </message>
    <message>
        <source>It ended with signal {exit_code} and was started again.</source>
        <translation>它因信号 {exit_code} 结束，并已重新启动。</translation>
    </message>
    <message>
        <source>It ended with exit code {exit_code} and was started again.</source>
        <translation>它以退出代码 {exit_code} 结束，并已重新启动。</translation>
    </message>
    <message>
        <source>The computer&apos;s clock was put forward by {seconds}</source>
        <translation>电脑的时钟被调快了 {seconds}</translation>
    </message>
    <message>
        <source>The computer&apos;s clock was put back by {seconds}</source>
        <translation>电脑的时钟被调慢了 {seconds}</translation>
    </message>
    <message numerus="yes">
        <source>%n GPU</source>
        <translation>
            <numerusform>%n 块 GPU</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n update</source>
        <translation>
            <numerusform>%n 次更新</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n held-out row</source>
        <translation>
            <numerusform>%n 个留出行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run is learning elsewhere</source>
        <translation>
            <numerusform>%n 个运行在别处学习</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run waits</source>
        <translation>
            <numerusform>%n 个运行在等待</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run was interrupted</source>
        <translation>
            <numerusform>%n 个运行被中断</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n interruption was</source>
        <translation>
            <numerusform>%n 次中断</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n is waiting</source>
        <translation>
            <numerusform>%n 个在等待</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing worth a look</source>
        <translation>
            <numerusform>%n 处值得一看</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note</source>
        <translation>
            <numerusform>%n 条提示</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column</source>
        <translation>
            <numerusform>%n 列</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing needs you</source>
        <translation>
            <numerusform>%n 件事需要您处理</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time</source>
        <translation>
            <numerusform>%n 次</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing is open</source>
        <translation>
            <numerusform>%n 件事未解决</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing could not be checked</source>
        <translation>
            <numerusform>%n 件事无法检查</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing is still open.</source>
        <translation>
            <numerusform>还有 %n 件事未解决。</numerusform>
        </translation>
    </message>
    <message>
        <source>The runs cannot be read: {strerror}.</source>
        <translation>无法读取运行：{strerror}。</translation>
    </message>
    <message>
        <source>Look at {runs}.</source>
        <translation>请查看 {runs}。</translation>
    </message>
    <message>
        <source>Measuring could not be started.</source>
        <translation>无法开始测量。</translation>
    </message>
    <message>
        <source>too early to say</source>
        <translation>还看不出来</translation>
    </message>
    <message>
        <source>growing</source>
        <translation>增大</translation>
    </message>
    <message>
        <source>calmer now</source>
        <translation>渐趋平稳</translation>
    </message>
    <message>
        <source>steady</source>
        <translation>平稳</translation>
    </message>
    <message>
        <source>{words}; {highest} at update {update}</source>
        <translation>{words}；第 {update} 次更新时为 {highest}</translation>
    </message>
    <message>
        <source>{target} = {slices} on {where}</source>
        <translation>{target} = {slices}，在 {where} 上</translation>
    </message>
    <message>
        <source>Held-out loss {eval_loss} → {eval_loss2}</source>
        <translation>留出损失 {eval_loss} → {eval_loss2}</translation>
    </message>
    <message>
        <source>, lowest {eval_loss} at update {update}</source>
        <translation>，最低 {eval_loss}，在第 {update} 次更新</translation>
    </message>
    <message>
        <source>{exact_match} → {exact_match2} right</source>
        <translation>{exact_match} → {exact_match2} 正确</translation>
    </message>
    <message>
        <source>{share} lower</source>
        <translation>降低 {share}</translation>
    </message>
    <message>
        <source>{share} higher</source>
        <translation>升高 {share}</translation>
    </message>
    <message>
        <source>loss on rows it never saw</source>
        <translation>它从未见过的行上的损失</translation>
    </message>
    <message>
        <source>Too few updates to tell what it learned</source>
        <translation>更新太少，看不出学到了什么</translation>
    </message>
    <message>
        <source>loss on the rows it learned from; none were held out</source>
        <translation>它学过的行上的损失；没有留出行</translation>
    </message>
    <message>
        <source>in all</source>
        <translation>总共</translation>
    </message>
    <message>
        <source>for one update</source>
        <translation>每次更新</translation>
    </message>
    <message>
        <source>on average</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>{predicted} predicted</source>
        <translation>预计 {predicted}</translation>
    </message>
    <message>
        <source>most memory used</source>
        <translation>最高内存占用</translation>
    </message>
    <message>
        <source>shared the work</source>
        <translation>共同分担</translation>
    </message>
    <message>
        <source>{passes} learned</source>
        <translation>学习了 {passes}</translation>
    </message>
    <message>
        <source>{number} billion</source>
        <translation>{number} 十亿</translation>
    </message>
    <message>
        <source>Loss {value}</source>
        <translation>损失 {value}</translation>
    </message>
    <message>
        <source>, usually about {usual} here.</source>
        <translation>，这里通常约为 {usual}。</translation>
    </message>
    <message>
        <source>Update {update}</source>
        <translation>第 {update} 次更新</translation>
    </message>
    <message>
        <source>The {rows} rows of this update, highest first</source>
        <translation>这次更新的 {rows} 行，损失最高的在前</translation>
    </message>
    <message>
        <source>The row of this update</source>
        <translation>这次更新的那一行</translation>
    </message>
    <message>
        <source>One row explains nearly all of it.</source>
        <translation>一行几乎就能解释全部。</translation>
    </message>
    <message>
        <source>Two rows explain nearly all of it.</source>
        <translation>两行几乎就能解释全部。</translation>
    </message>
    <message>
        <source>Three rows explain nearly all of it.</source>
        <translation>三行几乎就能解释全部。</translation>
    </message>
    <message>
        <source>No single row explains it; many are a little harder.</source>
        <translation>没有哪一行能单独解释；许多行都稍难一些。</translation>
    </message>
    <message>
        <source>Nothing stands out.</source>
        <translation>没有特别突出的。</translation>
    </message>
    <message>
        <source>After update {first}</source>
        <translation>第 {first} 次更新之后</translation>
    </message>
    <message>
        <source>Before learning</source>
        <translation>学习之前</translation>
    </message>
    <message>
        <source>After updates {first} to {last}</source>
        <translation>第 {first} 至 {last} 次更新之后</translation>
    </message>
    <message>
        <source>Before learning and up to update {last}</source>
        <translation>从学习之前到第 {last} 次更新</translation>
    </message>
    <message>
        <source>from the held-out rows</source>
        <translation>来自留出的行</translation>
    </message>
    <message>
        <source>Questions with the answers before and after</source>
        <translation>问题以及前后的回答</translation>
    </message>
    <message>
        <source>The same questions, before and after</source>
        <translation>同样的问题，前后对照</translation>
    </message>
    <message>
        <source>Right would be: {expected}</source>
        <translation>正确答案是：{expected}</translation>
    </message>
    <message>
        <source>{boxes} tokens, {learned} of them learned</source>
        <translation>{boxes} 个词元，其中 {learned} 个参与学习</translation>
    </message>
    <message>
        <source>What happens will stand here.</source>
        <translation>发生的事情会显示在这里。</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Answers so far</source>
        <translation>目前的回答</translation>
    </message>
    <message>
        <source>How the answers to a few prompts changed while it learned</source>
        <translation>学习过程中几个提示的回答如何变化</translation>
    </message>
    <message>
        <source>lower is better, one point per update</source>
        <translation>越低越好，每次更新一个点</translation>
    </message>
    <message>
        <source>Axis of losses</source>
        <translation>损失坐标轴</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>In view</source>
        <translation>显示范围</translation>
    </message>
    <message>
        <source>Whole run</source>
        <translation>整个运行</translation>
    </message>
    <message>
        <source>Latest</source>
        <translation>最近</translation>
    </message>
    <message>
        <source>A part</source>
        <translation>一部分</translation>
    </message>
    <message>
        <source>Drag over the plot to look closer; double-click for the whole run</source>
        <translation>在图上拖动可放大；双击显示整个运行</translation>
    </message>
    <message>
        <source>the curve appears with the first update</source>
        <translation>曲线会随第一次更新出现</translation>
    </message>
    <message>
        <source>Start a run and watch it learn here, update by update.</source>
        <translation>开始一次运行，在这里一次更新一次更新地看它学习。</translation>
    </message>
    <message>
        <source>Nothing is running yet</source>
        <translation>还没有运行</translation>
    </message>
    <message>
        <source>Update {choice}: {value}</source>
        <translation>第 {choice} 次更新：{value}</translation>
    </message>
    <message>
        <source>at the end</source>
        <translation>结束时</translation>
    </message>
    <message>
        <source>{value} held-out</source>
        <translation>留出 {value}</translation>
    </message>
    <message>
        <source>, held-out {number}</source>
        <translation>，留出 {number}</translation>
    </message>
    <message>
        <source>no row had anything to learn</source>
        <translation>没有哪一行有可学的内容</translation>
    </message>
    <message>
        <source>, saved</source>
        <translation>，已保存</translation>
    </message>
    <message>
        <source>Update {update}: {value}</source>
        <translation>第 {update} 次更新：{value}</translation>
    </message>
    <message>
        <source>smoothed {usual}{held_out}{saved}</source>
        <translation>平滑后 {usual}{held_out}{saved}</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>平滑程度</translation>
    </message>
    <message>
        <source>each update</source>
        <translation>每次更新</translation>
    </message>
    <message>
        <source>smoothed</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>held-out rows</source>
        <translation>留出的行</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Smoothed over about {updates} updates</source>
        <translation>按约 {updates} 次更新平滑</translation>
    </message>
    <message>
        <source>planned end</source>
        <translation>计划终点</translation>
    </message>
    <message>
        <source>Rows of the chosen update</source>
        <translation>所选更新的行</translation>
    </message>
    <message>
        <source>Update before</source>
        <translation>上一次更新</translation>
    </message>
    <message>
        <source>Next update</source>
        <translation>下一次更新</translation>
    </message>
    <message>
        <source>Back to what happened (Esc)</source>
        <translation>返回“发生了什么”(Esc)</translation>
    </message>
    <message>
        <source>Rows, the highest loss first</source>
        <translation>各行，损失最高的在前</translation>
    </message>
    <message>
        <source>Tokens of the row that the model learns to write</source>
        <translation>该行中模型学着写的词元</translation>
    </message>
    <message>
        <source>Row {row}, loss {loss}</source>
        <translation>第 {row} 行，损失 {loss}</translation>
    </message>
    <message>
        <source>Cancel the run</source>
        <translation>取消运行</translation>
    </message>
    <message>
        <source>Keep going</source>
        <translation>继续进行</translation>
    </message>
    <message>
        <source>Answers during learning</source>
        <translation>学习过程中的回答</translation>
    </message>
    <message>
        <source>Prompts and answers, the newest first</source>
        <translation>提示与回答，最新的在前</translation>
    </message>
    <message>
        <source>Answers on the way</source>
        <translation>途中的回答</translation>
    </message>
    <message>
        <source>No prompt was answered yet. Prompts are answered whenever held-out rows are checked.</source>
        <translation>还没有回答过提示。每次检查留出行时都会回答提示。</translation>
    </message>
    <message>
        <source>at update {at}</source>
        <translation>在第 {at} 次更新</translation>
    </message>
    <message>
        <source>Loss curve</source>
        <translation>损失曲线</translation>
    </message>
    <message>
        <source>from {values} to {values2}</source>
        <translation>从 {values} 到 {values2}</translation>
    </message>
    <message>
        <source>What was kept</source>
        <translation>保留了什么</translation>
    </message>
    <message>
        <source>The keyring could not be asked.</source>
        <translation>无法询问密钥环。</translation>
    </message>
    <message>
        <source>The program that looks into runs could not be started.</source>
        <translation>无法启动查看运行的程序。</translation>
    </message>
    <message>
        <source>Find in the guide</source>
        <translation>在指南中查找</translation>
    </message>
    <message>
        <source>Found before this</source>
        <translation>上一处</translation>
    </message>
    <message>
        <source>Found after this</source>
        <translation>下一处</translation>
    </message>
    <message>
        <source>Back to where you were</source>
        <translation>回到原来的位置</translation>
    </message>
    <message>
        <source>It opens at the chapter of the page you come from: press F1 there.</source>
        <translation>它会在您来自的页面的章节打开：请在那里按 F1。</translation>
    </message>
    <message>
        <source>Not in the guide.</source>
        <translation>指南中没有。</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number}，共 {count}</translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation>还没有。</translation>
    </message>
    <message>
        <source>Loss by update</source>
        <translation>各次更新的损失</translation>
    </message>
    <message>
        <source>Continue on {devices}</source>
        <translation>在{devices}上继续</translation>
    </message>
    <message>
        <source>It does not fit on {devices} now.</source>
        <translation>现在在{devices}上放不下。</translation>
    </message>
    <message>
        <source>{devices} can share the rest</source>
        <translation>{devices}可以分担剩下的部分</translation>
    </message>
    <message>
        <source>{devices} can do the rest alone</source>
        <translation>{devices}可以独自完成剩下的部分</translation>
    </message>
    <message>
        <source>Same rows, same order, same gradient; only the time changes.</source>
        <translation>同样的行、同样的顺序、同样的梯度；变的只有时间。</translation>
    </message>
    <message>
        <source>Each keeps a part of the model.</source>
        <translation>每块保存模型的一部分。</translation>
    </message>
    <message>
        <source>About {time} are left then.</source>
        <translation>届时还剩约 {time}。</translation>
    </message>
    <message>
        <source>It would take longer: about {time} instead of {before}.</source>
        <translation>会用更长时间：约 {time}，而不是 {before}。</translation>
    </message>
    <message>
        <source>It hardly pays: about {time} instead of {before}.</source>
        <translation>几乎不划算：约 {time}，而不是 {before}。</translation>
    </message>
    <message>
        <source>About {time} instead of {before}.</source>
        <translation>约 {time}，而不是 {before}。</translation>
    </message>
    <message>
        <source>How many share the rest</source>
        <translation>由几块分担剩下的部分</translation>
    </message>
    <message>
        <source>{sentence}.</source>
        <translation>{sentence}。</translation>
    </message>
    <message>
        <source>{what}: {value}</source>
        <translation>{what}：{value}</translation>
    </message>
</context>
</TS>
