<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_US">
<context>
    <name>ComponentKind</name>
    <message>
        <source>WAN transformer</source>
        <translation>WAN Transformer</translation>
    </message>
    <message>
        <source>WAN VAE</source>
        <translation>WAN VAE</translation>
    </message>
    <message>
        <source>UMT5 text encoder</source>
        <translation>UMT5 文本编码器</translation>
    </message>
    <message>
        <source>LTX transformer</source>
        <translation>LTX Transformer</translation>
    </message>
    <message>
        <source>LTX VAE</source>
        <translation>LTX VAE</translation>
    </message>
    <message>
        <source>T5 text encoder</source>
        <translation>T5 文本编码器</translation>
    </message>
    <message>
        <source>LTX latent upsampler</source>
        <translation>LTX 潜变量放大器</translation>
    </message>
    <message>
        <source>CLIP image encoder</source>
        <translation>CLIP 图像编码器</translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%Ln frame(s)</source>
        <translation>
            <numerusform>%Ln 帧</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln step(s)</source>
        <translation>
            <numerusform>%Ln 步</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s)</source>
        <translation>
            <numerusform>%Ln 个任务</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2 at %3 fps</source>
        <translation>%1 · %2，%3 fps</translation>
    </message>
</context>
<context>
    <name>Durations</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>约 %1</translation>
    </message>
    <message>
        <source>%1 kB</source>
        <translation>%1 kB</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1 GB</translation>
    </message>
    <message>
        <source>%1 TB</source>
        <translation>%1 TB</translation>
    </message>
    <message>
        <source>%1 B</source>
        <translation>%1 B</translation>
    </message>
    <message>
        <source>%1 GFLOPs</source>
        <translation>%1 GFLOPs</translation>
    </message>
    <message>
        <source>%1 TFLOPs</source>
        <translation>%1 TFLOPs</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>A setting has a value that cannot be used</source>
        <translation>有一项设置的值不可用</translation>
    </message>
    <message>
        <source>Something was not found</source>
        <translation>找不到所需内容</translation>
    </message>
    <message>
        <source>A file is damaged</source>
        <translation>文件已损坏</translation>
    </message>
    <message>
        <source>This is not supported</source>
        <translation>不支持此内容</translation>
    </message>
    <message>
        <source>There is not enough memory</source>
        <translation>内存不足</translation>
    </message>
    <message>
        <source>A file could not be read or written</source>
        <translation>文件读写失败</translation>
    </message>
    <message>
        <source>Sampling produced invalid numbers</source>
        <translation>数值超出范围</translation>
    </message>
    <message>
        <source>Internal error</source>
        <translation>程序内部出错</translation>
    </message>
    <message>
        <source>Change the value named above and try again.</source>
        <translation>请修改上面提到的值后重试。</translation>
    </message>
    <message>
        <source>Put the file back, or choose its new location.</source>
        <translation>请把文件放回原处，或指定它现在的位置。</translation>
    </message>
    <message>
        <source>Download the file again; an incomplete download is the usual cause.</source>
        <translation>请重新获取该文件，常见原因是下载中断。</translation>
    </message>
    <message>
        <source>Models › Models and pairs shows what can be used.</source>
        <translation>“模型 › 模型与模型对”中列出了可用的内容。</translation>
    </message>
    <message>
        <source>Choose fewer frames, a smaller size or bf16, or close other programs that use the device.</source>
        <translation>请减少帧数、缩小尺寸或改用 bf16，或关闭占用该设备的其他程序。</translation>
    </message>
    <message>
        <source>Check that the disk has free space and that you have write permission for the folder.</source>
        <translation>请检查磁盘空间以及该文件夹的写入权限。</translation>
    </message>
    <message>
        <source>Lower the guidance scale, or choose bf16 or fp32 instead of fp16.</source>
        <translation>请降低引导强度，或用 bf16、fp32 代替 fp16。</translation>
    </message>
    <message>
        <source>Please send us the report from Help › Log. Finished steps are kept.</source>
        <translation>“帮助 › 日志”中可复制报告，请发送给我们。已完成的步数会保留。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>FlowBlending Studio is already running with the folder %1 but is not responding. Quit it first, or start with another folder: --state FOLDER.</source>
        <translation>FlowBlending Studio 已在使用文件夹 %1 运行，但没有响应。请先结束它，或使用其他文件夹启动：--state 文件夹。</translation>
    </message>
</context>
<context>
    <name>PartOffers</name>
    <message>
        <source>%1 and %2</source>
        <translation>%1 与 %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Inside the large model</source>
        <translation>内含于大模型</translation>
    </message>
    <message>
        <source>Inside the small model</source>
        <translation>内含于小模型</translation>
    </message>
    <message>
        <source>Inside the text encoder</source>
        <translation>内含于文本编码器</translation>
    </message>
</context>
<context>
    <name>Setting</name>
    <message>
        <source>Prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>Negative prompt</source>
        <translation>反向提示词</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>The same seed and settings produce the same clip.</source>
        <translation>相同的种子和设置生成相同的片段。</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>帧数</translation>
    </message>
    <message>
        <source>Frames per second</source>
        <translation>帧率</translation>
    </message>
    <message>
        <source>Playback speed of the clip; the frames stay the same.</source>
        <translation>片段播放的快慢，帧本身不变。</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Number of steps from noise to clip. More take longer and give finer detail.</source>
        <translation>从噪声到片段要走多少步。步数越多越慢，细节越多。</translation>
    </message>
    <message>
        <source>Solver</source>
        <translation>求解器</translation>
    </message>
    <message>
        <source>How each step is computed from the velocity. UniPC and DPM++ use earlier steps as well and need fewer steps.</source>
        <translation>由速度推出下一步的方法。UniPC 和 DPM++ 会参考之前的步，所需步数更少。</translation>
    </message>
    <message>
        <source>Solver history at a switch</source>
        <translation>切换时的求解器历史</translation>
    </message>
    <message>
        <source>A multistep solver remembers earlier velocities. When the other model takes over, keep them or start afresh.</source>
        <translation>多步求解器会记住之前的速度。另一个模型接手时，可保留这些记录，也可重新开始。</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Shift</translation>
    </message>
    <message>
        <source>A higher shift spends more steps at high noise, where motion and layout take shape. Large frames need more shift.</source>
        <translation>把更多步数用于高噪声区，运动和构图在那里确定。画面越大，需要的 Shift 越大。</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>引导强度</translation>
    </message>
    <message>
        <source>How strongly the clip follows the prompt. At 1 or below, the negative prompt is not used and each step costs half as much.</source>
        <translation>片段遵循提示词的程度。不大于 1 时不使用反向提示词，每步开销减半。</translation>
    </message>
    <message>
        <source>Guidance of the small model</source>
        <translation>小模型的引导强度</translation>
    </message>
    <message>
        <source>By default, both models use the same guidance.</source>
        <translation>默认情况下两个模型使用相同的引导强度。</translation>
    </message>
    <message>
        <source>Steps of the small model</source>
        <translation>小模型的步数</translation>
    </message>
    <message>
        <source>one per interval</source>
        <translation>每个区间一步</translation>
    </message>
    <message>
        <source>Two passes</source>
        <translation>两遍采样</translation>
    </message>
    <message>
        <source>Samples at half the width and height, upsamples the latents and refines them with the large model.</source>
        <translation>先以一半的宽和高采样，再放大潜变量，并用大模型细化。</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>Precision of fp8 weights</source>
        <translation>fp8 权重的精度</translation>
    </message>
    <message>
        <source>Decoding precision</source>
        <translation>解码精度</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>精确</translation>
    </message>
    <message>
        <source>LoRAs</source>
        <translation>LoRA</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>缓存</translation>
    </message>
    <message>
        <source>Skips evaluations of a model where the velocity hardly changes, and reuses an earlier one. Faster, but not exactly the same clip.</source>
        <translation>在速度几乎不变时跳过模型计算，重用之前的结果。更快，但片段不完全相同。</translation>
    </message>
    <message>
        <source>Cache threshold</source>
        <translation>缓存阈值</translation>
    </message>
    <message>
        <source>How much may change before a model runs again. More is faster and less exact.</source>
        <translation>模型再次运行之前允许的变化量。越大越快，但越不精确。</translation>
    </message>
    <message>
        <source>every step is computed</source>
        <translation>计算每一步</translation>
    </message>
    <message>
        <source>Reused steps in a row</source>
        <translation>连续重用的步数</translation>
    </message>
    <message>
        <source>How many steps in a row MagCache may reuse before the model runs again. Other caches have no such limit.</source>
        <translation>MagCache 在模型再次运行之前最多可连续重用的步数。其他缓存没有此限制。</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Noise levels</source>
        <translation>噪声水平</translation>
    </message>
    <message>
        <source>Noise level at which each step starts, from at most 1 downward, without the final 0, such as 1,0.9375,0.8333,0.625. Step-distilled models need those that they were trained for. Replaces the shift and the number of steps. UniPC and Euler only.</source>
        <translation>每一步开始时的噪声水平，从不大于 1 的值开始递减，不写末尾的 0，例如 1,0.9375,0.8333,0.625。步数蒸馏的模型需要使用训练时的噪声水平。它取代 Shift 和步数。仅支持 UniPC 和 Euler。</translation>
    </message>
    <message>
        <source>Retention steps</source>
        <translation>保留步</translation>
    </message>
    <message>
        <source>Always computes the first 5 steps, and decides about the others by the modulation of the blocks instead of the time embedding. TeaCache on WAN only.</source>
        <translation>始终计算前 5 步，其余各步根据模块的调制信号（而非时间嵌入）决定是否重用。仅适用于 WAN 上的 TeaCache。</translation>
    </message>
    <message>
        <source>Guard</source>
        <translation>守护</translation>
    </message>
    <message>
        <source>Guard bound</source>
        <translation>守护界限</translation>
    </message>
    <message>
        <source>the large model takes every step</source>
        <translation>每一步都由大模型完成</translation>
    </message>
    <message>
        <source>Steps between checks</source>
        <translation>检查之间的步数</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>校验</translation>
    </message>
    <message>
        <source>Bound of the change</source>
        <translation>变化量界限</translation>
    </message>
    <message>
        <source>One-way: how much the predicted clean latents may still change from one step to the next for the small model to take over, as relative L2. Less is nearer to the large model&apos;s clip and slower.</source>
        <translation>单向：小模型接手时，预测的干净潜变量在相邻两步之间的最大变化（相对 L2）。越小越接近大模型的片段，但越慢。</translation>
    </message>
    <message>
        <source>One-way</source>
        <translation>单向</translation>
    </message>
    <message>
        <source>Verify: in the middle stage, the large model goes on until a check, every few steps, finds the small one near enough; then that one takes the rest of the stage. Each check costs a step of both models. One-way: the large model goes on until the clip that it predicts hardly changes from step to step; then the small one takes the rest of the stage. SRDiffusion: the same with that method&apos;s rule, by how the large model&apos;s velocity settles.</source>
        <translation>校验：在中期阶段，大模型一直继续，直到每隔几步的检查表明小模型足够接近；之后由小模型完成该阶段的剩余部分。每次检查需要两个模型各计算一步。单向：大模型一直继续，直到它预测的片段在相邻两步之间几乎不再变化；之后由小模型完成该阶段的剩余部分。SRDiffusion：同样如此，但采用该方法的规则，依据大模型速度趋于稳定的程度。</translation>
    </message>
    <message>
        <source>Verify: how far apart the two velocities may be for the small model to take over, as relative L2. Less is nearer to the large model&apos;s clip and slower.</source>
        <translation>校验：小模型接手时两个速度的最大差异（相对 L2）。越小越接近大模型的片段，但越慢。</translation>
    </message>
    <message>
        <source>Verify: the first step of the middle stage is a check, and then every one after so many steps, until a check passes.</source>
        <translation>校验：中期阶段的第一步进行检查，之后每隔这么多步检查一次，直到检查通过。</translation>
    </message>
    <message>
        <source>Bound of the settling</source>
        <translation>趋稳界限</translation>
    </message>
    <message>
        <source>SRDiffusion: the small model takes over after the first step in which the large model&apos;s velocity changes less than in the step before, by less than this. Less is nearer to the large model&apos;s clip and slower.</source>
        <translation>SRDiffusion：当大模型速度的变化首次小于前一步的变化，且差值小于该值时，小模型在这一步之后接手。越小越接近大模型的片段，但越慢。</translation>
    </message>
    <message>
        <source>The large model may return</source>
        <translation>大模型可返回</translation>
    </message>
    <message>
        <source>Verify: checks go on while the small model takes the steps, one more of its steps apart after each that passes, and the large model returns after one that does not. Otherwise, the small model is not checked again once it has taken over.</source>
        <translation>校验：小模型执行步骤期间继续检查，每次通过后间隔多一步，未通过后由大模型接回。否则，小模型接手后不再检查。</translation>
    </message>
</context>
<context>
    <name>fb::ui::AboutDialog</name>
    <message>
        <source>About FlowBlending Studio</source>
        <translation>关于 FlowBlending Studio</translation>
    </message>
    <message>
        <source>Version %1 · Qt %2</source>
        <translation>版本 %1 · Qt %2</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Turns a prompt into a video clip with two diffusion transformers on one sampling trajectory: the large one where it matters, early and late, and the small one in between.</source>
        <translation>用两个扩散 Transformer 沿同一条采样轨迹，把提示词变成视频片段：关键的前期和后期用大模型，中间用小模型。</translation>
    </message>
    <message>
        <source>The method: %1</source>
        <translation>方法：%1</translation>
    </message>
    <message>
        <source>It is built on LibTorch 2.11, FFmpeg’s libav libraries, Qt, QCustomPlot, SQLite and SentencePiece. Their licences are on the next page.</source>
        <translation>基于 LibTorch 2.11、FFmpeg 的 libav 库、Qt、QCustomPlot、SQLite 和 SentencePiece。它们的许可证见下一页。</translation>
    </message>
    <message>
        <source>FlowBlending Studio’s own code is under the MIT licence.</source>
        <translation>FlowBlending Studio 自身代码采用 MIT 许可证。</translation>
    </message>
</context>
<context>
    <name>fb::ui::Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Models</source>
        <translation>模型(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Generate</source>
        <translation>生成(&amp;G)</translation>
    </message>
    <message>
        <source>Add this request to the queue and start it</source>
        <translation>把当前请求加入队列并开始</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>Pause the running clip after its current block; its steps are kept and the device is freed</source>
        <translation>在当前块结束后停下正在生成的片段，保留已完成的步数并释放设备</translation>
    </message>
    <message>
        <source>P&amp;robe</source>
        <translation>探测(&amp;R)</translation>
    </message>
    <message>
        <source>Run both models on every step to see where they differ</source>
        <translation>在每一步同时运行两个模型，查看差异所在</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>对比(&amp;C)</translation>
    </message>
    <message>
        <source>Show two results side by side, as a wipe or as their difference</source>
        <translation>以并排、擦除或差值方式显示两个结果</translation>
    </message>
    <message>
        <source>Compare with &amp;large only</source>
        <translation>与纯大模型对比(&amp;L)</translation>
    </message>
    <message>
        <source>Queue the same request with the large model on every step</source>
        <translation>将同一请求以全程大模型加入队列</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>Save the clip shown as a video, GIF or PNG sequence</source>
        <translation>将当前片段存为视频、GIF 或 PNG 序列</translation>
    </message>
    <message>
        <source>&amp;Open clip…</source>
        <translation>打开片段(&amp;O)…</translation>
    </message>
    <message>
        <source>Show a clip file and load the settings stored in it</source>
        <translation>显示片段文件并载入其中保存的设置</translation>
    </message>
    <message>
        <source>Copy &amp;frame</source>
        <translation>复制帧(&amp;F)</translation>
    </message>
    <message>
        <source>Copy the frame shown to the clipboard</source>
        <translation>将当前帧复制到剪贴板</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Quit the Studio; a running clip can be continued later</source>
        <translation>退出 Studio；正在生成的片段可留待以后继续</translation>
    </message>
    <message>
        <source>&amp;Models and pairs…</source>
        <translation>模型与模型对(&amp;M)…</translation>
    </message>
    <message>
        <source>Add checkpoints and build pairs from them</source>
        <translation>添加检查点并组成模型对</translation>
    </message>
    <message>
        <source>Se&amp;ttings…</source>
        <translation>设置(&amp;T)…</translation>
    </message>
    <message>
        <source>Device, precision, folders, language and theme</source>
        <translation>设备、精度、文件夹、语言和主题</translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation>重置布局(&amp;R)</translation>
    </message>
    <message>
        <source>Move all panels back to their default places</source>
        <translation>将所有面板恢复到初始位置</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>全屏(&amp;F)</translation>
    </message>
    <message>
        <source>Fill the screen with the window</source>
        <translation>让窗口占满屏幕</translation>
    </message>
    <message>
        <source>How to use the Studio, and its keyboard shortcuts</source>
        <translation>Studio 的使用方法与快捷键</translation>
    </message>
    <message>
        <source>&amp;Log…</source>
        <translation>日志(&amp;L)…</translation>
    </message>
    <message>
        <source>What the program has done, for bug reports</source>
        <translation>程序的运行记录，用于问题报告</translation>
    </message>
    <message>
        <source>&amp;About FlowBlending Studio</source>
        <translation>关于 FlowBlending Studio(&amp;A)</translation>
    </message>
    <message>
        <source>Version and licences</source>
        <translation>版本与许可证</translation>
    </message>
    <message>
        <source>Playbac&amp;k</source>
        <translation>播放(&amp;K)</translation>
    </message>
    <message>
        <source>Go on where the queue was paused</source>
        <translation>从队列暂停处继续</translation>
    </message>
    <message>
        <source>&amp;Skip</source>
        <translation>跳过(&amp;S)</translation>
    </message>
    <message>
        <source>Go on with the next clip; the steps of the running one are kept, and it can be resumed</source>
        <translation>转到下一个片段；正在生成的片段保留步数，可继续</translation>
    </message>
    <message>
        <source>Discard the running clip and go on with the next one; this can be undone</source>
        <translation>放弃正在生成的片段并转到下一个；可以撤销</translation>
    </message>
    <message>
        <source>Res&amp;ume</source>
        <translation>继续(&amp;U)</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>取消(&amp;N)</translation>
    </message>
    <message>
        <source>Generate s&amp;everal</source>
        <translation>生成多个(&amp;E)</translation>
    </message>
    <message>
        <source>%1 seeds</source>
        <translation>%1 个种子</translation>
    </message>
    <message>
        <source>Queue this request with its seed and those that follow it</source>
        <translation>用当前种子及其后的种子把此请求加入队列</translation>
    </message>
    <message>
        <source>&amp;Find boundaries…</source>
        <translation>寻找边界(&amp;F)…</translation>
    </message>
    <message>
        <source>Sample prompts with many boundaries, to find those that cost least and stay near the large model</source>
        <translation>用多种边界生成提示词，找出计算量最小且接近大模型的边界</translation>
    </message>
    <message>
        <source>&amp;Tour</source>
        <translation>导览(&amp;T)</translation>
    </message>
    <message>
        <source>Three places of the window, explained</source>
        <translation>介绍窗口中的三个位置</translation>
    </message>
    <message>
        <source>&amp;Import a profile…</source>
        <translation>导入差异曲线(&amp;I)…</translation>
    </message>
    <message>
        <source>Add a file of divergence profiles to what is kept of this pair and these settings</source>
        <translation>将差异曲线文件加入此模型对及设置的已存记录</translation>
    </message>
    <message>
        <source>E&amp;xport the profile…</source>
        <translation>导出差异曲线(&amp;X)…</translation>
    </message>
    <message>
        <source>Save what probes have found about this pair and these settings, for other machines</source>
        <translation>保存针对此模型对及设置的探测结果，供其他机器使用</translation>
    </message>
    <message>
        <source>&amp;Report a problem…</source>
        <translation>报告问题(&amp;R)…</translation>
    </message>
    <message>
        <source>Copy what a report needs: versions, devices and the newest lines of the log</source>
        <translation>复制报告所需的内容：版本、设备和日志的最新几行</translation>
    </message>
    <message>
        <source>Search the &amp;history</source>
        <translation>搜索历史(&amp;H)</translation>
    </message>
    <message>
        <source>Find finished clips by prompt, name or tag</source>
        <translation>按提示词、名称或标签查找已完成的片段</translation>
    </message>
    <message>
        <source>Queue clips from a &amp;list…</source>
        <translation>将列表中的片段加入队列(&amp;L)…</translation>
    </message>
    <message>
        <source>Add a clip for each line of a text file or table</source>
        <translation>为文本文件或表格的每一行添加一个片段</translation>
    </message>
</context>
<context>
    <name>fb::ui::BoundaryControl</name>
    <message>
        <source>Early stage of the large model, in steps</source>
        <translation>大模型的前期阶段（步数）</translation>
    </message>
    <message>
        <source>Early stage of the large model, share of the steps</source>
        <translation>大模型的前期阶段（占比）</translation>
    </message>
    <message>
        <source>The early stage settles structure and motion. A longer one stays closer to the large model; a shorter one is faster.</source>
        <translation>前期阶段决定结构和运动。越长越接近大模型，越短越快。</translation>
    </message>
    <message>
        <source>Late stage of the large model, in steps</source>
        <translation>大模型的后期阶段（步数）</translation>
    </message>
    <message>
        <source>Late stage of the large model, share of the steps</source>
        <translation>大模型的后期阶段（占比）</translation>
    </message>
    <message>
        <source>The late stage adds fine detail. Here the models differ again.</source>
        <translation>后期阶段补充细节，此时两个模型再次出现差异。</translation>
    </message>
    <message>
        <source>Large &amp;until</source>
        <translation>大模型运行至(&amp;U)</translation>
    </message>
    <message>
        <source>Large again f&amp;or the last</source>
        <translation>末尾再用大模型(&amp;O)</translation>
    </message>
    <message>
        <source>Early</source>
        <translation>前期</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>后期</translation>
    </message>
</context>
<context>
    <name>fb::ui::BoundaryModel</name>
    <message>
        <source>No candidate: the small model would have no step, or it is not in the grid</source>
        <translation>无候选：小模型没有步数，或不在网格中</translation>
    </message>
    <message>
        <source>%1: not measured yet</source>
        <translation>%1：尚未测量</translation>
    </message>
    <message>
        <source>%1: distance %2 so far</source>
        <translation>%1：目前距离 %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Large until %1</source>
        <translation>前 %1 用大模型</translation>
    </message>
    <message>
        <source>Large again for the last %1</source>
        <translation>最后 %1 再用大模型</translation>
    </message>
</context>
<context>
    <name>fb::ui::BranchLine</name>
    <message>
        <source>Continues &quot;%1&quot; from step %2; changes before it have no effect</source>
        <translation>从第 %2 步继续“%1”；此前的更改不起作用</translation>
    </message>
    <message>
        <source>The first %1 steps are those of that clip. The boundaries after them, solver and guidance can be changed; prompt, seed, size and number of steps must stay.</source>
        <translation>前 %1 步取自那个片段。其后的边界、求解器和引导强度可以更改；提示词、种子、尺寸和步数必须不变。</translation>
    </message>
    <message>
        <source>Remove the branch</source>
        <translation>移除分支</translation>
    </message>
    <message>
        <source>Compute the whole clip instead</source>
        <translation>改为计算整个片段</translation>
    </message>
</context>
<context>
    <name>fb::ui::BranchMarkers</name>
    <message>
        <source>Branch after step %1 of %2</source>
        <translation>在第 %1 步（共 %2 步）后分支</translation>
    </message>
    <message>
        <source>Branch from here: the next clip takes over the first %1 steps of this one, and only the rest is computed</source>
        <translation>从此处分支：下一个片段沿用此片段的前 %1 步，只计算其余部分</translation>
    </message>
</context>
<context>
    <name>fb::ui::BranchPresenter</name>
    <message>
        <source>Change what comes after step %1 and press Generate.</source>
        <translation>更改第 %1 步之后的内容，然后按“生成”。</translation>
    </message>
    <message>
        <source>Remove the branch</source>
        <comment>undo</comment>
        <translation>移除分支</translation>
    </message>
    <message>
        <source>Branch from a clip</source>
        <comment>undo</comment>
        <translation>从片段分支</translation>
    </message>
</context>
<context>
    <name>fb::ui::BranchWords</name>
    <message>
        <source>The folder of this run no longer exists, so its steps cannot be continued.</source>
        <translation>此任务的文件夹已不存在，无法继续其步骤。</translation>
    </message>
    <message>
        <source>This run keeps no state to continue from. Settings › Folders says how many are kept and how much space they may use.</source>
        <translation>此任务没有保留可继续的状态。保留的数量和可用空间见“设置 › 文件夹”。</translation>
    </message>
</context>
<context>
    <name>fb::ui::CalibrationOffer</name>
    <message>
        <source>Calibrate</source>
        <translation>校准</translation>
    </message>
    <message>
        <source>Calibrate the models for MagCache</source>
        <translation>为 MagCache 校准模型</translation>
    </message>
    <message>
        <source>Samples a whole trajectory with each model, as a run of the queue, and keeps what it measures. Other runs are not affected.</source>
        <translation>作为队列中的一次运行，用每个模型采样完整轨迹并保存测量结果。其他运行不受影响。</translation>
    </message>
    <message>
        <source>The models are being measured, or will be: see the queue.</source>
        <translation>模型正在测量或等待测量：请查看队列。</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) of each model</source>
        <translation>
            <numerusform>每个模型 %n 步</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) of one model</source>
        <translation>
            <numerusform>一个模型 %n 步</numerusform>
        </translation>
    </message>
    <message>
        <source>Calibrating measures them once, for all later runs: %1, %2.</source>
        <comment>steps, time</comment>
        <translation>校准一次即可用于以后的所有运行：%1，%2。</translation>
    </message>
</context>
<context>
    <name>fb::ui::ClipWords</name>
    <message>
        <source>%1 · seed %2</source>
        <comment>LSL 40/20, 4189</comment>
        <translation>%1 · 种子 %2</translation>
    </message>
    <message>
        <source>settings damaged</source>
        <translation>设置已损坏</translation>
    </message>
</context>
<context>
    <name>fb::ui::CompareCanvas</name>
    <message>
        <source>Compared clips</source>
        <translation>对比的片段</translation>
    </message>
    <message>
        <source>A fills the left %1</source>
        <translation>A 显示在左侧 %1</translation>
    </message>
    <message>
        <source>Drag the divider, or move it with the arrow keys (Shift: faster)</source>
        <translation>拖动分隔线，或用方向键移动（按住 Shift 更快）</translation>
    </message>
    <message>
        <source>%1 is shown</source>
        <translation>正在显示 %1</translation>
    </message>
    <message>
        <source>Drag the image, or move it with the arrow keys (Shift: faster)</source>
        <translation>拖动图像，或用方向键移动（按住 Shift 更快）</translation>
    </message>
</context>
<context>
    <name>fb::ui::ComparePresenter</name>
    <message>
        <source>Compare</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>%1 (large only)</source>
        <translation>%1（纯大模型）</translation>
    </message>
    <message numerus="yes">
        <source>Comparison of %n clip(s)</source>
        <translation>
            <numerusform>%n 个片段的对比</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fb::ui::CompareTransport</name>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>One frame back</source>
        <translation>后退一帧</translation>
    </message>
    <message>
        <source>One frame forward</source>
        <translation>前进一帧</translation>
    </message>
    <message>
        <source>Play in a loop</source>
        <translation>循环播放</translation>
    </message>
    <message>
        <source>Start over at the end</source>
        <translation>播放到结尾后从头开始</translation>
    </message>
    <message>
        <source>Pause all clips (Space or K)</source>
        <translation>暂停所有片段（空格或 K）</translation>
    </message>
    <message>
        <source>Play all clips together (Space; J backwards, L faster)</source>
        <translation>同时播放所有片段（空格；J 倒放，L 加速）</translation>
    </message>
    <message>
        <source>One frame back in all clips (,)</source>
        <translation>所有片段后退一帧 (,)</translation>
    </message>
    <message>
        <source>One frame forward in all clips (.)</source>
        <translation>所有片段前进一帧 (.)</translation>
    </message>
    <message>
        <source>Frame of all clips</source>
        <translation>所有片段的帧</translation>
    </message>
</context>
<context>
    <name>fb::ui::CompareView</name>
    <message>
        <source>Untitled clip</source>
        <translation>未命名片段</translation>
    </message>
    <message>
        <source>Choose two results above.
They play together here, frame by frame.</source>
        <translation>请在上方选择两个结果。
它们将在此逐帧同步播放。</translation>
    </message>
    <message>
        <source>Choose a clip for A to compare it with B.</source>
        <translation>请为 A 选择片段，以便与 B 对比。</translation>
    </message>
    <message>
        <source>Choose a clip for B to compare it with A.</source>
        <translation>请为 B 选择片段，以便与 A 对比。</translation>
    </message>
    <message>
        <source>Choose a result…</source>
        <translation>选择结果…</translation>
    </message>
    <message>
        <source>Choose one of the finished runs</source>
        <translation>从已完成的任务中选择</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>The settings of one clip are unknown</source>
        <translation>其中一个片段的设置未知</translation>
    </message>
    <message>
        <source>The settings are the same</source>
        <translation>设置相同</translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s) differ</source>
        <translation>
            <numerusform>%n 项设置不同</numerusform>
        </translation>
    </message>
    <message>
        <source>measuring…</source>
        <translation>正在测量…</translation>
    </message>
    <message>
        <source>SSIM %1 on average</source>
        <translation>SSIM 平均 %1</translation>
    </message>
    <message>
        <source>SSIM</source>
        <translation>SSIM</translation>
    </message>
    <message>
        <source>PSNR %1 dB on average</source>
        <translation>PSNR 平均 %1 dB</translation>
    </message>
    <message>
        <source>PSNR</source>
        <translation>PSNR</translation>
    </message>
    <message>
        <source>&amp;A</source>
        <translation>A(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;B</source>
        <translation>B(&amp;B)</translation>
    </message>
    <message>
        <source>Swap A and B</source>
        <translation>交换 A 和 B</translation>
    </message>
    <message>
        <source>&amp;Side by side</source>
        <translation>并排(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Wipe</source>
        <translation>擦除(&amp;W)</translation>
    </message>
    <message>
        <source>A to the left of a divider that you can drag, B to the right</source>
        <translation>可拖动的分隔线左侧为 A，右侧为 B</translation>
    </message>
    <message>
        <source>The difference at each pixel; black means identical</source>
        <translation>两者在每个像素上的差距，黑色表示相同</translation>
    </message>
    <message>
        <source>Amplification of the difference</source>
        <translation>差值放大倍数</translation>
    </message>
    <message>
        <source>×%1</source>
        <translation>×%1</translation>
    </message>
    <message>
        <source>Compare with large only</source>
        <translation>与纯大模型对比</translation>
    </message>
    <message>
        <source>Queues A&apos;s run again with the large model on every step, to show what the small model costs in quality</source>
        <translation>将 A 以全程大模型再次加入队列，看小模型承担的部分对质量有多大影响</translation>
    </message>
    <message>
        <source>Peak signal-to-noise ratio; higher is closer, 100 dB means identical</source>
        <translation>峰值信噪比，越高越接近，100 dB 为相同</translation>
    </message>
    <message>
        <source>Settings that differ</source>
        <translation>不同的设置</translation>
    </message>
    <message>
        <source>How many times brighter the difference is shown</source>
        <translation>差异以几倍亮度显示</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <translation>%1 — %2</translation>
    </message>
    <message>
        <source>Sh&amp;ow %1</source>
        <translation>显示 %1(&amp;O)</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>显示 %1</translation>
    </message>
    <message>
        <source>different sizes</source>
        <translation>尺寸不同</translation>
    </message>
    <message>
        <source>SSIM to A</source>
        <translation>与 A 的 SSIM</translation>
    </message>
    <message>
        <source>PSNR to A, dB</source>
        <translation>与 A 的 PSNR，dB</translation>
    </message>
    <message>
        <source>All clips in full, side by side</source>
        <translation>并排显示所有完整片段</translation>
    </message>
    <message>
        <source>Diff&amp;erence</source>
        <translation>差值(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Flicker</source>
        <translation>闪烁(&amp;F)</translation>
    </message>
    <message>
        <source>The clips in turn at one place: F shows the next one, H shows it while you hold the key</source>
        <translation>在同一位置轮流显示片段：F 显示下一个，H 仅在按住时显示</translation>
    </message>
    <message>
        <source>The next clip at the same place (F); hold H to see it for a moment</source>
        <translation>在同一位置显示下一个片段 (F)；按住 H 可短暂查看</translation>
    </message>
    <message>
        <source>&amp;Zoom</source>
        <translation>缩放(&amp;Z)</translation>
    </message>
    <message>
        <source>Zoom of all clips</source>
        <translation>所有片段的缩放</translation>
    </message>
    <message>
        <source>All clips show the same part: turn the wheel or press + and − to zoom, 0 to fit</source>
        <translation>所有片段显示同一部分：滚轮或 + 和 − 缩放，0 适应窗口</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适应</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>导出(&amp;X)…</translation>
    </message>
    <message>
        <source>Export the comparison</source>
        <translation>导出对比</translation>
    </message>
    <message>
        <source>Saves the clips side by side as one video, each below its label</source>
        <translation>将片段并排保存为一个视频，每个片段上方带有标签</translation>
    </message>
    <message>
        <source>Clip %1</source>
        <translation>片段 %1</translation>
    </message>
    <message>
        <source>Compare another clip</source>
        <translation>再对比一个片段</translation>
    </message>
    <message>
        <source>Compare another clip, up to four</source>
        <translation>再对比一个片段，最多四个</translation>
    </message>
    <message>
        <source>Remove the last clip</source>
        <translation>移除最后一个片段</translation>
    </message>
    <message>
        <source>Remove the last clip from the comparison</source>
        <translation>从对比中移除最后一个片段</translation>
    </message>
    <message>
        <source>Compare with lar&amp;ge only</source>
        <translation>与纯大模型对比(&amp;G)</translation>
    </message>
    <message>
        <source>%1 without the steps taken over</source>
        <translation>%1（不含沿用的步骤）</translation>
    </message>
    <message>
        <source>%1 less time than A</source>
        <translation>用时比 A 少 %1</translation>
    </message>
    <message>
        <source>%1 more time than A</source>
        <translation>用时比 A 多 %1</translation>
    </message>
    <message>
        <source>%1 fewer FLOPs than large only</source>
        <translation>FLOPs 比纯大模型少 %1</translation>
    </message>
    <message>
        <source>%1 more FLOPs than large only</source>
        <translation>FLOPs 比纯大模型多 %1</translation>
    </message>
    <message>
        <source>SSIM to A %1</source>
        <translation>与 A 的 SSIM %1</translation>
    </message>
    <message>
        <source>%1 has %2</source>
        <comment>B has 17 frames</comment>
        <translation>%1 有 %2</translation>
    </message>
    <message>
        <source>%1 is %2 and is shown in A&apos;s size, %3; clips of different sizes are not measured.</source>
        <translation>%1 为 %2，按 A 的尺寸 %3 显示；尺寸不同的片段不作测量。</translation>
    </message>
    <message>
        <source>%1: the first %2 are compared.</source>
        <translation>%1：对比前 %2。</translation>
    </message>
    <message>
        <source>All play at A&apos;s %1 frames per second.</source>
        <translation>全部按 A 的每秒 %1 帧播放。</translation>
    </message>
    <message>
        <source>Wipe and difference show A and B only.</source>
        <translation>擦除和差值仅显示 A 和 B。</translation>
    </message>
    <message>
        <source>Structural similarity; 1 means identical. Click to go to a frame</source>
        <translation>结构相似度，1 为相同；点击可查看该帧</translation>
    </message>
    <message>
        <source>%1 with comparing the models</source>
        <translation>%1（含模型比较）</translation>
    </message>
    <message>
        <source>%1 times the time of A</source>
        <comment>11.5</comment>
        <translation>用时为 A 的 %1 倍</translation>
    </message>
</context>
<context>
    <name>fb::ui::ComponentCard</name>
    <message>
        <source>%1 billion parameters</source>
        <translation>%1B 参数</translation>
    </message>
    <message>
        <source>%1 million parameters</source>
        <translation>%1M 参数</translation>
    </message>
    <message>
        <source>%1 parameters</source>
        <translation>%1 个参数</translation>
    </message>
    <message>
        <source>&quot;Where to get them&quot; below lists the files that can be used.</source>
        <translation>下方的“获取途径”列出了可用的文件。</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Tokenizer</source>
        <translation>分词器</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Remove %1 from the list</source>
        <translation>从列表移除 %1</translation>
    </message>
    <message>
        <source>Removes it from this list; the file is not deleted</source>
        <translation>仅从列表移除，文件保留在原处</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>Details of %1</source>
        <translation>%1 的详细信息</translation>
    </message>
    <message>
        <source>Sizes, and tensors that are missing or unexpected</source>
        <translation>尺寸，以及缺失或多余的张量</translation>
    </message>
    <message>
        <source>Inspecting %1…</source>
        <translation>正在检查 %1…</translation>
    </message>
    <message>
        <source>%1 layout</source>
        <translation>%1 格式</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>Unexpected</source>
        <translation>多余</translation>
    </message>
    <message>
        <source>Wrong shape</source>
        <translation>形状不符</translation>
    </message>
    <message>
        <source>Sizes</source>
        <translation>尺寸</translation>
    </message>
    <message numerus="yes">
        <source>%n tensor(s) missing</source>
        <translation>
            <numerusform>缺少 %n 个张量</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unexpected</source>
        <translation>
            <numerusform>%n 个多余</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with the wrong shape</source>
        <translation>
            <numerusform>%n 个形状不符</numerusform>
        </translation>
    </message>
    <message>
        <source>This cannot be used: %1. Download it again, or add all of its files.</source>
        <translation>无法使用：%1。请重新下载，或添加其全部文件。</translation>
    </message>
    <message>
        <source>Transformer and VAE in one</source>
        <translation>Transformer 与 VAE 合一</translation>
    </message>
    <message>
        <source>Not a part of a pair: add it in the prompt panel, under LoRAs.</source>
        <translation>不是模型对的组成部分：请在提示词面板的 LoRA 中添加。</translation>
    </message>
</context>
<context>
    <name>fb::ui::ContactSheet</name>
    <message>
        <source>Pro&amp;mpt</source>
        <translation>提示词(&amp;M)</translation>
    </message>
    <message>
        <source>Prompt whose clips are shown</source>
        <translation>显示其片段的提示词</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play the clips together</source>
        <translation>同步播放片段</translation>
    </message>
    <message>
        <source>Frame of the clips</source>
        <translation>片段的帧</translation>
    </message>
    <message>
        <source>Large model alone</source>
        <translation>仅大模型</translation>
    </message>
    <message>
        <source>Small model alone</source>
        <translation>仅小模型</translation>
    </message>
    <message>
        <source>No clip</source>
        <translation>无片段</translation>
    </message>
    <message>
        <source>Not decoded</source>
        <translation>未解码</translation>
    </message>
</context>
<context>
    <name>fb::ui::CostWords</name>
    <message numerus="yes">
        <source>Large on all %n step(s)</source>
        <translation>
            <numerusform>全部 %n 步使用大模型</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Small on all %n step(s)</source>
        <translation>
            <numerusform>全部 %n 步使用小模型</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Large %1 of %n step(s)</source>
        <translation>
            <numerusform>%n 步中 %1 步使用大模型</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 fewer FLOPs</source>
        <translation>FLOPs 减少 %1</translation>
    </message>
    <message>
        <source>%1 more FLOPs</source>
        <translation>FLOPs 增加 %1</translation>
    </message>
    <message>
        <source>about %1 instead of %2</source>
        <comment>41 s and 1:03</comment>
        <translation>约 %1，纯大模型需 %2</translation>
    </message>
    <message>
        <source>about %1</source>
        <comment>1:03</comment>
        <translation>约 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) taken over</source>
        <translation>
            <numerusform>沿用 %n 步</numerusform>
        </translation>
    </message>
    <message>
        <source>with comparing</source>
        <translation>含对比</translation>
    </message>
    <message>
        <source>if the guard lets the small model go on</source>
        <translation>若守护让小模型继续</translation>
    </message>
    <message>
        <source>sameness about %1</source>
        <translation>一致度约 %1</translation>
    </message>
</context>
<context>
    <name>fb::ui::CropField</name>
    <message>
        <source>Keeps %1 of %2 pixels.</source>
        <translation>保留 %2 像素中的 %1。</translation>
    </message>
    <message>
        <source>Of %1 pixels, this shape leaves only %2. Choose another one.</source>
        <translation>按此比例，%1 像素只剩下 %2。请选择其他比例。</translation>
    </message>
    <message>
        <source>%1 across, %2 down</source>
        <translation>距左侧 %1，距顶部 %2</translation>
    </message>
    <message>
        <source>The whole picture</source>
        <translation>整个画面</translation>
    </message>
    <message>
        <source>Other shape</source>
        <translation>其他比例</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>裁剪</translation>
    </message>
    <message>
        <source>Keeps the largest part of this shape, before the clip is enlarged</source>
        <translation>在放大片段之前，按此比例保留尽可能大的部分</translation>
    </message>
    <message>
        <source>Width of the shape</source>
        <translation>比例的宽</translation>
    </message>
    <message>
        <source>Height of the shape</source>
        <translation>比例的高</translation>
    </message>
    <message>
        <source>Part of the picture that stays</source>
        <translation>保留的画面部分</translation>
    </message>
    <message>
        <source>Drag the frame, or move it with the arrow keys</source>
        <translation>拖动取景框，或用方向键移动</translation>
    </message>
</context>
<context>
    <name>fb::ui::CurveLegend</name>
    <message>
        <source>relative L2</source>
        <translation>相对 L2</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>余弦</translation>
    </message>
    <message>
        <source>probe band</source>
        <translation>探测带</translation>
    </message>
    <message>
        <source>Legend of the plot</source>
        <translation>图例</translation>
    </message>
    <message>
        <source>Solid line with filled circles: relative L2. Dashed line with open circles: cosine distance. Shaded band: range of the last probes.</source>
        <translation>实线加实心圆：相对 L2。虚线加空心圆：余弦距离。阴影带：最近几次探测的范围。</translation>
    </message>
    <message>
        <source>Relative L2: length of the difference between the two models&apos; velocities, relative to the large one&apos;s.
Cosine: how far their directions differ.
Probe band: range of the last probes.</source>
        <translation>相对 L2：两个模型速度之差的长度与大模型速度长度之比。
余弦：两者方向的差异。
探测带：最近几次探测的范围。</translation>
    </message>
    <message>
        <source>Solid line with filled circles: cosine distance. Dashed line with open circles: relative L2. Shaded band: range of the last probes.</source>
        <translation>实线加实心圆：余弦距离。虚线加空心圆：相对 L2。阴影带：最近几次探测的范围。</translation>
    </message>
</context>
<context>
    <name>fb::ui::DivergencePlot</name>
    <message>
        <source>SMALL</source>
        <translation>小</translation>
    </message>
    <message>
        <source>LARGE</source>
        <translation>大</translation>
    </message>
    <message>
        <source>early %1 %</source>
        <translation>前期 %1%</translation>
    </message>
    <message>
        <source>late %1 %</source>
        <translation>后期 %1%</translation>
    </message>
    <message>
        <source>now</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>Probe to see where the two models differ</source>
        <translation>运行探测即可看到两个模型的差异所在</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>Save as P&amp;NG…</source>
        <translation>存为 PNG(&amp;N)…</translation>
    </message>
    <message>
        <source>Save as P&amp;DF…</source>
        <translation>存为 PDF(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Reset zoom</source>
        <translation>重置缩放(&amp;R)</translation>
    </message>
    <message>
        <source>Save the plot</source>
        <translation>保存图表</translation>
    </message>
    <message>
        <source>Saved %1.</source>
        <translation>已保存 %1。</translation>
    </message>
    <message>
        <source>%1 could not be written; choose another place.</source>
        <translation>无法写入 %1，请选择其他位置。</translation>
    </message>
    <message>
        <source>Stage boundaries over the velocity divergence</source>
        <translation>速度差异曲线上的阶段边界</translation>
    </message>
    <message>
        <source>rel. L2</source>
        <translation>相对 L2</translation>
    </message>
    <message>
        <source>noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>余弦</translation>
    </message>
    <message>
        <source>The running step is past this boundary, so it can no longer move.</source>
        <translation>此边界已在当前步之前，不能再移动。</translation>
    </message>
    <message>
        <source>Drag to move the boundary, or press the arrow keys. Esc cancels a drag.</source>
        <translation>拖动边界或按方向键移动，按 Esc 撤销拖动。</translation>
    </message>
    <message>
        <source>The large model runs the shaded steps labelled LARGE, the small one those labelled SMALL. Scroll to zoom; double-click to see everything.</source>
        <translation>标有“大”的阴影步由大模型运行，标有“小”的由小模型运行。滚轮缩放，双击显示全部。</translation>
    </message>
    <message>
        <source>Step %1, large model
Noise level %2
Relative L2 %3
Cosine distance %4</source>
        <translation>第 %1 步，大模型
噪声水平 %2
相对 L2 %3
余弦距离 %4</translation>
    </message>
    <message>
        <source>Step %1, small model
Noise level %2
Relative L2 %3
Cosine distance %4</source>
        <translation>第 %1 步，小模型
噪声水平 %2
相对 L2 %3
余弦距离 %4</translation>
    </message>
    <message>
        <source>Save the curves as C&amp;SV…</source>
        <translation>将曲线存为 CSV(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Copy image</source>
        <translation>复制图片(&amp;C)</translation>
    </message>
    <message>
        <source>The plot was copied to the clipboard.</source>
        <translation>图表已复制到剪贴板。</translation>
    </message>
    <message>
        <source>Copy c&amp;urves as CSV</source>
        <translation>将曲线复制为 CSV(&amp;U)</translation>
    </message>
    <message>
        <source>The curves were copied to the clipboard.</source>
        <translation>曲线已复制到剪贴板。</translation>
    </message>
    <message>
        <source>Large until step %1 of %2, small until %3, large to the end</source>
        <translation>共 %2 步：大模型至第 %1 步，小模型至第 %3 步，其余用大模型</translation>
    </message>
    <message>
        <source>Large on all %1 steps</source>
        <translation>全部 %1 步使用大模型</translation>
    </message>
    <message>
        <source>Small on all %1 steps</source>
        <translation>全部 %1 步使用小模型</translation>
    </message>
    <message>
        <source>Large until step %1 of %2, small to the end</source>
        <translation>共 %2 步：大模型至第 %1 步，其余用小模型</translation>
    </message>
    <message>
        <source>Small until step %1 of %2, large to the end</source>
        <translation>共 %2 步：小模型至第 %1 步，其余用大模型</translation>
    </message>
    <message>
        <source>%1. The early boundary is selected.</source>
        <translation>%1。移动的是前期边界。</translation>
    </message>
    <message>
        <source>%1. The late boundary is selected.</source>
        <translation>%1。移动的是后期边界。</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>per cent</comment>
        <translation>%1%</translation>
    </message>
    <message>
        <source>This boundary is within the steps that are taken over, so it cannot move.</source>
        <translation>此边界位于沿用的步骤之内，不能移动。</translation>
    </message>
    <message>
        <source>Conditional velocities, without guidance</source>
        <translation>条件速度，不含引导</translation>
    </message>
    <message>
        <source>Dist&amp;ance</source>
        <translation>距离(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Import a profile…</source>
        <translation>导入差异曲线(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Export the profile…</source>
        <translation>导出差异曲线(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Relative L2, guided velocities</source>
        <translation>相对 L2，带引导的速度(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Cosine, guided velocities</source>
        <translation>余弦，带引导的速度(&amp;C)</translation>
    </message>
    <message>
        <source>Re&amp;lative L2, conditional velocities</source>
        <translation>相对 L2，条件速度(&amp;L)</translation>
    </message>
    <message>
        <source>C&amp;osine, conditional velocities</source>
        <translation>余弦，条件速度(&amp;O)</translation>
    </message>
    <message>
        <source>Drag: wider is faster, narrower is more like the large model</source>
        <translation>拖动：越宽越快，越窄越接近大模型</translation>
    </message>
</context>
<context>
    <name>fb::ui::DocumentOpener</name>
    <message>
        <source>Open a clip</source>
        <translation>打开片段</translation>
    </message>
    <message>
        <source>Clips (*.mp4 *.webm *.mov *.gif *.png);;All files (*)</source>
        <translation>片段 (*.mp4 *.webm *.mov *.gif *.png);;所有文件 (*)</translation>
    </message>
    <message>
        <source>%1 contains no settings; only the clip is shown.</source>
        <translation>%1 中没有设置，仅供观看。</translation>
    </message>
    <message>
        <source>Settings loaded from %1.</source>
        <translation>已从 %1 载入设置。</translation>
    </message>
    <message>
        <source>Another program left a prompt in %1: %2</source>
        <translation>%1 中有其他程序留下的提示词：%2</translation>
    </message>
    <message>
        <source>Use its prompt</source>
        <translation>使用该提示词</translation>
    </message>
    <message>
        <source>Queue clips from a list</source>
        <translation>将列表中的片段加入队列</translation>
    </message>
    <message>
        <source>Lists of prompts (*.txt *.csv *.tsv)</source>
        <translation>提示词列表 (*.txt *.csv *.tsv)</translation>
    </message>
    <message>
        <source>%1 lists %2 clips; the queue takes up to %3 at once. Divide the list.</source>
        <translation>%1 中有 %2 个片段；队列一次最多接受 %3 个。请拆分列表。</translation>
    </message>
    <message numerus="yes">
        <source>%1 lists %n clip(s).</source>
        <translation>
            <numerusform>%1 中有 %n 个片段。</numerusform>
        </translation>
    </message>
    <message>
        <source>Add to the queue</source>
        <translation>加入队列</translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s) were added to the queue.</source>
        <translation>
            <numerusform>已将 %n 个片段加入队列。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fb::ui::EditBar</name>
    <message>
        <source>Editing in the queue: %1</source>
        <translation>正在编辑队列中的：%1</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>The queued run gets these settings and keeps its place</source>
        <translation>队列中的任务采用这些设置，位置不变</translation>
    </message>
    <message>
        <source>Save the queued run</source>
        <translation>保存队列中的任务</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Leave the queued run as it is</source>
        <translation>队列中的任务保持不变</translation>
    </message>
    <message>
        <source>Cancel editing</source>
        <translation>取消编辑</translation>
    </message>
</context>
<context>
    <name>fb::ui::EditPresenter</name>
    <message>
        <source>Steps are done</source>
        <translation>已有完成的步数</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) of this run are done. With other settings, it starts from the beginning.</source>
        <translation>
            <numerusform>此任务已完成 %n 步。更改设置后将从头开始。</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Save and start over</source>
        <translation>保存并从头开始(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Keep the steps</source>
        <translation>保留步数(&amp;K)</translation>
    </message>
    <message>
        <source>The queued run is changed.</source>
        <translation>已更改队列中的任务。</translation>
    </message>
</context>
<context>
    <name>fb::ui::EngineHost</name>
    <message>
        <source>The engine %1 was not found next to the program. Reinstall the program.</source>
        <translation>在程序旁找不到引擎 %1，请重新安装程序。</translation>
    </message>
    <message>
        <source>The engine %1 cannot be opened: %2</source>
        <translation>无法打开引擎 %1：%2</translation>
    </message>
    <message>
        <source>The engine %1 has version %2, but the program has version %3. Reinstall the program.</source>
        <translation>引擎 %1 的版本为 %2，程序的版本为 %3。请重新安装程序。</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
</context>
<context>
    <name>fb::ui::ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>F&amp;ile</source>
        <translation>文件(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>浏览(&amp;B)…</translation>
    </message>
    <message>
        <source>Cl&amp;ose</source>
        <translation>关闭(&amp;O)</translation>
    </message>
    <message>
        <source>File to write</source>
        <translation>目标文件</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>约 %1</translation>
    </message>
    <message>
        <source>Re&amp;place</source>
        <translation>替换(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>导出(&amp;E)</translation>
    </message>
    <message>
        <source>Folder for the frames</source>
        <translation>帧图片文件夹</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>导出到</translation>
    </message>
    <message>
        <source>%1 already exists. Press Replace to overwrite it, or choose another name.</source>
        <translation>%1 已存在。按“替换”覆盖，或另选名称。</translation>
    </message>
    <message>
        <source>Crea&amp;te folder</source>
        <translation>创建文件夹(&amp;T)</translation>
    </message>
    <message>
        <source>The folder %1 does not exist. Press Create folder to make it, or choose another one.</source>
        <translation>文件夹 %1 不存在。点“创建文件夹”创建，或选择其他文件夹。</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made; choose another one.</source>
        <translation>无法创建文件夹 %1，请选择其他文件夹。</translation>
    </message>
    <message>
        <source>First frame of the clip</source>
        <translation>片段的第一帧</translation>
    </message>
    <message>
        <source>Another export is going to write %1. Choose another name.</source>
        <translation>另一个导出任务将写入 %1。请选择其他名称。</translation>
    </message>
    <message>
        <source>every frame is shown %1 times</source>
        <translation>每一帧显示 %1 次</translation>
    </message>
    <message>
        <source>1 of %1 frames is kept, the others are left out</source>
        <translation>每 %1 帧保留 1 帧，其余省略</translation>
    </message>
    <message>
        <source>1 of %1 frames is left out</source>
        <translation>每 %1 帧省略 1 帧</translation>
    </message>
    <message>
        <source>%1 of %2 frames are left out</source>
        <translation>每 %2 帧省略 %1 帧</translation>
    </message>
    <message>
        <source>frames are shown %1 or %2 times</source>
        <translation>每帧显示 %1 次或 %2 次</translation>
    </message>
    <message>
        <source>every second frame is shown twice</source>
        <translation>每隔一帧显示两次</translation>
    </message>
    <message>
        <source>1 of %1 frames is shown twice</source>
        <translation>每 %1 帧中有 1 帧显示两次</translation>
    </message>
    <message>
        <source>%1 of %2 frames are shown twice</source>
        <translation>每 %2 帧中有 %1 帧显示两次</translation>
    </message>
    <message>
        <source>The clip has %1 fps, so every frame stays as it is.</source>
        <translation>片段为 %1 fps，因此每一帧保持不变。</translation>
    </message>
    <message>
        <source>%1 → %2 fps</source>
        <translation>%1 → %2 fps</translation>
    </message>
    <message>
        <source>new frames are mixed from the two around their time</source>
        <translation>新帧由其前后两帧混合而成</translation>
    </message>
    <message>
        <source>some frames are shown more than once</source>
        <translation>部分帧会显示多次</translation>
    </message>
    <message>
        <source>some frames are left out</source>
        <translation>部分帧会被省略</translation>
    </message>
    <message>
        <source>Copied as it is.</source>
        <translation>原样复制。</translation>
    </message>
    <message>
        <source>Encoded as AAC.</source>
        <translation>编码为 AAC。</translation>
    </message>
    <message>
        <source>Encoded as Opus.</source>
        <translation>编码为 Opus。</translation>
    </message>
    <message>
        <source>Stored uncompressed.</source>
        <translation>以未压缩形式保存。</translation>
    </message>
    <message>
        <source>Its length is not known: it is cut off after %1 s, or silence follows.</source>
        <translation>长度未知：在 %1 秒处截断，或以静音补足。</translation>
    </message>
    <message>
        <source>The first %1 of %2 s are used.</source>
        <translation>使用 %2 秒中的前 %1 秒。</translation>
    </message>
    <message>
        <source>After %1 s, %2 s of silence follow.</source>
        <translation>%1 秒之后是 %2 秒静音。</translation>
    </message>
    <message>
        <source>It is as long as the clip.</source>
        <translation>与片段等长。</translation>
    </message>
    <message>
        <source>Fol&amp;der</source>
        <translation>文件夹(&amp;D)</translation>
    </message>
    <message>
        <source>Folder for the clips</source>
        <translation>片段文件夹</translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s)</source>
        <translation>
            <numerusform>%n 个片段</numerusform>
        </translation>
    </message>
    <message>
        <source>Named as in Settings › Saving: %1</source>
        <translation>按“设置 › 保存”命名：%1</translation>
    </message>
    <message>
        <source>Waiting for the disk to say what is at %1…</source>
        <translation>正在等待磁盘返回 %1 的内容…</translation>
    </message>
</context>
<context>
    <name>fb::ui::ExportFields</name>
    <message>
        <source>MP4 · H.264, plays everywhere</source>
        <translation>MP4 · H.264，随处可播放</translation>
    </message>
    <message>
        <source>MP4 · H.265, smaller</source>
        <translation>MP4 · H.265，更小</translation>
    </message>
    <message>
        <source>MP4 · AV1, smallest</source>
        <translation>MP4 · AV1，最小</translation>
    </message>
    <message>
        <source>WebM · VP9, for web pages</source>
        <translation>WebM · VP9，用于网页</translation>
    </message>
    <message>
        <source>GIF, an animated image</source>
        <translation>GIF，动态图片</translation>
    </message>
    <message>
        <source>PNG sequence, lossless</source>
        <translation>PNG 序列，无损</translation>
    </message>
    <message>
        <source>MOV · ProRes, for editing</source>
        <translation>MOV · ProRes，用于剪辑</translation>
    </message>
    <message>
        <source>Pre&amp;set</source>
        <translation>预设(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>格式(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Quality</source>
        <translation>质量(&amp;Q)</translation>
    </message>
    <message>
        <source>Si&amp;ze</source>
        <translation>尺寸(&amp;Z)</translation>
    </message>
    <message>
        <source>Frame r&amp;ate</source>
        <translation>帧率(&amp;A)</translation>
    </message>
    <message>
        <source>F&amp;rames</source>
        <translation>帧范围(&amp;R)</translation>
    </message>
    <message>
        <source>So&amp;und</source>
        <translation>声音(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Loops</source>
        <translation>循环(&amp;L)</translation>
    </message>
    <message>
        <source>forever</source>
        <translation>无限</translation>
    </message>
    <message>
        <source>&amp;Keep the settings in the file</source>
        <translation>在文件中保留设置(&amp;K)</translation>
    </message>
    <message>
        <source>Prompt, seed and schedule are saved with the clip; drop the file on the window to load them again</source>
        <translation>提示词、种子和调度会随片段保存；将其拖到窗口即可恢复</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>质量</translation>
    </message>
    <message>
        <source>Higher looks better and makes a larger file</source>
        <translation>越高画质越好，文件也越大</translation>
    </message>
    <message>
        <source>Constant rate factor</source>
        <translation>恒定速率因子</translation>
    </message>
    <message>
        <source>The encoder&apos;s own number for the quality: lower looks better and makes a larger file</source>
        <translation>编码器自身的质量数值：越低画质越好，文件越大</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>Larger sizes are computed with a Lanczos filter</source>
        <translation>放大时使用 Lanczos 滤波器</translation>
    </message>
    <message>
        <source>As in the clip</source>
        <translation>与片段相同</translation>
    </message>
    <message>
        <source>Repeat or leave out frames</source>
        <translation>重复或省略帧</translation>
    </message>
    <message>
        <source>Blend frames</source>
        <translation>混合帧</translation>
    </message>
    <message>
        <source>Frame rate</source>
        <translation>帧率</translation>
    </message>
    <message>
        <source>The clip lasts as long as before</source>
        <translation>片段的时长不变</translation>
    </message>
    <message>
        <source> fps</source>
        <translation> fps</translation>
    </message>
    <message>
        <source>Frames per second of the file</source>
        <translation>文件的每秒帧数</translation>
    </message>
    <message>
        <source>First frame</source>
        <translation>起始帧</translation>
    </message>
    <message>
        <source>Last frame</source>
        <translation>结束帧</translation>
    </message>
    <message>
        <source>How often the GIF repeats</source>
        <translation>GIF 重复次数</translation>
    </message>
    <message>
        <source>%1 (no encoder on this machine)</source>
        <translation>%1（本机没有编码器）</translation>
    </message>
    <message>
        <source>Size li&amp;mit</source>
        <translation>大小上限(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Crop</source>
        <translation>裁剪(&amp;C)</translation>
    </message>
    <message>
        <source>Pla&amp;y</source>
        <translation>播放(&amp;Y)</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>Largest size of the file</source>
        <translation>文件大小上限</translation>
    </message>
    <message>
        <source>If the file would be larger, its quality is lowered; that takes several encodings</source>
        <translation>如果文件会更大，就降低质量；为此需要多次编码</translation>
    </message>
</context>
<context>
    <name>fb::ui::ExportList</name>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>begins</source>
        <translation>正在开始</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>cancelled; no file was written</source>
        <translation>已取消；未写入任何文件</translation>
    </message>
    <message>
        <source>Progress of %1</source>
        <translation>%1 的进度</translation>
    </message>
    <message>
        <source>Show %1 in its folder</source>
        <translation>在文件夹中显示 %1</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Cancel the export of %1</source>
        <translation>取消导出 %1</translation>
    </message>
    <message>
        <source>Cancel this export; no file is written</source>
        <translation>取消此导出；不写入任何文件</translation>
    </message>
    <message>
        <source>Exports</source>
        <translation>导出任务</translation>
    </message>
    <message>
        <source>Clear fi&amp;nished</source>
        <translation>清除已结束的任务(&amp;N)</translation>
    </message>
    <message>
        <source>Takes exports that have ended off the list; their files stay</source>
        <translation>从列表中移除已结束的导出任务；其文件保留</translation>
    </message>
</context>
<context>
    <name>fb::ui::ExportPresenter</name>
    <message>
        <source>Saved %1.</source>
        <translation>已保存 %1。</translation>
    </message>
    <message>
        <source>The export to %1</source>
        <translation>导出到 %1</translation>
    </message>
    <message>
        <source>Exports are not finished</source>
        <translation>导出尚未完成</translation>
    </message>
    <message numerus="yes">
        <source>%n export(s) are not finished. If you quit now, their files are not written.</source>
        <translation>
            <numerusform>有 %n 个导出尚未完成。如果现在退出，其文件将不会写入。</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Finish them, then quit</source>
        <translation>完成后退出(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Cancel them and quit</source>
        <translation>取消并退出(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Stay</source>
        <translation>留下(&amp;S)</translation>
    </message>
    <message numerus="yes">
        <source>The program ended before %n export(s) were finished: %1. Export them again.</source>
        <translation>
            <numerusform>程序在 %n 个导出完成之前结束：%1。请重新导出。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fb::ui::ExportPresetBar</name>
    <message>
        <source>Custom</source>
        <translation>自定义</translation>
    </message>
    <message>
        <source>Save export preset</source>
        <translation>保存导出预设</translation>
    </message>
    <message>
        <source>Rename export preset</source>
        <translation>重命名导出预设</translation>
    </message>
    <message>
        <source>Name of the preset:</source>
        <translation>预设名称：</translation>
    </message>
    <message>
        <source>There is already a preset called &quot;%1&quot;. Replace it?</source>
        <translation>已有名为“%1”的预设。要替换吗？</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>替换(&amp;R)</translation>
    </message>
    <message>
        <source>There is already a preset called &quot;%1&quot;. Choose another name.</source>
        <translation>已有名为“%1”的预设。请选择其他名称。</translation>
    </message>
    <message>
        <source>Delete export preset</source>
        <translation>删除导出预设</translation>
    </message>
    <message>
        <source>Delete the preset &quot;%1&quot;? This cannot be undone.</source>
        <translation>删除预设“%1”？此操作无法撤销。</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>Export preset</source>
        <translation>导出预设</translation>
    </message>
    <message>
        <source>Sets format, quality, size and frame rate at once</source>
        <translation>一次设置格式、质量、尺寸和帧率</translation>
    </message>
    <message>
        <source>Manage export presets</source>
        <translation>管理导出预设</translation>
    </message>
    <message>
        <source>Save these values as a preset, rename or delete one</source>
        <translation>将这些值保存为预设，或重命名、删除预设</translation>
    </message>
    <message>
        <source>&amp;Save as preset…</source>
        <translation>另存为预设(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Rename preset…</source>
        <translation>重命名预设(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Delete preset…</source>
        <translation>删除预设(&amp;D)…</translation>
    </message>
</context>
<context>
    <name>fb::ui::ExportPresetStore</name>
    <message>
        <source>Your export presets could not be read from %1, and the file cannot be moved. They will not be saved.</source>
        <translation>无法从 %1 读取导出预设，且该文件无法移动。预设将不会保存。</translation>
    </message>
    <message>
        <source>Your export presets could not be read from %1. The file was kept as %2, and a new one was started.</source>
        <translation>无法从 %1 读取导出预设。该文件已另存为 %2，并已新建文件。</translation>
    </message>
</context>
<context>
    <name>fb::ui::ExportSession</name>
    <message>
        <source>The engine is not ready yet.</source>
        <translation>引擎尚未打开。</translation>
    </message>
    <message>
        <source>There is too little memory for this clip.</source>
        <translation>内存不足，无法处理此片段。</translation>
    </message>
</context>
<context>
    <name>fb::ui::FileWords</name>
    <message>
        <source>%1 was saved by a newer version of this program. It is left untouched: what can be read of it is offered, and changes are not saved.</source>
        <translation>%1 由本程序的更新版本保存。文件保持不变：可以读取的内容仍会提供，但更改不会保存。</translation>
    </message>
</context>
<context>
    <name>fb::ui::FoldedFiles</name>
    <message>
        <source>%1: %2, incomplete</source>
        <translation>%1：%2，不完整</translation>
    </message>
    <message numerus="yes">
        <source>%n LoRA(s)</source>
        <translation>
            <numerusform>%n 个 LoRA</numerusform>
        </translation>
    </message>
    <message>
        <source>Not parts of a pair: add them in the prompt panel, under LoRAs</source>
        <translation>不是模型对的组成部分：请在提示词面板的 LoRA 中添加</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) cannot be used</source>
        <translation>
            <numerusform>%n 个文件无法使用</numerusform>
        </translation>
    </message>
    <message>
        <source>What each of them is, or what is wrong with it</source>
        <translation>说明每个文件是什么或有什么问题</translation>
    </message>
</context>
<context>
    <name>fb::ui::FolderEdit</name>
    <message>
        <source>Choose folder</source>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Open the folder in the file manager</source>
        <translation>在文件管理器中打开此文件夹</translation>
    </message>
</context>
<context>
    <name>fb::ui::FrontPlot</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Work, as a share of the large model&apos;s</source>
        <translation>计算量（相对大模型）</translation>
    </message>
    <message>
        <source>Sameness</source>
        <translation>一致度</translation>
    </message>
    <message>
        <source>Work and sameness of the candidates</source>
        <translation>各候选的计算量和一致度</translation>
    </message>
    <message>
        <source>Arrow keys choose a candidate, the cheapest first.</source>
        <translation>用方向键选择候选，从计算量最小的开始。</translation>
    </message>
</context>
<context>
    <name>fb::ui::FullScreenView</name>
    <message>
        <source>Clip in full screen</source>
        <translation>全屏播放短片</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>帧</translation>
    </message>
    <message>
        <source>Drag to go to a frame</source>
        <translation>拖动到任意一帧</translation>
    </message>
</context>
<context>
    <name>fb::ui::GenerationSession</name>
    <message>
        <source>The engine is not ready yet.</source>
        <translation>引擎尚未打开。</translation>
    </message>
</context>
<context>
    <name>fb::ui::HelpWindow</name>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>搜索帮助</translation>
    </message>
    <message>
        <source>Lists the pages that contain this text; Enter goes to the next match</source>
        <translation>列出包含此文字的页面；按回车跳到下一处</translation>
    </message>
    <message>
        <source>Help pages</source>
        <translation>帮助页面</translation>
    </message>
    <message>
        <source>Help text</source>
        <translation>帮助正文</translation>
    </message>
    <message>
        <source>No page contains this text.</source>
        <translation>没有页面包含此文字。</translation>
    </message>
</context>
<context>
    <name>fb::ui::HistoryBadge</name>
    <message>
        <source>History · %1</source>
        <translation>历史 · %1</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
</context>
<context>
    <name>fb::ui::HistoryModel</name>
    <message>
        <source>reference · %1</source>
        <translation>参考 · %1</translation>
    </message>
    <message>
        <source>Reference: the large model alone</source>
        <translation>参考：仅大模型</translation>
    </message>
    <message>
        <source>SSIM to its reference, the clip of the large model alone: %1 (1: the same)</source>
        <translation>与参考（仅大模型的片段）的 SSIM：%1（1 表示相同）</translation>
    </message>
    <message>
        <source>SSIM to LLL %1 · %2</source>
        <comment>0.952, LSL 40/20</comment>
        <translation>与 LLL 的 SSIM %1 · %2</translation>
    </message>
</context>
<context>
    <name>fb::ui::HistoryPanel</name>
    <message>
        <source>Search prompts and names</source>
        <translation>搜索提示词和名称</translation>
    </message>
    <message>
        <source>Search the history</source>
        <translation>搜索历史</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Restore the deleted clips</source>
        <translation>保留已删除的片段</translation>
    </message>
    <message>
        <source>Finished clips appear here.
Double-click one to load its settings.</source>
        <translation>完成的片段会出现在这里。
双击即可取回其设置。</translation>
    </message>
    <message>
        <source>No clip matches &quot;%1&quot;.</source>
        <translation>没有与“%1”匹配的片段。</translation>
    </message>
    <message>
        <source>&amp;Load settings</source>
        <translation>载入设置(&amp;L)</translation>
    </message>
    <message>
        <source>Re-run with other &amp;boundaries</source>
        <translation>换边界重新运行(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Open clip</source>
        <translation>打开片段(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>对比(&amp;C)</translation>
    </message>
    <message>
        <source>Show in &amp;folder</source>
        <translation>在文件夹中显示(&amp;F)</translation>
    </message>
    <message>
        <source>Copy &amp;seed</source>
        <translation>复制种子(&amp;S)</translation>
    </message>
    <message>
        <source>Copy &amp;prompt</source>
        <translation>复制提示词(&amp;P)</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>重命名(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s) deleted</source>
        <translation>
            <numerusform>已删除 %n 个片段</numerusform>
        </translation>
    </message>
    <message>
        <source>Starred clips only</source>
        <translation>仅显示已加星标的短片</translation>
    </message>
    <message>
        <source>Show only the clips that have a star. Click a clip&apos;s star, or press S, to set it</source>
        <translation>仅显示已加星标的短片。点击短片的星标或按 S 键即可加星标</translation>
    </message>
    <message>
        <source>Large images</source>
        <translation>大图</translation>
    </message>
    <message>
        <source>Show large images side by side instead of a list</source>
        <translation>以并排的大图代替列表显示</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>No clip has a star yet.
Click the star of a clip, or press S on it.</source>
        <translation>还没有加星标的短片。
点击短片的星标，或选中后按 S 键。</translation>
    </message>
    <message>
        <source>Remove s&amp;tar</source>
        <translation>取消星标(&amp;T)</translation>
    </message>
    <message>
        <source>S&amp;tar</source>
        <translation>加星标(&amp;T)</translation>
    </message>
    <message>
        <source>Branch from th&amp;is clip</source>
        <translation>从此片段分支(&amp;I)</translation>
    </message>
    <message>
        <source>Looking for the steps that are kept…</source>
        <translation>正在查找保留的步骤…</translation>
    </message>
    <message>
        <source>A probe keeps no steps.</source>
        <translation>探测不保留步骤。</translation>
    </message>
    <message>
        <source>After step %1 of %2</source>
        <translation>第 %1 步（共 %2 步）之后</translation>
    </message>
    <message>
        <source>Make another clip that takes over the first steps of this one</source>
        <translation>制作另一个沿用此片段前几步的片段</translation>
    </message>
    <message>
        <source>probe · %1</source>
        <translation>探测 · %1</translation>
    </message>
    <message>
        <source>Shows the clips whose prompt, name or tags contain every word</source>
        <translation>显示提示词、名称或标签中包含所有词语的片段</translation>
    </message>
    <message>
        <source>Filter the history</source>
        <translation>筛选历史记录</translation>
    </message>
    <message>
        <source>Show only the clips of one pair, schedule or tag</source>
        <translation>仅显示某个模型对、调度或标签的片段</translation>
    </message>
    <message>
        <source>No clip matches the filters.
The filter button above can clear them.</source>
        <translation>没有符合筛选条件的片段。
可用上方的筛选按钮清除条件。</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Delete %n clip(s)</source>
        <translation>
            <numerusform>删除 %n 个片段(&amp;D)</numerusform>
        </translation>
    </message>
    <message>
        <source>Ta&amp;gs</source>
        <translation>标签(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;New tag…</source>
        <translation>新建标签(&amp;N)…</translation>
    </message>
    <message>
        <source>Tag clips</source>
        <translation>为片段加标签</translation>
    </message>
    <message numerus="yes">
        <source>Tags for %n clip(s), separated by commas:</source>
        <translation>
            <numerusform>%n 个片段的标签（用逗号分隔）：</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Pair</source>
        <translation>模型对(&amp;P)</translation>
    </message>
    <message>
        <source>All pairs</source>
        <translation>所有模型对</translation>
    </message>
    <message>
        <source>&amp;Schedule</source>
        <translation>调度(&amp;S)</translation>
    </message>
    <message>
        <source>All schedules</source>
        <translation>所有调度</translation>
    </message>
    <message>
        <source>&amp;Tag</source>
        <translation>标签(&amp;T)</translation>
    </message>
    <message>
        <source>All tags</source>
        <translation>所有标签</translation>
    </message>
    <message>
        <source>&amp;Clear filters</source>
        <translation>清除筛选(&amp;C)</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Export %n clip(s)…</source>
        <translation>
            <numerusform>导出 %n 个片段(&amp;E)…</numerusform>
        </translation>
    </message>
    <message>
        <source>Two to four clips can be compared, and no probes.</source>
        <translation>可对比两到四个片段，探测不可对比。</translation>
    </message>
    <message>
        <source>Show r&amp;un folder</source>
        <translation>显示任务数据文件夹(&amp;U)</translation>
    </message>
    <message>
        <source>Play &amp;video in another program</source>
        <translation>用其他程序播放视频(&amp;V)</translation>
    </message>
    <message>
        <source>Cop&amp;y video</source>
        <translation>复制视频(&amp;Y)</translation>
    </message>
    <message>
        <source>This clip was not saved as a video by itself. Export makes one.</source>
        <translation>此片段没有自动保存为视频。可用“导出”生成视频。</translation>
    </message>
    <message numerus="yes">
        <source>Cop&amp;y %n video(s)</source>
        <translation>
            <numerusform>复制 %n 个视频(&amp;Y)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fb::ui::HistoryPresenter</name>
    <message>
        <source>Drag the stage boundaries and press Generate.</source>
        <translation>拖动阶段边界，然后按“生成”。</translation>
    </message>
    <message>
        <source>Settings loaded, with the seed locked: unlock it for another clip.</source>
        <translation>已载入设置，种子已锁定：要生成不同的片段，请解锁。</translation>
    </message>
    <message numerus="yes">
        <source>%n video(s) have been moved or changed since they were saved, among them %1. Put them back, or export the clips again.</source>
        <translation>
            <numerusform>有 %n 个视频在保存后被移动或更改，其中包括 %1。请将其放回原处，或重新导出这些片段。</numerusform>
        </translation>
    </message>
    <message>
        <source>The video %1 has been moved or changed since it was saved. Put it back, or export the clip again.</source>
        <translation>视频 %1 在保存后被移动或更改。请将其放回原处，或重新导出此片段。</translation>
    </message>
    <message numerus="yes">
        <source>%n video(s) copied; paste into a folder, a message or another program.</source>
        <translation>
            <numerusform>已复制 %n 个视频；可粘贴到文件夹、消息或其他程序中。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fb::ui::ImageFiles</name>
    <message>
        <source>This file does not exist. Remove the image, or put the file back.</source>
        <translation>找不到此文件。请将其移除，或把文件放回原处。</translation>
    </message>
    <message>
        <source>This file cannot be read as an image: %1</source>
        <translation>无法将此文件作为图片读取：%1</translation>
    </message>
    <message>
        <source>This file contains no image.</source>
        <translation>此文件中没有图片。</translation>
    </message>
    <message>
        <source>it contains no pixels</source>
        <translation>其中没有像素</translation>
    </message>
    <message>
        <source>The image could not be saved as %1: %2</source>
        <translation>图片无法保存为 %1：%2</translation>
    </message>
</context>
<context>
    <name>fb::ui::ImageList</name>
    <message>
        <source>The clip is now too short for the position of %1, so it was moved to the last frame.</source>
        <translation>片段长度不及 %1 所在的位置，已将其移到最后可用的一帧。</translation>
    </message>
    <message>
        <source>The images were left out: this pair makes clips from text only.</source>
        <translation>已略去图片：此模型对仅由文字生成片段。</translation>
    </message>
    <message>
        <source>Only the first image was added: this pair accepts only one.</source>
        <translation>只采用了第一张图片：此模型对最多接受一张。</translation>
    </message>
    <message>
        <source>An image cannot be placed at frame %1, so %2 was moved to the nearest possible frame.</source>
        <translation>片段的第 %1 帧无法放置图片，已将 %2 移到最近的可用帧。</translation>
    </message>
    <message>
        <source>%1 is not an image. PNG, JPEG, WebP, BMP and TIFF files can be used.</source>
        <translation>%1 不是图片。可以使用 PNG、JPEG、WebP、BMP 和 TIFF 文件。</translation>
    </message>
    <message>
        <source>Choose the first frame</source>
        <translation>选择起始帧</translation>
    </message>
    <message>
        <source>Choose images</source>
        <translation>选择图片</translation>
    </message>
    <message>
        <source>Images (*.png *.jpg *.jpeg *.webp *.bmp *.tif *.tiff);;All files (*)</source>
        <translation>图片 (*.png *.jpg *.jpeg *.webp *.bmp *.tif *.tiff);;所有文件 (*)</translation>
    </message>
    <message>
        <source>There is no image on the clipboard.</source>
        <translation>剪贴板中没有图片。</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Add an image</source>
        <translation>添加图片</translation>
    </message>
    <message>
        <source>Choose images that the clip should pass through</source>
        <translation>选择片段要经过的图片</translation>
    </message>
    <message>
        <source>Paste an image</source>
        <translation>粘贴图片</translation>
    </message>
    <message>
        <source>Add the copied image, such as a frame of a clip</source>
        <translation>采用最近复制的图片，例如片段中的一帧</translation>
    </message>
    <message>
        <source>Drop an image here, paste one, or choose a file</source>
        <translation>将图片拖到这里、粘贴图片，或选择文件</translation>
    </message>
</context>
<context>
    <name>fb::ui::ImageRow</name>
    <message>
        <source>%1, %2 × %3</source>
        <translation>%1，%2 × %3</translation>
    </message>
    <message>
        <source>Image %1</source>
        <translation>图片 %1</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>The clip will no longer pass through it; the file is not deleted.</source>
        <translation>片段不再经过这张图片，文件保留在原处。</translation>
    </message>
    <message>
        <source>First frame</source>
        <translation>起始帧</translation>
    </message>
    <message>
        <source>Last frame</source>
        <translation>结束帧</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>帧</translation>
    </message>
    <message>
        <source>Position of %1 in the clip</source>
        <translation>%1 在片段中的位置</translation>
    </message>
    <message>
        <source>Where in the clip the image appears</source>
        <translation>图片位于片段的何处</translation>
    </message>
    <message>
        <source>Frame of %1</source>
        <translation>%1 所在的帧</translation>
    </message>
    <message>
        <source>The frame that shows the image: a multiple of %1.</source>
        <translation>显示该图片的帧，须为 %1 的倍数。</translation>
    </message>
    <message>
        <source> %</source>
        <comment>after the number of the strength</comment>
        <translation>&#xa0;%</translation>
    </message>
    <message>
        <source>Strength of %1</source>
        <translation>%1 的强度</translation>
    </message>
    <message>
        <source>100 % keeps the image as it is; lower values let the model change it.</source>
        <translation>100% 时图片保持原样；数值越小，模型改动的余地越大。</translation>
    </message>
    <message>
        <source>Problem with %1</source>
        <translation>%1 的问题</translation>
    </message>
</context>
<context>
    <name>fb::ui::InputSentences</name>
    <message>
        <source>large model</source>
        <translation>大模型</translation>
    </message>
    <message>
        <source>small model</source>
        <translation>小模型</translation>
    </message>
    <message>
        <source>text encoder</source>
        <translation>文本编码器</translation>
    </message>
    <message>
        <source>tokenizer</source>
        <translation>分词器</translation>
    </message>
    <message>
        <source>VAE</source>
        <translation>VAE</translation>
    </message>
    <message>
        <source>image encoder</source>
        <translation>图像编码器</translation>
    </message>
    <message>
        <source>latent upsampler</source>
        <translation>潜变量放大器</translation>
    </message>
    <message>
        <source>image</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Changed since the run began: the settings in %1.</source>
        <translation>运行开始后已更改：%1 中的设置。</translation>
    </message>
    <message>
        <source>No longer found: %1 (%2).</source>
        <translation>已找不到：%1（%2）。</translation>
    </message>
    <message>
        <source>Changed since the run began: %1 (%2).</source>
        <translation>运行开始后已更改：%1（%2）。</translation>
    </message>
    <message>
        <source>LoRA</source>
        <translation>LoRA</translation>
    </message>
</context>
<context>
    <name>fb::ui::InputsPresenter</name>
    <message>
        <source>Continue with the current files</source>
        <translation>使用当前文件继续</translation>
    </message>
    <message>
        <source>Locate models…</source>
        <translation>查找模型…</translation>
    </message>
    <message>
        <source>Continue with other files?</source>
        <translation>要使用其他文件继续吗？</translation>
    </message>
    <message>
        <source>%1

The clip will differ from the one that the run would have made.</source>
        <translation>%1

生成的片段将与最初开始的不同。</translation>
    </message>
    <message>
        <source>&amp;Continue with the current files</source>
        <translation>使用当前文件继续(&amp;C)</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>取消(&amp;N)</translation>
    </message>
    <message>
        <source>Locate models</source>
        <translation>查找模型</translation>
    </message>
    <message>
        <source>Looking for the models in %1…</source>
        <translation>正在 %1 中查找模型…</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot continue. %2 Put it back and continue the run from the queue.</source>
        <translation>“%1”无法继续。%2请将其放回原处，然后从队列中继续运行。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot continue. %2</source>
        <translation>“%1”无法继续。%2</translation>
    </message>
</context>
<context>
    <name>fb::ui::KeptFile</name>
    <message>
        <source>%1 cannot be read at the moment: %2. The file is left untouched and will be read as soon as possible; until then, changes are kept in memory.</source>
        <translation>目前无法读取 %1：%2。文件保持原样，问题解决后立即读取；在此之前新内容保存在内存中。</translation>
    </message>
    <message>
        <source>%1 cannot be written at the moment: %2. Changes are kept in memory and will be saved as soon as possible.</source>
        <translation>目前无法写入 %1：%2。新内容保存在内存中，问题解决后立即保存。</translation>
    </message>
</context>
<context>
    <name>fb::ui::LabPresenter</name>
    <message>
        <source>The boundaries are measured.</source>
        <translation>边界测量完成。</translation>
    </message>
    <message>
        <source>Finding boundaries</source>
        <translation>寻找边界</translation>
    </message>
    <message>
        <source>The boundaries could not be measured.</source>
        <translation>无法测量边界。</translation>
    </message>
    <message>
        <source>Choose measured boundaries</source>
        <comment>undo</comment>
        <translation>选择测得的边界</translation>
    </message>
    <message>
        <source>Finding boundaries was interrupted. Everything measured is kept.</source>
        <translation>寻找边界被中断。已测量的内容全部保留。</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
</context>
<context>
    <name>fb::ui::LabWindow</name>
    <message>
        <source>Clip %1 of %2</source>
        <translation>第 %1 个片段，共 %2 个</translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>Waits for the clip that is being generated.</source>
        <translation>正在等待当前生成的片段。</translation>
    </message>
    <message>
        <source>%1. The queue waits.</source>
        <translation>%1。队列等待中。</translation>
    </message>
    <message>
        <source>Pausing after the current block; everything is kept.</source>
        <translation>当前块完成后暂停；全部保留。</translation>
    </message>
    <message>
        <source>Pau&amp;se</source>
        <translation>暂停(&amp;S)</translation>
    </message>
    <message>
        <source>C&amp;ontinue</source>
        <translation>继续(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>开始(&amp;S)</translation>
    </message>
    <message>
        <source>Everything measured is kept; it can be continued at any time</source>
        <translation>已测量的内容全部保留，可随时继续</translation>
    </message>
    <message>
        <source>Measure; the queue waits meanwhile</source>
        <translation>开始测量；期间队列等待</translation>
    </message>
    <message>
        <source>Find Boundaries</source>
        <translation>寻找边界</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>测量</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Progress of the measurement</source>
        <translation>测量进度</translation>
    </message>
    <message>
        <source>Clips are being compared again</source>
        <translation>正在重新比较片段</translation>
    </message>
    <message>
        <source>decoding</source>
        <translation>正在解码</translation>
    </message>
</context>
<context>
    <name>fb::ui::LogViewer</name>
    <message>
        <source>The report was copied to the clipboard.</source>
        <translation>报告已复制到剪贴板。</translation>
    </message>
    <message>
        <source>Save the log</source>
        <translation>保存日志</translation>
    </message>
    <message>
        <source>Text files (*.txt *.log)</source>
        <translation>文本文件 (*.txt *.log)</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>已存为 %1。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s)</source>
        <translation>
            <numerusform>%Ln 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>显示(&amp;S)</translation>
    </message>
    <message>
        <source>All messages</source>
        <translation>所有消息</translation>
    </message>
    <message>
        <source>All except debug messages</source>
        <translation>调试以外的消息</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>警告和错误</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Lowest level shown</source>
        <translation>显示的最低级别</translation>
    </message>
    <message>
        <source>Hides less important messages</source>
        <translation>隐藏较不重要的消息</translation>
    </message>
    <message>
        <source>Search the log</source>
        <translation>搜索日志</translation>
    </message>
    <message>
        <source>Shows only the lines that contain this text</source>
        <translation>只显示包含此文字的行</translation>
    </message>
    <message>
        <source>&amp;Follow</source>
        <translation>跟随(&amp;F)</translation>
    </message>
    <message>
        <source>Keeps the newest line in view</source>
        <translation>始终显示最新一行</translation>
    </message>
    <message>
        <source>Log lines</source>
        <translation>日志内容</translation>
    </message>
    <message>
        <source>Copy for &amp;bug report</source>
        <translation>复制用于问题报告(&amp;B)</translation>
    </message>
    <message>
        <source>Copies version, system, devices and the last 200 lines; read it before you send it</source>
        <translation>复制版本、系统、设备和最近 200 行；发送前请先查看</translation>
    </message>
    <message>
        <source>Sa&amp;ve…</source>
        <translation>保存(&amp;V)…</translation>
    </message>
    <message>
        <source>Writes the same report to a text file</source>
        <translation>将同样的报告写入文本文件</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>Include &amp;prompts</source>
        <translation>包含提示词(&amp;P)</translation>
    </message>
    <message>
        <source>Include prompts in the report</source>
        <translation>在报告中包含提示词</translation>
    </message>
    <message>
        <source>Adds your newest prompts to the report. Without this, prompts are also taken out of its lines.</source>
        <translation>将您最近的提示词加入报告。若不勾选，报告各行中的提示词也会被去除。</translation>
    </message>
    <message>
        <source>&amp;Copy the lines chosen</source>
        <translation>复制所选行(&amp;C)</translation>
    </message>
</context>
<context>
    <name>fb::ui::LoraList</name>
    <message>
        <source>Choose LoRAs</source>
        <translation>选择 LoRA</translation>
    </message>
    <message>
        <source>LoRAs (*.safetensors);;All files (*)</source>
        <translation>LoRA (*.safetensors);;所有文件 (*)</translation>
    </message>
    <message>
        <source>LoRAs</source>
        <translation>LoRA</translation>
    </message>
    <message>
        <source>Add a LoRA</source>
        <translation>添加 LoRA</translation>
    </message>
    <message>
        <source>Choose files that change one of the models, such as a style or fewer steps</source>
        <translation>选择会改变其中一个模型的文件，例如风格或更少步数</translation>
    </message>
    <message>
        <source>Drop LoRAs here</source>
        <translation>将 LoRA 拖到这里</translation>
    </message>
</context>
<context>
    <name>fb::ui::LoraRow</name>
    <message>
        <source>%1: %2 of %3 layers</source>
        <translation>%1：%3 层中的 %2 层</translation>
    </message>
    <message>
        <source>rank %1</source>
        <translation>秩 %1</translation>
    </message>
    <message>
        <source>alpha %1</source>
        <translation>alpha %1</translation>
    </message>
    <message>
        <source>no alpha: scale 1</source>
        <translation>无 alpha：缩放为 1</translation>
    </message>
    <message>
        <source>Layers that the model does not have:</source>
        <translation>模型没有的层：</translation>
    </message>
    <message>
        <source>LoRA %1</source>
        <translation>LoRA %1</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>The models will no longer use it; the file is not deleted.</source>
        <translation>模型将不再使用它；文件不会被删除。</translation>
    </message>
    <message>
        <source>Target of %1</source>
        <translation>%1 的目标</translation>
    </message>
    <message>
        <source>The model that it changes; early and late stage: the large model, in that stage only</source>
        <translation>它改变的模型；前段和后段：仅在该阶段的大模型</translation>
    </message>
    <message>
        <source>Strength of %1</source>
        <translation>%1 的强度</translation>
    </message>
    <message>
        <source>How strongly it changes the model: 1 as it was trained, 0 not at all</source>
        <translation>改变模型的程度：1 为训练时的程度，0 为不改变</translation>
    </message>
    <message>
        <source>What %1 does</source>
        <translation>%1 的作用</translation>
    </message>
    <message>
        <source>%1 of them in the text encoder</source>
        <translation>其中 %1 层在文本编码器中</translation>
    </message>
</context>
<context>
    <name>fb::ui::MainWindow</name>
    <message>
        <source>The engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>FlowBlending Studio</source>
        <translation>FlowBlending Studio</translation>
    </message>
    <message>
        <source>Pair of models</source>
        <translation>模型对</translation>
    </message>
    <message>
        <source>The large and the small model that share the sampling</source>
        <translation>共同完成采样的大模型和小模型</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Pa&amp;ir</source>
        <translation>模型对(&amp;I)</translation>
    </message>
    <message>
        <source>More toolbar buttons</source>
        <translation>工具栏的更多按钮</translation>
    </message>
    <message>
        <source>The queue and history can be saved again.</source>
        <translation>队列和历史记录已恢复保存。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>%1 can be saved again.</source>
        <translation>%1 已恢复保存。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; follows the settings of its folder: %2. Models › Models and pairs also lists them.</source>
        <translation>“%1”遵循其文件夹中的设置：%2。也可在“模型 › 模型与模型对”中查看。</translation>
    </message>
    <message>
        <source>The program ended unexpectedly last time: %1. Queue and history are kept.</source>
        <translation>程序上次意外结束：%1。队列和历史记录均已保留。</translation>
    </message>
    <message>
        <source>The preset &quot;%1&quot; was deleted.</source>
        <translation>已删除预设“%1”。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>%1 holds no presets that this version can read.</source>
        <translation>%1 中没有此版本能读取的预设。</translation>
    </message>
    <message>
        <source>Presets added: %1</source>
        <translation>已添加预设：%1</translation>
    </message>
</context>
<context>
    <name>fb::ui::MemoryBar</name>
    <message>
        <source>Memory for the next run</source>
        <translation>下一次运行所需的内存</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Early</source>
        <translation>前期</translation>
    </message>
    <message>
        <source>Middle</source>
        <translation>中段</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>后期</translation>
    </message>
    <message>
        <source>Decoding</source>
        <translation>解码</translation>
    </message>
    <message>
        <source>Next run on %1: %2 of %3 available</source>
        <translation>在 %1 上的下一次运行：%3 中可用 %2</translation>
    </message>
    <message>
        <source>%1 used by other programs</source>
        <translation>其他程序占用 %1</translation>
    </message>
    <message>
        <source>%1: %2, weights %3</source>
        <translation>%1：%2，其中权重 %3</translation>
    </message>
    <message>
        <source>Frames are decoded in tiles, because they do not fit whole</source>
        <translation>帧无法整体放入内存，因此分块解码</translation>
    </message>
    <message>
        <source>Streamed: %1 of %2 blocks of the %3 stay on the device</source>
        <translation>流式加载（%3）：%2 个块中有 %1 个留在设备上</translation>
    </message>
    <message>
        <source>large model</source>
        <translation>大模型</translation>
    </message>
    <message>
        <source>small model</source>
        <translation>小模型</translation>
    </message>
    <message>
        <source>text encoder</source>
        <translation>文本编码器</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>%1: %2 as measured, weights %3</source>
        <translation>%1：%2（实测），其中权重 %3</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Upsampling</source>
        <translation>上采样</translation>
    </message>
    <message>
        <source>Next run does not fit: %1 of %2</source>
        <translation>下次运行放不下：%1 / %2</translation>
    </message>
    <message>
        <source>Next run: %1 of %2, streamed</source>
        <translation>下次运行：%1 / %2，流式加载</translation>
    </message>
    <message>
        <source>Next run: %1 of %2</source>
        <translation>下次运行：%1 / %2</translation>
    </message>
</context>
<context>
    <name>fb::ui::MemoryChart</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>实测</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>working memory</source>
        <translation>工作内存</translation>
    </message>
    <message>
        <source>other programs</source>
        <translation>其他程序</translation>
    </message>
    <message>
        <source>limit: %1</source>
        <translation>上限：%1</translation>
    </message>
</context>
<context>
    <name>fb::ui::ModelsPage</name>
    <message>
        <source>Models and pairs</source>
        <translation>模型与模型对</translation>
    </message>
    <message>
        <source>&amp;Pairs</source>
        <translation>模型对(&amp;P)</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>模型对</translation>
    </message>
    <message>
        <source>Double-click a pair to use it</source>
        <translation>双击即可使用该模型对</translation>
    </message>
    <message>
        <source>For&amp;get</source>
        <translation>移除(&amp;G)</translation>
    </message>
    <message>
        <source>Forget this pair</source>
        <translation>移除此模型对</translation>
    </message>
    <message>
        <source>Removes the pair from this list; its files are not deleted</source>
        <translation>仅从列表移除，文件保留在原处</translation>
    </message>
    <message>
        <source>Use this pair</source>
        <translation>使用此模型对</translation>
    </message>
    <message>
        <source>The next runs will use it</source>
        <translation>后续任务将使用它</translation>
    </message>
    <message>
        <source>Model files</source>
        <translation>模型文件</translation>
    </message>
    <message>
        <source>Add &amp;files…</source>
        <translation>添加文件(&amp;F)…</translation>
    </message>
    <message>
        <source>Add model files</source>
        <translation>添加模型文件</translation>
    </message>
    <message>
        <source>Checkpoints (.safetensors, .gguf), their indexes, tokenizers, or pair documents (.json)</source>
        <translation>检查点 (.safetensors、.gguf)、其索引、分词器或模型对文档 (.json)</translation>
    </message>
    <message>
        <source>Add fol&amp;der…</source>
        <translation>添加文件夹(&amp;D)…</translation>
    </message>
    <message>
        <source>Add a folder of models</source>
        <translation>添加模型文件夹</translation>
    </message>
    <message>
        <source>A downloaded repository; its subfolders are searched too</source>
        <translation>下载好的仓库，会一并搜索子文件夹</translation>
    </message>
    <message>
        <source>Build a pair</source>
        <translation>组建模型对</translation>
    </message>
    <message>
        <source>&amp;Where to get them</source>
        <translation>获取途径(&amp;W)</translation>
    </message>
    <message>
        <source>Where to get model files</source>
        <translation>模型文件的获取途径</translation>
    </message>
    <message>
        <source>Lists the public repositories and the files needed from them</source>
        <translation>列出公开仓库及所需文件</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>&amp;Use this pair</source>
        <translation>使用此模型对(&amp;U)</translation>
    </message>
    <message>
        <source>Comes with the program; small enough for any machine.</source>
        <translation>随程序提供，体积小，任何机器都能运行。</translation>
    </message>
    <message>
        <source>Drop to add them</source>
        <translation>松开即可添加</translation>
    </message>
    <message>
        <source>Drop checkpoints here, or a whole downloaded folder.
Each is recognised by its content, not its name.</source>
        <translation>将检查点或整个下载文件夹拖到这里。
按内容识别，与文件名无关。</translation>
    </message>
    <message>
        <source>%1 was added to the list of pairs.</source>
        <translation>%1 已加入模型对列表。</translation>
    </message>
    <message>
        <source>Models and pairs (*.safetensors *.gguf *.json *.model);;All files (*)</source>
        <translation>模型和模型对 (*.safetensors *.gguf *.json *.model);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Large: %1</source>
        <translation>大模型：%1</translation>
    </message>
    <message>
        <source>Small: %1</source>
        <translation>小模型：%1</translation>
    </message>
    <message>
        <source>Text encoder: %1</source>
        <translation>文本编码器：%1</translation>
    </message>
    <message>
        <source>Tokenizer: %1</source>
        <translation>分词器：%1</translation>
    </message>
    <message>
        <source>VAE: inside the model</source>
        <translation>VAE：内含于模型</translation>
    </message>
    <message>
        <source>VAE: %1</source>
        <translation>VAE：%1</translation>
    </message>
    <message>
        <source>Image encoder: %1</source>
        <translation>图像编码器：%1</translation>
    </message>
    <message>
        <source>Latent upsampler: %1</source>
        <translation>潜变量放大器：%1</translation>
    </message>
    <message>
        <source>Settings of its folder: %1</source>
        <translation>其文件夹中的设置：%1</translation>
    </message>
    <message>
        <source>Watch a folder of models</source>
        <translation>监视模型文件夹</translation>
    </message>
</context>
<context>
    <name>fb::ui::NoticeBar</name>
    <message>
        <source>Dismiss</source>
        <translation>忽略</translation>
    </message>
</context>
<context>
    <name>fb::ui::OpenFolder</name>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>No program on this machine can open the folder. It is:
%1</source>
        <translation>此计算机上没有可打开该文件夹的程序。位置：
%1</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>No program on this machine can play the video. It is:
%1</source>
        <translation>此计算机上没有可播放该视频的程序。位置：
%1</translation>
    </message>
</context>
<context>
    <name>fb::ui::PairBuilder</name>
    <message>
        <source>&amp;Large model</source>
        <translation>大模型(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Small model</source>
        <translation>小模型(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Text encoder</source>
        <translation>文本编码器(&amp;T)</translation>
    </message>
    <message>
        <source>T&amp;okenizer</source>
        <translation>分词器(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;VAE</source>
        <translation>VAE(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>Large model</source>
        <translation>大模型</translation>
    </message>
    <message>
        <source>Runs the first and the last steps, where the two models differ most</source>
        <translation>运行两个模型差异最大的最初和最后几步</translation>
    </message>
    <message>
        <source>Small model</source>
        <translation>小模型</translation>
    </message>
    <message>
        <source>Runs the steps in between; must be of the same family as the large one</source>
        <translation>运行中间各步，须与大模型同系列</translation>
    </message>
    <message>
        <source>Text encoder</source>
        <translation>文本编码器</translation>
    </message>
    <message>
        <source>Encodes the prompt for both models</source>
        <translation>将提示词转换为两个模型可读的形式</translation>
    </message>
    <message>
        <source>Tokenizer</source>
        <translation>分词器</translation>
    </message>
    <message>
        <source>Splits the prompt into tokens; some single-file text encoders include it</source>
        <translation>将提示词切分成词元；单文件文本编码器可能已内含</translation>
    </message>
    <message>
        <source>VAE</source>
        <translation>VAE</translation>
    </message>
    <message>
        <source>Turns the finished latents into frames</source>
        <translation>将完成的潜变量转换为帧</translation>
    </message>
    <message>
        <source>Name of the pair</source>
        <translation>模型对名称</translation>
    </message>
    <message>
        <source>The name shown in the list of pairs</source>
        <translation>在列表中以此名称显示</translation>
    </message>
    <message>
        <source>Build the pair</source>
        <translation>组建模型对</translation>
    </message>
    <message>
        <source>Checks that the parts fit together and saves them as a pair</source>
        <translation>检查各部分是否匹配，并保存为模型对</translation>
    </message>
    <message>
        <source>none added yet</source>
        <translation>尚未添加</translation>
    </message>
    <message>
        <source>a large model</source>
        <translation>大模型</translation>
    </message>
    <message>
        <source>a small model</source>
        <translation>小模型</translation>
    </message>
    <message>
        <source>a text encoder</source>
        <translation>文本编码器</translation>
    </message>
    <message>
        <source>a tokenizer</source>
        <translation>分词器</translation>
    </message>
    <message>
        <source>a VAE</source>
        <translation>VAE</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>&amp;Build pair</source>
        <translation>组建(&amp;B)</translation>
    </message>
    <message>
        <source>Still missing: %1.</source>
        <translation>还需添加：%1。</translation>
    </message>
    <message>
        <source>The large and the small model are the same; add a second transformer.</source>
        <translation>大模型与小模型相同，请再添加一个 Transformer。</translation>
    </message>
    <message>
        <source>The parts are checked against each other before the pair is saved.</source>
        <translation>保存模型对之前会检查各部分是否匹配。</translation>
    </message>
    <message>
        <source>&amp;Image encoder</source>
        <translation>图像编码器(&amp;I)</translation>
    </message>
    <message>
        <source>Image encoder</source>
        <translation>图像编码器</translation>
    </message>
    <message>
        <source>Reads the image that an image-to-video model starts from</source>
        <translation>读取图生视频模型作为起点的图片</translation>
    </message>
    <message>
        <source>an image encoder</source>
        <translation>图像编码器</translation>
    </message>
    <message>
        <source>Latent upsa&amp;mpler</source>
        <translation>潜变量放大器(&amp;M)</translation>
    </message>
    <message>
        <source>Latent upsampler</source>
        <translation>潜变量放大器</translation>
    </message>
    <message>
        <source>Lets a run sample at half size first and refine at full size; optional</source>
        <translation>使任务可以先以一半尺寸采样，再以完整尺寸细化；没有它，模型对也能工作</translation>
    </message>
    <message>
        <source>WAN 2.1 has no small image-to-video model, so this pair runs every step with the large model alone.</source>
        <translation>WAN 2.1 没有图生视频的小模型，因此此模型对的每一步都只用大模型运行。</translation>
    </message>
</context>
<context>
    <name>fb::ui::PairListModel</name>
    <message>
        <source>Comes with the program; small enough for any machine</source>
        <translation>随程序提供，体积小，任何机器都能运行</translation>
    </message>
</context>
<context>
    <name>fb::ui::PaperWords</name>
    <message>
        <source>Proposed for a sameness of %1</source>
        <translation>针对一致度 %1 的建议</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>boundaries</source>
        <translation>边界</translation>
    </message>
    <message>
        <source>work</source>
        <translation>计算量</translation>
    </message>
    <message>
        <source>sameness</source>
        <translation>一致度</translation>
    </message>
    <message>
        <source>90 % interval</source>
        <translation>90 % 区间</translation>
    </message>
    <message>
        <source>Sameness and work by the two stages</source>
        <translation>两个阶段对应的一致度与计算量</translation>
    </message>
    <message>
        <source>Columns: large until this share of the steps; rows: large again for the last.</source>
        <translation>列：大模型用到此比例的步；行：最后再用大模型的比例。</translation>
    </message>
    <message>
        <source>Sameness over work</source>
        <translation>一致度与计算量</translation>
    </message>
    <message>
        <source>Work, as a share of the large model&apos;s</source>
        <translation>计算量，占大模型的比例</translation>
    </message>
    <message>
        <source>Squares are rivals, from which nothing is proposed: the large model alone with fewer steps, or guarded runs.</source>
        <translation>方块为仅作比较、不作建议的方案：步数更少的仅大模型，或带守护的运行。</translation>
    </message>
    <message>
        <source>Clips</source>
        <translation>片段</translation>
    </message>
    <message>
        <source>All candidates</source>
        <translation>所有候选</translation>
    </message>
    <message>
        <source>Sameness by each measure, and the mean distance.</source>
        <translation>各度量下的一致度及平均距离。</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>Settings and prompts</source>
        <translation>设置与提示词</translation>
    </message>
    <message>
        <source>Boundaries of %1</source>
        <translation>%1 的边界</translation>
    </message>
    <message numerus="yes">
        <source>Measured on %n prompt(s).</source>
        <translation>
            <numerusform>基于 %n 个提示词测量。</numerusform>
        </translation>
    </message>
    <message>
        <source>Sameness by: %1. 1 is the large model&apos;s clip; 0 is as far from it as %2.</source>
        <translation>一致度依据：%1。1 为大模型的片段；0 与其距离相当于：%2。</translation>
    </message>
    <message>
        <source>Not all clips are decoded.</source>
        <translation>并非所有片段都已解码。</translation>
    </message>
</context>
<context>
    <name>fb::ui::PlayField</name>
    <message>
        <source>Forwards and backwards</source>
        <translation>正放再倒放</translation>
    </message>
    <message>
        <source>After its last frame, the clip goes back to its second one, so that it can begin again</source>
        <translation>播完最后一帧后倒放到第二帧，以便重新开始</translation>
    </message>
    <message>
        <source>Times: </source>
        <translation>次数: </translation>
    </message>
    <message>
        <source>How often the clip is played in the file</source>
        <translation>片段在文件中播放的次数</translation>
    </message>
</context>
<context>
    <name>fb::ui::PlayerActions</name>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>播放(&amp;P)</translation>
    </message>
    <message>
        <source>Stop at this frame</source>
        <translation>停在这一帧</translation>
    </message>
    <message>
        <source>Play the clip</source>
        <translation>播放短片</translation>
    </message>
    <message>
        <source>Play &amp;backwards</source>
        <translation>倒放(&amp;B)</translation>
    </message>
    <message>
        <source>Play backwards; press again to go faster, up to four times the speed</source>
        <translation>倒放；再按一次加快，最高四倍速</translation>
    </message>
    <message>
        <source>&amp;Hold</source>
        <translation>停住(&amp;H)</translation>
    </message>
    <message>
        <source>Play &amp;forwards</source>
        <translation>正放(&amp;F)</translation>
    </message>
    <message>
        <source>Play forwards; press again to go faster, up to four times the speed</source>
        <translation>正放；再按一次加快，最高四倍速</translation>
    </message>
    <message>
        <source>One frame b&amp;ack</source>
        <translation>后退一帧(&amp;A)</translation>
    </message>
    <message>
        <source>Stop and show the frame before this one</source>
        <translation>停住并显示上一帧</translation>
    </message>
    <message>
        <source>One frame f&amp;orward</source>
        <translation>前进一帧(&amp;O)</translation>
    </message>
    <message>
        <source>Stop and show the frame after this one</source>
        <translation>停住并显示下一帧</translation>
    </message>
    <message>
        <source>F&amp;irst frame</source>
        <translation>第一帧(&amp;I)</translation>
    </message>
    <message>
        <source>Go to the first frame</source>
        <translation>转到第一帧</translation>
    </message>
    <message>
        <source>La&amp;st frame</source>
        <translation>最后一帧(&amp;S)</translation>
    </message>
    <message>
        <source>Go to the last frame</source>
        <translation>转到最后一帧</translation>
    </message>
    <message>
        <source>&amp;Loop</source>
        <translation>循环(&amp;L)</translation>
    </message>
    <message>
        <source>Start over at the end</source>
        <translation>结束后从头播放</translation>
    </message>
    <message>
        <source>S&amp;mooth pixels</source>
        <translation>平滑像素(&amp;M)</translation>
    </message>
    <message>
        <source>Smooth the pixels of an enlarged clip; otherwise each stays a sharp square</source>
        <translation>平滑放大后的像素；否则每个像素保持清晰的方块</translation>
    </message>
    <message>
        <source>Clip in f&amp;ull screen</source>
        <translation>全屏播放短片(&amp;U)</translation>
    </message>
    <message>
        <source>Fill the screen with the clip; Esc leaves</source>
        <translation>让短片充满屏幕；按 Esc 退出</translation>
    </message>
    <message>
        <source>&amp;Copy frame</source>
        <translation>复制帧(&amp;C)</translation>
    </message>
    <message>
        <source>Copy the frame shown to the clipboard</source>
        <translation>将当前帧复制到剪贴板</translation>
    </message>
    <message>
        <source>Sa&amp;ve frame as PNG…</source>
        <translation>将帧保存为 PNG(&amp;V)…</translation>
    </message>
    <message>
        <source>Save the frame shown as an image, at the size of the clip</source>
        <translation>将当前帧按短片尺寸保存为图片</translation>
    </message>
    <message>
        <source>%1×</source>
        <translation>%1×</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适应</translation>
    </message>
</context>
<context>
    <name>fb::ui::PresetBar</name>
    <message>
        <source>Custom</source>
        <translation>自定义</translation>
    </message>
    <message>
        <source>Pair&apos;s defaults</source>
        <translation>模型对默认值</translation>
    </message>
    <message>
        <source>Save preset</source>
        <translation>保存预设</translation>
    </message>
    <message>
        <source>Name of the preset:</source>
        <translation>预设名称：</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Manage presets</source>
        <translation>管理预设</translation>
    </message>
    <message>
        <source>&amp;Save current as preset…</source>
        <translation>将当前值存为预设(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Delete preset</source>
        <translation>删除预设(&amp;D)</translation>
    </message>
    <message>
        <source>Pre&amp;set</source>
        <translation>预设(&amp;S)</translation>
    </message>
    <message>
        <source>Sets size, length, steps, solver and shift at once, some also the stages and a cache. Prompt and seed are kept.</source>
        <translation>一次设置尺寸、时长、步数、求解器和 Shift，有些还会设置阶段和缓存。提示词和种子不变。</translation>
    </message>
    <message>
        <source>Rename preset</source>
        <translation>重命名预设</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is the name of a preset that comes with the program. Choose another name.</source>
        <translation>“%1”是程序自带预设的名称。请选择其他名称。</translation>
    </message>
    <message>
        <source>There is already a preset called &quot;%1&quot;. Replace it?</source>
        <translation>已有名为“%1”的预设。要替换吗？</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>替换(&amp;R)</translation>
    </message>
    <message>
        <source>There is already a preset called &quot;%1&quot;. Choose another name.</source>
        <translation>已有名为“%1”的预设。请选择其他名称。</translation>
    </message>
    <message>
        <source>Share preset</source>
        <translation>分享预设</translation>
    </message>
    <message>
        <source>Presets (*.json)</source>
        <translation>预设 (*.json)</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>Save the current values as a preset, rename or delete one of your own</source>
        <translation>将当前值存为预设，或重命名、删除自己的预设</translation>
    </message>
    <message>
        <source>&amp;Rename preset…</source>
        <translation>重命名预设(&amp;R)…</translation>
    </message>
    <message>
        <source>S&amp;hare preset…</source>
        <translation>分享预设(&amp;H)…</translation>
    </message>
    <message>
        <source>Save it as a file that others can drop on their window</source>
        <translation>另存为文件，其他人可将其拖到自己的窗口上</translation>
    </message>
</context>
<context>
    <name>fb::ui::PresetStore</name>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>480p</source>
        <translation>480p</translation>
    </message>
    <message>
        <source>480p portrait</source>
        <translation>480p 竖屏</translation>
    </message>
    <message>
        <source>720p</source>
        <translation>720p</translation>
    </message>
    <message>
        <source>720p portrait</source>
        <translation>720p 竖屏</translation>
    </message>
    <message>
        <source>Your presets could not be read from %1, and the file cannot be moved. Presets will not be saved.</source>
        <translation>无法从 %1 读取您的预设，也无法移动该文件。预设将不会保存。</translation>
    </message>
    <message>
        <source>Your presets could not be read from %1. The file was kept as %2, and a new one was started.</source>
        <translation>无法从 %1 读取您的预设。该文件已保留为 %2，并新建了一个文件。</translation>
    </message>
    <message>
        <source>720p in two passes</source>
        <translation>720p 两遍采样</translation>
    </message>
    <message>
        <source>480p in 4 steps, large model distilled</source>
        <translation>480p 4 步，大模型为蒸馏版</translation>
    </message>
    <message>
        <source>480p in 4 steps, both models distilled</source>
        <translation>480p 4 步，两个模型均为蒸馏版</translation>
    </message>
    <message>
        <source>480p in 8 steps, large model distilled</source>
        <translation>480p 8 步，大模型为蒸馏版</translation>
    </message>
    <message>
        <source>480p in 8 steps, both models distilled</source>
        <translation>480p 8 步，两个模型均为蒸馏版</translation>
    </message>
    <message>
        <source>480p in 7 steps, large model distilled</source>
        <translation>480p 7 步，大模型为蒸馏版</translation>
    </message>
    <message>
        <source>480p in 7 steps, both models distilled</source>
        <translation>480p 7 步，两个模型均为蒸馏版</translation>
    </message>
    <message>
        <source>For a large model with a 4-step LoRA, to be added under LoRAs, or one that is step-distilled itself. The small model is an ordinary one and keeps guidance. Other large models make poor clips with it.</source>
        <translation>适用于加载了 4 步 LoRA（在 LoRA 列表中添加）的大模型，或本身经过步数蒸馏的大模型。小模型为普通模型，保留引导强度。其他大模型用它效果会很差。</translation>
    </message>
    <message>
        <source>For two models that each have their own 4-step LoRA or are step-distilled themselves. Other models make poor clips with it.</source>
        <translation>适用于各自配有 4 步 LoRA 或本身经过步数蒸馏的两个模型。其他模型用它效果会很差。</translation>
    </message>
    <message>
        <source>For a large model with an 8-step LoRA, to be added under LoRAs, or one that is step-distilled itself. The small model is an ordinary one and keeps guidance. Other large models make poor clips with it.</source>
        <translation>适用于加载了 8 步 LoRA（在 LoRA 列表中添加）的大模型，或本身经过步数蒸馏的大模型。小模型为普通模型，保留引导强度。其他大模型用它效果会很差。</translation>
    </message>
    <message>
        <source>For two models that each have their own 8-step LoRA or are step-distilled themselves. Other models make poor clips with it.</source>
        <translation>适用于各自配有 8 步 LoRA 或本身经过步数蒸馏的两个模型。其他模型用它效果会很差。</translation>
    </message>
    <message>
        <source>For LTX-Video 13B 0.9.7 or 0.9.8 distilled with an ordinary small model, which keeps guidance. Other large models make poor clips with it.</source>
        <translation>适用于 LTX-Video 13B 0.9.7 或 0.9.8 distilled 搭配保留引导强度的普通小模型。其他大模型用它效果会很差。</translation>
    </message>
    <message>
        <source>For LTX-Video 13B 0.9.7 or 0.9.8 distilled with 2B 0.9.8 distilled. Other models make poor clips with it.</source>
        <translation>适用于 LTX-Video 13B 0.9.7 或 0.9.8 distilled 搭配 2B 0.9.8 distilled。其他模型用它效果会很差。</translation>
    </message>
    <message>
        <source>For LTX-Video 13B 0.9.7 or 0.9.8 distilled with 2B 0.9.6 distilled, on the noise levels of the small model. Other models make poor clips with it.</source>
        <translation>适用于 LTX-Video 13B 0.9.7 或 0.9.8 distilled 搭配 2B 0.9.6 distilled，采用小模型的噪声水平。其他模型用它效果会很差。</translation>
    </message>
    <message>
        <source>Fast</source>
        <translation>快速</translation>
    </message>
    <message>
        <source>Faithful</source>
        <translation>忠实</translation>
    </message>
    <message>
        <source>Large until 40 % and for the last 20 %, as the FlowBlending authors publish it for WAN 2.1, with EasyCache at the middle of its authors&apos; thresholds. Not measured together on this pair: Find Boundaries compares clips with the large model&apos;s. Needs well over 10 steps.</source>
        <translation>前 40 % 和最后 20 % 由大模型运行（FlowBlending 作者为 WAN 2.1 公布的设置），并以 EasyCache 作者给出的中间阈值使用 EasyCache。二者的组合未在此模型对上测量：“寻找边界”可将片段与大模型的片段比较。步数需远多于 10。</translation>
    </message>
    <message>
        <source>Large until 60 % and for the last 20 %. In a clip that the FlowBlending authors publish for WAN 2.1, 60 % came nearer to the large model&apos;s than 40 % (SSIM 0.92 against 0.87). Not measured on this pair: Find Boundaries compares clips with the large model&apos;s.</source>
        <translation>前 60 % 和最后 20 % 由大模型运行。在 FlowBlending 作者为 WAN 2.1 公布的片段中，60 % 比 40 % 更接近大模型（SSIM 0.92 对 0.87）。未在此模型对上测量：“寻找边界”可将片段与大模型的片段比较。</translation>
    </message>
    <message>
        <source>Large until 60 % and for the last 10 %, with EasyCache at 0.2: measured on this pair with four prompts, 1.82 times fewer FLOPs than the large model alone, and a sameness of 0.83 (1 is the large model&apos;s clip, 0 the small model&apos;s).</source>
        <translation>前 60 % 和最后 10 % 由大模型运行，EasyCache 阈值 0.2：在此模型对上用四个提示词测得，FLOPs 仅为只用大模型时的 1/1.82，一致度 0.83（1 为大模型的片段，0 为小模型的片段）。</translation>
    </message>
    <message>
        <source>Large until 60 % and for the last 20 %, with EasyCache at 0.05: measured on this pair with four prompts, 1.45 times fewer FLOPs than the large model alone, and a sameness of 0.90 (1 is the large model&apos;s clip, 0 the small model&apos;s).</source>
        <translation>前 60 % 和最后 20 % 由大模型运行，EasyCache 阈值 0.05：在此模型对上用四个提示词测得，FLOPs 仅为只用大模型时的 1/1.45，一致度 0.90（1 为大模型的片段，0 为小模型的片段）。</translation>
    </message>
</context>
<context>
    <name>fb::ui::PreviewPanel</name>
    <message>
        <source>Playback speed</source>
        <translation>播放速度</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>帧</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>片段</translation>
    </message>
    <message>
        <source>Your clip appears here.
Describe it on the left and press Generate.</source>
        <translation>片段将显示在这里。
在左侧描述内容，然后按“生成”。</translation>
    </message>
    <message>
        <source>No clip yet</source>
        <translation>还没有片段</translation>
    </message>
    <message>
        <source>Step %1 of %2 · preview</source>
        <translation>第 %1 步，共 %2 步 · 预览</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %2×%3 · %n frame(s)</source>
        <translation>
            <numerusform>%1 · %2×%3 · %n 帧</numerusform>
        </translation>
    </message>
    <message>
        <source>Frame %1 copied.</source>
        <translation>已复制第 %1 帧。</translation>
    </message>
    <message>
        <source>Save the frame</source>
        <translation>保存帧</translation>
    </message>
    <message>
        <source>PNG images (*.png)</source>
        <translation>PNG 图片 (*.png)</translation>
    </message>
    <message>
        <source>Saved %1.</source>
        <translation>已保存 %1。</translation>
    </message>
    <message>
        <source>%1 could not be written; choose another place.</source>
        <translation>无法写入 %1，请选择其他位置。</translation>
    </message>
    <message>
        <source>Spee&amp;d</source>
        <translation>速度(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Zoom</source>
        <translation>缩放(&amp;Z)</translation>
    </message>
    <message>
        <source>Watch the running clip</source>
        <translation>观看正在生成的片段</translation>
    </message>
    <message>
        <source>● Live · %1</source>
        <translation>● 实时 · %1</translation>
    </message>
</context>
<context>
    <name>fb::ui::ProbePresenter</name>
    <message>
        <source>Divergence profile</source>
        <translation>差异曲线</translation>
    </message>
    <message>
        <source>Import a divergence profile</source>
        <translation>导入差异曲线</translation>
    </message>
    <message>
        <source>Divergence profiles (*.json);;All files (*)</source>
        <translation>差异曲线 (*.json);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Choose a pair first: a profile belongs to one.</source>
        <translation>请先选择模型对：差异曲线属于某个模型对。</translation>
    </message>
    <message>
        <source>Imported %1; the profile is of %2 now.</source>
        <translation>已导入 %1；差异曲线现基于 %2。</translation>
    </message>
    <message>
        <source>Export the divergence profile</source>
        <translation>导出差异曲线</translation>
    </message>
    <message>
        <source>Divergence profiles (*.json)</source>
        <translation>差异曲线 (*.json)</translation>
    </message>
    <message>
        <source>Nothing is kept of this pair with these settings yet: probe it first, or import a profile.</source>
        <translation>此模型对在这些设置下尚无记录：请先探测，或导入差异曲线。</translation>
    </message>
    <message>
        <source>Saved %1, with %2.</source>
        <translation>已保存 %1，含 %2。</translation>
    </message>
    <message numerus="yes">
        <source>%n measurement(s)</source>
        <translation>
            <numerusform>%n 次测量</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fb::ui::PromptPanel</name>
    <message>
        <source>change of settings</source>
        <translation>更改设置</translation>
    </message>
    <message>
        <source>Describe the clip</source>
        <translation>描述片段内容</translation>
    </message>
    <message>
        <source>Describe the clip, for example: %1</source>
        <translation>描述片段内容，例如：%1</translation>
    </message>
    <message>
        <source>%1 / %2 tokens</source>
        <translation>%1 / %2 词元</translation>
    </message>
    <message numerus="yes">
        <source>The prompt is longer than the text encoder can read: the last %n tokens have no effect.</source>
        <translation>
            <numerusform>超出文本编码器上限：最后 %n 个词元不起作用。</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Negative prompt</source>
        <translation>反向提示词(&amp;N)</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>What the clip should show. Press Ctrl+Return to generate.</source>
        <translation>片段要呈现的内容。按 Ctrl+Return 生成。</translation>
    </message>
    <message>
        <source>Negative prompt</source>
        <translation>反向提示词</translation>
    </message>
    <message>
        <source>What the clip should not show. Used only if guidance is above 1.</source>
        <translation>片段中不要出现的内容。引导强度大于 1 时生效。</translation>
    </message>
    <message>
        <source>What to avoid, for example: blurry, distorted</source>
        <translation>要避免的内容，例如：模糊、变形</translation>
    </message>
    <message>
        <source>Length of the prompt</source>
        <translation>提示词长度</translation>
    </message>
    <message>
        <source>Tokens in the prompt, and how many the text encoder can read</source>
        <translation>提示词的词元数，以及文本编码器可读取的数量</translation>
    </message>
    <message>
        <source>Recent prompts</source>
        <translation>最近的提示词</translation>
    </message>
    <message>
        <source>Why this cannot run</source>
        <translation>无法运行的原因</translation>
    </message>
    <message>
        <source>Descri&amp;ption</source>
        <translation>描述(&amp;P)</translation>
    </message>
    <message>
        <source>choice of a preset</source>
        <comment>undo</comment>
        <translation>选择预设</translation>
    </message>
</context>
<context>
    <name>fb::ui::PurposeMenu</name>
    <message>
        <source>&amp;As the clip is</source>
        <translation>保持片段原样(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Widescreen 16:9</source>
        <translation>宽屏 16:9(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Square 1:1</source>
        <translation>方形 1:1(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Portrait 4:5</source>
        <translation>竖幅 4:5(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Vertical 9:16</source>
        <translation>竖屏 9:16(&amp;V)</translation>
    </message>
    <message>
        <source>Endless &amp;loop</source>
        <translation>无限循环(&amp;L)</translation>
    </message>
    <message>
        <source>A&amp;ttachment of at most 10 MB</source>
        <translation>不超过 10 MB 的附件(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;What for</source>
        <translation>用途(&amp;W)</translation>
    </message>
    <message>
        <source>What the clip is made for</source>
        <translation>片段的用途</translation>
    </message>
    <message>
        <source>Sets shape, play and size limit for a purpose; everything else stays</source>
        <translation>按用途设置比例、播放和大小上限；其他选项不变</translation>
    </message>
</context>
<context>
    <name>fb::ui::QueuePanel</name>
    <message>
        <source>The queue is empty.
Every clip you generate waits here for its turn.</source>
        <translation>队列是空的。
生成的片段会在这里排队。</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Run earlier (Ctrl+Up)</source>
        <translation>提前运行 (Ctrl+↑)</translation>
    </message>
    <message>
        <source>Run later (Ctrl+Down)</source>
        <translation>推后运行 (Ctrl+↓)</translation>
    </message>
    <message>
        <source>Remove from the queue (Del)</source>
        <translation>从队列移除 (Del)</translation>
    </message>
    <message>
        <source>Pause this run; its steps are kept</source>
        <translation>暂停此任务，已完成的步数会保留</translation>
    </message>
    <message>
        <source>Resume the queue</source>
        <translation>让队列运行</translation>
    </message>
    <message>
        <source>Pause the queue after the running clip</source>
        <translation>当前片段完成后暂停队列</translation>
    </message>
    <message>
        <source>%1 · %2 left</source>
        <translation>%1 · 剩余 %2</translation>
    </message>
    <message>
        <source>waiting · continues at step %1 of %2</source>
        <translation>等待中 · 从第 %1 步继续（共 %2 步）</translation>
    </message>
    <message>
        <source>waiting · %1</source>
        <translation>等待中 · %1</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>paused after step %1 of %2</source>
        <translation>在第 %1 步后暂停（共 %2 步）</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>正在启动</translation>
    </message>
    <message>
        <source>loading the models</source>
        <translation>正在载入模型</translation>
    </message>
    <message>
        <source>encoding the prompt</source>
        <translation>正在编码提示词</translation>
    </message>
    <message>
        <source>decoding · %1</source>
        <translation>正在解码 · %1</translation>
    </message>
    <message>
        <source>exporting</source>
        <translation>正在导出</translation>
    </message>
    <message>
        <source>sampling · step %1 of %2 · small</source>
        <translation>采样中 · 第 %1 步，共 %2 步 · 小</translation>
    </message>
    <message>
        <source>sampling · step %1 of %2 · large</source>
        <translation>采样中 · 第 %1 步，共 %2 步 · 大</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>复制一份(&amp;D)</translation>
    </message>
    <message>
        <source>Run e&amp;arlier</source>
        <translation>提前运行(&amp;A)</translation>
    </message>
    <message>
        <source>Run &amp;later</source>
        <translation>推后运行(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>Resume this run</source>
        <translation>继续此任务</translation>
    </message>
    <message>
        <source>%1 left · %2</source>
        <comment>0:22, sampling</comment>
        <translation>剩余 %1 · %2</translation>
    </message>
    <message>
        <source>&amp;Skip</source>
        <translation>跳过(&amp;S)</translation>
    </message>
    <message>
        <source>Res&amp;ume</source>
        <translation>继续(&amp;U)</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>取消(&amp;N)</translation>
    </message>
    <message>
        <source>sampling · step %1 of %2</source>
        <translation>采样中 · 第 %1 步，共 %2 步</translation>
    </message>
    <message>
        <source>%1 · queue paused</source>
        <comment>2 runs</comment>
        <translation>%1 · 队列已暂停</translation>
    </message>
    <message numerus="yes">
        <source>%n paused</source>
        <comment>runs</comment>
        <translation>
            <numerusform>%n 个已暂停</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <comment>runs</comment>
        <translation>
            <numerusform>%n 个失败</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fb::ui::QueueRunner</name>
    <message>
        <source>The saved state of &quot;%1&quot; cannot be read, so it starts from the beginning: %2</source>
        <translation>“%1”保存的内容无法读取，因此从头开始：%2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is in use by another program. It can be continued once that program has finished.</source>
        <translation>“%1”正在使用中：另一个程序正在处理此运行。待其结束后即可继续。</translation>
    </message>
</context>
<context>
    <name>fb::ui::RemarkLine</name>
    <message>
        <source>Dismiss the remark</source>
        <translation>关闭提示</translation>
    </message>
    <message>
        <source>Hide this until the stages change</source>
        <translation>隐藏，直到阶段改变</translation>
    </message>
    <message>
        <source>The early stage, %1 of the steps, rounds to no step.</source>
        <translation>前期阶段（步数的 %1）取整后为 0 步。</translation>
    </message>
    <message>
        <source>The late stage, %1 of the steps, rounds to no step.</source>
        <translation>后期阶段（步数的 %1）取整后为 0 步。</translation>
    </message>
    <message>
        <source>The early and the late stage leave no step to the small model.</source>
        <translation>前期和后期阶段没有给小模型留下任何一步。</translation>
    </message>
    <message>
        <source>The small model takes only %1 of its %2 steps: its stage has no more.</source>
        <translation>小模型只走 %2 步中的 %1 步：它的阶段没有更多步数。</translation>
    </message>
    <message>
        <source>With more steps, or other boundaries, every stage gets what it asks for.</source>
        <translation>增加步数或移动边界后，每个阶段都能得到所设的步数。</translation>
    </message>
</context>
<context>
    <name>fb::ui::ReplaceQuestion</name>
    <message>
        <source>%1 already exists. Replace it?</source>
        <translation>%1 已存在。要替换吗？</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>替换(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>保留(&amp;K)</translation>
    </message>
</context>
<context>
    <name>fb::ui::RequestPresenter</name>
    <message>
        <source>These settings were made with the pair &quot;%1&quot;, which is not available. They are shown for &quot;%2&quot;.</source>
        <translation>这些设置来自模型对“%1”，但本机没有，现按“%2”显示。</translation>
    </message>
    <message>
        <source>%1 is not a LoRA but a %2. Models are part of a pair.</source>
        <translation>%1 不是 LoRA，而是%2。模型应放在模型对中。</translation>
    </message>
    <message>
        <source>Choose a preset</source>
        <comment>undo</comment>
        <translation>选择预设</translation>
    </message>
    <message>
        <source>%1 is in the list more than once; its strengths add up.</source>
        <translation>%1 在列表中出现多次，其强度会相加。</translation>
    </message>
</context>
<context>
    <name>fb::ui::ResultsPage</name>
    <message>
        <source>%1: sameness %2</source>
        <translation>%1：一致度 %2</translation>
    </message>
    <message>
        <source>The first prompt is being measured.</source>
        <translation>正在测量第一个提示词。</translation>
    </message>
    <message>
        <source>Until it is finished, the map shows how far the clips are from the large model&apos;s; 0 is the same clip.</source>
        <translation>完成之前，图中显示片段与大模型片段的距离；0 表示相同片段。</translation>
    </message>
    <message>
        <source>No boundaries of the grid are near enough: the large model alone.</source>
        <translation>网格中没有足够接近的边界：仅用大模型。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>Measured on %n prompt(s).</source>
        <translation>
            <numerusform>用 %n 个提示词测得。</numerusform>
        </translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>保存报告</translation>
    </message>
    <message>
        <source>The report is being written…</source>
        <translation>正在写入报告…</translation>
    </message>
    <message>
        <source>Saved %1.</source>
        <translation>已保存 %1。</translation>
    </message>
    <message>
        <source>Nothing is measured for this pair yet. Start on the first page; results appear here as they come in.</source>
        <translation>此模型对尚未测量。请在第一页开始；结果会陆续显示在这里。</translation>
    </message>
    <message>
        <source>Sameness. Columns: large until this share of the steps; rows: large again for the last.</source>
        <translation>一致度。列：到此步数比例为止用大模型；行：最后再用大模型的比例。</translation>
    </message>
    <message>
        <source>Distance. Columns: large until this share of the steps; rows: large again for the last.</source>
        <translation>距离。列：到此步数比例为止用大模型；行：最后再用大模型的比例。</translation>
    </message>
    <message>
        <source>○ the window&apos;s boundaries</source>
        <translation>○ 窗口中的边界</translation>
    </message>
    <message>
        <source>lines: equal work, every 10 %</source>
        <translation>线：计算量相同，每 10 %</translation>
    </message>
    <message>
        <source>Sameness by early and late stage</source>
        <translation>按前段和后段的一致度</translation>
    </message>
    <message>
        <source>Sameness at &amp;least</source>
        <translation>一致度下限(&amp;L)</translation>
    </message>
    <message>
        <source>Sameness asked for</source>
        <translation>要求的一致度</translation>
    </message>
    <message>
        <source>Sameness asked for, as a number</source>
        <translation>要求的一致度（数值）</translation>
    </message>
    <message>
        <source>1 is the large model&apos;s clip; 0 is as far from it as the floor.</source>
        <translation>1 为大模型的片段；0 表示与其距离等于基准。</translation>
    </message>
    <message>
        <source>&amp;Rule</source>
        <translation>规则(&amp;R)</translation>
    </message>
    <message>
        <source>Compare b&amp;y</source>
        <translation>比较依据(&amp;Y)</translation>
    </message>
    <message>
        <source>0 &amp;is</source>
        <translation>0 表示(&amp;I)</translation>
    </message>
    <message>
        <source>Rule of the proposal</source>
        <translation>建议的规则</translation>
    </message>
    <message>
        <source>Measure of sameness</source>
        <translation>一致度的度量</translation>
    </message>
    <message>
        <source>What counts as no sameness</source>
        <translation>何为一致度 0</translation>
    </message>
    <message>
        <source>Sameness 0: as far from the large model&apos;s clip as its clip with another seed, or as the small model&apos;s clip</source>
        <translation>一致度 0：与大模型片段的距离等于其另一种子的片段，或小模型的片段</translation>
    </message>
    <message>
        <source>&amp;Use these</source>
        <translation>使用这些(&amp;U)</translation>
    </message>
    <message>
        <source>Move the window&apos;s boundaries to the proposal; this can be undone</source>
        <translation>将窗口的边界移到建议处；可撤销</translation>
    </message>
    <message>
        <source>Save re&amp;port…</source>
        <translation>保存报告(&amp;P)…</translation>
    </message>
    <message>
        <source>Not measured here: it needs weights of its own.</source>
        <translation>此处未测量：需要专用的权重。</translation>
    </message>
    <message>
        <source>Web page (*.html);;PDF (*.pdf)</source>
        <translation>网页 (*.html);;PDF (*.pdf)</translation>
    </message>
    <message>
        <source>squares: fewer steps, guards</source>
        <translation>方块：更少步数、守护</translation>
    </message>
    <message>
        <source>Write these results as a web page with the clips, or as a PDF with pictures of them</source>
        <translation>将这些结果写成含片段的网页，或含片段图像的 PDF</translation>
    </message>
    <message>
        <source>Not measured here: the clips are not decoded.</source>
        <translation>此处未测量：片段未解码。</translation>
    </message>
</context>
<context>
    <name>fb::ui::RunPresenter</name>
    <message>
        <source>The engine is still starting.</source>
        <translation>引擎仍在打开中。</translation>
    </message>
    <message>
        <source>The queue is paused.</source>
        <translation>队列已暂停。</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续运行</translation>
    </message>
    <message>
        <source>Probe: %1</source>
        <translation>探测：%1</translation>
    </message>
    <message>
        <source>The probe is done; drag the boundaries to where the models agree.</source>
        <translation>探测完成；请将边界拖到两个模型一致的位置。</translation>
    </message>
    <message>
        <source>Finished: %1</source>
        <translation>已完成：%1</translation>
    </message>
    <message>
        <source>The clip could not be generated: %1</source>
        <translation>片段生成失败：%1</translation>
    </message>
    <message>
        <source>A clip is being generated</source>
        <translation>正在生成片段</translation>
    </message>
    <message>
        <source>Quit now? Finished steps are kept, and the run continues from there next time.</source>
        <translation>现在退出？已完成的步数会保留，下次从那里继续。</translation>
    </message>
    <message>
        <source>&amp;Keep for later and quit</source>
        <translation>留待以后并退出(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Stay</source>
        <translation>留下(&amp;S)</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Starting the engine…</source>
        <translation>正在打开引擎…</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) were interrupted. Their steps are kept.</source>
        <translation>
            <numerusform>%n 个任务曾被中断，已完成的步数仍保留。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) are waiting from last time.</source>
        <translation>
            <numerusform>上次还有 %n 个任务在等待。</numerusform>
        </translation>
    </message>
    <message>
        <source>Not everything is saved</source>
        <translation>尚有内容未保存</translation>
    </message>
    <message>
        <source>%1

If you quit before this is resolved, unsaved changes are lost.</source>
        <translation>%1

如果现在离开而问题仍未解决，新内容将会丢失。</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>离开(&amp;L)</translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
    <message>
        <source>The description of the clip is empty.</source>
        <translation>片段描述为空。</translation>
    </message>
    <message>
        <source>Generate anyway</source>
        <translation>仍然生成</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) are paused. Their steps are kept.</source>
        <translation>
            <numerusform>%n 个任务已暂停，已完成的步数仍保留。</numerusform>
        </translation>
    </message>
    <message>
        <source>Done in %1.</source>
        <translation>用时 %1 完成。</translation>
    </message>
    <message>
        <source>Done in %1 and in the history: %2</source>
        <translation>用时 %1 完成，见历史记录：%2</translation>
    </message>
    <message>
        <source>Paused after step %1 of %2. It can be resumed from the queue.</source>
        <translation>在第 %1 步（共 %2 步）后暂停，可从队列继续。</translation>
    </message>
    <message>
        <source>Cancelled: %1</source>
        <translation>已取消：%1</translation>
    </message>
    <message>
        <source>Removed from the queue: %1</source>
        <translation>已从队列移除：%1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>The queue waits until the boundaries are measured.</source>
        <translation>队列等待边界测量完成。</translation>
    </message>
    <message>
        <source>Pause measuring</source>
        <translation>暂停测量</translation>
    </message>
    <message>
        <source>Boundaries are being measured</source>
        <translation>正在测量边界</translation>
    </message>
    <message>
        <source>Quit now? Everything measured is kept, and it continues from there next time.</source>
        <translation>现在退出吗？已测量的内容全部保留，下次从那里继续。</translation>
    </message>
    <message>
        <source>Finding boundaries: clip %1 of %2</source>
        <translation>寻找边界：第 %1 个片段，共 %2 个</translation>
    </message>
    <message>
        <source>Calibrate: %1</source>
        <translation>校准：%1</translation>
    </message>
    <message>
        <source>The models are measured in %1: their runs can use MagCache.</source>
        <translation>用时 %1 完成模型测量：运行时可以使用 MagCache。</translation>
    </message>
    <message>
        <source>Paused. Resumed from the queue, it measures from the beginning.</source>
        <translation>已暂停。从队列继续时将从头开始测量。</translation>
    </message>
    <message>
        <source>The models could not be measured: %1</source>
        <translation>模型测量失败：%1</translation>
    </message>
    <message>
        <source>Models are being measured</source>
        <translation>正在测量模型</translation>
    </message>
    <message>
        <source>Quit now? Next time, measuring can be resumed from the queue; it starts from the beginning.</source>
        <translation>现在退出吗？下次可以从队列继续测量，但会从头开始。</translation>
    </message>
    <message>
        <source>Finding boundaries: comparing clips</source>
        <translation>寻找边界：正在比较片段</translation>
    </message>
    <message>
        <source>The seed is locked: this will be the clip shown once more.</source>
        <translation>种子已锁定：将再次生成与当前显示相同的片段。</translation>
    </message>
</context>
<context>
    <name>fb::ui::RunStore</name>
    <message>
        <source>The queue and history could not be read from %1. The file was kept as %2, and a new one was started.</source>
        <translation>无法从 %1 读取队列和历史。原文件已保留为 %2，并新建了文件。</translation>
    </message>
    <message>
        <source>A change to the queue or history could not be saved: %1.</source>
        <translation>队列和历史记录的一项更改无法保存：%1。</translation>
    </message>
    <message>
        <source>The queue and history in %1 were saved by a newer version of this program. Open them with that version: this one leaves the file untouched and saves nothing.</source>
        <translation>%1 中的队列和历史记录来自本程序的更新版本。请用该版本打开：在这里文件保持原样，新内容不会保留。</translation>
    </message>
    <message>
        <source>%1 belongs to another program and is left untouched, so the queue and history are not saved. Start with another folder: --state FOLDER.</source>
        <translation>%1 属于另一个程序，保持原样，因此队列和历史记录不会保留。请使用其他文件夹启动：--state 文件夹。</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>another program is using the file</source>
        <translation>另一个程序正占用该文件</translation>
    </message>
    <message>
        <source>access to the file is denied</source>
        <translation>不允许访问该文件</translation>
    </message>
    <message>
        <source>The queue and history cannot be read from %1 at the moment: %2. The file is left untouched and will be read as soon as possible; until then, changes are kept in memory.</source>
        <translation>目前无法从 %1 读取队列和历史记录：%2。文件保持原样，问题解决后立即读取；在此之前新内容保存在内存中。</translation>
    </message>
    <message>
        <source>The queue and history cannot be saved in %1: %2. Changes are kept in memory and will be saved as soon as possible.</source>
        <translation>队列和历史记录尚未保存到 %1：%2。新内容保存在内存中，问题解决后立即保存。</translation>
    </message>
    <message>
        <source>The history in %1 is read-only at the moment: %2. Everything that can be read is shown; changes are kept in memory and will be saved as soon as possible.</source>
        <translation>%1 中的历史记录目前为只读：%2。可读取的内容已显示；新内容保存在内存中，问题解决后立即写入。</translation>
    </message>
</context>
<context>
    <name>fb::ui::RunSwitch</name>
    <message>
        <source>Running</source>
        <translation>正在生成</translation>
    </message>
    <message>
        <source>Stages of the running clip</source>
        <translation>正在生成的片段的阶段</translation>
    </message>
    <message>
        <source>The stages of the running clip; boundaries ahead of it can still be moved</source>
        <translation>正在生成的片段的阶段；尚未到达的边界仍可移动</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一个</translation>
    </message>
    <message>
        <source>Stages of the next clip</source>
        <translation>下一个片段的阶段</translation>
    </message>
    <message>
        <source>The stages of the next clip: what Generate adds to the queue</source>
        <translation>下一个片段的阶段：点“生成”时加入队列的内容</translation>
    </message>
</context>
<context>
    <name>fb::ui::RunWords</name>
    <message>
        <source>No description</source>
        <translation>无描述</translation>
    </message>
</context>
<context>
    <name>fb::ui::SavePresenter</name>
    <message>
        <source>The clip &quot;%1&quot; could not be saved as a video, but is in the history. %2 %3</source>
        <translation>片段“%1”无法保存为视频，但已在历史记录中。%2 %3</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s) could not be saved as videos, but are in the history. %1 %2</source>
        <translation>
            <numerusform>有 %n 个片段无法保存为视频，但已在历史记录中。%1 %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fb::ui::SavingPage</name>
    <message>
        <source>For example: %1</source>
        <translation>例如：%1</translation>
    </message>
    <message>
        <source>&amp;Save each finished clip as a video</source>
        <translation>将每个完成的片段保存为视频(&amp;S)</translation>
    </message>
    <message>
        <source>Save each finished clip as a video</source>
        <translation>将每个完成的片段保存为视频</translation>
    </message>
    <message>
        <source>The clip also stays in the history. No file is ever replaced.</source>
        <translation>片段同时保留在历史记录中，绝不替换已有文件。</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>文件夹(&amp;F)</translation>
    </message>
    <message>
        <source>Folder of finished clips</source>
        <translation>完成片段的文件夹</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>Names of finished clips</source>
        <translation>完成片段的名称</translation>
    </message>
    <message>
        <source>A slash makes a folder. Possible parts: %1</source>
        <translation>斜杠表示文件夹。可用部分：%1</translation>
    </message>
    <message>
        <source>F&amp;ormat</source>
        <translation>格式(&amp;O)</translation>
    </message>
    <message>
        <source>Format of finished clips</source>
        <translation>完成片段的格式</translation>
    </message>
    <message>
        <source>The settings are stored in the file; open it in the Studio to load them again.</source>
        <translation>设置会存入文件；在 Studio 中打开即可重新载入。</translation>
    </message>
    <message>
        <source>&amp;Quality</source>
        <translation>质量(&amp;Q)</translation>
    </message>
    <message>
        <source>Quality of finished clips</source>
        <translation>完成片段的质量</translation>
    </message>
    <message>
        <source>Higher looks better and makes a larger file. ProRes and GIF have no choice.</source>
        <translation>越高画面越好，文件越大。ProRes 和 GIF 不适用。</translation>
    </message>
</context>
<context>
    <name>fb::ui::ScrubBar</name>
    <message>
        <source>%1 · frame %2</source>
        <translation>%1 · 第 %2 帧</translation>
    </message>
</context>
<context>
    <name>fb::ui::SettingWords</name>
    <message>
        <source>none</source>
        <translation>无</translation>
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
        <source>%1 (frame %2, %3)</source>
        <translation>%1（第 %2 帧，%3）</translation>
    </message>
    <message>
        <source>%1 (%2, %3)</source>
        <translation>%1（%2，%3）</translation>
    </message>
    <message>
        <source>large model</source>
        <translation>大模型</translation>
    </message>
    <message>
        <source>small model</source>
        <translation>小模型</translation>
    </message>
    <message>
        <source>early stage</source>
        <translation>前段</translation>
    </message>
    <message>
        <source>late stage</source>
        <translation>后段</translation>
    </message>
    <message>
        <source>by the pair&apos;s rule</source>
        <translation>按模型对的规则</translation>
    </message>
</context>
<context>
    <name>fb::ui::Settings</name>
    <message>
        <source>The settings could not be read from %1.</source>
        <translation>无法从 %1 读取设置。</translation>
    </message>
    <message>
        <source>The settings could not be read from %1. The file was kept as %2; all settings are back to their defaults.</source>
        <translation>无法从 %1 读取设置。该文件已保留为 %2；所有设置均恢复为首次启动时的状态。</translation>
    </message>
</context>
<context>
    <name>fb::ui::SettingsDialog</name>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1 (not found)</source>
        <translation>%1（未找到）</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>General</source>
        <translation>常规</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>计算</translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation>采样</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>Same as desktop</source>
        <translation>跟随桌面</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
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
        <source>&amp;Notify when a long run ends</source>
        <translation>长任务结束时通知(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Device</source>
        <translation>设备(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Precision</source>
        <translation>精度(&amp;P)</translation>
    </message>
    <message>
        <source>float32 · exact, most memory</source>
        <translation>float32 · 精确，占用内存最多</translation>
    </message>
    <message>
        <source>bfloat16 · half the memory</source>
        <translation>bfloat16 · 内存减半</translation>
    </message>
    <message>
        <source>float16 · half the memory, older GPUs</source>
        <translation>float16 · 内存减半，适合旧 GPU</translation>
    </message>
    <message>
        <source>T&amp;hreads</source>
        <translation>线程数(&amp;H)</translation>
    </message>
    <message>
        <source>A new number of threads takes effect at the next start.</source>
        <translation>线程数的更改在下次启动时生效。</translation>
    </message>
    <message>
        <source>Show a &amp;preview after every step</source>
        <translation>每步之后显示预览(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Compare the models</source>
        <translation>对比两个模型(&amp;C)</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>On the large model&apos;s steps</source>
        <translation>在大模型的步</translation>
    </message>
    <message>
        <source>On every step</source>
        <translation>在每一步</translation>
    </message>
    <message>
        <source>&amp;Save the run</source>
        <translation>保存进度(&amp;S)</translation>
    </message>
    <message>
        <source>after every step</source>
        <translation>每一步</translation>
    </message>
    <message>
        <source>every </source>
        <translation>每 </translation>
    </message>
    <message>
        <source> steps</source>
        <translation> 步</translation>
    </message>
    <message>
        <source>&amp;Runs</source>
        <translation>任务数据(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Exported clips</source>
        <translation>导出的片段(&amp;E)</translation>
    </message>
    <message>
        <source>Each run stores what is needed to continue it or to view it again.</source>
        <translation>任务数据保存继续运行和再次查看所需的内容。</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Language of the program</source>
        <translation>程序语言</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Light or dark colours</source>
        <translation>浅色或深色</translation>
    </message>
    <message>
        <source>Notify when a long run ends</source>
        <translation>长任务结束时通知</translation>
    </message>
    <message>
        <source>Only if the window is not in front</source>
        <translation>仅当窗口不在前台时</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Where the models run</source>
        <translation>模型运行的位置</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>线程数</translation>
    </message>
    <message>
        <source>Processor threads of the engine</source>
        <translation>引擎使用的处理器线程数</translation>
    </message>
    <message>
        <source>Show a preview after every step</source>
        <translation>每步之后显示预览</translation>
    </message>
    <message>
        <source>The clip as predicted so far; costs little.</source>
        <translation>当前预测的片段，开销很小。</translation>
    </message>
    <message>
        <source>When the models are compared</source>
        <translation>何时对比两个模型</translation>
    </message>
    <message>
        <source>Each comparison runs the other model as well and adds one point to the curve.</source>
        <translation>每次对比都会额外运行另一个模型，并在曲线上画一个点。</translation>
    </message>
    <message>
        <source>Steps between two saved states</source>
        <translation>两次保存之间的步数</translation>
    </message>
    <message>
        <source>An interrupted run continues from the last saved step.</source>
        <translation>中断的任务会从最后保存的一步继续。</translation>
    </message>
    <message>
        <source>Folder of the runs</source>
        <translation>任务数据文件夹</translation>
    </message>
    <message>
        <source>Folder of exported clips</source>
        <translation>导出片段文件夹</translation>
    </message>
    <message>
        <source>Restore defaults</source>
        <translation>恢复默认值</translation>
    </message>
    <message>
        <source>Resets all settings in this dialog; prompts and pairs are kept.</source>
        <translation>此对话框中的全部设置；提示词和模型对不变。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>&amp;Memory budget</source>
        <translation>内存上限(&amp;M)</translation>
    </message>
    <message>
        <source>All free memory</source>
        <translation>全部可用内存</translation>
    </message>
    <message>
        <source> GB</source>
        <translation> GB</translation>
    </message>
    <message>
        <source>Memory budget</source>
        <translation>内存上限</translation>
    </message>
    <message>
        <source>How much of the device&apos;s memory the whole run may use. If the models do not fit, they are loaded in parts: slower, same clip.</source>
        <translation>整个运行在设备上可占用的内存。模型放不下时会分部分加载：更慢，但片段相同。</translation>
    </message>
    <message>
        <source>Automatic · %1</source>
        <translation>自动 · %1</translation>
    </message>
    <message>
        <source>%1 cannot be used: %2</source>
        <translation>无法使用 %1：%2</translation>
    </message>
    <message>
        <source>%1 (cannot be used)</source>
        <translation>%1（无法使用）</translation>
    </message>
    <message>
        <source>Automatic · %1 on this device</source>
        <translation>自动 · 在此设备上为 %1</translation>
    </message>
    <message>
        <source>fp8 &amp;weights</source>
        <translation>fp8 权重(&amp;W)</translation>
    </message>
    <message>
        <source>fp8 · faster on a GPU, changes the clip</source>
        <translation>fp8 · 在 GPU 上更快，会改变片段</translation>
    </message>
    <message>
        <source>Dec&amp;oding</source>
        <translation>解码(&amp;O)</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>精确</translation>
    </message>
    <message>
        <source>TF32 · faster on a GPU, slight rounding</source>
        <translation>TF32 · 在 GPU 上更快，略有舍入</translation>
    </message>
    <message>
        <source>Applies to the transformers, the text encoder and an LTX VAE; a WAN VAE runs in float32.</source>
        <translation>Transformer、文本编码器和 LTX VAE 的精度；WAN VAE 以 float32 运行。</translation>
    </message>
    <message>
        <source>Precision of fp8 weights</source>
        <translation>fp8 权重的精度</translation>
    </message>
    <message>
        <source>How the transformers multiply weights stored in fp8: dequantised, or as they are, with rounded activations</source>
        <translation>transformer 如何与以 fp8 存储的权重相乘：先反量化，或直接相乘并对激活值舍入</translation>
    </message>
    <message>
        <source>Decoding precision</source>
        <translation>解码精度</translation>
    </message>
    <message>
        <source>How a GPU multiplies float32 numbers while the VAE decodes the frames</source>
        <translation>VAE 生成画面时 GPU 如何相乘 float32 数值</translation>
    </message>
    <message>
        <source>Other clips can continue from these states. If a run has no more space for them, the earliest are deleted first.</source>
        <translation>其他片段可以从这些状态继续。任务的空间不足时，最早的状态最先删除。</translation>
    </message>
    <message>
        <source>At the moment, those of all clips take up %1.</source>
        <translation>目前所有片段的状态共占用 %1。</translation>
    </message>
    <message>
        <source>&amp;Keep states to continue from</source>
        <translation>保留可继续的状态(&amp;K)</translation>
    </message>
    <message>
        <source>where the models change</source>
        <translation>模型切换处</translation>
    </message>
    <message>
        <source>there and every </source>
        <translation>该处及每 </translation>
    </message>
    <message>
        <source>Steps between two kept states</source>
        <translation>两个保留状态之间的步数</translation>
    </message>
    <message>
        <source>States are always kept where the models change; more of them take more space.</source>
        <translation>模型切换处的状态始终保留；保留得越多，占用空间越大。</translation>
    </message>
    <message>
        <source>&amp;Space for them in each run</source>
        <translation>每个任务可用空间(&amp;S)</translation>
    </message>
    <message>
        <source>Space for the kept states of each run</source>
        <translation>每个任务的保留状态可用空间</translation>
    </message>
    <message>
        <source>The newest state always stays, even if it is larger.</source>
        <translation>最新的状态始终保留，即使它更大。</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Space for &amp;all clips in the history</source>
        <translation>历史记录中所有片段的空间(&amp;A)</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Space for all clips in the history</source>
        <translation>历史记录中所有片段的空间</translation>
    </message>
    <message>
        <source>Applied whenever a clip is finished, and when the program starts</source>
        <translation>在片段完成时和程序启动时生效</translation>
    </message>
    <message>
        <source>At the moment, they take up %1.</source>
        <translation>目前占用 %1。</translation>
    </message>
    <message>
        <source>Beyond it, the oldest clips lose their kept states, and then their uncompressed frames if they were saved as a video, which the history then plays. Clips with a star lose nothing.</source>
        <translation>超出后，最早的片段会先失去保留的状态，再失去未压缩的帧（仅限已保存为视频的片段，之后历史记录会播放该视频）。带星标的片段不受影响。</translation>
    </message>
    <message>
        <source>Reset the settings of all pages, folders and language too? Prompts, pairs and clips are kept.</source>
        <translation>要重置所有页面的设置（包括文件夹和语言）吗？提示词、模型对和片段会保留。</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>重置(&amp;R)</translation>
    </message>
    <message>
        <source>bfloat16 · half the memory, more rounding</source>
        <translation>bfloat16 · 内存减半，舍入更多</translation>
    </message>
    <message>
        <source>Restore &amp;defaults…</source>
        <translation>恢复默认值(&amp;D)…</translation>
    </message>
</context>
<context>
    <name>fb::ui::SettingsDiff</name>
    <message>
        <source>Pair</source>
        <translation>模型对</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>large only</source>
        <translation>仅大模型</translation>
    </message>
    <message>
        <source>small only</source>
        <translation>仅小模型</translation>
    </message>
    <message>
        <source>large for the first %1 and the last %2</source>
        <translation>前 %1 和后 %2 使用大模型</translation>
    </message>
</context>
<context>
    <name>fb::ui::SimilarityCurve</name>
    <message>
        <source>Frame %1: %2</source>
        <translation>第 %1 帧：%2</translation>
    </message>
</context>
<context>
    <name>fb::ui::SoundField</name>
    <message>
        <source>File with the sound</source>
        <translation>声音文件</translation>
    </message>
    <message>
        <source>A GIF has no sound.</source>
        <translation>GIF 没有声音。</translation>
    </message>
    <message>
        <source>A PNG sequence has no sound.</source>
        <translation>PNG 序列没有声音。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>An audio file, or a video whose sound is used</source>
        <translation>音频文件，或使用其声音的视频</translation>
    </message>
    <message>
        <source>Choose the file with the sound</source>
        <translation>选择声音文件</translation>
    </message>
</context>
<context>
    <name>fb::ui::StagePanel</name>
    <message>
        <source>Probe the velocity divergence</source>
        <translation>探测速度差异</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>on large steps</source>
        <translation>在大模型的步</translation>
    </message>
    <message>
        <source>on all steps</source>
        <translation>在每一步</translation>
    </message>
    <message>
        <source>Compare the models while sampling</source>
        <translation>采样时对比两个模型</translation>
    </message>
    <message>
        <source>Choose %1</source>
        <comment>undo</comment>
        <translation>选择 %1</translation>
    </message>
    <message>
        <source>Move stage boundary</source>
        <comment>undo</comment>
        <translation>移动阶段边界</translation>
    </message>
    <message>
        <source>Run both models on every step of this request once and draw how much they differ. Where they agree, the small one can take over.</source>
        <translation>对当前请求的每一步各运行一次两个模型，并画出差异。两者一致之处可交给小模型。</translation>
    </message>
    <message>
        <source>Draws the divergence live while a clip is generated. This takes as long as running the other model on the compared steps.</source>
        <translation>生成片段时实时绘制速度差异。在对比的步上要多花另一个模型的时间。</translation>
    </message>
    <message>
        <source>Large, small, large: nearly the large model&apos;s clip for less work</source>
        <translation>大、小、大：用更少的计算得到接近大模型的片段</translation>
    </message>
    <message>
        <source>Schedule large, small, large</source>
        <translation>调度：大、小、大</translation>
    </message>
    <message>
        <source>Large early, then small to the end: structure and motion of the large model</source>
        <translation>前期用大模型，之后全用小模型：大模型的结构和运动</translation>
    </message>
    <message>
        <source>Schedule large, small, small</source>
        <translation>调度：大、小、小</translation>
    </message>
    <message>
        <source>Small early, then large to the end: only the large model&apos;s detail</source>
        <translation>前期用小模型，之后全用大模型：只取大模型的细节</translation>
    </message>
    <message>
        <source>Schedule small, large, large</source>
        <translation>调度：小、大、大</translation>
    </message>
    <message>
        <source>The large model on every step: the clip to compare with</source>
        <translation>每一步都用大模型：用作对比的基准</translation>
    </message>
    <message>
        <source>Schedule large only</source>
        <translation>调度：仅大模型</translation>
    </message>
    <message>
        <source>The small model on every step: the fastest draft</source>
        <translation>每一步都用小模型：最快的草稿</translation>
    </message>
    <message>
        <source>Schedule small only</source>
        <translation>调度：仅小模型</translation>
    </message>
    <message>
        <source>Compare &amp;while sampling</source>
        <translation>采样时对比(&amp;W)</translation>
    </message>
    <message>
        <source>Change small steps</source>
        <comment>undo</comment>
        <translation>更改小模型步数</translation>
    </message>
    <message>
        <source>Small steps</source>
        <translation>小模型步数</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Steps of the small model</source>
        <translation>小模型的步数</translation>
    </message>
    <message>
        <source>How many steps the small model takes in its stage. Fewer, longer steps suit step-distilled models.</source>
        <translation>小模型用多少步走完它的区间。更少、更长的步适用于步数蒸馏的模型。</translation>
    </message>
    <message>
        <source>Apply the suggested boundaries</source>
        <comment>undo</comment>
        <translation>应用建议的边界</translation>
    </message>
    <message>
        <source>Show the stages as a strip</source>
        <translation>以条带显示阶段</translation>
    </message>
    <message>
        <source>Show sliders and legend</source>
        <translation>显示滑块和图例</translation>
    </message>
    <message>
        <source>More than an hour: a smaller size, fewer frames or fewer steps take less.</source>
        <translation>超过一小时：缩小尺寸、减少帧数或步数可以更快。</translation>
    </message>
    <message>
        <source>Find boundaries by measuring</source>
        <translation>通过测量寻找边界</translation>
    </message>
    <message>
        <source>Samples prompts with many boundaries and compares the clips with the large model&apos;s</source>
        <translation>用多种边界生成提示词，并与大模型的片段比较</translation>
    </message>
    <message>
        <source>That takes %1.</source>
        <translation>需要%1。</translation>
    </message>
    <message>
        <source>Pro&amp;be</source>
        <translation>探测(&amp;B)</translation>
    </message>
</context>
<context>
    <name>fb::ui::StatusLine</name>
    <message>
        <source>Memory %1</source>
        <translation>内存 %1</translation>
    </message>
    <message>
        <source>Memory %1 of %2</source>
        <translation>内存 %1 / %2</translation>
    </message>
    <message>
        <source>Progress of the running clip</source>
        <translation>当前片段的进度</translation>
    </message>
    <message>
        <source>How much of the running clip is done</source>
        <translation>当前片段已完成的程度</translation>
    </message>
    <message numerus="yes">
        <source>CPU · %n thread(s)</source>
        <translation>
            <numerusform>CPU · %n 线程</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>已保存 %1</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Show the saved clip in its folder</source>
        <translation>在文件夹中显示已保存的片段</translation>
    </message>
    <message>
        <source>%1 · %2 left</source>
        <translation>%1 · 剩余 %2</translation>
    </message>
</context>
<context>
    <name>fb::ui::Studio</name>
    <message>
        <source>The frames of this clip cannot be read from %1, and its video %2 has been moved or changed. Put the video back, or generate the clip again.</source>
        <translation>无法从 %1 读取此片段的帧，其视频 %2 已被移动或更改。请将视频放回原处，或重新生成此片段。</translation>
    </message>
</context>
<context>
    <name>fb::ui::SuggestionLine</name>
    <message>
        <source>Dismiss the suggestion</source>
        <translation>关闭建议</translation>
    </message>
    <message>
        <source>Hide this until the next probe</source>
        <translation>隐藏，直到下一次探测</translation>
    </message>
    <message>
        <source>No suggestion: there are too few steps.</source>
        <translation>没有建议：步数太少。</translation>
    </message>
    <message>
        <source>No suggestion: the models differ about equally on all steps.</source>
        <translation>没有建议：两个模型在所有步骤上的差异大致相同。</translation>
    </message>
    <message>
        <source>No suggestion: the models differ least at the start.</source>
        <translation>没有建议：两个模型在开始时差异最小。</translation>
    </message>
    <message>
        <source>No suggestion: the models differ least at the end.</source>
        <translation>没有建议：两个模型在结束时差异最小。</translation>
    </message>
    <message>
        <source>Boundaries are suggested where the sides of a valley in the divergence rise.</source>
        <translation>边界建议位于差异曲线谷底两侧上升之处。</translation>
    </message>
    <message>
        <source>Suggested %1 / %2: %3 less work</source>
        <translation>建议 %1 / %2：计算量减少 %3</translation>
    </message>
    <message>
        <source>Suggested %1 / %2</source>
        <translation>建议 %1 / %2</translation>
    </message>
    <message>
        <source>The large model runs the first %1 and the last %2 of the steps, up to where the sides of the divergence rise. Compared with the large model alone.</source>
        <translation>大模型运行前 %1 和后 %2 的步骤，直到差异曲线两侧上升之处。与只用大模型相比。</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Apply the suggested boundaries</source>
        <translation>应用建议的边界</translation>
    </message>
    <message>
        <source>Move both boundaries there</source>
        <translation>把两条边界移到那里</translation>
    </message>
    <message>
        <source>Measure…</source>
        <translation>测量…</translation>
    </message>
    <message>
        <source>Find boundaries by measuring</source>
        <translation>通过测量寻找边界</translation>
    </message>
    <message>
        <source>Samples prompts with many boundaries and compares the clips with the large model&apos;s</source>
        <translation>用多种边界生成提示词，并与大模型的片段比较</translation>
    </message>
    <message>
        <source>Hide this until others are suggested</source>
        <translation>在有其他建议之前隐藏</translation>
    </message>
    <message>
        <source>Suggested %1 / %2: %3 less work · sameness %4</source>
        <translation>建议 %1 / %2：计算量减少 %3 · 一致度 %4</translation>
    </message>
    <message>
        <source>Measured with clips of this pair. Sameness 1 is the large model&apos;s clip; 0 is as far from it as clips that have little in common.</source>
        <translation>用此模型对的片段测得。一致度 1 为大模型的片段；0 表示与其相差如同几乎无共同点的片段。</translation>
    </message>
    <message>
        <source>Suggested %1 / %2: %3 less work · predicted sameness %4</source>
        <translation>建议 %1 / %2：计算量减少 %3 · 预测一致度 %4</translation>
    </message>
    <message>
        <source>Predicted from the divergence by what measured clips of this pair have shown. Sameness 1 is the large model&apos;s clip; 0 is as far from it as clips that have little in common.</source>
        <translation>根据此模型对已测片段的结果，由差异预测。一致度 1 为大模型的片段；0 表示与其相差如同几乎无共同点的片段。</translation>
    </message>
</context>
<context>
    <name>fb::ui::SweepFields</name>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message numerus="yes">
        <source>%n LoRA(s)</source>
        <translation>
            <numerusform>%n 个 LoRA</numerusform>
        </translation>
    </message>
    <message>
        <source>Prompts from a text file</source>
        <translation>来自文本文件的提示词</translation>
    </message>
    <message>
        <source>Text files (*.txt);;All files (*)</source>
        <translation>文本文件 (*.txt);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Those of the main window; change them there</source>
        <translation>使用主窗口的设置；请在那里更改</translation>
    </message>
    <message>
        <source>&amp;Prompts</source>
        <translation>提示词(&amp;P)</translation>
    </message>
    <message>
        <source>One prompt in each line; text files can be dropped here</source>
        <translation>每行一个提示词；可将文本文件拖放到此处</translation>
    </message>
    <message>
        <source>Prompts, one in each line</source>
        <translation>提示词，每行一个</translation>
    </message>
    <message>
        <source>Add the &amp;current prompt</source>
        <translation>添加当前提示词(&amp;C)</translation>
    </message>
    <message>
        <source>Add from a &amp;text file…</source>
        <translation>从文本文件添加(&amp;T)…</translation>
    </message>
    <message>
        <source>S&amp;eeds for each prompt</source>
        <translation>每个提示词的种子数(&amp;E)</translation>
    </message>
    <message>
        <source>Seeds for each prompt</source>
        <translation>每个提示词的种子数</translation>
    </message>
    <message>
        <source>&amp;Large until, %</source>
        <translation>大模型直到，%(&amp;L)</translation>
    </message>
    <message>
        <source>Early stages to try, in per cent of the steps</source>
        <translation>要尝试的前段，以步数百分比计</translation>
    </message>
    <message>
        <source>Large again for the l&amp;ast, %</source>
        <translation>最后再用大模型，%(&amp;A)</translation>
    </message>
    <message>
        <source>Late stages to try, in per cent of the steps</source>
        <translation>要尝试的后段，以步数百分比计</translation>
    </message>
    <message>
        <source>Also compare</source>
        <translation>同时比较</translation>
    </message>
    <message>
        <source>The la&amp;rge model with fewer steps</source>
        <translation>步数更少的大模型(&amp;R)</translation>
    </message>
    <message>
        <source>Up to %1 numbers of steps, each as much work as some boundaries of the grid</source>
        <translation>最多 %1 种步数，每种与网格中某组边界的计算量相当</translation>
    </message>
    <message>
        <source>A &amp;guard, with these bounds:</source>
        <translation>使用以下界限的守护(&amp;G)：</translation>
    </message>
    <message>
        <source>Bounds of the guard, separated by spaces</source>
        <translation>守护界限，以空格分隔</translation>
    </message>
    <message>
        <source>The s&amp;mall model first</source>
        <translation>先用小模型(&amp;M)</translation>
    </message>
    <message>
        <source>Small at the start, large for the last steps, as long as in the grid</source>
        <translation>开头用小模型，最后若干步用大模型，长度与网格相同</translation>
    </message>
    <message>
        <source>&amp;DINOv2 weights</source>
        <translation>DINOv2 权重(&amp;D)</translation>
    </message>
    <message>
        <source>File or folder of DINOv2 weights</source>
        <translation>DINOv2 权重的文件或文件夹</translation>
    </message>
    <message>
        <source>LP&amp;IPS weights</source>
        <translation>LPIPS 权重(&amp;I)</translation>
    </message>
    <message>
        <source>File of LPIPS weights</source>
        <translation>LPIPS 权重文件</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>文件夹(&amp;F)</translation>
    </message>
    <message>
        <source>Folder of the measurements</source>
        <translation>测量结果的文件夹</translation>
    </message>
    <message>
        <source>None</source>
        <comment>weights</comment>
        <translation>无</translation>
    </message>
    <message>
        <source>With these, clips are also compared by what their frames show. A file can be dropped here</source>
        <translation>有了它，还会按画面内容比较片段。可将文件拖放到此处</translation>
    </message>
    <message>
        <source>With these, clips are also compared by how alike their frames look. A file can be dropped here</source>
        <translation>有了它，还会按画面观感的相似程度比较片段。可将文件拖放到此处</translation>
    </message>
    <message>
        <source>A one-&amp;way guard, with these:</source>
        <translation>使用以下界限的单向守护(&amp;W)：</translation>
    </message>
    <message>
        <source>Between the shortest stage at the start and the longest at the end, the small model takes over when what the large one predicts changes less than this from step to step</source>
        <translation>在最短的前段与最长的后段之间，当大模型的预测在相邻两步之间的变化小于该值时，由小模型接手</translation>
    </message>
    <message>
        <source>Bounds of the one-way guard, separated by spaces</source>
        <translation>单向守护界限，以空格分隔</translation>
    </message>
    <message>
        <source>SRDiffusion&apos;s r&amp;ule, with these:</source>
        <translation>使用以下界限的 SRDiffusion 规则(&amp;U)：</translation>
    </message>
    <message>
        <source>Between the shortest stage at the start and the longest at the end, the small model takes over when the large one&apos;s velocity changes less than in the step before, by less than this</source>
        <translation>在最短的前段与最长的后段之间，当大模型速度的变化小于前一步的变化且差值小于该值时，由小模型接手</translation>
    </message>
    <message>
        <source>Bounds of SRDiffusion&apos;s rule, separated by spaces</source>
        <translation>SRDiffusion 规则界限，以空格分隔</translation>
    </message>
    <message>
        <source>Compare latents only, wit&amp;hout decoding clips</source>
        <translation>只比较潜变量，不解码片段(&amp;H)</translation>
    </message>
    <message>
        <source>Takes less time, but there are no clips to look at. They can be decoded later, without another step</source>
        <translation>耗时更少，但没有可看的片段。之后可以解码，无需再走一步</translation>
    </message>
    <message>
        <source>Between the stage at the start that is nearest to 40 % and the longest at the end, the large model checks every few steps whether the small one is near enough</source>
        <translation>在最接近 40% 的前段与最长的后段之间，大模型每隔几步检查小模型是否足够接近</translation>
    </message>
</context>
<context>
    <name>fb::ui::SweepForm</name>
    <message>
        <source>The stages are whole per cents from 0 to 100, separated by commas.</source>
        <translation>各段为 0 到 100 的整数百分比，用逗号分隔。</translation>
    </message>
    <message>
        <source>Write at least one prompt, one in each line.</source>
        <translation>请至少写一个提示词，每行一个。</translation>
    </message>
    <message>
        <source>This needs up to %1 in %2, where only %3 are free: choose another folder, or fewer prompts.</source>
        <translation>在 %2 中最多需要 %1，但只剩 %3：请选择其他文件夹，或减少提示词。</translation>
    </message>
    <message>
        <source>Planning…</source>
        <translation>正在规划…</translation>
    </message>
    <message>
        <source>%1 of %2 clips are measured.</source>
        <translation>已测量 %2 个片段中的 %1 个。</translation>
    </message>
    <message>
        <source>Add prompts, seeds or boundaries to measure more.</source>
        <translation>添加提示词、种子或边界以测量更多。</translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s) to make, as much work as %1 of the large model alone.</source>
        <translation>
            <numerusform>需生成 %n 个片段，计算量相当于仅用大模型的 %1 个。</numerusform>
        </translation>
    </message>
    <message>
        <source>That takes %1.</source>
        <translation>需要%1。</translation>
    </message>
    <message>
        <source>How long that takes is known after the first clips on this machine.</source>
        <translation>在本机生成最初几个片段后才能得知所需时间。</translation>
    </message>
    <message>
        <source>It needs up to %1 on the disk.</source>
        <translation>最多需要 %1 磁盘空间。</translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s)</source>
        <translation>
            <numerusform>%n 个片段</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is measured.</source>
        <translation>全部测量完毕。</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Samples each prompt with the large model alone, with the small model alone and with many boundaries between them, and compares the clips. The steps that they have in common are computed once.</source>
        <translation>对每个提示词分别用仅大模型、仅小模型以及其间的多种边界生成，并比较片段。共同的步骤只计算一次。</translation>
    </message>
    <message>
        <source>Use a &amp;new folder</source>
        <translation>使用新文件夹(&amp;N)</translation>
    </message>
    <message>
        <source>The guard&apos;s bounds are numbers from 0 to %1, separated by spaces.</source>
        <translation>守护界限为 0 到 %1 之间的数，以空格分隔。</translation>
    </message>
    <message>
        <source>This sweep keeps to %1. A new folder can do without.</source>
        <translation>此次测量沿用 %1。使用新文件夹则可不用。</translation>
    </message>
    <message>
        <source>%1 needs clips of at least %2 pixels on each side, but these have %3.</source>
        <translation>%1 要求片段每边至少 %2 像素，但这些片段为 %3。</translation>
    </message>
    <message>
        <source>These weights cannot be used: choose others, or clear the field.</source>
        <translation>无法使用这些权重：请另选，或清空该栏。</translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s) to compare again, without a step.</source>
        <translation>
            <numerusform>需重新比较 %n 个片段，无需计算步。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s) to compare again</source>
        <translation>
            <numerusform>%n 个片段待重新比较</numerusform>
        </translation>
    </message>
    <message>
        <source>The bounds of the one-way guard are numbers above 0 and at most %1, separated by spaces.</source>
        <translation>单向守护界限为大于 0 且不超过 %1 的数，以空格分隔。</translation>
    </message>
    <message>
        <source>The bounds of SRDiffusion&apos;s rule are numbers above 0 and at most %1, separated by spaces.</source>
        <translation>SRDiffusion 规则界限为大于 0 且不超过 %1 的数，以空格分隔。</translation>
    </message>
    <message>
        <source>A guard that hands over later costs more.</source>
        <translation>守护交接越晚，计算量越大。</translation>
    </message>
</context>
<context>
    <name>fb::ui::SweepWords</name>
    <message>
        <source>Cheapest</source>
        <translation>最省</translation>
    </message>
    <message>
        <source>Sure</source>
        <translation>稳妥</translation>
    </message>
    <message>
        <source>Knee</source>
        <translation>拐点</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>论文</translation>
    </message>
    <message>
        <source>The least work that is near enough.</source>
        <translation>足够接近的最小计算量。</translation>
    </message>
    <message>
        <source>The least work that is near enough even at the low end of the interval.</source>
        <translation>即使在区间下端也足够接近的最小计算量。</translation>
    </message>
    <message>
        <source>From here on, more large steps bring less than on average.</source>
        <translation>从这里起，更多大模型步数带来的收益低于平均。</translation>
    </message>
    <message>
        <source>The paper&apos;s criteria: with shorter stages, sameness falls faster than on average.</source>
        <translation>论文的标准：阶段更短时，一致度下降快于平均。</translation>
    </message>
    <message>
        <source>Structure (SSIM)</source>
        <translation>结构（SSIM）</translation>
    </message>
    <message>
        <source>Latents</source>
        <translation>潜变量</translation>
    </message>
    <message>
        <source>Pixels (PSNR)</source>
        <translation>像素（PSNR）</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>运动</translation>
    </message>
    <message>
        <source>Flicker</source>
        <translation>闪烁</translation>
    </message>
    <message>
        <source>the further one</source>
        <translation>较远者</translation>
    </message>
    <message>
        <source>another seed</source>
        <translation>另一种子</translation>
    </message>
    <message>
        <source>the small model</source>
        <translation>小模型</translation>
    </message>
    <message>
        <source>Large model alone</source>
        <translation>仅大模型</translation>
    </message>
    <message>
        <source>Small model alone</source>
        <translation>仅小模型</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 less work, sameness %2</source>
        <translation>计算量减少 %1，一致度 %2</translation>
    </message>
    <message>
        <source>%1 less work, sameness %2 (%3 to %4)</source>
        <translation>计算量减少 %1，一致度 %2（%3 至 %4）</translation>
    </message>
    <message>
        <source>Content (DINOv2)</source>
        <translation>内容（DINOv2）</translation>
    </message>
    <message>
        <source>Look (LPIPS)</source>
        <translation>观感（LPIPS）</translation>
    </message>
    <message numerus="yes">
        <source>Large model, %n step(s)</source>
        <translation>
            <numerusform>大模型，%n 步</numerusform>
        </translation>
    </message>
    <message>
        <source>Guard %1, %2 / %3</source>
        <translation>守护 %1，%2 / %3</translation>
    </message>
    <message>
        <source>%1 more work, sameness %2</source>
        <translation>计算量增加 %1，一致度 %2</translation>
    </message>
    <message>
        <source>One-way guard %1, %2 / %3</source>
        <translation>单向守护 %1，%2 / %3</translation>
    </message>
    <message>
        <source>SRDiffusion guard %1, %2 / %3</source>
        <translation>SRDiffusion 守护 %1，%2 / %3</translation>
    </message>
    <message>
        <source>Returning guard %1, %2 / %3</source>
        <translation>可返回的守护 %1，%2 / %3</translation>
    </message>
</context>
<context>
    <name>fb::ui::Tour</name>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Help › Tour shows it again</source>
        <translation>帮助 › 导览可再次显示</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
</context>
<context>
    <name>fb::ui::TourPresenter</name>
    <message>
        <source>Say what the clip shows</source>
        <translation>描述片段内容</translation>
    </message>
    <message>
        <source>Describe it here, or take the example. Size, length and presets that fit this pair of models are below. Ctrl+Return generates the clip.</source>
        <translation>在此描述，或直接使用示例。下方是适合此模型对的尺寸、时长和预设。按 Ctrl+Return 生成片段。</translation>
    </message>
    <message>
        <source>Share the steps</source>
        <translation>分配步数</translation>
    </message>
    <message>
        <source>The large model takes the first and the last steps, the small one those between. Drag the two handles: fewer large steps take less time, more come nearer to the large model&apos;s clip. The curve shows how much the models differ.</source>
        <translation>开头和结尾的步由大模型运行，中间的由小模型运行。拖动两个手柄：大模型的步越少越快，越多越接近大模型的片段。曲线显示两个模型的差异。</translation>
    </message>
    <message>
        <source>Watch it grow</source>
        <translation>观看生成过程</translation>
    </message>
    <message>
        <source>The clip appears here while it is made. Finished ones are saved as videos by themselves and stay in the history, where two of them can be compared.</source>
        <translation>生成中的片段显示在这里。完成的片段会自动保存为视频并保留在历史记录中，可任选两个进行比较。</translation>
    </message>
</context>
<context>
    <name>fb::ui::UnexpectedEnd</name>
    <message>
        <source>it got too little memory</source>
        <translation>可用内存太少</translation>
    </message>
</context>
<context>
    <name>fb::ui::ValueFields</name>
    <message>
        <source>%1 is not allowed here; the nearest value is %2.</source>
        <translation>此处不能用 %1，最接近的值是 %2。</translation>
    </message>
    <message>
        <source>%1 s at %2 fps</source>
        <translation>%1 秒，%2 fps</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>&amp;Swap width and height</source>
        <translation>交换宽和高(&amp;S)</translation>
    </message>
    <message>
        <source>Si&amp;ze</source>
        <translation>尺寸(&amp;Z)</translation>
    </message>
    <message>
        <source>&amp;Length</source>
        <translation>时长(&amp;L)</translation>
    </message>
    <message>
        <source>S&amp;teps</source>
        <translation>步数(&amp;T)</translation>
    </message>
    <message>
        <source>See&amp;d</source>
        <translation>种子(&amp;D)</translation>
    </message>
    <message>
        <source> fps</source>
        <translation> fps</translation>
    </message>
    <message>
        <source>Shift </source>
        <translation>Shift </translation>
    </message>
    <message>
        <source>&amp;Advanced</source>
        <translation>高级(&amp;A)</translation>
    </message>
    <message>
        <source>Common sizes</source>
        <translation>常用尺寸</translation>
    </message>
    <message>
        <source>Keep the seed</source>
        <translation>固定种子</translation>
    </message>
    <message>
        <source>Roll a new seed</source>
        <translation>换一个种子</translation>
    </message>
    <message>
        <source>Copy the seed</source>
        <translation>复制种子</translation>
    </message>
    <message>
        <source>Advanced settings</source>
        <translation>高级设置</translation>
    </message>
    <message>
        <source>A multiple of %1 pixels; other values are rounded to the nearest.</source>
        <translation>须为 %1 像素的倍数，其他数值取最接近者。</translation>
    </message>
    <message>
        <source>Common sizes, and swapping width and height</source>
        <translation>常用尺寸，以及交换宽和高</translation>
    </message>
    <message>
        <source>%1 frames plus any multiple of %2: the VAE packs that many into one latent frame.</source>
        <translation>%1 帧再加 %2 的任意倍数：VAE 将这么多帧合为一个潜空间帧。</translation>
    </message>
    <message>
        <source>Locked: every run uses this seed. Unlocked: each run rolls a new one.</source>
        <translation>锁上：每次都用此种子。打开：每次换新的种子。</translation>
    </message>
    <message>
        <source>&amp;Guidance</source>
        <translation>引导强度(&amp;G)</translation>
    </message>
    <message>
        <source>This pair was distilled for this number of steps.</source>
        <translation>该模型对是针对这一步数蒸馏的。</translation>
    </message>
    <message>
        <source>This pair defines its own guidance for each noise level.</source>
        <translation>该模型对为每个噪声水平自带引导强度。</translation>
    </message>
    <message>
        <source>Settings that rarely need changing</source>
        <translation>很少更改的设置</translation>
    </message>
    <message>
        <source>“%1” is not a list of numbers such as 1, 0.75, 0.5.</source>
        <translation>“%1”不是像 1, 0.75, 0.5 这样的数字列表。</translation>
    </message>
    <message>
        <source>As many as there are noise levels, under Advanced.</source>
        <translation>与“高级”中噪声水平的数量相同。</translation>
    </message>
</context>
<context>
    <name>fb::ui::WatchedView</name>
    <message>
        <source>No folder is watched for models</source>
        <translation>没有监视的模型文件夹</translation>
    </message>
    <message>
        <source>Watched folders</source>
        <translation>监视的文件夹</translation>
    </message>
    <message>
        <source>Watch folder…</source>
        <translation>监视文件夹…</translation>
    </message>
    <message>
        <source>Watch a folder of models</source>
        <translation>监视模型文件夹</translation>
    </message>
    <message>
        <source>Remembered, and searched again when something in it changes. A ComfyUI folder works as it is.</source>
        <translation>会被记住，其中有变化时重新搜索。ComfyUI 文件夹可直接使用。</translation>
    </message>
    <message>
        <source>Stop watching %1</source>
        <translation>停止监视 %1</translation>
    </message>
    <message>
        <source>The folder and its files stay as they are</source>
        <translation>文件夹及其中的文件保持不变</translation>
    </message>
    <message>
        <source>searching…</source>
        <translation>正在搜索…</translation>
    </message>
    <message>
        <source>not there at the moment</source>
        <translation>目前不存在</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>%1 free</source>
        <translation>剩余 %1</translation>
    </message>
</context>
<context>
    <name>fb::ui::WeightsEdit</name>
    <message>
        <source>Weights (*.safetensors *.safetensors.index.json);;All files (*)</source>
        <translation>权重 (*.safetensors *.safetensors.index.json);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Choose file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Use no weights</source>
        <translation>不使用权重</translation>
    </message>
    <message>
        <source>Use no weights here</source>
        <translation>此处不使用权重</translation>
    </message>
</context>
<context>
    <name>fb::ui::WhereToGet</name>
    <message>
        <source>The large model and everything it needs: the folders transformer, text_encoder, tokenizer and vae.</source>
        <translation>大模型及其全部组件：文件夹 transformer、text_encoder、tokenizer 和 vae。</translation>
    </message>
    <message>
        <source>The small model: together with the repository above, the folder transformer is enough. To use it on its own, take the same four folders.</source>
        <translation>小模型：配合上面的仓库时只需 transformer 文件夹；单独使用时同样有这四个文件夹。</translation>
    </message>
    <message>
        <source>Open %1 in the browser</source>
        <translation>在浏览器中打开 %1</translation>
    </message>
    <message>
        <source>Makes clips from an image: take the same four folders and image_encoder. There is no small model for it, so it runs alone.</source>
        <translation>由图片生成片段：同样的四个文件夹，外加 image_encoder。没有与之配套的小模型，因此单独运行。</translation>
    </message>
    <message>
        <source>Single files that include the VAE: ltxv-13b-0.9.8-dev.safetensors is the large model, ltxv-2b-0.9.8-distilled.safetensors the small one. ltxv-spatial-upscaler-0.9.8.safetensors is the latent upsampler for runs in two passes. Take only these files: the repository holds all versions.</source>
        <translation>同时包含 VAE 的单文件：ltxv-13b-0.9.8-dev.safetensors 是大模型，ltxv-2b-0.9.8-distilled.safetensors 是小模型。ltxv-spatial-upscaler-0.9.8.safetensors 是两遍采样所用的潜变量放大器。仓库包含所有版本，请只取这些文件。</translation>
    </message>
    <message>
        <source>The folders tokenizer and text_encoder, which work for every version. With transformer and vae, it is also a small model.</source>
        <translation>文件夹 tokenizer 和 text_encoder，适用于所有版本。加上 transformer 和 vae，也可作小模型。</translation>
    </message>
    <message>
        <source>The models are published on Hugging Face. A pair needs a large and a small transformer of one family, and one text encoder, tokenizer and VAE for both. Pickle files (.pth) are refused because opening one can run arbitrary code; use .safetensors.</source>
        <translation>模型发布在 Hugging Face 上。一个模型对需要同系列的大小两个 Transformer，以及共用的文本编码器、分词器和 VAE。Pickle 文件 (.pth) 打开时可能执行任意代码，因此不被接受，请使用 .safetensors。</translation>
    </message>
    <message>
        <source>WAN 2.1</source>
        <translation>WAN 2.1</translation>
    </message>
    <message>
        <source>The two text-to-video models share one latent space and form a pair.</source>
        <translation>两个文生视频模型共用同一潜空间，可组成模型对。</translation>
    </message>
    <message>
        <source>LTX-Video</source>
        <translation>LTX-Video</translation>
    </message>
    <message>
        <source>Versions 0.9.0 and 0.9.1 share one latent space, 0.9.5 to 0.9.8 another. Both models of a pair must use the same one; 13B 0.9.8 dev with 2B 0.9.8 distilled is a good pair.</source>
        <translation>版本 0.9.0 和 0.9.1 共用一个潜空间，0.9.5 至 0.9.8 共用另一个。模型对的两个模型须来自同一潜空间；13B 0.9.8 dev 搭配 2B 0.9.8 distilled 是不错的组合。</translation>
    </message>
    <message>
        <source>Licence: Apache 2.0.</source>
        <translation>许可证：Apache 2.0。</translation>
    </message>
    <message>
        <source>Licence: that of LTX-Video, in its repository; of the text encoder, Apache 2.0.</source>
        <translation>许可证：LTX-Video 自己的许可证（见其仓库）；文本编码器为 Apache 2.0。</translation>
    </message>
    <message>
        <source>As single files, a pair takes about %1.</source>
        <translation>以单个文件计，一个模型对约占 %1。</translation>
    </message>
    <message>
        <source>Only %1 are free where models go.</source>
        <translation>存放模型的位置仅剩 %1。</translation>
    </message>
    <message>
        <source>%1 are free where models go.</source>
        <translation>存放模型的位置剩余 %1。</translation>
    </message>
    <message>
        <source>Everything as single files: from split_files, take diffusion_models/wan2.1_t2v_14B_fp8_scaled.safetensors, which suits a GPU with 12 or 16 GB, or, for a larger one, wan2.1_t2v_14B_fp16.safetensors; and with either, diffusion_models/wan2.1_t2v_1.3B_fp16.safetensors, text_encoders/umt5_xxl_fp8_e4m3fn_scaled.safetensors and vae/wan_2.1_vae.safetensors.</source>
        <translation>全部为单文件：从 split_files 中取 diffusion_models/wan2.1_t2v_14B_fp8_scaled.safetensors，适合 12 或 16 GB 的 GPU；更大的 GPU 则取 wan2.1_t2v_14B_fp16.safetensors。两种情况下都还需要 diffusion_models/wan2.1_t2v_1.3B_fp16.safetensors、text_encoders/umt5_xxl_fp8_e4m3fn_scaled.safetensors 和 vae/wan_2.1_vae.safetensors。</translation>
    </message>
    <message>
        <source>The text encoder as a single file: t5xxl_fp16.safetensors or, at half the size, t5xxl_fp8_e4m3fn_scaled.safetensors. The tokenizer is in the next repository.</source>
        <translation>单文件的文本编码器：t5xxl_fp16.safetensors，或大小减半的 t5xxl_fp8_e4m3fn_scaled.safetensors。分词器在下一个仓库中。</translation>
    </message>
    <message>
        <source>As single files, a pair takes about %1, or %2 with the large model in 16 bits.</source>
        <translation>以单个文件计，一个模型对约占 %1；大模型为 16 位时为 %2。</translation>
    </message>
</context>
</TS>
