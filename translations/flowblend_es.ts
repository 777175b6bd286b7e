<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en_US">
<context>
    <name>ComponentKind</name>
    <message>
        <source>WAN transformer</source>
        <translation>Transformer WAN</translation>
    </message>
    <message>
        <source>WAN VAE</source>
        <translation>VAE de WAN</translation>
    </message>
    <message>
        <source>UMT5 text encoder</source>
        <translation>Codificador de texto UMT5</translation>
    </message>
    <message>
        <source>LTX transformer</source>
        <translation>Transformer LTX</translation>
    </message>
    <message>
        <source>LTX VAE</source>
        <translation>VAE LTX</translation>
    </message>
    <message>
        <source>T5 text encoder</source>
        <translation>Codificador de texto T5</translation>
    </message>
    <message>
        <source>LTX latent upsampler</source>
        <translation>Escalador de latentes LTX</translation>
    </message>
    <message>
        <source>CLIP image encoder</source>
        <translation>Codificador de imágenes CLIP</translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%Ln frame(s)</source>
        <translation>
            <numerusform>%Ln fotograma</numerusform>
            <numerusform>%Ln fotogramas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln step(s)</source>
        <translation>
            <numerusform>%Ln paso</numerusform>
            <numerusform>%Ln pasos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s)</source>
        <translation>
            <numerusform>%Ln ejecución</numerusform>
            <numerusform>%Ln ejecuciones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln archivo</numerusform>
            <numerusform>%Ln archivos</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2 at %3 fps</source>
        <translation>%1 · %2 a %3 fps</translation>
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
        <translation>unos %1</translation>
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
        <translation>Un ajuste tiene un valor que no se puede usar</translation>
    </message>
    <message>
        <source>Something was not found</source>
        <translation>No se encontró algo</translation>
    </message>
    <message>
        <source>A file is damaged</source>
        <translation>Un archivo está dañado</translation>
    </message>
    <message>
        <source>This is not supported</source>
        <translation>Esto no es compatible</translation>
    </message>
    <message>
        <source>There is not enough memory</source>
        <translation>No hay memoria suficiente</translation>
    </message>
    <message>
        <source>A file could not be read or written</source>
        <translation>No se pudo leer o escribir un archivo</translation>
    </message>
    <message>
        <source>Sampling produced invalid numbers</source>
        <translation>Los números se salieron de rango</translation>
    </message>
    <message>
        <source>Internal error</source>
        <translation>El programa ha cometido un error</translation>
    </message>
    <message>
        <source>Change the value named above and try again.</source>
        <translation>Cambie el valor indicado arriba e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Put the file back, or choose its new location.</source>
        <translation>Devuelva el archivo a su sitio o indique dónde está ahora.</translation>
    </message>
    <message>
        <source>Download the file again; an incomplete download is the usual cause.</source>
        <translation>Vuelva a obtener el archivo: lo habitual es una descarga interrumpida.</translation>
    </message>
    <message>
        <source>Models › Models and pairs shows what can be used.</source>
        <translation>Modelos › Modelos y pares muestra lo que se puede usar.</translation>
    </message>
    <message>
        <source>Choose fewer frames, a smaller size or bf16, or close other programs that use the device.</source>
        <translation>Elija menos fotogramas, un tamaño menor o bf16, o cierre otros programas que usen el dispositivo.</translation>
    </message>
    <message>
        <source>Check that the disk has free space and that you have write permission for the folder.</source>
        <translation>Compruebe que hay espacio en el disco y que puede escribir en la carpeta.</translation>
    </message>
    <message>
        <source>Lower the guidance scale, or choose bf16 or fp32 instead of fp16.</source>
        <translation>Baje la escala de guía o elija bf16 o fp32 en vez de fp16.</translation>
    </message>
    <message>
        <source>Please send us the report from Help › Log. Finished steps are kept.</source>
        <translation>En Ayuda › Registro puede copiar un informe; envíenoslo, por favor. Los pasos hechos se conservan.</translation>
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
        <translation>FlowBlending Studio ya se está ejecutando con la carpeta %1 y no responde. Termínelo primero o inicie con otra carpeta: --state CARPETA.</translation>
    </message>
</context>
<context>
    <name>PartOffers</name>
    <message>
        <source>%1 and %2</source>
        <translation>%1 y %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
    </message>
    <message>
        <source>Inside the large model</source>
        <translation>Dentro del modelo grande</translation>
    </message>
    <message>
        <source>Inside the small model</source>
        <translation>Dentro del modelo pequeño</translation>
    </message>
    <message>
        <source>Inside the text encoder</source>
        <translation>Dentro del codificador de texto</translation>
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
        <translation>Prompt negativo</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Semilla</translation>
    </message>
    <message>
        <source>The same seed and settings produce the same clip.</source>
        <translation>La misma semilla y los mismos ajustes dan el mismo clip.</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Anchura</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Altura</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>Fotogramas</translation>
    </message>
    <message>
        <source>Frames per second</source>
        <translation>Fotogramas por segundo</translation>
    </message>
    <message>
        <source>Playback speed of the clip; the frames stay the same.</source>
        <translation>La velocidad a la que se reproduce el clip; los fotogramas son los mismos.</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Pasos</translation>
    </message>
    <message>
        <source>Number of steps from noise to clip. More take longer and give finer detail.</source>
        <translation>Cuántos pasos llevan del ruido al clip. Más pasos tardan más y muestran más detalle.</translation>
    </message>
    <message>
        <source>Solver</source>
        <translation>Solver</translation>
    </message>
    <message>
        <source>How each step is computed from the velocity. UniPC and DPM++ use earlier steps as well and need fewer steps.</source>
        <translation>Cómo se obtiene un paso a partir de la velocidad. UniPC y DPM++ miran pasos anteriores y necesitan menos.</translation>
    </message>
    <message>
        <source>Solver history at a switch</source>
        <translation>Historia del solver al cambiar</translation>
    </message>
    <message>
        <source>A multistep solver remembers earlier velocities. When the other model takes over, keep them or start afresh.</source>
        <translation>Un solver multipaso recuerda velocidades anteriores. Consérvelas donde entra el otro modelo o empiece de cero ahí.</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Shift</translation>
    </message>
    <message>
        <source>A higher shift spends more steps at high noise, where motion and layout take shape. Large frames need more shift.</source>
        <translation>Dedica más pasos al ruido alto, donde se fijan movimiento y composición. Los fotogramas grandes piden más shift.</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>Guía</translation>
    </message>
    <message>
        <source>How strongly the clip follows the prompt. At 1 or below, the negative prompt is not used and each step costs half as much.</source>
        <translation>Con qué fuerza sigue el clip al prompt. Con 1 o menos no se usa el prompt negativo y un paso cuesta la mitad.</translation>
    </message>
    <message>
        <source>Guidance of the small model</source>
        <translation>Guía del modelo pequeño</translation>
    </message>
    <message>
        <source>By default, both models use the same guidance.</source>
        <translation>Por defecto ambos modelos usan la misma guía.</translation>
    </message>
    <message>
        <source>Steps of the small model</source>
        <translation>Pasos del modelo pequeño</translation>
    </message>
    <message>
        <source>one per interval</source>
        <translation>uno por intervalo</translation>
    </message>
    <message>
        <source>Two passes</source>
        <translation>Dos pasadas</translation>
    </message>
    <message>
        <source>Samples at half the width and height, upsamples the latents and refines them with the large model.</source>
        <translation>Muestrea a la mitad de anchura y altura, amplía los latentes y los refina con el modelo grande.</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Imágenes</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Precisión</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Conservar</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Reiniciar</translation>
    </message>
    <message>
        <source>Precision of fp8 weights</source>
        <translation>Precisión de los pesos fp8</translation>
    </message>
    <message>
        <source>Decoding precision</source>
        <translation>Precisión de la decodificación</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automático</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>Exacta</translation>
    </message>
    <message>
        <source>LoRAs</source>
        <translation>LoRA</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>Caché</translation>
    </message>
    <message>
        <source>Skips evaluations of a model where the velocity hardly changes, and reuses an earlier one. Faster, but not exactly the same clip.</source>
        <translation>Omite evaluaciones de un modelo cuando la velocidad apenas cambia y reutiliza una anterior. Es más rápido, pero el clip no es exactamente el mismo.</translation>
    </message>
    <message>
        <source>Cache threshold</source>
        <translation>Umbral de la caché</translation>
    </message>
    <message>
        <source>How much may change before a model runs again. More is faster and less exact.</source>
        <translation>Cuánto puede cambiar antes de que un modelo vuelva a ejecutarse. Un valor mayor es más rápido y menos exacto.</translation>
    </message>
    <message>
        <source>every step is computed</source>
        <translation>se calculan todos los pasos</translation>
    </message>
    <message>
        <source>Reused steps in a row</source>
        <translation>Pasos reutilizados seguidos</translation>
    </message>
    <message>
        <source>How many steps in a row MagCache may reuse before the model runs again. Other caches have no such limit.</source>
        <translation>Cuántos pasos seguidos puede reutilizar MagCache antes de que el modelo vuelva a ejecutarse. Las demás cachés no tienen este límite.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguna</translation>
    </message>
    <message>
        <source>Noise levels</source>
        <translation>Niveles de ruido</translation>
    </message>
    <message>
        <source>Noise level at which each step starts, from at most 1 downward, without the final 0, such as 1,0.9375,0.8333,0.625. Step-distilled models need those that they were trained for. Replaces the shift and the number of steps. UniPC and Euler only.</source>
        <translation>Nivel de ruido con el que empieza cada paso, en orden descendente desde 1 como máximo, sin el 0 final, por ejemplo 1,0.9375,0.8333,0.625. Los modelos destilados en pasos necesitan aquellos para los que se entrenaron. Sustituye al shift y al número de pasos. Solo UniPC y Euler.</translation>
    </message>
    <message>
        <source>Retention steps</source>
        <translation>Pasos iniciales de retención</translation>
    </message>
    <message>
        <source>Always computes the first 5 steps, and decides about the others by the modulation of the blocks instead of the time embedding. TeaCache on WAN only.</source>
        <translation>Calcula siempre los 5 primeros pasos y decide sobre los demás según la modulación de los bloques en lugar de la incrustación temporal. Solo TeaCache con WAN.</translation>
    </message>
    <message>
        <source>Guard</source>
        <translation>Guardia</translation>
    </message>
    <message>
        <source>Guard bound</source>
        <translation>Límite de la guardia</translation>
    </message>
    <message>
        <source>the large model takes every step</source>
        <translation>el modelo grande da todos los pasos</translation>
    </message>
    <message>
        <source>Steps between checks</source>
        <translation>Pasos entre comprobaciones</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Verificar</translation>
    </message>
    <message>
        <source>Bound of the change</source>
        <translation>Límite del cambio</translation>
    </message>
    <message>
        <source>One-way: how much the predicted clean latents may still change from one step to the next for the small model to take over, as relative L2. Less is nearer to the large model&apos;s clip and slower.</source>
        <translation>De una vez: cuánto pueden cambiar todavía los latentes limpios predichos de un paso al siguiente para que siga el modelo pequeño, como L2 relativa. Un valor menor se acerca más al clip del modelo grande y es más lento.</translation>
    </message>
    <message>
        <source>One-way</source>
        <translation>De una vez</translation>
    </message>
    <message>
        <source>Verify: in the middle stage, the large model goes on until a check, every few steps, finds the small one near enough; then that one takes the rest of the stage. Each check costs a step of both models. One-way: the large model goes on until the clip that it predicts hardly changes from step to step; then the small one takes the rest of the stage. SRDiffusion: the same with that method&apos;s rule, by how the large model&apos;s velocity settles.</source>
        <translation>Verificar: en la etapa intermedia, el modelo grande sigue hasta que una comprobación, cada pocos pasos, indica que el pequeño está lo bastante cerca; después, este da el resto de la etapa. Cada comprobación cuesta un paso de ambos modelos. De una vez: el modelo grande sigue hasta que el clip que predice apenas cambia de un paso a otro; después, el pequeño da el resto de la etapa. SRDiffusion: lo mismo con la regla de ese método, según cómo se estabiliza la velocidad del modelo grande.</translation>
    </message>
    <message>
        <source>Verify: how far apart the two velocities may be for the small model to take over, as relative L2. Less is nearer to the large model&apos;s clip and slower.</source>
        <translation>Verificar: cuánto pueden diferir las dos velocidades para que tome el relevo el modelo pequeño, como L2 relativa. Un valor menor se acerca más al clip del modelo grande y es más lento.</translation>
    </message>
    <message>
        <source>Verify: the first step of the middle stage is a check, and then every one after so many steps, until a check passes.</source>
        <translation>Verificar: el primer paso de la etapa intermedia es una comprobación, y después uno cada tantos pasos, hasta que se supera una.</translation>
    </message>
    <message>
        <source>Bound of the settling</source>
        <translation>Límite de la estabilización</translation>
    </message>
    <message>
        <source>SRDiffusion: the small model takes over after the first step in which the large model&apos;s velocity changes less than in the step before, by less than this. Less is nearer to the large model&apos;s clip and slower.</source>
        <translation>SRDiffusion: el modelo pequeño toma el relevo tras el primer paso en que la velocidad del grande cambia menos que en el anterior, con una diferencia menor que este valor. Un valor menor se acerca más al clip del modelo grande y es más lento.</translation>
    </message>
    <message>
        <source>The large model may return</source>
        <translation>El modelo grande puede volver</translation>
    </message>
    <message>
        <source>Verify: checks go on while the small model takes the steps, one more of its steps apart after each that passes, and the large model returns after one that does not. Otherwise, the small model is not checked again once it has taken over.</source>
        <translation>Verificar: las comprobaciones continúan mientras el modelo pequeño da los pasos, cada una un paso más tarde después de cada comprobación superada, y el modelo grande vuelve después de una no superada. De lo contrario, el modelo pequeño no se comprueba más una vez que ha tomado el relevo.</translation>
    </message>
</context>
<context>
    <name>fb::ui::AboutDialog</name>
    <message>
        <source>About FlowBlending Studio</source>
        <translation>Acerca de FlowBlending Studio</translation>
    </message>
    <message>
        <source>Version %1 · Qt %2</source>
        <translation>Versión %1 · Qt %2</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Acerca de</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Licencias</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Cerrar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Turns a prompt into a video clip with two diffusion transformers on one sampling trajectory: the large one where it matters, early and late, and the small one in between.</source>
        <translation>Convierte un prompt en un clip de vídeo con dos transformers de difusión en una misma trayectoria de muestreo: el grande donde importa, al principio y al final, y el pequeño en medio.</translation>
    </message>
    <message>
        <source>The method: %1</source>
        <translation>El método: %1</translation>
    </message>
    <message>
        <source>It is built on LibTorch 2.11, FFmpeg’s libav libraries, Qt, QCustomPlot, SQLite and SentencePiece. Their licences are on the next page.</source>
        <translation>Se apoya en LibTorch 2.11, las bibliotecas libav de FFmpeg, Qt, QCustomPlot, SQLite y SentencePiece. Sus licencias están en la página siguiente.</translation>
    </message>
    <message>
        <source>FlowBlending Studio’s own code is under the MIT licence.</source>
        <translation>El código propio de FlowBlending Studio tiene licencia MIT.</translation>
    </message>
</context>
<context>
    <name>fb::ui::Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Editar</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>E&amp;jecutar</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&amp;Models</source>
        <translation>&amp;Modelos</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Ay&amp;uda</translation>
    </message>
    <message>
        <source>&amp;Generate</source>
        <translation>&amp;Generar</translation>
    </message>
    <message>
        <source>Add this request to the queue and start it</source>
        <translation>Añadir esta petición a la cola e iniciarla</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pausar</translation>
    </message>
    <message>
        <source>Pause the running clip after its current block; its steps are kept and the device is freed</source>
        <translation>Detener el clip en curso tras el bloque actual, conservar sus pasos y liberar el dispositivo</translation>
    </message>
    <message>
        <source>P&amp;robe</source>
        <translation>&amp;Sondear</translation>
    </message>
    <message>
        <source>Run both models on every step to see where they differ</source>
        <translation>Ejecutar ambos modelos en cada paso para ver dónde difieren</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>&amp;Comparar</translation>
    </message>
    <message>
        <source>Show two results side by side, as a wipe or as their difference</source>
        <translation>Mostrar dos resultados lado a lado, con cortinilla o como diferencia</translation>
    </message>
    <message>
        <source>Compare with &amp;large only</source>
        <translation>Comparar con &amp;solo grande</translation>
    </message>
    <message>
        <source>Queue the same request with the large model on every step</source>
        <translation>Poner en cola la misma petición con el modelo grande en todos los pasos</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportar…</translation>
    </message>
    <message>
        <source>Save the clip shown as a video, GIF or PNG sequence</source>
        <translation>Guardar el clip mostrado como vídeo, GIF o secuencia PNG</translation>
    </message>
    <message>
        <source>&amp;Open clip…</source>
        <translation>&amp;Abrir clip…</translation>
    </message>
    <message>
        <source>Show a clip file and load the settings stored in it</source>
        <translation>Mostrar un archivo de clip y recuperar los ajustes que guarda</translation>
    </message>
    <message>
        <source>Copy &amp;frame</source>
        <translation>Copiar &amp;fotograma</translation>
    </message>
    <message>
        <source>Copy the frame shown to the clipboard</source>
        <translation>Copiar al portapapeles el fotograma mostrado</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>Quit the Studio; a running clip can be continued later</source>
        <translation>Salir de Studio; un clip en curso se puede conservar para más tarde</translation>
    </message>
    <message>
        <source>&amp;Models and pairs…</source>
        <translation>&amp;Modelos y pares…</translation>
    </message>
    <message>
        <source>Add checkpoints and build pairs from them</source>
        <translation>Añadir checkpoints y formar pares con ellos</translation>
    </message>
    <message>
        <source>Se&amp;ttings…</source>
        <translation>A&amp;justes…</translation>
    </message>
    <message>
        <source>Device, precision, folders, language and theme</source>
        <translation>Dispositivo, precisión, carpetas, idioma y tema</translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation>&amp;Restablecer disposición</translation>
    </message>
    <message>
        <source>Move all panels back to their default places</source>
        <translation>Devolver todos los paneles a su lugar inicial</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>&amp;Pantalla completa</translation>
    </message>
    <message>
        <source>Fill the screen with the window</source>
        <translation>Hacer que la ventana ocupe toda la pantalla</translation>
    </message>
    <message>
        <source>How to use the Studio, and its keyboard shortcuts</source>
        <translation>Cómo se usa Studio y sus atajos de teclado</translation>
    </message>
    <message>
        <source>&amp;Log…</source>
        <translation>&amp;Registro…</translation>
    </message>
    <message>
        <source>What the program has done, for bug reports</source>
        <translation>Lo que ha hecho el programa, para informes de errores</translation>
    </message>
    <message>
        <source>&amp;About FlowBlending Studio</source>
        <translation>&amp;Acerca de FlowBlending Studio</translation>
    </message>
    <message>
        <source>Version and licences</source>
        <translation>Versión y licencias</translation>
    </message>
    <message>
        <source>Playbac&amp;k</source>
        <translation>Reproducc&amp;ión</translation>
    </message>
    <message>
        <source>Go on where the queue was paused</source>
        <translation>Seguir donde se pausó la cola</translation>
    </message>
    <message>
        <source>&amp;Skip</source>
        <translation>&amp;Omitir</translation>
    </message>
    <message>
        <source>Go on with the next clip; the steps of the running one are kept, and it can be resumed</source>
        <translation>Seguir con el clip siguiente; los pasos del actual se conservan y se puede reanudar</translation>
    </message>
    <message>
        <source>Discard the running clip and go on with the next one; this can be undone</source>
        <translation>Descartar el clip en curso y seguir con el siguiente; se puede deshacer</translation>
    </message>
    <message>
        <source>Res&amp;ume</source>
        <translation>Rea&amp;nudar</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>Ca&amp;ncelar</translation>
    </message>
    <message>
        <source>Generate s&amp;everal</source>
        <translation>G&amp;enerar varios</translation>
    </message>
    <message>
        <source>%1 seeds</source>
        <translation>%1 semillas</translation>
    </message>
    <message>
        <source>Queue this request with its seed and those that follow it</source>
        <translation>Añadir esta petición a la cola con su semilla y las siguientes</translation>
    </message>
    <message>
        <source>&amp;Find boundaries…</source>
        <translation>&amp;Buscar límites…</translation>
    </message>
    <message>
        <source>Sample prompts with many boundaries, to find those that cost least and stay near the large model</source>
        <translation>Generar prompts con muchos límites para hallar los que cuestan menos y se mantienen cerca del modelo grande</translation>
    </message>
    <message>
        <source>&amp;Tour</source>
        <translation>&amp;Recorrido</translation>
    </message>
    <message>
        <source>Three places of the window, explained</source>
        <translation>Tres lugares de la ventana, explicados</translation>
    </message>
    <message>
        <source>&amp;Import a profile…</source>
        <translation>&amp;Importar un perfil…</translation>
    </message>
    <message>
        <source>Add a file of divergence profiles to what is kept of this pair and these settings</source>
        <translation>Añadir un archivo de perfiles de divergencia a lo que se guarda de este par y estos ajustes</translation>
    </message>
    <message>
        <source>E&amp;xport the profile…</source>
        <translation>E&amp;xportar el perfil…</translation>
    </message>
    <message>
        <source>Save what probes have found about this pair and these settings, for other machines</source>
        <translation>Guardar lo que los sondeos han hallado sobre este par y estos ajustes, para otros equipos</translation>
    </message>
    <message>
        <source>&amp;Report a problem…</source>
        <translation>&amp;Informar de un problema…</translation>
    </message>
    <message>
        <source>Copy what a report needs: versions, devices and the newest lines of the log</source>
        <translation>Copiar lo que necesita un informe: versiones, dispositivos y las últimas líneas del registro</translation>
    </message>
    <message>
        <source>Search the &amp;history</source>
        <translation>Buscar en el &amp;historial</translation>
    </message>
    <message>
        <source>Find finished clips by prompt, name or tag</source>
        <translation>Encontrar clips terminados por prompt, nombre o etiqueta</translation>
    </message>
    <message>
        <source>Queue clips from a &amp;list…</source>
        <translation>Poner en cola los clips de una &amp;lista…</translation>
    </message>
    <message>
        <source>Add a clip for each line of a text file or table</source>
        <translation>Añadir un clip por cada línea de un archivo de texto o una tabla</translation>
    </message>
</context>
<context>
    <name>fb::ui::BoundaryControl</name>
    <message>
        <source>Early stage of the large model, in steps</source>
        <translation>Etapa inicial del modelo grande, en pasos</translation>
    </message>
    <message>
        <source>Early stage of the large model, share of the steps</source>
        <translation>Etapa inicial del modelo grande, proporción de los pasos</translation>
    </message>
    <message>
        <source>The early stage settles structure and motion. A longer one stays closer to the large model; a shorter one is faster.</source>
        <translation>La etapa inicial fija la estructura y el movimiento. Más larga se parece más al modelo grande; más corta es más rápida.</translation>
    </message>
    <message>
        <source>Late stage of the large model, in steps</source>
        <translation>Etapa final del modelo grande, en pasos</translation>
    </message>
    <message>
        <source>Late stage of the large model, share of the steps</source>
        <translation>Etapa final del modelo grande, proporción de los pasos</translation>
    </message>
    <message>
        <source>The late stage adds fine detail. Here the models differ again.</source>
        <translation>La etapa final aporta el detalle fino. Aquí los modelos vuelven a diferir.</translation>
    </message>
    <message>
        <source>Large &amp;until</source>
        <translation>Grande &amp;hasta</translation>
    </message>
    <message>
        <source>Large again f&amp;or the last</source>
        <translation>Grande otra vez al &amp;final</translation>
    </message>
    <message>
        <source>Early</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Final</translation>
    </message>
</context>
<context>
    <name>fb::ui::BoundaryModel</name>
    <message>
        <source>No candidate: the small model would have no step, or it is not in the grid</source>
        <translation>Sin candidato: el modelo pequeño no tendría ningún paso, o no está en la cuadrícula</translation>
    </message>
    <message>
        <source>%1: not measured yet</source>
        <translation>%1: aún sin medir</translation>
    </message>
    <message>
        <source>%1: distance %2 so far</source>
        <translation>%1: distancia %2 hasta ahora</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Large until %1</source>
        <translation>Grande hasta %1</translation>
    </message>
    <message>
        <source>Large again for the last %1</source>
        <translation>Grande de nuevo en el último %1</translation>
    </message>
</context>
<context>
    <name>fb::ui::BranchLine</name>
    <message>
        <source>Continues &quot;%1&quot; from step %2; changes before it have no effect</source>
        <translation>Continúa «%1» desde el paso %2; los cambios anteriores no tienen efecto</translation>
    </message>
    <message>
        <source>The first %1 steps are those of that clip. The boundaries after them, solver and guidance can be changed; prompt, seed, size and number of steps must stay.</source>
        <translation>Los primeros %1 pasos son los de ese clip. Los límites posteriores, el solver y la guía se pueden cambiar; el prompt, la semilla, el tamaño y el número de pasos deben quedar igual.</translation>
    </message>
    <message>
        <source>Remove the branch</source>
        <translation>Quitar la ramificación</translation>
    </message>
    <message>
        <source>Compute the whole clip instead</source>
        <translation>Calcular el clip entero</translation>
    </message>
</context>
<context>
    <name>fb::ui::BranchMarkers</name>
    <message>
        <source>Branch after step %1 of %2</source>
        <translation>Ramificar tras el paso %1 de %2</translation>
    </message>
    <message>
        <source>Branch from here: the next clip takes over the first %1 steps of this one, and only the rest is computed</source>
        <translation>Ramificar aquí: el siguiente clip toma los primeros %1 pasos de este y solo se calcula el resto</translation>
    </message>
</context>
<context>
    <name>fb::ui::BranchPresenter</name>
    <message>
        <source>Change what comes after step %1 and press Generate.</source>
        <translation>Cambie lo que sigue al paso %1 y pulse Generar.</translation>
    </message>
    <message>
        <source>Remove the branch</source>
        <comment>undo</comment>
        <translation>Quitar la ramificación</translation>
    </message>
    <message>
        <source>Branch from a clip</source>
        <comment>undo</comment>
        <translation>Ramificar desde un clip</translation>
    </message>
</context>
<context>
    <name>fb::ui::BranchWords</name>
    <message>
        <source>The folder of this run no longer exists, so its steps cannot be continued.</source>
        <translation>La carpeta de esta ejecución ya no existe, así que sus pasos no se pueden continuar.</translation>
    </message>
    <message>
        <source>This run keeps no state to continue from. Settings › Folders says how many are kept and how much space they may use.</source>
        <translation>Esta ejecución no guarda ningún estado desde el que continuar. Ajustes › Carpetas indica cuántos se guardan y cuánto espacio pueden ocupar.</translation>
    </message>
</context>
<context>
    <name>fb::ui::CalibrationOffer</name>
    <message>
        <source>Calibrate</source>
        <translation>Calibrar</translation>
    </message>
    <message>
        <source>Calibrate the models for MagCache</source>
        <translation>Calibrar los modelos para MagCache</translation>
    </message>
    <message>
        <source>Samples a whole trajectory with each model, as a run of the queue, and keeps what it measures. Other runs are not affected.</source>
        <translation>Recorre una trayectoria completa con cada modelo, como una ejecución de la cola, y conserva lo medido. Las demás ejecuciones no se ven afectadas.</translation>
    </message>
    <message>
        <source>The models are being measured, or will be: see the queue.</source>
        <translation>Los modelos se están midiendo o están en espera: vea la cola.</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) of each model</source>
        <translation>
            <numerusform>%n paso de cada modelo</numerusform>
            <numerusform>%n pasos de cada modelo</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) of one model</source>
        <translation>
            <numerusform>%n paso de un modelo</numerusform>
            <numerusform>%n pasos de un modelo</numerusform>
        </translation>
    </message>
    <message>
        <source>Calibrating measures them once, for all later runs: %1, %2.</source>
        <comment>steps, time</comment>
        <translation>La calibración las mide una sola vez para todas las ejecuciones posteriores: %1, %2.</translation>
    </message>
</context>
<context>
    <name>fb::ui::ClipWords</name>
    <message>
        <source>%1 · seed %2</source>
        <comment>LSL 40/20, 4189</comment>
        <translation>%1 · semilla %2</translation>
    </message>
    <message>
        <source>settings damaged</source>
        <translation>ajustes dañados</translation>
    </message>
</context>
<context>
    <name>fb::ui::CompareCanvas</name>
    <message>
        <source>Compared clips</source>
        <translation>Clips comparados</translation>
    </message>
    <message>
        <source>A fills the left %1</source>
        <translation>A se muestra a la izquierda, %1</translation>
    </message>
    <message>
        <source>Drag the divider, or move it with the arrow keys (Shift: faster)</source>
        <translation>Arrastre el divisor o muévalo con las flechas (Mayús: más rápido)</translation>
    </message>
    <message>
        <source>%1 is shown</source>
        <translation>Se muestra %1</translation>
    </message>
    <message>
        <source>Drag the image, or move it with the arrow keys (Shift: faster)</source>
        <translation>Arrastre la imagen o muévala con las flechas (Mayús: más rápido)</translation>
    </message>
</context>
<context>
    <name>fb::ui::ComparePresenter</name>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>%1 (large only)</source>
        <translation>%1 (solo grande)</translation>
    </message>
    <message numerus="yes">
        <source>Comparison of %n clip(s)</source>
        <translation>
            <numerusform>Comparación de %n clip</numerusform>
            <numerusform>Comparación de %n clips</numerusform>
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
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Reproducir</translation>
    </message>
    <message>
        <source>One frame back</source>
        <translation>Un fotograma atrás</translation>
    </message>
    <message>
        <source>One frame forward</source>
        <translation>Un fotograma adelante</translation>
    </message>
    <message>
        <source>Play in a loop</source>
        <translation>Reproducir en bucle</translation>
    </message>
    <message>
        <source>Start over at the end</source>
        <translation>Empezar de nuevo al llegar al final</translation>
    </message>
    <message>
        <source>Pause all clips (Space or K)</source>
        <translation>Pausar todos los clips (Espacio o K)</translation>
    </message>
    <message>
        <source>Play all clips together (Space; J backwards, L faster)</source>
        <translation>Reproducir todos los clips a la vez (Espacio; J hacia atrás, L más rápido)</translation>
    </message>
    <message>
        <source>One frame back in all clips (,)</source>
        <translation>Un fotograma atrás en todos los clips (,)</translation>
    </message>
    <message>
        <source>One frame forward in all clips (.)</source>
        <translation>Un fotograma adelante en todos los clips (.)</translation>
    </message>
    <message>
        <source>Frame of all clips</source>
        <translation>Fotograma de todos los clips</translation>
    </message>
</context>
<context>
    <name>fb::ui::CompareView</name>
    <message>
        <source>Untitled clip</source>
        <translation>Clip sin título</translation>
    </message>
    <message>
        <source>Choose two results above.
They play together here, frame by frame.</source>
        <translation>Elija arriba dos resultados.
Aquí se reproducen juntos, fotograma a fotograma.</translation>
    </message>
    <message>
        <source>Choose a clip for A to compare it with B.</source>
        <translation>Elija un clip para A y compárelo con B.</translation>
    </message>
    <message>
        <source>Choose a clip for B to compare it with A.</source>
        <translation>Elija un clip para B y compárelo con A.</translation>
    </message>
    <message>
        <source>Choose a result…</source>
        <translation>Elija un resultado…</translation>
    </message>
    <message>
        <source>Choose one of the finished runs</source>
        <translation>Elija una de las ejecuciones terminadas</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Ajuste</translation>
    </message>
    <message>
        <source>The settings of one clip are unknown</source>
        <translation>No se conocen los ajustes de uno de los clips</translation>
    </message>
    <message>
        <source>The settings are the same</source>
        <translation>Los ajustes son iguales</translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s) differ</source>
        <translation>
            <numerusform>difiere %n ajuste</numerusform>
            <numerusform>difieren %n ajustes</numerusform>
        </translation>
    </message>
    <message>
        <source>measuring…</source>
        <translation>midiendo…</translation>
    </message>
    <message>
        <source>SSIM %1 on average</source>
        <translation>SSIM %1 de media</translation>
    </message>
    <message>
        <source>SSIM</source>
        <translation>SSIM</translation>
    </message>
    <message>
        <source>PSNR %1 dB on average</source>
        <translation>PSNR %1 dB de media</translation>
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
        <translation>Intercambiar A y B</translation>
    </message>
    <message>
        <source>&amp;Side by side</source>
        <translation>&amp;Lado a lado</translation>
    </message>
    <message>
        <source>&amp;Wipe</source>
        <translation>Cor&amp;tinilla</translation>
    </message>
    <message>
        <source>A to the left of a divider that you can drag, B to the right</source>
        <translation>A a la izquierda de un divisor que se arrastra, B a la derecha</translation>
    </message>
    <message>
        <source>The difference at each pixel; black means identical</source>
        <translation>Cuánto distan los dos en cada píxel; negro es igual</translation>
    </message>
    <message>
        <source>Amplification of the difference</source>
        <translation>Amplificación de la diferencia</translation>
    </message>
    <message>
        <source>×%1</source>
        <translation>×%1</translation>
    </message>
    <message>
        <source>Compare with large only</source>
        <translation>Comparar con solo grande</translation>
    </message>
    <message>
        <source>Queues A&apos;s run again with the large model on every step, to show what the small model costs in quality</source>
        <translation>Pone en cola de nuevo la ejecución de A con el modelo grande en todos los pasos: lo que cuesta en calidad la parte del pequeño</translation>
    </message>
    <message>
        <source>Peak signal-to-noise ratio; higher is closer, 100 dB means identical</source>
        <translation>Relación señal-ruido de pico; más alta es más parecida, 100 dB es igual</translation>
    </message>
    <message>
        <source>Settings that differ</source>
        <translation>Ajustes que difieren</translation>
    </message>
    <message>
        <source>How many times brighter the difference is shown</source>
        <translation>Cuántas veces más brillante se muestra la diferencia</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <translation>%1 — %2</translation>
    </message>
    <message>
        <source>Sh&amp;ow %1</source>
        <translation>M&amp;ostrar %1</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>Mostrar %1</translation>
    </message>
    <message>
        <source>different sizes</source>
        <translation>tamaños distintos</translation>
    </message>
    <message>
        <source>SSIM to A</source>
        <translation>SSIM con A</translation>
    </message>
    <message>
        <source>PSNR to A, dB</source>
        <translation>PSNR con A, dB</translation>
    </message>
    <message>
        <source>All clips in full, side by side</source>
        <translation>Todos los clips enteros, uno junto al otro</translation>
    </message>
    <message>
        <source>Diff&amp;erence</source>
        <translation>Dif&amp;erencia</translation>
    </message>
    <message>
        <source>&amp;Flicker</source>
        <translation>Alter&amp;nar</translation>
    </message>
    <message>
        <source>The clips in turn at one place: F shows the next one, H shows it while you hold the key</source>
        <translation>Los clips por turnos en el mismo sitio: F muestra el siguiente; H, mientras mantenga la tecla pulsada</translation>
    </message>
    <message>
        <source>The next clip at the same place (F); hold H to see it for a moment</source>
        <translation>El siguiente clip en el mismo sitio (F); mantenga pulsada H para verlo un momento</translation>
    </message>
    <message>
        <source>&amp;Zoom</source>
        <translation>&amp;Zoom</translation>
    </message>
    <message>
        <source>Zoom of all clips</source>
        <translation>Zoom de todos los clips</translation>
    </message>
    <message>
        <source>All clips show the same part: turn the wheel or press + and − to zoom, 0 to fit</source>
        <translation>Todos los clips muestran la misma parte: la rueda o + y − cambian el zoom, 0 ajusta</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Ajustar</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xportar…</translation>
    </message>
    <message>
        <source>Export the comparison</source>
        <translation>Exportar la comparación</translation>
    </message>
    <message>
        <source>Saves the clips side by side as one video, each below its label</source>
        <translation>Guarda los clips uno junto a otro en un solo vídeo, cada uno bajo su rótulo</translation>
    </message>
    <message>
        <source>Clip %1</source>
        <translation>Clip %1</translation>
    </message>
    <message>
        <source>Compare another clip</source>
        <translation>Comparar otro clip</translation>
    </message>
    <message>
        <source>Compare another clip, up to four</source>
        <translation>Comparar otro clip, hasta cuatro</translation>
    </message>
    <message>
        <source>Remove the last clip</source>
        <translation>Quitar el último clip</translation>
    </message>
    <message>
        <source>Remove the last clip from the comparison</source>
        <translation>Quitar el último clip de la comparación</translation>
    </message>
    <message>
        <source>Compare with lar&amp;ge only</source>
        <translation>Comparar con solo &amp;grande</translation>
    </message>
    <message>
        <source>%1 without the steps taken over</source>
        <translation>%1 sin los pasos tomados</translation>
    </message>
    <message>
        <source>%1 less time than A</source>
        <translation>%1 menos de tiempo que A</translation>
    </message>
    <message>
        <source>%1 more time than A</source>
        <translation>%1 más de tiempo que A</translation>
    </message>
    <message>
        <source>%1 fewer FLOPs than large only</source>
        <translation>%1 menos de FLOPs que solo grande</translation>
    </message>
    <message>
        <source>%1 more FLOPs than large only</source>
        <translation>%1 más de FLOPs que solo grande</translation>
    </message>
    <message>
        <source>SSIM to A %1</source>
        <translation>SSIM con A %1</translation>
    </message>
    <message>
        <source>%1 has %2</source>
        <comment>B has 17 frames</comment>
        <translation>%1 tiene %2</translation>
    </message>
    <message>
        <source>%1 is %2 and is shown in A&apos;s size, %3; clips of different sizes are not measured.</source>
        <translation>%1 mide %2 y se muestra con el tamaño de A, %3; no se miden clips de distinto tamaño.</translation>
    </message>
    <message>
        <source>%1: the first %2 are compared.</source>
        <translation>%1: se comparan los primeros %2.</translation>
    </message>
    <message>
        <source>All play at A&apos;s %1 frames per second.</source>
        <translation>Todos se reproducen a los %1 fotogramas por segundo de A.</translation>
    </message>
    <message>
        <source>Wipe and difference show A and B only.</source>
        <translation>La cortinilla y la diferencia muestran solo A y B.</translation>
    </message>
    <message>
        <source>Structural similarity; 1 means identical. Click to go to a frame</source>
        <translation>Similitud estructural, 1 es igual; haga clic para ver un fotograma</translation>
    </message>
    <message>
        <source>%1 with comparing the models</source>
        <translation>%1 con comparación de los modelos</translation>
    </message>
    <message>
        <source>%1 times the time of A</source>
        <comment>11.5</comment>
        <translation>%1 veces el tiempo de A</translation>
    </message>
</context>
<context>
    <name>fb::ui::ComponentCard</name>
    <message>
        <source>%1 billion parameters</source>
        <translation>%1 mil millones de parámetros</translation>
    </message>
    <message>
        <source>%1 million parameters</source>
        <translation>%1 millones de parámetros</translation>
    </message>
    <message>
        <source>%1 parameters</source>
        <translation>%1 parámetros</translation>
    </message>
    <message>
        <source>&quot;Where to get them&quot; below lists the files that can be used.</source>
        <translation>«Dónde obtenerlos», más abajo, indica los archivos que se pueden usar.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %n más</numerusform>
            <numerusform>y %n más</numerusform>
        </translation>
    </message>
    <message>
        <source>Tokenizer</source>
        <translation>Tokenizador</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Remove %1 from the list</source>
        <translation>Quitar %1 de la lista</translation>
    </message>
    <message>
        <source>Removes it from this list; the file is not deleted</source>
        <translation>Lo quita de esta lista; el archivo se queda donde está</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Details of %1</source>
        <translation>Detalles de %1</translation>
    </message>
    <message>
        <source>Sizes, and tensors that are missing or unexpected</source>
        <translation>Tamaños y tensores que faltan o sobran</translation>
    </message>
    <message>
        <source>Inspecting %1…</source>
        <translation>Examinando %1…</translation>
    </message>
    <message>
        <source>%1 layout</source>
        <translation>formato %1</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Faltan</translation>
    </message>
    <message>
        <source>Unexpected</source>
        <translation>No esperados</translation>
    </message>
    <message>
        <source>Wrong shape</source>
        <translation>Con otra forma</translation>
    </message>
    <message>
        <source>Sizes</source>
        <translation>Tamaños</translation>
    </message>
    <message numerus="yes">
        <source>%n tensor(s) missing</source>
        <translation>
            <numerusform>falta %n tensor</numerusform>
            <numerusform>faltan %n tensores</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unexpected</source>
        <translation>
            <numerusform>%n no esperado</numerusform>
            <numerusform>%n no esperados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with the wrong shape</source>
        <translation>
            <numerusform>%n con otra forma</numerusform>
            <numerusform>%n con otra forma</numerusform>
        </translation>
    </message>
    <message>
        <source>This cannot be used: %1. Download it again, or add all of its files.</source>
        <translation>Esto no se puede usar: %1. Descárguelo de nuevo o añada todos sus archivos.</translation>
    </message>
    <message>
        <source>Transformer and VAE in one</source>
        <translation>Transformer y VAE en uno</translation>
    </message>
    <message>
        <source>Not a part of a pair: add it in the prompt panel, under LoRAs.</source>
        <translation>No forma parte de un par: añádala en el panel del prompt, en LoRA.</translation>
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
        <translation>Prompt cuyos clips se muestran</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Play the clips together</source>
        <translation>Reproducir los clips a la vez</translation>
    </message>
    <message>
        <source>Frame of the clips</source>
        <translation>Fotograma de los clips</translation>
    </message>
    <message>
        <source>Large model alone</source>
        <translation>Solo el modelo grande</translation>
    </message>
    <message>
        <source>Small model alone</source>
        <translation>Solo el modelo pequeño</translation>
    </message>
    <message>
        <source>No clip</source>
        <translation>Sin clip</translation>
    </message>
    <message>
        <source>Not decoded</source>
        <translation>Sin decodificar</translation>
    </message>
</context>
<context>
    <name>fb::ui::CostWords</name>
    <message numerus="yes">
        <source>Large on all %n step(s)</source>
        <translation>
            <numerusform>Grande en el único paso</numerusform>
            <numerusform>Grande en los %n pasos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Small on all %n step(s)</source>
        <translation>
            <numerusform>Pequeño en el único paso</numerusform>
            <numerusform>Pequeño en los %n pasos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Large %1 of %n step(s)</source>
        <translation>
            <numerusform>Grande en %1 de %n paso</numerusform>
            <numerusform>Grande en %1 de %n pasos</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 fewer FLOPs</source>
        <translation>%1 menos de FLOPs</translation>
    </message>
    <message>
        <source>%1 more FLOPs</source>
        <translation>%1 más de FLOPs</translation>
    </message>
    <message>
        <source>about %1 instead of %2</source>
        <comment>41 s and 1:03</comment>
        <translation>unos %1 en vez de %2</translation>
    </message>
    <message>
        <source>about %1</source>
        <comment>1:03</comment>
        <translation>unos %1</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) taken over</source>
        <translation>
            <numerusform>%n paso tomado</numerusform>
            <numerusform>%n pasos tomados</numerusform>
        </translation>
    </message>
    <message>
        <source>with comparing</source>
        <translation>con comparación</translation>
    </message>
    <message>
        <source>if the guard lets the small model go on</source>
        <translation>si la guardia deja seguir al modelo pequeño</translation>
    </message>
    <message>
        <source>sameness about %1</source>
        <translation>igualdad de aprox. %1</translation>
    </message>
</context>
<context>
    <name>fb::ui::CropField</name>
    <message>
        <source>Keeps %1 of %2 pixels.</source>
        <translation>Conserva %1 de %2 píxeles.</translation>
    </message>
    <message>
        <source>Of %1 pixels, this shape leaves only %2. Choose another one.</source>
        <translation>De %1 píxeles, esta forma solo deja %2. Elija otra.</translation>
    </message>
    <message>
        <source>%1 across, %2 down</source>
        <translation>%1 desde la izquierda, %2 desde arriba</translation>
    </message>
    <message>
        <source>The whole picture</source>
        <translation>La imagen completa</translation>
    </message>
    <message>
        <source>Other shape</source>
        <translation>Otra forma</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>Encuadre</translation>
    </message>
    <message>
        <source>Keeps the largest part of this shape, before the clip is enlarged</source>
        <translation>Conserva la mayor parte posible con esta forma, antes de ampliar el clip</translation>
    </message>
    <message>
        <source>Width of the shape</source>
        <translation>Anchura de la forma</translation>
    </message>
    <message>
        <source>Height of the shape</source>
        <translation>Altura de la forma</translation>
    </message>
    <message>
        <source>Part of the picture that stays</source>
        <translation>Parte de la imagen que se conserva</translation>
    </message>
    <message>
        <source>Drag the frame, or move it with the arrow keys</source>
        <translation>Arrastre el marco o muévalo con las flechas</translation>
    </message>
</context>
<context>
    <name>fb::ui::CurveLegend</name>
    <message>
        <source>relative L2</source>
        <translation>L2 relativa</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>coseno</translation>
    </message>
    <message>
        <source>probe band</source>
        <translation>banda del sondeo</translation>
    </message>
    <message>
        <source>Legend of the plot</source>
        <translation>Leyenda del gráfico</translation>
    </message>
    <message>
        <source>Solid line with filled circles: relative L2. Dashed line with open circles: cosine distance. Shaded band: range of the last probes.</source>
        <translation>Línea continua con círculos llenos: L2 relativa. Línea discontinua con círculos vacíos: distancia coseno. Banda sombreada: por donde pasaron los últimos sondeos.</translation>
    </message>
    <message>
        <source>Relative L2: length of the difference between the two models&apos; velocities, relative to the large one&apos;s.
Cosine: how far their directions differ.
Probe band: range of the last probes.</source>
        <translation>L2 relativa: longitud de la diferencia entre las velocidades de ambos modelos respecto a la del grande.
Coseno: cuánto difieren sus direcciones.
Banda del sondeo: por donde pasaron los últimos sondeos.</translation>
    </message>
    <message>
        <source>Solid line with filled circles: cosine distance. Dashed line with open circles: relative L2. Shaded band: range of the last probes.</source>
        <translation>Línea continua con círculos llenos: distancia coseno. Línea discontinua con círculos vacíos: L2 relativa. Banda sombreada: por donde pasaron los últimos sondeos.</translation>
    </message>
</context>
<context>
    <name>fb::ui::DivergencePlot</name>
    <message>
        <source>SMALL</source>
        <translation>PEQUEÑO</translation>
    </message>
    <message>
        <source>LARGE</source>
        <translation>GRANDE</translation>
    </message>
    <message>
        <source>early %1 %</source>
        <translation>inicial %1 %</translation>
    </message>
    <message>
        <source>late %1 %</source>
        <translation>final %1 %</translation>
    </message>
    <message>
        <source>now</source>
        <translation>ahora</translation>
    </message>
    <message>
        <source>Probe to see where the two models differ</source>
        <translation>Sondee para ver dónde difieren los dos modelos</translation>
    </message>
    <message>
        <source>step</source>
        <translation>paso</translation>
    </message>
    <message>
        <source>Save as P&amp;NG…</source>
        <translation>Guardar como P&amp;NG…</translation>
    </message>
    <message>
        <source>Save as P&amp;DF…</source>
        <translation>Guardar como P&amp;DF…</translation>
    </message>
    <message>
        <source>&amp;Reset zoom</source>
        <translation>&amp;Restablecer zoom</translation>
    </message>
    <message>
        <source>Save the plot</source>
        <translation>Guardar el gráfico</translation>
    </message>
    <message>
        <source>Saved %1.</source>
        <translation>Guardado: %1.</translation>
    </message>
    <message>
        <source>%1 could not be written; choose another place.</source>
        <translation>No se pudo escribir %1; elija otro lugar.</translation>
    </message>
    <message>
        <source>Stage boundaries over the velocity divergence</source>
        <translation>Límites de etapa sobre la divergencia de velocidad</translation>
    </message>
    <message>
        <source>rel. L2</source>
        <translation>L2 rel.</translation>
    </message>
    <message>
        <source>noise</source>
        <translation>ruido</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>coseno</translation>
    </message>
    <message>
        <source>The running step is past this boundary, so it can no longer move.</source>
        <translation>Este límite queda por detrás del paso en curso y ya no se puede mover.</translation>
    </message>
    <message>
        <source>Drag to move the boundary, or press the arrow keys. Esc cancels a drag.</source>
        <translation>Arrastre el límite o pulse las teclas de flecha. Esc deshace el arrastre.</translation>
    </message>
    <message>
        <source>The large model runs the shaded steps labelled LARGE, the small one those labelled SMALL. Scroll to zoom; double-click to see everything.</source>
        <translation>El modelo grande ejecuta los pasos sombreados como GRANDE; el pequeño, los marcados PEQUEÑO. Gire la rueda para ampliar; doble clic para verlo todo.</translation>
    </message>
    <message>
        <source>Step %1, large model
Noise level %2
Relative L2 %3
Cosine distance %4</source>
        <translation>Paso %1, modelo grande
Nivel de ruido %2
L2 relativa %3
Distancia coseno %4</translation>
    </message>
    <message>
        <source>Step %1, small model
Noise level %2
Relative L2 %3
Cosine distance %4</source>
        <translation>Paso %1, modelo pequeño
Nivel de ruido %2
L2 relativa %3
Distancia coseno %4</translation>
    </message>
    <message>
        <source>Save the curves as C&amp;SV…</source>
        <translation>Guardar las curvas como C&amp;SV…</translation>
    </message>
    <message>
        <source>&amp;Copy image</source>
        <translation>&amp;Copiar imagen</translation>
    </message>
    <message>
        <source>The plot was copied to the clipboard.</source>
        <translation>El gráfico está en el portapapeles.</translation>
    </message>
    <message>
        <source>Copy c&amp;urves as CSV</source>
        <translation>Copiar c&amp;urvas como CSV</translation>
    </message>
    <message>
        <source>The curves were copied to the clipboard.</source>
        <translation>Las curvas están en el portapapeles.</translation>
    </message>
    <message>
        <source>Large until step %1 of %2, small until %3, large to the end</source>
        <translation>Grande hasta el paso %1 de %2, pequeño hasta el %3, grande hasta el final</translation>
    </message>
    <message>
        <source>Large on all %1 steps</source>
        <translation>Grande en los %1 pasos</translation>
    </message>
    <message>
        <source>Small on all %1 steps</source>
        <translation>Pequeño en los %1 pasos</translation>
    </message>
    <message>
        <source>Large until step %1 of %2, small to the end</source>
        <translation>Grande hasta el paso %1 de %2, pequeño hasta el final</translation>
    </message>
    <message>
        <source>Small until step %1 of %2, large to the end</source>
        <translation>Pequeño hasta el paso %1 de %2, grande hasta el final</translation>
    </message>
    <message>
        <source>%1. The early boundary is selected.</source>
        <translation>%1. Se mueve el límite inicial.</translation>
    </message>
    <message>
        <source>%1. The late boundary is selected.</source>
        <translation>%1. Se mueve el límite final.</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>per cent</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>This boundary is within the steps that are taken over, so it cannot move.</source>
        <translation>Este límite está dentro de los pasos tomados y no se puede mover.</translation>
    </message>
    <message>
        <source>Conditional velocities, without guidance</source>
        <translation>Velocidades condicionales, sin guía</translation>
    </message>
    <message>
        <source>Dist&amp;ance</source>
        <translation>Dist&amp;ancia</translation>
    </message>
    <message>
        <source>&amp;Import a profile…</source>
        <translation>&amp;Importar un perfil…</translation>
    </message>
    <message>
        <source>&amp;Export the profile…</source>
        <translation>&amp;Exportar el perfil…</translation>
    </message>
    <message>
        <source>&amp;Relative L2, guided velocities</source>
        <translation>L2 &amp;relativa, velocidades guiadas</translation>
    </message>
    <message>
        <source>&amp;Cosine, guided velocities</source>
        <translation>&amp;Coseno, velocidades guiadas</translation>
    </message>
    <message>
        <source>Re&amp;lative L2, conditional velocities</source>
        <translation>L2 re&amp;lativa, velocidades condicionales</translation>
    </message>
    <message>
        <source>C&amp;osine, conditional velocities</source>
        <translation>C&amp;oseno, velocidades condicionales</translation>
    </message>
    <message>
        <source>Drag: wider is faster, narrower is more like the large model</source>
        <translation>Arrastre: más ancho es más rápido; más estrecho, más parecido al modelo grande</translation>
    </message>
</context>
<context>
    <name>fb::ui::DocumentOpener</name>
    <message>
        <source>Open a clip</source>
        <translation>Abrir un clip</translation>
    </message>
    <message>
        <source>Clips (*.mp4 *.webm *.mov *.gif *.png);;All files (*)</source>
        <translation>Clips (*.mp4 *.webm *.mov *.gif *.png);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>%1 contains no settings; only the clip is shown.</source>
        <translation>%1 no contiene ajustes; solo se muestra.</translation>
    </message>
    <message>
        <source>Settings loaded from %1.</source>
        <translation>Ajustes tomados de %1.</translation>
    </message>
    <message>
        <source>Another program left a prompt in %1: %2</source>
        <translation>Otro programa dejó un prompt en %1: %2</translation>
    </message>
    <message>
        <source>Use its prompt</source>
        <translation>Usar su prompt</translation>
    </message>
    <message>
        <source>Queue clips from a list</source>
        <translation>Poner en cola los clips de una lista</translation>
    </message>
    <message>
        <source>Lists of prompts (*.txt *.csv *.tsv)</source>
        <translation>Listas de prompts (*.txt *.csv *.tsv)</translation>
    </message>
    <message>
        <source>%1 lists %2 clips; the queue takes up to %3 at once. Divide the list.</source>
        <translation>%1 contiene %2 clips; la cola admite hasta %3 a la vez. Divida la lista.</translation>
    </message>
    <message numerus="yes">
        <source>%1 lists %n clip(s).</source>
        <translation>
            <numerusform>%1 contiene %n clip.</numerusform>
            <numerusform>%1 contiene %n clips.</numerusform>
        </translation>
    </message>
    <message>
        <source>Add to the queue</source>
        <translation>Añadir a la cola</translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s) were added to the queue.</source>
        <translation>
            <numerusform>Se añadió %n clip a la cola.</numerusform>
            <numerusform>Se añadieron %n clips a la cola.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fb::ui::EditBar</name>
    <message>
        <source>Editing in the queue: %1</source>
        <translation>Editando en la cola: %1</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>The queued run gets these settings and keeps its place</source>
        <translation>La ejecución en cola recibe estos ajustes y conserva su lugar</translation>
    </message>
    <message>
        <source>Save the queued run</source>
        <translation>Guardar la ejecución en cola</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Leave the queued run as it is</source>
        <translation>Dejar la ejecución en cola como está</translation>
    </message>
    <message>
        <source>Cancel editing</source>
        <translation>Cancelar la edición</translation>
    </message>
</context>
<context>
    <name>fb::ui::EditPresenter</name>
    <message>
        <source>Steps are done</source>
        <translation>Hay pasos hechos</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) of this run are done. With other settings, it starts from the beginning.</source>
        <translation>
            <numerusform>%n paso de esta ejecución está hecho. Con otros ajustes, empieza desde el principio.</numerusform>
            <numerusform>%n pasos de esta ejecución están hechos. Con otros ajustes, empieza desde el principio.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Save and start over</source>
        <translation>&amp;Guardar y empezar de nuevo</translation>
    </message>
    <message>
        <source>&amp;Keep the steps</source>
        <translation>&amp;Conservar los pasos</translation>
    </message>
    <message>
        <source>The queued run is changed.</source>
        <translation>La ejecución en cola ha cambiado.</translation>
    </message>
</context>
<context>
    <name>fb::ui::EngineHost</name>
    <message>
        <source>The engine %1 was not found next to the program. Reinstall the program.</source>
        <translation>No se encontró el motor %1 junto al programa. Instale el programa de nuevo.</translation>
    </message>
    <message>
        <source>The engine %1 cannot be opened: %2</source>
        <translation>No se puede abrir el motor %1: %2</translation>
    </message>
    <message>
        <source>The engine %1 has version %2, but the program has version %3. Reinstall the program.</source>
        <translation>El motor %1 es de la versión %2 y el programa, de la versión %3. Instale el programa de nuevo.</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>desconocida</translation>
    </message>
</context>
<context>
    <name>fb::ui::ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>F&amp;ile</source>
        <translation>Arch&amp;ivo</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>Exa&amp;minar…</translation>
    </message>
    <message>
        <source>Cl&amp;ose</source>
        <translation>C&amp;errar</translation>
    </message>
    <message>
        <source>File to write</source>
        <translation>Archivo de destino</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>unos %1</translation>
    </message>
    <message>
        <source>Re&amp;place</source>
        <translation>Reemp&amp;lazar</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>E&amp;xportar</translation>
    </message>
    <message>
        <source>Folder for the frames</source>
        <translation>Carpeta de los fotogramas</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>Exportar a</translation>
    </message>
    <message>
        <source>%1 already exists. Press Replace to overwrite it, or choose another name.</source>
        <translation>%1 ya existe. Pulse Reemplazar para sobrescribirlo o elija otro nombre.</translation>
    </message>
    <message>
        <source>Crea&amp;te folder</source>
        <translation>Crear car&amp;peta</translation>
    </message>
    <message>
        <source>The folder %1 does not exist. Press Create folder to make it, or choose another one.</source>
        <translation>La carpeta %1 no existe. Pulse Crear carpeta para crearla o elija otra.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made; choose another one.</source>
        <translation>No se puede crear la carpeta %1; elija otra.</translation>
    </message>
    <message>
        <source>First frame of the clip</source>
        <translation>Primer fotograma del clip</translation>
    </message>
    <message>
        <source>Another export is going to write %1. Choose another name.</source>
        <translation>Otra exportación va a escribir %1. Elija otro nombre.</translation>
    </message>
    <message>
        <source>every frame is shown %1 times</source>
        <translation>cada fotograma se muestra %1 veces</translation>
    </message>
    <message>
        <source>1 of %1 frames is kept, the others are left out</source>
        <translation>de cada %1 fotogramas se conserva 1 y se omiten los demás</translation>
    </message>
    <message>
        <source>1 of %1 frames is left out</source>
        <translation>de cada %1 fotogramas se omite 1</translation>
    </message>
    <message>
        <source>%1 of %2 frames are left out</source>
        <translation>se omiten %1 de cada %2 fotogramas</translation>
    </message>
    <message>
        <source>frames are shown %1 or %2 times</source>
        <translation>los fotogramas se muestran %1 o %2 veces</translation>
    </message>
    <message>
        <source>every second frame is shown twice</source>
        <translation>uno de cada dos fotogramas se muestra dos veces</translation>
    </message>
    <message>
        <source>1 of %1 frames is shown twice</source>
        <translation>de cada %1 fotogramas, 1 se muestra dos veces</translation>
    </message>
    <message>
        <source>%1 of %2 frames are shown twice</source>
        <translation>%1 de cada %2 fotogramas se muestran dos veces</translation>
    </message>
    <message>
        <source>The clip has %1 fps, so every frame stays as it is.</source>
        <translation>El clip tiene %1 fps, así que los fotogramas no cambian.</translation>
    </message>
    <message>
        <source>%1 → %2 fps</source>
        <translation>%1 → %2 fps</translation>
    </message>
    <message>
        <source>new frames are mixed from the two around their time</source>
        <translation>los fotogramas nuevos se mezclan a partir de los dos más próximos en el tiempo</translation>
    </message>
    <message>
        <source>some frames are shown more than once</source>
        <translation>algunos fotogramas se muestran más de una vez</translation>
    </message>
    <message>
        <source>some frames are left out</source>
        <translation>se omiten algunos fotogramas</translation>
    </message>
    <message>
        <source>Copied as it is.</source>
        <translation>Se copia tal cual.</translation>
    </message>
    <message>
        <source>Encoded as AAC.</source>
        <translation>Se codifica como AAC.</translation>
    </message>
    <message>
        <source>Encoded as Opus.</source>
        <translation>Se codifica como Opus.</translation>
    </message>
    <message>
        <source>Stored uncompressed.</source>
        <translation>Se guarda sin comprimir.</translation>
    </message>
    <message>
        <source>Its length is not known: it is cut off after %1 s, or silence follows.</source>
        <translation>Su duración se desconoce: se corta tras %1 s o sigue silencio.</translation>
    </message>
    <message>
        <source>The first %1 of %2 s are used.</source>
        <translation>Se usan los primeros %1 de %2 s.</translation>
    </message>
    <message>
        <source>After %1 s, %2 s of silence follow.</source>
        <translation>Tras %1 s siguen %2 s de silencio.</translation>
    </message>
    <message>
        <source>It is as long as the clip.</source>
        <translation>Dura lo mismo que el clip.</translation>
    </message>
    <message>
        <source>Fol&amp;der</source>
        <translation>Carpeta de &amp;destino</translation>
    </message>
    <message>
        <source>Folder for the clips</source>
        <translation>Carpeta de los clips</translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s)</source>
        <translation>
            <numerusform>%n clip</numerusform>
            <numerusform>%n clips</numerusform>
        </translation>
    </message>
    <message>
        <source>Named as in Settings › Saving: %1</source>
        <translation>Nombres según Ajustes › Guardar: %1</translation>
    </message>
    <message>
        <source>Waiting for the disk to say what is at %1…</source>
        <translation>Esperando a que el disco indique qué hay en %1…</translation>
    </message>
</context>
<context>
    <name>fb::ui::ExportFields</name>
    <message>
        <source>MP4 · H.264, plays everywhere</source>
        <translation>MP4 · H.264, se reproduce en todas partes</translation>
    </message>
    <message>
        <source>MP4 · H.265, smaller</source>
        <translation>MP4 · H.265, más pequeño</translation>
    </message>
    <message>
        <source>MP4 · AV1, smallest</source>
        <translation>MP4 · AV1, el más pequeño</translation>
    </message>
    <message>
        <source>WebM · VP9, for web pages</source>
        <translation>WebM · VP9, para páginas web</translation>
    </message>
    <message>
        <source>GIF, an animated image</source>
        <translation>GIF, imagen animada</translation>
    </message>
    <message>
        <source>PNG sequence, lossless</source>
        <translation>Secuencia PNG, sin pérdida</translation>
    </message>
    <message>
        <source>MOV · ProRes, for editing</source>
        <translation>MOV · ProRes, para edición</translation>
    </message>
    <message>
        <source>Pre&amp;set</source>
        <translation>Prea&amp;juste</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Formato</translation>
    </message>
    <message>
        <source>&amp;Quality</source>
        <translation>&amp;Calidad</translation>
    </message>
    <message>
        <source>Si&amp;ze</source>
        <translation>&amp;Tamaño</translation>
    </message>
    <message>
        <source>Frame r&amp;ate</source>
        <translation>Ca&amp;dencia</translation>
    </message>
    <message>
        <source>F&amp;rames</source>
        <translation>Foto&amp;gramas</translation>
    </message>
    <message>
        <source>So&amp;und</source>
        <translation>S&amp;onido</translation>
    </message>
    <message>
        <source>&amp;Loops</source>
        <translation>&amp;Repeticiones</translation>
    </message>
    <message>
        <source>forever</source>
        <translation>sin fin</translation>
    </message>
    <message>
        <source>&amp;Keep the settings in the file</source>
        <translation>Guardar los &amp;ajustes en el archivo</translation>
    </message>
    <message>
        <source>Prompt, seed and schedule are saved with the clip; drop the file on the window to load them again</source>
        <translation>El prompt, la semilla y el plan viajan con el clip; suéltelo en la ventana para recuperarlos</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Calidad</translation>
    </message>
    <message>
        <source>Higher looks better and makes a larger file</source>
        <translation>Más alta se ve mejor y ocupa más</translation>
    </message>
    <message>
        <source>Constant rate factor</source>
        <translation>Factor de tasa constante</translation>
    </message>
    <message>
        <source>The encoder&apos;s own number for the quality: lower looks better and makes a larger file</source>
        <translation>El número propio del codificador para la calidad: más bajo se ve mejor y produce un archivo más grande</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Larger sizes are computed with a Lanczos filter</source>
        <translation>Los tamaños mayores se calculan con un filtro de Lanczos</translation>
    </message>
    <message>
        <source>As in the clip</source>
        <translation>Como en el clip</translation>
    </message>
    <message>
        <source>Repeat or leave out frames</source>
        <translation>Repetir u omitir fotogramas</translation>
    </message>
    <message>
        <source>Blend frames</source>
        <translation>Mezclar fotogramas</translation>
    </message>
    <message>
        <source>Frame rate</source>
        <translation>Cadencia</translation>
    </message>
    <message>
        <source>The clip lasts as long as before</source>
        <translation>El clip dura lo mismo que antes</translation>
    </message>
    <message>
        <source> fps</source>
        <translation> fps</translation>
    </message>
    <message>
        <source>Frames per second of the file</source>
        <translation>Fotogramas por segundo del archivo</translation>
    </message>
    <message>
        <source>First frame</source>
        <translation>Primer fotograma</translation>
    </message>
    <message>
        <source>Last frame</source>
        <translation>Último fotograma</translation>
    </message>
    <message>
        <source>How often the GIF repeats</source>
        <translation>Cuántas veces se repite el GIF</translation>
    </message>
    <message>
        <source>%1 (no encoder on this machine)</source>
        <translation>%1 (sin codificador en este equipo)</translation>
    </message>
    <message>
        <source>Size li&amp;mit</source>
        <translation>Pe&amp;so máximo</translation>
    </message>
    <message>
        <source>&amp;Crop</source>
        <translation>E&amp;ncuadre</translation>
    </message>
    <message>
        <source>Pla&amp;y</source>
        <translation>Reprod&amp;ucción</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>Largest size of the file</source>
        <translation>Peso máximo del archivo</translation>
    </message>
    <message>
        <source>If the file would be larger, its quality is lowered; that takes several encodings</source>
        <translation>Si el archivo fuera mayor, se reduce su calidad; para ello se codifica varias veces</translation>
    </message>
</context>
<context>
    <name>fb::ui::ExportList</name>
    <message>
        <source>waiting</source>
        <translation>en espera</translation>
    </message>
    <message>
        <source>begins</source>
        <translation>empieza</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>quedan %1</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>guardado</translation>
    </message>
    <message>
        <source>cancelled; no file was written</source>
        <translation>cancelada; no se escribió ningún archivo</translation>
    </message>
    <message>
        <source>Progress of %1</source>
        <translation>Progreso de %1</translation>
    </message>
    <message>
        <source>Show %1 in its folder</source>
        <translation>Mostrar %1 en su carpeta</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Mostrar en la carpeta</translation>
    </message>
    <message>
        <source>Cancel the export of %1</source>
        <translation>Cancelar la exportación de %1</translation>
    </message>
    <message>
        <source>Cancel this export; no file is written</source>
        <translation>Cancelar esta exportación; no se escribe ningún archivo</translation>
    </message>
    <message>
        <source>Exports</source>
        <translation>Exportaciones</translation>
    </message>
    <message>
        <source>Clear fi&amp;nished</source>
        <translation>&amp;Quitar terminadas</translation>
    </message>
    <message>
        <source>Takes exports that have ended off the list; their files stay</source>
        <translation>Quita de la lista las exportaciones terminadas; sus archivos se conservan</translation>
    </message>
</context>
<context>
    <name>fb::ui::ExportPresenter</name>
    <message>
        <source>Saved %1.</source>
        <translation>Guardado: %1.</translation>
    </message>
    <message>
        <source>The export to %1</source>
        <translation>La exportación a %1</translation>
    </message>
    <message>
        <source>Exports are not finished</source>
        <translation>Hay exportaciones sin terminar</translation>
    </message>
    <message numerus="yes">
        <source>%n export(s) are not finished. If you quit now, their files are not written.</source>
        <translation>
            <numerusform>Falta %n exportación por terminar. Si sale ahora, su archivo no se escribirá.</numerusform>
            <numerusform>Faltan %n exportaciones por terminar. Si sale ahora, sus archivos no se escribirán.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Finish them, then quit</source>
        <translation>&amp;Terminarlas y salir</translation>
    </message>
    <message>
        <source>&amp;Cancel them and quit</source>
        <translation>&amp;Cancelarlas y salir</translation>
    </message>
    <message>
        <source>&amp;Stay</source>
        <translation>&amp;Quedarse</translation>
    </message>
    <message numerus="yes">
        <source>The program ended before %n export(s) were finished: %1. Export them again.</source>
        <translation>
            <numerusform>El programa terminó antes de completar %n exportación: %1. Vuelva a exportarla.</numerusform>
            <numerusform>El programa terminó antes de completar %n exportaciones: %1. Vuelva a exportarlas.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fb::ui::ExportPresetBar</name>
    <message>
        <source>Custom</source>
        <translation>Personalizado</translation>
    </message>
    <message>
        <source>Save export preset</source>
        <translation>Guardar preajuste de exportación</translation>
    </message>
    <message>
        <source>Rename export preset</source>
        <translation>Cambiar el nombre del preajuste</translation>
    </message>
    <message>
        <source>Name of the preset:</source>
        <translation>Nombre del preajuste:</translation>
    </message>
    <message>
        <source>There is already a preset called &quot;%1&quot;. Replace it?</source>
        <translation>Ya existe un preajuste llamado «%1». ¿Reemplazarlo?</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Reemplazar</translation>
    </message>
    <message>
        <source>There is already a preset called &quot;%1&quot;. Choose another name.</source>
        <translation>Ya existe un preajuste llamado «%1». Elija otro nombre.</translation>
    </message>
    <message>
        <source>Delete export preset</source>
        <translation>Eliminar preajuste de exportación</translation>
    </message>
    <message>
        <source>Delete the preset &quot;%1&quot;? This cannot be undone.</source>
        <translation>¿Eliminar el preajuste «%1»? No se puede deshacer.</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Eliminar</translation>
    </message>
    <message>
        <source>Export preset</source>
        <translation>Preajuste de exportación</translation>
    </message>
    <message>
        <source>Sets format, quality, size and frame rate at once</source>
        <translation>Ajusta de una vez el formato, la calidad, el tamaño y la cadencia</translation>
    </message>
    <message>
        <source>Manage export presets</source>
        <translation>Administrar los preajustes de exportación</translation>
    </message>
    <message>
        <source>Save these values as a preset, rename or delete one</source>
        <translation>Guardar estos valores como preajuste, cambiar el nombre de uno o eliminarlo</translation>
    </message>
    <message>
        <source>&amp;Save as preset…</source>
        <translation>&amp;Guardar como preajuste…</translation>
    </message>
    <message>
        <source>&amp;Rename preset…</source>
        <translation>Cambiar el &amp;nombre…</translation>
    </message>
    <message>
        <source>&amp;Delete preset…</source>
        <translation>&amp;Eliminar preajuste…</translation>
    </message>
</context>
<context>
    <name>fb::ui::ExportPresetStore</name>
    <message>
        <source>Your export presets could not be read from %1, and the file cannot be moved. They will not be saved.</source>
        <translation>No se pudieron leer sus preajustes de exportación de %1, y el archivo no se puede mover. No se guardarán.</translation>
    </message>
    <message>
        <source>Your export presets could not be read from %1. The file was kept as %2, and a new one was started.</source>
        <translation>No se pudieron leer sus preajustes de exportación de %1. El archivo se conservó como %2 y se empezó uno nuevo.</translation>
    </message>
</context>
<context>
    <name>fb::ui::ExportSession</name>
    <message>
        <source>The engine is not ready yet.</source>
        <translation>El motor aún no está abierto.</translation>
    </message>
    <message>
        <source>There is too little memory for this clip.</source>
        <translation>No hay memoria suficiente para este clip.</translation>
    </message>
</context>
<context>
    <name>fb::ui::FileWords</name>
    <message>
        <source>%1 was saved by a newer version of this program. It is left untouched: what can be read of it is offered, and changes are not saved.</source>
        <translation>Una versión más reciente de este programa guardó %1. El archivo no se modifica: se ofrece lo que se puede leer de él y los cambios no se guardan.</translation>
    </message>
</context>
<context>
    <name>fb::ui::FoldedFiles</name>
    <message>
        <source>%1: %2, incomplete</source>
        <translation>%1: %2, incompleto</translation>
    </message>
    <message numerus="yes">
        <source>%n LoRA(s)</source>
        <translation>
            <numerusform>%n LoRA</numerusform>
            <numerusform>%n LoRA</numerusform>
        </translation>
    </message>
    <message>
        <source>Not parts of a pair: add them in the prompt panel, under LoRAs</source>
        <translation>No forman parte de un par: añádalas en el panel del prompt, en LoRA</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) cannot be used</source>
        <translation>
            <numerusform>%n archivo no se puede usar</numerusform>
            <numerusform>%n archivos no se pueden usar</numerusform>
        </translation>
    </message>
    <message>
        <source>What each of them is, or what is wrong with it</source>
        <translation>Qué es cada uno o qué le ocurre</translation>
    </message>
</context>
<context>
    <name>fb::ui::FolderEdit</name>
    <message>
        <source>Choose folder</source>
        <translation>Elegir carpeta</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>Elegir carpeta…</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Abrir carpeta</translation>
    </message>
    <message>
        <source>Open the folder in the file manager</source>
        <translation>Abrir la carpeta en el gestor de archivos</translation>
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
        <translation>Trabajo, como parte del modelo grande</translation>
    </message>
    <message>
        <source>Sameness</source>
        <translation>Igualdad</translation>
    </message>
    <message>
        <source>Work and sameness of the candidates</source>
        <translation>Trabajo e igualdad de los candidatos</translation>
    </message>
    <message>
        <source>Arrow keys choose a candidate, the cheapest first.</source>
        <translation>Las teclas de flecha eligen un candidato, primero el más barato.</translation>
    </message>
</context>
<context>
    <name>fb::ui::FullScreenView</name>
    <message>
        <source>Clip in full screen</source>
        <translation>Clip a pantalla completa</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>Fotograma</translation>
    </message>
    <message>
        <source>Drag to go to a frame</source>
        <translation>Arrastre hasta cualquier fotograma</translation>
    </message>
</context>
<context>
    <name>fb::ui::GenerationSession</name>
    <message>
        <source>The engine is not ready yet.</source>
        <translation>El motor aún no está abierto.</translation>
    </message>
</context>
<context>
    <name>fb::ui::HelpWindow</name>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>Buscar en la ayuda</translation>
    </message>
    <message>
        <source>Lists the pages that contain this text; Enter goes to the next match</source>
        <translation>Muestra las páginas que contienen este texto; Intro va de un lugar al siguiente</translation>
    </message>
    <message>
        <source>Help pages</source>
        <translation>Páginas de ayuda</translation>
    </message>
    <message>
        <source>Help text</source>
        <translation>Texto de ayuda</translation>
    </message>
    <message>
        <source>No page contains this text.</source>
        <translation>Ninguna página contiene este texto.</translation>
    </message>
</context>
<context>
    <name>fb::ui::HistoryBadge</name>
    <message>
        <source>History · %1</source>
        <translation>Historial · %1</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
</context>
<context>
    <name>fb::ui::HistoryModel</name>
    <message>
        <source>reference · %1</source>
        <translation>referencia · %1</translation>
    </message>
    <message>
        <source>Reference: the large model alone</source>
        <translation>Referencia: solo el modelo grande</translation>
    </message>
    <message>
        <source>SSIM to its reference, the clip of the large model alone: %1 (1: the same)</source>
        <translation>SSIM con su referencia, el clip del modelo grande solo: %1 (1: igual)</translation>
    </message>
    <message>
        <source>SSIM to LLL %1 · %2</source>
        <comment>0.952, LSL 40/20</comment>
        <translation>SSIM con LLL %1 · %2</translation>
    </message>
</context>
<context>
    <name>fb::ui::HistoryPanel</name>
    <message>
        <source>Search prompts and names</source>
        <translation>Buscar prompts y nombres</translation>
    </message>
    <message>
        <source>Search the history</source>
        <translation>Buscar en el historial</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>Restore the deleted clips</source>
        <translation>Conservar los clips eliminados</translation>
    </message>
    <message>
        <source>Finished clips appear here.
Double-click one to load its settings.</source>
        <translation>Aquí se reúnen los clips terminados.
Haga doble clic en uno para recuperar sus ajustes.</translation>
    </message>
    <message>
        <source>No clip matches &quot;%1&quot;.</source>
        <translation>Ningún clip coincide con «%1».</translation>
    </message>
    <message>
        <source>&amp;Load settings</source>
        <translation>&amp;Cargar ajustes</translation>
    </message>
    <message>
        <source>Re-run with other &amp;boundaries</source>
        <translation>Repetir con otros &amp;límites</translation>
    </message>
    <message>
        <source>&amp;Open clip</source>
        <translation>A&amp;brir clip</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportar…</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>&amp;Comparar</translation>
    </message>
    <message>
        <source>Show in &amp;folder</source>
        <translation>Mostrar en la car&amp;peta</translation>
    </message>
    <message>
        <source>Copy &amp;seed</source>
        <translation>Copiar &amp;semilla</translation>
    </message>
    <message>
        <source>Copy &amp;prompt</source>
        <translation>Copiar pr&amp;ompt</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>Cambiar &amp;nombre</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Eliminar</translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s) deleted</source>
        <translation>
            <numerusform>%n clip eliminado</numerusform>
            <numerusform>%n clips eliminados</numerusform>
        </translation>
    </message>
    <message>
        <source>Starred clips only</source>
        <translation>Solo clips con estrella</translation>
    </message>
    <message>
        <source>Show only the clips that have a star. Click a clip&apos;s star, or press S, to set it</source>
        <translation>Muestra solo los clips con estrella. Pulse la estrella de un clip, o la tecla S, para ponerla</translation>
    </message>
    <message>
        <source>Large images</source>
        <translation>Imágenes grandes</translation>
    </message>
    <message>
        <source>Show large images side by side instead of a list</source>
        <translation>Muestra imágenes grandes en cuadrícula en lugar de una lista</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>No clip has a star yet.
Click the star of a clip, or press S on it.</source>
        <translation>Ningún clip tiene estrella todavía.
Pulse la estrella de un clip o la tecla S sobre él.</translation>
    </message>
    <message>
        <source>Remove s&amp;tar</source>
        <translation>Qui&amp;tar estrella</translation>
    </message>
    <message>
        <source>S&amp;tar</source>
        <translation>Poner es&amp;trella</translation>
    </message>
    <message>
        <source>Branch from th&amp;is clip</source>
        <translation>Ramificar desde este cl&amp;ip</translation>
    </message>
    <message>
        <source>Looking for the steps that are kept…</source>
        <translation>Buscando los pasos guardados…</translation>
    </message>
    <message>
        <source>A probe keeps no steps.</source>
        <translation>Un sondeo no guarda pasos.</translation>
    </message>
    <message>
        <source>After step %1 of %2</source>
        <translation>Tras el paso %1 de %2</translation>
    </message>
    <message>
        <source>Make another clip that takes over the first steps of this one</source>
        <translation>Crear otro clip que toma los primeros pasos de este</translation>
    </message>
    <message>
        <source>probe · %1</source>
        <translation>sondeo · %1</translation>
    </message>
    <message>
        <source>Shows the clips whose prompt, name or tags contain every word</source>
        <translation>Muestra los clips cuyo prompt, nombre o etiquetas contienen todas las palabras</translation>
    </message>
    <message>
        <source>Filter the history</source>
        <translation>Filtrar el historial</translation>
    </message>
    <message>
        <source>Show only the clips of one pair, schedule or tag</source>
        <translation>Mostrar solo los clips de un par, un plan o una etiqueta</translation>
    </message>
    <message>
        <source>No clip matches the filters.
The filter button above can clear them.</source>
        <translation>Ningún clip coincide con los filtros.
El botón de filtro de arriba puede quitarlos.</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Delete %n clip(s)</source>
        <translation>
            <numerusform>&amp;Eliminar %n clip</numerusform>
            <numerusform>&amp;Eliminar %n clips</numerusform>
        </translation>
    </message>
    <message>
        <source>Ta&amp;gs</source>
        <translation>Eti&amp;quetas</translation>
    </message>
    <message>
        <source>&amp;New tag…</source>
        <translation>&amp;Nueva etiqueta…</translation>
    </message>
    <message>
        <source>Tag clips</source>
        <translation>Etiquetar clips</translation>
    </message>
    <message numerus="yes">
        <source>Tags for %n clip(s), separated by commas:</source>
        <translation>
            <numerusform>Etiquetas para %n clip, separadas por comas:</numerusform>
            <numerusform>Etiquetas para %n clips, separadas por comas:</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Pair</source>
        <translation>&amp;Par</translation>
    </message>
    <message>
        <source>All pairs</source>
        <translation>Todos los pares</translation>
    </message>
    <message>
        <source>&amp;Schedule</source>
        <translation>P&amp;lan</translation>
    </message>
    <message>
        <source>All schedules</source>
        <translation>Todos los planes</translation>
    </message>
    <message>
        <source>&amp;Tag</source>
        <translation>E&amp;tiqueta</translation>
    </message>
    <message>
        <source>All tags</source>
        <translation>Todas las etiquetas</translation>
    </message>
    <message>
        <source>&amp;Clear filters</source>
        <translation>&amp;Quitar filtros</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Export %n clip(s)…</source>
        <translation>
            <numerusform>&amp;Exportar %n clip…</numerusform>
            <numerusform>&amp;Exportar %n clips…</numerusform>
        </translation>
    </message>
    <message>
        <source>Two to four clips can be compared, and no probes.</source>
        <translation>Se pueden comparar de dos a cuatro clips, pero no sondeos.</translation>
    </message>
    <message>
        <source>Show r&amp;un folder</source>
        <translation>Mostrar la carpeta de la e&amp;jecución</translation>
    </message>
    <message>
        <source>Play &amp;video in another program</source>
        <translation>Reproducir el &amp;vídeo en otro programa</translation>
    </message>
    <message>
        <source>Cop&amp;y video</source>
        <translation>Copiar el ví&amp;deo</translation>
    </message>
    <message>
        <source>This clip was not saved as a video by itself. Export makes one.</source>
        <translation>Este clip no se guardó automáticamente como vídeo. Con «Exportar» se crea uno.</translation>
    </message>
    <message numerus="yes">
        <source>Cop&amp;y %n video(s)</source>
        <translation>
            <numerusform>Copiar %n ví&amp;deo</numerusform>
            <numerusform>Copiar %n ví&amp;deos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fb::ui::HistoryPresenter</name>
    <message>
        <source>Drag the stage boundaries and press Generate.</source>
        <translation>Arrastre los límites de etapa y pulse Generar.</translation>
    </message>
    <message>
        <source>Settings loaded, with the seed locked: unlock it for another clip.</source>
        <translation>Ajustes cargados, con la semilla fijada: ábrala para obtener otro clip.</translation>
    </message>
    <message numerus="yes">
        <source>%n video(s) have been moved or changed since they were saved, among them %1. Put them back, or export the clips again.</source>
        <translation>
            <numerusform>%n vídeo se ha movido o modificado desde que se guardó: %1. Vuelva a ponerlo en su sitio o exporte el clip de nuevo.</numerusform>
            <numerusform>%n vídeos se han movido o modificado desde que se guardaron, entre ellos %1. Vuelva a ponerlos en su sitio o exporte los clips de nuevo.</numerusform>
        </translation>
    </message>
    <message>
        <source>The video %1 has been moved or changed since it was saved. Put it back, or export the clip again.</source>
        <translation>El vídeo %1 se ha movido o modificado desde que se guardó. Vuelva a ponerlo en su sitio o exporte el clip de nuevo.</translation>
    </message>
    <message numerus="yes">
        <source>%n video(s) copied; paste into a folder, a message or another program.</source>
        <translation>
            <numerusform>%n vídeo copiado; péguelo en una carpeta, un mensaje u otro programa.</numerusform>
            <numerusform>%n vídeos copiados; péguelos en una carpeta, un mensaje u otro programa.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fb::ui::ImageFiles</name>
    <message>
        <source>This file does not exist. Remove the image, or put the file back.</source>
        <translation>Este archivo no está. Quítelo de aquí o devuélvalo a su sitio.</translation>
    </message>
    <message>
        <source>This file cannot be read as an image: %1</source>
        <translation>Este archivo no se puede leer como imagen: %1</translation>
    </message>
    <message>
        <source>This file contains no image.</source>
        <translation>Este archivo no contiene ninguna imagen.</translation>
    </message>
    <message>
        <source>it contains no pixels</source>
        <translation>no contiene píxeles</translation>
    </message>
    <message>
        <source>The image could not be saved as %1: %2</source>
        <translation>No se pudo guardar la imagen como %1: %2</translation>
    </message>
</context>
<context>
    <name>fb::ui::ImageList</name>
    <message>
        <source>The clip is now too short for the position of %1, so it was moved to the last frame.</source>
        <translation>El clip termina antes de la posición de %1, que ha pasado al último fotograma que hay.</translation>
    </message>
    <message>
        <source>The images were left out: this pair makes clips from text only.</source>
        <translation>Las imágenes se omiten: este par hace clips solo a partir de texto.</translation>
    </message>
    <message>
        <source>Only the first image was added: this pair accepts only one.</source>
        <translation>Solo se ha tomado la primera imagen: este par no admite más de una.</translation>
    </message>
    <message>
        <source>An image cannot be placed at frame %1, so %2 was moved to the nearest possible frame.</source>
        <translation>En el fotograma %1 del clip no puede haber una imagen; %2 ha pasado al más cercano posible.</translation>
    </message>
    <message>
        <source>%1 is not an image. PNG, JPEG, WebP, BMP and TIFF files can be used.</source>
        <translation>%1 no es una imagen. Se admiten archivos PNG, JPEG, WebP, BMP y TIFF.</translation>
    </message>
    <message>
        <source>Choose the first frame</source>
        <translation>Elegir el primer fotograma</translation>
    </message>
    <message>
        <source>Choose images</source>
        <translation>Elegir imágenes</translation>
    </message>
    <message>
        <source>Images (*.png *.jpg *.jpeg *.webp *.bmp *.tif *.tiff);;All files (*)</source>
        <translation>Imágenes (*.png *.jpg *.jpeg *.webp *.bmp *.tif *.tiff);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>There is no image on the clipboard.</source>
        <translation>No hay ninguna imagen en el portapapeles.</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Imágenes</translation>
    </message>
    <message>
        <source>Add an image</source>
        <translation>Añadir una imagen</translation>
    </message>
    <message>
        <source>Choose images that the clip should pass through</source>
        <translation>Elegir imágenes por las que debe pasar el clip</translation>
    </message>
    <message>
        <source>Paste an image</source>
        <translation>Pegar una imagen</translation>
    </message>
    <message>
        <source>Add the copied image, such as a frame of a clip</source>
        <translation>Tomar la última imagen copiada, por ejemplo un fotograma de un clip</translation>
    </message>
    <message>
        <source>Drop an image here, paste one, or choose a file</source>
        <translation>Suelte aquí una imagen, péguela o elija un archivo</translation>
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
        <translation>Imagen %1</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Quitar %1</translation>
    </message>
    <message>
        <source>The clip will no longer pass through it; the file is not deleted.</source>
        <translation>El clip ya no pasa por ella; el archivo se queda donde está.</translation>
    </message>
    <message>
        <source>First frame</source>
        <translation>Primer fotograma</translation>
    </message>
    <message>
        <source>Last frame</source>
        <translation>Último fotograma</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>Fotograma</translation>
    </message>
    <message>
        <source>Position of %1 in the clip</source>
        <translation>Posición de %1 en el clip</translation>
    </message>
    <message>
        <source>Where in the clip the image appears</source>
        <translation>En qué punto del clip está la imagen</translation>
    </message>
    <message>
        <source>Frame of %1</source>
        <translation>Fotograma de %1</translation>
    </message>
    <message>
        <source>The frame that shows the image: a multiple of %1.</source>
        <translation>El fotograma que muestra la imagen: un múltiplo de %1.</translation>
    </message>
    <message>
        <source> %</source>
        <comment>after the number of the strength</comment>
        <translation>&#xa0;%</translation>
    </message>
    <message>
        <source>Strength of %1</source>
        <translation>Intensidad de %1</translation>
    </message>
    <message>
        <source>100 % keeps the image as it is; lower values let the model change it.</source>
        <translation>Con 100&#xa0;% la imagen se mantiene tal cual; con menos, el modelo tiene margen para cambiarla.</translation>
    </message>
    <message>
        <source>Problem with %1</source>
        <translation>Problema con %1</translation>
    </message>
</context>
<context>
    <name>fb::ui::InputSentences</name>
    <message>
        <source>large model</source>
        <translation>modelo grande</translation>
    </message>
    <message>
        <source>small model</source>
        <translation>modelo pequeño</translation>
    </message>
    <message>
        <source>text encoder</source>
        <translation>codificador de texto</translation>
    </message>
    <message>
        <source>tokenizer</source>
        <translation>tokenizador</translation>
    </message>
    <message>
        <source>VAE</source>
        <translation>VAE</translation>
    </message>
    <message>
        <source>image encoder</source>
        <translation>codificador de imágenes</translation>
    </message>
    <message>
        <source>latent upsampler</source>
        <translation>escalador de latentes</translation>
    </message>
    <message>
        <source>image</source>
        <translation>imagen</translation>
    </message>
    <message>
        <source>Changed since the run began: the settings in %1.</source>
        <translation>Cambiado desde el inicio de la ejecución: los ajustes de %1.</translation>
    </message>
    <message>
        <source>No longer found: %1 (%2).</source>
        <translation>Ya no se encuentra: %1 (%2).</translation>
    </message>
    <message>
        <source>Changed since the run began: %1 (%2).</source>
        <translation>Cambiado desde el inicio de la ejecución: %1 (%2).</translation>
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
        <translation>Continuar con los archivos actuales</translation>
    </message>
    <message>
        <source>Locate models…</source>
        <translation>Localizar modelos…</translation>
    </message>
    <message>
        <source>Continue with other files?</source>
        <translation>¿Continuar con otros archivos?</translation>
    </message>
    <message>
        <source>%1

The clip will differ from the one that the run would have made.</source>
        <translation>%1

El clip ya no será el que se empezó.</translation>
    </message>
    <message>
        <source>&amp;Continue with the current files</source>
        <translation>&amp;Continuar con los archivos actuales</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>Ca&amp;ncelar</translation>
    </message>
    <message>
        <source>Locate models</source>
        <translation>Localizar modelos</translation>
    </message>
    <message>
        <source>Looking for the models in %1…</source>
        <translation>Buscando los modelos en %1…</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot continue. %2 Put it back and continue the run from the queue.</source>
        <translation>«%1» no puede continuar. %2 Vuelva a ponerlo en su sitio y continúe la ejecución desde la cola.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot continue. %2</source>
        <translation>«%1» no puede continuar. %2</translation>
    </message>
</context>
<context>
    <name>fb::ui::KeptFile</name>
    <message>
        <source>%1 cannot be read at the moment: %2. The file is left untouched and will be read as soon as possible; until then, changes are kept in memory.</source>
        <translation>%1 no se puede leer ahora: %2. El archivo queda como está y se leerá en cuanto eso pase; lo nuevo se guarda en memoria hasta entonces.</translation>
    </message>
    <message>
        <source>%1 cannot be written at the moment: %2. Changes are kept in memory and will be saved as soon as possible.</source>
        <translation>%1 no se puede escribir ahora: %2. Lo nuevo se conserva en memoria y se guardará en cuanto eso pase.</translation>
    </message>
</context>
<context>
    <name>fb::ui::LabPresenter</name>
    <message>
        <source>The boundaries are measured.</source>
        <translation>Los límites están medidos.</translation>
    </message>
    <message>
        <source>Finding boundaries</source>
        <translation>Búsqueda de límites</translation>
    </message>
    <message>
        <source>The boundaries could not be measured.</source>
        <translation>No se pudieron medir los límites.</translation>
    </message>
    <message>
        <source>Choose measured boundaries</source>
        <comment>undo</comment>
        <translation>Elegir límites medidos</translation>
    </message>
    <message>
        <source>Finding boundaries was interrupted. Everything measured is kept.</source>
        <translation>La búsqueda de límites se interrumpió. Se conserva todo lo medido.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
</context>
<context>
    <name>fb::ui::LabWindow</name>
    <message>
        <source>Clip %1 of %2</source>
        <translation>Clip %1 de %2</translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>paso %1 de %2</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>quedan %1</translation>
    </message>
    <message>
        <source>Waits for the clip that is being generated.</source>
        <translation>Espera al clip que se está generando.</translation>
    </message>
    <message>
        <source>%1. The queue waits.</source>
        <translation>%1. La cola espera.</translation>
    </message>
    <message>
        <source>Pausing after the current block; everything is kept.</source>
        <translation>Se pausará tras el bloque actual; se conserva todo.</translation>
    </message>
    <message>
        <source>Pau&amp;se</source>
        <translation>Pau&amp;sar</translation>
    </message>
    <message>
        <source>C&amp;ontinue</source>
        <translation>C&amp;ontinuar</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Iniciar</translation>
    </message>
    <message>
        <source>Everything measured is kept; it can be continued at any time</source>
        <translation>Se conserva todo lo medido; se puede continuar en cualquier momento</translation>
    </message>
    <message>
        <source>Measure; the queue waits meanwhile</source>
        <translation>Medir; mientras tanto, la cola espera</translation>
    </message>
    <message>
        <source>Find Boundaries</source>
        <translation>Buscar límites</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Medir</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Resultados</translation>
    </message>
    <message>
        <source>Progress of the measurement</source>
        <translation>Progreso de la medición</translation>
    </message>
    <message>
        <source>Clips are being compared again</source>
        <translation>Los clips se están comparando de nuevo</translation>
    </message>
    <message>
        <source>decoding</source>
        <translation>decodificando</translation>
    </message>
</context>
<context>
    <name>fb::ui::LogViewer</name>
    <message>
        <source>The report was copied to the clipboard.</source>
        <translation>El informe está en el portapapeles.</translation>
    </message>
    <message>
        <source>Save the log</source>
        <translation>Guardar el registro</translation>
    </message>
    <message>
        <source>Text files (*.txt *.log)</source>
        <translation>Archivos de texto (*.txt *.log)</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>No se pudo escribir %1: %2</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Guardado como %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s)</source>
        <translation>
            <numerusform>%Ln línea</numerusform>
            <numerusform>%Ln líneas</numerusform>
        </translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>&amp;Mostrar</translation>
    </message>
    <message>
        <source>All messages</source>
        <translation>Todos los mensajes</translation>
    </message>
    <message>
        <source>All except debug messages</source>
        <translation>Todos salvo los de depuración</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>Avisos y errores</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Errores</translation>
    </message>
    <message>
        <source>Lowest level shown</source>
        <translation>Nivel mínimo mostrado</translation>
    </message>
    <message>
        <source>Hides less important messages</source>
        <translation>Oculta los mensajes menos importantes</translation>
    </message>
    <message>
        <source>Search the log</source>
        <translation>Buscar en el registro</translation>
    </message>
    <message>
        <source>Shows only the lines that contain this text</source>
        <translation>Muestra solo las líneas que contienen este texto</translation>
    </message>
    <message>
        <source>&amp;Follow</source>
        <translation>&amp;Seguir</translation>
    </message>
    <message>
        <source>Keeps the newest line in view</source>
        <translation>Mantiene a la vista la línea más reciente</translation>
    </message>
    <message>
        <source>Log lines</source>
        <translation>Líneas del registro</translation>
    </message>
    <message>
        <source>Copy for &amp;bug report</source>
        <translation>Copiar para &amp;informe de error</translation>
    </message>
    <message>
        <source>Copies version, system, devices and the last 200 lines; read it before you send it</source>
        <translation>Copia versión, sistema, dispositivos y las últimas 200 líneas; léalo antes de enviarlo</translation>
    </message>
    <message>
        <source>Sa&amp;ve…</source>
        <translation>&amp;Guardar…</translation>
    </message>
    <message>
        <source>Writes the same report to a text file</source>
        <translation>Escribe el mismo informe en un archivo de texto</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Cerrar</translation>
    </message>
    <message>
        <source>Include &amp;prompts</source>
        <translation>Incluir &amp;prompts</translation>
    </message>
    <message>
        <source>Include prompts in the report</source>
        <translation>Incluir los prompts en el informe</translation>
    </message>
    <message>
        <source>Adds your newest prompts to the report. Without this, prompts are also taken out of its lines.</source>
        <translation>Añade sus prompts más recientes al informe. Si no se marca, los prompts también se eliminan de sus líneas.</translation>
    </message>
    <message>
        <source>&amp;Copy the lines chosen</source>
        <translation>&amp;Copiar las líneas elegidas</translation>
    </message>
</context>
<context>
    <name>fb::ui::LoraList</name>
    <message>
        <source>Choose LoRAs</source>
        <translation>Elegir LoRA</translation>
    </message>
    <message>
        <source>LoRAs (*.safetensors);;All files (*)</source>
        <translation>LoRA (*.safetensors);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>LoRAs</source>
        <translation>LoRA</translation>
    </message>
    <message>
        <source>Add a LoRA</source>
        <translation>Añadir una LoRA</translation>
    </message>
    <message>
        <source>Choose files that change one of the models, such as a style or fewer steps</source>
        <translation>Elegir archivos que modifican uno de los modelos, por ejemplo para un estilo o menos pasos</translation>
    </message>
    <message>
        <source>Drop LoRAs here</source>
        <translation>Suelte aquí las LoRA</translation>
    </message>
</context>
<context>
    <name>fb::ui::LoraRow</name>
    <message>
        <source>%1: %2 of %3 layers</source>
        <translation>%1: %2 de %3 capas</translation>
    </message>
    <message>
        <source>rank %1</source>
        <translation>rango %1</translation>
    </message>
    <message>
        <source>alpha %1</source>
        <translation>alfa %1</translation>
    </message>
    <message>
        <source>no alpha: scale 1</source>
        <translation>sin alfa: escala 1</translation>
    </message>
    <message>
        <source>Layers that the model does not have:</source>
        <translation>Capas que el modelo no tiene:</translation>
    </message>
    <message>
        <source>LoRA %1</source>
        <translation>LoRA %1</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Quitar %1</translation>
    </message>
    <message>
        <source>The models will no longer use it; the file is not deleted.</source>
        <translation>Los modelos dejarán de usarla; el archivo no se elimina.</translation>
    </message>
    <message>
        <source>Target of %1</source>
        <translation>Destino de %1</translation>
    </message>
    <message>
        <source>The model that it changes; early and late stage: the large model, in that stage only</source>
        <translation>El modelo que modifica; etapa inicial y final: el modelo grande, solo en esa etapa</translation>
    </message>
    <message>
        <source>Strength of %1</source>
        <translation>Intensidad de %1</translation>
    </message>
    <message>
        <source>How strongly it changes the model: 1 as it was trained, 0 not at all</source>
        <translation>Cuánto modifica el modelo: 1 como se entrenó, 0 nada</translation>
    </message>
    <message>
        <source>What %1 does</source>
        <translation>Qué hace %1</translation>
    </message>
    <message>
        <source>%1 of them in the text encoder</source>
        <translation>%1 de ellas en el codificador de texto</translation>
    </message>
</context>
<context>
    <name>fb::ui::MainWindow</name>
    <message>
        <source>The engine</source>
        <translation>El motor</translation>
    </message>
    <message>
        <source>FlowBlending Studio</source>
        <translation>FlowBlending Studio</translation>
    </message>
    <message>
        <source>Pair of models</source>
        <translation>Par de modelos</translation>
    </message>
    <message>
        <source>The large and the small model that share the sampling</source>
        <translation>El modelo grande y el pequeño que comparten el muestreo</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Cola</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>Etapas</translation>
    </message>
    <message>
        <source>Pa&amp;ir</source>
        <translation>&amp;Par</translation>
    </message>
    <message>
        <source>More toolbar buttons</source>
        <translation>Más de la barra de herramientas</translation>
    </message>
    <message>
        <source>The queue and history can be saved again.</source>
        <translation>La cola y el historial se guardan de nuevo.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>%1 can be saved again.</source>
        <translation>%1 se guarda de nuevo.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; follows the settings of its folder: %2. Models › Models and pairs also lists them.</source>
        <translation>«%1» sigue los ajustes de su carpeta: %2. También figuran en Modelos › Modelos y pares.</translation>
    </message>
    <message>
        <source>The program ended unexpectedly last time: %1. Queue and history are kept.</source>
        <translation>La última vez, el programa terminó de forma inesperada: %1. La cola y el historial se conservan.</translation>
    </message>
    <message>
        <source>The preset &quot;%1&quot; was deleted.</source>
        <translation>Se eliminó el preajuste «%1».</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>%1 holds no presets that this version can read.</source>
        <translation>%1 no contiene preajustes que esta versión pueda leer.</translation>
    </message>
    <message>
        <source>Presets added: %1</source>
        <translation>Preajustes añadidos: %1</translation>
    </message>
</context>
<context>
    <name>fb::ui::MemoryBar</name>
    <message>
        <source>Memory for the next run</source>
        <translation>Memoria que usará la próxima ejecución</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Codificación</translation>
    </message>
    <message>
        <source>Early</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Middle</source>
        <translation>Medio</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Final</translation>
    </message>
    <message>
        <source>Decoding</source>
        <translation>Decodificación</translation>
    </message>
    <message>
        <source>Next run on %1: %2 of %3 available</source>
        <translation>Próxima ejecución en %1: se pueden usar %2 de %3</translation>
    </message>
    <message>
        <source>%1 used by other programs</source>
        <translation>%1 los ocupan otros programas</translation>
    </message>
    <message>
        <source>%1: %2, weights %3</source>
        <translation>%1: %2, pesos %3</translation>
    </message>
    <message>
        <source>Frames are decoded in tiles, because they do not fit whole</source>
        <translation>Los fotogramas se decodifican por mosaicos porque no caben enteros</translation>
    </message>
    <message>
        <source>Streamed: %1 of %2 blocks of the %3 stay on the device</source>
        <translation>En flujo (%3): %1 de %2 bloques se quedan en el dispositivo</translation>
    </message>
    <message>
        <source>large model</source>
        <translation>modelo grande</translation>
    </message>
    <message>
        <source>small model</source>
        <translation>modelo pequeño</translation>
    </message>
    <message>
        <source>text encoder</source>
        <translation>codificador de texto</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vista previa</translation>
    </message>
    <message>
        <source>%1: %2 as measured, weights %3</source>
        <translation>%1: %2 (medido), pesos %3</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Imágenes</translation>
    </message>
    <message>
        <source>Upsampling</source>
        <translation>Ampliación</translation>
    </message>
    <message>
        <source>Next run does not fit: %1 of %2</source>
        <translation>La próxima ejecución no cabe: %1 de %2</translation>
    </message>
    <message>
        <source>Next run: %1 of %2, streamed</source>
        <translation>Próxima ejecución: %1 de %2, por partes</translation>
    </message>
    <message>
        <source>Next run: %1 of %2</source>
        <translation>Próxima ejecución: %1 de %2</translation>
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
        <translation>medido</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>pesos</translation>
    </message>
    <message>
        <source>working memory</source>
        <translation>memoria de trabajo</translation>
    </message>
    <message>
        <source>other programs</source>
        <translation>otros programas</translation>
    </message>
    <message>
        <source>limit: %1</source>
        <translation>límite: %1</translation>
    </message>
</context>
<context>
    <name>fb::ui::ModelsPage</name>
    <message>
        <source>Models and pairs</source>
        <translation>Modelos y pares</translation>
    </message>
    <message>
        <source>&amp;Pairs</source>
        <translation>&amp;Pares</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>Pares</translation>
    </message>
    <message>
        <source>Double-click a pair to use it</source>
        <translation>Haga doble clic en un par para usarlo</translation>
    </message>
    <message>
        <source>For&amp;get</source>
        <translation>Olvida&amp;r</translation>
    </message>
    <message>
        <source>Forget this pair</source>
        <translation>Olvidar este par</translation>
    </message>
    <message>
        <source>Removes the pair from this list; its files are not deleted</source>
        <translation>Quita el par de esta lista; sus archivos se quedan donde están</translation>
    </message>
    <message>
        <source>Use this pair</source>
        <translation>Usar este par</translation>
    </message>
    <message>
        <source>The next runs will use it</source>
        <translation>Las próximas ejecuciones se harán con él</translation>
    </message>
    <message>
        <source>Model files</source>
        <translation>Archivos de modelos</translation>
    </message>
    <message>
        <source>Add &amp;files…</source>
        <translation>Añadir &amp;archivos…</translation>
    </message>
    <message>
        <source>Add model files</source>
        <translation>Añadir archivos de modelos</translation>
    </message>
    <message>
        <source>Checkpoints (.safetensors, .gguf), their indexes, tokenizers, or pair documents (.json)</source>
        <translation>Checkpoints (.safetensors, .gguf), sus índices, tokenizadores o documentos de par (.json)</translation>
    </message>
    <message>
        <source>Add fol&amp;der…</source>
        <translation>Añadir &amp;carpeta…</translation>
    </message>
    <message>
        <source>Add a folder of models</source>
        <translation>Añadir una carpeta de modelos</translation>
    </message>
    <message>
        <source>A downloaded repository; its subfolders are searched too</source>
        <translation>Un repositorio descargado; también se buscan sus subcarpetas</translation>
    </message>
    <message>
        <source>Build a pair</source>
        <translation>Formar un par</translation>
    </message>
    <message>
        <source>&amp;Where to get them</source>
        <translation>&amp;Dónde obtenerlos</translation>
    </message>
    <message>
        <source>Where to get model files</source>
        <translation>Dónde obtener los archivos de modelos</translation>
    </message>
    <message>
        <source>Lists the public repositories and the files needed from them</source>
        <translation>Indica los repositorios públicos y qué archivos hacen falta</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>En uso</translation>
    </message>
    <message>
        <source>&amp;Use this pair</source>
        <translation>&amp;Usar este par</translation>
    </message>
    <message>
        <source>Comes with the program; small enough for any machine.</source>
        <translation>Viene con el programa; cabe en cualquier equipo.</translation>
    </message>
    <message>
        <source>Drop to add them</source>
        <translation>Suelte para añadirlos</translation>
    </message>
    <message>
        <source>Drop checkpoints here, or a whole downloaded folder.
Each is recognised by its content, not its name.</source>
        <translation>Suelte aquí checkpoints o toda una carpeta descargada.
Cada uno se reconoce por su contenido, sea cual sea su nombre.</translation>
    </message>
    <message>
        <source>%1 was added to the list of pairs.</source>
        <translation>%1 ya está en la lista de pares.</translation>
    </message>
    <message>
        <source>Models and pairs (*.safetensors *.gguf *.json *.model);;All files (*)</source>
        <translation>Modelos y pares (*.safetensors *.gguf *.json *.model);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Large: %1</source>
        <translation>Grande: %1</translation>
    </message>
    <message>
        <source>Small: %1</source>
        <translation>Pequeño: %1</translation>
    </message>
    <message>
        <source>Text encoder: %1</source>
        <translation>Codificador de texto: %1</translation>
    </message>
    <message>
        <source>Tokenizer: %1</source>
        <translation>Tokenizador: %1</translation>
    </message>
    <message>
        <source>VAE: inside the model</source>
        <translation>VAE: dentro del modelo</translation>
    </message>
    <message>
        <source>VAE: %1</source>
        <translation>VAE: %1</translation>
    </message>
    <message>
        <source>Image encoder: %1</source>
        <translation>Codificador de imágenes: %1</translation>
    </message>
    <message>
        <source>Latent upsampler: %1</source>
        <translation>Escalador de latentes: %1</translation>
    </message>
    <message>
        <source>Settings of its folder: %1</source>
        <translation>Ajustes de su carpeta: %1</translation>
    </message>
    <message>
        <source>Watch a folder of models</source>
        <translation>Vigilar una carpeta de modelos</translation>
    </message>
</context>
<context>
    <name>fb::ui::NoticeBar</name>
    <message>
        <source>Dismiss</source>
        <translation>Descartar</translation>
    </message>
</context>
<context>
    <name>fb::ui::OpenFolder</name>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>No program on this machine can open the folder. It is:
%1</source>
        <translation>Ningún programa de este equipo puede abrir la carpeta. Es:
%1</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Vídeo</translation>
    </message>
    <message>
        <source>No program on this machine can play the video. It is:
%1</source>
        <translation>Ningún programa de este equipo puede reproducir el vídeo. Es:
%1</translation>
    </message>
</context>
<context>
    <name>fb::ui::PairBuilder</name>
    <message>
        <source>&amp;Large model</source>
        <translation>Modelo &amp;grande</translation>
    </message>
    <message>
        <source>&amp;Small model</source>
        <translation>Modelo pe&amp;queño</translation>
    </message>
    <message>
        <source>&amp;Text encoder</source>
        <translation>Codificador de &amp;texto</translation>
    </message>
    <message>
        <source>T&amp;okenizer</source>
        <translation>T&amp;okenizador</translation>
    </message>
    <message>
        <source>&amp;VAE</source>
        <translation>&amp;VAE</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nombre</translation>
    </message>
    <message>
        <source>Large model</source>
        <translation>Modelo grande</translation>
    </message>
    <message>
        <source>Runs the first and the last steps, where the two models differ most</source>
        <translation>Ejecuta los primeros y los últimos pasos, donde más difieren los dos modelos</translation>
    </message>
    <message>
        <source>Small model</source>
        <translation>Modelo pequeño</translation>
    </message>
    <message>
        <source>Runs the steps in between; must be of the same family as the large one</source>
        <translation>Ejecuta los pasos intermedios; de la misma familia que el grande</translation>
    </message>
    <message>
        <source>Text encoder</source>
        <translation>Codificador de texto</translation>
    </message>
    <message>
        <source>Encodes the prompt for both models</source>
        <translation>Convierte el prompt en lo que leen ambos modelos</translation>
    </message>
    <message>
        <source>Tokenizer</source>
        <translation>Tokenizador</translation>
    </message>
    <message>
        <source>Splits the prompt into tokens; some single-file text encoders include it</source>
        <translation>Corta el prompt en piezas; los codificadores de un solo archivo pueden llevarlo dentro</translation>
    </message>
    <message>
        <source>VAE</source>
        <translation>VAE</translation>
    </message>
    <message>
        <source>Turns the finished latents into frames</source>
        <translation>Convierte los latentes terminados en fotogramas</translation>
    </message>
    <message>
        <source>Name of the pair</source>
        <translation>Nombre del par</translation>
    </message>
    <message>
        <source>The name shown in the list of pairs</source>
        <translation>El par aparece en la lista con este nombre</translation>
    </message>
    <message>
        <source>Build the pair</source>
        <translation>Formar el par</translation>
    </message>
    <message>
        <source>Checks that the parts fit together and saves them as a pair</source>
        <translation>Comprueba que las partes encajan y las recuerda como par</translation>
    </message>
    <message>
        <source>none added yet</source>
        <translation>aún no hay ninguno</translation>
    </message>
    <message>
        <source>a large model</source>
        <translation>un modelo grande</translation>
    </message>
    <message>
        <source>a small model</source>
        <translation>un modelo pequeño</translation>
    </message>
    <message>
        <source>a text encoder</source>
        <translation>un codificador de texto</translation>
    </message>
    <message>
        <source>a tokenizer</source>
        <translation>un tokenizador</translation>
    </message>
    <message>
        <source>a VAE</source>
        <translation>un VAE</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Comprobando…</translation>
    </message>
    <message>
        <source>&amp;Build pair</source>
        <translation>&amp;Formar par</translation>
    </message>
    <message>
        <source>Still missing: %1.</source>
        <translation>Falta por añadir: %1.</translation>
    </message>
    <message>
        <source>The large and the small model are the same; add a second transformer.</source>
        <translation>El modelo grande y el pequeño son el mismo; añada un segundo transformer.</translation>
    </message>
    <message>
        <source>The parts are checked against each other before the pair is saved.</source>
        <translation>Las partes se comprueban entre sí antes de guardar el par.</translation>
    </message>
    <message>
        <source>&amp;Image encoder</source>
        <translation>Codificador de &amp;imágenes</translation>
    </message>
    <message>
        <source>Image encoder</source>
        <translation>Codificador de imágenes</translation>
    </message>
    <message>
        <source>Reads the image that an image-to-video model starts from</source>
        <translation>Lee la imagen de la que parte un modelo de imagen a vídeo</translation>
    </message>
    <message>
        <source>an image encoder</source>
        <translation>un codificador de imágenes</translation>
    </message>
    <message>
        <source>Latent upsa&amp;mpler</source>
        <translation>Escalador de &amp;latentes</translation>
    </message>
    <message>
        <source>Latent upsampler</source>
        <translation>Escalador de latentes</translation>
    </message>
    <message>
        <source>Lets a run sample at half size first and refine at full size; optional</source>
        <translation>Permite que una ejecución muestree primero a mitad de tamaño y refine después a tamaño completo; los pares funcionan también sin él</translation>
    </message>
    <message>
        <source>WAN 2.1 has no small image-to-video model, so this pair runs every step with the large model alone.</source>
        <translation>WAN 2.1 no tiene un modelo pequeño de imagen a vídeo, así que este par ejecuta todos los pasos solo con el modelo grande.</translation>
    </message>
</context>
<context>
    <name>fb::ui::PairListModel</name>
    <message>
        <source>Comes with the program; small enough for any machine</source>
        <translation>Viene con el programa; cabe en cualquier equipo</translation>
    </message>
</context>
<context>
    <name>fb::ui::PaperWords</name>
    <message>
        <source>Proposed for a sameness of %1</source>
        <translation>Propuesto para una igualdad de %1</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>regla</translation>
    </message>
    <message>
        <source>boundaries</source>
        <translation>límites</translation>
    </message>
    <message>
        <source>work</source>
        <translation>trabajo</translation>
    </message>
    <message>
        <source>sameness</source>
        <translation>igualdad</translation>
    </message>
    <message>
        <source>90 % interval</source>
        <translation>intervalo del 90 %</translation>
    </message>
    <message>
        <source>Sameness and work by the two stages</source>
        <translation>Igualdad y trabajo según las dos etapas</translation>
    </message>
    <message>
        <source>Columns: large until this share of the steps; rows: large again for the last.</source>
        <translation>Columnas: grande hasta esta parte de los pasos; filas: grande de nuevo en los últimos.</translation>
    </message>
    <message>
        <source>Sameness over work</source>
        <translation>Igualdad frente al trabajo</translation>
    </message>
    <message>
        <source>Work, as a share of the large model&apos;s</source>
        <translation>Trabajo, como parte del que necesita el modelo grande</translation>
    </message>
    <message>
        <source>Squares are rivals, from which nothing is proposed: the large model alone with fewer steps, or guarded runs.</source>
        <translation>Los cuadrados son alternativas de las que no se propone nada: solo el modelo grande con menos pasos, o ejecuciones con guardia.</translation>
    </message>
    <message>
        <source>Clips</source>
        <translation>Clips</translation>
    </message>
    <message>
        <source>All candidates</source>
        <translation>Todos los candidatos</translation>
    </message>
    <message>
        <source>Sameness by each measure, and the mean distance.</source>
        <translation>Igualdad según cada medida, y la distancia media.</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>segundos</translation>
    </message>
    <message>
        <source>Settings and prompts</source>
        <translation>Ajustes y prompts</translation>
    </message>
    <message>
        <source>Boundaries of %1</source>
        <translation>Límites de %1</translation>
    </message>
    <message numerus="yes">
        <source>Measured on %n prompt(s).</source>
        <translation>
            <numerusform>Medido con %n prompt.</numerusform>
            <numerusform>Medido con %n prompts.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sameness by: %1. 1 is the large model&apos;s clip; 0 is as far from it as %2.</source>
        <translation>Igualdad según: %1. 1 es el clip del modelo grande; 0 está tan lejos de él como: %2.</translation>
    </message>
    <message>
        <source>Not all clips are decoded.</source>
        <translation>No todos los clips están decodificados.</translation>
    </message>
</context>
<context>
    <name>fb::ui::PlayField</name>
    <message>
        <source>Forwards and backwards</source>
        <translation>Ida y vuelta</translation>
    </message>
    <message>
        <source>After its last frame, the clip goes back to its second one, so that it can begin again</source>
        <translation>Tras el último fotograma, el clip retrocede hasta el segundo, para poder empezar de nuevo</translation>
    </message>
    <message>
        <source>Times: </source>
        <translation>Veces: </translation>
    </message>
    <message>
        <source>How often the clip is played in the file</source>
        <translation>Cuántas veces se reproduce el clip en el archivo</translation>
    </message>
</context>
<context>
    <name>fb::ui::PlayerActions</name>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pausar</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>Re&amp;producir</translation>
    </message>
    <message>
        <source>Stop at this frame</source>
        <translation>Detenerse en este fotograma</translation>
    </message>
    <message>
        <source>Play the clip</source>
        <translation>Reproducir el clip</translation>
    </message>
    <message>
        <source>Play &amp;backwards</source>
        <translation>Reproducir hacia &amp;atrás</translation>
    </message>
    <message>
        <source>Play backwards; press again to go faster, up to four times the speed</source>
        <translation>Reproducir hacia atrás; de nuevo: más rápido, hasta cuatro veces</translation>
    </message>
    <message>
        <source>&amp;Hold</source>
        <translation>&amp;Detener</translation>
    </message>
    <message>
        <source>Play &amp;forwards</source>
        <translation>Reproducir hacia ad&amp;elante</translation>
    </message>
    <message>
        <source>Play forwards; press again to go faster, up to four times the speed</source>
        <translation>Reproducir hacia adelante; de nuevo: más rápido, hasta cuatro veces</translation>
    </message>
    <message>
        <source>One frame b&amp;ack</source>
        <translation>Un fotograma a&amp;trás</translation>
    </message>
    <message>
        <source>Stop and show the frame before this one</source>
        <translation>Detenerse y mostrar el fotograma anterior</translation>
    </message>
    <message>
        <source>One frame f&amp;orward</source>
        <translation>Un fotograma ade&amp;lante</translation>
    </message>
    <message>
        <source>Stop and show the frame after this one</source>
        <translation>Detenerse y mostrar el fotograma siguiente</translation>
    </message>
    <message>
        <source>F&amp;irst frame</source>
        <translation>P&amp;rimer fotograma</translation>
    </message>
    <message>
        <source>Go to the first frame</source>
        <translation>Ir al primer fotograma</translation>
    </message>
    <message>
        <source>La&amp;st frame</source>
        <translation>Último foto&amp;grama</translation>
    </message>
    <message>
        <source>Go to the last frame</source>
        <translation>Ir al último fotograma</translation>
    </message>
    <message>
        <source>&amp;Loop</source>
        <translation>&amp;Bucle</translation>
    </message>
    <message>
        <source>Start over at the end</source>
        <translation>Volver a empezar al final</translation>
    </message>
    <message>
        <source>S&amp;mooth pixels</source>
        <translation>&amp;Suavizar píxeles</translation>
    </message>
    <message>
        <source>Smooth the pixels of an enlarged clip; otherwise each stays a sharp square</source>
        <translation>Suaviza los píxeles de un clip ampliado; si no, cada uno queda como un cuadrado nítido</translation>
    </message>
    <message>
        <source>Clip in f&amp;ull screen</source>
        <translation>Clip a pantalla &amp;completa</translation>
    </message>
    <message>
        <source>Fill the screen with the clip; Esc leaves</source>
        <translation>El clip llena la pantalla; Esc para salir</translation>
    </message>
    <message>
        <source>&amp;Copy frame</source>
        <translation>C&amp;opiar fotograma</translation>
    </message>
    <message>
        <source>Copy the frame shown to the clipboard</source>
        <translation>Copiar el fotograma mostrado al portapapeles</translation>
    </message>
    <message>
        <source>Sa&amp;ve frame as PNG…</source>
        <translation>Guardar fotograma como P&amp;NG…</translation>
    </message>
    <message>
        <source>Save the frame shown as an image, at the size of the clip</source>
        <translation>Guarda el fotograma mostrado como imagen, con el tamaño del clip</translation>
    </message>
    <message>
        <source>%1×</source>
        <translation>%1×</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Ajustar</translation>
    </message>
</context>
<context>
    <name>fb::ui::PresetBar</name>
    <message>
        <source>Custom</source>
        <translation>Personalizado</translation>
    </message>
    <message>
        <source>Pair&apos;s defaults</source>
        <translation>Valores del par</translation>
    </message>
    <message>
        <source>Save preset</source>
        <translation>Guardar preajuste</translation>
    </message>
    <message>
        <source>Name of the preset:</source>
        <translation>Nombre del preajuste:</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Preajuste</translation>
    </message>
    <message>
        <source>Manage presets</source>
        <translation>Gestionar preajustes</translation>
    </message>
    <message>
        <source>&amp;Save current as preset…</source>
        <translation>&amp;Guardar como preajuste…</translation>
    </message>
    <message>
        <source>&amp;Delete preset</source>
        <translation>&amp;Eliminar preajuste</translation>
    </message>
    <message>
        <source>Pre&amp;set</source>
        <translation>P&amp;reajuste</translation>
    </message>
    <message>
        <source>Sets size, length, steps, solver and shift at once, some also the stages and a cache. Prompt and seed are kept.</source>
        <translation>Fija tamaño, duración, pasos, solver y shift a la vez; algunos también las etapas y una caché. El prompt y la semilla no cambian.</translation>
    </message>
    <message>
        <source>Rename preset</source>
        <translation>Cambiar el nombre del preajuste</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is the name of a preset that comes with the program. Choose another name.</source>
        <translation>«%1» es el nombre de un preajuste incluido en el programa. Elija otro nombre.</translation>
    </message>
    <message>
        <source>There is already a preset called &quot;%1&quot;. Replace it?</source>
        <translation>Ya existe un preajuste llamado «%1». ¿Reemplazarlo?</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Reemplazar</translation>
    </message>
    <message>
        <source>There is already a preset called &quot;%1&quot;. Choose another name.</source>
        <translation>Ya existe un preajuste llamado «%1». Elija otro nombre.</translation>
    </message>
    <message>
        <source>Share preset</source>
        <translation>Compartir el preajuste</translation>
    </message>
    <message>
        <source>Presets (*.json)</source>
        <translation>Preajustes (*.json)</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>No se pudo escribir %1: %2</translation>
    </message>
    <message>
        <source>Save the current values as a preset, rename or delete one of your own</source>
        <translation>Guardar los valores actuales como preajuste, o cambiar el nombre de uno propio o eliminarlo</translation>
    </message>
    <message>
        <source>&amp;Rename preset…</source>
        <translation>Cambiar el &amp;nombre…</translation>
    </message>
    <message>
        <source>S&amp;hare preset…</source>
        <translation>&amp;Compartir el preajuste…</translation>
    </message>
    <message>
        <source>Save it as a file that others can drop on their window</source>
        <translation>Guardarlo como archivo que otros pueden soltar en su ventana</translation>
    </message>
</context>
<context>
    <name>fb::ui::PresetStore</name>
    <message>
        <source>Draft</source>
        <translation>Borrador</translation>
    </message>
    <message>
        <source>480p</source>
        <translation>480p</translation>
    </message>
    <message>
        <source>480p portrait</source>
        <translation>480p vertical</translation>
    </message>
    <message>
        <source>720p</source>
        <translation>720p</translation>
    </message>
    <message>
        <source>720p portrait</source>
        <translation>720p vertical</translation>
    </message>
    <message>
        <source>Your presets could not be read from %1, and the file cannot be moved. Presets will not be saved.</source>
        <translation>No se han podido leer sus preajustes de %1 y el archivo no se puede mover. Los preajustes no se guardan.</translation>
    </message>
    <message>
        <source>Your presets could not be read from %1. The file was kept as %2, and a new one was started.</source>
        <translation>No se han podido leer sus preajustes de %1. El archivo se ha conservado como %2 y se ha empezado uno nuevo.</translation>
    </message>
    <message>
        <source>720p in two passes</source>
        <translation>720p en dos pasadas</translation>
    </message>
    <message>
        <source>480p in 4 steps, large model distilled</source>
        <translation>480p en 4 pasos, modelo grande destilado</translation>
    </message>
    <message>
        <source>480p in 4 steps, both models distilled</source>
        <translation>480p en 4 pasos, ambos modelos destilados</translation>
    </message>
    <message>
        <source>480p in 8 steps, large model distilled</source>
        <translation>480p en 8 pasos, modelo grande destilado</translation>
    </message>
    <message>
        <source>480p in 8 steps, both models distilled</source>
        <translation>480p en 8 pasos, ambos modelos destilados</translation>
    </message>
    <message>
        <source>480p in 7 steps, large model distilled</source>
        <translation>480p en 7 pasos, modelo grande destilado</translation>
    </message>
    <message>
        <source>480p in 7 steps, both models distilled</source>
        <translation>480p en 7 pasos, ambos modelos destilados</translation>
    </message>
    <message>
        <source>For a large model with a 4-step LoRA, to be added under LoRAs, or one that is step-distilled itself. The small model is an ordinary one and keeps guidance. Other large models make poor clips with it.</source>
        <translation>Para un modelo grande con una LoRA de 4 pasos, que se añade en LoRA, o que esté él mismo destilado en pasos. El modelo pequeño es uno normal y conserva su guía. Con otros modelos grandes los clips salen mal.</translation>
    </message>
    <message>
        <source>For two models that each have their own 4-step LoRA or are step-distilled themselves. Other models make poor clips with it.</source>
        <translation>Para dos modelos que tengan cada uno su propia LoRA de 4 pasos o que estén ellos mismos destilados en pasos. Con otros modelos los clips salen mal.</translation>
    </message>
    <message>
        <source>For a large model with an 8-step LoRA, to be added under LoRAs, or one that is step-distilled itself. The small model is an ordinary one and keeps guidance. Other large models make poor clips with it.</source>
        <translation>Para un modelo grande con una LoRA de 8 pasos, que se añade en LoRA, o que esté él mismo destilado en pasos. El modelo pequeño es uno normal y conserva su guía. Con otros modelos grandes los clips salen mal.</translation>
    </message>
    <message>
        <source>For two models that each have their own 8-step LoRA or are step-distilled themselves. Other models make poor clips with it.</source>
        <translation>Para dos modelos que tengan cada uno su propia LoRA de 8 pasos o que estén ellos mismos destilados en pasos. Con otros modelos los clips salen mal.</translation>
    </message>
    <message>
        <source>For LTX-Video 13B 0.9.7 or 0.9.8 distilled with an ordinary small model, which keeps guidance. Other large models make poor clips with it.</source>
        <translation>Para LTX-Video 13B 0.9.7 o 0.9.8 distilled con un modelo pequeño normal, que conserva su guía. Con otros modelos grandes los clips salen mal.</translation>
    </message>
    <message>
        <source>For LTX-Video 13B 0.9.7 or 0.9.8 distilled with 2B 0.9.8 distilled. Other models make poor clips with it.</source>
        <translation>Para LTX-Video 13B 0.9.7 o 0.9.8 distilled con 2B 0.9.8 distilled. Con otros modelos los clips salen mal.</translation>
    </message>
    <message>
        <source>For LTX-Video 13B 0.9.7 or 0.9.8 distilled with 2B 0.9.6 distilled, on the noise levels of the small model. Other models make poor clips with it.</source>
        <translation>Para LTX-Video 13B 0.9.7 o 0.9.8 distilled con 2B 0.9.6 distilled, con los niveles de ruido del modelo pequeño. Con otros modelos los clips salen mal.</translation>
    </message>
    <message>
        <source>Fast</source>
        <translation>Rápido</translation>
    </message>
    <message>
        <source>Faithful</source>
        <translation>Fiel</translation>
    </message>
    <message>
        <source>Large until 40 % and for the last 20 %, as the FlowBlending authors publish it for WAN 2.1, with EasyCache at the middle of its authors&apos; thresholds. Not measured together on this pair: Find Boundaries compares clips with the large model&apos;s. Needs well over 10 steps.</source>
        <translation>Grande hasta el 40 % y en el último 20 %, como lo publican los autores de FlowBlending para WAN 2.1, con EasyCache en el umbral intermedio de sus autores. No se ha medido en conjunto con este par: Buscar límites compara los clips con los del modelo grande. Necesita bastante más de 10 pasos.</translation>
    </message>
    <message>
        <source>Large until 60 % and for the last 20 %. In a clip that the FlowBlending authors publish for WAN 2.1, 60 % came nearer to the large model&apos;s than 40 % (SSIM 0.92 against 0.87). Not measured on this pair: Find Boundaries compares clips with the large model&apos;s.</source>
        <translation>Grande hasta el 60 % y en el último 20 %. En un clip que los autores de FlowBlending publican para WAN 2.1, el 60 % quedó más cerca del modelo grande que el 40 % (SSIM 0,92 frente a 0,87). No se ha medido con este par: Buscar límites compara los clips con los del modelo grande.</translation>
    </message>
    <message>
        <source>Large until 60 % and for the last 10 %, with EasyCache at 0.2: measured on this pair with four prompts, 1.82 times fewer FLOPs than the large model alone, and a sameness of 0.83 (1 is the large model&apos;s clip, 0 the small model&apos;s).</source>
        <translation>Grande hasta el 60 % y en el último 10 %, con EasyCache a 0,2: medido con este par y cuatro prompts, 1,82 veces menos FLOPs que el modelo grande solo y una igualdad de 0,83 (1 es el clip del modelo grande, 0 el del pequeño).</translation>
    </message>
    <message>
        <source>Large until 60 % and for the last 20 %, with EasyCache at 0.05: measured on this pair with four prompts, 1.45 times fewer FLOPs than the large model alone, and a sameness of 0.90 (1 is the large model&apos;s clip, 0 the small model&apos;s).</source>
        <translation>Grande hasta el 60 % y en el último 20 %, con EasyCache a 0,05: medido con este par y cuatro prompts, 1,45 veces menos FLOPs que el modelo grande solo y una igualdad de 0,90 (1 es el clip del modelo grande, 0 el del pequeño).</translation>
    </message>
</context>
<context>
    <name>fb::ui::PreviewPanel</name>
    <message>
        <source>Playback speed</source>
        <translation>Velocidad de reproducción</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>Fotograma</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>Clip</translation>
    </message>
    <message>
        <source>Your clip appears here.
Describe it on the left and press Generate.</source>
        <translation>Su clip aparecerá aquí.
Descríbalo a la izquierda y pulse Generar.</translation>
    </message>
    <message>
        <source>No clip yet</source>
        <translation>Aún no hay clip</translation>
    </message>
    <message>
        <source>Step %1 of %2 · preview</source>
        <translation>Paso %1 de %2 · vista previa</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %2×%3 · %n frame(s)</source>
        <translation>
            <numerusform>%1 · %2×%3 · %n fotograma</numerusform>
            <numerusform>%1 · %2×%3 · %n fotogramas</numerusform>
        </translation>
    </message>
    <message>
        <source>Frame %1 copied.</source>
        <translation>Fotograma %1 copiado.</translation>
    </message>
    <message>
        <source>Save the frame</source>
        <translation>Guardar el fotograma</translation>
    </message>
    <message>
        <source>PNG images (*.png)</source>
        <translation>Imágenes PNG (*.png)</translation>
    </message>
    <message>
        <source>Saved %1.</source>
        <translation>Guardado: %1.</translation>
    </message>
    <message>
        <source>%1 could not be written; choose another place.</source>
        <translation>No se pudo escribir %1; elija otro lugar.</translation>
    </message>
    <message>
        <source>Spee&amp;d</source>
        <translation>&amp;Velocidad</translation>
    </message>
    <message>
        <source>&amp;Zoom</source>
        <translation>&amp;Zoom</translation>
    </message>
    <message>
        <source>Watch the running clip</source>
        <translation>Ver el clip en curso</translation>
    </message>
    <message>
        <source>● Live · %1</source>
        <translation>● En directo · %1</translation>
    </message>
</context>
<context>
    <name>fb::ui::ProbePresenter</name>
    <message>
        <source>Divergence profile</source>
        <translation>Perfil de divergencia</translation>
    </message>
    <message>
        <source>Import a divergence profile</source>
        <translation>Importar un perfil de divergencia</translation>
    </message>
    <message>
        <source>Divergence profiles (*.json);;All files (*)</source>
        <translation>Perfiles de divergencia (*.json);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Choose a pair first: a profile belongs to one.</source>
        <translation>Elija primero un par: un perfil pertenece a uno.</translation>
    </message>
    <message>
        <source>Imported %1; the profile is of %2 now.</source>
        <translation>Importado: %1; el perfil abarca ahora %2.</translation>
    </message>
    <message>
        <source>Export the divergence profile</source>
        <translation>Exportar el perfil de divergencia</translation>
    </message>
    <message>
        <source>Divergence profiles (*.json)</source>
        <translation>Perfiles de divergencia (*.json)</translation>
    </message>
    <message>
        <source>Nothing is kept of this pair with these settings yet: probe it first, or import a profile.</source>
        <translation>Todavía no se guarda nada de este par con estos ajustes: sondéelo primero o importe un perfil.</translation>
    </message>
    <message>
        <source>Saved %1, with %2.</source>
        <translation>Guardado: %1, con %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n measurement(s)</source>
        <translation>
            <numerusform>%n medición</numerusform>
            <numerusform>%n mediciones</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fb::ui::PromptPanel</name>
    <message>
        <source>change of settings</source>
        <translation>cambio de ajustes</translation>
    </message>
    <message>
        <source>Describe the clip</source>
        <translation>Describa el clip</translation>
    </message>
    <message>
        <source>Describe the clip, for example: %1</source>
        <translation>Describa el clip, por ejemplo: %1</translation>
    </message>
    <message>
        <source>%1 / %2 tokens</source>
        <translation>%1 / %2 tokens</translation>
    </message>
    <message numerus="yes">
        <source>The prompt is longer than the text encoder can read: the last %n tokens have no effect.</source>
        <translation>
            <numerusform>El codificador de texto no lee más allá de su límite: el último token no tiene efecto.</numerusform>
            <numerusform>El codificador de texto no lee más allá de su límite: los últimos %n tokens no tienen efecto.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Negative prompt</source>
        <translation>Prompt &amp;negativo</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>What the clip should show. Press Ctrl+Return to generate.</source>
        <translation>Lo que debe mostrar el clip. Ctrl+Intro lo genera.</translation>
    </message>
    <message>
        <source>Negative prompt</source>
        <translation>Prompt negativo</translation>
    </message>
    <message>
        <source>What the clip should not show. Used only if guidance is above 1.</source>
        <translation>Lo que el clip no debe mostrar. Se usa cuando la guía es mayor que 1.</translation>
    </message>
    <message>
        <source>What to avoid, for example: blurry, distorted</source>
        <translation>Qué evitar, por ejemplo: borroso, distorsionado</translation>
    </message>
    <message>
        <source>Length of the prompt</source>
        <translation>Longitud del prompt</translation>
    </message>
    <message>
        <source>Tokens in the prompt, and how many the text encoder can read</source>
        <translation>Tokens del prompt y cuántos lee el codificador de texto</translation>
    </message>
    <message>
        <source>Recent prompts</source>
        <translation>Prompts recientes</translation>
    </message>
    <message>
        <source>Why this cannot run</source>
        <translation>Lo que impide ejecutarlo</translation>
    </message>
    <message>
        <source>Descri&amp;ption</source>
        <translation>Te&amp;xto</translation>
    </message>
    <message>
        <source>choice of a preset</source>
        <comment>undo</comment>
        <translation>elección de un preajuste</translation>
    </message>
</context>
<context>
    <name>fb::ui::PurposeMenu</name>
    <message>
        <source>&amp;As the clip is</source>
        <translation>&amp;Tal como es el clip</translation>
    </message>
    <message>
        <source>&amp;Widescreen 16:9</source>
        <translation>P&amp;anorámico 16:9</translation>
    </message>
    <message>
        <source>&amp;Square 1:1</source>
        <translation>&amp;Cuadrado 1:1</translation>
    </message>
    <message>
        <source>&amp;Portrait 4:5</source>
        <translation>&amp;Retrato 4:5</translation>
    </message>
    <message>
        <source>&amp;Vertical 9:16</source>
        <translation>&amp;Vertical 9:16</translation>
    </message>
    <message>
        <source>Endless &amp;loop</source>
        <translation>Bucle &amp;infinito</translation>
    </message>
    <message>
        <source>A&amp;ttachment of at most 10 MB</source>
        <translation>A&amp;djunto de 10 MB como máximo</translation>
    </message>
    <message>
        <source>&amp;What for</source>
        <translation>Uso pre&amp;visto</translation>
    </message>
    <message>
        <source>What the clip is made for</source>
        <translation>Uso previsto del clip</translation>
    </message>
    <message>
        <source>Sets shape, play and size limit for a purpose; everything else stays</source>
        <translation>Fija la forma, la reproducción y el peso máximo para un fin; lo demás no cambia</translation>
    </message>
</context>
<context>
    <name>fb::ui::QueuePanel</name>
    <message>
        <source>The queue is empty.
Every clip you generate waits here for its turn.</source>
        <translation>La cola está vacía.
Cada clip que genere espera aquí su turno.</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Cola</translation>
    </message>
    <message>
        <source>Run earlier (Ctrl+Up)</source>
        <translation>Ejecutar antes (Ctrl+Arriba)</translation>
    </message>
    <message>
        <source>Run later (Ctrl+Down)</source>
        <translation>Ejecutar después (Ctrl+Abajo)</translation>
    </message>
    <message>
        <source>Remove from the queue (Del)</source>
        <translation>Quitar de la cola (Supr)</translation>
    </message>
    <message>
        <source>Pause this run; its steps are kept</source>
        <translation>Pausar esta ejecución; sus pasos se conservan</translation>
    </message>
    <message>
        <source>Resume the queue</source>
        <translation>Dejar correr la cola</translation>
    </message>
    <message>
        <source>Pause the queue after the running clip</source>
        <translation>Retener la cola tras el clip en curso</translation>
    </message>
    <message>
        <source>%1 · %2 left</source>
        <translation>%1 · quedan %2</translation>
    </message>
    <message>
        <source>waiting · continues at step %1 of %2</source>
        <translation>en espera · sigue en el paso %1 de %2</translation>
    </message>
    <message>
        <source>waiting · %1</source>
        <translation>en espera · %1</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en espera</translation>
    </message>
    <message>
        <source>paused after step %1 of %2</source>
        <translation>en pausa tras el paso %1 de %2</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pausa</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>terminado</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>iniciando</translation>
    </message>
    <message>
        <source>loading the models</source>
        <translation>cargando los modelos</translation>
    </message>
    <message>
        <source>encoding the prompt</source>
        <translation>codificando el prompt</translation>
    </message>
    <message>
        <source>decoding · %1</source>
        <translation>decodificando · %1</translation>
    </message>
    <message>
        <source>exporting</source>
        <translation>exportando</translation>
    </message>
    <message>
        <source>sampling · step %1 of %2 · small</source>
        <translation>muestreo · paso %1 de %2 · pequeño</translation>
    </message>
    <message>
        <source>sampling · step %1 of %2 · large</source>
        <translation>muestreo · paso %1 de %2 · grande</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pausar</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Editar</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>&amp;Duplicar</translation>
    </message>
    <message>
        <source>Run e&amp;arlier</source>
        <translation>Ejecutar &amp;antes</translation>
    </message>
    <message>
        <source>Run &amp;later</source>
        <translation>Ejecutar de&amp;spués</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Quitar</translation>
    </message>
    <message>
        <source>Resume this run</source>
        <translation>Reanudar esta ejecución</translation>
    </message>
    <message>
        <source>%1 left · %2</source>
        <comment>0:22, sampling</comment>
        <translation>quedan %1 · %2</translation>
    </message>
    <message>
        <source>&amp;Skip</source>
        <translation>&amp;Omitir</translation>
    </message>
    <message>
        <source>Res&amp;ume</source>
        <translation>Rea&amp;nudar</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>Ca&amp;ncelar</translation>
    </message>
    <message>
        <source>sampling · step %1 of %2</source>
        <translation>muestreo · paso %1 de %2</translation>
    </message>
    <message>
        <source>%1 · queue paused</source>
        <comment>2 runs</comment>
        <translation>%1 · cola retenida</translation>
    </message>
    <message numerus="yes">
        <source>%n paused</source>
        <comment>runs</comment>
        <translation>
            <numerusform>%n en pausa</numerusform>
            <numerusform>%n en pausa</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <comment>runs</comment>
        <translation>
            <numerusform>%n con error</numerusform>
            <numerusform>%n con error</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fb::ui::QueueRunner</name>
    <message>
        <source>The saved state of &quot;%1&quot; cannot be read, so it starts from the beginning: %2</source>
        <translation>Lo guardado de «%1» no se puede leer, así que empieza de nuevo: %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is in use by another program. It can be continued once that program has finished.</source>
        <translation>«%1» está en uso: otro programa trabaja en esta ejecución. Se podrá continuar cuando haya terminado.</translation>
    </message>
</context>
<context>
    <name>fb::ui::RemarkLine</name>
    <message>
        <source>Dismiss the remark</source>
        <translation>Descartar el aviso</translation>
    </message>
    <message>
        <source>Hide this until the stages change</source>
        <translation>Ocultar hasta que cambien las etapas</translation>
    </message>
    <message>
        <source>The early stage, %1 of the steps, rounds to no step.</source>
        <translation>La etapa inicial, %1 de los pasos, se redondea a ningún paso.</translation>
    </message>
    <message>
        <source>The late stage, %1 of the steps, rounds to no step.</source>
        <translation>La etapa final, %1 de los pasos, se redondea a ningún paso.</translation>
    </message>
    <message>
        <source>The early and the late stage leave no step to the small model.</source>
        <translation>Las etapas inicial y final no dejan ningún paso al modelo pequeño.</translation>
    </message>
    <message>
        <source>The small model takes only %1 of its %2 steps: its stage has no more.</source>
        <translation>El modelo pequeño da solo %1 de sus %2 pasos: su etapa no tiene más.</translation>
    </message>
    <message>
        <source>With more steps, or other boundaries, every stage gets what it asks for.</source>
        <translation>Con más pasos, o con otros límites, cada etapa recibe lo que pide.</translation>
    </message>
</context>
<context>
    <name>fb::ui::ReplaceQuestion</name>
    <message>
        <source>%1 already exists. Replace it?</source>
        <translation>%1 ya existe. ¿Reemplazarlo?</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Reemplazar</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Conservar</translation>
    </message>
</context>
<context>
    <name>fb::ui::RequestPresenter</name>
    <message>
        <source>These settings were made with the pair &quot;%1&quot;, which is not available. They are shown for &quot;%2&quot;.</source>
        <translation>Estos ajustes se hicieron con el par «%1», que no está aquí. Se muestran para «%2».</translation>
    </message>
    <message>
        <source>%1 is not a LoRA but a %2. Models are part of a pair.</source>
        <translation>%1 no es una LoRA, sino: %2. Los modelos forman parte de una pareja.</translation>
    </message>
    <message>
        <source>Choose a preset</source>
        <comment>undo</comment>
        <translation>Elegir un preajuste</translation>
    </message>
    <message>
        <source>%1 is in the list more than once; its strengths add up.</source>
        <translation>%1 está en la lista más de una vez; sus intensidades se suman.</translation>
    </message>
</context>
<context>
    <name>fb::ui::ResultsPage</name>
    <message>
        <source>%1: sameness %2</source>
        <translation>%1: igualdad %2</translation>
    </message>
    <message>
        <source>The first prompt is being measured.</source>
        <translation>Se está midiendo el primer prompt.</translation>
    </message>
    <message>
        <source>Until it is finished, the map shows how far the clips are from the large model&apos;s; 0 is the same clip.</source>
        <translation>Hasta que termine, el mapa muestra lo lejos que están los clips de los del modelo grande; 0 es el mismo clip.</translation>
    </message>
    <message>
        <source>No boundaries of the grid are near enough: the large model alone.</source>
        <translation>Ningún límite de la cuadrícula está lo bastante cerca: solo el modelo grande.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>Measured on %n prompt(s).</source>
        <translation>
            <numerusform>Medido con %n prompt.</numerusform>
            <numerusform>Medido con %n prompts.</numerusform>
        </translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>Guardar informe</translation>
    </message>
    <message>
        <source>The report is being written…</source>
        <translation>Se está escribiendo el informe…</translation>
    </message>
    <message>
        <source>Saved %1.</source>
        <translation>Se ha guardado %1.</translation>
    </message>
    <message>
        <source>Nothing is measured for this pair yet. Start on the first page; results appear here as they come in.</source>
        <translation>Aún no hay mediciones de este par. Inícielas en la primera página; los resultados aparecerán aquí a medida que lleguen.</translation>
    </message>
    <message>
        <source>Sameness. Columns: large until this share of the steps; rows: large again for the last.</source>
        <translation>Igualdad. Columnas: grande hasta esta parte de los pasos; filas: grande de nuevo en los últimos.</translation>
    </message>
    <message>
        <source>Distance. Columns: large until this share of the steps; rows: large again for the last.</source>
        <translation>Distancia. Columnas: grande hasta esta parte de los pasos; filas: grande de nuevo en los últimos.</translation>
    </message>
    <message>
        <source>○ the window&apos;s boundaries</source>
        <translation>○ límites de la ventana</translation>
    </message>
    <message>
        <source>lines: equal work, every 10 %</source>
        <translation>líneas: igual trabajo, cada 10 %</translation>
    </message>
    <message>
        <source>Sameness by early and late stage</source>
        <translation>Igualdad según la etapa inicial y la final</translation>
    </message>
    <message>
        <source>Sameness at &amp;least</source>
        <translation>Igualdad mí&amp;nima</translation>
    </message>
    <message>
        <source>Sameness asked for</source>
        <translation>Igualdad pedida</translation>
    </message>
    <message>
        <source>Sameness asked for, as a number</source>
        <translation>Igualdad pedida, como número</translation>
    </message>
    <message>
        <source>1 is the large model&apos;s clip; 0 is as far from it as the floor.</source>
        <translation>1 es el clip del modelo grande; 0 está tan lejos de él como la referencia.</translation>
    </message>
    <message>
        <source>&amp;Rule</source>
        <translation>&amp;Regla</translation>
    </message>
    <message>
        <source>Compare b&amp;y</source>
        <translation>&amp;Comparar por</translation>
    </message>
    <message>
        <source>0 &amp;is</source>
        <translation>0 &amp;es</translation>
    </message>
    <message>
        <source>Rule of the proposal</source>
        <translation>Regla de la propuesta</translation>
    </message>
    <message>
        <source>Measure of sameness</source>
        <translation>Medida de la igualdad</translation>
    </message>
    <message>
        <source>What counts as no sameness</source>
        <translation>Qué cuenta como ninguna igualdad</translation>
    </message>
    <message>
        <source>Sameness 0: as far from the large model&apos;s clip as its clip with another seed, or as the small model&apos;s clip</source>
        <translation>Igualdad 0: tan lejos del clip del modelo grande como su clip con otra semilla, o como el clip del modelo pequeño</translation>
    </message>
    <message>
        <source>&amp;Use these</source>
        <translation>&amp;Usar estos</translation>
    </message>
    <message>
        <source>Move the window&apos;s boundaries to the proposal; this can be undone</source>
        <translation>Mover los límites de la ventana a la propuesta; se puede deshacer</translation>
    </message>
    <message>
        <source>Save re&amp;port…</source>
        <translation>Guardar in&amp;forme…</translation>
    </message>
    <message>
        <source>Not measured here: it needs weights of its own.</source>
        <translation>No se ha medido aquí: requiere sus propios pesos.</translation>
    </message>
    <message>
        <source>Web page (*.html);;PDF (*.pdf)</source>
        <translation>Página web (*.html);;PDF (*.pdf)</translation>
    </message>
    <message>
        <source>squares: fewer steps, guards</source>
        <translation>cuadrados: menos pasos, guardias</translation>
    </message>
    <message>
        <source>Write these results as a web page with the clips, or as a PDF with pictures of them</source>
        <translation>Escribir estos resultados como página web con los clips o como PDF con imágenes de ellos</translation>
    </message>
    <message>
        <source>Not measured here: the clips are not decoded.</source>
        <translation>No se ha medido aquí: los clips no están decodificados.</translation>
    </message>
</context>
<context>
    <name>fb::ui::RunPresenter</name>
    <message>
        <source>The engine is still starting.</source>
        <translation>El motor aún se está abriendo.</translation>
    </message>
    <message>
        <source>The queue is paused.</source>
        <translation>La cola está retenida.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
    <message>
        <source>Probe: %1</source>
        <translation>Sondeo: %1</translation>
    </message>
    <message>
        <source>The probe is done; drag the boundaries to where the models agree.</source>
        <translation>El sondeo ha terminado; arrastre los límites hasta donde coinciden los modelos.</translation>
    </message>
    <message>
        <source>Finished: %1</source>
        <translation>Terminado: %1</translation>
    </message>
    <message>
        <source>The clip could not be generated: %1</source>
        <translation>No se pudo crear un clip: %1</translation>
    </message>
    <message>
        <source>A clip is being generated</source>
        <translation>Se está creando un clip</translation>
    </message>
    <message>
        <source>Quit now? Finished steps are kept, and the run continues from there next time.</source>
        <translation>¿Salir ahora? Los pasos hechos se conservan y la ejecución continuará desde ahí la próxima vez.</translation>
    </message>
    <message>
        <source>&amp;Keep for later and quit</source>
        <translation>&amp;Conservar para más tarde y salir</translation>
    </message>
    <message>
        <source>&amp;Stay</source>
        <translation>&amp;Quedarse</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Starting the engine…</source>
        <translation>Abriendo el motor…</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) were interrupted. Their steps are kept.</source>
        <translation>
            <numerusform>Se interrumpió %n ejecución. Sus pasos se conservan.</numerusform>
            <numerusform>Se interrumpieron %n ejecuciones. Sus pasos se conservan.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) are waiting from last time.</source>
        <translation>
            <numerusform>Hay %n ejecución en espera de la última vez.</numerusform>
            <numerusform>Hay %n ejecuciones en espera de la última vez.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not everything is saved</source>
        <translation>No todo está guardado</translation>
    </message>
    <message>
        <source>%1

If you quit before this is resolved, unsaved changes are lost.</source>
        <translation>%1

Si sale ahora y el problema persiste, se perderá lo nuevo.</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>paso %1 de %2</translation>
    </message>
    <message>
        <source>The description of the clip is empty.</source>
        <translation>La descripción del clip está vacía.</translation>
    </message>
    <message>
        <source>Generate anyway</source>
        <translation>Generar de todos modos</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) are paused. Their steps are kept.</source>
        <translation>
            <numerusform>%n ejecución está en pausa. Sus pasos se conservan.</numerusform>
            <numerusform>%n ejecuciones están en pausa. Sus pasos se conservan.</numerusform>
        </translation>
    </message>
    <message>
        <source>Done in %1.</source>
        <translation>Terminado en %1.</translation>
    </message>
    <message>
        <source>Done in %1 and in the history: %2</source>
        <translation>Terminado en %1 y en el historial: %2</translation>
    </message>
    <message>
        <source>Paused after step %1 of %2. It can be resumed from the queue.</source>
        <translation>En pausa tras el paso %1 de %2. Se puede reanudar desde la cola.</translation>
    </message>
    <message>
        <source>Cancelled: %1</source>
        <translation>Cancelado: %1</translation>
    </message>
    <message>
        <source>Removed from the queue: %1</source>
        <translation>Quitado de la cola: %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>The queue waits until the boundaries are measured.</source>
        <translation>La cola espera hasta que se midan los límites.</translation>
    </message>
    <message>
        <source>Pause measuring</source>
        <translation>Pausar la medición</translation>
    </message>
    <message>
        <source>Boundaries are being measured</source>
        <translation>Se están midiendo los límites</translation>
    </message>
    <message>
        <source>Quit now? Everything measured is kept, and it continues from there next time.</source>
        <translation>¿Salir ahora? Se conserva todo lo medido y la próxima vez se continúa desde ahí.</translation>
    </message>
    <message>
        <source>Finding boundaries: clip %1 of %2</source>
        <translation>Búsqueda de límites: clip %1 de %2</translation>
    </message>
    <message>
        <source>Calibrate: %1</source>
        <translation>Calibrar: %1</translation>
    </message>
    <message>
        <source>The models are measured in %1: their runs can use MagCache.</source>
        <translation>Los modelos se han medido en %1: sus ejecuciones pueden usar MagCache.</translation>
    </message>
    <message>
        <source>Paused. Resumed from the queue, it measures from the beginning.</source>
        <translation>En pausa. Si se reanuda desde la cola, mide desde el principio.</translation>
    </message>
    <message>
        <source>The models could not be measured: %1</source>
        <translation>No se pudieron medir los modelos: %1</translation>
    </message>
    <message>
        <source>Models are being measured</source>
        <translation>Se están midiendo los modelos</translation>
    </message>
    <message>
        <source>Quit now? Next time, measuring can be resumed from the queue; it starts from the beginning.</source>
        <translation>¿Salir ahora? La próxima vez se puede reanudar la medición desde la cola; empieza desde el principio.</translation>
    </message>
    <message>
        <source>Finding boundaries: comparing clips</source>
        <translation>Búsqueda de límites: comparando clips</translation>
    </message>
    <message>
        <source>The seed is locked: this will be the clip shown once more.</source>
        <translation>La semilla está fijada: será otra vez el clip mostrado.</translation>
    </message>
</context>
<context>
    <name>fb::ui::RunStore</name>
    <message>
        <source>The queue and history could not be read from %1. The file was kept as %2, and a new one was started.</source>
        <translation>No se pudieron leer la cola y el historial de %1. El archivo se conservó como %2 y se empezó uno nuevo.</translation>
    </message>
    <message>
        <source>A change to the queue or history could not be saved: %1.</source>
        <translation>No se pudo guardar un cambio de la cola y el historial: %1.</translation>
    </message>
    <message>
        <source>The queue and history in %1 were saved by a newer version of this program. Open them with that version: this one leaves the file untouched and saves nothing.</source>
        <translation>La cola y el historial de %1 son de una versión más nueva de este programa. Ábralos con ella: aquí el archivo queda como está y no se conserva nada nuevo.</translation>
    </message>
    <message>
        <source>%1 belongs to another program and is left untouched, so the queue and history are not saved. Start with another folder: --state FOLDER.</source>
        <translation>%1 pertenece a otro programa y queda como está, así que la cola y el historial no se conservan. Inicie con otra carpeta: --state CARPETA.</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>el disco está lleno</translation>
    </message>
    <message>
        <source>another program is using the file</source>
        <translation>otro programa ocupa el archivo</translation>
    </message>
    <message>
        <source>access to the file is denied</source>
        <translation>no se permite el acceso al archivo</translation>
    </message>
    <message>
        <source>The queue and history cannot be read from %1 at the moment: %2. The file is left untouched and will be read as soon as possible; until then, changes are kept in memory.</source>
        <translation>La cola y el historial no se pueden leer ahora de %1: %2. El archivo queda como está y se leerá en cuanto eso pase; lo nuevo se guarda en memoria hasta entonces.</translation>
    </message>
    <message>
        <source>The queue and history cannot be saved in %1: %2. Changes are kept in memory and will be saved as soon as possible.</source>
        <translation>La cola y el historial no están guardados en %1: %2. Lo nuevo se conserva en memoria y se guardará en cuanto eso pase.</translation>
    </message>
    <message>
        <source>The history in %1 is read-only at the moment: %2. Everything that can be read is shown; changes are kept in memory and will be saved as soon as possible.</source>
        <translation>El historial de %1 es ahora de solo lectura: %2. Se muestra lo que se puede leer; lo nuevo se guarda en memoria y se escribirá en cuanto eso pase.</translation>
    </message>
</context>
<context>
    <name>fb::ui::RunSwitch</name>
    <message>
        <source>Running</source>
        <translation>En curso</translation>
    </message>
    <message>
        <source>Stages of the running clip</source>
        <translation>Etapas del clip en curso</translation>
    </message>
    <message>
        <source>The stages of the running clip; boundaries ahead of it can still be moved</source>
        <translation>Las etapas del clip en curso; los límites que aún no ha alcanzado se pueden mover</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Stages of the next clip</source>
        <translation>Etapas del clip siguiente</translation>
    </message>
    <message>
        <source>The stages of the next clip: what Generate adds to the queue</source>
        <translation>Las etapas del clip siguiente: lo que Generar añade a la cola</translation>
    </message>
</context>
<context>
    <name>fb::ui::RunWords</name>
    <message>
        <source>No description</source>
        <translation>Sin descripción</translation>
    </message>
</context>
<context>
    <name>fb::ui::SavePresenter</name>
    <message>
        <source>The clip &quot;%1&quot; could not be saved as a video, but is in the history. %2 %3</source>
        <translation>El clip «%1» no se pudo guardar como vídeo, pero está en el historial. %2 %3</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s) could not be saved as videos, but are in the history. %1 %2</source>
        <translation>
            <numerusform>%n clip no se pudo guardar como vídeo, pero está en el historial. %1 %2</numerusform>
            <numerusform>%n clips no se pudieron guardar como vídeo, pero están en el historial. %1 %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fb::ui::SavingPage</name>
    <message>
        <source>For example: %1</source>
        <translation>Por ejemplo: %1</translation>
    </message>
    <message>
        <source>&amp;Save each finished clip as a video</source>
        <translation>&amp;Guardar cada clip terminado como vídeo</translation>
    </message>
    <message>
        <source>Save each finished clip as a video</source>
        <translation>Guardar cada clip terminado como vídeo</translation>
    </message>
    <message>
        <source>The clip also stays in the history. No file is ever replaced.</source>
        <translation>El clip también queda en el historial. Nunca se reemplaza un archivo.</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>&amp;Carpeta</translation>
    </message>
    <message>
        <source>Folder of finished clips</source>
        <translation>Carpeta de clips terminados</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nombre</translation>
    </message>
    <message>
        <source>Names of finished clips</source>
        <translation>Nombres de clips terminados</translation>
    </message>
    <message>
        <source>A slash makes a folder. Possible parts: %1</source>
        <translation>Una barra crea una carpeta. Partes posibles: %1</translation>
    </message>
    <message>
        <source>F&amp;ormat</source>
        <translation>F&amp;ormato</translation>
    </message>
    <message>
        <source>Format of finished clips</source>
        <translation>Formato de clips terminados</translation>
    </message>
    <message>
        <source>The settings are stored in the file; open it in the Studio to load them again.</source>
        <translation>Los ajustes se guardan en el archivo; ábralo en el Studio para cargarlos de nuevo.</translation>
    </message>
    <message>
        <source>&amp;Quality</source>
        <translation>Ca&amp;lidad</translation>
    </message>
    <message>
        <source>Quality of finished clips</source>
        <translation>Calidad de clips terminados</translation>
    </message>
    <message>
        <source>Higher looks better and makes a larger file. ProRes and GIF have no choice.</source>
        <translation>Más alta se ve mejor y ocupa más. ProRes y GIF no la permiten elegir.</translation>
    </message>
</context>
<context>
    <name>fb::ui::ScrubBar</name>
    <message>
        <source>%1 · frame %2</source>
        <translation>%1 · fotograma %2</translation>
    </message>
</context>
<context>
    <name>fb::ui::SettingWords</name>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>%1 (frame %2, %3)</source>
        <translation>%1 (fotograma %2, %3)</translation>
    </message>
    <message>
        <source>%1 (%2, %3)</source>
        <translation>%1 (%2, %3)</translation>
    </message>
    <message>
        <source>large model</source>
        <translation>modelo grande</translation>
    </message>
    <message>
        <source>small model</source>
        <translation>modelo pequeño</translation>
    </message>
    <message>
        <source>early stage</source>
        <translation>etapa inicial</translation>
    </message>
    <message>
        <source>late stage</source>
        <translation>etapa final</translation>
    </message>
    <message>
        <source>by the pair&apos;s rule</source>
        <translation>según la regla del par</translation>
    </message>
</context>
<context>
    <name>fb::ui::Settings</name>
    <message>
        <source>The settings could not be read from %1.</source>
        <translation>No se han podido leer los ajustes de %1.</translation>
    </message>
    <message>
        <source>The settings could not be read from %1. The file was kept as %2; all settings are back to their defaults.</source>
        <translation>No se han podido leer los ajustes de %1. El archivo se ha conservado como %2; todos los ajustes están como en el primer inicio.</translation>
    </message>
</context>
<context>
    <name>fb::ui::SettingsDialog</name>
    <message>
        <source>Automatic</source>
        <translation>Automático</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 (not found)</source>
        <translation>%1 (no encontrado)</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>General</source>
        <translation>General</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>Cálculo</translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation>Muestreo</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Carpetas</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Idioma</translation>
    </message>
    <message>
        <source>Same as desktop</source>
        <translation>Como el escritorio</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Tema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>&amp;Notify when a long run ends</source>
        <translation>&amp;Notificar cuando termine una ejecución larga</translation>
    </message>
    <message>
        <source>&amp;Device</source>
        <translation>&amp;Dispositivo</translation>
    </message>
    <message>
        <source>&amp;Precision</source>
        <translation>&amp;Precisión</translation>
    </message>
    <message>
        <source>float32 · exact, most memory</source>
        <translation>float32 · exacto, más memoria</translation>
    </message>
    <message>
        <source>bfloat16 · half the memory</source>
        <translation>bfloat16 · la mitad de memoria</translation>
    </message>
    <message>
        <source>float16 · half the memory, older GPUs</source>
        <translation>float16 · la mitad de memoria, GPU antiguas</translation>
    </message>
    <message>
        <source>T&amp;hreads</source>
        <translation>&amp;Hilos</translation>
    </message>
    <message>
        <source>A new number of threads takes effect at the next start.</source>
        <translation>El cambio de hilos vale desde el próximo inicio.</translation>
    </message>
    <message>
        <source>Show a &amp;preview after every step</source>
        <translation>Mostrar &amp;vista previa tras cada paso</translation>
    </message>
    <message>
        <source>&amp;Compare the models</source>
        <translation>&amp;Comparar los modelos</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nunca</translation>
    </message>
    <message>
        <source>On the large model&apos;s steps</source>
        <translation>En los pasos del modelo grande</translation>
    </message>
    <message>
        <source>On every step</source>
        <translation>En todos los pasos</translation>
    </message>
    <message>
        <source>&amp;Save the run</source>
        <translation>&amp;Guardar la ejecución</translation>
    </message>
    <message>
        <source>after every step</source>
        <translation>tras cada paso</translation>
    </message>
    <message>
        <source>every </source>
        <translation>cada </translation>
    </message>
    <message>
        <source> steps</source>
        <translation> pasos</translation>
    </message>
    <message>
        <source>&amp;Runs</source>
        <translation>E&amp;jecuciones</translation>
    </message>
    <message>
        <source>&amp;Exported clips</source>
        <translation>Clips e&amp;xportados</translation>
    </message>
    <message>
        <source>Each run stores what is needed to continue it or to view it again.</source>
        <translation>Las ejecuciones conservan lo necesario para continuarlas y volver a verlas.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Cerrar</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Language of the program</source>
        <translation>Idioma del programa</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Light or dark colours</source>
        <translation>Colores claros u oscuros</translation>
    </message>
    <message>
        <source>Notify when a long run ends</source>
        <translation>Notificar cuando termine una ejecución larga</translation>
    </message>
    <message>
        <source>Only if the window is not in front</source>
        <translation>Solo cuando la ventana no está delante</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Dispositivo</translation>
    </message>
    <message>
        <source>Where the models run</source>
        <translation>Dónde se ejecutan los modelos</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Precisión</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Hilos</translation>
    </message>
    <message>
        <source>Processor threads of the engine</source>
        <translation>Hilos de procesador del motor</translation>
    </message>
    <message>
        <source>Show a preview after every step</source>
        <translation>Mostrar vista previa tras cada paso</translation>
    </message>
    <message>
        <source>The clip as predicted so far; costs little.</source>
        <translation>El clip tal como se predice hasta ahora; cuesta poco.</translation>
    </message>
    <message>
        <source>When the models are compared</source>
        <translation>Cuándo se comparan los modelos</translation>
    </message>
    <message>
        <source>Each comparison runs the other model as well and adds one point to the curve.</source>
        <translation>Cada comparación ejecuta también el otro modelo y dibuja un punto de la curva.</translation>
    </message>
    <message>
        <source>Steps between two saved states</source>
        <translation>Pasos entre dos estados guardados</translation>
    </message>
    <message>
        <source>An interrupted run continues from the last saved step.</source>
        <translation>Una ejecución interrumpida continúa desde el último paso guardado.</translation>
    </message>
    <message>
        <source>Folder of the runs</source>
        <translation>Carpeta de las ejecuciones</translation>
    </message>
    <message>
        <source>Folder of exported clips</source>
        <translation>Carpeta de los clips exportados</translation>
    </message>
    <message>
        <source>Restore defaults</source>
        <translation>Restablecer valores</translation>
    </message>
    <message>
        <source>Resets all settings in this dialog; prompts and pairs are kept.</source>
        <translation>Todos los ajustes de este diálogo; los prompts y los pares no cambian.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>&amp;Memory budget</source>
        <translation>Límite de &amp;memoria</translation>
    </message>
    <message>
        <source>All free memory</source>
        <translation>Toda la libre</translation>
    </message>
    <message>
        <source> GB</source>
        <translation> GB</translation>
    </message>
    <message>
        <source>Memory budget</source>
        <translation>Límite de memoria</translation>
    </message>
    <message>
        <source>How much of the device&apos;s memory the whole run may use. If the models do not fit, they are loaded in parts: slower, same clip.</source>
        <translation>Lo que toda la ejecución puede ocupar en el dispositivo. Si los modelos no caben, se cargan por partes: más lento, el mismo clip.</translation>
    </message>
    <message>
        <source>Automatic · %1</source>
        <translation>Automático · %1</translation>
    </message>
    <message>
        <source>%1 cannot be used: %2</source>
        <translation>No se puede usar %1: %2</translation>
    </message>
    <message>
        <source>%1 (cannot be used)</source>
        <translation>%1 (no se puede usar)</translation>
    </message>
    <message>
        <source>Automatic · %1 on this device</source>
        <translation>Automático · %1 en este dispositivo</translation>
    </message>
    <message>
        <source>fp8 &amp;weights</source>
        <translation>Pesos &amp;fp8</translation>
    </message>
    <message>
        <source>fp8 · faster on a GPU, changes the clip</source>
        <translation>fp8 · más rápido en una GPU, cambia el clip</translation>
    </message>
    <message>
        <source>Dec&amp;oding</source>
        <translation>Dec&amp;odificación</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>Exacta</translation>
    </message>
    <message>
        <source>TF32 · faster on a GPU, slight rounding</source>
        <translation>TF32 · más rápido en una GPU, redondea un poco</translation>
    </message>
    <message>
        <source>Applies to the transformers, the text encoder and an LTX VAE; a WAN VAE runs in float32.</source>
        <translation>Se aplica a los transformers, el codificador de texto y un VAE de LTX; un VAE de WAN usa float32.</translation>
    </message>
    <message>
        <source>Precision of fp8 weights</source>
        <translation>Precisión de los pesos fp8</translation>
    </message>
    <message>
        <source>How the transformers multiply weights stored in fp8: dequantised, or as they are, with rounded activations</source>
        <translation>Cómo multiplican los transformers los pesos guardados en fp8: descuantizados, o tal como están con activaciones redondeadas</translation>
    </message>
    <message>
        <source>Decoding precision</source>
        <translation>Precisión de la decodificación</translation>
    </message>
    <message>
        <source>How a GPU multiplies float32 numbers while the VAE decodes the frames</source>
        <translation>Cómo multiplica una GPU los números float32 del VAE al crear los fotogramas</translation>
    </message>
    <message>
        <source>Other clips can continue from these states. If a run has no more space for them, the earliest are deleted first.</source>
        <translation>Otros clips pueden continuar desde estos estados. Si una ejecución no tiene más espacio, se borran primero los más antiguos.</translation>
    </message>
    <message>
        <source>At the moment, those of all clips take up %1.</source>
        <translation>Ahora mismo, los de todos los clips ocupan %1.</translation>
    </message>
    <message>
        <source>&amp;Keep states to continue from</source>
        <translation>&amp;Guardar estados para continuar</translation>
    </message>
    <message>
        <source>where the models change</source>
        <translation>donde cambia el modelo</translation>
    </message>
    <message>
        <source>there and every </source>
        <translation>ahí y cada </translation>
    </message>
    <message>
        <source>Steps between two kept states</source>
        <translation>Pasos entre dos estados guardados</translation>
    </message>
    <message>
        <source>States are always kept where the models change; more of them take more space.</source>
        <translation>Donde cambia el modelo siempre se guarda un estado; más estados ocupan más espacio.</translation>
    </message>
    <message>
        <source>&amp;Space for them in each run</source>
        <translation>&amp;Espacio para ellos por ejecución</translation>
    </message>
    <message>
        <source>Space for the kept states of each run</source>
        <translation>Espacio para los estados guardados de cada ejecución</translation>
    </message>
    <message>
        <source>The newest state always stays, even if it is larger.</source>
        <translation>El estado más reciente siempre se queda, aunque sea mayor.</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Space for &amp;all clips in the history</source>
        <translation>Espacio para todos los clips del histori&amp;al</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>sin límite</translation>
    </message>
    <message>
        <source>Space for all clips in the history</source>
        <translation>Espacio para todos los clips del historial</translation>
    </message>
    <message>
        <source>Applied whenever a clip is finished, and when the program starts</source>
        <translation>Se aplica cuando se termina un clip y al iniciar el programa</translation>
    </message>
    <message>
        <source>At the moment, they take up %1.</source>
        <translation>En este momento ocupan %1.</translation>
    </message>
    <message>
        <source>Beyond it, the oldest clips lose their kept states, and then their uncompressed frames if they were saved as a video, which the history then plays. Clips with a star lose nothing.</source>
        <translation>Al superarlo, los clips más antiguos pierden sus estados guardados y después sus fotogramas sin comprimir si se guardaron como vídeo, que el historial reproduce entonces. Los clips con estrella no pierden nada.</translation>
    </message>
    <message>
        <source>Reset the settings of all pages, folders and language too? Prompts, pairs and clips are kept.</source>
        <translation>¿Restablecer los ajustes de todas las páginas, también las carpetas y el idioma? Los prompts, pares y clips se conservan.</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>&amp;Restablecer</translation>
    </message>
    <message>
        <source>bfloat16 · half the memory, more rounding</source>
        <translation>bfloat16 · la mitad de memoria, redondea más</translation>
    </message>
    <message>
        <source>Restore &amp;defaults…</source>
        <translation>&amp;Restablecer valores…</translation>
    </message>
</context>
<context>
    <name>fb::ui::SettingsDiff</name>
    <message>
        <source>Pair</source>
        <translation>Par</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>Etapas</translation>
    </message>
    <message>
        <source>large only</source>
        <translation>solo grande</translation>
    </message>
    <message>
        <source>small only</source>
        <translation>solo pequeño</translation>
    </message>
    <message>
        <source>large for the first %1 and the last %2</source>
        <translation>grande en los primeros %1 y los últimos %2</translation>
    </message>
</context>
<context>
    <name>fb::ui::SimilarityCurve</name>
    <message>
        <source>Frame %1: %2</source>
        <translation>Fotograma %1: %2</translation>
    </message>
</context>
<context>
    <name>fb::ui::SoundField</name>
    <message>
        <source>File with the sound</source>
        <translation>Archivo con el sonido</translation>
    </message>
    <message>
        <source>A GIF has no sound.</source>
        <translation>Un GIF no tiene sonido.</translation>
    </message>
    <message>
        <source>A PNG sequence has no sound.</source>
        <translation>Una secuencia PNG no tiene sonido.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>An audio file, or a video whose sound is used</source>
        <translation>Un archivo de audio o un vídeo cuyo sonido se usa</translation>
    </message>
    <message>
        <source>Choose the file with the sound</source>
        <translation>Elegir el archivo con el sonido</translation>
    </message>
</context>
<context>
    <name>fb::ui::StagePanel</name>
    <message>
        <source>Probe the velocity divergence</source>
        <translation>Sondear la divergencia de velocidad</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nunca</translation>
    </message>
    <message>
        <source>on large steps</source>
        <translation>en pasos del grande</translation>
    </message>
    <message>
        <source>on all steps</source>
        <translation>en todos los pasos</translation>
    </message>
    <message>
        <source>Compare the models while sampling</source>
        <translation>Comparar los modelos durante el muestreo</translation>
    </message>
    <message>
        <source>Choose %1</source>
        <comment>undo</comment>
        <translation>Elegir %1</translation>
    </message>
    <message>
        <source>Move stage boundary</source>
        <comment>undo</comment>
        <translation>Mover límite de etapa</translation>
    </message>
    <message>
        <source>Run both models on every step of this request once and draw how much they differ. Where they agree, the small one can take over.</source>
        <translation>Ejecuta una vez ambos modelos en cada paso de esta petición y dibuja cuánto difieren. Donde coinciden, el pequeño puede tomar el relevo.</translation>
    </message>
    <message>
        <source>Draws the divergence live while a clip is generated. This takes as long as running the other model on the compared steps.</source>
        <translation>Dibuja la divergencia en vivo mientras se crea un clip. Cuesta el tiempo del otro modelo en los pasos comparados.</translation>
    </message>
    <message>
        <source>Large, small, large: nearly the large model&apos;s clip for less work</source>
        <translation>Grande, pequeño, grande: casi el clip del modelo grande con menos trabajo</translation>
    </message>
    <message>
        <source>Schedule large, small, large</source>
        <translation>Plan grande, pequeño, grande</translation>
    </message>
    <message>
        <source>Large early, then small to the end: structure and motion of the large model</source>
        <translation>Grande al principio y pequeño hasta el final: estructura y movimiento del modelo grande</translation>
    </message>
    <message>
        <source>Schedule large, small, small</source>
        <translation>Plan grande, pequeño, pequeño</translation>
    </message>
    <message>
        <source>Small early, then large to the end: only the large model&apos;s detail</source>
        <translation>Pequeño al principio y grande hasta el final: solo el detalle del modelo grande</translation>
    </message>
    <message>
        <source>Schedule small, large, large</source>
        <translation>Plan pequeño, grande, grande</translation>
    </message>
    <message>
        <source>The large model on every step: the clip to compare with</source>
        <translation>El modelo grande en todos los pasos: el clip de referencia</translation>
    </message>
    <message>
        <source>Schedule large only</source>
        <translation>Plan solo grande</translation>
    </message>
    <message>
        <source>The small model on every step: the fastest draft</source>
        <translation>El modelo pequeño en todos los pasos: el borrador más rápido</translation>
    </message>
    <message>
        <source>Schedule small only</source>
        <translation>Plan solo pequeño</translation>
    </message>
    <message>
        <source>Compare &amp;while sampling</source>
        <translation>&amp;Comparar al muestrear</translation>
    </message>
    <message>
        <source>Change small steps</source>
        <comment>undo</comment>
        <translation>Cambiar los pasos del pequeño</translation>
    </message>
    <message>
        <source>Small steps</source>
        <translation>Pasos del pequeño</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automático</translation>
    </message>
    <message>
        <source>Steps of the small model</source>
        <translation>Pasos del modelo pequeño</translation>
    </message>
    <message>
        <source>How many steps the small model takes in its stage. Fewer, longer steps suit step-distilled models.</source>
        <translation>Cuántos pasos da el modelo pequeño en su parte. Menos pasos y más largos son para modelos destilados en pasos.</translation>
    </message>
    <message>
        <source>Apply the suggested boundaries</source>
        <comment>undo</comment>
        <translation>Aplicar los límites sugeridos</translation>
    </message>
    <message>
        <source>Show the stages as a strip</source>
        <translation>Mostrar las etapas como una franja</translation>
    </message>
    <message>
        <source>Show sliders and legend</source>
        <translation>Mostrar controles y leyenda</translation>
    </message>
    <message>
        <source>More than an hour: a smaller size, fewer frames or fewer steps take less.</source>
        <translation>Más de una hora: un tamaño menor, menos fotogramas o menos pasos tardan menos.</translation>
    </message>
    <message>
        <source>Find boundaries by measuring</source>
        <translation>Buscar límites midiendo</translation>
    </message>
    <message>
        <source>Samples prompts with many boundaries and compares the clips with the large model&apos;s</source>
        <translation>Genera prompts con muchos límites y compara los clips con los del modelo grande</translation>
    </message>
    <message>
        <source>That takes %1.</source>
        <translation>Eso lleva %1.</translation>
    </message>
    <message>
        <source>Pro&amp;be</source>
        <translation>&amp;Sondear</translation>
    </message>
</context>
<context>
    <name>fb::ui::StatusLine</name>
    <message>
        <source>Memory %1</source>
        <translation>Memoria %1</translation>
    </message>
    <message>
        <source>Memory %1 of %2</source>
        <translation>Memoria %1 de %2</translation>
    </message>
    <message>
        <source>Progress of the running clip</source>
        <translation>Progreso del clip en curso</translation>
    </message>
    <message>
        <source>How much of the running clip is done</source>
        <translation>Cuánto ha avanzado el clip en curso</translation>
    </message>
    <message numerus="yes">
        <source>CPU · %n thread(s)</source>
        <translation>
            <numerusform>CPU · %n hilo</numerusform>
            <numerusform>CPU · %n hilos</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>Guardado: %1</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Show the saved clip in its folder</source>
        <translation>Mostrar el clip guardado en su carpeta</translation>
    </message>
    <message>
        <source>%1 · %2 left</source>
        <translation>%1 · quedan %2</translation>
    </message>
</context>
<context>
    <name>fb::ui::Studio</name>
    <message>
        <source>The frames of this clip cannot be read from %1, and its video %2 has been moved or changed. Put the video back, or generate the clip again.</source>
        <translation>Los fotogramas de este clip no se pueden leer de %1, y su vídeo %2 se ha movido o modificado. Vuelva a poner el vídeo en su sitio o genere el clip de nuevo.</translation>
    </message>
</context>
<context>
    <name>fb::ui::SuggestionLine</name>
    <message>
        <source>Dismiss the suggestion</source>
        <translation>Descartar la sugerencia</translation>
    </message>
    <message>
        <source>Hide this until the next probe</source>
        <translation>Ocultar hasta el próximo sondeo</translation>
    </message>
    <message>
        <source>No suggestion: there are too few steps.</source>
        <translation>Sin sugerencia: hay muy pocos pasos.</translation>
    </message>
    <message>
        <source>No suggestion: the models differ about equally on all steps.</source>
        <translation>Sin sugerencia: los modelos difieren casi igual en todos los pasos.</translation>
    </message>
    <message>
        <source>No suggestion: the models differ least at the start.</source>
        <translation>Sin sugerencia: los modelos difieren menos al principio.</translation>
    </message>
    <message>
        <source>No suggestion: the models differ least at the end.</source>
        <translation>Sin sugerencia: los modelos difieren menos al final.</translation>
    </message>
    <message>
        <source>Boundaries are suggested where the sides of a valley in the divergence rise.</source>
        <translation>Los límites se sugieren donde suben los lados de un valle de la divergencia.</translation>
    </message>
    <message>
        <source>Suggested %1 / %2: %3 less work</source>
        <translation>Sugerido %1 / %2: %3 menos trabajo</translation>
    </message>
    <message>
        <source>Suggested %1 / %2</source>
        <translation>Sugerido %1 / %2</translation>
    </message>
    <message>
        <source>The large model runs the first %1 and the last %2 of the steps, up to where the sides of the divergence rise. Compared with the large model alone.</source>
        <translation>El modelo grande ejecuta el primer %1 y el último %2 de los pasos, hasta donde suben los lados de la divergencia. Comparado con el modelo grande solo.</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Aplicar</translation>
    </message>
    <message>
        <source>Apply the suggested boundaries</source>
        <translation>Aplicar los límites sugeridos</translation>
    </message>
    <message>
        <source>Move both boundaries there</source>
        <translation>Mover ambos límites ahí</translation>
    </message>
    <message>
        <source>Measure…</source>
        <translation>Medir…</translation>
    </message>
    <message>
        <source>Find boundaries by measuring</source>
        <translation>Buscar límites midiendo</translation>
    </message>
    <message>
        <source>Samples prompts with many boundaries and compares the clips with the large model&apos;s</source>
        <translation>Genera prompts con muchos límites y compara los clips con los del modelo grande</translation>
    </message>
    <message>
        <source>Hide this until others are suggested</source>
        <translation>Ocultar hasta que se sugieran otros</translation>
    </message>
    <message>
        <source>Suggested %1 / %2: %3 less work · sameness %4</source>
        <translation>Sugerido %1 / %2: %3 menos trabajo · igualdad %4</translation>
    </message>
    <message>
        <source>Measured with clips of this pair. Sameness 1 is the large model&apos;s clip; 0 is as far from it as clips that have little in common.</source>
        <translation>Medido con clips de este par. La igualdad 1 es el clip del modelo grande; 0 está tan lejos de él como clips con poco en común.</translation>
    </message>
    <message>
        <source>Suggested %1 / %2: %3 less work · predicted sameness %4</source>
        <translation>Sugerido %1 / %2: %3 menos trabajo · igualdad prevista %4</translation>
    </message>
    <message>
        <source>Predicted from the divergence by what measured clips of this pair have shown. Sameness 1 is the large model&apos;s clip; 0 is as far from it as clips that have little in common.</source>
        <translation>Previsto a partir de la divergencia, según lo que mostraron clips medidos de este par. La igualdad 1 es el clip del modelo grande; 0 está tan lejos de él como clips con poco en común.</translation>
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
            <numerusform>%n LoRA</numerusform>
        </translation>
    </message>
    <message>
        <source>Prompts from a text file</source>
        <translation>Prompts de un archivo de texto</translation>
    </message>
    <message>
        <source>Text files (*.txt);;All files (*)</source>
        <translation>Archivos de texto (*.txt);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Those of the main window; change them there</source>
        <translation>Los de la ventana principal; cámbielos allí</translation>
    </message>
    <message>
        <source>&amp;Prompts</source>
        <translation>&amp;Prompts</translation>
    </message>
    <message>
        <source>One prompt in each line; text files can be dropped here</source>
        <translation>Un prompt por línea; puede soltar aquí archivos de texto</translation>
    </message>
    <message>
        <source>Prompts, one in each line</source>
        <translation>Prompts, uno por línea</translation>
    </message>
    <message>
        <source>Add the &amp;current prompt</source>
        <translation>Añadir el prompt a&amp;ctual</translation>
    </message>
    <message>
        <source>Add from a &amp;text file…</source>
        <translation>Añadir de un archivo de te&amp;xto…</translation>
    </message>
    <message>
        <source>S&amp;eeds for each prompt</source>
        <translation>S&amp;emillas por prompt</translation>
    </message>
    <message>
        <source>Seeds for each prompt</source>
        <translation>Semillas por prompt</translation>
    </message>
    <message>
        <source>&amp;Large until, %</source>
        <translation>&amp;Grande hasta, %</translation>
    </message>
    <message>
        <source>Early stages to try, in per cent of the steps</source>
        <translation>Etapas iniciales por probar, en porcentaje de los pasos</translation>
    </message>
    <message>
        <source>Large again for the l&amp;ast, %</source>
        <translation>Grande de nuevo en los ú&amp;ltimos, %</translation>
    </message>
    <message>
        <source>Late stages to try, in per cent of the steps</source>
        <translation>Etapas finales por probar, en porcentaje de los pasos</translation>
    </message>
    <message>
        <source>Also compare</source>
        <translation>Comparar también</translation>
    </message>
    <message>
        <source>The la&amp;rge model with fewer steps</source>
        <translation>El &amp;modelo grande con menos pasos</translation>
    </message>
    <message>
        <source>Up to %1 numbers of steps, each as much work as some boundaries of the grid</source>
        <translation>Hasta %1 cantidades de pasos, cada una con tanto trabajo como algunos límites de la cuadrícula</translation>
    </message>
    <message>
        <source>A &amp;guard, with these bounds:</source>
        <translation>&amp;Una guardia con estos límites:</translation>
    </message>
    <message>
        <source>Bounds of the guard, separated by spaces</source>
        <translation>Límites de la guardia, separados por espacios</translation>
    </message>
    <message>
        <source>The s&amp;mall model first</source>
        <translation>Primero el modelo pe&amp;queño</translation>
    </message>
    <message>
        <source>Small at the start, large for the last steps, as long as in the grid</source>
        <translation>Pequeño al principio, grande en los últimos pasos, tantos como en la cuadrícula</translation>
    </message>
    <message>
        <source>&amp;DINOv2 weights</source>
        <translation>Pesos de &amp;DINOv2</translation>
    </message>
    <message>
        <source>File or folder of DINOv2 weights</source>
        <translation>Archivo o carpeta de pesos de DINOv2</translation>
    </message>
    <message>
        <source>LP&amp;IPS weights</source>
        <translation>Pesos pa&amp;ra LPIPS</translation>
    </message>
    <message>
        <source>File of LPIPS weights</source>
        <translation>Archivo de pesos de LPIPS</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>Carpe&amp;ta</translation>
    </message>
    <message>
        <source>Folder of the measurements</source>
        <translation>Carpeta de las mediciones</translation>
    </message>
    <message>
        <source>None</source>
        <comment>weights</comment>
        <translation>Ninguno</translation>
    </message>
    <message>
        <source>With these, clips are also compared by what their frames show. A file can be dropped here</source>
        <translation>Con ellos, los clips también se comparan por lo que muestran sus fotogramas. Puede soltar aquí un archivo</translation>
    </message>
    <message>
        <source>With these, clips are also compared by how alike their frames look. A file can be dropped here</source>
        <translation>Con ellos, los clips también se comparan por lo parecidos que se ven sus fotogramas. Puede soltar aquí un archivo</translation>
    </message>
    <message>
        <source>A one-&amp;way guard, with these:</source>
        <translation>Una guardia de una &amp;vez, con estos:</translation>
    </message>
    <message>
        <source>Between the shortest stage at the start and the longest at the end, the small model takes over when what the large one predicts changes less than this from step to step</source>
        <translation>Entre la etapa más corta del principio y la más larga del final, el modelo pequeño toma el relevo cuando lo que predice el grande cambia menos que esto de un paso a otro</translation>
    </message>
    <message>
        <source>Bounds of the one-way guard, separated by spaces</source>
        <translation>Límites de la guardia de una vez, separados por espacios</translation>
    </message>
    <message>
        <source>SRDiffusion&apos;s r&amp;ule, with these:</source>
        <translation>L&amp;a regla de SRDiffusion, con estos:</translation>
    </message>
    <message>
        <source>Between the shortest stage at the start and the longest at the end, the small model takes over when the large one&apos;s velocity changes less than in the step before, by less than this</source>
        <translation>Entre la etapa más corta del principio y la más larga del final, el modelo pequeño toma el relevo cuando la velocidad del grande cambia menos que en el paso anterior, con una diferencia menor que esta</translation>
    </message>
    <message>
        <source>Bounds of SRDiffusion&apos;s rule, separated by spaces</source>
        <translation>Límites de la regla de SRDiffusion, separados por espacios</translation>
    </message>
    <message>
        <source>Compare latents only, wit&amp;hout decoding clips</source>
        <translation>Comparar solo latentes, sin decodi&amp;ficar clips</translation>
    </message>
    <message>
        <source>Takes less time, but there are no clips to look at. They can be decoded later, without another step</source>
        <translation>Tarda menos, pero no hay clips que ver. Se pueden decodificar más tarde, sin ningún paso más</translation>
    </message>
    <message>
        <source>Between the stage at the start that is nearest to 40 % and the longest at the end, the large model checks every few steps whether the small one is near enough</source>
        <translation>Entre la etapa del principio más próxima al 40 % y la más larga del final, el modelo grande comprueba cada pocos pasos si el pequeño está lo bastante cerca</translation>
    </message>
</context>
<context>
    <name>fb::ui::SweepForm</name>
    <message>
        <source>The stages are whole per cents from 0 to 100, separated by commas.</source>
        <translation>Las etapas son porcentajes enteros de 0 a 100, separados por comas.</translation>
    </message>
    <message>
        <source>Write at least one prompt, one in each line.</source>
        <translation>Escriba al menos un prompt, uno por línea.</translation>
    </message>
    <message>
        <source>This needs up to %1 in %2, where only %3 are free: choose another folder, or fewer prompts.</source>
        <translation>Esto necesita hasta %1 en %2, donde solo hay %3 libres: elija otra carpeta o menos prompts.</translation>
    </message>
    <message>
        <source>Planning…</source>
        <translation>Planificando…</translation>
    </message>
    <message>
        <source>%1 of %2 clips are measured.</source>
        <translation>%1 de %2 clips están medidos.</translation>
    </message>
    <message>
        <source>Add prompts, seeds or boundaries to measure more.</source>
        <translation>Añada prompts, semillas o límites para medir más.</translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s) to make, as much work as %1 of the large model alone.</source>
        <translation>
            <numerusform>%n clip por generar, tanto trabajo como %1 solo del modelo grande.</numerusform>
            <numerusform>%n clips por generar, tanto trabajo como %1 solo del modelo grande.</numerusform>
        </translation>
    </message>
    <message>
        <source>That takes %1.</source>
        <translation>Eso lleva %1.</translation>
    </message>
    <message>
        <source>How long that takes is known after the first clips on this machine.</source>
        <translation>Cuánto tarda se sabrá tras los primeros clips en este equipo.</translation>
    </message>
    <message>
        <source>It needs up to %1 on the disk.</source>
        <translation>Necesita hasta %1 en el disco.</translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s)</source>
        <translation>
            <numerusform>%n clip</numerusform>
            <numerusform>%n clips</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is measured.</source>
        <translation>Todo está medido.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Samples each prompt with the large model alone, with the small model alone and with many boundaries between them, and compares the clips. The steps that they have in common are computed once.</source>
        <translation>Genera cada prompt solo con el modelo grande, solo con el pequeño y con muchos límites intermedios, y compara los clips. Los pasos que comparten se calculan una sola vez.</translation>
    </message>
    <message>
        <source>Use a &amp;new folder</source>
        <translation>Usar una carpeta &amp;nueva</translation>
    </message>
    <message>
        <source>The guard&apos;s bounds are numbers from 0 to %1, separated by spaces.</source>
        <translation>Los límites de la guardia son números de 0 a %1, separados por espacios.</translation>
    </message>
    <message>
        <source>This sweep keeps to %1. A new folder can do without.</source>
        <translation>Esta serie de mediciones sigue con %1. Una carpeta nueva puede prescindir de ellos.</translation>
    </message>
    <message>
        <source>%1 needs clips of at least %2 pixels on each side, but these have %3.</source>
        <translation>%1 necesita clips de al menos %2 píxeles por lado, pero estos tienen %3.</translation>
    </message>
    <message>
        <source>These weights cannot be used: choose others, or clear the field.</source>
        <translation>Estos pesos no se pueden usar: elija otros o vacíe el campo.</translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s) to compare again, without a step.</source>
        <translation>
            <numerusform>Hay que volver a comparar %n clip, sin ningún paso.</numerusform>
            <numerusform>Hay que volver a comparar %n clips, sin ningún paso.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s) to compare again</source>
        <translation>
            <numerusform>%n clip por volver a comparar</numerusform>
            <numerusform>%n clips por volver a comparar</numerusform>
        </translation>
    </message>
    <message>
        <source>The bounds of the one-way guard are numbers above 0 and at most %1, separated by spaces.</source>
        <translation>Los límites de la guardia de una vez son números mayores que 0 y de %1 como máximo, separados por espacios.</translation>
    </message>
    <message>
        <source>The bounds of SRDiffusion&apos;s rule are numbers above 0 and at most %1, separated by spaces.</source>
        <translation>Los límites de la regla de SRDiffusion son números mayores que 0 y de %1 como máximo, separados por espacios.</translation>
    </message>
    <message>
        <source>A guard that hands over later costs more.</source>
        <translation>Una guardia que cede el paso más tarde cuesta más.</translation>
    </message>
</context>
<context>
    <name>fb::ui::SweepWords</name>
    <message>
        <source>Cheapest</source>
        <translation>Más barato</translation>
    </message>
    <message>
        <source>Sure</source>
        <translation>Seguro</translation>
    </message>
    <message>
        <source>Knee</source>
        <translation>Codo</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Artículo</translation>
    </message>
    <message>
        <source>The least work that is near enough.</source>
        <translation>El menor trabajo que está lo bastante cerca.</translation>
    </message>
    <message>
        <source>The least work that is near enough even at the low end of the interval.</source>
        <translation>El menor trabajo que está lo bastante cerca incluso en el extremo inferior del intervalo.</translation>
    </message>
    <message>
        <source>From here on, more large steps bring less than on average.</source>
        <translation>A partir de aquí, más pasos grandes aportan menos que la media.</translation>
    </message>
    <message>
        <source>The paper&apos;s criteria: with shorter stages, sameness falls faster than on average.</source>
        <translation>Los criterios del artículo: con etapas más cortas, la igualdad cae más rápido que la media.</translation>
    </message>
    <message>
        <source>Structure (SSIM)</source>
        <translation>Estructura (SSIM)</translation>
    </message>
    <message>
        <source>Latents</source>
        <translation>Latentes</translation>
    </message>
    <message>
        <source>Pixels (PSNR)</source>
        <translation>Píxeles (PSNR)</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Movimiento</translation>
    </message>
    <message>
        <source>Flicker</source>
        <translation>Parpadeo</translation>
    </message>
    <message>
        <source>the further one</source>
        <translation>el más lejano</translation>
    </message>
    <message>
        <source>another seed</source>
        <translation>otra semilla</translation>
    </message>
    <message>
        <source>the small model</source>
        <translation>el modelo pequeño</translation>
    </message>
    <message>
        <source>Large model alone</source>
        <translation>Solo el modelo grande</translation>
    </message>
    <message>
        <source>Small model alone</source>
        <translation>Solo el modelo pequeño</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 less work, sameness %2</source>
        <translation>%1 menos trabajo, igualdad %2</translation>
    </message>
    <message>
        <source>%1 less work, sameness %2 (%3 to %4)</source>
        <translation>%1 menos trabajo, igualdad %2 (%3 a %4)</translation>
    </message>
    <message>
        <source>Content (DINOv2)</source>
        <translation>Contenido (DINOv2)</translation>
    </message>
    <message>
        <source>Look (LPIPS)</source>
        <translation>Aspecto (LPIPS)</translation>
    </message>
    <message numerus="yes">
        <source>Large model, %n step(s)</source>
        <translation>
            <numerusform>Modelo grande, %n paso</numerusform>
            <numerusform>Modelo grande, %n pasos</numerusform>
        </translation>
    </message>
    <message>
        <source>Guard %1, %2 / %3</source>
        <translation>Guardia %1, %2 / %3</translation>
    </message>
    <message>
        <source>%1 more work, sameness %2</source>
        <translation>%1 más trabajo, igualdad %2</translation>
    </message>
    <message>
        <source>One-way guard %1, %2 / %3</source>
        <translation>Guardia de una vez %1, %2 / %3</translation>
    </message>
    <message>
        <source>SRDiffusion guard %1, %2 / %3</source>
        <translation>Guardia SRDiffusion %1, %2 / %3</translation>
    </message>
    <message>
        <source>Returning guard %1, %2 / %3</source>
        <translation>Guardián con retorno %1, %2 / %3</translation>
    </message>
</context>
<context>
    <name>fb::ui::Tour</name>
    <message>
        <source>Skip</source>
        <translation>Omitir</translation>
    </message>
    <message>
        <source>Help › Tour shows it again</source>
        <translation>Ayuda › Recorrido lo muestra de nuevo</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
</context>
<context>
    <name>fb::ui::TourPresenter</name>
    <message>
        <source>Say what the clip shows</source>
        <translation>Diga qué muestra el clip</translation>
    </message>
    <message>
        <source>Describe it here, or take the example. Size, length and presets that fit this pair of models are below. Ctrl+Return generates the clip.</source>
        <translation>Descríbalo aquí o use el ejemplo. Debajo están el tamaño, la duración y los preajustes adecuados para este par de modelos. Ctrl+Intro crea el clip.</translation>
    </message>
    <message>
        <source>Share the steps</source>
        <translation>Repartir los pasos</translation>
    </message>
    <message>
        <source>The large model takes the first and the last steps, the small one those between. Drag the two handles: fewer large steps take less time, more come nearer to the large model&apos;s clip. The curve shows how much the models differ.</source>
        <translation>El modelo grande da los primeros y los últimos pasos; el pequeño, los intermedios. Arrastre los dos tiradores: con menos pasos grandes se tarda menos, con más se acerca al clip del modelo grande. La curva muestra cuánto difieren los modelos.</translation>
    </message>
    <message>
        <source>Watch it grow</source>
        <translation>Vea cómo surge</translation>
    </message>
    <message>
        <source>The clip appears here while it is made. Finished ones are saved as videos by themselves and stay in the history, where two of them can be compared.</source>
        <translation>El clip aparece aquí mientras se crea. Los terminados se guardan solos como vídeo y quedan en el historial, donde se pueden comparar dos de ellos.</translation>
    </message>
</context>
<context>
    <name>fb::ui::UnexpectedEnd</name>
    <message>
        <source>it got too little memory</source>
        <translation>recibió muy poca memoria</translation>
    </message>
</context>
<context>
    <name>fb::ui::ValueFields</name>
    <message>
        <source>%1 is not allowed here; the nearest value is %2.</source>
        <translation>%1 no es posible aquí; el valor más cercano es %2.</translation>
    </message>
    <message>
        <source>%1 s at %2 fps</source>
        <translation>%1 s a %2 fps</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>&amp;Swap width and height</source>
        <translation>&amp;Intercambiar anchura y altura</translation>
    </message>
    <message>
        <source>Si&amp;ze</source>
        <translation>&amp;Tamaño</translation>
    </message>
    <message>
        <source>&amp;Length</source>
        <translation>&amp;Duración</translation>
    </message>
    <message>
        <source>S&amp;teps</source>
        <translation>Pas&amp;os</translation>
    </message>
    <message>
        <source>See&amp;d</source>
        <translation>Semi&amp;lla</translation>
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
        <translation>Avan&amp;zado</translation>
    </message>
    <message>
        <source>Common sizes</source>
        <translation>Tamaños habituales</translation>
    </message>
    <message>
        <source>Keep the seed</source>
        <translation>Conservar la semilla</translation>
    </message>
    <message>
        <source>Roll a new seed</source>
        <translation>Sacar una semilla nueva</translation>
    </message>
    <message>
        <source>Copy the seed</source>
        <translation>Copiar la semilla</translation>
    </message>
    <message>
        <source>Advanced settings</source>
        <translation>Ajustes avanzados</translation>
    </message>
    <message>
        <source>A multiple of %1 pixels; other values are rounded to the nearest.</source>
        <translation>Un múltiplo de %1 píxeles; otros números pasan al más cercano.</translation>
    </message>
    <message>
        <source>Common sizes, and swapping width and height</source>
        <translation>Tamaños habituales e intercambio de anchura y altura</translation>
    </message>
    <message>
        <source>%1 frames plus any multiple of %2: the VAE packs that many into one latent frame.</source>
        <translation>%1 fotogramas más cualquier múltiplo de %2: el VAE reúne esos en un fotograma latente.</translation>
    </message>
    <message>
        <source>Locked: every run uses this seed. Unlocked: each run rolls a new one.</source>
        <translation>Cerrado: todas las ejecuciones usan esta semilla. Abierto: cada una saca una nueva.</translation>
    </message>
    <message>
        <source>&amp;Guidance</source>
        <translation>&amp;Guía</translation>
    </message>
    <message>
        <source>This pair was distilled for this number of steps.</source>
        <translation>Este par se destiló para este número de pasos.</translation>
    </message>
    <message>
        <source>This pair defines its own guidance for each noise level.</source>
        <translation>Este par trae su propia guía para cada nivel de ruido.</translation>
    </message>
    <message>
        <source>Settings that rarely need changing</source>
        <translation>Ajustes que rara vez se cambian</translation>
    </message>
    <message>
        <source>“%1” is not a list of numbers such as 1, 0.75, 0.5.</source>
        <translation>«%1» no es una lista de números como 1, 0.75, 0.5.</translation>
    </message>
    <message>
        <source>As many as there are noise levels, under Advanced.</source>
        <translation>Tantos como niveles de ruido haya, en Avanzado.</translation>
    </message>
</context>
<context>
    <name>fb::ui::WatchedView</name>
    <message>
        <source>No folder is watched for models</source>
        <translation>No se vigila ninguna carpeta de modelos</translation>
    </message>
    <message>
        <source>Watched folders</source>
        <translation>Carpetas vigiladas</translation>
    </message>
    <message>
        <source>Watch folder…</source>
        <translation>Vigilar carpeta…</translation>
    </message>
    <message>
        <source>Watch a folder of models</source>
        <translation>Vigilar una carpeta de modelos</translation>
    </message>
    <message>
        <source>Remembered, and searched again when something in it changes. A ComfyUI folder works as it is.</source>
        <translation>Se recuerda y se vuelve a examinar cuando algo cambia en ella. Una carpeta de ComfyUI sirve tal como está.</translation>
    </message>
    <message>
        <source>Stop watching %1</source>
        <translation>Dejar de vigilar %1</translation>
    </message>
    <message>
        <source>The folder and its files stay as they are</source>
        <translation>La carpeta y sus archivos quedan como están</translation>
    </message>
    <message>
        <source>searching…</source>
        <translation>buscando…</translation>
    </message>
    <message>
        <source>not there at the moment</source>
        <translation>no está en este momento</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>no se puede leer</translation>
    </message>
    <message>
        <source>%1 free</source>
        <translation>%1 libres</translation>
    </message>
</context>
<context>
    <name>fb::ui::WeightsEdit</name>
    <message>
        <source>Weights (*.safetensors *.safetensors.index.json);;All files (*)</source>
        <translation>Pesos (*.safetensors *.safetensors.index.json);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Choose file</source>
        <translation>Elegir archivo</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>Elegir archivo…</translation>
    </message>
    <message>
        <source>Use no weights</source>
        <translation>No usar pesos</translation>
    </message>
    <message>
        <source>Use no weights here</source>
        <translation>No usar pesos aquí</translation>
    </message>
</context>
<context>
    <name>fb::ui::WhereToGet</name>
    <message>
        <source>The large model and everything it needs: the folders transformer, text_encoder, tokenizer and vae.</source>
        <translation>El modelo grande con todo lo suyo: las carpetas transformer, text_encoder, tokenizer y vae.</translation>
    </message>
    <message>
        <source>The small model: together with the repository above, the folder transformer is enough. To use it on its own, take the same four folders.</source>
        <translation>El modelo pequeño: junto al repositorio anterior basta la carpeta transformer. Por sí solo tiene las mismas cuatro carpetas.</translation>
    </message>
    <message>
        <source>Open %1 in the browser</source>
        <translation>Abrir %1 en el navegador</translation>
    </message>
    <message>
        <source>Makes clips from an image: take the same four folders and image_encoder. There is no small model for it, so it runs alone.</source>
        <translation>Hace clips a partir de una imagen: las mismas cuatro carpetas e image_encoder. No tiene un modelo pequeño que lo acompañe, así que trabaja solo.</translation>
    </message>
    <message>
        <source>Single files that include the VAE: ltxv-13b-0.9.8-dev.safetensors is the large model, ltxv-2b-0.9.8-distilled.safetensors the small one. ltxv-spatial-upscaler-0.9.8.safetensors is the latent upsampler for runs in two passes. Take only these files: the repository holds all versions.</source>
        <translation>Archivos sueltos que contienen también el VAE: ltxv-13b-0.9.8-dev.safetensors es el modelo grande y ltxv-2b-0.9.8-distilled.safetensors, el pequeño. ltxv-spatial-upscaler-0.9.8.safetensors es el escalador de latentes para ejecuciones en dos pasadas. Tome solo estos archivos: el repositorio contiene todas las versiones.</translation>
    </message>
    <message>
        <source>The folders tokenizer and text_encoder, which work for every version. With transformer and vae, it is also a small model.</source>
        <translation>Las carpetas tokenizer y text_encoder, que sirven para todas las versiones. Con transformer y vae es también un modelo pequeño.</translation>
    </message>
    <message>
        <source>The models are published on Hugging Face. A pair needs a large and a small transformer of one family, and one text encoder, tokenizer and VAE for both. Pickle files (.pth) are refused because opening one can run arbitrary code; use .safetensors.</source>
        <translation>Los modelos están publicados en Hugging Face. Un par necesita un transformer grande y uno pequeño de la misma familia, y un codificador de texto, un tokenizador y un VAE para ambos. Los archivos pickle (.pth) se rechazan porque abrirlos puede ejecutar cualquier código; use .safetensors.</translation>
    </message>
    <message>
        <source>WAN 2.1</source>
        <translation>WAN 2.1</translation>
    </message>
    <message>
        <source>The two text-to-video models share one latent space and form a pair.</source>
        <translation>Los dos modelos de texto a vídeo comparten un espacio latente y forman un par.</translation>
    </message>
    <message>
        <source>LTX-Video</source>
        <translation>LTX-Video</translation>
    </message>
    <message>
        <source>Versions 0.9.0 and 0.9.1 share one latent space, 0.9.5 to 0.9.8 another. Both models of a pair must use the same one; 13B 0.9.8 dev with 2B 0.9.8 distilled is a good pair.</source>
        <translation>Las versiones 0.9.0 y 0.9.1 comparten un espacio latente; las 0.9.5 a 0.9.8, otro. Los dos modelos de un par son del mismo; 13B 0.9.8 dev con 2B 0.9.8 distilled es un buen par.</translation>
    </message>
    <message>
        <source>Licence: Apache 2.0.</source>
        <translation>Licencia: Apache 2.0.</translation>
    </message>
    <message>
        <source>Licence: that of LTX-Video, in its repository; of the text encoder, Apache 2.0.</source>
        <translation>Licencia: la de LTX-Video, en su repositorio; la del codificador de texto, Apache 2.0.</translation>
    </message>
    <message>
        <source>As single files, a pair takes about %1.</source>
        <translation>Como archivos únicos, un par ocupa unos %1.</translation>
    </message>
    <message>
        <source>Only %1 are free where models go.</source>
        <translation>Donde van los modelos solo quedan %1 libres.</translation>
    </message>
    <message>
        <source>%1 are free where models go.</source>
        <translation>Donde van los modelos quedan %1 libres.</translation>
    </message>
    <message>
        <source>Everything as single files: from split_files, take diffusion_models/wan2.1_t2v_14B_fp8_scaled.safetensors, which suits a GPU with 12 or 16 GB, or, for a larger one, wan2.1_t2v_14B_fp16.safetensors; and with either, diffusion_models/wan2.1_t2v_1.3B_fp16.safetensors, text_encoders/umt5_xxl_fp8_e4m3fn_scaled.safetensors and vae/wan_2.1_vae.safetensors.</source>
        <translation>Todo en archivos sueltos: de split_files tome diffusion_models/wan2.1_t2v_14B_fp8_scaled.safetensors, adecuado para una GPU de 12 o 16 GB, o, para una mayor, wan2.1_t2v_14B_fp16.safetensors; y, en ambos casos, diffusion_models/wan2.1_t2v_1.3B_fp16.safetensors, text_encoders/umt5_xxl_fp8_e4m3fn_scaled.safetensors y vae/wan_2.1_vae.safetensors.</translation>
    </message>
    <message>
        <source>The text encoder as a single file: t5xxl_fp16.safetensors or, at half the size, t5xxl_fp8_e4m3fn_scaled.safetensors. The tokenizer is in the next repository.</source>
        <translation>El codificador de texto en un solo archivo: t5xxl_fp16.safetensors o, con la mitad de tamaño, t5xxl_fp8_e4m3fn_scaled.safetensors. El tokenizador está en el repositorio siguiente.</translation>
    </message>
    <message>
        <source>As single files, a pair takes about %1, or %2 with the large model in 16 bits.</source>
        <translation>Como archivos únicos, un par ocupa unos %1, o %2 con el modelo grande en 16 bits.</translation>
    </message>
</context>
</TS>
