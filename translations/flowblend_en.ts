<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en_US">
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%Ln frame(s)</source>
        <translation>
            <numerusform>%Ln frame</numerusform>
            <numerusform>%Ln frames</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln step(s)</source>
        <translation>
            <numerusform>%Ln step</numerusform>
            <numerusform>%Ln steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s)</source>
        <translation>
            <numerusform>%Ln run</numerusform>
            <numerusform>%Ln runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fb::ui::CalibrationOffer</name>
    <message numerus="yes">
        <source>%n step(s) of each model</source>
        <translation>
            <numerusform>%n step of each model</numerusform>
            <numerusform>%n steps of each model</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) of one model</source>
        <translation>
            <numerusform>%n step of one model</numerusform>
            <numerusform>%n steps of one model</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fb::ui::ComparePresenter</name>
    <message numerus="yes">
        <source>Comparison of %n clip(s)</source>
        <translation>
            <numerusform>Comparison of %n clip</numerusform>
            <numerusform>Comparison of %n clips</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fb::ui::CompareView</name>
    <message numerus="yes">
        <source>%n setting(s) differ</source>
        <translation>
            <numerusform>%n setting differs</numerusform>
            <numerusform>%n settings differ</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fb::ui::ComponentCard</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tensor(s) missing</source>
        <translation>
            <numerusform>%n tensor missing</numerusform>
            <numerusform>%n tensors missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unexpected</source>
        <translation>
            <numerusform>%n unexpected</numerusform>
            <numerusform>%n unexpected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with the wrong shape</source>
        <translation>
            <numerusform>%n with the wrong shape</numerusform>
            <numerusform>%n with the wrong shape</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fb::ui::CostWords</name>
    <message numerus="yes">
        <source>Large on all %n step(s)</source>
        <translation>
            <numerusform>Large on all %n step</numerusform>
            <numerusform>Large on all %n steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Small on all %n step(s)</source>
        <translation>
            <numerusform>Small on all %n step</numerusform>
            <numerusform>Small on all %n steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Large %1 of %n step(s)</source>
        <translation>
            <numerusform>Large %1 of %n step</numerusform>
            <numerusform>Large %1 of %n steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) taken over</source>
        <translation>
            <numerusform>%n step taken over</numerusform>
            <numerusform>%n steps taken over</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fb::ui::DocumentOpener</name>
    <message numerus="yes">
        <source>%1 lists %n clip(s).</source>
        <translation>
            <numerusform>%1 lists %n clip.</numerusform>
            <numerusform>%1 lists %n clips.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s) were added to the queue.</source>
        <translation>
            <numerusform>%n clip was added to the queue.</numerusform>
            <numerusform>%n clips were added to the queue.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fb::ui::EditPresenter</name>
    <message numerus="yes">
        <source>%n step(s) of this run are done. With other settings, it starts from the beginning.</source>
        <translation>
            <numerusform>%n step of this run is done. With other settings, it starts from the beginning.</numerusform>
            <numerusform>%n steps of this run are done. With other settings, it starts from the beginning.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fb::ui::ExportDialog</name>
    <message numerus="yes">
        <source>%n clip(s)</source>
        <translation>
            <numerusform>%n clip</numerusform>
            <numerusform>%n clips</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fb::ui::ExportPresenter</name>
    <message numerus="yes">
        <source>%n export(s) are not finished. If you quit now, their files are not written.</source>
        <translation>
            <numerusform>%n export is not finished. If you quit now, its file is not written.</numerusform>
            <numerusform>%n exports are not finished. If you quit now, their files are not written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The program ended before %n export(s) were finished: %1. Export them again.</source>
        <translation>
            <numerusform>The program ended before %n export was finished: %1. Export it again.</numerusform>
            <numerusform>The program ended before %n exports were finished: %1. Export them again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fb::ui::FoldedFiles</name>
    <message numerus="yes">
        <source>%n LoRA(s)</source>
        <translation>
            <numerusform>%n LoRA</numerusform>
            <numerusform>%n LoRAs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) cannot be used</source>
        <translation>
            <numerusform>%n file cannot be used</numerusform>
            <numerusform>%n files cannot be used</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fb::ui::HistoryPanel</name>
    <message numerus="yes">
        <source>%n clip(s) deleted</source>
        <translation>
            <numerusform>%n clip deleted</numerusform>
            <numerusform>%n clips deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Delete %n clip(s)</source>
        <translation>
            <numerusform>&amp;Delete %n clip</numerusform>
            <numerusform>&amp;Delete %n clips</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tags for %n clip(s), separated by commas:</source>
        <translation>
            <numerusform>Tags for %n clip, separated by commas:</numerusform>
            <numerusform>Tags for %n clips, separated by commas:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Export %n clip(s)…</source>
        <translation>
            <numerusform>&amp;Export %n clip…</numerusform>
            <numerusform>&amp;Export %n clips…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cop&amp;y %n video(s)</source>
        <translation>
            <numerusform>Cop&amp;y %n video</numerusform>
            <numerusform>Cop&amp;y %n videos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fb::ui::HistoryPresenter</name>
    <message numerus="yes">
        <source>%n video(s) have been moved or changed since they were saved, among them %1. Put them back, or export the clips again.</source>
        <translation>
            <numerusform>%n video has been moved or changed since it was saved: %1. Put it back, or export the clip again.</numerusform>
            <numerusform>%n videos have been moved or changed since they were saved, among them %1. Put them back, or export the clips again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n video(s) copied; paste into a folder, a message or another program.</source>
        <translation>
            <numerusform>%n video copied; paste it into a folder, a message or another program.</numerusform>
            <numerusform>%n videos copied; paste them into a folder, a message or another program.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fb::ui::LogViewer</name>
    <message numerus="yes">
        <source>%Ln line(s)</source>
        <translation>
            <numerusform>%Ln line</numerusform>
            <numerusform>%Ln lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fb::ui::PaperWords</name>
    <message numerus="yes">
        <source>Measured on %n prompt(s).</source>
        <translation>
            <numerusform>Measured on %n prompt.</numerusform>
            <numerusform>Measured on %n prompts.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fb::ui::PreviewPanel</name>
    <message numerus="yes">
        <source>%1 · %2×%3 · %n frame(s)</source>
        <translation>
            <numerusform>%1 · %2×%3 · %n frame</numerusform>
            <numerusform>%1 · %2×%3 · %n frames</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fb::ui::ProbePresenter</name>
    <message numerus="yes">
        <source>%n measurement(s)</source>
        <translation>
            <numerusform>%n measurement</numerusform>
            <numerusform>%n measurements</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fb::ui::PromptPanel</name>
    <message numerus="yes">
        <source>The prompt is longer than the text encoder can read: the last %n tokens have no effect.</source>
        <translation>
            <numerusform>The prompt is longer than the text encoder can read: the last %n tokens have no effect.</numerusform>
            <numerusform>The prompt is longer than the text encoder can read: the last %n tokens have no effect.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fb::ui::QueuePanel</name>
    <message numerus="yes">
        <source>%n paused</source>
        <comment>runs</comment>
        <translation>
            <numerusform>%n paused</numerusform>
            <numerusform>%n paused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <comment>runs</comment>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fb::ui::ResultsPage</name>
    <message numerus="yes">
        <source>Measured on %n prompt(s).</source>
        <translation>
            <numerusform>Measured on %n prompt.</numerusform>
            <numerusform>Measured on %n prompts.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fb::ui::RunPresenter</name>
    <message numerus="yes">
        <source>%n run(s) were interrupted. Their steps are kept.</source>
        <translation>
            <numerusform>%n run was interrupted. Its steps are kept.</numerusform>
            <numerusform>%n runs were interrupted. Their steps are kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) are waiting from last time.</source>
        <translation>
            <numerusform>%n run is waiting from last time.</numerusform>
            <numerusform>%n runs are waiting from last time.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) are paused. Their steps are kept.</source>
        <translation>
            <numerusform>%n run is paused. Its steps are kept.</numerusform>
            <numerusform>%n runs are paused. Their steps are kept.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fb::ui::SavePresenter</name>
    <message numerus="yes">
        <source>%n clip(s) could not be saved as videos, but are in the history. %1 %2</source>
        <translation>
            <numerusform>%n clip could not be saved as a video, but is in the history. %1 %2</numerusform>
            <numerusform>%n clips could not be saved as videos, but are in the history. %1 %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fb::ui::StatusLine</name>
    <message numerus="yes">
        <source>CPU · %n thread(s)</source>
        <translation>
            <numerusform>CPU · %n thread</numerusform>
            <numerusform>CPU · %n threads</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fb::ui::SweepFields</name>
    <message numerus="yes">
        <source>%n LoRA(s)</source>
        <translation>
            <numerusform>%n LoRA</numerusform>
            <numerusform>%n LoRAs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fb::ui::SweepForm</name>
    <message numerus="yes">
        <source>%n clip(s) to make, as much work as %1 of the large model alone.</source>
        <translation>
            <numerusform>%n clip to make, as much work as %1 of the large model alone.</numerusform>
            <numerusform>%n clips to make, as much work as %1 of the large model alone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s)</source>
        <translation>
            <numerusform>%n clip</numerusform>
            <numerusform>%n clips</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s) to compare again, without a step.</source>
        <translation>
            <numerusform>%n clip to compare again, without a step.</numerusform>
            <numerusform>%n clips to compare again, without a step.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s) to compare again</source>
        <translation>
            <numerusform>%n clip to compare again</numerusform>
            <numerusform>%n clips to compare again</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fb::ui::SweepWords</name>
    <message numerus="yes">
        <source>Large model, %n step(s)</source>
        <translation>
            <numerusform>Large model, %n step</numerusform>
            <numerusform>Large model, %n steps</numerusform>
        </translation>
    </message>
</context>
</TS>
