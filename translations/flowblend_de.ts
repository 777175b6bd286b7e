<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en_US">
<context>
    <name>ComponentKind</name>
    <message>
        <source>WAN transformer</source>
        <translation>WAN-Transformer</translation>
    </message>
    <message>
        <source>WAN VAE</source>
        <translation>WAN-VAE</translation>
    </message>
    <message>
        <source>UMT5 text encoder</source>
        <translation>UMT5-Textencoder</translation>
    </message>
    <message>
        <source>LTX transformer</source>
        <translation>LTX-Transformer</translation>
    </message>
    <message>
        <source>LTX VAE</source>
        <translation>LTX-VAE</translation>
    </message>
    <message>
        <source>T5 text encoder</source>
        <translation>T5-Textencoder</translation>
    </message>
    <message>
        <source>LTX latent upsampler</source>
        <translation>LTX-Latent-Hochskalierer</translation>
    </message>
    <message>
        <source>CLIP image encoder</source>
        <translation>CLIP-Bildencoder</translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%Ln frame(s)</source>
        <translation>
            <numerusform>%Ln Bild</numerusform>
            <numerusform>%Ln Bilder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln step(s)</source>
        <translation>
            <numerusform>%Ln Schritt</numerusform>
            <numerusform>%Ln Schritte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s)</source>
        <translation>
            <numerusform>%Ln Lauf</numerusform>
            <numerusform>%Ln Läufe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln Datei</numerusform>
            <numerusform>%Ln Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2 at %3 fps</source>
        <translation>%1 · %2 bei %3 fps</translation>
    </message>
</context>
<context>
    <name>Durations</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>etwa %1</translation>
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
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>A setting has a value that cannot be used</source>
        <translation>Eine Einstellung hat einen unbrauchbaren Wert</translation>
    </message>
    <message>
        <source>Something was not found</source>
        <translation>Etwas wurde nicht gefunden</translation>
    </message>
    <message>
        <source>A file is damaged</source>
        <translation>Eine Datei ist beschädigt</translation>
    </message>
    <message>
        <source>This is not supported</source>
        <translation>Das wird nicht unterstützt</translation>
    </message>
    <message>
        <source>There is not enough memory</source>
        <translation>Der Speicher reicht nicht aus</translation>
    </message>
    <message>
        <source>A file could not be read or written</source>
        <translation>Eine Datei ließ sich nicht lesen oder schreiben</translation>
    </message>
    <message>
        <source>Sampling produced invalid numbers</source>
        <translation>Die Zahlenwerte sind übergelaufen</translation>
    </message>
    <message>
        <source>Internal error</source>
        <translation>Im Programm ist ein Fehler aufgetreten</translation>
    </message>
    <message>
        <source>Change the value named above and try again.</source>
        <translation>Ändern Sie den genannten Wert und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Put the file back, or choose its new location.</source>
        <translation>Legen Sie die Datei an ihren Platz zurück oder wählen Sie den neuen Ort.</translation>
    </message>
    <message>
        <source>Download the file again; an incomplete download is the usual cause.</source>
        <translation>Laden Sie die Datei neu: Meist ist ein abgebrochener Download die Ursache.</translation>
    </message>
    <message>
        <source>Models › Models and pairs shows what can be used.</source>
        <translation>Modelle › Modelle und Paare zeigt, was verwendet werden kann.</translation>
    </message>
    <message>
        <source>Choose fewer frames, a smaller size or bf16, or close other programs that use the device.</source>
        <translation>Wählen Sie weniger Bilder, ein kleineres Format oder bf16, oder schließen Sie andere Programme, die das Gerät nutzen.</translation>
    </message>
    <message>
        <source>Check that the disk has free space and that you have write permission for the folder.</source>
        <translation>Prüfen Sie, ob auf dem Datenträger Platz ist und ob Sie in den Ordner schreiben dürfen.</translation>
    </message>
    <message>
        <source>Lower the guidance scale, or choose bf16 or fp32 instead of fp16.</source>
        <translation>Senken Sie die Guidance oder wählen Sie bf16 oder fp32 statt fp16.</translation>
    </message>
    <message>
        <source>Please send us the report from Help › Log. Finished steps are kept.</source>
        <translation>Unter Hilfe › Protokoll lässt sich ein Bericht kopieren; bitte senden Sie ihn uns. Fertige Schritte bleiben erhalten.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>FlowBlending Studio is already running with the folder %1 but is not responding. Quit it first, or start with another folder: --state FOLDER.</source>
        <translation>FlowBlending Studio läuft schon mit dem Ordner %1 und antwortet nicht. Beende es zuerst oder starte mit einem anderen Ordner: --state ORDNER.</translation>
    </message>
</context>
<context>
    <name>PartOffers</name>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>Inside the large model</source>
        <translation>Im großen Modell enthalten</translation>
    </message>
    <message>
        <source>Inside the small model</source>
        <translation>Im kleinen Modell enthalten</translation>
    </message>
    <message>
        <source>Inside the text encoder</source>
        <translation>Im Textencoder enthalten</translation>
    </message>
</context>
<context>
    <name>Setting</name>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Negative prompt</source>
        <translation>Negativ-Prompt</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>The same seed and settings produce the same clip.</source>
        <translation>Gleicher Seed und gleiche Einstellungen ergeben denselben Clip.</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Frames per second</source>
        <translation>Bilder pro Sekunde</translation>
    </message>
    <message>
        <source>Playback speed of the clip; the frames stay the same.</source>
        <translation>Wie schnell der Clip abläuft; die Bilder bleiben gleich.</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Number of steps from noise to clip. More take longer and give finer detail.</source>
        <translation>Wie viele Schritte vom Rauschen zum Clip führen. Mehr dauern länger und zeigen feinere Details.</translation>
    </message>
    <message>
        <source>Solver</source>
        <translation>Solver</translation>
    </message>
    <message>
        <source>How each step is computed from the velocity. UniPC and DPM++ use earlier steps as well and need fewer steps.</source>
        <translation>Wie ein Schritt aus der Geschwindigkeit folgt. UniPC und DPM++ blicken auf frühere Schritte zurück und brauchen weniger.</translation>
    </message>
    <message>
        <source>Solver history at a switch</source>
        <translation>Solver-Historie beim Wechsel</translation>
    </message>
    <message>
        <source>A multistep solver remembers earlier velocities. When the other model takes over, keep them or start afresh.</source>
        <translation>Ein Mehrschritt-Solver merkt sich frühere Geschwindigkeiten. Beim Modellwechsel behalten oder neu beginnen.</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Shift</translation>
    </message>
    <message>
        <source>A higher shift spends more steps at high noise, where motion and layout take shape. Large frames need more shift.</source>
        <translation>Verlegt mehr Schritte ins hohe Rauschen, wo Bewegung und Aufbau entstehen. Große Bilder brauchen mehr Shift.</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>Guidance</translation>
    </message>
    <message>
        <source>How strongly the clip follows the prompt. At 1 or below, the negative prompt is not used and each step costs half as much.</source>
        <translation>Wie stark der Clip dem Prompt folgt. Bei 1 oder darunter entfällt der Negativ-Prompt, und ein Schritt kostet die Hälfte.</translation>
    </message>
    <message>
        <source>Guidance of the small model</source>
        <translation>Guidance des kleinen Modells</translation>
    </message>
    <message>
        <source>By default, both models use the same guidance.</source>
        <translation>Normalerweise nutzen beide Modelle dieselbe Guidance.</translation>
    </message>
    <message>
        <source>Steps of the small model</source>
        <translation>Schritte des kleinen Modells</translation>
    </message>
    <message>
        <source>one per interval</source>
        <translation>einer je Intervall</translation>
    </message>
    <message>
        <source>Two passes</source>
        <translation>Zwei Durchgänge</translation>
    </message>
    <message>
        <source>Samples at half the width and height, upsamples the latents and refines them with the large model.</source>
        <translation>Rechnet erst mit halber Breite und Höhe, vergrößert die Latents und verfeinert sie mit dem großen Modell.</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>Precision of fp8 weights</source>
        <translation>Genauigkeit von fp8-Gewichten</translation>
    </message>
    <message>
        <source>Decoding precision</source>
        <translation>Genauigkeit des Dekodierens</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>Exakt</translation>
    </message>
    <message>
        <source>LoRAs</source>
        <translation>LoRAs</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>Cache</translation>
    </message>
    <message>
        <source>Skips evaluations of a model where the velocity hardly changes, and reuses an earlier one. Faster, but not exactly the same clip.</source>
        <translation>Lässt Auswertungen eines Modells aus, wo sich die Geschwindigkeit kaum ändert, und verwendet eine frühere noch einmal. Schneller, aber nicht genau derselbe Clip.</translation>
    </message>
    <message>
        <source>Cache threshold</source>
        <translation>Cache-Schwelle</translation>
    </message>
    <message>
        <source>How much may change before a model runs again. More is faster and less exact.</source>
        <translation>Wie viel sich ändern darf, bevor ein Modell wieder läuft. Mehr ist schneller und ungenauer.</translation>
    </message>
    <message>
        <source>every step is computed</source>
        <translation>jeder Schritt wird berechnet</translation>
    </message>
    <message>
        <source>Reused steps in a row</source>
        <translation>Wiederverwendete Schritte in Folge</translation>
    </message>
    <message>
        <source>How many steps in a row MagCache may reuse before the model runs again. Other caches have no such limit.</source>
        <translation>Wie viele Schritte in Folge MagCache wiederverwenden darf, bevor das Modell wieder läuft. Andere Caches haben keine solche Grenze.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>Noise levels</source>
        <translation>Rauschstufen</translation>
    </message>
    <message>
        <source>Noise level at which each step starts, from at most 1 downward, without the final 0, such as 1,0.9375,0.8333,0.625. Step-distilled models need those that they were trained for. Replaces the shift and the number of steps. UniPC and Euler only.</source>
        <translation>Rauschstufe, bei der jeder Schritt beginnt, absteigend ab höchstens 1, ohne die 0 am Ende, etwa 1,0.9375,0.8333,0.625. Schrittdestillierte Modelle brauchen die, für die sie trainiert wurden. Ersetzt den Shift und die Schrittzahl. Nur für UniPC und Euler.</translation>
    </message>
    <message>
        <source>Retention steps</source>
        <translation>Stets berechnete Anfangsschritte</translation>
    </message>
    <message>
        <source>Always computes the first 5 steps, and decides about the others by the modulation of the blocks instead of the time embedding. TeaCache on WAN only.</source>
        <translation>Berechnet die ersten 5 Schritte immer und entscheidet über die übrigen anhand der Modulation der Blöcke statt der Zeiteinbettung. Nur TeaCache mit WAN.</translation>
    </message>
    <message>
        <source>Guard</source>
        <translation>Wächter</translation>
    </message>
    <message>
        <source>Guard bound</source>
        <translation>Grenze des Wächters</translation>
    </message>
    <message>
        <source>the large model takes every step</source>
        <translation>das große Modell macht jeden Schritt</translation>
    </message>
    <message>
        <source>Steps between checks</source>
        <translation>Schritte zwischen Prüfungen</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Bound of the change</source>
        <translation>Grenze der Änderung</translation>
    </message>
    <message>
        <source>One-way: how much the predicted clean latents may still change from one step to the next for the small model to take over, as relative L2. Less is nearer to the large model&apos;s clip and slower.</source>
        <translation>Einmalig: Wie stark sich die vorhergesagten sauberen Latents von einem Schritt zum nächsten noch ändern dürfen, damit das kleine Modell übernimmt, als relativer L2. Weniger ist näher am Clip des großen Modells und langsamer.</translation>
    </message>
    <message>
        <source>One-way</source>
        <translation>Einmalig</translation>
    </message>
    <message>
        <source>Verify: in the middle stage, the large model goes on until a check, every few steps, finds the small one near enough; then that one takes the rest of the stage. Each check costs a step of both models. One-way: the large model goes on until the clip that it predicts hardly changes from step to step; then the small one takes the rest of the stage. SRDiffusion: the same with that method&apos;s rule, by how the large model&apos;s velocity settles.</source>
        <translation>Prüfen: In der mittleren Phase macht das große Modell weiter, bis eine Prüfung alle paar Schritte ergibt, dass das kleine nahe genug ist; dann übernimmt dieses den Rest der Phase. Jede Prüfung kostet einen Schritt beider Modelle. Einmalig: Das große Modell macht weiter, bis sich der Clip, den es vorhersagt, von Schritt zu Schritt kaum noch ändert; dann übernimmt das kleine den Rest der Phase. SRDiffusion: dasselbe nach der Regel dieses Verfahrens, danach, wie sich die Geschwindigkeit des großen Modells beruhigt.</translation>
    </message>
    <message>
        <source>Verify: how far apart the two velocities may be for the small model to take over, as relative L2. Less is nearer to the large model&apos;s clip and slower.</source>
        <translation>Prüfen: Wie weit die beiden Geschwindigkeiten auseinanderliegen dürfen, damit das kleine Modell übernimmt, als relativer L2. Weniger ist näher am Clip des großen Modells und langsamer.</translation>
    </message>
    <message>
        <source>Verify: the first step of the middle stage is a check, and then every one after so many steps, until a check passes.</source>
        <translation>Prüfen: Der erste Schritt der mittleren Phase ist eine Prüfung; danach folgt nach jeweils so vielen Schritten die nächste, bis eine bestanden wird.</translation>
    </message>
    <message>
        <source>Bound of the settling</source>
        <translation>Grenze der Beruhigung</translation>
    </message>
    <message>
        <source>SRDiffusion: the small model takes over after the first step in which the large model&apos;s velocity changes less than in the step before, by less than this. Less is nearer to the large model&apos;s clip and slower.</source>
        <translation>SRDiffusion: Das kleine Modell übernimmt nach dem ersten Schritt, in dem sich die Geschwindigkeit des großen weniger ändert als im Schritt davor, und zwar um weniger als diesen Wert. Weniger ist näher am Clip des großen Modells und langsamer.</translation>
    </message>
    <message>
        <source>The large model may return</source>
        <translation>Großes Modell darf zurückkehren</translation>
    </message>
    <message>
        <source>Verify: checks go on while the small model takes the steps, one more of its steps apart after each that passes, and the large model returns after one that does not. Otherwise, the small model is not checked again once it has taken over.</source>
        <translation>Prüfen: Auch während das kleine Modell die Schritte übernimmt, wird weiter geprüft, nach jeder bestandenen Prüfung einen seiner Schritte später, und nach einer nicht bestandenen kehrt das große zurück. Sonst wird das kleine Modell nicht mehr geprüft, sobald es übernommen hat.</translation>
    </message>
</context>
<context>
    <name>fb::ui::AboutDialog</name>
    <message>
        <source>About FlowBlending Studio</source>
        <translation>Über FlowBlending Studio</translation>
    </message>
    <message>
        <source>Version %1 · Qt %2</source>
        <translation>Version %1 · Qt %2</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Lizenzen</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Turns a prompt into a video clip with two diffusion transformers on one sampling trajectory: the large one where it matters, early and late, and the small one in between.</source>
        <translation>Macht aus einem Prompt einen Videoclip, mit zwei Diffusions-Transformern auf einer gemeinsamen Sampling-Trajektorie: dem großen dort, wo es darauf ankommt, früh und spät, und dem kleinen dazwischen.</translation>
    </message>
    <message>
        <source>The method: %1</source>
        <translation>Die Methode: %1</translation>
    </message>
    <message>
        <source>It is built on LibTorch 2.11, FFmpeg’s libav libraries, Qt, QCustomPlot, SQLite and SentencePiece. Their licences are on the next page.</source>
        <translation>Es baut auf LibTorch 2.11, den libav-Bibliotheken von FFmpeg, Qt, QCustomPlot, SQLite und SentencePiece auf. Deren Lizenzen stehen auf der nächsten Seite.</translation>
    </message>
    <message>
        <source>FlowBlending Studio’s own code is under the MIT licence.</source>
        <translation>Der eigene Code von FlowBlending Studio steht unter der MIT-Lizenz.</translation>
    </message>
</context>
<context>
    <name>fb::ui::Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>La&amp;uf</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Models</source>
        <translation>&amp;Modelle</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Generate</source>
        <translation>&amp;Generieren</translation>
    </message>
    <message>
        <source>Add this request to the queue and start it</source>
        <translation>Diesen Auftrag in die Warteschlange stellen und starten</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>Pause the running clip after its current block; its steps are kept and the device is freed</source>
        <translation>Den laufenden Clip nach dem aktuellen Block anhalten, seine Schritte behalten und das Gerät freigeben</translation>
    </message>
    <message>
        <source>P&amp;robe</source>
        <translation>Mess&amp;lauf</translation>
    </message>
    <message>
        <source>Run both models on every step to see where they differ</source>
        <translation>Beide Modelle bei jedem Schritt ausführen, um zu sehen, wo sie sich unterscheiden</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>&amp;Vergleichen</translation>
    </message>
    <message>
        <source>Show two results side by side, as a wipe or as their difference</source>
        <translation>Zwei Ergebnisse nebeneinander, als Wischblende oder als Differenz zeigen</translation>
    </message>
    <message>
        <source>Compare with &amp;large only</source>
        <translation>Mit &amp;nur groß vergleichen</translation>
    </message>
    <message>
        <source>Queue the same request with the large model on every step</source>
        <translation>Denselben Auftrag mit dem großen Modell bei jedem Schritt einreihen</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren…</translation>
    </message>
    <message>
        <source>Save the clip shown as a video, GIF or PNG sequence</source>
        <translation>Den gezeigten Clip als Video, GIF oder PNG-Sequenz speichern</translation>
    </message>
    <message>
        <source>&amp;Open clip…</source>
        <translation>Clip ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Show a clip file and load the settings stored in it</source>
        <translation>Eine Clipdatei zeigen und die darin gespeicherten Einstellungen übernehmen</translation>
    </message>
    <message>
        <source>Copy &amp;frame</source>
        <translation>Bild &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy the frame shown to the clipboard</source>
        <translation>Das gezeigte Bild in die Zwischenablage kopieren</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Quit the Studio; a running clip can be continued later</source>
        <translation>Das Studio verlassen; ein laufender Clip kann für später behalten werden</translation>
    </message>
    <message>
        <source>&amp;Models and pairs…</source>
        <translation>&amp;Modelle und Paare…</translation>
    </message>
    <message>
        <source>Add checkpoints and build pairs from them</source>
        <translation>Checkpoints hinzufügen und daraus Paare bilden</translation>
    </message>
    <message>
        <source>Se&amp;ttings…</source>
        <translation>E&amp;instellungen…</translation>
    </message>
    <message>
        <source>Device, precision, folders, language and theme</source>
        <translation>Gerät, Genauigkeit, Ordner, Sprache und Design</translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation>Layout &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>Move all panels back to their default places</source>
        <translation>Alle Bereiche wieder anordnen wie zu Beginn</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
    <message>
        <source>Fill the screen with the window</source>
        <translation>Das Fenster füllt den Bildschirm</translation>
    </message>
    <message>
        <source>How to use the Studio, and its keyboard shortcuts</source>
        <translation>Bedienung des Studios und Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;Log…</source>
        <translation>&amp;Protokoll…</translation>
    </message>
    <message>
        <source>What the program has done, for bug reports</source>
        <translation>Was das Programm getan hat, für Fehlerberichte</translation>
    </message>
    <message>
        <source>&amp;About FlowBlending Studio</source>
        <translation>&amp;Über FlowBlending Studio</translation>
    </message>
    <message>
        <source>Version and licences</source>
        <translation>Version und Lizenzen</translation>
    </message>
    <message>
        <source>Playbac&amp;k</source>
        <translation>&amp;Wiedergabe</translation>
    </message>
    <message>
        <source>Go on where the queue was paused</source>
        <translation>Weitermachen, wo die Warteschlange angehalten wurde</translation>
    </message>
    <message>
        <source>&amp;Skip</source>
        <translation>Über&amp;springen</translation>
    </message>
    <message>
        <source>Go on with the next clip; the steps of the running one are kept, and it can be resumed</source>
        <translation>Mit dem nächsten Clip weitermachen; die Schritte des laufenden bleiben erhalten, und er lässt sich fortsetzen</translation>
    </message>
    <message>
        <source>Discard the running clip and go on with the next one; this can be undone</source>
        <translation>Den laufenden Clip verwerfen und mit dem nächsten weitermachen; das lässt sich rückgängig machen</translation>
    </message>
    <message>
        <source>Res&amp;ume</source>
        <translation>For&amp;tsetzen</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>Generate s&amp;everal</source>
        <translation>M&amp;ehrere generieren</translation>
    </message>
    <message>
        <source>%1 seeds</source>
        <translation>%1 Seeds</translation>
    </message>
    <message>
        <source>Queue this request with its seed and those that follow it</source>
        <translation>Diesen Auftrag mit seinem Seed und den darauf folgenden einreihen</translation>
    </message>
    <message>
        <source>&amp;Find boundaries…</source>
        <translation>Grenzen &amp;finden…</translation>
    </message>
    <message>
        <source>Sample prompts with many boundaries, to find those that cost least and stay near the large model</source>
        <translation>Prompts mit vielen Grenzen berechnen, um die zu finden, die am wenigsten kosten und nahe am großen Modell bleiben</translation>
    </message>
    <message>
        <source>&amp;Tour</source>
        <translation>&amp;Rundgang</translation>
    </message>
    <message>
        <source>Three places of the window, explained</source>
        <translation>Drei Stellen des Fensters, erklärt</translation>
    </message>
    <message>
        <source>&amp;Import a profile…</source>
        <translation>Profil &amp;importieren…</translation>
    </message>
    <message>
        <source>Add a file of divergence profiles to what is kept of this pair and these settings</source>
        <translation>Eine Datei mit Abweichungsprofilen zu dem hinzufügen, was zu diesem Paar und diesen Einstellungen aufbewahrt wird</translation>
    </message>
    <message>
        <source>E&amp;xport the profile…</source>
        <translation>Profil e&amp;xportieren…</translation>
    </message>
    <message>
        <source>Save what probes have found about this pair and these settings, for other machines</source>
        <translation>Speichern, was Messläufe zu diesem Paar und diesen Einstellungen ergeben haben, für andere Rechner</translation>
    </message>
    <message>
        <source>&amp;Report a problem…</source>
        <translation>&amp;Problem melden…</translation>
    </message>
    <message>
        <source>Copy what a report needs: versions, devices and the newest lines of the log</source>
        <translation>Kopieren, was eine Meldung braucht: Versionen, Geräte und die neuesten Zeilen des Protokolls</translation>
    </message>
    <message>
        <source>Search the &amp;history</source>
        <translation>&amp;Verlauf durchsuchen</translation>
    </message>
    <message>
        <source>Find finished clips by prompt, name or tag</source>
        <translation>Fertige Clips nach Prompt, Name oder Schlagwort finden</translation>
    </message>
    <message>
        <source>Queue clips from a &amp;list…</source>
        <translation>Clips aus einer &amp;Liste einreihen…</translation>
    </message>
    <message>
        <source>Add a clip for each line of a text file or table</source>
        <translation>Für jede Zeile einer Textdatei oder Tabelle einen Clip hinzufügen</translation>
    </message>
</context>
<context>
    <name>fb::ui::BoundaryControl</name>
    <message>
        <source>Early stage of the large model, in steps</source>
        <translation>Frühe Phase des großen Modells, in Schritten</translation>
    </message>
    <message>
        <source>Early stage of the large model, share of the steps</source>
        <translation>Frühe Phase des großen Modells, Anteil der Schritte</translation>
    </message>
    <message>
        <source>The early stage settles structure and motion. A longer one stays closer to the large model; a shorter one is faster.</source>
        <translation>Die frühe Phase legt Aufbau und Bewegung fest. Länger: näher am großen Modell; kürzer: schneller.</translation>
    </message>
    <message>
        <source>Late stage of the large model, in steps</source>
        <translation>Späte Phase des großen Modells, in Schritten</translation>
    </message>
    <message>
        <source>Late stage of the large model, share of the steps</source>
        <translation>Späte Phase des großen Modells, Anteil der Schritte</translation>
    </message>
    <message>
        <source>The late stage adds fine detail. Here the models differ again.</source>
        <translation>Die späte Phase bringt feine Details. Hier unterscheiden sich die Modelle wieder.</translation>
    </message>
    <message>
        <source>Large &amp;until</source>
        <translation>Gr&amp;oß bis</translation>
    </message>
    <message>
        <source>Large again f&amp;or the last</source>
        <translation>Groß wieder für die let&amp;zten</translation>
    </message>
    <message>
        <source>Early</source>
        <translation>Früh</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Spät</translation>
    </message>
</context>
<context>
    <name>fb::ui::BoundaryModel</name>
    <message>
        <source>No candidate: the small model would have no step, or it is not in the grid</source>
        <translation>Kein Kandidat: Das kleine Modell hätte keinen Schritt, oder er gehört nicht zum Raster</translation>
    </message>
    <message>
        <source>%1: not measured yet</source>
        <translation>%1: noch nicht gemessen</translation>
    </message>
    <message>
        <source>%1: distance %2 so far</source>
        <translation>%1: bisher Abstand %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Large until %1</source>
        <translation>Groß bis %1</translation>
    </message>
    <message>
        <source>Large again for the last %1</source>
        <translation>Wieder groß für die letzten %1</translation>
    </message>
</context>
<context>
    <name>fb::ui::BranchLine</name>
    <message>
        <source>Continues &quot;%1&quot; from step %2; changes before it have no effect</source>
        <translation>Setzt „%1“ ab Schritt %2 fort; Änderungen davor haben keine Wirkung</translation>
    </message>
    <message>
        <source>The first %1 steps are those of that clip. The boundaries after them, solver and guidance can be changed; prompt, seed, size and number of steps must stay.</source>
        <translation>Die ersten %1 Schritte sind die jenes Clips. Die Grenzen danach, Solver und Guidance lassen sich ändern; Prompt, Seed, Größe und Schrittzahl müssen bleiben.</translation>
    </message>
    <message>
        <source>Remove the branch</source>
        <translation>Abzweigung entfernen</translation>
    </message>
    <message>
        <source>Compute the whole clip instead</source>
        <translation>Stattdessen den ganzen Clip berechnen</translation>
    </message>
</context>
<context>
    <name>fb::ui::BranchMarkers</name>
    <message>
        <source>Branch after step %1 of %2</source>
        <translation>Nach Schritt %1 von %2 abzweigen</translation>
    </message>
    <message>
        <source>Branch from here: the next clip takes over the first %1 steps of this one, and only the rest is computed</source>
        <translation>Hier abzweigen: Der nächste Clip übernimmt die ersten %1 Schritte von diesem, nur der Rest wird berechnet</translation>
    </message>
</context>
<context>
    <name>fb::ui::BranchPresenter</name>
    <message>
        <source>Change what comes after step %1 and press Generate.</source>
        <translation>Ändern Sie, was nach Schritt %1 kommt, und drücken Sie Generieren.</translation>
    </message>
    <message>
        <source>Remove the branch</source>
        <comment>undo</comment>
        <translation>Abzweigung entfernen</translation>
    </message>
    <message>
        <source>Branch from a clip</source>
        <comment>undo</comment>
        <translation>Von einem Clip abzweigen</translation>
    </message>
</context>
<context>
    <name>fb::ui::BranchWords</name>
    <message>
        <source>The folder of this run no longer exists, so its steps cannot be continued.</source>
        <translation>Der Ordner dieses Laufs existiert nicht mehr, daher lassen sich seine Schritte nicht fortsetzen.</translation>
    </message>
    <message>
        <source>This run keeps no state to continue from. Settings › Folders says how many are kept and how much space they may use.</source>
        <translation>Dieser Lauf hat keinen Zustand zum Fortsetzen. Einstellungen › Ordner legt fest, wie viele behalten werden und wie viel Platz sie belegen dürfen.</translation>
    </message>
</context>
<context>
    <name>fb::ui::CalibrationOffer</name>
    <message>
        <source>Calibrate</source>
        <translation>Kalibrieren</translation>
    </message>
    <message>
        <source>Calibrate the models for MagCache</source>
        <translation>Modelle für MagCache kalibrieren</translation>
    </message>
    <message>
        <source>Samples a whole trajectory with each model, as a run of the queue, and keeps what it measures. Other runs are not affected.</source>
        <translation>Rechnet mit jedem Modell einen ganzen Weg, als Lauf der Warteschlange, und behält, was dabei gemessen wird. Andere Läufe sind davon nicht betroffen.</translation>
    </message>
    <message>
        <source>The models are being measured, or will be: see the queue.</source>
        <translation>Die Modelle werden gemessen oder sind dafür eingereiht: siehe Warteschlange.</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) of each model</source>
        <translation>
            <numerusform>%n Schritt jedes Modells</numerusform>
            <numerusform>%n Schritte jedes Modells</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) of one model</source>
        <translation>
            <numerusform>%n Schritt eines Modells</numerusform>
            <numerusform>%n Schritte eines Modells</numerusform>
        </translation>
    </message>
    <message>
        <source>Calibrating measures them once, for all later runs: %1, %2.</source>
        <comment>steps, time</comment>
        <translation>Das Kalibrieren misst sie einmal für alle späteren Läufe: %1, %2.</translation>
    </message>
</context>
<context>
    <name>fb::ui::ClipWords</name>
    <message>
        <source>%1 · seed %2</source>
        <comment>LSL 40/20, 4189</comment>
        <translation>%1 · Seed %2</translation>
    </message>
    <message>
        <source>settings damaged</source>
        <translation>Einstellungen beschädigt</translation>
    </message>
</context>
<context>
    <name>fb::ui::CompareCanvas</name>
    <message>
        <source>Compared clips</source>
        <translation>Verglichene Clips</translation>
    </message>
    <message>
        <source>A fills the left %1</source>
        <translation>A wird links gezeigt, %1</translation>
    </message>
    <message>
        <source>Drag the divider, or move it with the arrow keys (Shift: faster)</source>
        <translation>Ziehen Sie den Teiler oder bewegen Sie ihn mit den Pfeiltasten (Umschalt: schneller)</translation>
    </message>
    <message>
        <source>%1 is shown</source>
        <translation>%1 wird gezeigt</translation>
    </message>
    <message>
        <source>Drag the image, or move it with the arrow keys (Shift: faster)</source>
        <translation>Ziehen Sie das Bild oder bewegen Sie es mit den Pfeiltasten (Umschalt: schneller)</translation>
    </message>
</context>
<context>
    <name>fb::ui::ComparePresenter</name>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>%1 (large only)</source>
        <translation>%1 (nur groß)</translation>
    </message>
    <message numerus="yes">
        <source>Comparison of %n clip(s)</source>
        <translation>
            <numerusform>Vergleich von %n Clip</numerusform>
            <numerusform>Vergleich von %n Clips</numerusform>
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
        <translation>Pause</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Wiedergabe</translation>
    </message>
    <message>
        <source>One frame back</source>
        <translation>Ein Bild zurück</translation>
    </message>
    <message>
        <source>One frame forward</source>
        <translation>Ein Bild weiter</translation>
    </message>
    <message>
        <source>Play in a loop</source>
        <translation>In Schleife abspielen</translation>
    </message>
    <message>
        <source>Start over at the end</source>
        <translation>Am Ende von vorn beginnen</translation>
    </message>
    <message>
        <source>Pause all clips (Space or K)</source>
        <translation>Alle Clips anhalten (Leertaste oder K)</translation>
    </message>
    <message>
        <source>Play all clips together (Space; J backwards, L faster)</source>
        <translation>Alle Clips gemeinsam abspielen (Leertaste; J rückwärts, L schneller)</translation>
    </message>
    <message>
        <source>One frame back in all clips (,)</source>
        <translation>Ein Bild zurück in allen Clips (,)</translation>
    </message>
    <message>
        <source>One frame forward in all clips (.)</source>
        <translation>Ein Bild weiter in allen Clips (.)</translation>
    </message>
    <message>
        <source>Frame of all clips</source>
        <translation>Bild aller Clips</translation>
    </message>
</context>
<context>
    <name>fb::ui::CompareView</name>
    <message>
        <source>Untitled clip</source>
        <translation>Clip ohne Namen</translation>
    </message>
    <message>
        <source>Choose two results above.
They play together here, frame by frame.</source>
        <translation>Wählen Sie oben zwei Ergebnisse.
Hier laufen sie gemeinsam, Bild für Bild.</translation>
    </message>
    <message>
        <source>Choose a clip for A to compare it with B.</source>
        <translation>Wählen Sie einen Clip für A, um ihn mit B zu vergleichen.</translation>
    </message>
    <message>
        <source>Choose a clip for B to compare it with A.</source>
        <translation>Wählen Sie einen Clip für B, um ihn mit A zu vergleichen.</translation>
    </message>
    <message>
        <source>Choose a result…</source>
        <translation>Ergebnis wählen…</translation>
    </message>
    <message>
        <source>Choose one of the finished runs</source>
        <translation>Einen der fertigen Läufe wählen</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>The settings of one clip are unknown</source>
        <translation>Die Einstellungen eines Clips sind nicht bekannt</translation>
    </message>
    <message>
        <source>The settings are the same</source>
        <translation>Die Einstellungen sind gleich</translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s) differ</source>
        <translation>
            <numerusform>%n Einstellung ist anders</numerusform>
            <numerusform>%n Einstellungen sind anders</numerusform>
        </translation>
    </message>
    <message>
        <source>measuring…</source>
        <translation>wird gemessen…</translation>
    </message>
    <message>
        <source>SSIM %1 on average</source>
        <translation>SSIM im Mittel %1</translation>
    </message>
    <message>
        <source>SSIM</source>
        <translation>SSIM</translation>
    </message>
    <message>
        <source>PSNR %1 dB on average</source>
        <translation>PSNR im Mittel %1 dB</translation>
    </message>
    <message>
        <source>PSNR</source>
        <translation>PSNR</translation>
    </message>
    <message>
        <source>&amp;A</source>
        <translation>&amp;A</translation>
    </message>
    <message>
        <source>&amp;B</source>
        <translation>&amp;B</translation>
    </message>
    <message>
        <source>Swap A and B</source>
        <translation>A und B tauschen</translation>
    </message>
    <message>
        <source>&amp;Side by side</source>
        <translation>&amp;Nebeneinander</translation>
    </message>
    <message>
        <source>&amp;Wipe</source>
        <translation>&amp;Wischblende</translation>
    </message>
    <message>
        <source>A to the left of a divider that you can drag, B to the right</source>
        <translation>A links von einem Teiler, den Sie ziehen, B rechts davon</translation>
    </message>
    <message>
        <source>The difference at each pixel; black means identical</source>
        <translation>Wie weit beide an jedem Pixel auseinanderliegen; Schwarz heißt gleich</translation>
    </message>
    <message>
        <source>Amplification of the difference</source>
        <translation>Verstärkung der Differenz</translation>
    </message>
    <message>
        <source>×%1</source>
        <translation>×%1</translation>
    </message>
    <message>
        <source>Compare with large only</source>
        <translation>Mit nur groß vergleichen</translation>
    </message>
    <message>
        <source>Queues A&apos;s run again with the large model on every step, to show what the small model costs in quality</source>
        <translation>Reiht den Lauf von A noch einmal mit dem großen Modell bei jedem Schritt ein: was der Anteil des kleinen an Qualität kostet</translation>
    </message>
    <message>
        <source>Peak signal-to-noise ratio; higher is closer, 100 dB means identical</source>
        <translation>Spitzen-Signal-Rausch-Verhältnis; höher ist ähnlicher, 100 dB heißt gleich</translation>
    </message>
    <message>
        <source>Settings that differ</source>
        <translation>Abweichende Einstellungen</translation>
    </message>
    <message>
        <source>How many times brighter the difference is shown</source>
        <translation>Wie viel heller der Unterschied gezeigt wird</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <translation>%1 — %2</translation>
    </message>
    <message>
        <source>Sh&amp;ow %1</source>
        <translation>%1 zei&amp;gen</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>%1 zeigen</translation>
    </message>
    <message>
        <source>different sizes</source>
        <translation>verschieden groß</translation>
    </message>
    <message>
        <source>SSIM to A</source>
        <translation>SSIM zu A</translation>
    </message>
    <message>
        <source>PSNR to A, dB</source>
        <translation>PSNR zu A, dB</translation>
    </message>
    <message>
        <source>All clips in full, side by side</source>
        <translation>Alle Clips ganz, nebeneinander</translation>
    </message>
    <message>
        <source>Diff&amp;erence</source>
        <translation>Diff&amp;erenz</translation>
    </message>
    <message>
        <source>&amp;Flicker</source>
        <translation>Blin&amp;ken</translation>
    </message>
    <message>
        <source>The clips in turn at one place: F shows the next one, H shows it while you hold the key</source>
        <translation>Die Clips abwechselnd an einer Stelle: F zeigt den nächsten, H nur, solange Sie die Taste halten</translation>
    </message>
    <message>
        <source>The next clip at the same place (F); hold H to see it for a moment</source>
        <translation>Der nächste Clip an derselben Stelle (F); halten Sie H gedrückt, um ihn kurz zu sehen</translation>
    </message>
    <message>
        <source>&amp;Zoom</source>
        <translation>&amp;Zoom</translation>
    </message>
    <message>
        <source>Zoom of all clips</source>
        <translation>Zoom aller Clips</translation>
    </message>
    <message>
        <source>All clips show the same part: turn the wheel or press + and − to zoom, 0 to fit</source>
        <translation>Alle Clips zeigen denselben Ausschnitt: Mausrad oder + und − zoomen, 0 passt ein</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xportieren…</translation>
    </message>
    <message>
        <source>Export the comparison</source>
        <translation>Den Vergleich exportieren</translation>
    </message>
    <message>
        <source>Saves the clips side by side as one video, each below its label</source>
        <translation>Speichert die Clips nebeneinander als ein Video, jeden unter seiner Beschriftung</translation>
    </message>
    <message>
        <source>Clip %1</source>
        <translation>Clip %1</translation>
    </message>
    <message>
        <source>Compare another clip</source>
        <translation>Noch einen Clip vergleichen</translation>
    </message>
    <message>
        <source>Compare another clip, up to four</source>
        <translation>Noch einen Clip vergleichen, bis zu vier</translation>
    </message>
    <message>
        <source>Remove the last clip</source>
        <translation>Letzten Clip entfernen</translation>
    </message>
    <message>
        <source>Remove the last clip from the comparison</source>
        <translation>Den letzten Clip aus dem Vergleich nehmen</translation>
    </message>
    <message>
        <source>Compare with lar&amp;ge only</source>
        <translation>Mit nur g&amp;roß vergleichen</translation>
    </message>
    <message>
        <source>%1 without the steps taken over</source>
        <translation>%1 ohne die übernommenen Schritte</translation>
    </message>
    <message>
        <source>%1 less time than A</source>
        <translation>%1 weniger Zeit als A</translation>
    </message>
    <message>
        <source>%1 more time than A</source>
        <translation>%1 mehr Zeit als A</translation>
    </message>
    <message>
        <source>%1 fewer FLOPs than large only</source>
        <translation>%1 weniger FLOPs als nur groß</translation>
    </message>
    <message>
        <source>%1 more FLOPs than large only</source>
        <translation>%1 mehr FLOPs als nur groß</translation>
    </message>
    <message>
        <source>SSIM to A %1</source>
        <translation>SSIM zu A %1</translation>
    </message>
    <message>
        <source>%1 has %2</source>
        <comment>B has 17 frames</comment>
        <translation>%1 hat %2</translation>
    </message>
    <message>
        <source>%1 is %2 and is shown in A&apos;s size, %3; clips of different sizes are not measured.</source>
        <translation>%1 misst %2 und wird in der Größe von A gezeigt, %3; Clips verschiedener Größe werden nicht gemessen.</translation>
    </message>
    <message>
        <source>%1: the first %2 are compared.</source>
        <translation>%1: Verglichen werden die ersten %2.</translation>
    </message>
    <message>
        <source>All play at A&apos;s %1 frames per second.</source>
        <translation>Alle laufen mit den %1 Bildern pro Sekunde von A.</translation>
    </message>
    <message>
        <source>Wipe and difference show A and B only.</source>
        <translation>Wischblende und Differenz zeigen nur A und B.</translation>
    </message>
    <message>
        <source>Structural similarity; 1 means identical. Click to go to a frame</source>
        <translation>Strukturelle Ähnlichkeit, 1 heißt gleich; ein Klick zeigt das Bild</translation>
    </message>
    <message>
        <source>%1 with comparing the models</source>
        <translation>%1 mit Vergleich der Modelle</translation>
    </message>
    <message>
        <source>%1 times the time of A</source>
        <comment>11.5</comment>
        <translation>%1-mal so lang wie A</translation>
    </message>
</context>
<context>
    <name>fb::ui::ComponentCard</name>
    <message>
        <source>%1 billion parameters</source>
        <translation>%1 Milliarden Parameter</translation>
    </message>
    <message>
        <source>%1 million parameters</source>
        <translation>%1 Millionen Parameter</translation>
    </message>
    <message>
        <source>%1 parameters</source>
        <translation>%1 Parameter</translation>
    </message>
    <message>
        <source>&quot;Where to get them&quot; below lists the files that can be used.</source>
        <translation>Unter „Bezugsquellen“ weiter unten stehen die verwendbaren Dateien.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Tokenizer</source>
        <translation>Tokenizer</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Remove %1 from the list</source>
        <translation>%1 von der Liste nehmen</translation>
    </message>
    <message>
        <source>Removes it from this list; the file is not deleted</source>
        <translation>Nimmt den Eintrag von der Liste; die Datei bleibt, wo sie ist</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Details of %1</source>
        <translation>Details zu %1</translation>
    </message>
    <message>
        <source>Sizes, and tensors that are missing or unexpected</source>
        <translation>Größen sowie Tensoren, die fehlen oder nicht dazugehören</translation>
    </message>
    <message>
        <source>Inspecting %1…</source>
        <translation>%1 wird untersucht…</translation>
    </message>
    <message>
        <source>%1 layout</source>
        <translation>Layout: %1</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Fehlend</translation>
    </message>
    <message>
        <source>Unexpected</source>
        <translation>Nicht erwartet</translation>
    </message>
    <message>
        <source>Wrong shape</source>
        <translation>Mit anderer Form</translation>
    </message>
    <message>
        <source>Sizes</source>
        <translation>Größen</translation>
    </message>
    <message numerus="yes">
        <source>%n tensor(s) missing</source>
        <translation>
            <numerusform>%n Tensor fehlt</numerusform>
            <numerusform>%n Tensoren fehlen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unexpected</source>
        <translation>
            <numerusform>%n nicht erwartet</numerusform>
            <numerusform>%n nicht erwartet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with the wrong shape</source>
        <translation>
            <numerusform>%n mit anderer Form</numerusform>
            <numerusform>%n mit anderer Form</numerusform>
        </translation>
    </message>
    <message>
        <source>This cannot be used: %1. Download it again, or add all of its files.</source>
        <translation>Das ist nicht verwendbar: %1. Laden Sie es neu herunter oder fügen Sie alle zugehörigen Dateien hinzu.</translation>
    </message>
    <message>
        <source>Transformer and VAE in one</source>
        <translation>Transformer und VAE in einem</translation>
    </message>
    <message>
        <source>Not a part of a pair: add it in the prompt panel, under LoRAs.</source>
        <translation>Kein Teil eines Paars: Fügen Sie sie im Prompt-Bereich unter „LoRAs“ hinzu.</translation>
    </message>
</context>
<context>
    <name>fb::ui::ContactSheet</name>
    <message>
        <source>Pro&amp;mpt</source>
        <translation>Pro&amp;mpt</translation>
    </message>
    <message>
        <source>Prompt whose clips are shown</source>
        <translation>Prompt, dessen Clips gezeigt werden</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Play the clips together</source>
        <translation>Die Clips gemeinsam abspielen</translation>
    </message>
    <message>
        <source>Frame of the clips</source>
        <translation>Bild der Clips</translation>
    </message>
    <message>
        <source>Large model alone</source>
        <translation>Großes Modell allein</translation>
    </message>
    <message>
        <source>Small model alone</source>
        <translation>Kleines Modell allein</translation>
    </message>
    <message>
        <source>No clip</source>
        <translation>Kein Clip</translation>
    </message>
    <message>
        <source>Not decoded</source>
        <translation>Nicht dekodiert</translation>
    </message>
</context>
<context>
    <name>fb::ui::CostWords</name>
    <message numerus="yes">
        <source>Large on all %n step(s)</source>
        <translation>
            <numerusform>Groß bei allen %n Schritten</numerusform>
            <numerusform>Groß bei allen %n Schritten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Small on all %n step(s)</source>
        <translation>
            <numerusform>Klein bei allen %n Schritten</numerusform>
            <numerusform>Klein bei allen %n Schritten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Large %1 of %n step(s)</source>
        <translation>
            <numerusform>Groß bei %1 von %n Schritt</numerusform>
            <numerusform>Groß bei %1 von %n Schritten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 fewer FLOPs</source>
        <translation>%1 weniger FLOPs</translation>
    </message>
    <message>
        <source>%1 more FLOPs</source>
        <translation>%1 mehr FLOPs</translation>
    </message>
    <message>
        <source>about %1 instead of %2</source>
        <comment>41 s and 1:03</comment>
        <translation>etwa %1 statt %2</translation>
    </message>
    <message>
        <source>about %1</source>
        <comment>1:03</comment>
        <translation>etwa %1</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) taken over</source>
        <translation>
            <numerusform>%n Schritt übernommen</numerusform>
            <numerusform>%n Schritte übernommen</numerusform>
        </translation>
    </message>
    <message>
        <source>with comparing</source>
        <translation>mit Vergleich</translation>
    </message>
    <message>
        <source>if the guard lets the small model go on</source>
        <translation>wenn der Wächter das kleine Modell weitermachen lässt</translation>
    </message>
    <message>
        <source>sameness about %1</source>
        <translation>Gleichheit etwa %1</translation>
    </message>
</context>
<context>
    <name>fb::ui::CropField</name>
    <message>
        <source>Keeps %1 of %2 pixels.</source>
        <translation>Behält %1 von %2 Pixeln.</translation>
    </message>
    <message>
        <source>Of %1 pixels, this shape leaves only %2. Choose another one.</source>
        <translation>Von %1 Pixeln lässt diese Form nur %2 übrig. Wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>%1 across, %2 down</source>
        <translation>%1 von links, %2 von oben</translation>
    </message>
    <message>
        <source>The whole picture</source>
        <translation>Das ganze Bild</translation>
    </message>
    <message>
        <source>Other shape</source>
        <translation>Andere Form</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>Zuschnitt</translation>
    </message>
    <message>
        <source>Keeps the largest part of this shape, before the clip is enlarged</source>
        <translation>Behält den größten Ausschnitt dieser Form, bevor der Clip vergrößert wird</translation>
    </message>
    <message>
        <source>Width of the shape</source>
        <translation>Breite der Form</translation>
    </message>
    <message>
        <source>Height of the shape</source>
        <translation>Höhe der Form</translation>
    </message>
    <message>
        <source>Part of the picture that stays</source>
        <translation>Bildausschnitt, der bleibt</translation>
    </message>
    <message>
        <source>Drag the frame, or move it with the arrow keys</source>
        <translation>Ziehen Sie den Rahmen, oder bewegen Sie ihn mit den Pfeiltasten</translation>
    </message>
</context>
<context>
    <name>fb::ui::CurveLegend</name>
    <message>
        <source>relative L2</source>
        <translation>relativer L2</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>Kosinus</translation>
    </message>
    <message>
        <source>probe band</source>
        <translation>Messband</translation>
    </message>
    <message>
        <source>Legend of the plot</source>
        <translation>Legende der Kurven</translation>
    </message>
    <message>
        <source>Solid line with filled circles: relative L2. Dashed line with open circles: cosine distance. Shaded band: range of the last probes.</source>
        <translation>Durchgezogene Linie mit gefüllten Kreisen: relativer L2. Gestrichelte Linie mit offenen Kreisen: Kosinusabstand. Schattiertes Band: Bereich der letzten Messläufe.</translation>
    </message>
    <message>
        <source>Relative L2: length of the difference between the two models&apos; velocities, relative to the large one&apos;s.
Cosine: how far their directions differ.
Probe band: range of the last probes.</source>
        <translation>Relativer L2: Länge der Differenz beider Geschwindigkeiten, bezogen auf die des großen Modells.
Kosinus: wie stark ihre Richtungen abweichen.
Messband: Bereich der letzten Messläufe.</translation>
    </message>
    <message>
        <source>Solid line with filled circles: cosine distance. Dashed line with open circles: relative L2. Shaded band: range of the last probes.</source>
        <translation>Durchgezogene Linie mit gefüllten Kreisen: Kosinusabstand. Gestrichelte Linie mit offenen Kreisen: relativer L2. Schattiertes Band: Bereich der letzten Messläufe.</translation>
    </message>
</context>
<context>
    <name>fb::ui::DivergencePlot</name>
    <message>
        <source>SMALL</source>
        <translation>KLEIN</translation>
    </message>
    <message>
        <source>LARGE</source>
        <translation>GROSS</translation>
    </message>
    <message>
        <source>early %1 %</source>
        <translation>früh %1 %</translation>
    </message>
    <message>
        <source>late %1 %</source>
        <translation>spät %1 %</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>Probe to see where the two models differ</source>
        <translation>Ein Messlauf zeigt, wo sich die beiden Modelle unterscheiden</translation>
    </message>
    <message>
        <source>step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Save as P&amp;NG…</source>
        <translation>Als P&amp;NG speichern…</translation>
    </message>
    <message>
        <source>Save as P&amp;DF…</source>
        <translation>Als P&amp;DF speichern…</translation>
    </message>
    <message>
        <source>&amp;Reset zoom</source>
        <translation>Zoom &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>Save the plot</source>
        <translation>Diagramm speichern</translation>
    </message>
    <message>
        <source>Saved %1.</source>
        <translation>%1 gespeichert.</translation>
    </message>
    <message>
        <source>%1 could not be written; choose another place.</source>
        <translation>%1 ließ sich nicht schreiben; wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>Stage boundaries over the velocity divergence</source>
        <translation>Phasengrenzen über der Geschwindigkeitsabweichung</translation>
    </message>
    <message>
        <source>rel. L2</source>
        <translation>rel. L2</translation>
    </message>
    <message>
        <source>noise</source>
        <translation>Rauschen</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>Kosinus</translation>
    </message>
    <message>
        <source>The running step is past this boundary, so it can no longer move.</source>
        <translation>Diese Grenze liegt hinter dem laufenden Schritt und lässt sich nicht mehr verschieben.</translation>
    </message>
    <message>
        <source>Drag to move the boundary, or press the arrow keys. Esc cancels a drag.</source>
        <translation>Ziehen Sie die Grenze oder drücken Sie die Pfeiltasten. Esc nimmt das Ziehen zurück.</translation>
    </message>
    <message>
        <source>The large model runs the shaded steps labelled LARGE, the small one those labelled SMALL. Scroll to zoom; double-click to see everything.</source>
        <translation>Das große Modell rechnet die mit GROSS beschrifteten Schritte, das kleine die mit KLEIN. Mausrad: zoomen; Doppelklick: alles zeigen.</translation>
    </message>
    <message>
        <source>Step %1, large model
Noise level %2
Relative L2 %3
Cosine distance %4</source>
        <translation>Schritt %1, großes Modell
Rauschpegel %2
Relativer L2 %3
Kosinusabstand %4</translation>
    </message>
    <message>
        <source>Step %1, small model
Noise level %2
Relative L2 %3
Cosine distance %4</source>
        <translation>Schritt %1, kleines Modell
Rauschpegel %2
Relativer L2 %3
Kosinusabstand %4</translation>
    </message>
    <message>
        <source>Save the curves as C&amp;SV…</source>
        <translation>Kurven als C&amp;SV speichern…</translation>
    </message>
    <message>
        <source>&amp;Copy image</source>
        <translation>Bild &amp;kopieren</translation>
    </message>
    <message>
        <source>The plot was copied to the clipboard.</source>
        <translation>Das Diagramm ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Copy c&amp;urves as CSV</source>
        <translation>K&amp;urven als CSV kopieren</translation>
    </message>
    <message>
        <source>The curves were copied to the clipboard.</source>
        <translation>Die Kurven sind in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Large until step %1 of %2, small until %3, large to the end</source>
        <translation>Groß bis Schritt %1 von %2, klein bis %3, groß bis zum Ende</translation>
    </message>
    <message>
        <source>Large on all %1 steps</source>
        <translation>Groß bei allen %1 Schritten</translation>
    </message>
    <message>
        <source>Small on all %1 steps</source>
        <translation>Klein bei allen %1 Schritten</translation>
    </message>
    <message>
        <source>Large until step %1 of %2, small to the end</source>
        <translation>Groß bis Schritt %1 von %2, klein bis zum Ende</translation>
    </message>
    <message>
        <source>Small until step %1 of %2, large to the end</source>
        <translation>Klein bis Schritt %1 von %2, groß bis zum Ende</translation>
    </message>
    <message>
        <source>%1. The early boundary is selected.</source>
        <translation>%1. Die frühe Grenze bewegt sich.</translation>
    </message>
    <message>
        <source>%1. The late boundary is selected.</source>
        <translation>%1. Die späte Grenze bewegt sich.</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>per cent</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>This boundary is within the steps that are taken over, so it cannot move.</source>
        <translation>Diese Grenze liegt in den übernommenen Schritten und lässt sich nicht verschieben.</translation>
    </message>
    <message>
        <source>Conditional velocities, without guidance</source>
        <translation>Bedingte Geschwindigkeiten, ohne Führung</translation>
    </message>
    <message>
        <source>Dist&amp;ance</source>
        <translation>&amp;Abstand</translation>
    </message>
    <message>
        <source>&amp;Import a profile…</source>
        <translation>Profil &amp;importieren…</translation>
    </message>
    <message>
        <source>&amp;Export the profile…</source>
        <translation>Profil &amp;exportieren…</translation>
    </message>
    <message>
        <source>&amp;Relative L2, guided velocities</source>
        <translation>&amp;Relativer L2, geführte Geschwindigkeiten</translation>
    </message>
    <message>
        <source>&amp;Cosine, guided velocities</source>
        <translation>&amp;Kosinus, geführte Geschwindigkeiten</translation>
    </message>
    <message>
        <source>Re&amp;lative L2, conditional velocities</source>
        <translation>Re&amp;lativer L2, bedingte Geschwindigkeiten</translation>
    </message>
    <message>
        <source>C&amp;osine, conditional velocities</source>
        <translation>K&amp;osinus, bedingte Geschwindigkeiten</translation>
    </message>
    <message>
        <source>Drag: wider is faster, narrower is more like the large model</source>
        <translation>Ziehen: breiter ist schneller, schmaler näher am großen Modell</translation>
    </message>
</context>
<context>
    <name>fb::ui::DocumentOpener</name>
    <message>
        <source>Open a clip</source>
        <translation>Clip öffnen</translation>
    </message>
    <message>
        <source>Clips (*.mp4 *.webm *.mov *.gif *.png);;All files (*)</source>
        <translation>Clips (*.mp4 *.webm *.mov *.gif *.png);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1 contains no settings; only the clip is shown.</source>
        <translation>%1 enthält keine Einstellungen; der Clip wird nur gezeigt.</translation>
    </message>
    <message>
        <source>Settings loaded from %1.</source>
        <translation>Einstellungen aus %1 übernommen.</translation>
    </message>
    <message>
        <source>Another program left a prompt in %1: %2</source>
        <translation>Ein anderes Programm hat in %1 einen Prompt hinterlassen: %2</translation>
    </message>
    <message>
        <source>Use its prompt</source>
        <translation>Dessen Prompt übernehmen</translation>
    </message>
    <message>
        <source>Queue clips from a list</source>
        <translation>Clips aus einer Liste einreihen</translation>
    </message>
    <message>
        <source>Lists of prompts (*.txt *.csv *.tsv)</source>
        <translation>Listen von Prompts (*.txt *.csv *.tsv)</translation>
    </message>
    <message>
        <source>%1 lists %2 clips; the queue takes up to %3 at once. Divide the list.</source>
        <translation>%1 nennt %2 Clips; die Warteschlange nimmt höchstens %3 auf einmal. Teilen Sie die Liste.</translation>
    </message>
    <message numerus="yes">
        <source>%1 lists %n clip(s).</source>
        <translation>
            <numerusform>%1 nennt %n Clip.</numerusform>
            <numerusform>%1 nennt %n Clips.</numerusform>
        </translation>
    </message>
    <message>
        <source>Add to the queue</source>
        <translation>In die Warteschlange</translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s) were added to the queue.</source>
        <translation>
            <numerusform>%n Clip wurde eingereiht.</numerusform>
            <numerusform>%n Clips wurden eingereiht.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fb::ui::EditBar</name>
    <message>
        <source>Editing in the queue: %1</source>
        <translation>In der Warteschlange bearbeiten: %1</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>The queued run gets these settings and keeps its place</source>
        <translation>Der wartende Lauf erhält diese Einstellungen und behält seinen Platz</translation>
    </message>
    <message>
        <source>Save the queued run</source>
        <translation>Den wartenden Lauf speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Leave the queued run as it is</source>
        <translation>Den wartenden Lauf lassen, wie er ist</translation>
    </message>
    <message>
        <source>Cancel editing</source>
        <translation>Bearbeiten abbrechen</translation>
    </message>
</context>
<context>
    <name>fb::ui::EditPresenter</name>
    <message>
        <source>Steps are done</source>
        <translation>Schritte sind fertig</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) of this run are done. With other settings, it starts from the beginning.</source>
        <translation>
            <numerusform>%n Schritt dieses Laufs ist fertig. Mit anderen Einstellungen beginnt er von vorn.</numerusform>
            <numerusform>%n Schritte dieses Laufs sind fertig. Mit anderen Einstellungen beginnt er von vorn.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Save and start over</source>
        <translation>&amp;Speichern und von vorn beginnen</translation>
    </message>
    <message>
        <source>&amp;Keep the steps</source>
        <translation>Schritte &amp;behalten</translation>
    </message>
    <message>
        <source>The queued run is changed.</source>
        <translation>Der wartende Lauf ist geändert.</translation>
    </message>
</context>
<context>
    <name>fb::ui::EngineHost</name>
    <message>
        <source>The engine %1 was not found next to the program. Reinstall the program.</source>
        <translation>Die Engine %1 liegt nicht neben dem Programm. Installieren Sie das Programm neu.</translation>
    </message>
    <message>
        <source>The engine %1 cannot be opened: %2</source>
        <translation>Die Engine %1 lässt sich nicht öffnen: %2</translation>
    </message>
    <message>
        <source>The engine %1 has version %2, but the program has version %3. Reinstall the program.</source>
        <translation>Die Engine %1 hat die Version %2, das Programm die Version %3. Installieren Sie das Programm neu.</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
</context>
<context>
    <name>fb::ui::ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>F&amp;ile</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>D&amp;urchsuchen…</translation>
    </message>
    <message>
        <source>Cl&amp;ose</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>File to write</source>
        <translation>Zu schreibende Datei</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>etwa %1</translation>
    </message>
    <message>
        <source>Re&amp;place</source>
        <translation>E&amp;rsetzen</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>E&amp;xportieren</translation>
    </message>
    <message>
        <source>Folder for the frames</source>
        <translation>Ordner für die Bilder</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>Exportieren nach</translation>
    </message>
    <message>
        <source>%1 already exists. Press Replace to overwrite it, or choose another name.</source>
        <translation>%1 gibt es schon. Mit „Ersetzen“ wird die Datei überschrieben; sonst wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>Crea&amp;te folder</source>
        <translation>Ordner an&amp;legen</translation>
    </message>
    <message>
        <source>The folder %1 does not exist. Press Create folder to make it, or choose another one.</source>
        <translation>Den Ordner %1 gibt es nicht. Mit „Ordner anlegen“ wird er erstellt; oder wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made; choose another one.</source>
        <translation>Der Ordner %1 lässt sich nicht anlegen; wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>First frame of the clip</source>
        <translation>Erstes Bild des Clips</translation>
    </message>
    <message>
        <source>Another export is going to write %1. Choose another name.</source>
        <translation>Ein anderer Export schreibt %1. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>every frame is shown %1 times</source>
        <translation>jedes Bild wird %1-mal gezeigt</translation>
    </message>
    <message>
        <source>1 of %1 frames is kept, the others are left out</source>
        <translation>von je %1 Bildern bleibt 1, die anderen entfallen</translation>
    </message>
    <message>
        <source>1 of %1 frames is left out</source>
        <translation>von je %1 Bildern entfällt 1</translation>
    </message>
    <message>
        <source>%1 of %2 frames are left out</source>
        <translation>%1 von je %2 Bildern entfallen</translation>
    </message>
    <message>
        <source>frames are shown %1 or %2 times</source>
        <translation>Bilder werden %1- oder %2-mal gezeigt</translation>
    </message>
    <message>
        <source>every second frame is shown twice</source>
        <translation>jedes zweite Bild wird zweimal gezeigt</translation>
    </message>
    <message>
        <source>1 of %1 frames is shown twice</source>
        <translation>von je %1 Bildern wird 1 zweimal gezeigt</translation>
    </message>
    <message>
        <source>%1 of %2 frames are shown twice</source>
        <translation>%1 von je %2 Bildern werden zweimal gezeigt</translation>
    </message>
    <message>
        <source>The clip has %1 fps, so every frame stays as it is.</source>
        <translation>Der Clip hat %1 fps, also bleibt jedes Bild, wie es ist.</translation>
    </message>
    <message>
        <source>%1 → %2 fps</source>
        <translation>%1 → %2 fps</translation>
    </message>
    <message>
        <source>new frames are mixed from the two around their time</source>
        <translation>neue Bilder werden aus den beiden zeitlich benachbarten gemischt</translation>
    </message>
    <message>
        <source>some frames are shown more than once</source>
        <translation>manche Bilder werden mehrmals gezeigt</translation>
    </message>
    <message>
        <source>some frames are left out</source>
        <translation>manche Bilder entfallen</translation>
    </message>
    <message>
        <source>Copied as it is.</source>
        <translation>Unverändert übernommen.</translation>
    </message>
    <message>
        <source>Encoded as AAC.</source>
        <translation>Als AAC kodiert.</translation>
    </message>
    <message>
        <source>Encoded as Opus.</source>
        <translation>Als Opus kodiert.</translation>
    </message>
    <message>
        <source>Stored uncompressed.</source>
        <translation>Unkomprimiert gespeichert.</translation>
    </message>
    <message>
        <source>Its length is not known: it is cut off after %1 s, or silence follows.</source>
        <translation>Die Länge ist unbekannt: Nach %1 s wird abgeschnitten, oder es folgt Stille.</translation>
    </message>
    <message>
        <source>The first %1 of %2 s are used.</source>
        <translation>Die ersten %1 von %2 s werden verwendet.</translation>
    </message>
    <message>
        <source>After %1 s, %2 s of silence follow.</source>
        <translation>Nach %1 s folgen %2 s Stille.</translation>
    </message>
    <message>
        <source>It is as long as the clip.</source>
        <translation>So lang wie der Clip.</translation>
    </message>
    <message>
        <source>Fol&amp;der</source>
        <translation>Or&amp;dner</translation>
    </message>
    <message>
        <source>Folder for the clips</source>
        <translation>Ordner für die Clips</translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s)</source>
        <translation>
            <numerusform>%n Clip</numerusform>
            <numerusform>%n Clips</numerusform>
        </translation>
    </message>
    <message>
        <source>Named as in Settings › Saving: %1</source>
        <translation>Benannt wie unter Einstellungen › Speichern: %1</translation>
    </message>
    <message>
        <source>Waiting for the disk to say what is at %1…</source>
        <translation>Warten, bis der Datenträger sagt, was unter %1 liegt…</translation>
    </message>
</context>
<context>
    <name>fb::ui::ExportFields</name>
    <message>
        <source>MP4 · H.264, plays everywhere</source>
        <translation>MP4 · H.264, läuft überall</translation>
    </message>
    <message>
        <source>MP4 · H.265, smaller</source>
        <translation>MP4 · H.265, kleiner</translation>
    </message>
    <message>
        <source>MP4 · AV1, smallest</source>
        <translation>MP4 · AV1, am kleinsten</translation>
    </message>
    <message>
        <source>WebM · VP9, for web pages</source>
        <translation>WebM · VP9, für Webseiten</translation>
    </message>
    <message>
        <source>GIF, an animated image</source>
        <translation>GIF, ein animiertes Bild</translation>
    </message>
    <message>
        <source>PNG sequence, lossless</source>
        <translation>PNG-Sequenz, verlustfrei</translation>
    </message>
    <message>
        <source>MOV · ProRes, for editing</source>
        <translation>MOV · ProRes, für den Schnitt</translation>
    </message>
    <message>
        <source>Pre&amp;set</source>
        <translation>&amp;Vorlage</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>&amp;Quality</source>
        <translation>&amp;Qualität</translation>
    </message>
    <message>
        <source>Si&amp;ze</source>
        <translation>&amp;Größe</translation>
    </message>
    <message>
        <source>Frame r&amp;ate</source>
        <translation>B&amp;ildrate</translation>
    </message>
    <message>
        <source>F&amp;rames</source>
        <translation>&amp;Bilder</translation>
    </message>
    <message>
        <source>So&amp;und</source>
        <translation>&amp;Ton</translation>
    </message>
    <message>
        <source>&amp;Loops</source>
        <translation>&amp;Wiederholungen</translation>
    </message>
    <message>
        <source>forever</source>
        <translation>endlos</translation>
    </message>
    <message>
        <source>&amp;Keep the settings in the file</source>
        <translation>&amp;Einstellungen in der Datei speichern</translation>
    </message>
    <message>
        <source>Prompt, seed and schedule are saved with the clip; drop the file on the window to load them again</source>
        <translation>Prompt, Seed und Zeitplan reisen mit dem Clip; ziehen Sie ihn auf das Fenster, um sie zurückzuholen</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>Higher looks better and makes a larger file</source>
        <translation>Höher sieht besser aus und ergibt eine größere Datei</translation>
    </message>
    <message>
        <source>Constant rate factor</source>
        <translation>Konstanter Ratenfaktor</translation>
    </message>
    <message>
        <source>The encoder&apos;s own number for the quality: lower looks better and makes a larger file</source>
        <translation>Die eigene Zahl des Encoders für die Qualität: Niedriger sieht besser aus und ergibt eine größere Datei</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Larger sizes are computed with a Lanczos filter</source>
        <translation>Größere Bilder werden mit einem Lanczos-Filter berechnet</translation>
    </message>
    <message>
        <source>As in the clip</source>
        <translation>Wie im Clip</translation>
    </message>
    <message>
        <source>Repeat or leave out frames</source>
        <translation>Bilder wiederholen oder weglassen</translation>
    </message>
    <message>
        <source>Blend frames</source>
        <translation>Bilder überblenden</translation>
    </message>
    <message>
        <source>Frame rate</source>
        <translation>Bildrate</translation>
    </message>
    <message>
        <source>The clip lasts as long as before</source>
        <translation>Der Clip dauert so lange wie zuvor</translation>
    </message>
    <message>
        <source> fps</source>
        <translation> fps</translation>
    </message>
    <message>
        <source>Frames per second of the file</source>
        <translation>Bilder pro Sekunde der Datei</translation>
    </message>
    <message>
        <source>First frame</source>
        <translation>Erstes Bild</translation>
    </message>
    <message>
        <source>Last frame</source>
        <translation>Letztes Bild</translation>
    </message>
    <message>
        <source>How often the GIF repeats</source>
        <translation>Wie oft sich das GIF wiederholt</translation>
    </message>
    <message>
        <source>%1 (no encoder on this machine)</source>
        <translation>%1 (kein Encoder auf diesem Rechner)</translation>
    </message>
    <message>
        <source>Size li&amp;mit</source>
        <translation>&amp;Höchstgröße</translation>
    </message>
    <message>
        <source>&amp;Crop</source>
        <translation>&amp;Zuschnitt</translation>
    </message>
    <message>
        <source>Pla&amp;y</source>
        <translation>Abs&amp;pielen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>Largest size of the file</source>
        <translation>Höchstgröße der Datei</translation>
    </message>
    <message>
        <source>If the file would be larger, its quality is lowered; that takes several encodings</source>
        <translation>Würde die Datei größer, wird ihre Qualität gesenkt; dafür wird mehrmals kodiert</translation>
    </message>
</context>
<context>
    <name>fb::ui::ExportList</name>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>begins</source>
        <translation>beginnt</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>gespeichert</translation>
    </message>
    <message>
        <source>cancelled; no file was written</source>
        <translation>abgebrochen; es wurde keine Datei geschrieben</translation>
    </message>
    <message>
        <source>Progress of %1</source>
        <translation>Fortschritt von %1</translation>
    </message>
    <message>
        <source>Show %1 in its folder</source>
        <translation>%1 im Ordner zeigen</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Cancel the export of %1</source>
        <translation>Export von %1 abbrechen</translation>
    </message>
    <message>
        <source>Cancel this export; no file is written</source>
        <translation>Diesen Export abbrechen; es wird keine Datei geschrieben</translation>
    </message>
    <message>
        <source>Exports</source>
        <translation>Exporte</translation>
    </message>
    <message>
        <source>Clear fi&amp;nished</source>
        <translation>Fertige e&amp;ntfernen</translation>
    </message>
    <message>
        <source>Takes exports that have ended off the list; their files stay</source>
        <translation>Nimmt beendete Exporte aus der Liste; ihre Dateien bleiben</translation>
    </message>
</context>
<context>
    <name>fb::ui::ExportPresenter</name>
    <message>
        <source>Saved %1.</source>
        <translation>%1 gespeichert.</translation>
    </message>
    <message>
        <source>The export to %1</source>
        <translation>Der Export nach %1</translation>
    </message>
    <message>
        <source>Exports are not finished</source>
        <translation>Exporte sind nicht fertig</translation>
    </message>
    <message numerus="yes">
        <source>%n export(s) are not finished. If you quit now, their files are not written.</source>
        <translation>
            <numerusform>%n Export ist nicht fertig. Wenn Sie jetzt beenden, wird seine Datei nicht geschrieben.</numerusform>
            <numerusform>%n Exporte sind nicht fertig. Wenn Sie jetzt beenden, werden ihre Dateien nicht geschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Finish them, then quit</source>
        <translation>&amp;Fertigstellen, dann beenden</translation>
    </message>
    <message>
        <source>&amp;Cancel them and quit</source>
        <translation>&amp;Abbrechen und beenden</translation>
    </message>
    <message>
        <source>&amp;Stay</source>
        <translation>&amp;Bleiben</translation>
    </message>
    <message numerus="yes">
        <source>The program ended before %n export(s) were finished: %1. Export them again.</source>
        <translation>
            <numerusform>Das Programm wurde beendet, bevor %n Export fertig war: %1. Exportieren Sie ihn noch einmal.</numerusform>
            <numerusform>Das Programm wurde beendet, bevor %n Exporte fertig waren: %1. Exportieren Sie sie noch einmal.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fb::ui::ExportPresetBar</name>
    <message>
        <source>Custom</source>
        <translation>Eigene Werte</translation>
    </message>
    <message>
        <source>Save export preset</source>
        <translation>Exportvorlage speichern</translation>
    </message>
    <message>
        <source>Rename export preset</source>
        <translation>Exportvorlage umbenennen</translation>
    </message>
    <message>
        <source>Name of the preset:</source>
        <translation>Name der Vorlage:</translation>
    </message>
    <message>
        <source>There is already a preset called &quot;%1&quot;. Replace it?</source>
        <translation>Es gibt schon eine Vorlage namens „%1“. Ersetzen?</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Ersetzen</translation>
    </message>
    <message>
        <source>There is already a preset called &quot;%1&quot;. Choose another name.</source>
        <translation>Es gibt schon eine Vorlage namens „%1“. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>Delete export preset</source>
        <translation>Exportvorlage löschen</translation>
    </message>
    <message>
        <source>Delete the preset &quot;%1&quot;? This cannot be undone.</source>
        <translation>Die Vorlage „%1“ löschen? Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Export preset</source>
        <translation>Exportvorlage</translation>
    </message>
    <message>
        <source>Sets format, quality, size and frame rate at once</source>
        <translation>Setzt Format, Qualität, Größe und Bildrate auf einmal</translation>
    </message>
    <message>
        <source>Manage export presets</source>
        <translation>Exportvorlagen verwalten</translation>
    </message>
    <message>
        <source>Save these values as a preset, rename or delete one</source>
        <translation>Diese Werte als Vorlage speichern, eine umbenennen oder löschen</translation>
    </message>
    <message>
        <source>&amp;Save as preset…</source>
        <translation>Als Vorlage &amp;speichern…</translation>
    </message>
    <message>
        <source>&amp;Rename preset…</source>
        <translation>Vorlage &amp;umbenennen…</translation>
    </message>
    <message>
        <source>&amp;Delete preset…</source>
        <translation>Vorlage &amp;löschen…</translation>
    </message>
</context>
<context>
    <name>fb::ui::ExportPresetStore</name>
    <message>
        <source>Your export presets could not be read from %1, and the file cannot be moved. They will not be saved.</source>
        <translation>Ihre Exportvorlagen konnten nicht aus %1 gelesen werden, und die Datei lässt sich nicht verschieben. Sie werden nicht gespeichert.</translation>
    </message>
    <message>
        <source>Your export presets could not be read from %1. The file was kept as %2, and a new one was started.</source>
        <translation>Ihre Exportvorlagen konnten nicht aus %1 gelesen werden. Die Datei wurde als %2 aufbewahrt und eine neue begonnen.</translation>
    </message>
</context>
<context>
    <name>fb::ui::ExportSession</name>
    <message>
        <source>The engine is not ready yet.</source>
        <translation>Die Engine ist noch nicht geöffnet.</translation>
    </message>
    <message>
        <source>There is too little memory for this clip.</source>
        <translation>Für diesen Clip ist zu wenig Speicher da.</translation>
    </message>
</context>
<context>
    <name>fb::ui::FileWords</name>
    <message>
        <source>%1 was saved by a newer version of this program. It is left untouched: what can be read of it is offered, and changes are not saved.</source>
        <translation>%1 wurde von einer neueren Version dieses Programms gespeichert. Die Datei bleibt unverändert: Was sich daraus lesen lässt, wird angeboten, Änderungen werden nicht gespeichert.</translation>
    </message>
</context>
<context>
    <name>fb::ui::FoldedFiles</name>
    <message>
        <source>%1: %2, incomplete</source>
        <translation>%1: %2, unvollständig</translation>
    </message>
    <message numerus="yes">
        <source>%n LoRA(s)</source>
        <translation>
            <numerusform>%n LoRA</numerusform>
            <numerusform>%n LoRAs</numerusform>
        </translation>
    </message>
    <message>
        <source>Not parts of a pair: add them in the prompt panel, under LoRAs</source>
        <translation>Keine Teile eines Paars: Fügen Sie sie im Prompt-Bereich unter „LoRAs“ hinzu</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) cannot be used</source>
        <translation>
            <numerusform>%n Datei nicht verwendbar</numerusform>
            <numerusform>%n Dateien nicht verwendbar</numerusform>
        </translation>
    </message>
    <message>
        <source>What each of them is, or what is wrong with it</source>
        <translation>Was jede davon ist oder was daran nicht stimmt</translation>
    </message>
</context>
<context>
    <name>fb::ui::FolderEdit</name>
    <message>
        <source>Choose folder</source>
        <translation>Ordner wählen</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>Ordner wählen…</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Open the folder in the file manager</source>
        <translation>Den Ordner in der Dateiverwaltung öffnen</translation>
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
        <translation>Rechenaufwand, als Anteil des großen Modells</translation>
    </message>
    <message>
        <source>Sameness</source>
        <translation>Gleichheit</translation>
    </message>
    <message>
        <source>Work and sameness of the candidates</source>
        <translation>Rechenaufwand und Gleichheit der Kandidaten</translation>
    </message>
    <message>
        <source>Arrow keys choose a candidate, the cheapest first.</source>
        <translation>Pfeiltasten wählen einen Kandidaten, den günstigsten zuerst.</translation>
    </message>
</context>
<context>
    <name>fb::ui::FullScreenView</name>
    <message>
        <source>Clip in full screen</source>
        <translation>Clip im Vollbild</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Drag to go to a frame</source>
        <translation>Zu einem beliebigen Bild ziehen</translation>
    </message>
</context>
<context>
    <name>fb::ui::GenerationSession</name>
    <message>
        <source>The engine is not ready yet.</source>
        <translation>Die Engine ist noch nicht geöffnet.</translation>
    </message>
</context>
<context>
    <name>fb::ui::HelpWindow</name>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>Hilfe durchsuchen</translation>
    </message>
    <message>
        <source>Lists the pages that contain this text; Enter goes to the next match</source>
        <translation>Zeigt die Seiten, die diesen Text enthalten; die Eingabetaste springt von Stelle zu Stelle</translation>
    </message>
    <message>
        <source>Help pages</source>
        <translation>Hilfeseiten</translation>
    </message>
    <message>
        <source>Help text</source>
        <translation>Hilfetext</translation>
    </message>
    <message>
        <source>No page contains this text.</source>
        <translation>Keine Seite enthält diesen Text.</translation>
    </message>
</context>
<context>
    <name>fb::ui::HistoryBadge</name>
    <message>
        <source>History · %1</source>
        <translation>Verlauf · %1</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
</context>
<context>
    <name>fb::ui::HistoryModel</name>
    <message>
        <source>reference · %1</source>
        <translation>Referenz · %1</translation>
    </message>
    <message>
        <source>Reference: the large model alone</source>
        <translation>Referenz: nur das große Modell</translation>
    </message>
    <message>
        <source>SSIM to its reference, the clip of the large model alone: %1 (1: the same)</source>
        <translation>SSIM zur Referenz, dem Clip des großen Modells allein: %1 (1: gleich)</translation>
    </message>
    <message>
        <source>SSIM to LLL %1 · %2</source>
        <comment>0.952, LSL 40/20</comment>
        <translation>SSIM zu LLL %1 · %2</translation>
    </message>
</context>
<context>
    <name>fb::ui::HistoryPanel</name>
    <message>
        <source>Search prompts and names</source>
        <translation>Prompts, Namen suchen</translation>
    </message>
    <message>
        <source>Search the history</source>
        <translation>Verlauf durchsuchen</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Restore the deleted clips</source>
        <translation>Die gelöschten Clips behalten</translation>
    </message>
    <message>
        <source>Finished clips appear here.
Double-click one to load its settings.</source>
        <translation>Hier sammeln sich die fertigen Clips.
Ein Doppelklick holt die Einstellungen zurück.</translation>
    </message>
    <message>
        <source>No clip matches &quot;%1&quot;.</source>
        <translation>Kein Clip passt zu „%1“.</translation>
    </message>
    <message>
        <source>&amp;Load settings</source>
        <translation>Einstellungen &amp;laden</translation>
    </message>
    <message>
        <source>Re-run with other &amp;boundaries</source>
        <translation>Mit anderen &amp;Grenzen wiederholen</translation>
    </message>
    <message>
        <source>&amp;Open clip</source>
        <translation>Clip ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren…</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>&amp;Vergleichen</translation>
    </message>
    <message>
        <source>Show in &amp;folder</source>
        <translation>Im &amp;Ordner zeigen</translation>
    </message>
    <message>
        <source>Copy &amp;seed</source>
        <translation>&amp;Seed kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;prompt</source>
        <translation>&amp;Prompt kopieren</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s) deleted</source>
        <translation>
            <numerusform>%n Clip gelöscht</numerusform>
            <numerusform>%n Clips gelöscht</numerusform>
        </translation>
    </message>
    <message>
        <source>Starred clips only</source>
        <translation>Nur Clips mit Stern</translation>
    </message>
    <message>
        <source>Show only the clips that have a star. Click a clip&apos;s star, or press S, to set it</source>
        <translation>Nur Clips mit Stern zeigen. Ein Klick auf den Stern eines Clips oder die Taste S setzt ihn</translation>
    </message>
    <message>
        <source>Large images</source>
        <translation>Große Bilder</translation>
    </message>
    <message>
        <source>Show large images side by side instead of a list</source>
        <translation>Große Bilder nebeneinander statt einer Liste zeigen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>No clip has a star yet.
Click the star of a clip, or press S on it.</source>
        <translation>Noch hat kein Clip einen Stern.
Klicken Sie auf den Stern eines Clips oder drücken Sie dort S.</translation>
    </message>
    <message>
        <source>Remove s&amp;tar</source>
        <translation>S&amp;tern entfernen</translation>
    </message>
    <message>
        <source>S&amp;tar</source>
        <translation>S&amp;tern setzen</translation>
    </message>
    <message>
        <source>Branch from th&amp;is clip</source>
        <translation>Von diesem Clip &amp;abzweigen</translation>
    </message>
    <message>
        <source>Looking for the steps that are kept…</source>
        <translation>Behaltene Schritte werden gesucht…</translation>
    </message>
    <message>
        <source>A probe keeps no steps.</source>
        <translation>Ein Messlauf behält keine Schritte.</translation>
    </message>
    <message>
        <source>After step %1 of %2</source>
        <translation>Nach Schritt %1 von %2</translation>
    </message>
    <message>
        <source>Make another clip that takes over the first steps of this one</source>
        <translation>Einen weiteren Clip machen, der die ersten Schritte von diesem übernimmt</translation>
    </message>
    <message>
        <source>probe · %1</source>
        <translation>Messlauf · %1</translation>
    </message>
    <message>
        <source>Shows the clips whose prompt, name or tags contain every word</source>
        <translation>Zeigt die Clips, deren Prompt, Name oder Schlagwörter alle Wörter enthalten</translation>
    </message>
    <message>
        <source>Filter the history</source>
        <translation>Verlauf filtern</translation>
    </message>
    <message>
        <source>Show only the clips of one pair, schedule or tag</source>
        <translation>Nur die Clips eines Paars, eines Zeitplans oder eines Schlagworts zeigen</translation>
    </message>
    <message>
        <source>No clip matches the filters.
The filter button above can clear them.</source>
        <translation>Kein Clip passt zu den Filtern.
Die Filterschaltfläche oben kann sie aufheben.</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Delete %n clip(s)</source>
        <translation>
            <numerusform>%n Clip &amp;löschen</numerusform>
            <numerusform>%n Clips &amp;löschen</numerusform>
        </translation>
    </message>
    <message>
        <source>Ta&amp;gs</source>
        <translation>Schla&amp;gwörter</translation>
    </message>
    <message>
        <source>&amp;New tag…</source>
        <translation>&amp;Neues Schlagwort …</translation>
    </message>
    <message>
        <source>Tag clips</source>
        <translation>Clips verschlagworten</translation>
    </message>
    <message numerus="yes">
        <source>Tags for %n clip(s), separated by commas:</source>
        <translation>
            <numerusform>Schlagwörter für %n Clip, durch Kommas getrennt:</numerusform>
            <numerusform>Schlagwörter für %n Clips, durch Kommas getrennt:</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Pair</source>
        <translation>&amp;Paar</translation>
    </message>
    <message>
        <source>All pairs</source>
        <translation>Alle Paare</translation>
    </message>
    <message>
        <source>&amp;Schedule</source>
        <translation>&amp;Zeitplan</translation>
    </message>
    <message>
        <source>All schedules</source>
        <translation>Alle Zeitpläne</translation>
    </message>
    <message>
        <source>&amp;Tag</source>
        <translation>&amp;Schlagwort</translation>
    </message>
    <message>
        <source>All tags</source>
        <translation>Alle Schlagwörter</translation>
    </message>
    <message>
        <source>&amp;Clear filters</source>
        <translation>&amp;Filter aufheben</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Export %n clip(s)…</source>
        <translation>
            <numerusform>%n Clip &amp;exportieren…</numerusform>
            <numerusform>%n Clips &amp;exportieren…</numerusform>
        </translation>
    </message>
    <message>
        <source>Two to four clips can be compared, and no probes.</source>
        <translation>Zwei bis vier Clips lassen sich vergleichen, Messläufe nicht.</translation>
    </message>
    <message>
        <source>Show r&amp;un folder</source>
        <translation>O&amp;rdner des Laufs zeigen</translation>
    </message>
    <message>
        <source>Play &amp;video in another program</source>
        <translation>V&amp;ideo in anderem Programm abspielen</translation>
    </message>
    <message>
        <source>Cop&amp;y video</source>
        <translation>Video &amp;kopieren</translation>
    </message>
    <message>
        <source>This clip was not saved as a video by itself. Export makes one.</source>
        <translation>Dieser Clip wurde nicht automatisch als Video gespeichert. „Exportieren“ erzeugt eines.</translation>
    </message>
    <message numerus="yes">
        <source>Cop&amp;y %n video(s)</source>
        <translation>
            <numerusform>%n Video &amp;kopieren</numerusform>
            <numerusform>%n Videos &amp;kopieren</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fb::ui::HistoryPresenter</name>
    <message>
        <source>Drag the stage boundaries and press Generate.</source>
        <translation>Ziehen Sie die Phasengrenzen und drücken Sie „Generieren“.</translation>
    </message>
    <message>
        <source>Settings loaded, with the seed locked: unlock it for another clip.</source>
        <translation>Einstellungen übernommen, der Seed ist festgehalten: Für einen anderen Clip das Schloss öffnen.</translation>
    </message>
    <message numerus="yes">
        <source>%n video(s) have been moved or changed since they were saved, among them %1. Put them back, or export the clips again.</source>
        <translation>
            <numerusform>%n Video wurde seit dem Speichern verschoben oder geändert: %1. Legen Sie es zurück, oder exportieren Sie den Clip erneut.</numerusform>
            <numerusform>%n Videos wurden seit dem Speichern verschoben oder geändert, darunter %1. Legen Sie sie zurück, oder exportieren Sie die Clips erneut.</numerusform>
        </translation>
    </message>
    <message>
        <source>The video %1 has been moved or changed since it was saved. Put it back, or export the clip again.</source>
        <translation>Das Video %1 wurde seit dem Speichern verschoben oder geändert. Legen Sie es zurück, oder exportieren Sie den Clip erneut.</translation>
    </message>
    <message numerus="yes">
        <source>%n video(s) copied; paste into a folder, a message or another program.</source>
        <translation>
            <numerusform>%n Video kopiert; fügen Sie es in einen Ordner, eine Nachricht oder ein anderes Programm ein.</numerusform>
            <numerusform>%n Videos kopiert; fügen Sie sie in einen Ordner, eine Nachricht oder ein anderes Programm ein.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fb::ui::ImageFiles</name>
    <message>
        <source>This file does not exist. Remove the image, or put the file back.</source>
        <translation>Diese Datei fehlt. Entfernen Sie das Bild oder legen Sie die Datei zurück.</translation>
    </message>
    <message>
        <source>This file cannot be read as an image: %1</source>
        <translation>Diese Datei lässt sich nicht als Bild lesen: %1</translation>
    </message>
    <message>
        <source>This file contains no image.</source>
        <translation>Diese Datei enthält kein Bild.</translation>
    </message>
    <message>
        <source>it contains no pixels</source>
        <translation>es enthält keine Pixel</translation>
    </message>
    <message>
        <source>The image could not be saved as %1: %2</source>
        <translation>Das Bild ließ sich nicht als %1 speichern: %2</translation>
    </message>
</context>
<context>
    <name>fb::ui::ImageList</name>
    <message>
        <source>The clip is now too short for the position of %1, so it was moved to the last frame.</source>
        <translation>Der Clip endet vor der Stelle von %1; die Datei steht jetzt beim letzten möglichen Bild.</translation>
    </message>
    <message>
        <source>The images were left out: this pair makes clips from text only.</source>
        <translation>Die Bilder entfallen: Dieses Paar macht Clips nur aus Text.</translation>
    </message>
    <message>
        <source>Only the first image was added: this pair accepts only one.</source>
        <translation>Nur das erste Bild wurde übernommen: Dieses Paar nimmt nicht mehr als eines.</translation>
    </message>
    <message>
        <source>An image cannot be placed at frame %1, so %2 was moved to the nearest possible frame.</source>
        <translation>Bei Bild %1 des Clips kann keine Bilddatei stehen; %2 steht jetzt an der nächstgelegenen Stelle.</translation>
    </message>
    <message>
        <source>%1 is not an image. PNG, JPEG, WebP, BMP and TIFF files can be used.</source>
        <translation>%1 ist kein Bild. Möglich sind PNG-, JPEG-, WebP-, BMP- und TIFF-Dateien.</translation>
    </message>
    <message>
        <source>Choose the first frame</source>
        <translation>Erstes Bild wählen</translation>
    </message>
    <message>
        <source>Choose images</source>
        <translation>Bilder wählen</translation>
    </message>
    <message>
        <source>Images (*.png *.jpg *.jpeg *.webp *.bmp *.tif *.tiff);;All files (*)</source>
        <translation>Bilder (*.png *.jpg *.jpeg *.webp *.bmp *.tif *.tiff);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>There is no image on the clipboard.</source>
        <translation>In der Zwischenablage ist kein Bild.</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Add an image</source>
        <translation>Bild hinzufügen</translation>
    </message>
    <message>
        <source>Choose images that the clip should pass through</source>
        <translation>Bilder wählen, durch die der Clip führen soll</translation>
    </message>
    <message>
        <source>Paste an image</source>
        <translation>Bild einfügen</translation>
    </message>
    <message>
        <source>Add the copied image, such as a frame of a clip</source>
        <translation>Das zuletzt kopierte Bild übernehmen, etwa eines aus einem Clip</translation>
    </message>
    <message>
        <source>Drop an image here, paste one, or choose a file</source>
        <translation>Ziehen Sie ein Bild hierher, fügen Sie eines ein oder wählen Sie eine Datei</translation>
    </message>
</context>
<context>
    <name>fb::ui::ImageRow</name>
    <message>
        <source>%1, %2 × %3</source>
        <translation>%1, %2 × %3</translation>
    </message>
    <message>
        <source>Image %1</source>
        <translation>Bild %1</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>The clip will no longer pass through it; the file is not deleted.</source>
        <translation>Der Clip führt nicht mehr durch dieses Bild; die Datei bleibt, wo sie ist.</translation>
    </message>
    <message>
        <source>First frame</source>
        <translation>Erstes Bild</translation>
    </message>
    <message>
        <source>Last frame</source>
        <translation>Letztes Bild</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Position of %1 in the clip</source>
        <translation>Stelle von %1 im Clip</translation>
    </message>
    <message>
        <source>Where in the clip the image appears</source>
        <translation>An welcher Stelle des Clips das Bild steht</translation>
    </message>
    <message>
        <source>Frame of %1</source>
        <translation>Bildnummer von %1</translation>
    </message>
    <message>
        <source>The frame that shows the image: a multiple of %1.</source>
        <translation>Die Nummer des Clipbilds, das die Datei zeigt: ein Vielfaches von %1.</translation>
    </message>
    <message>
        <source> %</source>
        <comment>after the number of the strength</comment>
        <translation>&#xa0;%</translation>
    </message>
    <message>
        <source>Strength of %1</source>
        <translation>Stärke von %1</translation>
    </message>
    <message>
        <source>100 % keeps the image as it is; lower values let the model change it.</source>
        <translation>100&#xa0;% behält das Bild, wie es ist; weniger lässt dem Modell Spielraum, es zu ändern.</translation>
    </message>
    <message>
        <source>Problem with %1</source>
        <translation>Problem mit %1</translation>
    </message>
</context>
<context>
    <name>fb::ui::InputSentences</name>
    <message>
        <source>large model</source>
        <translation>großes Modell</translation>
    </message>
    <message>
        <source>small model</source>
        <translation>kleines Modell</translation>
    </message>
    <message>
        <source>text encoder</source>
        <translation>Textencoder</translation>
    </message>
    <message>
        <source>tokenizer</source>
        <translation>Tokenizer</translation>
    </message>
    <message>
        <source>VAE</source>
        <translation>VAE</translation>
    </message>
    <message>
        <source>image encoder</source>
        <translation>Bildencoder</translation>
    </message>
    <message>
        <source>latent upsampler</source>
        <translation>Latent-Hochskalierer</translation>
    </message>
    <message>
        <source>image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Changed since the run began: the settings in %1.</source>
        <translation>Seit Beginn des Laufs geändert: die Einstellungen in %1.</translation>
    </message>
    <message>
        <source>No longer found: %1 (%2).</source>
        <translation>Nicht mehr vorhanden: %1 (%2).</translation>
    </message>
    <message>
        <source>Changed since the run began: %1 (%2).</source>
        <translation>Seit Beginn des Laufs geändert: %1 (%2).</translation>
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
        <translation>Mit den jetzigen Dateien fortsetzen</translation>
    </message>
    <message>
        <source>Locate models…</source>
        <translation>Modelle suchen…</translation>
    </message>
    <message>
        <source>Continue with other files?</source>
        <translation>Mit anderen Dateien fortsetzen?</translation>
    </message>
    <message>
        <source>%1

The clip will differ from the one that the run would have made.</source>
        <translation>%1

Der Clip wird nicht mehr der, mit dem der Lauf begonnen hat.</translation>
    </message>
    <message>
        <source>&amp;Continue with the current files</source>
        <translation>Mit den jetzigen Dateien &amp;fortsetzen</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>A&amp;bbrechen</translation>
    </message>
    <message>
        <source>Locate models</source>
        <translation>Modelle suchen</translation>
    </message>
    <message>
        <source>Looking for the models in %1…</source>
        <translation>Die Modelle werden in %1 gesucht…</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot continue. %2 Put it back and continue the run from the queue.</source>
        <translation>„%1“ kann nicht fortgesetzt werden. %2 Legen Sie die Datei zurück und setzen Sie den Lauf in der Warteschlange fort.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot continue. %2</source>
        <translation>„%1“ kann nicht fortgesetzt werden. %2</translation>
    </message>
</context>
<context>
    <name>fb::ui::KeptFile</name>
    <message>
        <source>%1 cannot be read at the moment: %2. The file is left untouched and will be read as soon as possible; until then, changes are kept in memory.</source>
        <translation>%1 kann jetzt nicht gelesen werden: %2. Die Datei bleibt, wie sie ist, und wird gelesen, sobald das vorbei ist; Neues bleibt bis dahin im Speicher.</translation>
    </message>
    <message>
        <source>%1 cannot be written at the moment: %2. Changes are kept in memory and will be saved as soon as possible.</source>
        <translation>%1 kann jetzt nicht geschrieben werden: %2. Neues bleibt im Speicher und wird gespeichert, sobald das vorbei ist.</translation>
    </message>
</context>
<context>
    <name>fb::ui::LabPresenter</name>
    <message>
        <source>The boundaries are measured.</source>
        <translation>Die Grenzen sind gemessen.</translation>
    </message>
    <message>
        <source>Finding boundaries</source>
        <translation>Grenzen finden</translation>
    </message>
    <message>
        <source>The boundaries could not be measured.</source>
        <translation>Die Grenzen konnten nicht gemessen werden.</translation>
    </message>
    <message>
        <source>Choose measured boundaries</source>
        <comment>undo</comment>
        <translation>Gemessene Grenzen wählen</translation>
    </message>
    <message>
        <source>Finding boundaries was interrupted. Everything measured is kept.</source>
        <translation>Das Messen der Grenzen wurde unterbrochen. Alles Gemessene ist erhalten.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
</context>
<context>
    <name>fb::ui::LabWindow</name>
    <message>
        <source>Clip %1 of %2</source>
        <translation>Clip %1 von %2</translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>Waits for the clip that is being generated.</source>
        <translation>Wartet auf den Clip, der gerade entsteht.</translation>
    </message>
    <message>
        <source>%1. The queue waits.</source>
        <translation>%1. Die Warteschlange wartet.</translation>
    </message>
    <message>
        <source>Pausing after the current block; everything is kept.</source>
        <translation>Pause nach dem laufenden Block; alles bleibt erhalten.</translation>
    </message>
    <message>
        <source>Pau&amp;se</source>
        <translation>Pau&amp;se</translation>
    </message>
    <message>
        <source>C&amp;ontinue</source>
        <translation>F&amp;ortsetzen</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Starten</translation>
    </message>
    <message>
        <source>Everything measured is kept; it can be continued at any time</source>
        <translation>Alles Gemessene bleibt erhalten und lässt sich jederzeit fortsetzen</translation>
    </message>
    <message>
        <source>Measure; the queue waits meanwhile</source>
        <translation>Messen; die Warteschlange wartet so lange</translation>
    </message>
    <message>
        <source>Find Boundaries</source>
        <translation>Grenzen finden</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Messen</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Progress of the measurement</source>
        <translation>Fortschritt der Messung</translation>
    </message>
    <message>
        <source>Clips are being compared again</source>
        <translation>Clips werden erneut verglichen</translation>
    </message>
    <message>
        <source>decoding</source>
        <translation>wird dekodiert</translation>
    </message>
</context>
<context>
    <name>fb::ui::LogViewer</name>
    <message>
        <source>The report was copied to the clipboard.</source>
        <translation>Der Bericht ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Save the log</source>
        <translation>Protokoll speichern</translation>
    </message>
    <message>
        <source>Text files (*.txt *.log)</source>
        <translation>Textdateien (*.txt *.log)</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 ließ sich nicht schreiben: %2</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Als %1 gespeichert.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s)</source>
        <translation>
            <numerusform>%Ln Zeile</numerusform>
            <numerusform>%Ln Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>&amp;Anzeigen</translation>
    </message>
    <message>
        <source>All messages</source>
        <translation>Alle Meldungen</translation>
    </message>
    <message>
        <source>All except debug messages</source>
        <translation>Alle außer Debug-Meldungen</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>Warnungen und Fehler</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Lowest level shown</source>
        <translation>Niedrigste gezeigte Stufe</translation>
    </message>
    <message>
        <source>Hides less important messages</source>
        <translation>Blendet weniger wichtige Meldungen aus</translation>
    </message>
    <message>
        <source>Search the log</source>
        <translation>Protokoll durchsuchen</translation>
    </message>
    <message>
        <source>Shows only the lines that contain this text</source>
        <translation>Zeigt nur Zeilen, die diesen Text enthalten</translation>
    </message>
    <message>
        <source>&amp;Follow</source>
        <translation>&amp;Mitlaufen</translation>
    </message>
    <message>
        <source>Keeps the newest line in view</source>
        <translation>Hält die neueste Zeile im Blick</translation>
    </message>
    <message>
        <source>Log lines</source>
        <translation>Protokollzeilen</translation>
    </message>
    <message>
        <source>Copy for &amp;bug report</source>
        <translation>Für &amp;Fehlerbericht kopieren</translation>
    </message>
    <message>
        <source>Copies version, system, devices and the last 200 lines; read it before you send it</source>
        <translation>Kopiert Version, System, Geräte und die letzten 200 Zeilen; lesen Sie sie vor dem Absenden</translation>
    </message>
    <message>
        <source>Sa&amp;ve…</source>
        <translation>S&amp;peichern…</translation>
    </message>
    <message>
        <source>Writes the same report to a text file</source>
        <translation>Schreibt denselben Bericht in eine Textdatei</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>Include &amp;prompts</source>
        <translation>Prompts &amp;einschließen</translation>
    </message>
    <message>
        <source>Include prompts in the report</source>
        <translation>Prompts in den Bericht aufnehmen</translation>
    </message>
    <message>
        <source>Adds your newest prompts to the report. Without this, prompts are also taken out of its lines.</source>
        <translation>Fügt dem Bericht Ihre neuesten Prompts hinzu. Andernfalls werden Prompts auch aus seinen Zeilen entfernt.</translation>
    </message>
    <message>
        <source>&amp;Copy the lines chosen</source>
        <translation>Ausgewählte Zeilen &amp;kopieren</translation>
    </message>
</context>
<context>
    <name>fb::ui::LoraList</name>
    <message>
        <source>Choose LoRAs</source>
        <translation>LoRAs wählen</translation>
    </message>
    <message>
        <source>LoRAs (*.safetensors);;All files (*)</source>
        <translation>LoRAs (*.safetensors);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>LoRAs</source>
        <translation>LoRAs</translation>
    </message>
    <message>
        <source>Add a LoRA</source>
        <translation>LoRA hinzufügen</translation>
    </message>
    <message>
        <source>Choose files that change one of the models, such as a style or fewer steps</source>
        <translation>Dateien wählen, die eines der Modelle verändern, etwa für einen Stil oder weniger Schritte</translation>
    </message>
    <message>
        <source>Drop LoRAs here</source>
        <translation>LoRAs hier ablegen</translation>
    </message>
</context>
<context>
    <name>fb::ui::LoraRow</name>
    <message>
        <source>%1: %2 of %3 layers</source>
        <translation>%1: %2 von %3 Schichten</translation>
    </message>
    <message>
        <source>rank %1</source>
        <translation>Rang %1</translation>
    </message>
    <message>
        <source>alpha %1</source>
        <translation>Alpha %1</translation>
    </message>
    <message>
        <source>no alpha: scale 1</source>
        <translation>kein Alpha: Faktor 1</translation>
    </message>
    <message>
        <source>Layers that the model does not have:</source>
        <translation>Schichten, die das Modell nicht hat:</translation>
    </message>
    <message>
        <source>LoRA %1</source>
        <translation>LoRA %1</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>The models will no longer use it; the file is not deleted.</source>
        <translation>Die Modelle verwenden sie nicht mehr; die Datei bleibt, wo sie ist.</translation>
    </message>
    <message>
        <source>Target of %1</source>
        <translation>Ziel von %1</translation>
    </message>
    <message>
        <source>The model that it changes; early and late stage: the large model, in that stage only</source>
        <translation>Das Modell, das sie verändert; frühe und späte Phase: das große Modell, nur in dieser Phase</translation>
    </message>
    <message>
        <source>Strength of %1</source>
        <translation>Stärke von %1</translation>
    </message>
    <message>
        <source>How strongly it changes the model: 1 as it was trained, 0 not at all</source>
        <translation>Wie stark sie das Modell verändert: 1 wie trainiert, 0 gar nicht</translation>
    </message>
    <message>
        <source>What %1 does</source>
        <translation>Was %1 bewirkt</translation>
    </message>
    <message>
        <source>%1 of them in the text encoder</source>
        <translation>davon %1 im Textencoder</translation>
    </message>
</context>
<context>
    <name>fb::ui::MainWindow</name>
    <message>
        <source>The engine</source>
        <translation>Die Engine</translation>
    </message>
    <message>
        <source>FlowBlending Studio</source>
        <translation>FlowBlending Studio</translation>
    </message>
    <message>
        <source>Pair of models</source>
        <translation>Modellpaar</translation>
    </message>
    <message>
        <source>The large and the small model that share the sampling</source>
        <translation>Das große und das kleine Modell, die sich das Sampling teilen</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>Phasen</translation>
    </message>
    <message>
        <source>Pa&amp;ir</source>
        <translation>&amp;Paar</translation>
    </message>
    <message>
        <source>More toolbar buttons</source>
        <translation>Mehr aus der Werkzeugleiste</translation>
    </message>
    <message>
        <source>The queue and history can be saved again.</source>
        <translation>Warteschlange und Verlauf werden wieder gespeichert.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>%1 can be saved again.</source>
        <translation>%1 wird wieder gespeichert.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; follows the settings of its folder: %2. Models › Models and pairs also lists them.</source>
        <translation>„%1“ folgt den Einstellungen seines Ordners: %2. Sie stehen auch unter Modelle › Modelle und Paare.</translation>
    </message>
    <message>
        <source>The program ended unexpectedly last time: %1. Queue and history are kept.</source>
        <translation>Das Programm wurde beim letzten Mal unerwartet beendet: %1. Warteschlange und Verlauf sind erhalten.</translation>
    </message>
    <message>
        <source>The preset &quot;%1&quot; was deleted.</source>
        <translation>Die Vorlage „%1“ wurde gelöscht.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>%1 holds no presets that this version can read.</source>
        <translation>%1 enthält keine Vorlagen, die diese Version lesen kann.</translation>
    </message>
    <message>
        <source>Presets added: %1</source>
        <translation>Hinzugefügte Vorlagen: %1</translation>
    </message>
</context>
<context>
    <name>fb::ui::MemoryBar</name>
    <message>
        <source>Memory for the next run</source>
        <translation>Speicher, den der nächste Lauf braucht</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Kodieren</translation>
    </message>
    <message>
        <source>Early</source>
        <translation>Früh</translation>
    </message>
    <message>
        <source>Middle</source>
        <translation>Mitte</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Spät</translation>
    </message>
    <message>
        <source>Decoding</source>
        <translation>Dekodieren</translation>
    </message>
    <message>
        <source>Next run on %1: %2 of %3 available</source>
        <translation>Der nächste Lauf auf %1: %2 von %3 sind nutzbar</translation>
    </message>
    <message>
        <source>%1 used by other programs</source>
        <translation>%1 belegen andere Programme</translation>
    </message>
    <message>
        <source>%1: %2, weights %3</source>
        <translation>%1: %2, Gewichte %3</translation>
    </message>
    <message>
        <source>Frames are decoded in tiles, because they do not fit whole</source>
        <translation>Die Bilder werden in Kacheln dekodiert, weil sie im Ganzen nicht passen</translation>
    </message>
    <message>
        <source>Streamed: %1 of %2 blocks of the %3 stay on the device</source>
        <translation>Gestreamt (%3): %1 von %2 Blöcken bleiben auf dem Gerät</translation>
    </message>
    <message>
        <source>large model</source>
        <translation>großes Modell</translation>
    </message>
    <message>
        <source>small model</source>
        <translation>kleines Modell</translation>
    </message>
    <message>
        <source>text encoder</source>
        <translation>Textencoder</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>%1: %2 as measured, weights %3</source>
        <translation>%1: %2 (gemessen), Gewichte %3</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Upsampling</source>
        <translation>Hochskalierung</translation>
    </message>
    <message>
        <source>Next run does not fit: %1 of %2</source>
        <translation>Nächster Lauf passt nicht: %1 von %2</translation>
    </message>
    <message>
        <source>Next run: %1 of %2, streamed</source>
        <translation>Nächster Lauf: %1 von %2, gestreamt</translation>
    </message>
    <message>
        <source>Next run: %1 of %2</source>
        <translation>Nächster Lauf: %1 von %2</translation>
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
        <translation>gemessen</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>working memory</source>
        <translation>Arbeitsspeicher des Laufs</translation>
    </message>
    <message>
        <source>other programs</source>
        <translation>andere Programme</translation>
    </message>
    <message>
        <source>limit: %1</source>
        <translation>Grenze: %1</translation>
    </message>
</context>
<context>
    <name>fb::ui::ModelsPage</name>
    <message>
        <source>Models and pairs</source>
        <translation>Modelle und Paare</translation>
    </message>
    <message>
        <source>&amp;Pairs</source>
        <translation>&amp;Paare</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>Paare</translation>
    </message>
    <message>
        <source>Double-click a pair to use it</source>
        <translation>Doppelklick auf ein Paar verwendet es</translation>
    </message>
    <message>
        <source>For&amp;get</source>
        <translation>V&amp;ergessen</translation>
    </message>
    <message>
        <source>Forget this pair</source>
        <translation>Dieses Paar vergessen</translation>
    </message>
    <message>
        <source>Removes the pair from this list; its files are not deleted</source>
        <translation>Nimmt das Paar von der Liste; seine Dateien bleiben, wo sie sind</translation>
    </message>
    <message>
        <source>Use this pair</source>
        <translation>Dieses Paar verwenden</translation>
    </message>
    <message>
        <source>The next runs will use it</source>
        <translation>Die nächsten Läufe verwenden es</translation>
    </message>
    <message>
        <source>Model files</source>
        <translation>Modelldateien</translation>
    </message>
    <message>
        <source>Add &amp;files…</source>
        <translation>&amp;Dateien hinzufügen…</translation>
    </message>
    <message>
        <source>Add model files</source>
        <translation>Modelldateien hinzufügen</translation>
    </message>
    <message>
        <source>Checkpoints (.safetensors, .gguf), their indexes, tokenizers, or pair documents (.json)</source>
        <translation>Checkpoints (.safetensors, .gguf), ihre Indexdateien, Tokenizer oder Paardokumente (.json)</translation>
    </message>
    <message>
        <source>Add fol&amp;der…</source>
        <translation>O&amp;rdner hinzufügen…</translation>
    </message>
    <message>
        <source>Add a folder of models</source>
        <translation>Ordner mit Modellen hinzufügen</translation>
    </message>
    <message>
        <source>A downloaded repository; its subfolders are searched too</source>
        <translation>Ein heruntergeladenes Repository; Unterordner werden mit durchsucht</translation>
    </message>
    <message>
        <source>Build a pair</source>
        <translation>Paar bilden</translation>
    </message>
    <message>
        <source>&amp;Where to get them</source>
        <translation>Bezugs&amp;quellen</translation>
    </message>
    <message>
        <source>Where to get model files</source>
        <translation>Bezugsquellen für Modelldateien</translation>
    </message>
    <message>
        <source>Lists the public repositories and the files needed from them</source>
        <translation>Nennt die öffentlichen Repositorys und die benötigten Dateien</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>In Verwendung</translation>
    </message>
    <message>
        <source>&amp;Use this pair</source>
        <translation>Dieses Paar ver&amp;wenden</translation>
    </message>
    <message>
        <source>Comes with the program; small enough for any machine.</source>
        <translation>Wird mit dem Programm geliefert; klein genug für jeden Rechner.</translation>
    </message>
    <message>
        <source>Drop to add them</source>
        <translation>Loslassen zum Hinzufügen</translation>
    </message>
    <message>
        <source>Drop checkpoints here, or a whole downloaded folder.
Each is recognised by its content, not its name.</source>
        <translation>Ziehen Sie Checkpoints oder einen ganzen heruntergeladenen Ordner hierher.
Erkannt wird am Inhalt, nicht am Namen.</translation>
    </message>
    <message>
        <source>%1 was added to the list of pairs.</source>
        <translation>%1 steht jetzt in der Liste der Paare.</translation>
    </message>
    <message>
        <source>Models and pairs (*.safetensors *.gguf *.json *.model);;All files (*)</source>
        <translation>Modelle und Paare (*.safetensors *.gguf *.json *.model);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Large: %1</source>
        <translation>Groß: %1</translation>
    </message>
    <message>
        <source>Small: %1</source>
        <translation>Klein: %1</translation>
    </message>
    <message>
        <source>Text encoder: %1</source>
        <translation>Textencoder: %1</translation>
    </message>
    <message>
        <source>Tokenizer: %1</source>
        <translation>Tokenizer: %1</translation>
    </message>
    <message>
        <source>VAE: inside the model</source>
        <translation>VAE: im Modell enthalten</translation>
    </message>
    <message>
        <source>VAE: %1</source>
        <translation>VAE: %1</translation>
    </message>
    <message>
        <source>Image encoder: %1</source>
        <translation>Bildencoder: %1</translation>
    </message>
    <message>
        <source>Latent upsampler: %1</source>
        <translation>Latent-Hochskalierer: %1</translation>
    </message>
    <message>
        <source>Settings of its folder: %1</source>
        <translation>Einstellungen aus seinem Ordner: %1</translation>
    </message>
    <message>
        <source>Watch a folder of models</source>
        <translation>Ordner mit Modellen beobachten</translation>
    </message>
</context>
<context>
    <name>fb::ui::NoticeBar</name>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
</context>
<context>
    <name>fb::ui::OpenFolder</name>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>No program on this machine can open the folder. It is:
%1</source>
        <translation>Kein Programm auf diesem Rechner kann den Ordner öffnen. Er liegt hier:
%1</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>No program on this machine can play the video. It is:
%1</source>
        <translation>Kein Programm auf diesem Rechner kann das Video abspielen. Es liegt hier:
%1</translation>
    </message>
</context>
<context>
    <name>fb::ui::PairBuilder</name>
    <message>
        <source>&amp;Large model</source>
        <translation>&amp;Großes Modell</translation>
    </message>
    <message>
        <source>&amp;Small model</source>
        <translation>&amp;Kleines Modell</translation>
    </message>
    <message>
        <source>&amp;Text encoder</source>
        <translation>&amp;Textencoder</translation>
    </message>
    <message>
        <source>T&amp;okenizer</source>
        <translation>T&amp;okenizer</translation>
    </message>
    <message>
        <source>&amp;VAE</source>
        <translation>&amp;VAE</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Large model</source>
        <translation>Großes Modell</translation>
    </message>
    <message>
        <source>Runs the first and the last steps, where the two models differ most</source>
        <translation>Rechnet die ersten und letzten Schritte, in denen sich die Modelle am meisten unterscheiden</translation>
    </message>
    <message>
        <source>Small model</source>
        <translation>Kleines Modell</translation>
    </message>
    <message>
        <source>Runs the steps in between; must be of the same family as the large one</source>
        <translation>Rechnet die Schritte dazwischen; aus derselben Familie wie das große</translation>
    </message>
    <message>
        <source>Text encoder</source>
        <translation>Textencoder</translation>
    </message>
    <message>
        <source>Encodes the prompt for both models</source>
        <translation>Übersetzt den Prompt in das, was beide Modelle lesen</translation>
    </message>
    <message>
        <source>Tokenizer</source>
        <translation>Tokenizer</translation>
    </message>
    <message>
        <source>Splits the prompt into tokens; some single-file text encoders include it</source>
        <translation>Zerlegt den Prompt in Stücke; Textencoder in einer Datei können ihn enthalten</translation>
    </message>
    <message>
        <source>VAE</source>
        <translation>VAE</translation>
    </message>
    <message>
        <source>Turns the finished latents into frames</source>
        <translation>Macht aus den fertigen Latents Bilder</translation>
    </message>
    <message>
        <source>Name of the pair</source>
        <translation>Name des Paars</translation>
    </message>
    <message>
        <source>The name shown in the list of pairs</source>
        <translation>Unter diesem Namen steht das Paar in der Liste</translation>
    </message>
    <message>
        <source>Build the pair</source>
        <translation>Paar bilden</translation>
    </message>
    <message>
        <source>Checks that the parts fit together and saves them as a pair</source>
        <translation>Prüft, ob die Teile zusammenpassen, und merkt sie als Paar</translation>
    </message>
    <message>
        <source>none added yet</source>
        <translation>noch nichts hinzugefügt</translation>
    </message>
    <message>
        <source>a large model</source>
        <translation>ein großes Modell</translation>
    </message>
    <message>
        <source>a small model</source>
        <translation>ein kleines Modell</translation>
    </message>
    <message>
        <source>a text encoder</source>
        <translation>ein Textencoder</translation>
    </message>
    <message>
        <source>a tokenizer</source>
        <translation>ein Tokenizer</translation>
    </message>
    <message>
        <source>a VAE</source>
        <translation>ein VAE</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Wird geprüft…</translation>
    </message>
    <message>
        <source>&amp;Build pair</source>
        <translation>Paar &amp;bilden</translation>
    </message>
    <message>
        <source>Still missing: %1.</source>
        <translation>Es fehlt noch: %1.</translation>
    </message>
    <message>
        <source>The large and the small model are the same; add a second transformer.</source>
        <translation>Das große und das kleine Modell sind dasselbe; fügen Sie einen zweiten Transformer hinzu.</translation>
    </message>
    <message>
        <source>The parts are checked against each other before the pair is saved.</source>
        <translation>Die Teile werden gegeneinander geprüft, bevor das Paar gespeichert wird.</translation>
    </message>
    <message>
        <source>&amp;Image encoder</source>
        <translation>B&amp;ildencoder</translation>
    </message>
    <message>
        <source>Image encoder</source>
        <translation>Bildencoder</translation>
    </message>
    <message>
        <source>Reads the image that an image-to-video model starts from</source>
        <translation>Liest das Bild, von dem ein Bild-zu-Video-Modell ausgeht</translation>
    </message>
    <message>
        <source>an image encoder</source>
        <translation>ein Bildencoder</translation>
    </message>
    <message>
        <source>Latent upsa&amp;mpler</source>
        <translation>Latent-&amp;Hochskalierer</translation>
    </message>
    <message>
        <source>Latent upsampler</source>
        <translation>Latent-Hochskalierer</translation>
    </message>
    <message>
        <source>Lets a run sample at half size first and refine at full size; optional</source>
        <translation>Lässt einen Lauf erst in halber Größe rechnen und dann in voller Größe verfeinern; Paare kommen auch ohne ihn aus</translation>
    </message>
    <message>
        <source>WAN 2.1 has no small image-to-video model, so this pair runs every step with the large model alone.</source>
        <translation>WAN 2.1 hat kein kleines Bild-zu-Video-Modell; dieses Paar rechnet daher jeden Schritt allein mit dem großen Modell.</translation>
    </message>
</context>
<context>
    <name>fb::ui::PairListModel</name>
    <message>
        <source>Comes with the program; small enough for any machine</source>
        <translation>Wird mit dem Programm geliefert; klein genug für jeden Rechner</translation>
    </message>
</context>
<context>
    <name>fb::ui::PaperWords</name>
    <message>
        <source>Proposed for a sameness of %1</source>
        <translation>Vorgeschlagen für eine Gleichheit von %1</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>boundaries</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>work</source>
        <translation>Aufwand</translation>
    </message>
    <message>
        <source>sameness</source>
        <translation>Gleichheit</translation>
    </message>
    <message>
        <source>90 % interval</source>
        <translation>90-%-Intervall</translation>
    </message>
    <message>
        <source>Sameness and work by the two stages</source>
        <translation>Gleichheit und Aufwand nach den beiden Phasen</translation>
    </message>
    <message>
        <source>Columns: large until this share of the steps; rows: large again for the last.</source>
        <translation>Spalten: groß bis zu diesem Anteil der Schritte; Zeilen: wieder groß für die letzten.</translation>
    </message>
    <message>
        <source>Sameness over work</source>
        <translation>Gleichheit über dem Aufwand</translation>
    </message>
    <message>
        <source>Work, as a share of the large model&apos;s</source>
        <translation>Aufwand als Anteil an dem des großen Modells</translation>
    </message>
    <message>
        <source>Squares are rivals, from which nothing is proposed: the large model alone with fewer steps, or guarded runs.</source>
        <translation>Quadrate sind Konkurrenten, aus denen nichts vorgeschlagen wird: das große Modell allein mit weniger Schritten oder Läufe mit Wächter.</translation>
    </message>
    <message>
        <source>Clips</source>
        <translation>Clips</translation>
    </message>
    <message>
        <source>All candidates</source>
        <translation>Alle Kandidaten</translation>
    </message>
    <message>
        <source>Sameness by each measure, and the mean distance.</source>
        <translation>Gleichheit nach jedem Maß und der mittlere Abstand.</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>Settings and prompts</source>
        <translation>Einstellungen und Prompts</translation>
    </message>
    <message>
        <source>Boundaries of %1</source>
        <translation>Grenzen von %1</translation>
    </message>
    <message numerus="yes">
        <source>Measured on %n prompt(s).</source>
        <translation>
            <numerusform>An %n Prompt gemessen.</numerusform>
            <numerusform>An %n Prompts gemessen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sameness by: %1. 1 is the large model&apos;s clip; 0 is as far from it as %2.</source>
        <translation>Gleichheit nach: %1. 1 ist der Clip des großen Modells; 0 ist so weit davon entfernt wie: %2.</translation>
    </message>
    <message>
        <source>Not all clips are decoded.</source>
        <translation>Nicht alle Clips sind dekodiert.</translation>
    </message>
</context>
<context>
    <name>fb::ui::PlayField</name>
    <message>
        <source>Forwards and backwards</source>
        <translation>Vor und zurück</translation>
    </message>
    <message>
        <source>After its last frame, the clip goes back to its second one, so that it can begin again</source>
        <translation>Nach dem letzten Bild läuft der Clip bis zum zweiten zurück, sodass er wieder beginnen kann</translation>
    </message>
    <message>
        <source>Times: </source>
        <translation>Durchläufe: </translation>
    </message>
    <message>
        <source>How often the clip is played in the file</source>
        <translation>Wie oft der Clip in der Datei läuft</translation>
    </message>
</context>
<context>
    <name>fb::ui::PlayerActions</name>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>Abs&amp;pielen</translation>
    </message>
    <message>
        <source>Stop at this frame</source>
        <translation>Bei diesem Bild anhalten</translation>
    </message>
    <message>
        <source>Play the clip</source>
        <translation>Den Clip abspielen</translation>
    </message>
    <message>
        <source>Play &amp;backwards</source>
        <translation>&amp;Rückwärts abspielen</translation>
    </message>
    <message>
        <source>Play backwards; press again to go faster, up to four times the speed</source>
        <translation>Rückwärts abspielen; noch einmal: schneller, bis zum Vierfachen</translation>
    </message>
    <message>
        <source>&amp;Hold</source>
        <translation>An&amp;halten</translation>
    </message>
    <message>
        <source>Play &amp;forwards</source>
        <translation>&amp;Vorwärts abspielen</translation>
    </message>
    <message>
        <source>Play forwards; press again to go faster, up to four times the speed</source>
        <translation>Vorwärts abspielen; noch einmal: schneller, bis zum Vierfachen</translation>
    </message>
    <message>
        <source>One frame b&amp;ack</source>
        <translation>Ein Bild &amp;zurück</translation>
    </message>
    <message>
        <source>Stop and show the frame before this one</source>
        <translation>Anhalten und das Bild davor zeigen</translation>
    </message>
    <message>
        <source>One frame f&amp;orward</source>
        <translation>Ein Bild &amp;weiter</translation>
    </message>
    <message>
        <source>Stop and show the frame after this one</source>
        <translation>Anhalten und das nächste Bild zeigen</translation>
    </message>
    <message>
        <source>F&amp;irst frame</source>
        <translation>&amp;Erstes Bild</translation>
    </message>
    <message>
        <source>Go to the first frame</source>
        <translation>Zum ersten Bild gehen</translation>
    </message>
    <message>
        <source>La&amp;st frame</source>
        <translation>&amp;Letztes Bild</translation>
    </message>
    <message>
        <source>Go to the last frame</source>
        <translation>Zum letzten Bild gehen</translation>
    </message>
    <message>
        <source>&amp;Loop</source>
        <translation>&amp;Schleife</translation>
    </message>
    <message>
        <source>Start over at the end</source>
        <translation>Am Ende von vorn beginnen</translation>
    </message>
    <message>
        <source>S&amp;mooth pixels</source>
        <translation>Pixel &amp;glätten</translation>
    </message>
    <message>
        <source>Smooth the pixels of an enlarged clip; otherwise each stays a sharp square</source>
        <translation>Die Pixel eines vergrößerten Clips glätten; sonst bleibt jedes ein scharfes Quadrat</translation>
    </message>
    <message>
        <source>Clip in f&amp;ull screen</source>
        <translation>Clip im V&amp;ollbild</translation>
    </message>
    <message>
        <source>Fill the screen with the clip; Esc leaves</source>
        <translation>Den Clip den Bildschirm füllen lassen; Esc beendet</translation>
    </message>
    <message>
        <source>&amp;Copy frame</source>
        <translation>Bild &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy the frame shown to the clipboard</source>
        <translation>Das gezeigte Bild in die Zwischenablage kopieren</translation>
    </message>
    <message>
        <source>Sa&amp;ve frame as PNG…</source>
        <translation>Bild als P&amp;NG speichern…</translation>
    </message>
    <message>
        <source>Save the frame shown as an image, at the size of the clip</source>
        <translation>Das gezeigte Bild in der Größe des Clips als Datei aufheben</translation>
    </message>
    <message>
        <source>%1×</source>
        <translation>%1×</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
</context>
<context>
    <name>fb::ui::PresetBar</name>
    <message>
        <source>Custom</source>
        <translation>Eigene Werte</translation>
    </message>
    <message>
        <source>Pair&apos;s defaults</source>
        <translation>Vorgaben des Paars</translation>
    </message>
    <message>
        <source>Save preset</source>
        <translation>Vorlage speichern</translation>
    </message>
    <message>
        <source>Name of the preset:</source>
        <translation>Name der Vorlage:</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>Manage presets</source>
        <translation>Vorlagen verwalten</translation>
    </message>
    <message>
        <source>&amp;Save current as preset…</source>
        <translation>Aktuelle Werte als Vorlage &amp;speichern…</translation>
    </message>
    <message>
        <source>&amp;Delete preset</source>
        <translation>Vorlage &amp;löschen</translation>
    </message>
    <message>
        <source>Pre&amp;set</source>
        <translation>&amp;Vorlage</translation>
    </message>
    <message>
        <source>Sets size, length, steps, solver and shift at once, some also the stages and a cache. Prompt and seed are kept.</source>
        <translation>Setzt Größe, Länge, Schritte, Solver und Shift auf einmal, manche auch die Phasen und einen Cache. Prompt und Seed bleiben.</translation>
    </message>
    <message>
        <source>Rename preset</source>
        <translation>Vorlage umbenennen</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is the name of a preset that comes with the program. Choose another name.</source>
        <translation>„%1“ heißt eine Vorlage, die zum Programm gehört. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>There is already a preset called &quot;%1&quot;. Replace it?</source>
        <translation>Es gibt schon eine Vorlage namens „%1“. Ersetzen?</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Ersetzen</translation>
    </message>
    <message>
        <source>There is already a preset called &quot;%1&quot;. Choose another name.</source>
        <translation>Es gibt schon eine Vorlage namens „%1“. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>Share preset</source>
        <translation>Vorlage weitergeben</translation>
    </message>
    <message>
        <source>Presets (*.json)</source>
        <translation>Vorlagen (*.json)</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 konnte nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>Save the current values as a preset, rename or delete one of your own</source>
        <translation>Die aktuellen Werte als Vorlage speichern, eine eigene umbenennen oder löschen</translation>
    </message>
    <message>
        <source>&amp;Rename preset…</source>
        <translation>Vorlage &amp;umbenennen…</translation>
    </message>
    <message>
        <source>S&amp;hare preset…</source>
        <translation>Vorlage &amp;weitergeben…</translation>
    </message>
    <message>
        <source>Save it as a file that others can drop on their window</source>
        <translation>Als Datei speichern, die andere auf ihr Fenster ziehen können</translation>
    </message>
</context>
<context>
    <name>fb::ui::PresetStore</name>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>480p</source>
        <translation>480p</translation>
    </message>
    <message>
        <source>480p portrait</source>
        <translation>480p hochkant</translation>
    </message>
    <message>
        <source>720p</source>
        <translation>720p</translation>
    </message>
    <message>
        <source>720p portrait</source>
        <translation>720p hochkant</translation>
    </message>
    <message>
        <source>Your presets could not be read from %1, and the file cannot be moved. Presets will not be saved.</source>
        <translation>Ihre Vorlagen konnten nicht aus %1 gelesen werden, und die Datei lässt sich nicht verschieben. Vorlagen werden nicht gespeichert.</translation>
    </message>
    <message>
        <source>Your presets could not be read from %1. The file was kept as %2, and a new one was started.</source>
        <translation>Ihre Vorlagen konnten nicht aus %1 gelesen werden. Die Datei wurde als %2 aufbewahrt und eine neue begonnen.</translation>
    </message>
    <message>
        <source>720p in two passes</source>
        <translation>720p in zwei Durchgängen</translation>
    </message>
    <message>
        <source>480p in 4 steps, large model distilled</source>
        <translation>480p in 4 Schritten, großes Modell destilliert</translation>
    </message>
    <message>
        <source>480p in 4 steps, both models distilled</source>
        <translation>480p in 4 Schritten, beide Modelle destilliert</translation>
    </message>
    <message>
        <source>480p in 8 steps, large model distilled</source>
        <translation>480p in 8 Schritten, großes Modell destilliert</translation>
    </message>
    <message>
        <source>480p in 8 steps, both models distilled</source>
        <translation>480p in 8 Schritten, beide Modelle destilliert</translation>
    </message>
    <message>
        <source>480p in 7 steps, large model distilled</source>
        <translation>480p in 7 Schritten, großes Modell destilliert</translation>
    </message>
    <message>
        <source>480p in 7 steps, both models distilled</source>
        <translation>480p in 7 Schritten, beide Modelle destilliert</translation>
    </message>
    <message>
        <source>For a large model with a 4-step LoRA, to be added under LoRAs, or one that is step-distilled itself. The small model is an ordinary one and keeps guidance. Other large models make poor clips with it.</source>
        <translation>Für ein großes Modell mit einer 4-Schritt-LoRA (unter LoRAs hinzuzufügen) oder ein selbst schrittdestilliertes. Das kleine Modell ist ein gewöhnliches und behält seine Guidance. Mit anderen großen Modellen werden die Clips schlecht.</translation>
    </message>
    <message>
        <source>For two models that each have their own 4-step LoRA or are step-distilled themselves. Other models make poor clips with it.</source>
        <translation>Für zwei Modelle, die je ihre eigene 4-Schritt-LoRA haben oder selbst schrittdestilliert sind. Mit anderen Modellen werden die Clips schlecht.</translation>
    </message>
    <message>
        <source>For a large model with an 8-step LoRA, to be added under LoRAs, or one that is step-distilled itself. The small model is an ordinary one and keeps guidance. Other large models make poor clips with it.</source>
        <translation>Für ein großes Modell mit einer 8-Schritt-LoRA (unter LoRAs hinzuzufügen) oder ein selbst schrittdestilliertes. Das kleine Modell ist ein gewöhnliches und behält seine Guidance. Mit anderen großen Modellen werden die Clips schlecht.</translation>
    </message>
    <message>
        <source>For two models that each have their own 8-step LoRA or are step-distilled themselves. Other models make poor clips with it.</source>
        <translation>Für zwei Modelle, die je ihre eigene 8-Schritt-LoRA haben oder selbst schrittdestilliert sind. Mit anderen Modellen werden die Clips schlecht.</translation>
    </message>
    <message>
        <source>For LTX-Video 13B 0.9.7 or 0.9.8 distilled with an ordinary small model, which keeps guidance. Other large models make poor clips with it.</source>
        <translation>Für LTX-Video 13B 0.9.7 oder 0.9.8 distilled mit einem gewöhnlichen kleinen Modell, das seine Guidance behält. Mit anderen großen Modellen werden die Clips schlecht.</translation>
    </message>
    <message>
        <source>For LTX-Video 13B 0.9.7 or 0.9.8 distilled with 2B 0.9.8 distilled. Other models make poor clips with it.</source>
        <translation>Für LTX-Video 13B 0.9.7 oder 0.9.8 distilled mit 2B 0.9.8 distilled. Mit anderen Modellen werden die Clips schlecht.</translation>
    </message>
    <message>
        <source>For LTX-Video 13B 0.9.7 or 0.9.8 distilled with 2B 0.9.6 distilled, on the noise levels of the small model. Other models make poor clips with it.</source>
        <translation>Für LTX-Video 13B 0.9.7 oder 0.9.8 distilled mit 2B 0.9.6 distilled, auf den Rauschstufen des kleinen Modells. Mit anderen Modellen werden die Clips schlecht.</translation>
    </message>
    <message>
        <source>Fast</source>
        <translation>Schnell</translation>
    </message>
    <message>
        <source>Faithful</source>
        <translation>Originalgetreu</translation>
    </message>
    <message>
        <source>Large until 40 % and for the last 20 %, as the FlowBlending authors publish it for WAN 2.1, with EasyCache at the middle of its authors&apos; thresholds. Not measured together on this pair: Find Boundaries compares clips with the large model&apos;s. Needs well over 10 steps.</source>
        <translation>Groß bis 40 % und für die letzten 20 %, wie es die Autoren von FlowBlending für WAN 2.1 veröffentlichen, mit EasyCache beim mittleren der Schwellwerte seiner Autoren. Zusammen auf diesem Paar nicht gemessen: „Grenzen finden“ vergleicht Clips mit denen des großen Modells. Braucht deutlich mehr als 10 Schritte.</translation>
    </message>
    <message>
        <source>Large until 60 % and for the last 20 %. In a clip that the FlowBlending authors publish for WAN 2.1, 60 % came nearer to the large model&apos;s than 40 % (SSIM 0.92 against 0.87). Not measured on this pair: Find Boundaries compares clips with the large model&apos;s.</source>
        <translation>Groß bis 60 % und für die letzten 20 %. In einem Clip, den die Autoren von FlowBlending für WAN 2.1 veröffentlichen, kam er mit 60 % näher an den des großen Modells als mit 40 % (SSIM 0,92 gegen 0,87). Auf diesem Paar nicht gemessen: „Grenzen finden“ vergleicht Clips mit denen des großen Modells.</translation>
    </message>
    <message>
        <source>Large until 60 % and for the last 10 %, with EasyCache at 0.2: measured on this pair with four prompts, 1.82 times fewer FLOPs than the large model alone, and a sameness of 0.83 (1 is the large model&apos;s clip, 0 the small model&apos;s).</source>
        <translation>Groß bis 60 % und für die letzten 10 %, mit EasyCache bei 0,2: auf diesem Paar mit vier Prompts gemessen, 1,82-mal weniger FLOPs als das große Modell allein und eine Gleichheit von 0,83 (1 ist der Clip des großen Modells, 0 der des kleinen).</translation>
    </message>
    <message>
        <source>Large until 60 % and for the last 20 %, with EasyCache at 0.05: measured on this pair with four prompts, 1.45 times fewer FLOPs than the large model alone, and a sameness of 0.90 (1 is the large model&apos;s clip, 0 the small model&apos;s).</source>
        <translation>Groß bis 60 % und für die letzten 20 %, mit EasyCache bei 0,05: auf diesem Paar mit vier Prompts gemessen, 1,45-mal weniger FLOPs als das große Modell allein und eine Gleichheit von 0,90 (1 ist der Clip des großen Modells, 0 der des kleinen).</translation>
    </message>
</context>
<context>
    <name>fb::ui::PreviewPanel</name>
    <message>
        <source>Playback speed</source>
        <translation>Wiedergabetempo</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>Clip</translation>
    </message>
    <message>
        <source>Your clip appears here.
Describe it on the left and press Generate.</source>
        <translation>Hier erscheint Ihr Clip.
Beschreiben Sie ihn links und drücken Sie „Generieren“.</translation>
    </message>
    <message>
        <source>No clip yet</source>
        <translation>Noch kein Clip</translation>
    </message>
    <message>
        <source>Step %1 of %2 · preview</source>
        <translation>Schritt %1 von %2 · Vorschau</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %2×%3 · %n frame(s)</source>
        <translation>
            <numerusform>%1 · %2×%3 · %n Bild</numerusform>
            <numerusform>%1 · %2×%3 · %n Bilder</numerusform>
        </translation>
    </message>
    <message>
        <source>Frame %1 copied.</source>
        <translation>Bild %1 kopiert.</translation>
    </message>
    <message>
        <source>Save the frame</source>
        <translation>Bild speichern</translation>
    </message>
    <message>
        <source>PNG images (*.png)</source>
        <translation>PNG-Bilder (*.png)</translation>
    </message>
    <message>
        <source>Saved %1.</source>
        <translation>%1 gespeichert.</translation>
    </message>
    <message>
        <source>%1 could not be written; choose another place.</source>
        <translation>%1 ließ sich nicht schreiben; wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>Spee&amp;d</source>
        <translation>Geschwin&amp;digkeit</translation>
    </message>
    <message>
        <source>&amp;Zoom</source>
        <translation>&amp;Zoom</translation>
    </message>
    <message>
        <source>Watch the running clip</source>
        <translation>Den laufenden Clip ansehen</translation>
    </message>
    <message>
        <source>● Live · %1</source>
        <translation>● Live · %1</translation>
    </message>
</context>
<context>
    <name>fb::ui::ProbePresenter</name>
    <message>
        <source>Divergence profile</source>
        <translation>Abweichungsprofil</translation>
    </message>
    <message>
        <source>Import a divergence profile</source>
        <translation>Abweichungsprofil importieren</translation>
    </message>
    <message>
        <source>Divergence profiles (*.json);;All files (*)</source>
        <translation>Abweichungsprofile (*.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Choose a pair first: a profile belongs to one.</source>
        <translation>Wählen Sie zuerst ein Paar: Ein Profil gehört zu einem.</translation>
    </message>
    <message>
        <source>Imported %1; the profile is of %2 now.</source>
        <translation>%1 importiert; das Profil umfasst jetzt %2.</translation>
    </message>
    <message>
        <source>Export the divergence profile</source>
        <translation>Abweichungsprofil exportieren</translation>
    </message>
    <message>
        <source>Divergence profiles (*.json)</source>
        <translation>Abweichungsprofile (*.json)</translation>
    </message>
    <message>
        <source>Nothing is kept of this pair with these settings yet: probe it first, or import a profile.</source>
        <translation>Zu diesem Paar mit diesen Einstellungen ist noch nichts aufbewahrt: Starten Sie zuerst einen Messlauf oder importieren Sie ein Profil.</translation>
    </message>
    <message>
        <source>Saved %1, with %2.</source>
        <translation>%1 gespeichert, mit %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n measurement(s)</source>
        <translation>
            <numerusform>%n Messung</numerusform>
            <numerusform>%n Messungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fb::ui::PromptPanel</name>
    <message>
        <source>change of settings</source>
        <translation>Änderung der Einstellungen</translation>
    </message>
    <message>
        <source>Describe the clip</source>
        <translation>Beschreiben Sie den Clip</translation>
    </message>
    <message>
        <source>Describe the clip, for example: %1</source>
        <translation>Beschreiben Sie den Clip, zum Beispiel: %1</translation>
    </message>
    <message>
        <source>%1 / %2 tokens</source>
        <translation>%1 / %2 Tokens</translation>
    </message>
    <message numerus="yes">
        <source>The prompt is longer than the text encoder can read: the last %n tokens have no effect.</source>
        <translation>
            <numerusform>Der Textencoder liest nur bis zu seiner Grenze: Das letzte Token bleibt wirkungslos.</numerusform>
            <numerusform>Der Textencoder liest nur bis zu seiner Grenze: Die letzten %n Tokens bleiben wirkungslos.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Negative prompt</source>
        <translation>&amp;Negativ-Prompt</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>What the clip should show. Press Ctrl+Return to generate.</source>
        <translation>Was der Clip zeigen soll. Strg+Eingabe generiert.</translation>
    </message>
    <message>
        <source>Negative prompt</source>
        <translation>Negativ-Prompt</translation>
    </message>
    <message>
        <source>What the clip should not show. Used only if guidance is above 1.</source>
        <translation>Was der Clip nicht zeigen soll. Wirkt, wenn die Guidance über 1 liegt.</translation>
    </message>
    <message>
        <source>What to avoid, for example: blurry, distorted</source>
        <translation>Was zu vermeiden ist, zum Beispiel: unscharf, verzerrt</translation>
    </message>
    <message>
        <source>Length of the prompt</source>
        <translation>Länge des Prompts</translation>
    </message>
    <message>
        <source>Tokens in the prompt, and how many the text encoder can read</source>
        <translation>Tokens des Prompts und wie viele der Textencoder liest</translation>
    </message>
    <message>
        <source>Recent prompts</source>
        <translation>Letzte Prompts</translation>
    </message>
    <message>
        <source>Why this cannot run</source>
        <translation>Was den Start verhindert</translation>
    </message>
    <message>
        <source>Descri&amp;ption</source>
        <translation>Prompt-Te&amp;xt</translation>
    </message>
    <message>
        <source>choice of a preset</source>
        <comment>undo</comment>
        <translation>Wahl einer Vorlage</translation>
    </message>
</context>
<context>
    <name>fb::ui::PurposeMenu</name>
    <message>
        <source>&amp;As the clip is</source>
        <translation>W&amp;ie der Clip ist</translation>
    </message>
    <message>
        <source>&amp;Widescreen 16:9</source>
        <translation>&amp;Breitbild 16:9</translation>
    </message>
    <message>
        <source>&amp;Square 1:1</source>
        <translation>&amp;Quadrat 1:1</translation>
    </message>
    <message>
        <source>&amp;Portrait 4:5</source>
        <translation>Hochf&amp;ormat 4:5</translation>
    </message>
    <message>
        <source>&amp;Vertical 9:16</source>
        <translation>Senkrech&amp;t 9:16</translation>
    </message>
    <message>
        <source>Endless &amp;loop</source>
        <translation>Endlos&amp;schleife</translation>
    </message>
    <message>
        <source>A&amp;ttachment of at most 10 MB</source>
        <translation>&amp;Anhang von höchstens 10 MB</translation>
    </message>
    <message>
        <source>&amp;What for</source>
        <translation>W&amp;ofür</translation>
    </message>
    <message>
        <source>What the clip is made for</source>
        <translation>Wofür der Clip bestimmt ist</translation>
    </message>
    <message>
        <source>Sets shape, play and size limit for a purpose; everything else stays</source>
        <translation>Setzt Form, Abspielen und Höchstgröße für einen Zweck; alles andere bleibt</translation>
    </message>
</context>
<context>
    <name>fb::ui::QueuePanel</name>
    <message>
        <source>The queue is empty.
Every clip you generate waits here for its turn.</source>
        <translation>Die Warteschlange ist leer.
Jeder Clip, den Sie generieren, wartet hier, bis er an der Reihe ist.</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Run earlier (Ctrl+Up)</source>
        <translation>Früher ausführen (Strg+Auf)</translation>
    </message>
    <message>
        <source>Run later (Ctrl+Down)</source>
        <translation>Später ausführen (Strg+Ab)</translation>
    </message>
    <message>
        <source>Remove from the queue (Del)</source>
        <translation>Aus der Warteschlange entfernen (Entf)</translation>
    </message>
    <message>
        <source>Pause this run; its steps are kept</source>
        <translation>Diesen Lauf anhalten; seine Schritte bleiben erhalten</translation>
    </message>
    <message>
        <source>Resume the queue</source>
        <translation>Warteschlange laufen lassen</translation>
    </message>
    <message>
        <source>Pause the queue after the running clip</source>
        <translation>Warteschlange nach dem laufenden Clip anhalten</translation>
    </message>
    <message>
        <source>%1 · %2 left</source>
        <translation>%1 · noch %2</translation>
    </message>
    <message>
        <source>waiting · continues at step %1 of %2</source>
        <translation>wartet · weiter ab Schritt %1 von %2</translation>
    </message>
    <message>
        <source>waiting · %1</source>
        <translation>wartet · %1</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>paused after step %1 of %2</source>
        <translation>angehalten nach Schritt %1 von %2</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>startet</translation>
    </message>
    <message>
        <source>loading the models</source>
        <translation>lädt die Modelle</translation>
    </message>
    <message>
        <source>encoding the prompt</source>
        <translation>kodiert den Prompt</translation>
    </message>
    <message>
        <source>decoding · %1</source>
        <translation>dekodiert · %1</translation>
    </message>
    <message>
        <source>exporting</source>
        <translation>exportiert</translation>
    </message>
    <message>
        <source>sampling · step %1 of %2 · small</source>
        <translation>Sampling · Schritt %1 von %2 · klein</translation>
    </message>
    <message>
        <source>sampling · step %1 of %2 · large</source>
        <translation>Sampling · Schritt %1 von %2 · groß</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>&amp;Duplizieren</translation>
    </message>
    <message>
        <source>Run e&amp;arlier</source>
        <translation>&amp;Früher ausführen</translation>
    </message>
    <message>
        <source>Run &amp;later</source>
        <translation>S&amp;päter ausführen</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Resume this run</source>
        <translation>Diesen Lauf fortsetzen</translation>
    </message>
    <message>
        <source>%1 left · %2</source>
        <comment>0:22, sampling</comment>
        <translation>noch %1 · %2</translation>
    </message>
    <message>
        <source>&amp;Skip</source>
        <translation>Über&amp;springen</translation>
    </message>
    <message>
        <source>Res&amp;ume</source>
        <translation>For&amp;tsetzen</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>sampling · step %1 of %2</source>
        <translation>Sampling · Schritt %1 von %2</translation>
    </message>
    <message>
        <source>%1 · queue paused</source>
        <comment>2 runs</comment>
        <translation>%1 · Warteschlange angehalten</translation>
    </message>
    <message numerus="yes">
        <source>%n paused</source>
        <comment>runs</comment>
        <translation>
            <numerusform>%n angehalten</numerusform>
            <numerusform>%n angehalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <comment>runs</comment>
        <translation>
            <numerusform>%n fehlgeschlagen</numerusform>
            <numerusform>%n fehlgeschlagen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fb::ui::QueueRunner</name>
    <message>
        <source>The saved state of &quot;%1&quot; cannot be read, so it starts from the beginning: %2</source>
        <translation>Was von „%1“ gespeichert war, ist nicht lesbar; der Lauf beginnt neu: %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is in use by another program. It can be continued once that program has finished.</source>
        <translation>„%1“ ist in Gebrauch: Ein anderes Programm arbeitet an diesem Lauf. Er kann fortgesetzt werden, sobald es fertig ist.</translation>
    </message>
</context>
<context>
    <name>fb::ui::RemarkLine</name>
    <message>
        <source>Dismiss the remark</source>
        <translation>Hinweis ausblenden</translation>
    </message>
    <message>
        <source>Hide this until the stages change</source>
        <translation>Ausblenden, bis sich die Phasen ändern</translation>
    </message>
    <message>
        <source>The early stage, %1 of the steps, rounds to no step.</source>
        <translation>Die frühe Phase, %1 der Schritte, ergibt gerundet keinen Schritt.</translation>
    </message>
    <message>
        <source>The late stage, %1 of the steps, rounds to no step.</source>
        <translation>Die späte Phase, %1 der Schritte, ergibt gerundet keinen Schritt.</translation>
    </message>
    <message>
        <source>The early and the late stage leave no step to the small model.</source>
        <translation>Die frühe und die späte Phase lassen dem kleinen Modell keinen Schritt übrig.</translation>
    </message>
    <message>
        <source>The small model takes only %1 of its %2 steps: its stage has no more.</source>
        <translation>Das kleine Modell macht nur %1 seiner %2 Schritte: Mehr hat seine Phase nicht.</translation>
    </message>
    <message>
        <source>With more steps, or other boundaries, every stage gets what it asks for.</source>
        <translation>Mit mehr Schritten oder anderen Grenzen bekommt jede Phase, was für sie eingestellt ist.</translation>
    </message>
</context>
<context>
    <name>fb::ui::ReplaceQuestion</name>
    <message>
        <source>%1 already exists. Replace it?</source>
        <translation>%1 existiert bereits. Ersetzen?</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Ersetzen</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Behalten</translation>
    </message>
</context>
<context>
    <name>fb::ui::RequestPresenter</name>
    <message>
        <source>These settings were made with the pair &quot;%1&quot;, which is not available. They are shown for &quot;%2&quot;.</source>
        <translation>Diese Einstellungen entstanden mit dem Paar „%1“, das hier fehlt. Sie werden für „%2“ gezeigt.</translation>
    </message>
    <message>
        <source>%1 is not a LoRA but a %2. Models are part of a pair.</source>
        <translation>%1 ist keine LoRA, sondern: %2. Modelle gehören in ein Paar.</translation>
    </message>
    <message>
        <source>Choose a preset</source>
        <comment>undo</comment>
        <translation>Vorlage wählen</translation>
    </message>
    <message>
        <source>%1 is in the list more than once; its strengths add up.</source>
        <translation>%1 steht mehrfach in der Liste; die Stärken addieren sich.</translation>
    </message>
</context>
<context>
    <name>fb::ui::ResultsPage</name>
    <message>
        <source>%1: sameness %2</source>
        <translation>%1: Gleichheit %2</translation>
    </message>
    <message>
        <source>The first prompt is being measured.</source>
        <translation>Der erste Prompt wird gemessen.</translation>
    </message>
    <message>
        <source>Until it is finished, the map shows how far the clips are from the large model&apos;s; 0 is the same clip.</source>
        <translation>Bis er fertig ist, zeigt die Karte, wie weit die Clips von denen des großen Modells entfernt sind; 0 ist derselbe Clip.</translation>
    </message>
    <message>
        <source>No boundaries of the grid are near enough: the large model alone.</source>
        <translation>Keine Grenzen des Rasters sind nahe genug: das große Modell allein.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>Measured on %n prompt(s).</source>
        <translation>
            <numerusform>An %n Prompt gemessen.</numerusform>
            <numerusform>An %n Prompts gemessen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>The report is being written…</source>
        <translation>Der Bericht wird geschrieben…</translation>
    </message>
    <message>
        <source>Saved %1.</source>
        <translation>%1 gespeichert.</translation>
    </message>
    <message>
        <source>Nothing is measured for this pair yet. Start on the first page; results appear here as they come in.</source>
        <translation>Für dieses Paar ist noch nichts gemessen. Starten Sie auf der ersten Seite; Ergebnisse erscheinen hier, sobald es sie gibt.</translation>
    </message>
    <message>
        <source>Sameness. Columns: large until this share of the steps; rows: large again for the last.</source>
        <translation>Gleichheit. Spalten: groß bis zu diesem Anteil der Schritte; Zeilen: wieder groß für die letzten.</translation>
    </message>
    <message>
        <source>Distance. Columns: large until this share of the steps; rows: large again for the last.</source>
        <translation>Abstand. Spalten: groß bis zu diesem Anteil der Schritte; Zeilen: wieder groß für die letzten.</translation>
    </message>
    <message>
        <source>○ the window&apos;s boundaries</source>
        <translation>○ Grenzen des Fensters</translation>
    </message>
    <message>
        <source>lines: equal work, every 10 %</source>
        <translation>Linien: gleicher Aufwand, alle 10 %</translation>
    </message>
    <message>
        <source>Sameness by early and late stage</source>
        <translation>Gleichheit nach früher und später Phase</translation>
    </message>
    <message>
        <source>Sameness at &amp;least</source>
        <translation>Gleichheit mi&amp;ndestens</translation>
    </message>
    <message>
        <source>Sameness asked for</source>
        <translation>Gewünschte Gleichheit</translation>
    </message>
    <message>
        <source>Sameness asked for, as a number</source>
        <translation>Gewünschte Gleichheit als Zahl</translation>
    </message>
    <message>
        <source>1 is the large model&apos;s clip; 0 is as far from it as the floor.</source>
        <translation>1 ist der Clip des großen Modells; 0 ist so weit von ihm entfernt wie der Vergleichswert.</translation>
    </message>
    <message>
        <source>&amp;Rule</source>
        <translation>&amp;Regel</translation>
    </message>
    <message>
        <source>Compare b&amp;y</source>
        <translation>&amp;Vergleichen nach</translation>
    </message>
    <message>
        <source>0 &amp;is</source>
        <translation>0 &amp;ist</translation>
    </message>
    <message>
        <source>Rule of the proposal</source>
        <translation>Regel des Vorschlags</translation>
    </message>
    <message>
        <source>Measure of sameness</source>
        <translation>Maß der Gleichheit</translation>
    </message>
    <message>
        <source>What counts as no sameness</source>
        <translation>Was als keine Gleichheit gilt</translation>
    </message>
    <message>
        <source>Sameness 0: as far from the large model&apos;s clip as its clip with another seed, or as the small model&apos;s clip</source>
        <translation>Gleichheit 0: so weit vom Clip des großen Modells wie dessen Clip mit anderem Seed oder wie der Clip des kleinen Modells</translation>
    </message>
    <message>
        <source>&amp;Use these</source>
        <translation>&amp;Übernehmen</translation>
    </message>
    <message>
        <source>Move the window&apos;s boundaries to the proposal; this can be undone</source>
        <translation>Die Grenzen des Fensters auf den Vorschlag setzen; lässt sich zurücknehmen</translation>
    </message>
    <message>
        <source>Save re&amp;port…</source>
        <translation>&amp;Bericht speichern…</translation>
    </message>
    <message>
        <source>Not measured here: it needs weights of its own.</source>
        <translation>Hier nicht gemessen: Dafür sind eigene Gewichte nötig.</translation>
    </message>
    <message>
        <source>Web page (*.html);;PDF (*.pdf)</source>
        <translation>Webseite (*.html);;PDF (*.pdf)</translation>
    </message>
    <message>
        <source>squares: fewer steps, guards</source>
        <translation>Quadrate: weniger Schritte, Wächter</translation>
    </message>
    <message>
        <source>Write these results as a web page with the clips, or as a PDF with pictures of them</source>
        <translation>Diese Ergebnisse als Webseite mit den Clips oder als PDF mit Bildern daraus schreiben</translation>
    </message>
    <message>
        <source>Not measured here: the clips are not decoded.</source>
        <translation>Hier nicht gemessen: Die Clips sind nicht dekodiert.</translation>
    </message>
</context>
<context>
    <name>fb::ui::RunPresenter</name>
    <message>
        <source>The engine is still starting.</source>
        <translation>Die Engine wird noch geöffnet.</translation>
    </message>
    <message>
        <source>The queue is paused.</source>
        <translation>Die Warteschlange ist angehalten.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Probe: %1</source>
        <translation>Messlauf: %1</translation>
    </message>
    <message>
        <source>The probe is done; drag the boundaries to where the models agree.</source>
        <translation>Der Messlauf ist fertig; ziehen Sie die Grenzen dorthin, wo sich die Modelle einig sind.</translation>
    </message>
    <message>
        <source>Finished: %1</source>
        <translation>Fertig: %1</translation>
    </message>
    <message>
        <source>The clip could not be generated: %1</source>
        <translation>Ein Clip konnte nicht erzeugt werden: %1</translation>
    </message>
    <message>
        <source>A clip is being generated</source>
        <translation>Ein Clip wird gerade erzeugt</translation>
    </message>
    <message>
        <source>Quit now? Finished steps are kept, and the run continues from there next time.</source>
        <translation>Jetzt beenden? Die fertigen Schritte bleiben erhalten; beim nächsten Mal geht der Lauf dort weiter.</translation>
    </message>
    <message>
        <source>&amp;Keep for later and quit</source>
        <translation>Für später &amp;behalten und beenden</translation>
    </message>
    <message>
        <source>&amp;Stay</source>
        <translation>&amp;Bleiben</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Starting the engine…</source>
        <translation>Die Engine wird geöffnet…</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) were interrupted. Their steps are kept.</source>
        <translation>
            <numerusform>%n Lauf wurde unterbrochen. Seine Schritte sind erhalten.</numerusform>
            <numerusform>%n Läufe wurden unterbrochen. Ihre Schritte sind erhalten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) are waiting from last time.</source>
        <translation>
            <numerusform>%n Lauf wartet noch vom letzten Mal.</numerusform>
            <numerusform>%n Läufe warten noch vom letzten Mal.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not everything is saved</source>
        <translation>Nicht alles ist gespeichert</translation>
    </message>
    <message>
        <source>%1

If you quit before this is resolved, unsaved changes are lost.</source>
        <translation>%1

Wenn du jetzt gehst und es nicht vorbei ist, geht das Neue verloren.</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Verlassen</translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
    <message>
        <source>The description of the clip is empty.</source>
        <translation>Die Beschreibung des Clips ist leer.</translation>
    </message>
    <message>
        <source>Generate anyway</source>
        <translation>Trotzdem generieren</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) are paused. Their steps are kept.</source>
        <translation>
            <numerusform>%n Lauf ist angehalten. Seine Schritte sind erhalten.</numerusform>
            <numerusform>%n Läufe sind angehalten. Ihre Schritte sind erhalten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Done in %1.</source>
        <translation>Fertig in %1.</translation>
    </message>
    <message>
        <source>Done in %1 and in the history: %2</source>
        <translation>Fertig in %1 und im Verlauf: %2</translation>
    </message>
    <message>
        <source>Paused after step %1 of %2. It can be resumed from the queue.</source>
        <translation>Nach Schritt %1 von %2 angehalten. Aus der Warteschlange geht es weiter.</translation>
    </message>
    <message>
        <source>Cancelled: %1</source>
        <translation>Abgebrochen: %1</translation>
    </message>
    <message>
        <source>Removed from the queue: %1</source>
        <translation>Aus der Warteschlange entfernt: %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>The queue waits until the boundaries are measured.</source>
        <translation>Die Warteschlange wartet, bis die Grenzen gemessen sind.</translation>
    </message>
    <message>
        <source>Pause measuring</source>
        <translation>Messen anhalten</translation>
    </message>
    <message>
        <source>Boundaries are being measured</source>
        <translation>Grenzen werden gemessen</translation>
    </message>
    <message>
        <source>Quit now? Everything measured is kept, and it continues from there next time.</source>
        <translation>Jetzt beenden? Alles Gemessene bleibt erhalten, und nächstes Mal geht es von dort aus weiter.</translation>
    </message>
    <message>
        <source>Finding boundaries: clip %1 of %2</source>
        <translation>Grenzen finden: Clip %1 von %2</translation>
    </message>
    <message>
        <source>Calibrate: %1</source>
        <translation>Kalibrieren: %1</translation>
    </message>
    <message>
        <source>The models are measured in %1: their runs can use MagCache.</source>
        <translation>Die Modelle sind in %1 gemessen: Ihre Läufe können MagCache verwenden.</translation>
    </message>
    <message>
        <source>Paused. Resumed from the queue, it measures from the beginning.</source>
        <translation>Angehalten. Wird aus der Warteschlange fortgesetzt, beginnt das Messen von vorn.</translation>
    </message>
    <message>
        <source>The models could not be measured: %1</source>
        <translation>Die Modelle konnten nicht gemessen werden: %1</translation>
    </message>
    <message>
        <source>Models are being measured</source>
        <translation>Modelle werden gemessen</translation>
    </message>
    <message>
        <source>Quit now? Next time, measuring can be resumed from the queue; it starts from the beginning.</source>
        <translation>Jetzt beenden? Nächstes Mal lässt sich das Messen aus der Warteschlange fortsetzen; es beginnt von vorn.</translation>
    </message>
    <message>
        <source>Finding boundaries: comparing clips</source>
        <translation>Grenzen finden: Clips werden verglichen</translation>
    </message>
    <message>
        <source>The seed is locked: this will be the clip shown once more.</source>
        <translation>Der Seed ist festgehalten: Das wird noch einmal der gezeigte Clip.</translation>
    </message>
</context>
<context>
    <name>fb::ui::RunStore</name>
    <message>
        <source>The queue and history could not be read from %1. The file was kept as %2, and a new one was started.</source>
        <translation>Warteschlange und Verlauf ließen sich nicht aus %1 lesen. Die Datei wurde als %2 aufgehoben und eine neue begonnen.</translation>
    </message>
    <message>
        <source>A change to the queue or history could not be saved: %1.</source>
        <translation>Eine Änderung an Warteschlange und Verlauf konnte nicht gespeichert werden: %1.</translation>
    </message>
    <message>
        <source>The queue and history in %1 were saved by a newer version of this program. Open them with that version: this one leaves the file untouched and saves nothing.</source>
        <translation>Warteschlange und Verlauf in %1 stammen von einer neueren Version dieses Programms. Öffne sie mit jener: Hier bleibt die Datei, wie sie ist, und Neues wird nicht behalten.</translation>
    </message>
    <message>
        <source>%1 belongs to another program and is left untouched, so the queue and history are not saved. Start with another folder: --state FOLDER.</source>
        <translation>%1 gehört einem anderen Programm und bleibt, wie es ist; Warteschlange und Verlauf werden deshalb nicht behalten. Starte mit einem anderen Ordner: --state ORDNER.</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>der Datenträger ist voll</translation>
    </message>
    <message>
        <source>another program is using the file</source>
        <translation>ein anderes Programm hält die Datei</translation>
    </message>
    <message>
        <source>access to the file is denied</source>
        <translation>der Zugriff auf die Datei ist nicht erlaubt</translation>
    </message>
    <message>
        <source>The queue and history cannot be read from %1 at the moment: %2. The file is left untouched and will be read as soon as possible; until then, changes are kept in memory.</source>
        <translation>Warteschlange und Verlauf können jetzt nicht aus %1 gelesen werden: %2. Die Datei bleibt, wie sie ist, und wird gelesen, sobald das vorbei ist; Neues bleibt bis dahin im Speicher.</translation>
    </message>
    <message>
        <source>The queue and history cannot be saved in %1: %2. Changes are kept in memory and will be saved as soon as possible.</source>
        <translation>Warteschlange und Verlauf sind nicht in %1 gespeichert: %2. Neues bleibt im Speicher und wird gespeichert, sobald das vorbei ist.</translation>
    </message>
    <message>
        <source>The history in %1 is read-only at the moment: %2. Everything that can be read is shown; changes are kept in memory and will be saved as soon as possible.</source>
        <translation>Der Verlauf in %1 ist jetzt schreibgeschützt: %2. Was davon lesbar ist, wird gezeigt; Neues bleibt im Speicher und wird gespeichert, sobald das vorbei ist.</translation>
    </message>
</context>
<context>
    <name>fb::ui::RunSwitch</name>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Stages of the running clip</source>
        <translation>Phasen des laufenden Clips</translation>
    </message>
    <message>
        <source>The stages of the running clip; boundaries ahead of it can still be moved</source>
        <translation>Die Phasen des laufenden Clips; Grenzen, die noch vor ihm liegen, lassen sich verschieben</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Nächster</translation>
    </message>
    <message>
        <source>Stages of the next clip</source>
        <translation>Phasen des nächsten Clips</translation>
    </message>
    <message>
        <source>The stages of the next clip: what Generate adds to the queue</source>
        <translation>Die Phasen des nächsten Clips: was „Generieren“ in die Warteschlange stellt</translation>
    </message>
</context>
<context>
    <name>fb::ui::RunWords</name>
    <message>
        <source>No description</source>
        <translation>Ohne Beschreibung</translation>
    </message>
</context>
<context>
    <name>fb::ui::SavePresenter</name>
    <message>
        <source>The clip &quot;%1&quot; could not be saved as a video, but is in the history. %2 %3</source>
        <translation>Der Clip „%1“ konnte nicht als Video gespeichert werden, ist aber im Verlauf. %2 %3</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s) could not be saved as videos, but are in the history. %1 %2</source>
        <translation>
            <numerusform>%n Clip konnte nicht als Video gespeichert werden, ist aber im Verlauf. %1 %2</numerusform>
            <numerusform>%n Clips konnten nicht als Video gespeichert werden, sind aber im Verlauf. %1 %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fb::ui::SavingPage</name>
    <message>
        <source>For example: %1</source>
        <translation>Zum Beispiel: %1</translation>
    </message>
    <message>
        <source>&amp;Save each finished clip as a video</source>
        <translation>Jeden fertigen Clip als &amp;Video speichern</translation>
    </message>
    <message>
        <source>Save each finished clip as a video</source>
        <translation>Jeden fertigen Clip als Video speichern</translation>
    </message>
    <message>
        <source>The clip also stays in the history. No file is ever replaced.</source>
        <translation>Der Clip bleibt auch im Verlauf. Nie wird eine Datei ersetzt.</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>&amp;Ordner</translation>
    </message>
    <message>
        <source>Folder of finished clips</source>
        <translation>Ordner fertiger Clips</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Names of finished clips</source>
        <translation>Namen fertiger Clips</translation>
    </message>
    <message>
        <source>A slash makes a folder. Possible parts: %1</source>
        <translation>Ein Schrägstrich ergibt einen Ordner. Mögliche Teile: %1</translation>
    </message>
    <message>
        <source>F&amp;ormat</source>
        <translation>F&amp;ormat</translation>
    </message>
    <message>
        <source>Format of finished clips</source>
        <translation>Format fertiger Clips</translation>
    </message>
    <message>
        <source>The settings are stored in the file; open it in the Studio to load them again.</source>
        <translation>Die Einstellungen stehen in der Datei; im Studio geöffnet, werden sie wieder geladen.</translation>
    </message>
    <message>
        <source>&amp;Quality</source>
        <translation>&amp;Qualität</translation>
    </message>
    <message>
        <source>Quality of finished clips</source>
        <translation>Qualität fertiger Clips</translation>
    </message>
    <message>
        <source>Higher looks better and makes a larger file. ProRes and GIF have no choice.</source>
        <translation>Höher sieht besser aus und ergibt eine größere Datei. Bei ProRes und GIF gibt es keine Wahl.</translation>
    </message>
</context>
<context>
    <name>fb::ui::ScrubBar</name>
    <message>
        <source>%1 · frame %2</source>
        <translation>%1 · Bild %2</translation>
    </message>
</context>
<context>
    <name>fb::ui::SettingWords</name>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>%1 (frame %2, %3)</source>
        <translation>%1 (Bild %2, %3)</translation>
    </message>
    <message>
        <source>%1 (%2, %3)</source>
        <translation>%1 (%2, %3)</translation>
    </message>
    <message>
        <source>large model</source>
        <translation>großes Modell</translation>
    </message>
    <message>
        <source>small model</source>
        <translation>kleines Modell</translation>
    </message>
    <message>
        <source>early stage</source>
        <translation>frühe Phase</translation>
    </message>
    <message>
        <source>late stage</source>
        <translation>späte Phase</translation>
    </message>
    <message>
        <source>by the pair&apos;s rule</source>
        <translation>nach der Regel des Paars</translation>
    </message>
</context>
<context>
    <name>fb::ui::Settings</name>
    <message>
        <source>The settings could not be read from %1.</source>
        <translation>Die Einstellungen konnten nicht aus %1 gelesen werden.</translation>
    </message>
    <message>
        <source>The settings could not be read from %1. The file was kept as %2; all settings are back to their defaults.</source>
        <translation>Die Einstellungen konnten nicht aus %1 gelesen werden. Die Datei wurde als %2 aufbewahrt; alle Einstellungen sind wie beim ersten Start.</translation>
    </message>
</context>
<context>
    <name>fb::ui::SettingsDialog</name>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 (not found)</source>
        <translation>%1 (nicht gefunden)</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>Rechnen</translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation>Sampling</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>Same as desktop</source>
        <translation>Wie der Desktop</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Design</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>&amp;Notify when a long run ends</source>
        <translation>&amp;Benachrichtigen, wenn ein langer Lauf endet</translation>
    </message>
    <message>
        <source>&amp;Device</source>
        <translation>&amp;Gerät</translation>
    </message>
    <message>
        <source>&amp;Precision</source>
        <translation>Ge&amp;nauigkeit</translation>
    </message>
    <message>
        <source>float32 · exact, most memory</source>
        <translation>float32 · exakt, größter Speicherbedarf</translation>
    </message>
    <message>
        <source>bfloat16 · half the memory</source>
        <translation>bfloat16 · halber Speicher</translation>
    </message>
    <message>
        <source>float16 · half the memory, older GPUs</source>
        <translation>float16 · halber Speicher, ältere GPUs</translation>
    </message>
    <message>
        <source>T&amp;hreads</source>
        <translation>&amp;Threads</translation>
    </message>
    <message>
        <source>A new number of threads takes effect at the next start.</source>
        <translation>Eine andere Zahl von Threads gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Show a &amp;preview after every step</source>
        <translation>Nach jedem Schritt &amp;Vorschau zeigen</translation>
    </message>
    <message>
        <source>&amp;Compare the models</source>
        <translation>Modelle &amp;vergleichen</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>On the large model&apos;s steps</source>
        <translation>Bei Schritten des großen Modells</translation>
    </message>
    <message>
        <source>On every step</source>
        <translation>Bei jedem Schritt</translation>
    </message>
    <message>
        <source>&amp;Save the run</source>
        <translation>&amp;Lauf sichern</translation>
    </message>
    <message>
        <source>after every step</source>
        <translation>nach jedem Schritt</translation>
    </message>
    <message>
        <source>every </source>
        <translation>alle </translation>
    </message>
    <message>
        <source> steps</source>
        <translation> Schritte</translation>
    </message>
    <message>
        <source>&amp;Runs</source>
        <translation>&amp;Läufe</translation>
    </message>
    <message>
        <source>&amp;Exported clips</source>
        <translation>&amp;Exportierte Clips</translation>
    </message>
    <message>
        <source>Each run stores what is needed to continue it or to view it again.</source>
        <translation>Läufe behalten, was zum Fortsetzen und Wiederansehen nötig ist.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Language of the program</source>
        <translation>Sprache des Programms</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Design</translation>
    </message>
    <message>
        <source>Light or dark colours</source>
        <translation>Helle oder dunkle Farben</translation>
    </message>
    <message>
        <source>Notify when a long run ends</source>
        <translation>Benachrichtigen, wenn ein langer Lauf endet</translation>
    </message>
    <message>
        <source>Only if the window is not in front</source>
        <translation>Nur wenn das Fenster nicht im Vordergrund ist</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Where the models run</source>
        <translation>Wo die Modelle rechnen</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>Processor threads of the engine</source>
        <translation>Prozessor-Threads der Engine</translation>
    </message>
    <message>
        <source>Show a preview after every step</source>
        <translation>Nach jedem Schritt Vorschau zeigen</translation>
    </message>
    <message>
        <source>The clip as predicted so far; costs little.</source>
        <translation>Der bisher vorhergesagte Clip; kostet wenig.</translation>
    </message>
    <message>
        <source>When the models are compared</source>
        <translation>Wann die Modelle verglichen werden</translation>
    </message>
    <message>
        <source>Each comparison runs the other model as well and adds one point to the curve.</source>
        <translation>Jeder Vergleich rechnet auch das andere Modell und ergibt einen Punkt der Kurve.</translation>
    </message>
    <message>
        <source>Steps between two saved states</source>
        <translation>Schritte zwischen zwei Sicherungen</translation>
    </message>
    <message>
        <source>An interrupted run continues from the last saved step.</source>
        <translation>Ein unterbrochener Lauf geht ab dem letzten gesicherten Schritt weiter.</translation>
    </message>
    <message>
        <source>Folder of the runs</source>
        <translation>Ordner der Läufe</translation>
    </message>
    <message>
        <source>Folder of exported clips</source>
        <translation>Ordner für exportierte Clips</translation>
    </message>
    <message>
        <source>Restore defaults</source>
        <translation>Vorgaben wiederherstellen</translation>
    </message>
    <message>
        <source>Resets all settings in this dialog; prompts and pairs are kept.</source>
        <translation>Alle Einstellungen dieses Dialogs; Prompts und Paare bleiben.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>&amp;Memory budget</source>
        <translation>&amp;Speichergrenze</translation>
    </message>
    <message>
        <source>All free memory</source>
        <translation>Alles, was frei ist</translation>
    </message>
    <message>
        <source> GB</source>
        <translation> GB</translation>
    </message>
    <message>
        <source>Memory budget</source>
        <translation>Speichergrenze</translation>
    </message>
    <message>
        <source>How much of the device&apos;s memory the whole run may use. If the models do not fit, they are loaded in parts: slower, same clip.</source>
        <translation>Was der ganze Lauf auf dem Gerät belegen darf. Passen die Modelle nicht hinein, werden sie in Teilen geladen: langsamer, derselbe Clip.</translation>
    </message>
    <message>
        <source>Automatic · %1</source>
        <translation>Automatisch · %1</translation>
    </message>
    <message>
        <source>%1 cannot be used: %2</source>
        <translation>%1 ist nicht nutzbar: %2</translation>
    </message>
    <message>
        <source>%1 (cannot be used)</source>
        <translation>%1 (nicht nutzbar)</translation>
    </message>
    <message>
        <source>Automatic · %1 on this device</source>
        <translation>Automatisch · %1 auf diesem Gerät</translation>
    </message>
    <message>
        <source>fp8 &amp;weights</source>
        <translation>&amp;fp8-Gewichte</translation>
    </message>
    <message>
        <source>fp8 · faster on a GPU, changes the clip</source>
        <translation>fp8 · auf einer GPU schneller, ändert den Clip</translation>
    </message>
    <message>
        <source>Dec&amp;oding</source>
        <translation>Dek&amp;odieren</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>Exakt</translation>
    </message>
    <message>
        <source>TF32 · faster on a GPU, slight rounding</source>
        <translation>TF32 · auf einer GPU schneller, rundet ein wenig</translation>
    </message>
    <message>
        <source>Applies to the transformers, the text encoder and an LTX VAE; a WAN VAE runs in float32.</source>
        <translation>Gilt für die Transformer, den Textencoder und ein LTX-VAE; ein WAN-VAE rechnet in float32.</translation>
    </message>
    <message>
        <source>Precision of fp8 weights</source>
        <translation>Genauigkeit von fp8-Gewichten</translation>
    </message>
    <message>
        <source>How the transformers multiply weights stored in fp8: dequantised, or as they are, with rounded activations</source>
        <translation>Wie die Transformer Gewichte multiplizieren, die in fp8 gespeichert sind: dequantisiert, oder so wie sie sind mit gerundeten Aktivierungen</translation>
    </message>
    <message>
        <source>Decoding precision</source>
        <translation>Genauigkeit des Dekodierens</translation>
    </message>
    <message>
        <source>How a GPU multiplies float32 numbers while the VAE decodes the frames</source>
        <translation>Wie eine GPU die float32-Zahlen des VAE multipliziert, wenn er die Bilder erzeugt</translation>
    </message>
    <message>
        <source>Other clips can continue from these states. If a run has no more space for them, the earliest are deleted first.</source>
        <translation>Andere Clips können diese Zustände fortsetzen. Reicht der Platz eines Laufs nicht, werden die frühesten zuerst gelöscht.</translation>
    </message>
    <message>
        <source>At the moment, those of all clips take up %1.</source>
        <translation>Zurzeit belegen die aller Clips %1.</translation>
    </message>
    <message>
        <source>&amp;Keep states to continue from</source>
        <translation>&amp;Zustände zum Fortsetzen behalten</translation>
    </message>
    <message>
        <source>where the models change</source>
        <translation>wo die Modelle wechseln</translation>
    </message>
    <message>
        <source>there and every </source>
        <translation>dort und alle </translation>
    </message>
    <message>
        <source>Steps between two kept states</source>
        <translation>Schritte zwischen zwei behaltenen Zuständen</translation>
    </message>
    <message>
        <source>States are always kept where the models change; more of them take more space.</source>
        <translation>Wo die Modelle wechseln, werden Zustände immer behalten; mehr davon belegen mehr Platz.</translation>
    </message>
    <message>
        <source>&amp;Space for them in each run</source>
        <translation>&amp;Platz dafür je Lauf</translation>
    </message>
    <message>
        <source>Space for the kept states of each run</source>
        <translation>Platz für die behaltenen Zustände jedes Laufs</translation>
    </message>
    <message>
        <source>The newest state always stays, even if it is larger.</source>
        <translation>Der neueste Zustand bleibt immer, auch wenn er größer ist.</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Space for &amp;all clips in the history</source>
        <translation>Speicherplatz für &amp;alle Clips im Verlauf</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>unbegrenzt</translation>
    </message>
    <message>
        <source>Space for all clips in the history</source>
        <translation>Speicherplatz für alle Clips im Verlauf</translation>
    </message>
    <message>
        <source>Applied whenever a clip is finished, and when the program starts</source>
        <translation>Gilt, sobald ein Clip fertig ist und wenn das Programm startet</translation>
    </message>
    <message>
        <source>At the moment, they take up %1.</source>
        <translation>Zurzeit belegen sie %1.</translation>
    </message>
    <message>
        <source>Beyond it, the oldest clips lose their kept states, and then their uncompressed frames if they were saved as a video, which the history then plays. Clips with a star lose nothing.</source>
        <translation>Darüber hinaus verlieren die ältesten Clips ihre aufbewahrten Zustände und danach ihre unkomprimierten Bilder, wenn sie als Video gespeichert wurden; der Verlauf spielt dann dieses ab. Clips mit Stern verlieren nichts.</translation>
    </message>
    <message>
        <source>Reset the settings of all pages, folders and language too? Prompts, pairs and clips are kept.</source>
        <translation>Die Einstellungen aller Seiten zurücksetzen, auch Ordner und Sprache? Prompts, Paare und Clips bleiben erhalten.</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>&amp;Zurücksetzen</translation>
    </message>
    <message>
        <source>bfloat16 · half the memory, more rounding</source>
        <translation>bfloat16 · halber Speicher, rundet stärker</translation>
    </message>
    <message>
        <source>Restore &amp;defaults…</source>
        <translation>Vorgaben &amp;wiederherstellen…</translation>
    </message>
</context>
<context>
    <name>fb::ui::SettingsDiff</name>
    <message>
        <source>Pair</source>
        <translation>Paar</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>Phasen</translation>
    </message>
    <message>
        <source>large only</source>
        <translation>nur groß</translation>
    </message>
    <message>
        <source>small only</source>
        <translation>nur klein</translation>
    </message>
    <message>
        <source>large for the first %1 and the last %2</source>
        <translation>groß für die ersten %1 und die letzten %2</translation>
    </message>
</context>
<context>
    <name>fb::ui::SimilarityCurve</name>
    <message>
        <source>Frame %1: %2</source>
        <translation>Bild %1: %2</translation>
    </message>
</context>
<context>
    <name>fb::ui::SoundField</name>
    <message>
        <source>File with the sound</source>
        <translation>Datei mit dem Ton</translation>
    </message>
    <message>
        <source>A GIF has no sound.</source>
        <translation>Ein GIF hat keinen Ton.</translation>
    </message>
    <message>
        <source>A PNG sequence has no sound.</source>
        <translation>Eine PNG-Sequenz hat keinen Ton.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>An audio file, or a video whose sound is used</source>
        <translation>Eine Audiodatei oder ein Video, dessen Ton verwendet wird</translation>
    </message>
    <message>
        <source>Choose the file with the sound</source>
        <translation>Datei mit dem Ton wählen</translation>
    </message>
</context>
<context>
    <name>fb::ui::StagePanel</name>
    <message>
        <source>Probe the velocity divergence</source>
        <translation>Geschwindigkeitsabweichung messen</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>on large steps</source>
        <translation>bei großen Schritten</translation>
    </message>
    <message>
        <source>on all steps</source>
        <translation>bei allen Schritten</translation>
    </message>
    <message>
        <source>Compare the models while sampling</source>
        <translation>Modelle beim Sampling vergleichen</translation>
    </message>
    <message>
        <source>Choose %1</source>
        <comment>undo</comment>
        <translation>%1 wählen</translation>
    </message>
    <message>
        <source>Move stage boundary</source>
        <comment>undo</comment>
        <translation>Phasengrenze verschieben</translation>
    </message>
    <message>
        <source>Run both models on every step of this request once and draw how much they differ. Where they agree, the small one can take over.</source>
        <translation>Führt beide Modelle bei jedem Schritt dieses Auftrags einmal aus und zeichnet, wie stark sie abweichen. Wo sie sich einig sind, kann das kleine übernehmen.</translation>
    </message>
    <message>
        <source>Draws the divergence live while a clip is generated. This takes as long as running the other model on the compared steps.</source>
        <translation>Zeichnet die Abweichung live, während ein Clip entsteht. Kostet bei den verglichenen Schritten die Zeit des anderen Modells.</translation>
    </message>
    <message>
        <source>Large, small, large: nearly the large model&apos;s clip for less work</source>
        <translation>Groß, klein, groß: fast der Clip des großen Modells mit weniger Aufwand</translation>
    </message>
    <message>
        <source>Schedule large, small, large</source>
        <translation>Zeitplan groß, klein, groß</translation>
    </message>
    <message>
        <source>Large early, then small to the end: structure and motion of the large model</source>
        <translation>Früh groß, dann klein bis zum Ende: Aufbau und Bewegung des großen Modells</translation>
    </message>
    <message>
        <source>Schedule large, small, small</source>
        <translation>Zeitplan groß, klein, klein</translation>
    </message>
    <message>
        <source>Small early, then large to the end: only the large model&apos;s detail</source>
        <translation>Früh klein, dann groß bis zum Ende: nur die Details des großen Modells</translation>
    </message>
    <message>
        <source>Schedule small, large, large</source>
        <translation>Zeitplan klein, groß, groß</translation>
    </message>
    <message>
        <source>The large model on every step: the clip to compare with</source>
        <translation>Das große Modell bei jedem Schritt: der Vergleichsmaßstab</translation>
    </message>
    <message>
        <source>Schedule large only</source>
        <translation>Zeitplan nur groß</translation>
    </message>
    <message>
        <source>The small model on every step: the fastest draft</source>
        <translation>Das kleine Modell bei jedem Schritt: der schnellste Entwurf</translation>
    </message>
    <message>
        <source>Schedule small only</source>
        <translation>Zeitplan nur klein</translation>
    </message>
    <message>
        <source>Compare &amp;while sampling</source>
        <translation>Beim Sampling ve&amp;rgleichen</translation>
    </message>
    <message>
        <source>Change small steps</source>
        <comment>undo</comment>
        <translation>Kleine Schritte ändern</translation>
    </message>
    <message>
        <source>Small steps</source>
        <translation>Schritte (klein)</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Steps of the small model</source>
        <translation>Schritte des kleinen Modells</translation>
    </message>
    <message>
        <source>How many steps the small model takes in its stage. Fewer, longer steps suit step-distilled models.</source>
        <translation>Wie viele Schritte das kleine Modell für seinen Teil braucht. Weniger, längere Schritte sind für schrittdestillierte Modelle.</translation>
    </message>
    <message>
        <source>Apply the suggested boundaries</source>
        <comment>undo</comment>
        <translation>Vorgeschlagene Grenzen anwenden</translation>
    </message>
    <message>
        <source>Show the stages as a strip</source>
        <translation>Die Phasen als Streifen zeigen</translation>
    </message>
    <message>
        <source>Show sliders and legend</source>
        <translation>Regler und Legende zeigen</translation>
    </message>
    <message>
        <source>More than an hour: a smaller size, fewer frames or fewer steps take less.</source>
        <translation>Mehr als eine Stunde: Eine kleinere Größe, weniger Bilder oder weniger Schritte gehen schneller.</translation>
    </message>
    <message>
        <source>Find boundaries by measuring</source>
        <translation>Grenzen durch Messen finden</translation>
    </message>
    <message>
        <source>Samples prompts with many boundaries and compares the clips with the large model&apos;s</source>
        <translation>Berechnet Prompts mit vielen Grenzen und vergleicht die Clips mit denen des großen Modells</translation>
    </message>
    <message>
        <source>That takes %1.</source>
        <translation>Das dauert %1.</translation>
    </message>
    <message>
        <source>Pro&amp;be</source>
        <translation>Messlau&amp;f</translation>
    </message>
</context>
<context>
    <name>fb::ui::StatusLine</name>
    <message>
        <source>Memory %1</source>
        <translation>Speicher %1</translation>
    </message>
    <message>
        <source>Memory %1 of %2</source>
        <translation>Speicher %1 von %2</translation>
    </message>
    <message>
        <source>Progress of the running clip</source>
        <translation>Fortschritt des laufenden Clips</translation>
    </message>
    <message>
        <source>How much of the running clip is done</source>
        <translation>Wie weit der laufende Clip ist</translation>
    </message>
    <message numerus="yes">
        <source>CPU · %n thread(s)</source>
        <translation>
            <numerusform>CPU · %n Thread</numerusform>
            <numerusform>CPU · %n Threads</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>Gespeichert: %1</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Show the saved clip in its folder</source>
        <translation>Den gespeicherten Clip in seinem Ordner zeigen</translation>
    </message>
    <message>
        <source>%1 · %2 left</source>
        <translation>%1 · noch %2</translation>
    </message>
</context>
<context>
    <name>fb::ui::Studio</name>
    <message>
        <source>The frames of this clip cannot be read from %1, and its video %2 has been moved or changed. Put the video back, or generate the clip again.</source>
        <translation>Die Bilder dieses Clips lassen sich nicht aus %1 lesen, und sein Video %2 wurde verschoben oder geändert. Legen Sie das Video zurück, oder erzeugen Sie den Clip erneut.</translation>
    </message>
</context>
<context>
    <name>fb::ui::SuggestionLine</name>
    <message>
        <source>Dismiss the suggestion</source>
        <translation>Vorschlag ausblenden</translation>
    </message>
    <message>
        <source>Hide this until the next probe</source>
        <translation>Bis zum nächsten Messlauf ausblenden</translation>
    </message>
    <message>
        <source>No suggestion: there are too few steps.</source>
        <translation>Kein Vorschlag: Es sind zu wenige Schritte.</translation>
    </message>
    <message>
        <source>No suggestion: the models differ about equally on all steps.</source>
        <translation>Kein Vorschlag: Die Modelle weichen auf allen Schritten etwa gleich stark ab.</translation>
    </message>
    <message>
        <source>No suggestion: the models differ least at the start.</source>
        <translation>Kein Vorschlag: Die Modelle weichen am Anfang am wenigsten ab.</translation>
    </message>
    <message>
        <source>No suggestion: the models differ least at the end.</source>
        <translation>Kein Vorschlag: Die Modelle weichen am Ende am wenigsten ab.</translation>
    </message>
    <message>
        <source>Boundaries are suggested where the sides of a valley in the divergence rise.</source>
        <translation>Grenzen werden dort vorgeschlagen, wo die Flanken eines Tals der Abweichung ansteigen.</translation>
    </message>
    <message>
        <source>Suggested %1 / %2: %3 less work</source>
        <translation>Vorschlag %1 / %2: %3 weniger Aufwand</translation>
    </message>
    <message>
        <source>Suggested %1 / %2</source>
        <translation>Vorschlag %1 / %2</translation>
    </message>
    <message>
        <source>The large model runs the first %1 and the last %2 of the steps, up to where the sides of the divergence rise. Compared with the large model alone.</source>
        <translation>Das große Modell übernimmt die ersten %1 und die letzten %2 der Schritte, bis dorthin, wo die Flanken der Abweichung ansteigen. Verglichen mit dem großen Modell allein.</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Apply the suggested boundaries</source>
        <translation>Vorgeschlagene Grenzen anwenden</translation>
    </message>
    <message>
        <source>Move both boundaries there</source>
        <translation>Beide Grenzen dorthin verschieben</translation>
    </message>
    <message>
        <source>Measure…</source>
        <translation>Messen…</translation>
    </message>
    <message>
        <source>Find boundaries by measuring</source>
        <translation>Grenzen durch Messen finden</translation>
    </message>
    <message>
        <source>Samples prompts with many boundaries and compares the clips with the large model&apos;s</source>
        <translation>Berechnet Prompts mit vielen Grenzen und vergleicht die Clips mit denen des großen Modells</translation>
    </message>
    <message>
        <source>Hide this until others are suggested</source>
        <translation>Ausblenden, bis andere vorgeschlagen werden</translation>
    </message>
    <message>
        <source>Suggested %1 / %2: %3 less work · sameness %4</source>
        <translation>Vorschlag %1 / %2: %3 weniger Aufwand · Gleichheit %4</translation>
    </message>
    <message>
        <source>Measured with clips of this pair. Sameness 1 is the large model&apos;s clip; 0 is as far from it as clips that have little in common.</source>
        <translation>Mit Clips dieses Paars gemessen. Gleichheit 1 ist der Clip des großen Modells; 0 ist so weit von ihm entfernt wie Clips, die wenig gemeinsam haben.</translation>
    </message>
    <message>
        <source>Suggested %1 / %2: %3 less work · predicted sameness %4</source>
        <translation>Vorschlag %1 / %2: %3 weniger Aufwand · vorhergesagte Gleichheit %4</translation>
    </message>
    <message>
        <source>Predicted from the divergence by what measured clips of this pair have shown. Sameness 1 is the large model&apos;s clip; 0 is as far from it as clips that have little in common.</source>
        <translation>Aus der Abweichung vorhergesagt, nach dem, was gemessene Clips dieses Paars gezeigt haben. Gleichheit 1 ist der Clip des großen Modells; 0 ist so weit von ihm entfernt wie Clips, die wenig gemeinsam haben.</translation>
    </message>
</context>
<context>
    <name>fb::ui::SweepFields</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n LoRA(s)</source>
        <translation>
            <numerusform>%n LoRA</numerusform>
            <numerusform>%n LoRAs</numerusform>
        </translation>
    </message>
    <message>
        <source>Prompts from a text file</source>
        <translation>Prompts aus einer Textdatei</translation>
    </message>
    <message>
        <source>Text files (*.txt);;All files (*)</source>
        <translation>Textdateien (*.txt);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Those of the main window; change them there</source>
        <translation>Die des Hauptfensters; dort lassen sie sich ändern</translation>
    </message>
    <message>
        <source>&amp;Prompts</source>
        <translation>&amp;Prompts</translation>
    </message>
    <message>
        <source>One prompt in each line; text files can be dropped here</source>
        <translation>In jeder Zeile ein Prompt; Textdateien lassen sich hier ablegen</translation>
    </message>
    <message>
        <source>Prompts, one in each line</source>
        <translation>Prompts, einer je Zeile</translation>
    </message>
    <message>
        <source>Add the &amp;current prompt</source>
        <translation>A&amp;ktuellen Prompt hinzufügen</translation>
    </message>
    <message>
        <source>Add from a &amp;text file…</source>
        <translation>Aus &amp;Textdatei hinzufügen…</translation>
    </message>
    <message>
        <source>S&amp;eeds for each prompt</source>
        <translation>Seeds &amp;je Prompt</translation>
    </message>
    <message>
        <source>Seeds for each prompt</source>
        <translation>Seeds je Prompt</translation>
    </message>
    <message>
        <source>&amp;Large until, %</source>
        <translation>&amp;Groß bis, %</translation>
    </message>
    <message>
        <source>Early stages to try, in per cent of the steps</source>
        <translation>Zu messende frühe Phasen, in Prozent der Schritte</translation>
    </message>
    <message>
        <source>Large again for the l&amp;ast, %</source>
        <translation>Wieder groß für die l&amp;etzten, %</translation>
    </message>
    <message>
        <source>Late stages to try, in per cent of the steps</source>
        <translation>Zu messende späte Phasen, in Prozent der Schritte</translation>
    </message>
    <message>
        <source>Also compare</source>
        <translation>Auch vergleichen</translation>
    </message>
    <message>
        <source>The la&amp;rge model with fewer steps</source>
        <translation>Das große &amp;Modell mit weniger Schritten</translation>
    </message>
    <message>
        <source>Up to %1 numbers of steps, each as much work as some boundaries of the grid</source>
        <translation>Bis zu %1 Schrittzahlen, jede mit so viel Aufwand wie einige Grenzen des Rasters</translation>
    </message>
    <message>
        <source>A &amp;guard, with these bounds:</source>
        <translation>Einen Wächter mit diesen G&amp;renzen:</translation>
    </message>
    <message>
        <source>Bounds of the guard, separated by spaces</source>
        <translation>Grenzen des Wächters, durch Leerzeichen getrennt</translation>
    </message>
    <message>
        <source>The s&amp;mall model first</source>
        <translation>Das kleine Modell z&amp;uerst</translation>
    </message>
    <message>
        <source>Small at the start, large for the last steps, as long as in the grid</source>
        <translation>Am Anfang klein, für die letzten Schritte groß, so lange wie im Raster</translation>
    </message>
    <message>
        <source>&amp;DINOv2 weights</source>
        <translation>D&amp;INOv2-Gewichte</translation>
    </message>
    <message>
        <source>File or folder of DINOv2 weights</source>
        <translation>Datei oder Ordner mit DINOv2-Gewichten</translation>
    </message>
    <message>
        <source>LP&amp;IPS weights</source>
        <translation>LPIPS-Ge&amp;wichte</translation>
    </message>
    <message>
        <source>File of LPIPS weights</source>
        <translation>Datei mit LPIPS-Gewichten</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>Or&amp;dner</translation>
    </message>
    <message>
        <source>Folder of the measurements</source>
        <translation>Ordner der Messungen</translation>
    </message>
    <message>
        <source>None</source>
        <comment>weights</comment>
        <translation>Keine</translation>
    </message>
    <message>
        <source>With these, clips are also compared by what their frames show. A file can be dropped here</source>
        <translation>Damit werden Clips auch danach verglichen, was ihre Bilder zeigen. Eine Datei kann hier abgelegt werden</translation>
    </message>
    <message>
        <source>With these, clips are also compared by how alike their frames look. A file can be dropped here</source>
        <translation>Damit werden Clips auch danach verglichen, wie ähnlich ihre Bilder aussehen. Eine Datei kann hier abgelegt werden</translation>
    </message>
    <message>
        <source>A one-&amp;way guard, with these:</source>
        <translation>Einen einma&amp;ligen Wächter mit diesen:</translation>
    </message>
    <message>
        <source>Between the shortest stage at the start and the longest at the end, the small model takes over when what the large one predicts changes less than this from step to step</source>
        <translation>Zwischen der kürzesten Phase am Anfang und der längsten am Ende übernimmt das kleine Modell, wenn sich das, was das große vorhersagt, von Schritt zu Schritt um weniger als diesen Wert ändert</translation>
    </message>
    <message>
        <source>Bounds of the one-way guard, separated by spaces</source>
        <translation>Grenzen des einmaligen Wächters, durch Leerzeichen getrennt</translation>
    </message>
    <message>
        <source>SRDiffusion&apos;s r&amp;ule, with these:</source>
        <translation>Die Regel &amp;von SRDiffusion mit diesen:</translation>
    </message>
    <message>
        <source>Between the shortest stage at the start and the longest at the end, the small model takes over when the large one&apos;s velocity changes less than in the step before, by less than this</source>
        <translation>Zwischen der kürzesten Phase am Anfang und der längsten am Ende übernimmt das kleine Modell, wenn sich die Geschwindigkeit des großen weniger ändert als im Schritt davor, und zwar um weniger als diesen Wert</translation>
    </message>
    <message>
        <source>Bounds of SRDiffusion&apos;s rule, separated by spaces</source>
        <translation>Grenzen der Regel von SRDiffusion, durch Leerzeichen getrennt</translation>
    </message>
    <message>
        <source>Compare latents only, wit&amp;hout decoding clips</source>
        <translation>Nur Latents vergleichen, o&amp;hne Clips zu dekodieren</translation>
    </message>
    <message>
        <source>Takes less time, but there are no clips to look at. They can be decoded later, without another step</source>
        <translation>Geht schneller, aber es gibt keine Clips zum Ansehen. Sie lassen sich später ohne einen weiteren Schritt dekodieren</translation>
    </message>
    <message>
        <source>Between the stage at the start that is nearest to 40 % and the longest at the end, the large model checks every few steps whether the small one is near enough</source>
        <translation>Zwischen der Stufe am Anfang, die 40 % am nächsten kommt, und der längsten am Ende prüft das große Modell alle paar Schritte, ob das kleine nah genug ist</translation>
    </message>
</context>
<context>
    <name>fb::ui::SweepForm</name>
    <message>
        <source>The stages are whole per cents from 0 to 100, separated by commas.</source>
        <translation>Die Phasen sind ganze Prozente von 0 bis 100, durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>Write at least one prompt, one in each line.</source>
        <translation>Schreiben Sie mindestens einen Prompt, in jede Zeile einen.</translation>
    </message>
    <message>
        <source>This needs up to %1 in %2, where only %3 are free: choose another folder, or fewer prompts.</source>
        <translation>Das braucht bis zu %1 in %2, wo nur %3 frei sind: Wählen Sie einen anderen Ordner oder weniger Prompts.</translation>
    </message>
    <message>
        <source>Planning…</source>
        <translation>Wird geplant…</translation>
    </message>
    <message>
        <source>%1 of %2 clips are measured.</source>
        <translation>%1 von %2 Clips sind gemessen.</translation>
    </message>
    <message>
        <source>Add prompts, seeds or boundaries to measure more.</source>
        <translation>Fügen Sie Prompts, Seeds oder Grenzen hinzu, um mehr zu messen.</translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s) to make, as much work as %1 of the large model alone.</source>
        <translation>
            <numerusform>%n Clip zu berechnen, so viel Aufwand wie %1 des großen Modells allein.</numerusform>
            <numerusform>%n Clips zu berechnen, so viel Aufwand wie %1 des großen Modells allein.</numerusform>
        </translation>
    </message>
    <message>
        <source>That takes %1.</source>
        <translation>Das dauert %1.</translation>
    </message>
    <message>
        <source>How long that takes is known after the first clips on this machine.</source>
        <translation>Wie lange das dauert, ist nach den ersten Clips auf diesem Rechner bekannt.</translation>
    </message>
    <message>
        <source>It needs up to %1 on the disk.</source>
        <translation>Auf dem Datenträger braucht es bis zu %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s)</source>
        <translation>
            <numerusform>%n Clip</numerusform>
            <numerusform>%n Clips</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is measured.</source>
        <translation>Alles ist gemessen.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Samples each prompt with the large model alone, with the small model alone and with many boundaries between them, and compares the clips. The steps that they have in common are computed once.</source>
        <translation>Berechnet jeden Prompt mit dem großen Modell allein, mit dem kleinen allein und mit vielen Grenzen dazwischen und vergleicht die Clips. Gemeinsame Schritte werden nur einmal berechnet.</translation>
    </message>
    <message>
        <source>Use a &amp;new folder</source>
        <translation>&amp;Neuen Ordner verwenden</translation>
    </message>
    <message>
        <source>The guard&apos;s bounds are numbers from 0 to %1, separated by spaces.</source>
        <translation>Die Grenzen des Wächters sind Zahlen von 0 bis %1, durch Leerzeichen getrennt.</translation>
    </message>
    <message>
        <source>This sweep keeps to %1. A new folder can do without.</source>
        <translation>Diese Messreihe bleibt bei %1. Ein neuer Ordner kommt ohne aus.</translation>
    </message>
    <message>
        <source>%1 needs clips of at least %2 pixels on each side, but these have %3.</source>
        <translation>%1 braucht Clips mit mindestens %2 Pixeln auf jeder Seite, diese haben aber %3.</translation>
    </message>
    <message>
        <source>These weights cannot be used: choose others, or clear the field.</source>
        <translation>Diese Gewichte sind nicht verwendbar: Wählen Sie andere oder leeren Sie das Feld.</translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s) to compare again, without a step.</source>
        <translation>
            <numerusform>%n Clip ist erneut zu vergleichen, ohne einen Schritt.</numerusform>
            <numerusform>%n Clips sind erneut zu vergleichen, ohne einen Schritt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s) to compare again</source>
        <translation>
            <numerusform>%n Clip erneut zu vergleichen</numerusform>
            <numerusform>%n Clips erneut zu vergleichen</numerusform>
        </translation>
    </message>
    <message>
        <source>The bounds of the one-way guard are numbers above 0 and at most %1, separated by spaces.</source>
        <translation>Die Grenzen des einmaligen Wächters sind Zahlen über 0 und höchstens %1, durch Leerzeichen getrennt.</translation>
    </message>
    <message>
        <source>The bounds of SRDiffusion&apos;s rule are numbers above 0 and at most %1, separated by spaces.</source>
        <translation>Die Grenzen der Regel von SRDiffusion sind Zahlen über 0 und höchstens %1, durch Leerzeichen getrennt.</translation>
    </message>
    <message>
        <source>A guard that hands over later costs more.</source>
        <translation>Ein Wächter, der später übergibt, kostet mehr.</translation>
    </message>
</context>
<context>
    <name>fb::ui::SweepWords</name>
    <message>
        <source>Cheapest</source>
        <translation>Günstigste</translation>
    </message>
    <message>
        <source>Sure</source>
        <translation>Sicher</translation>
    </message>
    <message>
        <source>Knee</source>
        <translation>Knie</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>The least work that is near enough.</source>
        <translation>Der geringste Aufwand, der nahe genug ist.</translation>
    </message>
    <message>
        <source>The least work that is near enough even at the low end of the interval.</source>
        <translation>Der geringste Aufwand, der auch am unteren Ende des Intervalls nahe genug ist.</translation>
    </message>
    <message>
        <source>From here on, more large steps bring less than on average.</source>
        <translation>Ab hier bringen weitere große Schritte weniger als im Durchschnitt.</translation>
    </message>
    <message>
        <source>The paper&apos;s criteria: with shorter stages, sameness falls faster than on average.</source>
        <translation>Die Kriterien des Papers: Mit kürzeren Phasen fällt die Gleichheit schneller als im Durchschnitt.</translation>
    </message>
    <message>
        <source>Structure (SSIM)</source>
        <translation>Struktur (SSIM)</translation>
    </message>
    <message>
        <source>Latents</source>
        <translation>Latents</translation>
    </message>
    <message>
        <source>Pixels (PSNR)</source>
        <translation>Pixel (PSNR)</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>Flicker</source>
        <translation>Flimmern</translation>
    </message>
    <message>
        <source>the further one</source>
        <translation>der weitere Wert</translation>
    </message>
    <message>
        <source>another seed</source>
        <translation>anderer Seed</translation>
    </message>
    <message>
        <source>the small model</source>
        <translation>das kleine Modell</translation>
    </message>
    <message>
        <source>Large model alone</source>
        <translation>Großes Modell allein</translation>
    </message>
    <message>
        <source>Small model alone</source>
        <translation>Kleines Modell allein</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 less work, sameness %2</source>
        <translation>%1 weniger Aufwand, Gleichheit %2</translation>
    </message>
    <message>
        <source>%1 less work, sameness %2 (%3 to %4)</source>
        <translation>%1 weniger Aufwand, Gleichheit %2 (%3 bis %4)</translation>
    </message>
    <message>
        <source>Content (DINOv2)</source>
        <translation>Inhalt (DINOv2)</translation>
    </message>
    <message>
        <source>Look (LPIPS)</source>
        <translation>Aussehen (LPIPS)</translation>
    </message>
    <message numerus="yes">
        <source>Large model, %n step(s)</source>
        <translation>
            <numerusform>Großes Modell, %n Schritt</numerusform>
            <numerusform>Großes Modell, %n Schritte</numerusform>
        </translation>
    </message>
    <message>
        <source>Guard %1, %2 / %3</source>
        <translation>Wächter %1, %2 / %3</translation>
    </message>
    <message>
        <source>%1 more work, sameness %2</source>
        <translation>%1 mehr Aufwand, Gleichheit %2</translation>
    </message>
    <message>
        <source>One-way guard %1, %2 / %3</source>
        <translation>Einmaliger Wächter %1, %2 / %3</translation>
    </message>
    <message>
        <source>SRDiffusion guard %1, %2 / %3</source>
        <translation>SRDiffusion-Wächter %1, %2 / %3</translation>
    </message>
    <message>
        <source>Returning guard %1, %2 / %3</source>
        <translation>Zurückkehrender Wächter %1, %2 / %3</translation>
    </message>
</context>
<context>
    <name>fb::ui::Tour</name>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>Help › Tour shows it again</source>
        <translation>Hilfe › Rundgang zeigt ihn wieder</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
</context>
<context>
    <name>fb::ui::TourPresenter</name>
    <message>
        <source>Say what the clip shows</source>
        <translation>Sagen, was der Clip zeigt</translation>
    </message>
    <message>
        <source>Describe it here, or take the example. Size, length and presets that fit this pair of models are below. Ctrl+Return generates the clip.</source>
        <translation>Beschreiben Sie ihn hier oder nehmen Sie das Beispiel. Größe, Länge und Vorlagen, die zu diesem Modellpaar passen, stehen darunter. Strg+Eingabe erzeugt den Clip.</translation>
    </message>
    <message>
        <source>Share the steps</source>
        <translation>Die Schritte aufteilen</translation>
    </message>
    <message>
        <source>The large model takes the first and the last steps, the small one those between. Drag the two handles: fewer large steps take less time, more come nearer to the large model&apos;s clip. The curve shows how much the models differ.</source>
        <translation>Das große Modell rechnet die ersten und die letzten Schritte, das kleine die dazwischen. Ziehen Sie die beiden Griffe: Weniger große Schritte brauchen weniger Zeit, mehr kommen dem Clip des großen Modells näher. Die Kurve zeigt, wie sehr sich die Modelle unterscheiden.</translation>
    </message>
    <message>
        <source>Watch it grow</source>
        <translation>Beim Entstehen zusehen</translation>
    </message>
    <message>
        <source>The clip appears here while it is made. Finished ones are saved as videos by themselves and stay in the history, where two of them can be compared.</source>
        <translation>Der Clip erscheint hier, während er entsteht. Fertige werden von selbst als Video gespeichert und bleiben im Verlauf, wo sich zwei davon vergleichen lassen.</translation>
    </message>
</context>
<context>
    <name>fb::ui::UnexpectedEnd</name>
    <message>
        <source>it got too little memory</source>
        <translation>Es bekam zu wenig Speicher</translation>
    </message>
</context>
<context>
    <name>fb::ui::ValueFields</name>
    <message>
        <source>%1 is not allowed here; the nearest value is %2.</source>
        <translation>%1 ist hier nicht möglich; der nächste Wert ist %2.</translation>
    </message>
    <message>
        <source>%1 s at %2 fps</source>
        <translation>%1 s bei %2 fps</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>&amp;Swap width and height</source>
        <translation>Breite und Höhe &amp;tauschen</translation>
    </message>
    <message>
        <source>Si&amp;ze</source>
        <translation>&amp;Größe</translation>
    </message>
    <message>
        <source>&amp;Length</source>
        <translation>&amp;Länge</translation>
    </message>
    <message>
        <source>S&amp;teps</source>
        <translation>S&amp;chritte</translation>
    </message>
    <message>
        <source>See&amp;d</source>
        <translation>&amp;Seed</translation>
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
        <translation>&amp;Erweitert</translation>
    </message>
    <message>
        <source>Common sizes</source>
        <translation>Übliche Größen</translation>
    </message>
    <message>
        <source>Keep the seed</source>
        <translation>Seed behalten</translation>
    </message>
    <message>
        <source>Roll a new seed</source>
        <translation>Neuen Seed würfeln</translation>
    </message>
    <message>
        <source>Copy the seed</source>
        <translation>Seed kopieren</translation>
    </message>
    <message>
        <source>Advanced settings</source>
        <translation>Erweiterte Einstellungen</translation>
    </message>
    <message>
        <source>A multiple of %1 pixels; other values are rounded to the nearest.</source>
        <translation>Ein Vielfaches von %1 Pixeln; andere Zahlen werden gerundet.</translation>
    </message>
    <message>
        <source>Common sizes, and swapping width and height</source>
        <translation>Übliche Größen, und Breite mit Höhe tauschen</translation>
    </message>
    <message>
        <source>%1 frames plus any multiple of %2: the VAE packs that many into one latent frame.</source>
        <translation>%1 Bilder und ein Vielfaches von %2 dazu: So viele fasst der VAE zu einem latenten Bild zusammen.</translation>
    </message>
    <message>
        <source>Locked: every run uses this seed. Unlocked: each run rolls a new one.</source>
        <translation>Geschlossen: Jeder Lauf nutzt diesen Seed. Offen: Jeder Lauf würfelt einen neuen.</translation>
    </message>
    <message>
        <source>&amp;Guidance</source>
        <translation>Gu&amp;idance</translation>
    </message>
    <message>
        <source>This pair was distilled for this number of steps.</source>
        <translation>Dieses Paar wurde für diese Schrittzahl destilliert.</translation>
    </message>
    <message>
        <source>This pair defines its own guidance for each noise level.</source>
        <translation>Dieses Paar bringt seine eigene Guidance für jede Rauschstufe mit.</translation>
    </message>
    <message>
        <source>Settings that rarely need changing</source>
        <translation>Einstellungen, die selten geändert werden</translation>
    </message>
    <message>
        <source>“%1” is not a list of numbers such as 1, 0.75, 0.5.</source>
        <translation>„%1“ ist keine Liste von Zahlen wie 1, 0.75, 0.5.</translation>
    </message>
    <message>
        <source>As many as there are noise levels, under Advanced.</source>
        <translation>So viele, wie es Rauschstufen gibt, unter „Erweitert“.</translation>
    </message>
</context>
<context>
    <name>fb::ui::WatchedView</name>
    <message>
        <source>No folder is watched for models</source>
        <translation>Kein Ordner wird auf Modelle beobachtet</translation>
    </message>
    <message>
        <source>Watched folders</source>
        <translation>Beobachtete Ordner</translation>
    </message>
    <message>
        <source>Watch folder…</source>
        <translation>Ordner beobachten…</translation>
    </message>
    <message>
        <source>Watch a folder of models</source>
        <translation>Ordner mit Modellen beobachten</translation>
    </message>
    <message>
        <source>Remembered, and searched again when something in it changes. A ComfyUI folder works as it is.</source>
        <translation>Wird gemerkt und erneut durchsucht, sobald sich darin etwas ändert. Ein ComfyUI-Ordner funktioniert so, wie er ist.</translation>
    </message>
    <message>
        <source>Stop watching %1</source>
        <translation>%1 nicht mehr beobachten</translation>
    </message>
    <message>
        <source>The folder and its files stay as they are</source>
        <translation>Der Ordner und seine Dateien bleiben, wie sie sind</translation>
    </message>
    <message>
        <source>searching…</source>
        <translation>wird durchsucht…</translation>
    </message>
    <message>
        <source>not there at the moment</source>
        <translation>zurzeit nicht da</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>%1 free</source>
        <translation>%1 frei</translation>
    </message>
</context>
<context>
    <name>fb::ui::WeightsEdit</name>
    <message>
        <source>Weights (*.safetensors *.safetensors.index.json);;All files (*)</source>
        <translation>Gewichte (*.safetensors *.safetensors.index.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Choose file</source>
        <translation>Datei wählen</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>Datei wählen…</translation>
    </message>
    <message>
        <source>Use no weights</source>
        <translation>Keine Gewichte verwenden</translation>
    </message>
    <message>
        <source>Use no weights here</source>
        <translation>Hier keine Gewichte verwenden</translation>
    </message>
</context>
<context>
    <name>fb::ui::WhereToGet</name>
    <message>
        <source>The large model and everything it needs: the folders transformer, text_encoder, tokenizer and vae.</source>
        <translation>Das große Modell mit allem, was dazugehört: die Ordner transformer, text_encoder, tokenizer und vae.</translation>
    </message>
    <message>
        <source>The small model: together with the repository above, the folder transformer is enough. To use it on its own, take the same four folders.</source>
        <translation>Das kleine Modell: Neben dem Repository oben genügt der Ordner transformer. Für sich allein hat es dieselben vier Ordner.</translation>
    </message>
    <message>
        <source>Open %1 in the browser</source>
        <translation>%1 im Browser öffnen</translation>
    </message>
    <message>
        <source>Makes clips from an image: take the same four folders and image_encoder. There is no small model for it, so it runs alone.</source>
        <translation>Macht Clips aus einem Bild: dieselben vier Ordner und image_encoder. Dazu gibt es kein kleines Modell; es rechnet daher allein.</translation>
    </message>
    <message>
        <source>Single files that include the VAE: ltxv-13b-0.9.8-dev.safetensors is the large model, ltxv-2b-0.9.8-distilled.safetensors the small one. ltxv-spatial-upscaler-0.9.8.safetensors is the latent upsampler for runs in two passes. Take only these files: the repository holds all versions.</source>
        <translation>Einzelne Dateien, die auch den VAE enthalten: ltxv-13b-0.9.8-dev.safetensors ist das große Modell, ltxv-2b-0.9.8-distilled.safetensors das kleine. ltxv-spatial-upscaler-0.9.8.safetensors ist der Latent-Hochskalierer für Läufe in zwei Durchgängen. Nehmen Sie nur diese Dateien: Das Repository enthält alle Versionen.</translation>
    </message>
    <message>
        <source>The folders tokenizer and text_encoder, which work for every version. With transformer and vae, it is also a small model.</source>
        <translation>Die Ordner tokenizer und text_encoder, die für jede Version taugen. Mit transformer und vae ist es auch ein kleines Modell.</translation>
    </message>
    <message>
        <source>The models are published on Hugging Face. A pair needs a large and a small transformer of one family, and one text encoder, tokenizer and VAE for both. Pickle files (.pth) are refused because opening one can run arbitrary code; use .safetensors.</source>
        <translation>Die Modelle sind auf Hugging Face veröffentlicht. Ein Paar braucht einen großen und einen kleinen Transformer aus derselben Familie sowie Textencoder, Tokenizer und VAE für beide. Pickle-Dateien (.pth) werden abgelehnt, weil ihr Öffnen beliebigen Code ausführen kann; nehmen Sie .safetensors.</translation>
    </message>
    <message>
        <source>WAN 2.1</source>
        <translation>WAN 2.1</translation>
    </message>
    <message>
        <source>The two text-to-video models share one latent space and form a pair.</source>
        <translation>Die beiden Text-zu-Video-Modelle teilen sich einen latenten Raum und bilden ein Paar.</translation>
    </message>
    <message>
        <source>LTX-Video</source>
        <translation>LTX-Video</translation>
    </message>
    <message>
        <source>Versions 0.9.0 and 0.9.1 share one latent space, 0.9.5 to 0.9.8 another. Both models of a pair must use the same one; 13B 0.9.8 dev with 2B 0.9.8 distilled is a good pair.</source>
        <translation>Die Versionen 0.9.0 und 0.9.1 teilen sich einen latenten Raum, 0.9.5 bis 0.9.8 einen anderen. Beide Modelle eines Paars stammen aus demselben; 13B 0.9.8 dev mit 2B 0.9.8 distilled ist ein gutes Paar.</translation>
    </message>
    <message>
        <source>Licence: Apache 2.0.</source>
        <translation>Lizenz: Apache 2.0.</translation>
    </message>
    <message>
        <source>Licence: that of LTX-Video, in its repository; of the text encoder, Apache 2.0.</source>
        <translation>Lizenz: die von LTX-Video, in dessen Repository; die des Textencoders ist Apache 2.0.</translation>
    </message>
    <message>
        <source>As single files, a pair takes about %1.</source>
        <translation>Als einzelne Dateien braucht ein Paar etwa %1.</translation>
    </message>
    <message>
        <source>Only %1 are free where models go.</source>
        <translation>Wo die Modelle hinkommen, sind nur %1 frei.</translation>
    </message>
    <message>
        <source>%1 are free where models go.</source>
        <translation>Wo die Modelle hinkommen, sind %1 frei.</translation>
    </message>
    <message>
        <source>Everything as single files: from split_files, take diffusion_models/wan2.1_t2v_14B_fp8_scaled.safetensors, which suits a GPU with 12 or 16 GB, or, for a larger one, wan2.1_t2v_14B_fp16.safetensors; and with either, diffusion_models/wan2.1_t2v_1.3B_fp16.safetensors, text_encoders/umt5_xxl_fp8_e4m3fn_scaled.safetensors and vae/wan_2.1_vae.safetensors.</source>
        <translation>Alles als einzelne Dateien: aus split_files diffusion_models/wan2.1_t2v_14B_fp8_scaled.safetensors, passend für eine GPU mit 12 oder 16 GB, oder für eine größere wan2.1_t2v_14B_fp16.safetensors; dazu in beiden Fällen diffusion_models/wan2.1_t2v_1.3B_fp16.safetensors, text_encoders/umt5_xxl_fp8_e4m3fn_scaled.safetensors und vae/wan_2.1_vae.safetensors.</translation>
    </message>
    <message>
        <source>The text encoder as a single file: t5xxl_fp16.safetensors or, at half the size, t5xxl_fp8_e4m3fn_scaled.safetensors. The tokenizer is in the next repository.</source>
        <translation>Der Textencoder als einzelne Datei: t5xxl_fp16.safetensors oder, halb so groß, t5xxl_fp8_e4m3fn_scaled.safetensors. Der Tokenizer liegt im nächsten Repository.</translation>
    </message>
    <message>
        <source>As single files, a pair takes about %1, or %2 with the large model in 16 bits.</source>
        <translation>Als einzelne Dateien braucht ein Paar etwa %1, mit dem großen Modell in 16 Bit %2.</translation>
    </message>
</context>
</TS>
