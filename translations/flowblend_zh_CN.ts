<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_US">
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%Ln frame(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln step(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln token(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2 at %3 fps</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Durations</name>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 kB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 TB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 GFLOPs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 TFLOPs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>A setting has a value that cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something was not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not supported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file could not be read or written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The numbers ran out of range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program made a mistake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the value named above and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the file back where it was, or choose where it is now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get the file again: a broken download is the usual cause.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models › Models and pairs lists what can be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose fewer frames, a smaller size or bf16, or close other programs that use the device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the disk has room and that you may write to the folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower the guidance scale, or choose bf16 or fp32 instead of fp16.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help › Log has a report to copy; please send it to us. Steps already done are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fb::ui::Actions</name>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Generate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add this request to the queue and start it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the running clip after its current block, keep its steps and free the device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the running clip; it can be continued from the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P&amp;robe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run both models on every step to see where they differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show two results side by side, as a wipe or as their difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with &amp;large only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue the same request with the large model on every step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the clip shown as a video, GIF or PNG sequence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open clip…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show a clip file and take over the settings kept inside it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the frame shown to the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the Studio; a running clip can be kept for later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Models and pairs…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add checkpoints and build pairs from them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se&amp;ttings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device, precision, folders, language and theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put all panels back where they were at first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the window fill the screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to use the Studio, and its keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Log…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the program did, for bug reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About FlowBlending Studio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version and licences</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fb::ui::DivergencePlot</name>
    <message>
        <source>SMALL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LARGE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>early %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>late %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probe to see where the two models differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>noise level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>velocity divergence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This boundary is behind the running step and can no longer move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag to move the stage boundary; arrow keys move it by a step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as P&amp;NG…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as P&amp;DF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save curve as &amp;CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;opy picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy c&amp;urve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reset zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the plot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be written; choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage boundaries over the velocity divergence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Large until step %1 of %2, small until step %3, large to the end. The early boundary moves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Large until step %1 of %2, small until step %3, large to the end. The late boundary moves.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fb::ui::EngineHost</name>
    <message>
        <source>The engine %1 was not found beside the program. Install the program again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine %1 cannot be opened: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fb::ui::ExportDialog</name>
    <message>
        <source>MP4 · H.264, plays everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MP4 · H.265, smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MP4 · AV1, smallest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WebM · VP9, for web pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GIF, an animated picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG sequence, lossless</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MOV · ProRes, for editing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The export was cancelled; no file was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;rames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Loops</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;ile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for ever</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the &amp;settings inside the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt, seed and schedule travel with the clip; drop it on the window to take them back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in fol&amp;der</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cancel export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Higher looks better and makes a larger file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole multiples keep every pixel sharp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often the GIF repeats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File to write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (no encoder on this machine)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % · %2×%3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder for the frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 exists already. Press Replace to overwrite it, or choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fb::ui::ExportSession</name>
    <message>
        <source>The engine is not open yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fb::ui::FolderEdit</name>
    <message>
        <source>Choose folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder in the file manager</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fb::ui::GenerationSession</name>
    <message>
        <source>The engine is not open yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fb::ui::HistoryPanel</name>
    <message>
        <source>probe · %1×%2 · %3 · %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1×%2 · %3 · %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search prompts and names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the clips whose prompt or name holds every word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the deleted clips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished clips gather here.
Double-click one to take its settings back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No clip matches &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Load settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re-run with other &amp;boundaries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open clip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in &amp;folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s) deleted</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fb::ui::MainWindow</name>
    <message>
        <source>Open a clip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clips (*.mp4 *.webm *.mov *.gif *.png);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a pair document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pairs (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probe: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ships with the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These settings were made with the pair &quot;%1&quot;, which is not here. They are shown for &quot;%2&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About FlowBlending Studio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;h3&gt;FlowBlending Studio %1&lt;/h3&gt;&lt;p&gt;A large and a small video model share one sampling trajectory: the large one early and late, the small one in between.&lt;/p&gt;&lt;p&gt;Built with Qt %2, QCustomPlot, LibTorch, FFmpeg&apos;s libraries, SQLite and SentencePiece. Their licences are listed in packaging/THIRD_PARTY.md.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FlowBlending Studio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pai&amp;r</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pair of models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The large and the small model that share the sampling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A clip is being made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave now? The steps that are done are kept, and the run goes on from there next time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep for later and quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped after step %1 of %2. It can be continued from the queue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A clip could not be made: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the settings and press Generate to queue it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag the stage boundaries and press Generate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds no settings; it is shown only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings taken from %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine is still being opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The queue is held.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let it run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (large only)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The probe is done; drag the boundaries to where the models agree.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the engine…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) were cut off. Their steps are kept.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) wait from last time.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Let them run</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fb::ui::NoticeBar</name>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fb::ui::PresetBar</name>
    <message>
        <source>Custom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pair&apos;s defaults</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the preset:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pr&amp;eset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sets size, length, steps, solver and shift at once. Prompt and seed stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manage presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the current values as a preset, or delete one of your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save current as preset…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete preset</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fb::ui::PresetStore</name>
    <message>
        <source>Draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>480p</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>480p portrait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>720p</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>720p portrait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The presets could not be saved to %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fb::ui::PreviewPanel</name>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space, J K L</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One frame back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One frame on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play in a loop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smooth pixels when enlarged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Playback speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1×</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your clip appears here.
Describe it on the left and press Generate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No clip yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step %1 of %2 · preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 · %2×%3 · %n frame(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Frame %1 copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be written; choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save frame as PNG…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fb::ui::PromptPanel</name>
    <message>
        <source>change of settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Describe the clip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Describe the clip, for example: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 / %2 tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The text encoder reads no further than its limit: the last %n tokens have no effect.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Negative prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the clip shall show. Ctrl+Return generates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Negative prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the clip shall not show. Used where guidance is above 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to avoid, for example: blurry, distorted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length of the prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens of the prompt, and how many the text encoder reads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent prompts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What keeps this from running</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fb::ui::QueuePanel</name>
    <message>
        <source>The queue is empty.
Every clip you generate waits here for its turn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run earlier (Ctrl+Up)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run later (Ctrl+Down)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove from the queue (Del)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause this run; its steps are kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the queue run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold the queue after the running clip</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting · goes on at step %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting · %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused after step %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loading the models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>encoding the prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decoding · %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exporting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sampling · step %1 of %2 · small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sampling · step %1 of %2 · large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run e&amp;arlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run &amp;later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fb::ui::QueueRunner</name>
    <message>
        <source>What was kept of &quot;%1&quot; cannot be read, so it starts anew: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fb::ui::RunStore</name>
    <message>
        <source>Queue and history could not be read from %1. The file was kept as %2 and a new one was begun.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue and history cannot be kept: %1 cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue and history could not be saved: %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fb::ui::ScrubBar</name>
    <message>
        <source>%1 · frame %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fb::ui::SettingsDialog</name>
    <message>
        <source>Automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (not found)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>General</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme</source>
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
        <source>&amp;Notify when a long run ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>float32 · exact, most memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bfloat16 · half the memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>float16 · half the memory, older GPUs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T&amp;hreads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A change of threads holds from the next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show a &amp;preview after every step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Compare the models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the large model&apos;s steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On every step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after every step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Exported clips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs keep what is needed to continue them and to look at them again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore &amp;defaults</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light or dark colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notify when a long run ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only while the window is not in front</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the models run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the transformers and the text encoder; the VAE always runs in float32.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processor threads of the engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show a preview after every step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clip as it is predicted so far; costs little.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the models are compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each comparison runs the other model as well and draws one point of the curve.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps between two saved states</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run that was interrupted continues from the last saved step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of the runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of exported clips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore defaults</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All settings of this dialog; prompts and pairs stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fb::ui::StagePanel</name>
    <message numerus="yes">
        <source>Large %1 of %n step(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 fewer FLOPs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the large model alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 instead of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move stage boundary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pro&amp;be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run both models on every step of this request and draw how much they differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probe the velocity divergence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Compare the models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on large steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on all steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the models while sampling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measures the velocity divergence while a clip is made; costs the second model&apos;s time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Large for the first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Large again for the la&amp;st</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Early stage in steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Late stage in steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The large model settles structure and motion here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The large model refines detail here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>● relative L2   ○ cosine distance   ▒ last probes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Large, small, large: close to the large model for less work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The large model on every step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The small model on every step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Large early, small to the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small early, large to the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schedule %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fb::ui::StatusLine</name>
    <message>
        <source>Memory %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the running clip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the running clip is</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>CPU · %n thread(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · about %2 left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fb::ui::ValueFields</name>
    <message>
        <source>%1 is not possible here; the nearest value is %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s at %2 fps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Swap width and height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Si&amp;ze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;teps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>G&amp;uidance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See&amp;d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> fps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Advanced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small model&apos;s gu&amp;idance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solver &amp;history at a switch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width in pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height in pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual sizes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length in frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frames per second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sampling steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flow shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roll a new seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advanced settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guidance of the small model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the small model its own guidance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solver history where the model changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A multiple of %1 pixels; other numbers go to the nearest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual sizes, and swapping width and height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 frames and any multiple of %2 more: the VAE packs that many into one latent frame.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How fast the clip plays; the frames stay the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many steps lead from noise to clip. More take longer and show finer detail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How a step follows from the velocity. UniPC and DPM++ look back at earlier steps and need fewer of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How strongly the clip follows the prompt. At 1 or below, the negative prompt is unused and a step costs half.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spends more of the steps at high noise, where motion and layout are settled. Large frames want more shift.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same seed and settings make the same clip. 0 to 18 446 744 073 709 551 615.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed: every run uses this seed. Open: each run rolls a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings of the switch between the two models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By default both models use the same guidance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A multistep solver remembers earlier velocities. Keep them where the other model takes over, or start afresh there.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
