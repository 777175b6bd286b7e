<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en_US">
<context>
    <name>ComponentKind</name>
    <message>
        <source>WAN transformer</source>
        <translation>Transformer WAN</translation>
    </message>
    <message>
        <source>WAN VAE</source>
        <translation>VAE WAN</translation>
    </message>
    <message>
        <source>UMT5 text encoder</source>
        <translation>Encodeur de texte UMT5</translation>
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
        <translation>Encodeur de texte T5</translation>
    </message>
    <message>
        <source>LTX latent upsampler</source>
        <translation>Agrandisseur de latents LTX</translation>
    </message>
    <message>
        <source>CLIP image encoder</source>
        <translation>Encodeur d’images CLIP</translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%Ln frame(s)</source>
        <translation>
            <numerusform>%Ln image</numerusform>
            <numerusform>%Ln images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln step(s)</source>
        <translation>
            <numerusform>%Ln étape</numerusform>
            <numerusform>%Ln étapes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s)</source>
        <translation>
            <numerusform>%Ln exécution</numerusform>
            <numerusform>%Ln exécutions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln fichier</numerusform>
            <numerusform>%Ln fichiers</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2 at %3 fps</source>
        <translation>%1 · %2 à %3 i/s</translation>
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
        <translation>environ %1</translation>
    </message>
    <message>
        <source>%1 kB</source>
        <translation>%1 ko</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 Mo</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1 Go</translation>
    </message>
    <message>
        <source>%1 TB</source>
        <translation>%1 To</translation>
    </message>
    <message>
        <source>%1 B</source>
        <translation>%1 o</translation>
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
        <translation>Un réglage a une valeur inutilisable</translation>
    </message>
    <message>
        <source>Something was not found</source>
        <translation>Un élément est introuvable</translation>
    </message>
    <message>
        <source>A file is damaged</source>
        <translation>Un fichier est endommagé</translation>
    </message>
    <message>
        <source>This is not supported</source>
        <translation>Ceci n’est pas pris en charge</translation>
    </message>
    <message>
        <source>There is not enough memory</source>
        <translation>La mémoire est insuffisante</translation>
    </message>
    <message>
        <source>A file could not be read or written</source>
        <translation>Un fichier n’a pas pu être lu ou écrit</translation>
    </message>
    <message>
        <source>Sampling produced invalid numbers</source>
        <translation>Les valeurs ont débordé</translation>
    </message>
    <message>
        <source>Internal error</source>
        <translation>Le programme a commis une erreur</translation>
    </message>
    <message>
        <source>Change the value named above and try again.</source>
        <translation>Modifiez la valeur indiquée ci-dessus et réessayez.</translation>
    </message>
    <message>
        <source>Put the file back, or choose its new location.</source>
        <translation>Remettez le fichier à sa place ou indiquez où il se trouve.</translation>
    </message>
    <message>
        <source>Download the file again; an incomplete download is the usual cause.</source>
        <translation>Récupérez le fichier à nouveau : un téléchargement interrompu est la cause habituelle.</translation>
    </message>
    <message>
        <source>Models › Models and pairs shows what can be used.</source>
        <translation>Modèles › Modèles et paires indique ce qui est utilisable.</translation>
    </message>
    <message>
        <source>Choose fewer frames, a smaller size or bf16, or close other programs that use the device.</source>
        <translation>Choisissez moins d’images, une taille plus petite ou bf16, ou fermez les autres programmes qui utilisent le périphérique.</translation>
    </message>
    <message>
        <source>Check that the disk has free space and that you have write permission for the folder.</source>
        <translation>Vérifiez qu’il reste de la place sur le disque et que vous pouvez écrire dans le dossier.</translation>
    </message>
    <message>
        <source>Lower the guidance scale, or choose bf16 or fp32 instead of fp16.</source>
        <translation>Baissez l’échelle de guidage, ou choisissez bf16 ou fp32 au lieu de fp16.</translation>
    </message>
    <message>
        <source>Please send us the report from Help › Log. Finished steps are kept.</source>
        <translation>Aide › Journal permet de copier un rapport ; merci de nous l’envoyer. Les étapes déjà faites sont conservées.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1 : %2</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>FlowBlending Studio is already running with the folder %1 but is not responding. Quit it first, or start with another folder: --state FOLDER.</source>
        <translation>FlowBlending Studio est déjà lancé avec le dossier %1 et ne répond pas. Quittez-le d’abord, ou lancez-le avec un autre dossier : --state DOSSIER.</translation>
    </message>
</context>
<context>
    <name>PartOffers</name>
    <message>
        <source>%1 and %2</source>
        <translation>%1 et %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
    <message>
        <source>Inside the large model</source>
        <translation>Dans le grand modèle</translation>
    </message>
    <message>
        <source>Inside the small model</source>
        <translation>Dans le petit modèle</translation>
    </message>
    <message>
        <source>Inside the text encoder</source>
        <translation>Dans l’encodeur de texte</translation>
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
        <translation>Prompt négatif</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Graine</translation>
    </message>
    <message>
        <source>The same seed and settings produce the same clip.</source>
        <translation>La même graine et les mêmes réglages donnent le même clip.</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Largeur</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Hauteur</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Frames per second</source>
        <translation>Images par seconde</translation>
    </message>
    <message>
        <source>Playback speed of the clip; the frames stay the same.</source>
        <translation>La vitesse de lecture du clip ; les images restent les mêmes.</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Étapes</translation>
    </message>
    <message>
        <source>Number of steps from noise to clip. More take longer and give finer detail.</source>
        <translation>Le nombre d’étapes du bruit au clip. Plus il y en a, plus c’est long et détaillé.</translation>
    </message>
    <message>
        <source>Solver</source>
        <translation>Solveur</translation>
    </message>
    <message>
        <source>How each step is computed from the velocity. UniPC and DPM++ use earlier steps as well and need fewer steps.</source>
        <translation>Comment une étape découle de la vitesse. UniPC et DPM++ regardent les étapes précédentes et en demandent moins.</translation>
    </message>
    <message>
        <source>Solver history at a switch</source>
        <translation>Historique du solveur au passage</translation>
    </message>
    <message>
        <source>A multistep solver remembers earlier velocities. When the other model takes over, keep them or start afresh.</source>
        <translation>Un solveur multipas se souvient des vitesses précédentes. Gardez-les là où l’autre modèle prend le relais, ou repartez de zéro.</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Shift</translation>
    </message>
    <message>
        <source>A higher shift spends more steps at high noise, where motion and layout take shape. Large frames need more shift.</source>
        <translation>Consacre plus d’étapes au bruit élevé, où se fixent mouvement et composition. Les grandes images demandent plus de shift.</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>Guidage</translation>
    </message>
    <message>
        <source>How strongly the clip follows the prompt. At 1 or below, the negative prompt is not used and each step costs half as much.</source>
        <translation>La force avec laquelle le clip suit le prompt. À 1 ou moins, le prompt négatif ne sert pas et une étape coûte moitié moins.</translation>
    </message>
    <message>
        <source>Guidance of the small model</source>
        <translation>Guidage du petit modèle</translation>
    </message>
    <message>
        <source>By default, both models use the same guidance.</source>
        <translation>Par défaut, les deux modèles utilisent le même guidage.</translation>
    </message>
    <message>
        <source>Steps of the small model</source>
        <translation>Pas du petit modèle</translation>
    </message>
    <message>
        <source>one per interval</source>
        <translation>un par intervalle</translation>
    </message>
    <message>
        <source>Two passes</source>
        <translation>Deux passes</translation>
    </message>
    <message>
        <source>Samples at half the width and height, upsamples the latents and refines them with the large model.</source>
        <translation>Échantillonne à la moitié de la largeur et de la hauteur, agrandit les latents et les affine avec le grand modèle.</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Précision</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Repartir de zéro</translation>
    </message>
    <message>
        <source>Precision of fp8 weights</source>
        <translation>Précision des poids fp8</translation>
    </message>
    <message>
        <source>Decoding precision</source>
        <translation>Précision du décodage</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatique</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>Exacte</translation>
    </message>
    <message>
        <source>LoRAs</source>
        <translation>LoRA</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>Cache</translation>
    </message>
    <message>
        <source>Skips evaluations of a model where the velocity hardly changes, and reuses an earlier one. Faster, but not exactly the same clip.</source>
        <translation>Saute des évaluations d’un modèle lorsque la vitesse change à peine et en réutilise une précédente. Plus rapide, mais le clip n’est pas exactement le même.</translation>
    </message>
    <message>
        <source>Cache threshold</source>
        <translation>Seuil du cache</translation>
    </message>
    <message>
        <source>How much may change before a model runs again. More is faster and less exact.</source>
        <translation>De combien la vitesse peut changer avant qu’un modèle s’exécute à nouveau. Plus élevé : plus rapide, moins exact.</translation>
    </message>
    <message>
        <source>every step is computed</source>
        <translation>chaque étape est calculée</translation>
    </message>
    <message>
        <source>Reused steps in a row</source>
        <translation>Étapes réutilisées à la suite</translation>
    </message>
    <message>
        <source>How many steps in a row MagCache may reuse before the model runs again. Other caches have no such limit.</source>
        <translation>Nombre d’étapes consécutives que MagCache peut réutiliser avant que le modèle s’exécute à nouveau. Les autres caches n’ont pas cette limite.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
    <message>
        <source>Noise levels</source>
        <translation>Niveaux de bruit</translation>
    </message>
    <message>
        <source>Noise level at which each step starts, from at most 1 downward, without the final 0, such as 1,0.9375,0.8333,0.625. Step-distilled models need those that they were trained for. Replaces the shift and the number of steps. UniPC and Euler only.</source>
        <translation>Niveau de bruit au début de chaque étape, en ordre décroissant à partir de 1 au plus, sans le 0 final, par exemple 1,0.9375,0.8333,0.625. Les modèles distillés en étapes ont besoin de ceux de leur entraînement. Remplace le shift et le nombre d’étapes. UniPC et Euler seulement.</translation>
    </message>
    <message>
        <source>Retention steps</source>
        <translation>Étapes de rétention</translation>
    </message>
    <message>
        <source>Always computes the first 5 steps, and decides about the others by the modulation of the blocks instead of the time embedding. TeaCache on WAN only.</source>
        <translation>Calcule toujours les 5 premières étapes et décide des autres d’après la modulation des blocs au lieu du plongement temporel. Uniquement TeaCache avec WAN.</translation>
    </message>
    <message>
        <source>Guard</source>
        <translation>Garde</translation>
    </message>
    <message>
        <source>Guard bound</source>
        <translation>Limite de la garde</translation>
    </message>
    <message>
        <source>the large model takes every step</source>
        <translation>le grand modèle effectue chaque étape</translation>
    </message>
    <message>
        <source>Steps between checks</source>
        <translation>Étapes entre les contrôles</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Vérifier</translation>
    </message>
    <message>
        <source>Bound of the change</source>
        <translation>Limite de la variation</translation>
    </message>
    <message>
        <source>One-way: how much the predicted clean latents may still change from one step to the next for the small model to take over, as relative L2. Less is nearer to the large model&apos;s clip and slower.</source>
        <translation>Sans retour : variation admise des latents propres prédits d’une étape à la suivante pour que le petit modèle prenne le relais, en L2 relative. Plus faible : plus proche du clip du grand modèle, plus lent.</translation>
    </message>
    <message>
        <source>One-way</source>
        <translation>Sans retour</translation>
    </message>
    <message>
        <source>Verify: in the middle stage, the large model goes on until a check, every few steps, finds the small one near enough; then that one takes the rest of the stage. Each check costs a step of both models. One-way: the large model goes on until the clip that it predicts hardly changes from step to step; then the small one takes the rest of the stage. SRDiffusion: the same with that method&apos;s rule, by how the large model&apos;s velocity settles.</source>
        <translation>Vérifier : dans la phase intermédiaire, le grand modèle continue jusqu’à ce qu’un contrôle, toutes les quelques étapes, montre que le petit est assez proche ; celui-ci effectue ensuite le reste de la phase. Chaque contrôle coûte une étape des deux modèles. Sans retour : le grand modèle continue jusqu’à ce que le clip qu’il prédit ne change presque plus d’une étape à l’autre ; le petit effectue ensuite le reste de la phase. SRDiffusion : de même, selon la règle de cette méthode, d’après la stabilisation de la vitesse du grand modèle.</translation>
    </message>
    <message>
        <source>Verify: how far apart the two velocities may be for the small model to take over, as relative L2. Less is nearer to the large model&apos;s clip and slower.</source>
        <translation>Vérifier : écart admis entre les deux vitesses pour que le petit modèle prenne le relais, en L2 relative. Plus faible : plus proche du clip du grand modèle, plus lent.</translation>
    </message>
    <message>
        <source>Verify: the first step of the middle stage is a check, and then every one after so many steps, until a check passes.</source>
        <translation>Vérifier : la première étape de la phase intermédiaire est un contrôle ; ensuite, un contrôle a lieu chaque fois après ce nombre d’étapes, jusqu’à ce que l’un d’eux réussisse.</translation>
    </message>
    <message>
        <source>Bound of the settling</source>
        <translation>Limite de la stabilisation</translation>
    </message>
    <message>
        <source>SRDiffusion: the small model takes over after the first step in which the large model&apos;s velocity changes less than in the step before, by less than this. Less is nearer to the large model&apos;s clip and slower.</source>
        <translation>SRDiffusion : le petit modèle prend le relais après la première étape où la vitesse du grand varie moins qu’à l’étape précédente, d’une différence inférieure à cette valeur. Plus faible : plus proche du clip du grand modèle, plus lent.</translation>
    </message>
    <message>
        <source>The large model may return</source>
        <translation>Le grand modèle peut revenir</translation>
    </message>
    <message>
        <source>Verify: checks go on while the small model takes the steps, one more of its steps apart after each that passes, and the large model returns after one that does not. Otherwise, the small model is not checked again once it has taken over.</source>
        <translation>Vérifier : les contrôles continuent pendant que le petit modèle effectue les étapes, espacés d’une étape de plus après chaque contrôle réussi, et le grand modèle revient après un contrôle échoué. Sinon, le petit modèle n’est plus contrôlé une fois qu’il a pris le relais.</translation>
    </message>
</context>
<context>
    <name>fb::ui::AboutDialog</name>
    <message>
        <source>About FlowBlending Studio</source>
        <translation>À propos de FlowBlending Studio</translation>
    </message>
    <message>
        <source>Version %1 · Qt %2</source>
        <translation>Version %1 · Qt %2</translation>
    </message>
    <message>
        <source>About</source>
        <translation>À propos</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Licences</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Fermer</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Turns a prompt into a video clip with two diffusion transformers on one sampling trajectory: the large one where it matters, early and late, and the small one in between.</source>
        <translation>Transforme un prompt en clip vidéo avec deux transformers de diffusion sur une même trajectoire d’échantillonnage : le grand là où il compte, au début et à la fin, et le petit entre les deux.</translation>
    </message>
    <message>
        <source>The method: %1</source>
        <translation>La méthode : %1</translation>
    </message>
    <message>
        <source>It is built on LibTorch 2.11, FFmpeg’s libav libraries, Qt, QCustomPlot, SQLite and SentencePiece. Their licences are on the next page.</source>
        <translation>Il repose sur LibTorch 2.11, les bibliothèques libav de FFmpeg, Qt, QCustomPlot, SQLite et SentencePiece. Leurs licences sont à la page suivante.</translation>
    </message>
    <message>
        <source>FlowBlending Studio’s own code is under the MIT licence.</source>
        <translation>Le code propre à FlowBlending Studio est sous licence MIT.</translation>
    </message>
</context>
<context>
    <name>fb::ui::Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>Éditi&amp;on</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Exécution</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>&amp;Models</source>
        <translation>&amp;Modèles</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;ide</translation>
    </message>
    <message>
        <source>&amp;Generate</source>
        <translation>&amp;Générer</translation>
    </message>
    <message>
        <source>Add this request to the queue and start it</source>
        <translation>Ajouter cette demande à la file d’attente et la lancer</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>Pause the running clip after its current block; its steps are kept and the device is freed</source>
        <translation>Arrêter le clip en cours après le bloc actuel, garder ses étapes et libérer le périphérique</translation>
    </message>
    <message>
        <source>P&amp;robe</source>
        <translation>&amp;Sonder</translation>
    </message>
    <message>
        <source>Run both models on every step to see where they differ</source>
        <translation>Exécuter les deux modèles à chaque étape pour voir où ils diffèrent</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>&amp;Comparer</translation>
    </message>
    <message>
        <source>Show two results side by side, as a wipe or as their difference</source>
        <translation>Afficher deux résultats côte à côte, en volet ou en différence</translation>
    </message>
    <message>
        <source>Compare with &amp;large only</source>
        <translation>Comparer avec le &amp;grand seul</translation>
    </message>
    <message>
        <source>Queue the same request with the large model on every step</source>
        <translation>Mettre en file la même demande avec le grand modèle à chaque étape</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exporter…</translation>
    </message>
    <message>
        <source>Save the clip shown as a video, GIF or PNG sequence</source>
        <translation>Enregistrer le clip affiché en vidéo, GIF ou séquence PNG</translation>
    </message>
    <message>
        <source>&amp;Open clip…</source>
        <translation>&amp;Ouvrir un clip…</translation>
    </message>
    <message>
        <source>Show a clip file and load the settings stored in it</source>
        <translation>Afficher un fichier de clip et reprendre les réglages qu’il contient</translation>
    </message>
    <message>
        <source>Copy &amp;frame</source>
        <translation>Copier l’&amp;image</translation>
    </message>
    <message>
        <source>Copy the frame shown to the clipboard</source>
        <translation>Copier l’image affichée dans le presse-papiers</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>Quit the Studio; a running clip can be continued later</source>
        <translation>Quitter le Studio ; un clip en cours peut être gardé pour plus tard</translation>
    </message>
    <message>
        <source>&amp;Models and pairs…</source>
        <translation>&amp;Modèles et paires…</translation>
    </message>
    <message>
        <source>Add checkpoints and build pairs from them</source>
        <translation>Ajouter des checkpoints et en former des paires</translation>
    </message>
    <message>
        <source>Se&amp;ttings…</source>
        <translation>&amp;Réglages…</translation>
    </message>
    <message>
        <source>Device, precision, folders, language and theme</source>
        <translation>Périphérique, précision, dossiers, langue et thème</translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation>Réinitialiser la &amp;disposition</translation>
    </message>
    <message>
        <source>Move all panels back to their default places</source>
        <translation>Remettre tous les panneaux à leur place d’origine</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>&amp;Plein écran</translation>
    </message>
    <message>
        <source>Fill the screen with the window</source>
        <translation>Étendre la fenêtre à tout l’écran</translation>
    </message>
    <message>
        <source>How to use the Studio, and its keyboard shortcuts</source>
        <translation>Le mode d’emploi du Studio et ses raccourcis</translation>
    </message>
    <message>
        <source>&amp;Log…</source>
        <translation>&amp;Journal…</translation>
    </message>
    <message>
        <source>What the program has done, for bug reports</source>
        <translation>Ce qu’a fait le programme, pour les rapports de bogue</translation>
    </message>
    <message>
        <source>&amp;About FlowBlending Studio</source>
        <translation>À &amp;propos de FlowBlending Studio</translation>
    </message>
    <message>
        <source>Version and licences</source>
        <translation>Version et licences</translation>
    </message>
    <message>
        <source>Playbac&amp;k</source>
        <translation>&amp;Lecture</translation>
    </message>
    <message>
        <source>Go on where the queue was paused</source>
        <translation>Reprendre là où la file a été mise en pause</translation>
    </message>
    <message>
        <source>&amp;Skip</source>
        <translation>Pa&amp;sser</translation>
    </message>
    <message>
        <source>Go on with the next clip; the steps of the running one are kept, and it can be resumed</source>
        <translation>Passer au clip suivant ; les étapes du clip en cours sont gardées et il pourra reprendre</translation>
    </message>
    <message>
        <source>Discard the running clip and go on with the next one; this can be undone</source>
        <translation>Abandonner le clip en cours et passer au suivant ; cela peut être annulé</translation>
    </message>
    <message>
        <source>Res&amp;ume</source>
        <translation>Repre&amp;ndre</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>Generate s&amp;everal</source>
        <translation>Générer plusi&amp;eurs</translation>
    </message>
    <message>
        <source>%1 seeds</source>
        <translation>%1 graines</translation>
    </message>
    <message>
        <source>Queue this request with its seed and those that follow it</source>
        <translation>Mettre cette demande en file avec sa graine et les suivantes</translation>
    </message>
    <message>
        <source>&amp;Find boundaries…</source>
        <translation>&amp;Trouver les limites…</translation>
    </message>
    <message>
        <source>Sample prompts with many boundaries, to find those that cost least and stay near the large model</source>
        <translation>Générer des prompts avec de nombreuses limites pour trouver celles qui coûtent le moins et restent proches du grand modèle</translation>
    </message>
    <message>
        <source>&amp;Tour</source>
        <translation>&amp;Visite guidée</translation>
    </message>
    <message>
        <source>Three places of the window, explained</source>
        <translation>Trois endroits de la fenêtre, expliqués</translation>
    </message>
    <message>
        <source>&amp;Import a profile…</source>
        <translation>&amp;Importer un profil…</translation>
    </message>
    <message>
        <source>Add a file of divergence profiles to what is kept of this pair and these settings</source>
        <translation>Ajouter un fichier de profils de divergence à ce qui est conservé pour cette paire et ces réglages</translation>
    </message>
    <message>
        <source>E&amp;xport the profile…</source>
        <translation>E&amp;xporter le profil…</translation>
    </message>
    <message>
        <source>Save what probes have found about this pair and these settings, for other machines</source>
        <translation>Enregistrer ce que les sondes ont trouvé sur cette paire et ces réglages, pour d’autres machines</translation>
    </message>
    <message>
        <source>&amp;Report a problem…</source>
        <translation>&amp;Signaler un problème…</translation>
    </message>
    <message>
        <source>Copy what a report needs: versions, devices and the newest lines of the log</source>
        <translation>Copier ce qu’il faut pour un signalement : versions, périphériques et dernières lignes du journal</translation>
    </message>
    <message>
        <source>Search the &amp;history</source>
        <translation>Rechercher dans l’&amp;historique</translation>
    </message>
    <message>
        <source>Find finished clips by prompt, name or tag</source>
        <translation>Trouver des clips terminés par prompt, nom ou étiquette</translation>
    </message>
    <message>
        <source>Queue clips from a &amp;list…</source>
        <translation>Ajouter à la file les clips d’une &amp;liste…</translation>
    </message>
    <message>
        <source>Add a clip for each line of a text file or table</source>
        <translation>Ajouter un clip pour chaque ligne d’un fichier texte ou d’un tableau</translation>
    </message>
</context>
<context>
    <name>fb::ui::BoundaryControl</name>
    <message>
        <source>Early stage of the large model, in steps</source>
        <translation>Phase initiale du grand modèle, en étapes</translation>
    </message>
    <message>
        <source>Early stage of the large model, share of the steps</source>
        <translation>Phase initiale du grand modèle, part des étapes</translation>
    </message>
    <message>
        <source>The early stage settles structure and motion. A longer one stays closer to the large model; a shorter one is faster.</source>
        <translation>La phase initiale fixe la structure et le mouvement. Plus longue, elle reste plus proche du grand modèle ; plus courte, elle est plus rapide.</translation>
    </message>
    <message>
        <source>Late stage of the large model, in steps</source>
        <translation>Phase finale du grand modèle, en étapes</translation>
    </message>
    <message>
        <source>Late stage of the large model, share of the steps</source>
        <translation>Phase finale du grand modèle, part des étapes</translation>
    </message>
    <message>
        <source>The late stage adds fine detail. Here the models differ again.</source>
        <translation>La phase finale apporte les détails fins. Les modèles y diffèrent de nouveau.</translation>
    </message>
    <message>
        <source>Large &amp;until</source>
        <translation>Grand &amp;jusqu’à</translation>
    </message>
    <message>
        <source>Large again f&amp;or the last</source>
        <translation>Grand à nou&amp;veau pour les dernières</translation>
    </message>
    <message>
        <source>Early</source>
        <translation>Début</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Fin</translation>
    </message>
</context>
<context>
    <name>fb::ui::BoundaryModel</name>
    <message>
        <source>No candidate: the small model would have no step, or it is not in the grid</source>
        <translation>Pas de candidat : le petit modèle n’aurait aucune étape, ou il n’est pas dans la grille</translation>
    </message>
    <message>
        <source>%1: not measured yet</source>
        <translation>%1 : pas encore mesuré</translation>
    </message>
    <message>
        <source>%1: distance %2 so far</source>
        <translation>%1 : distance %2 jusqu’ici</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>Large until %1</source>
        <translation>Grand jusqu’à %1</translation>
    </message>
    <message>
        <source>Large again for the last %1</source>
        <translation>Grand à nouveau pour les derniers %1</translation>
    </message>
</context>
<context>
    <name>fb::ui::BranchLine</name>
    <message>
        <source>Continues &quot;%1&quot; from step %2; changes before it have no effect</source>
        <translation>Continue « %1 » à partir de l’étape %2 ; les changements avant elle sont sans effet</translation>
    </message>
    <message>
        <source>The first %1 steps are those of that clip. The boundaries after them, solver and guidance can be changed; prompt, seed, size and number of steps must stay.</source>
        <translation>Les %1 premières étapes sont celles de ce clip. Les limites suivantes, le solveur et le guidage peuvent changer ; le prompt, la graine, la taille et le nombre d’étapes doivent rester.</translation>
    </message>
    <message>
        <source>Remove the branch</source>
        <translation>Supprimer la bifurcation</translation>
    </message>
    <message>
        <source>Compute the whole clip instead</source>
        <translation>Calculer le clip entier</translation>
    </message>
</context>
<context>
    <name>fb::ui::BranchMarkers</name>
    <message>
        <source>Branch after step %1 of %2</source>
        <translation>Bifurquer après l’étape %1 sur %2</translation>
    </message>
    <message>
        <source>Branch from here: the next clip takes over the first %1 steps of this one, and only the rest is computed</source>
        <translation>Bifurquer ici : le prochain clip reprend les %1 premières étapes de celui-ci, seul le reste est calculé</translation>
    </message>
</context>
<context>
    <name>fb::ui::BranchPresenter</name>
    <message>
        <source>Change what comes after step %1 and press Generate.</source>
        <translation>Changez ce qui suit l’étape %1 et appuyez sur Générer.</translation>
    </message>
    <message>
        <source>Remove the branch</source>
        <comment>undo</comment>
        <translation>Supprimer la bifurcation</translation>
    </message>
    <message>
        <source>Branch from a clip</source>
        <comment>undo</comment>
        <translation>Bifurquer depuis un clip</translation>
    </message>
</context>
<context>
    <name>fb::ui::BranchWords</name>
    <message>
        <source>The folder of this run no longer exists, so its steps cannot be continued.</source>
        <translation>Le dossier de cette exécution n’existe plus, ses étapes ne peuvent donc pas être continuées.</translation>
    </message>
    <message>
        <source>This run keeps no state to continue from. Settings › Folders says how many are kept and how much space they may use.</source>
        <translation>Cette exécution ne garde aucun état à continuer. Réglages › Dossiers indique combien sont gardés et la place qu’ils peuvent prendre.</translation>
    </message>
</context>
<context>
    <name>fb::ui::CalibrationOffer</name>
    <message>
        <source>Calibrate</source>
        <translation>Calibrer</translation>
    </message>
    <message>
        <source>Calibrate the models for MagCache</source>
        <translation>Calibrer les modèles pour MagCache</translation>
    </message>
    <message>
        <source>Samples a whole trajectory with each model, as a run of the queue, and keeps what it measures. Other runs are not affected.</source>
        <translation>Parcourt une trajectoire entière avec chaque modèle, comme une génération de la file d’attente, et conserve les mesures. Les autres générations n’en sont pas affectées.</translation>
    </message>
    <message>
        <source>The models are being measured, or will be: see the queue.</source>
        <translation>Les modèles sont en cours de mesure ou en attente : voir la file d’attente.</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) of each model</source>
        <translation>
            <numerusform>%n étape de chaque modèle</numerusform>
            <numerusform>%n étapes de chaque modèle</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) of one model</source>
        <translation>
            <numerusform>%n étape d’un modèle</numerusform>
            <numerusform>%n étapes d’un modèle</numerusform>
        </translation>
    </message>
    <message>
        <source>Calibrating measures them once, for all later runs: %1, %2.</source>
        <comment>steps, time</comment>
        <translation>Le calibrage les mesure une fois pour toutes les générations suivantes : %1, %2.</translation>
    </message>
</context>
<context>
    <name>fb::ui::ClipWords</name>
    <message>
        <source>%1 · seed %2</source>
        <comment>LSL 40/20, 4189</comment>
        <translation>%1 · graine %2</translation>
    </message>
    <message>
        <source>settings damaged</source>
        <translation>réglages endommagés</translation>
    </message>
</context>
<context>
    <name>fb::ui::CompareCanvas</name>
    <message>
        <source>Compared clips</source>
        <translation>Clips comparés</translation>
    </message>
    <message>
        <source>A fills the left %1</source>
        <translation>A est affiché à gauche, %1</translation>
    </message>
    <message>
        <source>Drag the divider, or move it with the arrow keys (Shift: faster)</source>
        <translation>Faites glisser le séparateur ou déplacez-le avec les flèches (Maj : plus vite)</translation>
    </message>
    <message>
        <source>%1 is shown</source>
        <translation>%1 est affiché</translation>
    </message>
    <message>
        <source>Drag the image, or move it with the arrow keys (Shift: faster)</source>
        <translation>Faites glisser l&apos;image ou déplacez-la avec les flèches (Maj : plus vite)</translation>
    </message>
</context>
<context>
    <name>fb::ui::ComparePresenter</name>
    <message>
        <source>Compare</source>
        <translation>Comparer</translation>
    </message>
    <message>
        <source>%1 (large only)</source>
        <translation>%1 (grand seul)</translation>
    </message>
    <message numerus="yes">
        <source>Comparison of %n clip(s)</source>
        <translation>
            <numerusform>Comparaison de %n clip</numerusform>
            <numerusform>Comparaison de %n clips</numerusform>
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
        <translation>Lecture</translation>
    </message>
    <message>
        <source>One frame back</source>
        <translation>Une image en arrière</translation>
    </message>
    <message>
        <source>One frame forward</source>
        <translation>Une image en avant</translation>
    </message>
    <message>
        <source>Play in a loop</source>
        <translation>Lire en boucle</translation>
    </message>
    <message>
        <source>Start over at the end</source>
        <translation>Recommencer à la fin</translation>
    </message>
    <message>
        <source>Pause all clips (Space or K)</source>
        <translation>Mettre tous les clips en pause (Espace ou K)</translation>
    </message>
    <message>
        <source>Play all clips together (Space; J backwards, L faster)</source>
        <translation>Lire tous les clips ensemble (Espace ; J en arrière, L plus vite)</translation>
    </message>
    <message>
        <source>One frame back in all clips (,)</source>
        <translation>Une image en arrière dans tous les clips (,)</translation>
    </message>
    <message>
        <source>One frame forward in all clips (.)</source>
        <translation>Une image en avant dans tous les clips (.)</translation>
    </message>
    <message>
        <source>Frame of all clips</source>
        <translation>Image de tous les clips</translation>
    </message>
</context>
<context>
    <name>fb::ui::CompareView</name>
    <message>
        <source>Untitled clip</source>
        <translation>Clip sans titre</translation>
    </message>
    <message>
        <source>Choose two results above.
They play together here, frame by frame.</source>
        <translation>Choisissez deux résultats ci-dessus.
Ils se lisent ici ensemble, image par image.</translation>
    </message>
    <message>
        <source>Choose a clip for A to compare it with B.</source>
        <translation>Choisissez un clip pour A afin de le comparer à B.</translation>
    </message>
    <message>
        <source>Choose a clip for B to compare it with A.</source>
        <translation>Choisissez un clip pour B afin de le comparer à A.</translation>
    </message>
    <message>
        <source>Choose a result…</source>
        <translation>Choisir un résultat…</translation>
    </message>
    <message>
        <source>Choose one of the finished runs</source>
        <translation>Choisir une des exécutions terminées</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Réglage</translation>
    </message>
    <message>
        <source>The settings of one clip are unknown</source>
        <translation>Les réglages d’un des clips sont inconnus</translation>
    </message>
    <message>
        <source>The settings are the same</source>
        <translation>Les réglages sont identiques</translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s) differ</source>
        <translation>
            <numerusform>%n réglage diffère</numerusform>
            <numerusform>%n réglages diffèrent</numerusform>
        </translation>
    </message>
    <message>
        <source>measuring…</source>
        <translation>mesure…</translation>
    </message>
    <message>
        <source>SSIM %1 on average</source>
        <translation>SSIM %1 en moyenne</translation>
    </message>
    <message>
        <source>SSIM</source>
        <translation>SSIM</translation>
    </message>
    <message>
        <source>PSNR %1 dB on average</source>
        <translation>PSNR %1 dB en moyenne</translation>
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
        <translation>Échanger A et B</translation>
    </message>
    <message>
        <source>&amp;Side by side</source>
        <translation>&amp;Côte à côte</translation>
    </message>
    <message>
        <source>&amp;Wipe</source>
        <translation>&amp;Volet</translation>
    </message>
    <message>
        <source>A to the left of a divider that you can drag, B to the right</source>
        <translation>A à gauche d’un séparateur à faire glisser, B à droite</translation>
    </message>
    <message>
        <source>The difference at each pixel; black means identical</source>
        <translation>L’écart entre les deux à chaque pixel ; noir signifie identique</translation>
    </message>
    <message>
        <source>Amplification of the difference</source>
        <translation>Amplification de la différence</translation>
    </message>
    <message>
        <source>×%1</source>
        <translation>×%1</translation>
    </message>
    <message>
        <source>Compare with large only</source>
        <translation>Comparer avec le grand seul</translation>
    </message>
    <message>
        <source>Queues A&apos;s run again with the large model on every step, to show what the small model costs in quality</source>
        <translation>Remet en file l’exécution de A avec le grand modèle à chaque étape : ce que la part du petit coûte en qualité</translation>
    </message>
    <message>
        <source>Peak signal-to-noise ratio; higher is closer, 100 dB means identical</source>
        <translation>Rapport signal sur bruit de crête ; plus haut est plus proche, 100 dB signifie identique</translation>
    </message>
    <message>
        <source>Settings that differ</source>
        <translation>Réglages qui diffèrent</translation>
    </message>
    <message>
        <source>How many times brighter the difference is shown</source>
        <translation>Combien de fois la différence est éclaircie</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <translation>%1 — %2</translation>
    </message>
    <message>
        <source>Sh&amp;ow %1</source>
        <translation>Aff&amp;icher %1</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>Afficher %1</translation>
    </message>
    <message>
        <source>different sizes</source>
        <translation>tailles différentes</translation>
    </message>
    <message>
        <source>SSIM to A</source>
        <translation>SSIM avec A</translation>
    </message>
    <message>
        <source>PSNR to A, dB</source>
        <translation>PSNR avec A, dB</translation>
    </message>
    <message>
        <source>All clips in full, side by side</source>
        <translation>Tous les clips en entier, côte à côte</translation>
    </message>
    <message>
        <source>Diff&amp;erence</source>
        <translation>Diffé&amp;rence</translation>
    </message>
    <message>
        <source>&amp;Flicker</source>
        <translation>Al&amp;terner</translation>
    </message>
    <message>
        <source>The clips in turn at one place: F shows the next one, H shows it while you hold the key</source>
        <translation>Les clips tour à tour au même endroit : F affiche le suivant, H tant que la touche est enfoncée</translation>
    </message>
    <message>
        <source>The next clip at the same place (F); hold H to see it for a moment</source>
        <translation>Le clip suivant au même endroit (F) ; maintenez H pour le voir un instant</translation>
    </message>
    <message>
        <source>&amp;Zoom</source>
        <translation>&amp;Zoom</translation>
    </message>
    <message>
        <source>Zoom of all clips</source>
        <translation>Zoom de tous les clips</translation>
    </message>
    <message>
        <source>All clips show the same part: turn the wheel or press + and − to zoom, 0 to fit</source>
        <translation>Tous les clips montrent la même partie : molette ou + et − pour zoomer, 0 pour ajuster</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Ajuster</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xporter…</translation>
    </message>
    <message>
        <source>Export the comparison</source>
        <translation>Exporter la comparaison</translation>
    </message>
    <message>
        <source>Saves the clips side by side as one video, each below its label</source>
        <translation>Enregistre les clips côte à côte dans une seule vidéo, chacun sous sa légende</translation>
    </message>
    <message>
        <source>Clip %1</source>
        <translation>Clip %1</translation>
    </message>
    <message>
        <source>Compare another clip</source>
        <translation>Comparer un clip de plus</translation>
    </message>
    <message>
        <source>Compare another clip, up to four</source>
        <translation>Comparer un clip de plus, jusqu&apos;à quatre</translation>
    </message>
    <message>
        <source>Remove the last clip</source>
        <translation>Retirer le dernier clip</translation>
    </message>
    <message>
        <source>Remove the last clip from the comparison</source>
        <translation>Retirer le dernier clip de la comparaison</translation>
    </message>
    <message>
        <source>Compare with lar&amp;ge only</source>
        <translation>Comparer avec le &amp;grand seul</translation>
    </message>
    <message>
        <source>%1 without the steps taken over</source>
        <translation>%1 sans les étapes reprises</translation>
    </message>
    <message>
        <source>%1 less time than A</source>
        <translation>%1 de temps en moins que A</translation>
    </message>
    <message>
        <source>%1 more time than A</source>
        <translation>%1 de temps en plus que A</translation>
    </message>
    <message>
        <source>%1 fewer FLOPs than large only</source>
        <translation>%1 de FLOPs en moins que le grand seul</translation>
    </message>
    <message>
        <source>%1 more FLOPs than large only</source>
        <translation>%1 de FLOPs en plus que le grand seul</translation>
    </message>
    <message>
        <source>SSIM to A %1</source>
        <translation>SSIM avec A %1</translation>
    </message>
    <message>
        <source>%1 has %2</source>
        <comment>B has 17 frames</comment>
        <translation>%1 a %2</translation>
    </message>
    <message>
        <source>%1 is %2 and is shown in A&apos;s size, %3; clips of different sizes are not measured.</source>
        <translation>%1 mesure %2 et s&apos;affiche à la taille de A, %3 ; les clips de tailles différentes ne sont pas mesurés.</translation>
    </message>
    <message>
        <source>%1: the first %2 are compared.</source>
        <translation>%1 : les premières %2 sont comparées.</translation>
    </message>
    <message>
        <source>All play at A&apos;s %1 frames per second.</source>
        <translation>Tous sont lus aux %1 images par seconde de A.</translation>
    </message>
    <message>
        <source>Wipe and difference show A and B only.</source>
        <translation>Le volet et la différence n&apos;affichent que A et B.</translation>
    </message>
    <message>
        <source>Structural similarity; 1 means identical. Click to go to a frame</source>
        <translation>Similarité structurelle, 1 signifie identique ; cliquez pour voir une image</translation>
    </message>
    <message>
        <source>%1 with comparing the models</source>
        <translation>%1 avec comparaison des modèles</translation>
    </message>
    <message>
        <source>%1 times the time of A</source>
        <comment>11.5</comment>
        <translation>%1 fois le temps de A</translation>
    </message>
</context>
<context>
    <name>fb::ui::ComponentCard</name>
    <message>
        <source>%1 billion parameters</source>
        <translation>%1 milliards de paramètres</translation>
    </message>
    <message>
        <source>%1 million parameters</source>
        <translation>%1 millions de paramètres</translation>
    </message>
    <message>
        <source>%1 parameters</source>
        <translation>%1 paramètres</translation>
    </message>
    <message>
        <source>&quot;Where to get them&quot; below lists the files that can be used.</source>
        <translation>« Où les obtenir », plus bas, indique les fichiers utilisables.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et %n autre</numerusform>
            <numerusform>et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>Tokenizer</source>
        <translation>Tokeniseur</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Remove %1 from the list</source>
        <translation>Retirer %1 de la liste</translation>
    </message>
    <message>
        <source>Removes it from this list; the file is not deleted</source>
        <translation>Le retire de cette liste ; le fichier reste où il est</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>Details of %1</source>
        <translation>Détails de %1</translation>
    </message>
    <message>
        <source>Sizes, and tensors that are missing or unexpected</source>
        <translation>Tailles, et tenseurs manquants ou en trop</translation>
    </message>
    <message>
        <source>Inspecting %1…</source>
        <translation>Examen de %1…</translation>
    </message>
    <message>
        <source>%1 layout</source>
        <translation>disposition %1</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Manquants</translation>
    </message>
    <message>
        <source>Unexpected</source>
        <translation>Non attendus</translation>
    </message>
    <message>
        <source>Wrong shape</source>
        <translation>D’une autre forme</translation>
    </message>
    <message>
        <source>Sizes</source>
        <translation>Tailles</translation>
    </message>
    <message numerus="yes">
        <source>%n tensor(s) missing</source>
        <translation>
            <numerusform>%n tenseur manquant</numerusform>
            <numerusform>%n tenseurs manquants</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unexpected</source>
        <translation>
            <numerusform>%n non attendu</numerusform>
            <numerusform>%n non attendus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with the wrong shape</source>
        <translation>
            <numerusform>%n d’une autre forme</numerusform>
            <numerusform>%n d’une autre forme</numerusform>
        </translation>
    </message>
    <message>
        <source>This cannot be used: %1. Download it again, or add all of its files.</source>
        <translation>Inutilisable : %1. Téléchargez-le à nouveau ou ajoutez tous ses fichiers.</translation>
    </message>
    <message>
        <source>Transformer and VAE in one</source>
        <translation>Transformer et VAE réunis</translation>
    </message>
    <message>
        <source>Not a part of a pair: add it in the prompt panel, under LoRAs.</source>
        <translation>Ne fait pas partie d’une paire : ajoutez-la dans le panneau du prompt, sous LoRA.</translation>
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
        <translation>Prompt dont les clips sont affichés</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Play the clips together</source>
        <translation>Lire les clips ensemble</translation>
    </message>
    <message>
        <source>Frame of the clips</source>
        <translation>Image des clips</translation>
    </message>
    <message>
        <source>Large model alone</source>
        <translation>Grand modèle seul</translation>
    </message>
    <message>
        <source>Small model alone</source>
        <translation>Petit modèle seul</translation>
    </message>
    <message>
        <source>No clip</source>
        <translation>Aucun clip</translation>
    </message>
    <message>
        <source>Not decoded</source>
        <translation>Non décodé</translation>
    </message>
</context>
<context>
    <name>fb::ui::CostWords</name>
    <message numerus="yes">
        <source>Large on all %n step(s)</source>
        <translation>
            <numerusform>Grand sur %n étape</numerusform>
            <numerusform>Grand sur les %n étapes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Small on all %n step(s)</source>
        <translation>
            <numerusform>Petit sur %n étape</numerusform>
            <numerusform>Petit sur les %n étapes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Large %1 of %n step(s)</source>
        <translation>
            <numerusform>Grand : %1 étape sur %n</numerusform>
            <numerusform>Grand : %1 étapes sur %n</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 fewer FLOPs</source>
        <translation>%1 de FLOPs en moins</translation>
    </message>
    <message>
        <source>%1 more FLOPs</source>
        <translation>%1 de FLOPs en plus</translation>
    </message>
    <message>
        <source>about %1 instead of %2</source>
        <comment>41 s and 1:03</comment>
        <translation>environ %1 au lieu de %2</translation>
    </message>
    <message>
        <source>about %1</source>
        <comment>1:03</comment>
        <translation>environ %1</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) taken over</source>
        <translation>
            <numerusform>%n étape reprise</numerusform>
            <numerusform>%n étapes reprises</numerusform>
        </translation>
    </message>
    <message>
        <source>with comparing</source>
        <translation>comparaison comprise</translation>
    </message>
    <message>
        <source>if the guard lets the small model go on</source>
        <translation>si la garde laisse continuer le petit modèle</translation>
    </message>
    <message>
        <source>sameness about %1</source>
        <translation>similitude d’environ %1</translation>
    </message>
</context>
<context>
    <name>fb::ui::CropField</name>
    <message>
        <source>Keeps %1 of %2 pixels.</source>
        <translation>Garde %1 pixels sur %2.</translation>
    </message>
    <message>
        <source>Of %1 pixels, this shape leaves only %2. Choose another one.</source>
        <translation>Sur %1 pixels, ces proportions n’en laissent que %2. Choisissez-en d’autres.</translation>
    </message>
    <message>
        <source>%1 across, %2 down</source>
        <translation>%1 depuis la gauche, %2 depuis le haut</translation>
    </message>
    <message>
        <source>The whole picture</source>
        <translation>L’image entière</translation>
    </message>
    <message>
        <source>Other shape</source>
        <translation>Autres proportions</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>Cadrage</translation>
    </message>
    <message>
        <source>Keeps the largest part of this shape, before the clip is enlarged</source>
        <translation>Garde la plus grande partie ayant ces proportions, avant d’agrandir le clip</translation>
    </message>
    <message>
        <source>Width of the shape</source>
        <translation>Largeur dans les proportions</translation>
    </message>
    <message>
        <source>Height of the shape</source>
        <translation>Hauteur dans les proportions</translation>
    </message>
    <message>
        <source>Part of the picture that stays</source>
        <translation>Partie de l’image qui reste</translation>
    </message>
    <message>
        <source>Drag the frame, or move it with the arrow keys</source>
        <translation>Faites glisser le cadre, ou déplacez-le avec les flèches</translation>
    </message>
</context>
<context>
    <name>fb::ui::CurveLegend</name>
    <message>
        <source>relative L2</source>
        <translation>L2 relative</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>cosinus</translation>
    </message>
    <message>
        <source>probe band</source>
        <translation>bande de sonde</translation>
    </message>
    <message>
        <source>Legend of the plot</source>
        <translation>Légende du tracé</translation>
    </message>
    <message>
        <source>Solid line with filled circles: relative L2. Dashed line with open circles: cosine distance. Shaded band: range of the last probes.</source>
        <translation>Trait plein à points pleins : L2 relative. Tirets à cercles vides : distance cosinus. Bande ombrée : là où passaient les dernières sondes.</translation>
    </message>
    <message>
        <source>Relative L2: length of the difference between the two models&apos; velocities, relative to the large one&apos;s.
Cosine: how far their directions differ.
Probe band: range of the last probes.</source>
        <translation>L2 relative : longueur de la différence des vitesses des deux modèles, rapportée à celle du grand.
Cosinus : écart entre leurs directions.
Bande de sonde : là où passaient les dernières sondes.</translation>
    </message>
    <message>
        <source>Solid line with filled circles: cosine distance. Dashed line with open circles: relative L2. Shaded band: range of the last probes.</source>
        <translation>Trait plein à points pleins : distance cosinus. Tirets à cercles vides : L2 relative. Bande ombrée : là où passaient les dernières sondes.</translation>
    </message>
</context>
<context>
    <name>fb::ui::DivergencePlot</name>
    <message>
        <source>SMALL</source>
        <translation>PETIT</translation>
    </message>
    <message>
        <source>LARGE</source>
        <translation>GRAND</translation>
    </message>
    <message>
        <source>early %1 %</source>
        <translation>début %1 %</translation>
    </message>
    <message>
        <source>late %1 %</source>
        <translation>fin %1 %</translation>
    </message>
    <message>
        <source>now</source>
        <translation>ici</translation>
    </message>
    <message>
        <source>Probe to see where the two models differ</source>
        <translation>Sondez pour voir où les deux modèles diffèrent</translation>
    </message>
    <message>
        <source>step</source>
        <translation>étape</translation>
    </message>
    <message>
        <source>Save as P&amp;NG…</source>
        <translation>Enregistrer en P&amp;NG…</translation>
    </message>
    <message>
        <source>Save as P&amp;DF…</source>
        <translation>Enregistrer en P&amp;DF…</translation>
    </message>
    <message>
        <source>&amp;Reset zoom</source>
        <translation>&amp;Réinitialiser le zoom</translation>
    </message>
    <message>
        <source>Save the plot</source>
        <translation>Enregistrer le tracé</translation>
    </message>
    <message>
        <source>Saved %1.</source>
        <translation>%1 enregistré.</translation>
    </message>
    <message>
        <source>%1 could not be written; choose another place.</source>
        <translation>Impossible d’écrire %1 ; choisissez un autre emplacement.</translation>
    </message>
    <message>
        <source>Stage boundaries over the velocity divergence</source>
        <translation>Limites de phase sur la divergence de vitesse</translation>
    </message>
    <message>
        <source>rel. L2</source>
        <translation>L2 rel.</translation>
    </message>
    <message>
        <source>noise</source>
        <translation>bruit</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>cosinus</translation>
    </message>
    <message>
        <source>The running step is past this boundary, so it can no longer move.</source>
        <translation>Cette limite est derrière l’étape en cours et ne peut plus bouger.</translation>
    </message>
    <message>
        <source>Drag to move the boundary, or press the arrow keys. Esc cancels a drag.</source>
        <translation>Faites glisser la limite ou utilisez les touches fléchées. Échap annule le glissement.</translation>
    </message>
    <message>
        <source>The large model runs the shaded steps labelled LARGE, the small one those labelled SMALL. Scroll to zoom; double-click to see everything.</source>
        <translation>Le grand modèle traite les étapes marquées GRAND, le petit celles marquées PETIT. Molette : zoomer ; double-clic : tout voir.</translation>
    </message>
    <message>
        <source>Step %1, large model
Noise level %2
Relative L2 %3
Cosine distance %4</source>
        <translation>Étape %1, grand modèle
Niveau de bruit %2
L2 relative %3
Distance cosinus %4</translation>
    </message>
    <message>
        <source>Step %1, small model
Noise level %2
Relative L2 %3
Cosine distance %4</source>
        <translation>Étape %1, petit modèle
Niveau de bruit %2
L2 relative %3
Distance cosinus %4</translation>
    </message>
    <message>
        <source>Save the curves as C&amp;SV…</source>
        <translation>Enregistrer les courbes en C&amp;SV…</translation>
    </message>
    <message>
        <source>&amp;Copy image</source>
        <translation>&amp;Copier l’image</translation>
    </message>
    <message>
        <source>The plot was copied to the clipboard.</source>
        <translation>Le tracé est dans le presse-papiers.</translation>
    </message>
    <message>
        <source>Copy c&amp;urves as CSV</source>
        <translation>Copier les co&amp;urbes en CSV</translation>
    </message>
    <message>
        <source>The curves were copied to the clipboard.</source>
        <translation>Les courbes sont dans le presse-papiers.</translation>
    </message>
    <message>
        <source>Large until step %1 of %2, small until %3, large to the end</source>
        <translation>Grand jusqu’à l’étape %1 sur %2, petit jusqu’à %3, grand jusqu’à la fin</translation>
    </message>
    <message>
        <source>Large on all %1 steps</source>
        <translation>Grand sur les %1 étapes</translation>
    </message>
    <message>
        <source>Small on all %1 steps</source>
        <translation>Petit sur les %1 étapes</translation>
    </message>
    <message>
        <source>Large until step %1 of %2, small to the end</source>
        <translation>Grand jusqu’à l’étape %1 sur %2, petit jusqu’à la fin</translation>
    </message>
    <message>
        <source>Small until step %1 of %2, large to the end</source>
        <translation>Petit jusqu’à l’étape %1 sur %2, grand jusqu’à la fin</translation>
    </message>
    <message>
        <source>%1. The early boundary is selected.</source>
        <translation>%1. La limite initiale bouge.</translation>
    </message>
    <message>
        <source>%1. The late boundary is selected.</source>
        <translation>%1. La limite finale bouge.</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>per cent</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>This boundary is within the steps that are taken over, so it cannot move.</source>
        <translation>Cette limite se trouve dans les étapes reprises et ne peut pas bouger.</translation>
    </message>
    <message>
        <source>Conditional velocities, without guidance</source>
        <translation>Vitesses conditionnelles, sans guidage</translation>
    </message>
    <message>
        <source>Dist&amp;ance</source>
        <translation>Dist&amp;ance</translation>
    </message>
    <message>
        <source>&amp;Import a profile…</source>
        <translation>&amp;Importer un profil…</translation>
    </message>
    <message>
        <source>&amp;Export the profile…</source>
        <translation>&amp;Exporter le profil…</translation>
    </message>
    <message>
        <source>&amp;Relative L2, guided velocities</source>
        <translation>L2 &amp;relative, vitesses guidées</translation>
    </message>
    <message>
        <source>&amp;Cosine, guided velocities</source>
        <translation>&amp;Cosinus, vitesses guidées</translation>
    </message>
    <message>
        <source>Re&amp;lative L2, conditional velocities</source>
        <translation>L2 re&amp;lative, vitesses conditionnelles</translation>
    </message>
    <message>
        <source>C&amp;osine, conditional velocities</source>
        <translation>C&amp;osinus, vitesses conditionnelles</translation>
    </message>
    <message>
        <source>Drag: wider is faster, narrower is more like the large model</source>
        <translation>Glissez : plus large, c’est plus rapide ; plus étroit, plus proche du grand modèle</translation>
    </message>
</context>
<context>
    <name>fb::ui::DocumentOpener</name>
    <message>
        <source>Open a clip</source>
        <translation>Ouvrir un clip</translation>
    </message>
    <message>
        <source>Clips (*.mp4 *.webm *.mov *.gif *.png);;All files (*)</source>
        <translation>Clips (*.mp4 *.webm *.mov *.gif *.png);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>%1 contains no settings; only the clip is shown.</source>
        <translation>%1 ne contient pas de réglages ; il est seulement affiché.</translation>
    </message>
    <message>
        <source>Settings loaded from %1.</source>
        <translation>Réglages repris de %1.</translation>
    </message>
    <message>
        <source>Another program left a prompt in %1: %2</source>
        <translation>Un autre programme a laissé un prompt dans %1 : %2</translation>
    </message>
    <message>
        <source>Use its prompt</source>
        <translation>Utiliser son prompt</translation>
    </message>
    <message>
        <source>Queue clips from a list</source>
        <translation>Ajouter à la file les clips d’une liste</translation>
    </message>
    <message>
        <source>Lists of prompts (*.txt *.csv *.tsv)</source>
        <translation>Listes de prompts (*.txt *.csv *.tsv)</translation>
    </message>
    <message>
        <source>%1 lists %2 clips; the queue takes up to %3 at once. Divide the list.</source>
        <translation>%1 contient %2 clips ; la file en accepte %3 à la fois. Divisez la liste.</translation>
    </message>
    <message numerus="yes">
        <source>%1 lists %n clip(s).</source>
        <translation>
            <numerusform>%1 contient %n clip.</numerusform>
            <numerusform>%1 contient %n clips.</numerusform>
        </translation>
    </message>
    <message>
        <source>Add to the queue</source>
        <translation>Ajouter à la file</translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s) were added to the queue.</source>
        <translation>
            <numerusform>%n clip a été ajouté à la file.</numerusform>
            <numerusform>%n clips ont été ajoutés à la file.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fb::ui::EditBar</name>
    <message>
        <source>Editing in the queue: %1</source>
        <translation>Modification dans la file : %1</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>The queued run gets these settings and keeps its place</source>
        <translation>L’exécution en attente reçoit ces réglages et garde sa place</translation>
    </message>
    <message>
        <source>Save the queued run</source>
        <translation>Enregistrer l’exécution en attente</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Leave the queued run as it is</source>
        <translation>Laisser l’exécution en attente telle quelle</translation>
    </message>
    <message>
        <source>Cancel editing</source>
        <translation>Annuler la modification</translation>
    </message>
</context>
<context>
    <name>fb::ui::EditPresenter</name>
    <message>
        <source>Steps are done</source>
        <translation>Des étapes sont faites</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) of this run are done. With other settings, it starts from the beginning.</source>
        <translation>
            <numerusform>%n étape de cette exécution est faite. Avec d’autres réglages, elle recommence au début.</numerusform>
            <numerusform>%n étapes de cette exécution sont faites. Avec d’autres réglages, elle recommence au début.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Save and start over</source>
        <translation>&amp;Enregistrer et recommencer</translation>
    </message>
    <message>
        <source>&amp;Keep the steps</source>
        <translation>&amp;Garder les étapes</translation>
    </message>
    <message>
        <source>The queued run is changed.</source>
        <translation>L’exécution en attente est modifiée.</translation>
    </message>
</context>
<context>
    <name>fb::ui::EngineHost</name>
    <message>
        <source>The engine %1 was not found next to the program. Reinstall the program.</source>
        <translation>Le moteur %1 est introuvable à côté du programme. Réinstallez le programme.</translation>
    </message>
    <message>
        <source>The engine %1 cannot be opened: %2</source>
        <translation>Impossible d’ouvrir le moteur %1 : %2</translation>
    </message>
    <message>
        <source>The engine %1 has version %2, but the program has version %3. Reinstall the program.</source>
        <translation>Le moteur %1 est de version %2 et le programme de version %3. Réinstallez le programme.</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>inconnue</translation>
    </message>
</context>
<context>
    <name>fb::ui::ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>F&amp;ile</source>
        <translation>F&amp;ichier</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Parcourir…</translation>
    </message>
    <message>
        <source>Cl&amp;ose</source>
        <translation>Fer&amp;mer</translation>
    </message>
    <message>
        <source>File to write</source>
        <translation>Fichier à écrire</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>environ %1</translation>
    </message>
    <message>
        <source>Re&amp;place</source>
        <translation>Remp&amp;lacer</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>E&amp;xporter</translation>
    </message>
    <message>
        <source>Folder for the frames</source>
        <translation>Dossier des images</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>Exporter vers</translation>
    </message>
    <message>
        <source>%1 already exists. Press Replace to overwrite it, or choose another name.</source>
        <translation>%1 existe déjà. Appuyez sur Remplacer pour l’écraser, ou choisissez un autre nom.</translation>
    </message>
    <message>
        <source>Crea&amp;te folder</source>
        <translation>Créer le doss&amp;ier</translation>
    </message>
    <message>
        <source>The folder %1 does not exist. Press Create folder to make it, or choose another one.</source>
        <translation>Le dossier %1 n’existe pas. Appuyez sur Créer le dossier pour le créer, ou choisissez-en un autre.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made; choose another one.</source>
        <translation>Le dossier %1 ne peut pas être créé ; choisissez-en un autre.</translation>
    </message>
    <message>
        <source>First frame of the clip</source>
        <translation>Première image du clip</translation>
    </message>
    <message>
        <source>Another export is going to write %1. Choose another name.</source>
        <translation>Un autre export va écrire %1. Choisissez un autre nom.</translation>
    </message>
    <message>
        <source>every frame is shown %1 times</source>
        <translation>chaque image est montrée %1 fois</translation>
    </message>
    <message>
        <source>1 of %1 frames is kept, the others are left out</source>
        <translation>1 image sur %1 est gardée, les autres sont omises</translation>
    </message>
    <message>
        <source>1 of %1 frames is left out</source>
        <translation>1 image sur %1 est omise</translation>
    </message>
    <message>
        <source>%1 of %2 frames are left out</source>
        <translation>%1 images sur %2 sont omises</translation>
    </message>
    <message>
        <source>frames are shown %1 or %2 times</source>
        <translation>les images sont montrées %1 ou %2 fois</translation>
    </message>
    <message>
        <source>every second frame is shown twice</source>
        <translation>une image sur deux est montrée deux fois</translation>
    </message>
    <message>
        <source>1 of %1 frames is shown twice</source>
        <translation>1 image sur %1 est montrée deux fois</translation>
    </message>
    <message>
        <source>%1 of %2 frames are shown twice</source>
        <translation>%1 images sur %2 sont montrées deux fois</translation>
    </message>
    <message>
        <source>The clip has %1 fps, so every frame stays as it is.</source>
        <translation>Le clip a %1 i/s : chaque image reste telle quelle.</translation>
    </message>
    <message>
        <source>%1 → %2 fps</source>
        <translation>%1 → %2 i/s</translation>
    </message>
    <message>
        <source>new frames are mixed from the two around their time</source>
        <translation>les nouvelles images sont mélangées à partir des deux qui les encadrent</translation>
    </message>
    <message>
        <source>some frames are shown more than once</source>
        <translation>certaines images sont montrées plusieurs fois</translation>
    </message>
    <message>
        <source>some frames are left out</source>
        <translation>certaines images sont omises</translation>
    </message>
    <message>
        <source>Copied as it is.</source>
        <translation>Copié tel quel.</translation>
    </message>
    <message>
        <source>Encoded as AAC.</source>
        <translation>Encodé en AAC.</translation>
    </message>
    <message>
        <source>Encoded as Opus.</source>
        <translation>Encodé en Opus.</translation>
    </message>
    <message>
        <source>Stored uncompressed.</source>
        <translation>Enregistré sans compression.</translation>
    </message>
    <message>
        <source>Its length is not known: it is cut off after %1 s, or silence follows.</source>
        <translation>Sa durée est inconnue : coupé après %1 s, ou suivi de silence.</translation>
    </message>
    <message>
        <source>The first %1 of %2 s are used.</source>
        <translation>Les %1 premières secondes sur %2 sont utilisées.</translation>
    </message>
    <message>
        <source>After %1 s, %2 s of silence follow.</source>
        <translation>Après %1 s, %2 s de silence suivent.</translation>
    </message>
    <message>
        <source>It is as long as the clip.</source>
        <translation>Il dure autant que le clip.</translation>
    </message>
    <message>
        <source>Fol&amp;der</source>
        <translation>&amp;Dossier</translation>
    </message>
    <message>
        <source>Folder for the clips</source>
        <translation>Dossier des clips</translation>
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
        <translation>Nommés comme dans Réglages › Enregistrement : %1</translation>
    </message>
    <message>
        <source>Waiting for the disk to say what is at %1…</source>
        <translation>En attente de la réponse du disque pour %1…</translation>
    </message>
</context>
<context>
    <name>fb::ui::ExportFields</name>
    <message>
        <source>MP4 · H.264, plays everywhere</source>
        <translation>MP4 · H.264, lisible partout</translation>
    </message>
    <message>
        <source>MP4 · H.265, smaller</source>
        <translation>MP4 · H.265, plus petit</translation>
    </message>
    <message>
        <source>MP4 · AV1, smallest</source>
        <translation>MP4 · AV1, le plus petit</translation>
    </message>
    <message>
        <source>WebM · VP9, for web pages</source>
        <translation>WebM · VP9, pour le web</translation>
    </message>
    <message>
        <source>GIF, an animated image</source>
        <translation>GIF, image animée</translation>
    </message>
    <message>
        <source>PNG sequence, lossless</source>
        <translation>Séquence PNG, sans perte</translation>
    </message>
    <message>
        <source>MOV · ProRes, for editing</source>
        <translation>MOV · ProRes, pour le montage</translation>
    </message>
    <message>
        <source>Pre&amp;set</source>
        <translation>Préréglag&amp;e</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>&amp;Quality</source>
        <translation>&amp;Qualité</translation>
    </message>
    <message>
        <source>Si&amp;ze</source>
        <translation>&amp;Taille</translation>
    </message>
    <message>
        <source>Frame r&amp;ate</source>
        <translation>Ca&amp;dence</translation>
    </message>
    <message>
        <source>F&amp;rames</source>
        <translation>Ima&amp;ges</translation>
    </message>
    <message>
        <source>So&amp;und</source>
        <translation>S&amp;on</translation>
    </message>
    <message>
        <source>&amp;Loops</source>
        <translation>&amp;Boucles</translation>
    </message>
    <message>
        <source>forever</source>
        <translation>sans fin</translation>
    </message>
    <message>
        <source>&amp;Keep the settings in the file</source>
        <translation>Garder les &amp;réglages dans le fichier</translation>
    </message>
    <message>
        <source>Prompt, seed and schedule are saved with the clip; drop the file on the window to load them again</source>
        <translation>Prompt, graine et planning voyagent avec le clip ; déposez-le sur la fenêtre pour les reprendre</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualité</translation>
    </message>
    <message>
        <source>Higher looks better and makes a larger file</source>
        <translation>Plus haut est plus beau et donne un fichier plus gros</translation>
    </message>
    <message>
        <source>Constant rate factor</source>
        <translation>Facteur de débit constant</translation>
    </message>
    <message>
        <source>The encoder&apos;s own number for the quality: lower looks better and makes a larger file</source>
        <translation>Le nombre propre à l’encodeur pour la qualité : plus bas, l’image est meilleure et le fichier plus gros</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Larger sizes are computed with a Lanczos filter</source>
        <translation>Les tailles supérieures sont calculées avec un filtre de Lanczos</translation>
    </message>
    <message>
        <source>As in the clip</source>
        <translation>Comme dans le clip</translation>
    </message>
    <message>
        <source>Repeat or leave out frames</source>
        <translation>Répéter ou omettre des images</translation>
    </message>
    <message>
        <source>Blend frames</source>
        <translation>Mélanger les images</translation>
    </message>
    <message>
        <source>Frame rate</source>
        <translation>Cadence</translation>
    </message>
    <message>
        <source>The clip lasts as long as before</source>
        <translation>Le clip garde sa durée</translation>
    </message>
    <message>
        <source> fps</source>
        <translation> i/s</translation>
    </message>
    <message>
        <source>Frames per second of the file</source>
        <translation>Images par seconde du fichier</translation>
    </message>
    <message>
        <source>First frame</source>
        <translation>Première image</translation>
    </message>
    <message>
        <source>Last frame</source>
        <translation>Dernière image</translation>
    </message>
    <message>
        <source>How often the GIF repeats</source>
        <translation>Nombre de répétitions du GIF</translation>
    </message>
    <message>
        <source>%1 (no encoder on this machine)</source>
        <translation>%1 (aucun encodeur sur cette machine)</translation>
    </message>
    <message>
        <source>Size li&amp;mit</source>
        <translation>Poid&amp;s maximal</translation>
    </message>
    <message>
        <source>&amp;Crop</source>
        <translation>&amp;Cadrage</translation>
    </message>
    <message>
        <source>Pla&amp;y</source>
        <translation>Lect&amp;ure</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> Mo</translation>
    </message>
    <message>
        <source>Largest size of the file</source>
        <translation>Poids maximal du fichier</translation>
    </message>
    <message>
        <source>If the file would be larger, its quality is lowered; that takes several encodings</source>
        <translation>Si le fichier devait être plus gros, sa qualité est réduite ; cela demande plusieurs encodages</translation>
    </message>
</context>
<context>
    <name>fb::ui::ExportList</name>
    <message>
        <source>waiting</source>
        <translation>en attente</translation>
    </message>
    <message>
        <source>begins</source>
        <translation>commence</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>reste %1</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>enregistré</translation>
    </message>
    <message>
        <source>cancelled; no file was written</source>
        <translation>annulé ; aucun fichier n’a été écrit</translation>
    </message>
    <message>
        <source>Progress of %1</source>
        <translation>Progression de %1</translation>
    </message>
    <message>
        <source>Show %1 in its folder</source>
        <translation>Montrer %1 dans son dossier</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Montrer dans le dossier</translation>
    </message>
    <message>
        <source>Cancel the export of %1</source>
        <translation>Annuler l’export de %1</translation>
    </message>
    <message>
        <source>Cancel this export; no file is written</source>
        <translation>Annuler cet export ; aucun fichier n’est écrit</translation>
    </message>
    <message>
        <source>Exports</source>
        <translation>Exports</translation>
    </message>
    <message>
        <source>Clear fi&amp;nished</source>
        <translation>Retirer les termi&amp;nés</translation>
    </message>
    <message>
        <source>Takes exports that have ended off the list; their files stay</source>
        <translation>Retire de la liste les exports terminés ; leurs fichiers restent</translation>
    </message>
</context>
<context>
    <name>fb::ui::ExportPresenter</name>
    <message>
        <source>Saved %1.</source>
        <translation>%1 enregistré.</translation>
    </message>
    <message>
        <source>The export to %1</source>
        <translation>L’export vers %1</translation>
    </message>
    <message>
        <source>Exports are not finished</source>
        <translation>Des exports ne sont pas terminés</translation>
    </message>
    <message numerus="yes">
        <source>%n export(s) are not finished. If you quit now, their files are not written.</source>
        <translation>
            <numerusform>%n export n’est pas terminé. Si vous quittez maintenant, son fichier ne sera pas écrit.</numerusform>
            <numerusform>%n exports ne sont pas terminés. Si vous quittez maintenant, leurs fichiers ne seront pas écrits.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Finish them, then quit</source>
        <translation>&amp;Terminer, puis quitter</translation>
    </message>
    <message>
        <source>&amp;Cancel them and quit</source>
        <translation>&amp;Annuler et quitter</translation>
    </message>
    <message>
        <source>&amp;Stay</source>
        <translation>&amp;Rester</translation>
    </message>
    <message numerus="yes">
        <source>The program ended before %n export(s) were finished: %1. Export them again.</source>
        <translation>
            <numerusform>Le programme s’est arrêté avant la fin de %n export : %1. Exportez-le de nouveau.</numerusform>
            <numerusform>Le programme s’est arrêté avant la fin de %n exports : %1. Exportez-les de nouveau.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fb::ui::ExportPresetBar</name>
    <message>
        <source>Custom</source>
        <translation>Personnalisé</translation>
    </message>
    <message>
        <source>Save export preset</source>
        <translation>Enregistrer un préréglage d’export</translation>
    </message>
    <message>
        <source>Rename export preset</source>
        <translation>Renommer le préréglage d’export</translation>
    </message>
    <message>
        <source>Name of the preset:</source>
        <translation>Nom du préréglage :</translation>
    </message>
    <message>
        <source>There is already a preset called &quot;%1&quot;. Replace it?</source>
        <translation>Il existe déjà un préréglage nommé « %1 ». Le remplacer ?</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Remplacer</translation>
    </message>
    <message>
        <source>There is already a preset called &quot;%1&quot;. Choose another name.</source>
        <translation>Il existe déjà un préréglage nommé « %1 ». Choisissez un autre nom.</translation>
    </message>
    <message>
        <source>Delete export preset</source>
        <translation>Supprimer le préréglage d’export</translation>
    </message>
    <message>
        <source>Delete the preset &quot;%1&quot;? This cannot be undone.</source>
        <translation>Supprimer le préréglage « %1 » ? Cette action est irréversible.</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Supprimer</translation>
    </message>
    <message>
        <source>Export preset</source>
        <translation>Préréglage d’export</translation>
    </message>
    <message>
        <source>Sets format, quality, size and frame rate at once</source>
        <translation>Règle d’un coup le format, la qualité, la taille et la cadence</translation>
    </message>
    <message>
        <source>Manage export presets</source>
        <translation>Gérer les préréglages d’export</translation>
    </message>
    <message>
        <source>Save these values as a preset, rename or delete one</source>
        <translation>Enregistrer ces valeurs comme préréglage, en renommer ou en supprimer un</translation>
    </message>
    <message>
        <source>&amp;Save as preset…</source>
        <translation>&amp;Enregistrer comme préréglage…</translation>
    </message>
    <message>
        <source>&amp;Rename preset…</source>
        <translation>&amp;Renommer le préréglage…</translation>
    </message>
    <message>
        <source>&amp;Delete preset…</source>
        <translation>&amp;Supprimer le préréglage…</translation>
    </message>
</context>
<context>
    <name>fb::ui::ExportPresetStore</name>
    <message>
        <source>Your export presets could not be read from %1, and the file cannot be moved. They will not be saved.</source>
        <translation>Vos préréglages d’export n’ont pas pu être lus depuis %1, et le fichier ne peut pas être déplacé. Ils ne seront pas enregistrés.</translation>
    </message>
    <message>
        <source>Your export presets could not be read from %1. The file was kept as %2, and a new one was started.</source>
        <translation>Vos préréglages d’export n’ont pas pu être lus depuis %1. Le fichier a été gardé sous le nom %2, et un nouveau a été commencé.</translation>
    </message>
</context>
<context>
    <name>fb::ui::ExportSession</name>
    <message>
        <source>The engine is not ready yet.</source>
        <translation>Le moteur n’est pas encore ouvert.</translation>
    </message>
    <message>
        <source>There is too little memory for this clip.</source>
        <translation>Il n’y a pas assez de mémoire pour ce clip.</translation>
    </message>
</context>
<context>
    <name>fb::ui::FileWords</name>
    <message>
        <source>%1 was saved by a newer version of this program. It is left untouched: what can be read of it is offered, and changes are not saved.</source>
        <translation>%1 a été enregistré par une version plus récente de ce programme. Le fichier reste intact : ce qui peut en être lu est proposé, et les modifications ne sont pas enregistrées.</translation>
    </message>
</context>
<context>
    <name>fb::ui::FoldedFiles</name>
    <message>
        <source>%1: %2, incomplete</source>
        <translation>%1 : %2, incomplet</translation>
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
        <translation>Ne font pas partie d’une paire : ajoutez-les dans le panneau du prompt, sous LoRA</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) cannot be used</source>
        <translation>
            <numerusform>%n fichier inutilisable</numerusform>
            <numerusform>%n fichiers inutilisables</numerusform>
        </translation>
    </message>
    <message>
        <source>What each of them is, or what is wrong with it</source>
        <translation>Ce qu’est chacun ou ce qui ne va pas</translation>
    </message>
</context>
<context>
    <name>fb::ui::FolderEdit</name>
    <message>
        <source>Choose folder</source>
        <translation>Choisir un dossier</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>Choisir un dossier…</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <source>Open the folder in the file manager</source>
        <translation>Ouvrir le dossier dans le gestionnaire de fichiers</translation>
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
        <translation>Travail, en part de celui du grand modèle</translation>
    </message>
    <message>
        <source>Sameness</source>
        <translation>Similitude</translation>
    </message>
    <message>
        <source>Work and sameness of the candidates</source>
        <translation>Travail et similitude des candidats</translation>
    </message>
    <message>
        <source>Arrow keys choose a candidate, the cheapest first.</source>
        <translation>Les touches fléchées choisissent un candidat, le moins coûteux d’abord.</translation>
    </message>
</context>
<context>
    <name>fb::ui::FullScreenView</name>
    <message>
        <source>Clip in full screen</source>
        <translation>Clip en plein écran</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Drag to go to a frame</source>
        <translation>Faites glisser jusqu’à n’importe quelle image</translation>
    </message>
</context>
<context>
    <name>fb::ui::GenerationSession</name>
    <message>
        <source>The engine is not ready yet.</source>
        <translation>Le moteur n’est pas encore ouvert.</translation>
    </message>
</context>
<context>
    <name>fb::ui::HelpWindow</name>
    <message>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>Rechercher dans l’aide</translation>
    </message>
    <message>
        <source>Lists the pages that contain this text; Enter goes to the next match</source>
        <translation>Liste les pages qui contiennent ce texte ; Entrée passe d’un endroit au suivant</translation>
    </message>
    <message>
        <source>Help pages</source>
        <translation>Pages d’aide</translation>
    </message>
    <message>
        <source>Help text</source>
        <translation>Texte d’aide</translation>
    </message>
    <message>
        <source>No page contains this text.</source>
        <translation>Aucune page ne contient ce texte.</translation>
    </message>
</context>
<context>
    <name>fb::ui::HistoryBadge</name>
    <message>
        <source>History · %1</source>
        <translation>Historique · %1</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
</context>
<context>
    <name>fb::ui::HistoryModel</name>
    <message>
        <source>reference · %1</source>
        <translation>référence · %1</translation>
    </message>
    <message>
        <source>Reference: the large model alone</source>
        <translation>Référence : le grand modèle seul</translation>
    </message>
    <message>
        <source>SSIM to its reference, the clip of the large model alone: %1 (1: the same)</source>
        <translation>SSIM avec sa référence, le clip du grand modèle seul : %1 (1 : identique)</translation>
    </message>
    <message>
        <source>SSIM to LLL %1 · %2</source>
        <comment>0.952, LSL 40/20</comment>
        <translation>SSIM avec LLL %1 · %2</translation>
    </message>
</context>
<context>
    <name>fb::ui::HistoryPanel</name>
    <message>
        <source>Search prompts and names</source>
        <translation>Rechercher prompts, noms</translation>
    </message>
    <message>
        <source>Search the history</source>
        <translation>Rechercher dans l’historique</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Restore the deleted clips</source>
        <translation>Garder les clips supprimés</translation>
    </message>
    <message>
        <source>Finished clips appear here.
Double-click one to load its settings.</source>
        <translation>Les clips terminés se rassemblent ici.
Double-cliquez sur l’un d’eux pour reprendre ses réglages.</translation>
    </message>
    <message>
        <source>No clip matches &quot;%1&quot;.</source>
        <translation>Aucun clip ne correspond à « %1 ».</translation>
    </message>
    <message>
        <source>&amp;Load settings</source>
        <translation>&amp;Charger les réglages</translation>
    </message>
    <message>
        <source>Re-run with other &amp;boundaries</source>
        <translation>Relancer avec d’autres &amp;limites</translation>
    </message>
    <message>
        <source>&amp;Open clip</source>
        <translation>&amp;Ouvrir le clip</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exporter…</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>&amp;Comparer</translation>
    </message>
    <message>
        <source>Show in &amp;folder</source>
        <translation>Montrer dans le &amp;dossier</translation>
    </message>
    <message>
        <source>Copy &amp;seed</source>
        <translation>Copier la &amp;graine</translation>
    </message>
    <message>
        <source>Copy &amp;prompt</source>
        <translation>Copier le &amp;prompt</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>Re&amp;nommer</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Supprimer</translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s) deleted</source>
        <translation>
            <numerusform>%n clip supprimé</numerusform>
            <numerusform>%n clips supprimés</numerusform>
        </translation>
    </message>
    <message>
        <source>Starred clips only</source>
        <translation>Clips étoilés seulement</translation>
    </message>
    <message>
        <source>Show only the clips that have a star. Click a clip&apos;s star, or press S, to set it</source>
        <translation>N’afficher que les clips étoilés. Cliquez sur l’étoile d’un clip ou appuyez sur S pour la placer</translation>
    </message>
    <message>
        <source>Large images</source>
        <translation>Grandes images</translation>
    </message>
    <message>
        <source>Show large images side by side instead of a list</source>
        <translation>Afficher de grandes images côte à côte au lieu d’une liste</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>No clip has a star yet.
Click the star of a clip, or press S on it.</source>
        <translation>Aucun clip n’a encore d’étoile.
Cliquez sur l’étoile d’un clip ou appuyez sur S.</translation>
    </message>
    <message>
        <source>Remove s&amp;tar</source>
        <translation>Re&amp;tirer l’étoile</translation>
    </message>
    <message>
        <source>S&amp;tar</source>
        <translation>Ajouter une é&amp;toile</translation>
    </message>
    <message>
        <source>Branch from th&amp;is clip</source>
        <translation>Bifurquer depuis ce cl&amp;ip</translation>
    </message>
    <message>
        <source>Looking for the steps that are kept…</source>
        <translation>Recherche des étapes gardées…</translation>
    </message>
    <message>
        <source>A probe keeps no steps.</source>
        <translation>Une sonde ne garde aucune étape.</translation>
    </message>
    <message>
        <source>After step %1 of %2</source>
        <translation>Après l’étape %1 sur %2</translation>
    </message>
    <message>
        <source>Make another clip that takes over the first steps of this one</source>
        <translation>Créer un autre clip qui reprend les premières étapes de celui-ci</translation>
    </message>
    <message>
        <source>probe · %1</source>
        <translation>sonde · %1</translation>
    </message>
    <message>
        <source>Shows the clips whose prompt, name or tags contain every word</source>
        <translation>Affiche les clips dont le prompt, le nom ou les étiquettes contiennent tous les mots</translation>
    </message>
    <message>
        <source>Filter the history</source>
        <translation>Filtrer l’historique</translation>
    </message>
    <message>
        <source>Show only the clips of one pair, schedule or tag</source>
        <translation>Afficher seulement les clips d’une paire, d’un planning ou d’une étiquette</translation>
    </message>
    <message>
        <source>No clip matches the filters.
The filter button above can clear them.</source>
        <translation>Aucun clip ne correspond aux filtres.
Le bouton de filtre ci-dessus permet de les effacer.</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Delete %n clip(s)</source>
        <translation>
            <numerusform>&amp;Supprimer %n clip</numerusform>
            <numerusform>&amp;Supprimer %n clips</numerusform>
        </translation>
    </message>
    <message>
        <source>Ta&amp;gs</source>
        <translation>Éti&amp;quettes</translation>
    </message>
    <message>
        <source>&amp;New tag…</source>
        <translation>&amp;Nouvelle étiquette…</translation>
    </message>
    <message>
        <source>Tag clips</source>
        <translation>Étiqueter des clips</translation>
    </message>
    <message numerus="yes">
        <source>Tags for %n clip(s), separated by commas:</source>
        <translation>
            <numerusform>Étiquettes pour %n clip, séparées par des virgules :</numerusform>
            <numerusform>Étiquettes pour %n clips, séparées par des virgules :</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Pair</source>
        <translation>&amp;Paire</translation>
    </message>
    <message>
        <source>All pairs</source>
        <translation>Toutes les paires</translation>
    </message>
    <message>
        <source>&amp;Schedule</source>
        <translation>P&amp;lanning</translation>
    </message>
    <message>
        <source>All schedules</source>
        <translation>Tous les plannings</translation>
    </message>
    <message>
        <source>&amp;Tag</source>
        <translation>É&amp;tiquette</translation>
    </message>
    <message>
        <source>All tags</source>
        <translation>Toutes les étiquettes</translation>
    </message>
    <message>
        <source>&amp;Clear filters</source>
        <translation>&amp;Effacer les filtres</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Export %n clip(s)…</source>
        <translation>
            <numerusform>&amp;Exporter %n clip…</numerusform>
            <numerusform>&amp;Exporter %n clips…</numerusform>
        </translation>
    </message>
    <message>
        <source>Two to four clips can be compared, and no probes.</source>
        <translation>On peut comparer de deux à quatre clips, mais pas de sondes.</translation>
    </message>
    <message>
        <source>Show r&amp;un folder</source>
        <translation>&amp;Afficher le dossier de l’exécution</translation>
    </message>
    <message>
        <source>Play &amp;video in another program</source>
        <translation>Lire la &amp;vidéo dans un autre programme</translation>
    </message>
    <message>
        <source>Cop&amp;y video</source>
        <translation>Copie&amp;r la vidéo</translation>
    </message>
    <message>
        <source>This clip was not saved as a video by itself. Export makes one.</source>
        <translation>Ce clip n’a pas été enregistré automatiquement en vidéo. « Exporter » en crée une.</translation>
    </message>
    <message numerus="yes">
        <source>Cop&amp;y %n video(s)</source>
        <translation>
            <numerusform>Copie&amp;r %n vidéo</numerusform>
            <numerusform>Copie&amp;r %n vidéos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fb::ui::HistoryPresenter</name>
    <message>
        <source>Drag the stage boundaries and press Generate.</source>
        <translation>Faites glisser les limites de phase et appuyez sur Générer.</translation>
    </message>
    <message>
        <source>Settings loaded, with the seed locked: unlock it for another clip.</source>
        <translation>Réglages chargés, graine verrouillée : ouvrez le cadenas pour obtenir un autre clip.</translation>
    </message>
    <message numerus="yes">
        <source>%n video(s) have been moved or changed since they were saved, among them %1. Put them back, or export the clips again.</source>
        <translation>
            <numerusform>%n vidéo a été déplacée ou modifiée depuis son enregistrement : %1. Remettez-la à sa place ou exportez de nouveau le clip.</numerusform>
            <numerusform>%n vidéos ont été déplacées ou modifiées depuis leur enregistrement, dont %1. Remettez-les à leur place ou exportez de nouveau les clips.</numerusform>
        </translation>
    </message>
    <message>
        <source>The video %1 has been moved or changed since it was saved. Put it back, or export the clip again.</source>
        <translation>La vidéo %1 a été déplacée ou modifiée depuis son enregistrement. Remettez-la à sa place ou exportez de nouveau le clip.</translation>
    </message>
    <message numerus="yes">
        <source>%n video(s) copied; paste into a folder, a message or another program.</source>
        <translation>
            <numerusform>%n vidéo copiée ; collez-la dans un dossier, un message ou un autre programme.</numerusform>
            <numerusform>%n vidéos copiées ; collez-les dans un dossier, un message ou un autre programme.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fb::ui::ImageFiles</name>
    <message>
        <source>This file does not exist. Remove the image, or put the file back.</source>
        <translation>Ce fichier est absent. Retirez-le d’ici ou remettez-le à sa place.</translation>
    </message>
    <message>
        <source>This file cannot be read as an image: %1</source>
        <translation>Ce fichier ne peut pas être lu comme image : %1</translation>
    </message>
    <message>
        <source>This file contains no image.</source>
        <translation>Ce fichier ne contient aucune image.</translation>
    </message>
    <message>
        <source>it contains no pixels</source>
        <translation>elle ne contient aucun pixel</translation>
    </message>
    <message>
        <source>The image could not be saved as %1: %2</source>
        <translation>L’image n’a pas pu être enregistrée sous %1 : %2</translation>
    </message>
</context>
<context>
    <name>fb::ui::ImageList</name>
    <message>
        <source>The clip is now too short for the position of %1, so it was moved to the last frame.</source>
        <translation>Le clip s’arrête avant la position de %1, qui passe à la dernière image possible.</translation>
    </message>
    <message>
        <source>The images were left out: this pair makes clips from text only.</source>
        <translation>Les images sont laissées de côté : cette paire crée des clips à partir du texte seul.</translation>
    </message>
    <message>
        <source>Only the first image was added: this pair accepts only one.</source>
        <translation>Seule la première image a été prise : cette paire n’en accepte qu’une.</translation>
    </message>
    <message>
        <source>An image cannot be placed at frame %1, so %2 was moved to the nearest possible frame.</source>
        <translation>Aucune image ne peut se placer au numéro %1 du clip ; %2 passe à la position la plus proche.</translation>
    </message>
    <message>
        <source>%1 is not an image. PNG, JPEG, WebP, BMP and TIFF files can be used.</source>
        <translation>%1 n’est pas une image. Les fichiers PNG, JPEG, WebP, BMP et TIFF sont acceptés.</translation>
    </message>
    <message>
        <source>Choose the first frame</source>
        <translation>Choisir la première image</translation>
    </message>
    <message>
        <source>Choose images</source>
        <translation>Choisir des images</translation>
    </message>
    <message>
        <source>Images (*.png *.jpg *.jpeg *.webp *.bmp *.tif *.tiff);;All files (*)</source>
        <translation>Images (*.png *.jpg *.jpeg *.webp *.bmp *.tif *.tiff);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>There is no image on the clipboard.</source>
        <translation>Il n’y a pas d’image dans le presse-papiers.</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Add an image</source>
        <translation>Ajouter une image</translation>
    </message>
    <message>
        <source>Choose images that the clip should pass through</source>
        <translation>Choisir les images par lesquelles le clip doit passer</translation>
    </message>
    <message>
        <source>Paste an image</source>
        <translation>Coller une image</translation>
    </message>
    <message>
        <source>Add the copied image, such as a frame of a clip</source>
        <translation>Prendre la dernière image copiée, par exemple une image d’un clip</translation>
    </message>
    <message>
        <source>Drop an image here, paste one, or choose a file</source>
        <translation>Déposez une image ici, collez-en une ou choisissez un fichier</translation>
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
        <translation>Image %1</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Retirer %1</translation>
    </message>
    <message>
        <source>The clip will no longer pass through it; the file is not deleted.</source>
        <translation>Le clip ne passe plus par cette image ; le fichier reste où il est.</translation>
    </message>
    <message>
        <source>First frame</source>
        <translation>Première image</translation>
    </message>
    <message>
        <source>Last frame</source>
        <translation>Dernière image</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Position of %1 in the clip</source>
        <translation>Position de %1 dans le clip</translation>
    </message>
    <message>
        <source>Where in the clip the image appears</source>
        <translation>L’endroit du clip où se place l’image</translation>
    </message>
    <message>
        <source>Frame of %1</source>
        <translation>Numéro d’image de %1</translation>
    </message>
    <message>
        <source>The frame that shows the image: a multiple of %1.</source>
        <translation>Le numéro, dans le clip, où l’image apparaît : un multiple de %1.</translation>
    </message>
    <message>
        <source> %</source>
        <comment>after the number of the strength</comment>
        <translation>&#xa0;%</translation>
    </message>
    <message>
        <source>Strength of %1</source>
        <translation>Force de %1</translation>
    </message>
    <message>
        <source>100 % keeps the image as it is; lower values let the model change it.</source>
        <translation>À 100&#xa0;%, l’image reste telle quelle ; moins, et le modèle a de la marge pour la changer.</translation>
    </message>
    <message>
        <source>Problem with %1</source>
        <translation>Problème avec %1</translation>
    </message>
</context>
<context>
    <name>fb::ui::InputSentences</name>
    <message>
        <source>large model</source>
        <translation>grand modèle</translation>
    </message>
    <message>
        <source>small model</source>
        <translation>petit modèle</translation>
    </message>
    <message>
        <source>text encoder</source>
        <translation>encodeur de texte</translation>
    </message>
    <message>
        <source>tokenizer</source>
        <translation>tokeniseur</translation>
    </message>
    <message>
        <source>VAE</source>
        <translation>VAE</translation>
    </message>
    <message>
        <source>image encoder</source>
        <translation>encodeur d’images</translation>
    </message>
    <message>
        <source>latent upsampler</source>
        <translation>agrandisseur de latents</translation>
    </message>
    <message>
        <source>image</source>
        <translation>image</translation>
    </message>
    <message>
        <source>Changed since the run began: the settings in %1.</source>
        <translation>Modifié depuis le début de l’exécution : les réglages dans %1.</translation>
    </message>
    <message>
        <source>No longer found: %1 (%2).</source>
        <translation>Introuvable : %1 (%2).</translation>
    </message>
    <message>
        <source>Changed since the run began: %1 (%2).</source>
        <translation>Modifié depuis le début de l’exécution : %1 (%2).</translation>
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
        <translation>Continuer avec les fichiers actuels</translation>
    </message>
    <message>
        <source>Locate models…</source>
        <translation>Localiser les modèles…</translation>
    </message>
    <message>
        <source>Continue with other files?</source>
        <translation>Continuer avec d’autres fichiers ?</translation>
    </message>
    <message>
        <source>%1

The clip will differ from the one that the run would have made.</source>
        <translation>%1

Le clip ne sera plus celui qui avait été commencé.</translation>
    </message>
    <message>
        <source>&amp;Continue with the current files</source>
        <translation>&amp;Continuer avec les fichiers actuels</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>A&amp;nnuler</translation>
    </message>
    <message>
        <source>Locate models</source>
        <translation>Localiser les modèles</translation>
    </message>
    <message>
        <source>Looking for the models in %1…</source>
        <translation>Recherche des modèles dans %1…</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot continue. %2 Put it back and continue the run from the queue.</source>
        <translation>« %1 » ne peut pas continuer. %2 Remettez-le en place et continuez l’exécution depuis la file d’attente.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot continue. %2</source>
        <translation>« %1 » ne peut pas continuer. %2</translation>
    </message>
</context>
<context>
    <name>fb::ui::KeptFile</name>
    <message>
        <source>%1 cannot be read at the moment: %2. The file is left untouched and will be read as soon as possible; until then, changes are kept in memory.</source>
        <translation>%1 ne peut pas être lu pour le moment : %2. Le fichier reste tel quel et sera lu dès que ce sera possible ; ce qui est nouveau reste en mémoire jusque-là.</translation>
    </message>
    <message>
        <source>%1 cannot be written at the moment: %2. Changes are kept in memory and will be saved as soon as possible.</source>
        <translation>%1 ne peut pas être écrit pour le moment : %2. Ce qui est nouveau reste en mémoire et sera enregistré dès que ce sera possible.</translation>
    </message>
</context>
<context>
    <name>fb::ui::LabPresenter</name>
    <message>
        <source>The boundaries are measured.</source>
        <translation>Les limites sont mesurées.</translation>
    </message>
    <message>
        <source>Finding boundaries</source>
        <translation>Recherche des limites</translation>
    </message>
    <message>
        <source>The boundaries could not be measured.</source>
        <translation>Les limites n’ont pas pu être mesurées.</translation>
    </message>
    <message>
        <source>Choose measured boundaries</source>
        <comment>undo</comment>
        <translation>Choisir des limites mesurées</translation>
    </message>
    <message>
        <source>Finding boundaries was interrupted. Everything measured is kept.</source>
        <translation>La recherche des limites a été interrompue. Tout ce qui a été mesuré est conservé.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
</context>
<context>
    <name>fb::ui::LabWindow</name>
    <message>
        <source>Clip %1 of %2</source>
        <translation>Clip %1 sur %2</translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>étape %1 sur %2</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>reste %1</translation>
    </message>
    <message>
        <source>Waits for the clip that is being generated.</source>
        <translation>Attend le clip en cours de génération.</translation>
    </message>
    <message>
        <source>%1. The queue waits.</source>
        <translation>%1. La file attend.</translation>
    </message>
    <message>
        <source>Pausing after the current block; everything is kept.</source>
        <translation>Pause après le bloc en cours ; tout est conservé.</translation>
    </message>
    <message>
        <source>Pau&amp;se</source>
        <translation>Pau&amp;se</translation>
    </message>
    <message>
        <source>C&amp;ontinue</source>
        <translation>C&amp;ontinuer</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Démarrer</translation>
    </message>
    <message>
        <source>Everything measured is kept; it can be continued at any time</source>
        <translation>Tout ce qui a été mesuré est conservé ; on peut continuer à tout moment</translation>
    </message>
    <message>
        <source>Measure; the queue waits meanwhile</source>
        <translation>Mesurer ; la file attend pendant ce temps</translation>
    </message>
    <message>
        <source>Find Boundaries</source>
        <translation>Trouver les limites</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Mesurer</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Résultats</translation>
    </message>
    <message>
        <source>Progress of the measurement</source>
        <translation>Progression de la mesure</translation>
    </message>
    <message>
        <source>Clips are being compared again</source>
        <translation>Les clips sont comparés de nouveau</translation>
    </message>
    <message>
        <source>decoding</source>
        <translation>décodage</translation>
    </message>
</context>
<context>
    <name>fb::ui::LogViewer</name>
    <message>
        <source>The report was copied to the clipboard.</source>
        <translation>Le rapport est dans le presse-papiers.</translation>
    </message>
    <message>
        <source>Save the log</source>
        <translation>Enregistrer le journal</translation>
    </message>
    <message>
        <source>Text files (*.txt *.log)</source>
        <translation>Fichiers texte (*.txt *.log)</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>Impossible d’écrire %1 : %2</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Enregistré sous %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s)</source>
        <translation>
            <numerusform>%Ln ligne</numerusform>
            <numerusform>%Ln lignes</numerusform>
        </translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>&amp;Afficher</translation>
    </message>
    <message>
        <source>All messages</source>
        <translation>Tous les messages</translation>
    </message>
    <message>
        <source>All except debug messages</source>
        <translation>Tous sauf le débogage</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>Avertissements et erreurs</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Erreurs</translation>
    </message>
    <message>
        <source>Lowest level shown</source>
        <translation>Niveau minimal affiché</translation>
    </message>
    <message>
        <source>Hides less important messages</source>
        <translation>Masque les messages moins importants</translation>
    </message>
    <message>
        <source>Search the log</source>
        <translation>Rechercher dans le journal</translation>
    </message>
    <message>
        <source>Shows only the lines that contain this text</source>
        <translation>N’affiche que les lignes qui contiennent ce texte</translation>
    </message>
    <message>
        <source>&amp;Follow</source>
        <translation>&amp;Suivre</translation>
    </message>
    <message>
        <source>Keeps the newest line in view</source>
        <translation>Garde la dernière ligne en vue</translation>
    </message>
    <message>
        <source>Log lines</source>
        <translation>Lignes du journal</translation>
    </message>
    <message>
        <source>Copy for &amp;bug report</source>
        <translation>Copier pour un rapport de &amp;bogue</translation>
    </message>
    <message>
        <source>Copies version, system, devices and the last 200 lines; read it before you send it</source>
        <translation>Copie la version, le système, les périphériques et les 200 dernières lignes ; relisez avant d’envoyer</translation>
    </message>
    <message>
        <source>Sa&amp;ve…</source>
        <translation>&amp;Enregistrer…</translation>
    </message>
    <message>
        <source>Writes the same report to a text file</source>
        <translation>Écrit le même rapport dans un fichier texte</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Fermer</translation>
    </message>
    <message>
        <source>Include &amp;prompts</source>
        <translation>Inclure les &amp;prompts</translation>
    </message>
    <message>
        <source>Include prompts in the report</source>
        <translation>Inclure les prompts dans le rapport</translation>
    </message>
    <message>
        <source>Adds your newest prompts to the report. Without this, prompts are also taken out of its lines.</source>
        <translation>Ajoute vos derniers prompts au rapport. Sinon, les prompts sont aussi retirés de ses lignes.</translation>
    </message>
    <message>
        <source>&amp;Copy the lines chosen</source>
        <translation>&amp;Copier les lignes choisies</translation>
    </message>
</context>
<context>
    <name>fb::ui::LoraList</name>
    <message>
        <source>Choose LoRAs</source>
        <translation>Choisir des LoRA</translation>
    </message>
    <message>
        <source>LoRAs (*.safetensors);;All files (*)</source>
        <translation>LoRA (*.safetensors);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>LoRAs</source>
        <translation>LoRA</translation>
    </message>
    <message>
        <source>Add a LoRA</source>
        <translation>Ajouter une LoRA</translation>
    </message>
    <message>
        <source>Choose files that change one of the models, such as a style or fewer steps</source>
        <translation>Choisir des fichiers qui modifient l’un des modèles, par exemple pour un style ou moins de pas</translation>
    </message>
    <message>
        <source>Drop LoRAs here</source>
        <translation>Déposez des LoRA ici</translation>
    </message>
</context>
<context>
    <name>fb::ui::LoraRow</name>
    <message>
        <source>%1: %2 of %3 layers</source>
        <translation>%1 : %2 couches sur %3</translation>
    </message>
    <message>
        <source>rank %1</source>
        <translation>rang %1</translation>
    </message>
    <message>
        <source>alpha %1</source>
        <translation>alpha %1</translation>
    </message>
    <message>
        <source>no alpha: scale 1</source>
        <translation>sans alpha : facteur 1</translation>
    </message>
    <message>
        <source>Layers that the model does not have:</source>
        <translation>Couches que le modèle n’a pas :</translation>
    </message>
    <message>
        <source>LoRA %1</source>
        <translation>LoRA %1</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Retirer %1</translation>
    </message>
    <message>
        <source>The models will no longer use it; the file is not deleted.</source>
        <translation>Les modèles ne l’utiliseront plus ; le fichier n’est pas supprimé.</translation>
    </message>
    <message>
        <source>Target of %1</source>
        <translation>Cible de %1</translation>
    </message>
    <message>
        <source>The model that it changes; early and late stage: the large model, in that stage only</source>
        <translation>Le modèle qu’elle modifie ; étape du début et de la fin : le grand modèle, dans cette étape seulement</translation>
    </message>
    <message>
        <source>Strength of %1</source>
        <translation>Force de %1</translation>
    </message>
    <message>
        <source>How strongly it changes the model: 1 as it was trained, 0 not at all</source>
        <translation>À quel point elle modifie le modèle : 1 comme à l’entraînement, 0 pas du tout</translation>
    </message>
    <message>
        <source>What %1 does</source>
        <translation>Ce que fait %1</translation>
    </message>
    <message>
        <source>%1 of them in the text encoder</source>
        <translation>dont %1 dans l’encodeur de texte</translation>
    </message>
</context>
<context>
    <name>fb::ui::MainWindow</name>
    <message>
        <source>The engine</source>
        <translation>Le moteur</translation>
    </message>
    <message>
        <source>FlowBlending Studio</source>
        <translation>FlowBlending Studio</translation>
    </message>
    <message>
        <source>Pair of models</source>
        <translation>Paire de modèles</translation>
    </message>
    <message>
        <source>The large and the small model that share the sampling</source>
        <translation>Le grand et le petit modèle qui se partagent l’échantillonnage</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>File d’attente</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>Phases</translation>
    </message>
    <message>
        <source>Pa&amp;ir</source>
        <translation>&amp;Paire</translation>
    </message>
    <message>
        <source>More toolbar buttons</source>
        <translation>Suite de la barre d’outils</translation>
    </message>
    <message>
        <source>The queue and history can be saved again.</source>
        <translation>La file d’attente et l’historique sont de nouveau enregistrés.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>%1 can be saved again.</source>
        <translation>%1 est de nouveau enregistré.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; follows the settings of its folder: %2. Models › Models and pairs also lists them.</source>
        <translation>« %1 » suit les réglages de son dossier : %2. Ils figurent aussi dans Modèles › Modèles et paires.</translation>
    </message>
    <message>
        <source>The program ended unexpectedly last time: %1. Queue and history are kept.</source>
        <translation>La dernière fois, le programme s’est arrêté de façon inattendue : %1. La file d’attente et l’historique sont conservés.</translation>
    </message>
    <message>
        <source>The preset &quot;%1&quot; was deleted.</source>
        <translation>Le préréglage « %1 » a été supprimé.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>%1 holds no presets that this version can read.</source>
        <translation>%1 ne contient aucun préréglage que cette version sache lire.</translation>
    </message>
    <message>
        <source>Presets added: %1</source>
        <translation>Préréglages ajoutés : %1</translation>
    </message>
</context>
<context>
    <name>fb::ui::MemoryBar</name>
    <message>
        <source>Memory for the next run</source>
        <translation>Mémoire que prendra la prochaine exécution</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Encodage</translation>
    </message>
    <message>
        <source>Early</source>
        <translation>Début</translation>
    </message>
    <message>
        <source>Middle</source>
        <translation>Milieu</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Decoding</source>
        <translation>Décodage</translation>
    </message>
    <message>
        <source>Next run on %1: %2 of %3 available</source>
        <translation>Prochaine exécution sur %1 : %2 sur %3 utilisables</translation>
    </message>
    <message>
        <source>%1 used by other programs</source>
        <translation>%1 sont occupés par d&apos;autres programmes</translation>
    </message>
    <message>
        <source>%1: %2, weights %3</source>
        <translation>%1 : %2, poids %3</translation>
    </message>
    <message>
        <source>Frames are decoded in tiles, because they do not fit whole</source>
        <translation>Les images sont décodées par tuiles, car elles ne tiennent pas en entier</translation>
    </message>
    <message>
        <source>Streamed: %1 of %2 blocks of the %3 stay on the device</source>
        <translation>En flux (%3) : %1 blocs sur %2 restent sur l&apos;appareil</translation>
    </message>
    <message>
        <source>large model</source>
        <translation>grand modèle</translation>
    </message>
    <message>
        <source>small model</source>
        <translation>petit modèle</translation>
    </message>
    <message>
        <source>text encoder</source>
        <translation>encodeur de texte</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>%1: %2 as measured, weights %3</source>
        <translation>%1 : %2 (mesuré), poids %3</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Upsampling</source>
        <translation>Suréchantillonnage</translation>
    </message>
    <message>
        <source>Next run does not fit: %1 of %2</source>
        <translation>La prochaine exécution ne tient pas : %1 sur %2</translation>
    </message>
    <message>
        <source>Next run: %1 of %2, streamed</source>
        <translation>Prochaine exécution : %1 sur %2, en flux</translation>
    </message>
    <message>
        <source>Next run: %1 of %2</source>
        <translation>Prochaine exécution : %1 sur %2</translation>
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
        <translation>mesuré</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>poids</translation>
    </message>
    <message>
        <source>working memory</source>
        <translation>mémoire de travail</translation>
    </message>
    <message>
        <source>other programs</source>
        <translation>autres programmes</translation>
    </message>
    <message>
        <source>limit: %1</source>
        <translation>limite : %1</translation>
    </message>
</context>
<context>
    <name>fb::ui::ModelsPage</name>
    <message>
        <source>Models and pairs</source>
        <translation>Modèles et paires</translation>
    </message>
    <message>
        <source>&amp;Pairs</source>
        <translation>Pai&amp;res</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>Paires</translation>
    </message>
    <message>
        <source>Double-click a pair to use it</source>
        <translation>Double-cliquez sur une paire pour l’utiliser</translation>
    </message>
    <message>
        <source>For&amp;get</source>
        <translation>Ou&amp;blier</translation>
    </message>
    <message>
        <source>Forget this pair</source>
        <translation>Oublier cette paire</translation>
    </message>
    <message>
        <source>Removes the pair from this list; its files are not deleted</source>
        <translation>Retire la paire de cette liste ; ses fichiers restent où ils sont</translation>
    </message>
    <message>
        <source>Use this pair</source>
        <translation>Utiliser cette paire</translation>
    </message>
    <message>
        <source>The next runs will use it</source>
        <translation>Les prochaines exécutions l’utiliseront</translation>
    </message>
    <message>
        <source>Model files</source>
        <translation>Fichiers de modèles</translation>
    </message>
    <message>
        <source>Add &amp;files…</source>
        <translation>Ajouter des &amp;fichiers…</translation>
    </message>
    <message>
        <source>Add model files</source>
        <translation>Ajouter des fichiers de modèles</translation>
    </message>
    <message>
        <source>Checkpoints (.safetensors, .gguf), their indexes, tokenizers, or pair documents (.json)</source>
        <translation>Checkpoints (.safetensors, .gguf), leurs index, tokeniseurs ou documents de paire (.json)</translation>
    </message>
    <message>
        <source>Add fol&amp;der…</source>
        <translation>Ajouter un &amp;dossier…</translation>
    </message>
    <message>
        <source>Add a folder of models</source>
        <translation>Ajouter un dossier de modèles</translation>
    </message>
    <message>
        <source>A downloaded repository; its subfolders are searched too</source>
        <translation>Un dépôt téléchargé ; ses sous-dossiers sont aussi parcourus</translation>
    </message>
    <message>
        <source>Build a pair</source>
        <translation>Former une paire</translation>
    </message>
    <message>
        <source>&amp;Where to get them</source>
        <translation>Où les obt&amp;enir</translation>
    </message>
    <message>
        <source>Where to get model files</source>
        <translation>Où obtenir les fichiers de modèles</translation>
    </message>
    <message>
        <source>Lists the public repositories and the files needed from them</source>
        <translation>Indique les dépôts publics et les fichiers nécessaires</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>Utilisée</translation>
    </message>
    <message>
        <source>&amp;Use this pair</source>
        <translation>&amp;Utiliser cette paire</translation>
    </message>
    <message>
        <source>Comes with the program; small enough for any machine.</source>
        <translation>Fournie avec le programme ; assez petite pour toute machine.</translation>
    </message>
    <message>
        <source>Drop to add them</source>
        <translation>Relâchez pour les ajouter</translation>
    </message>
    <message>
        <source>Drop checkpoints here, or a whole downloaded folder.
Each is recognised by its content, not its name.</source>
        <translation>Déposez ici des checkpoints ou tout un dossier téléchargé.
Chacun est reconnu à son contenu, quel que soit son nom.</translation>
    </message>
    <message>
        <source>%1 was added to the list of pairs.</source>
        <translation>%1 est maintenant dans la liste des paires.</translation>
    </message>
    <message>
        <source>Models and pairs (*.safetensors *.gguf *.json *.model);;All files (*)</source>
        <translation>Modèles et paires (*.safetensors *.gguf *.json *.model);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Large: %1</source>
        <translation>Grand : %1</translation>
    </message>
    <message>
        <source>Small: %1</source>
        <translation>Petit : %1</translation>
    </message>
    <message>
        <source>Text encoder: %1</source>
        <translation>Encodeur de texte : %1</translation>
    </message>
    <message>
        <source>Tokenizer: %1</source>
        <translation>Tokeniseur : %1</translation>
    </message>
    <message>
        <source>VAE: inside the model</source>
        <translation>VAE : dans le modèle</translation>
    </message>
    <message>
        <source>VAE: %1</source>
        <translation>VAE : %1</translation>
    </message>
    <message>
        <source>Image encoder: %1</source>
        <translation>Encodeur d’images : %1</translation>
    </message>
    <message>
        <source>Latent upsampler: %1</source>
        <translation>Agrandisseur de latents : %1</translation>
    </message>
    <message>
        <source>Settings of its folder: %1</source>
        <translation>Réglages de son dossier : %1</translation>
    </message>
    <message>
        <source>Watch a folder of models</source>
        <translation>Surveiller un dossier de modèles</translation>
    </message>
</context>
<context>
    <name>fb::ui::NoticeBar</name>
    <message>
        <source>Dismiss</source>
        <translation>Ignorer</translation>
    </message>
</context>
<context>
    <name>fb::ui::OpenFolder</name>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>No program on this machine can open the folder. It is:
%1</source>
        <translation>Aucun programme de cette machine ne peut ouvrir le dossier. Le voici :
%1</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Vidéo</translation>
    </message>
    <message>
        <source>No program on this machine can play the video. It is:
%1</source>
        <translation>Aucun programme de cette machine ne peut lire la vidéo. La voici :
%1</translation>
    </message>
</context>
<context>
    <name>fb::ui::PairBuilder</name>
    <message>
        <source>&amp;Large model</source>
        <translation>&amp;Grand modèle</translation>
    </message>
    <message>
        <source>&amp;Small model</source>
        <translation>&amp;Petit modèle</translation>
    </message>
    <message>
        <source>&amp;Text encoder</source>
        <translation>Encodeur de &amp;texte</translation>
    </message>
    <message>
        <source>T&amp;okenizer</source>
        <translation>T&amp;okeniseur</translation>
    </message>
    <message>
        <source>&amp;VAE</source>
        <translation>&amp;VAE</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>Large model</source>
        <translation>Grand modèle</translation>
    </message>
    <message>
        <source>Runs the first and the last steps, where the two models differ most</source>
        <translation>Traite les premières et les dernières étapes, où les deux modèles diffèrent le plus</translation>
    </message>
    <message>
        <source>Small model</source>
        <translation>Petit modèle</translation>
    </message>
    <message>
        <source>Runs the steps in between; must be of the same family as the large one</source>
        <translation>Traite les étapes intermédiaires ; de la même famille que le grand</translation>
    </message>
    <message>
        <source>Text encoder</source>
        <translation>Encodeur de texte</translation>
    </message>
    <message>
        <source>Encodes the prompt for both models</source>
        <translation>Transforme le prompt en ce que lisent les deux modèles</translation>
    </message>
    <message>
        <source>Tokenizer</source>
        <translation>Tokeniseur</translation>
    </message>
    <message>
        <source>Splits the prompt into tokens; some single-file text encoders include it</source>
        <translation>Découpe le prompt en morceaux ; un encodeur en un seul fichier peut le contenir</translation>
    </message>
    <message>
        <source>VAE</source>
        <translation>VAE</translation>
    </message>
    <message>
        <source>Turns the finished latents into frames</source>
        <translation>Transforme les latents finis en images</translation>
    </message>
    <message>
        <source>Name of the pair</source>
        <translation>Nom de la paire</translation>
    </message>
    <message>
        <source>The name shown in the list of pairs</source>
        <translation>La paire figure sous ce nom dans la liste</translation>
    </message>
    <message>
        <source>Build the pair</source>
        <translation>Former la paire</translation>
    </message>
    <message>
        <source>Checks that the parts fit together and saves them as a pair</source>
        <translation>Vérifie que les éléments vont ensemble et les retient comme paire</translation>
    </message>
    <message>
        <source>none added yet</source>
        <translation>rien d’ajouté</translation>
    </message>
    <message>
        <source>a large model</source>
        <translation>un grand modèle</translation>
    </message>
    <message>
        <source>a small model</source>
        <translation>un petit modèle</translation>
    </message>
    <message>
        <source>a text encoder</source>
        <translation>un encodeur de texte</translation>
    </message>
    <message>
        <source>a tokenizer</source>
        <translation>un tokeniseur</translation>
    </message>
    <message>
        <source>a VAE</source>
        <translation>un VAE</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Vérification…</translation>
    </message>
    <message>
        <source>&amp;Build pair</source>
        <translation>For&amp;mer la paire</translation>
    </message>
    <message>
        <source>Still missing: %1.</source>
        <translation>Reste à ajouter : %1.</translation>
    </message>
    <message>
        <source>The large and the small model are the same; add a second transformer.</source>
        <translation>Le grand et le petit modèle sont le même ; ajoutez un second transformer.</translation>
    </message>
    <message>
        <source>The parts are checked against each other before the pair is saved.</source>
        <translation>Les éléments sont vérifiés entre eux avant que la paire soit gardée.</translation>
    </message>
    <message>
        <source>&amp;Image encoder</source>
        <translation>Encodeur d’&amp;images</translation>
    </message>
    <message>
        <source>Image encoder</source>
        <translation>Encodeur d’images</translation>
    </message>
    <message>
        <source>Reads the image that an image-to-video model starts from</source>
        <translation>Lit l’image dont part un modèle image vers vidéo</translation>
    </message>
    <message>
        <source>an image encoder</source>
        <translation>un encodeur d’images</translation>
    </message>
    <message>
        <source>Latent upsa&amp;mpler</source>
        <translation>Agrandisseur de &amp;latents</translation>
    </message>
    <message>
        <source>Latent upsampler</source>
        <translation>Agrandisseur de latents</translation>
    </message>
    <message>
        <source>Lets a run sample at half size first and refine at full size; optional</source>
        <translation>Permet à une exécution d’échantillonner d’abord à moitié taille, puis d’affiner en pleine taille ; les paires s’en passent aussi</translation>
    </message>
    <message>
        <source>WAN 2.1 has no small image-to-video model, so this pair runs every step with the large model alone.</source>
        <translation>WAN 2.1 n’a pas de petit modèle image vers vidéo ; cette paire traite donc toutes les étapes avec le grand modèle seul.</translation>
    </message>
</context>
<context>
    <name>fb::ui::PairListModel</name>
    <message>
        <source>Comes with the program; small enough for any machine</source>
        <translation>Fournie avec le programme ; assez petite pour toute machine</translation>
    </message>
</context>
<context>
    <name>fb::ui::PaperWords</name>
    <message>
        <source>Proposed for a sameness of %1</source>
        <translation>Proposé pour une similitude de %1</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>règle</translation>
    </message>
    <message>
        <source>boundaries</source>
        <translation>limites</translation>
    </message>
    <message>
        <source>work</source>
        <translation>travail</translation>
    </message>
    <message>
        <source>sameness</source>
        <translation>similitude</translation>
    </message>
    <message>
        <source>90 % interval</source>
        <translation>intervalle à 90 %</translation>
    </message>
    <message>
        <source>Sameness and work by the two stages</source>
        <translation>Similitude et travail selon les deux phases</translation>
    </message>
    <message>
        <source>Columns: large until this share of the steps; rows: large again for the last.</source>
        <translation>Colonnes : grand jusqu’à cette part des étapes ; lignes : grand à nouveau pour les dernières.</translation>
    </message>
    <message>
        <source>Sameness over work</source>
        <translation>Similitude selon le travail</translation>
    </message>
    <message>
        <source>Work, as a share of the large model&apos;s</source>
        <translation>Travail, en part de celui du grand modèle</translation>
    </message>
    <message>
        <source>Squares are rivals, from which nothing is proposed: the large model alone with fewer steps, or guarded runs.</source>
        <translation>Les carrés sont des concurrents, dont rien n’est proposé : le grand modèle seul avec moins d’étapes, ou des exécutions avec garde.</translation>
    </message>
    <message>
        <source>Clips</source>
        <translation>Clips</translation>
    </message>
    <message>
        <source>All candidates</source>
        <translation>Tous les candidats</translation>
    </message>
    <message>
        <source>Sameness by each measure, and the mean distance.</source>
        <translation>Similitude selon chaque mesure, et la distance moyenne.</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>secondes</translation>
    </message>
    <message>
        <source>Settings and prompts</source>
        <translation>Réglages et prompts</translation>
    </message>
    <message>
        <source>Boundaries of %1</source>
        <translation>Limites de %1</translation>
    </message>
    <message numerus="yes">
        <source>Measured on %n prompt(s).</source>
        <translation>
            <numerusform>Mesuré sur %n prompt.</numerusform>
            <numerusform>Mesuré sur %n prompts.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sameness by: %1. 1 is the large model&apos;s clip; 0 is as far from it as %2.</source>
        <translation>Similitude selon : %1. 1 est le clip du grand modèle ; 0 en est aussi loin que : %2.</translation>
    </message>
    <message>
        <source>Not all clips are decoded.</source>
        <translation>Tous les clips ne sont pas décodés.</translation>
    </message>
</context>
<context>
    <name>fb::ui::PlayField</name>
    <message>
        <source>Forwards and backwards</source>
        <translation>Aller et retour</translation>
    </message>
    <message>
        <source>After its last frame, the clip goes back to its second one, so that it can begin again</source>
        <translation>Après sa dernière image, le clip revient jusqu’à la deuxième, pour pouvoir recommencer</translation>
    </message>
    <message>
        <source>Times: </source>
        <translation>Passages : </translation>
    </message>
    <message>
        <source>How often the clip is played in the file</source>
        <translation>Nombre de fois que le clip est joué dans le fichier</translation>
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
        <translation>&amp;Lire</translation>
    </message>
    <message>
        <source>Stop at this frame</source>
        <translation>S’arrêter sur cette image</translation>
    </message>
    <message>
        <source>Play the clip</source>
        <translation>Lire le clip</translation>
    </message>
    <message>
        <source>Play &amp;backwards</source>
        <translation>Lire à l’en&amp;vers</translation>
    </message>
    <message>
        <source>Play backwards; press again to go faster, up to four times the speed</source>
        <translation>Lire à l’envers ; encore : plus vite, jusqu’à quatre fois</translation>
    </message>
    <message>
        <source>&amp;Hold</source>
        <translation>S’arrê&amp;ter</translation>
    </message>
    <message>
        <source>Play &amp;forwards</source>
        <translation>Lire à l’en&amp;droit</translation>
    </message>
    <message>
        <source>Play forwards; press again to go faster, up to four times the speed</source>
        <translation>Lire à l’endroit ; encore : plus vite, jusqu’à quatre fois</translation>
    </message>
    <message>
        <source>One frame b&amp;ack</source>
        <translation>Une image en a&amp;rrière</translation>
    </message>
    <message>
        <source>Stop and show the frame before this one</source>
        <translation>S’arrêter et afficher l’image précédente</translation>
    </message>
    <message>
        <source>One frame f&amp;orward</source>
        <translation>Une image en ava&amp;nt</translation>
    </message>
    <message>
        <source>Stop and show the frame after this one</source>
        <translation>S’arrêter et afficher l’image suivante</translation>
    </message>
    <message>
        <source>F&amp;irst frame</source>
        <translation>Prem&amp;ière image</translation>
    </message>
    <message>
        <source>Go to the first frame</source>
        <translation>Aller à la première image</translation>
    </message>
    <message>
        <source>La&amp;st frame</source>
        <translation>Dernière ima&amp;ge</translation>
    </message>
    <message>
        <source>Go to the last frame</source>
        <translation>Aller à la dernière image</translation>
    </message>
    <message>
        <source>&amp;Loop</source>
        <translation>&amp;Boucle</translation>
    </message>
    <message>
        <source>Start over at the end</source>
        <translation>Recommencer à la fin</translation>
    </message>
    <message>
        <source>S&amp;mooth pixels</source>
        <translation>Li&amp;sser les pixels</translation>
    </message>
    <message>
        <source>Smooth the pixels of an enlarged clip; otherwise each stays a sharp square</source>
        <translation>Lisser les pixels d’un clip agrandi ; sinon chacun reste un carré net</translation>
    </message>
    <message>
        <source>Clip in f&amp;ull screen</source>
        <translation>Clip en plein é&amp;cran</translation>
    </message>
    <message>
        <source>Fill the screen with the clip; Esc leaves</source>
        <translation>Le clip remplit l’écran ; Échap pour quitter</translation>
    </message>
    <message>
        <source>&amp;Copy frame</source>
        <translation>C&amp;opier l’image</translation>
    </message>
    <message>
        <source>Copy the frame shown to the clipboard</source>
        <translation>Copier l’image affichée dans le presse-papiers</translation>
    </message>
    <message>
        <source>Sa&amp;ve frame as PNG…</source>
        <translation>Enregistrer l’i&amp;mage en PNG…</translation>
    </message>
    <message>
        <source>Save the frame shown as an image, at the size of the clip</source>
        <translation>Conserver l’image affichée, à la taille du clip</translation>
    </message>
    <message>
        <source>%1×</source>
        <translation>%1×</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Ajuster</translation>
    </message>
</context>
<context>
    <name>fb::ui::PresetBar</name>
    <message>
        <source>Custom</source>
        <translation>Personnalisé</translation>
    </message>
    <message>
        <source>Pair&apos;s defaults</source>
        <translation>Valeurs de la paire</translation>
    </message>
    <message>
        <source>Save preset</source>
        <translation>Enregistrer le préréglage</translation>
    </message>
    <message>
        <source>Name of the preset:</source>
        <translation>Nom du préréglage :</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Préréglage</translation>
    </message>
    <message>
        <source>Manage presets</source>
        <translation>Gérer les préréglages</translation>
    </message>
    <message>
        <source>&amp;Save current as preset…</source>
        <translation>&amp;Enregistrer comme préréglage…</translation>
    </message>
    <message>
        <source>&amp;Delete preset</source>
        <translation>&amp;Supprimer le préréglage</translation>
    </message>
    <message>
        <source>Pre&amp;set</source>
        <translation>P&amp;réréglage</translation>
    </message>
    <message>
        <source>Sets size, length, steps, solver and shift at once, some also the stages and a cache. Prompt and seed are kept.</source>
        <translation>Fixe d’un coup taille, durée, étapes, solveur et shift, parfois aussi les phases et un cache. Prompt et graine restent.</translation>
    </message>
    <message>
        <source>Rename preset</source>
        <translation>Renommer le préréglage</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is the name of a preset that comes with the program. Choose another name.</source>
        <translation>« %1 » est le nom d’un préréglage fourni avec le programme. Choisissez un autre nom.</translation>
    </message>
    <message>
        <source>There is already a preset called &quot;%1&quot;. Replace it?</source>
        <translation>Il existe déjà un préréglage nommé « %1 ». Le remplacer ?</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Remplacer</translation>
    </message>
    <message>
        <source>There is already a preset called &quot;%1&quot;. Choose another name.</source>
        <translation>Il existe déjà un préréglage nommé « %1 ». Choisissez un autre nom.</translation>
    </message>
    <message>
        <source>Share preset</source>
        <translation>Partager le préréglage</translation>
    </message>
    <message>
        <source>Presets (*.json)</source>
        <translation>Préréglages (*.json)</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>Impossible d’écrire %1 : %2</translation>
    </message>
    <message>
        <source>Save the current values as a preset, rename or delete one of your own</source>
        <translation>Enregistrer les valeurs actuelles comme préréglage, ou renommer ou supprimer un des vôtres</translation>
    </message>
    <message>
        <source>&amp;Rename preset…</source>
        <translation>&amp;Renommer le préréglage…</translation>
    </message>
    <message>
        <source>S&amp;hare preset…</source>
        <translation>&amp;Partager le préréglage…</translation>
    </message>
    <message>
        <source>Save it as a file that others can drop on their window</source>
        <translation>L’enregistrer dans un fichier que d’autres peuvent déposer sur leur fenêtre</translation>
    </message>
</context>
<context>
    <name>fb::ui::PresetStore</name>
    <message>
        <source>Draft</source>
        <translation>Brouillon</translation>
    </message>
    <message>
        <source>480p</source>
        <translation>480p</translation>
    </message>
    <message>
        <source>480p portrait</source>
        <translation>480p portrait</translation>
    </message>
    <message>
        <source>720p</source>
        <translation>720p</translation>
    </message>
    <message>
        <source>720p portrait</source>
        <translation>720p portrait</translation>
    </message>
    <message>
        <source>Your presets could not be read from %1, and the file cannot be moved. Presets will not be saved.</source>
        <translation>Vos préréglages n’ont pas pu être lus dans %1, et le fichier ne peut pas être déplacé. Les préréglages ne sont pas enregistrés.</translation>
    </message>
    <message>
        <source>Your presets could not be read from %1. The file was kept as %2, and a new one was started.</source>
        <translation>Vos préréglages n’ont pas pu être lus dans %1. Le fichier a été gardé sous le nom %2 et un nouveau a été commencé.</translation>
    </message>
    <message>
        <source>720p in two passes</source>
        <translation>720p en deux passes</translation>
    </message>
    <message>
        <source>480p in 4 steps, large model distilled</source>
        <translation>480p en 4 étapes, grand modèle distillé</translation>
    </message>
    <message>
        <source>480p in 4 steps, both models distilled</source>
        <translation>480p en 4 étapes, deux modèles distillés</translation>
    </message>
    <message>
        <source>480p in 8 steps, large model distilled</source>
        <translation>480p en 8 étapes, grand modèle distillé</translation>
    </message>
    <message>
        <source>480p in 8 steps, both models distilled</source>
        <translation>480p en 8 étapes, deux modèles distillés</translation>
    </message>
    <message>
        <source>480p in 7 steps, large model distilled</source>
        <translation>480p en 7 étapes, grand modèle distillé</translation>
    </message>
    <message>
        <source>480p in 7 steps, both models distilled</source>
        <translation>480p en 7 étapes, deux modèles distillés</translation>
    </message>
    <message>
        <source>For a large model with a 4-step LoRA, to be added under LoRAs, or one that is step-distilled itself. The small model is an ordinary one and keeps guidance. Other large models make poor clips with it.</source>
        <translation>Pour un grand modèle avec une LoRA à 4 étapes, à ajouter sous LoRA, ou lui-même distillé en étapes. Le petit modèle est un modèle ordinaire et garde son guidage. Avec d’autres grands modèles, les clips sont mauvais.</translation>
    </message>
    <message>
        <source>For two models that each have their own 4-step LoRA or are step-distilled themselves. Other models make poor clips with it.</source>
        <translation>Pour deux modèles qui ont chacun leur propre LoRA à 4 étapes ou sont eux-mêmes distillés en étapes. Avec d’autres modèles, les clips sont mauvais.</translation>
    </message>
    <message>
        <source>For a large model with an 8-step LoRA, to be added under LoRAs, or one that is step-distilled itself. The small model is an ordinary one and keeps guidance. Other large models make poor clips with it.</source>
        <translation>Pour un grand modèle avec une LoRA à 8 étapes, à ajouter sous LoRA, ou lui-même distillé en étapes. Le petit modèle est un modèle ordinaire et garde son guidage. Avec d’autres grands modèles, les clips sont mauvais.</translation>
    </message>
    <message>
        <source>For two models that each have their own 8-step LoRA or are step-distilled themselves. Other models make poor clips with it.</source>
        <translation>Pour deux modèles qui ont chacun leur propre LoRA à 8 étapes ou sont eux-mêmes distillés en étapes. Avec d’autres modèles, les clips sont mauvais.</translation>
    </message>
    <message>
        <source>For LTX-Video 13B 0.9.7 or 0.9.8 distilled with an ordinary small model, which keeps guidance. Other large models make poor clips with it.</source>
        <translation>Pour LTX-Video 13B 0.9.7 ou 0.9.8 distilled avec un petit modèle ordinaire, qui garde son guidage. Avec d’autres grands modèles, les clips sont mauvais.</translation>
    </message>
    <message>
        <source>For LTX-Video 13B 0.9.7 or 0.9.8 distilled with 2B 0.9.8 distilled. Other models make poor clips with it.</source>
        <translation>Pour LTX-Video 13B 0.9.7 ou 0.9.8 distilled avec 2B 0.9.8 distilled. Avec d’autres modèles, les clips sont mauvais.</translation>
    </message>
    <message>
        <source>For LTX-Video 13B 0.9.7 or 0.9.8 distilled with 2B 0.9.6 distilled, on the noise levels of the small model. Other models make poor clips with it.</source>
        <translation>Pour LTX-Video 13B 0.9.7 ou 0.9.8 distilled avec 2B 0.9.6 distilled, aux niveaux de bruit du petit modèle. Avec d’autres modèles, les clips sont mauvais.</translation>
    </message>
    <message>
        <source>Fast</source>
        <translation>Rapide</translation>
    </message>
    <message>
        <source>Faithful</source>
        <translation>Fidèle</translation>
    </message>
    <message>
        <source>Large until 40 % and for the last 20 %, as the FlowBlending authors publish it for WAN 2.1, with EasyCache at the middle of its authors&apos; thresholds. Not measured together on this pair: Find Boundaries compares clips with the large model&apos;s. Needs well over 10 steps.</source>
        <translation>Grand jusqu’à 40 % et pour les derniers 20 %, comme le publient les auteurs de FlowBlending pour WAN 2.1, avec EasyCache au seuil moyen de ses auteurs. Ensemble non mesuré avec cette paire : Trouver les limites compare les clips à ceux du grand modèle. Demande nettement plus de 10 étapes.</translation>
    </message>
    <message>
        <source>Large until 60 % and for the last 20 %. In a clip that the FlowBlending authors publish for WAN 2.1, 60 % came nearer to the large model&apos;s than 40 % (SSIM 0.92 against 0.87). Not measured on this pair: Find Boundaries compares clips with the large model&apos;s.</source>
        <translation>Grand jusqu’à 60 % et pour les derniers 20 %. Dans un clip que les auteurs de FlowBlending publient pour WAN 2.1, 60 % est resté plus proche du grand modèle que 40 % (SSIM 0,92 contre 0,87). Non mesuré avec cette paire : Trouver les limites compare les clips à ceux du grand modèle.</translation>
    </message>
    <message>
        <source>Large until 60 % and for the last 10 %, with EasyCache at 0.2: measured on this pair with four prompts, 1.82 times fewer FLOPs than the large model alone, and a sameness of 0.83 (1 is the large model&apos;s clip, 0 the small model&apos;s).</source>
        <translation>Grand jusqu’à 60 % et pour les derniers 10 %, avec EasyCache à 0,2 : mesuré avec cette paire et quatre prompts, 1,82 fois moins de FLOPs que le grand modèle seul et une similitude de 0,83 (1 est le clip du grand modèle, 0 celui du petit).</translation>
    </message>
    <message>
        <source>Large until 60 % and for the last 20 %, with EasyCache at 0.05: measured on this pair with four prompts, 1.45 times fewer FLOPs than the large model alone, and a sameness of 0.90 (1 is the large model&apos;s clip, 0 the small model&apos;s).</source>
        <translation>Grand jusqu’à 60 % et pour les derniers 20 %, avec EasyCache à 0,05 : mesuré avec cette paire et quatre prompts, 1,45 fois moins de FLOPs que le grand modèle seul et une similitude de 0,90 (1 est le clip du grand modèle, 0 celui du petit).</translation>
    </message>
</context>
<context>
    <name>fb::ui::PreviewPanel</name>
    <message>
        <source>Playback speed</source>
        <translation>Vitesse de lecture</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>Clip</translation>
    </message>
    <message>
        <source>Your clip appears here.
Describe it on the left and press Generate.</source>
        <translation>Votre clip apparaît ici.
Décrivez-le à gauche et appuyez sur Générer.</translation>
    </message>
    <message>
        <source>No clip yet</source>
        <translation>Pas encore de clip</translation>
    </message>
    <message>
        <source>Step %1 of %2 · preview</source>
        <translation>Étape %1 sur %2 · aperçu</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %2×%3 · %n frame(s)</source>
        <translation>
            <numerusform>%1 · %2×%3 · %n image</numerusform>
            <numerusform>%1 · %2×%3 · %n images</numerusform>
        </translation>
    </message>
    <message>
        <source>Frame %1 copied.</source>
        <translation>Image %1 copiée.</translation>
    </message>
    <message>
        <source>Save the frame</source>
        <translation>Enregistrer l’image</translation>
    </message>
    <message>
        <source>PNG images (*.png)</source>
        <translation>Images PNG (*.png)</translation>
    </message>
    <message>
        <source>Saved %1.</source>
        <translation>%1 enregistré.</translation>
    </message>
    <message>
        <source>%1 could not be written; choose another place.</source>
        <translation>Impossible d’écrire %1 ; choisissez un autre emplacement.</translation>
    </message>
    <message>
        <source>Spee&amp;d</source>
        <translation>Vitess&amp;e</translation>
    </message>
    <message>
        <source>&amp;Zoom</source>
        <translation>&amp;Zoom</translation>
    </message>
    <message>
        <source>Watch the running clip</source>
        <translation>Regarder le clip en cours</translation>
    </message>
    <message>
        <source>● Live · %1</source>
        <translation>● En direct · %1</translation>
    </message>
</context>
<context>
    <name>fb::ui::ProbePresenter</name>
    <message>
        <source>Divergence profile</source>
        <translation>Profil de divergence</translation>
    </message>
    <message>
        <source>Import a divergence profile</source>
        <translation>Importer un profil de divergence</translation>
    </message>
    <message>
        <source>Divergence profiles (*.json);;All files (*)</source>
        <translation>Profils de divergence (*.json);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Choose a pair first: a profile belongs to one.</source>
        <translation>Choisissez d’abord une paire : un profil appartient à une paire.</translation>
    </message>
    <message>
        <source>Imported %1; the profile is of %2 now.</source>
        <translation>%1 importé ; le profil repose maintenant sur %2.</translation>
    </message>
    <message>
        <source>Export the divergence profile</source>
        <translation>Exporter le profil de divergence</translation>
    </message>
    <message>
        <source>Divergence profiles (*.json)</source>
        <translation>Profils de divergence (*.json)</translation>
    </message>
    <message>
        <source>Nothing is kept of this pair with these settings yet: probe it first, or import a profile.</source>
        <translation>Rien n’est encore conservé pour cette paire avec ces réglages : sondez-la d’abord ou importez un profil.</translation>
    </message>
    <message>
        <source>Saved %1, with %2.</source>
        <translation>%1 enregistré, avec %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n measurement(s)</source>
        <translation>
            <numerusform>%n mesure</numerusform>
            <numerusform>%n mesures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fb::ui::PromptPanel</name>
    <message>
        <source>change of settings</source>
        <translation>modification des réglages</translation>
    </message>
    <message>
        <source>Describe the clip</source>
        <translation>Décrivez le clip</translation>
    </message>
    <message>
        <source>Describe the clip, for example: %1</source>
        <translation>Décrivez le clip, par exemple : %1</translation>
    </message>
    <message>
        <source>%1 / %2 tokens</source>
        <translation>%1 / %2 tokens</translation>
    </message>
    <message numerus="yes">
        <source>The prompt is longer than the text encoder can read: the last %n tokens have no effect.</source>
        <translation>
            <numerusform>L’encodeur de texte ne lit pas au-delà de sa limite : le dernier token est sans effet.</numerusform>
            <numerusform>L’encodeur de texte ne lit pas au-delà de sa limite : les %n derniers tokens sont sans effet.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Negative prompt</source>
        <translation>Prompt &amp;négatif</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>What the clip should show. Press Ctrl+Return to generate.</source>
        <translation>Ce que le clip doit montrer. Ctrl+Entrée le génère.</translation>
    </message>
    <message>
        <source>Negative prompt</source>
        <translation>Prompt négatif</translation>
    </message>
    <message>
        <source>What the clip should not show. Used only if guidance is above 1.</source>
        <translation>Ce que le clip ne doit pas montrer. Sert quand le guidage dépasse 1.</translation>
    </message>
    <message>
        <source>What to avoid, for example: blurry, distorted</source>
        <translation>À éviter, par exemple : flou, déformé</translation>
    </message>
    <message>
        <source>Length of the prompt</source>
        <translation>Longueur du prompt</translation>
    </message>
    <message>
        <source>Tokens in the prompt, and how many the text encoder can read</source>
        <translation>Tokens du prompt, et combien l’encodeur de texte en lit</translation>
    </message>
    <message>
        <source>Recent prompts</source>
        <translation>Prompts récents</translation>
    </message>
    <message>
        <source>Why this cannot run</source>
        <translation>Ce qui empêche de lancer</translation>
    </message>
    <message>
        <source>Descri&amp;ption</source>
        <translation>Te&amp;xte</translation>
    </message>
    <message>
        <source>choice of a preset</source>
        <comment>undo</comment>
        <translation>choix d’un préréglage</translation>
    </message>
</context>
<context>
    <name>fb::ui::PurposeMenu</name>
    <message>
        <source>&amp;As the clip is</source>
        <translation>&amp;Tel quel</translation>
    </message>
    <message>
        <source>&amp;Widescreen 16:9</source>
        <translation>&amp;Panoramique 16:9</translation>
    </message>
    <message>
        <source>&amp;Square 1:1</source>
        <translation>&amp;Carré 1:1</translation>
    </message>
    <message>
        <source>&amp;Portrait 4:5</source>
        <translation>P&amp;ortrait 4:5</translation>
    </message>
    <message>
        <source>&amp;Vertical 9:16</source>
        <translation>&amp;Vertical 9:16</translation>
    </message>
    <message>
        <source>Endless &amp;loop</source>
        <translation>&amp;Boucle sans fin</translation>
    </message>
    <message>
        <source>A&amp;ttachment of at most 10 MB</source>
        <translation>Pièce &amp;jointe de 10 Mo au plus</translation>
    </message>
    <message>
        <source>&amp;What for</source>
        <translation>Us&amp;age</translation>
    </message>
    <message>
        <source>What the clip is made for</source>
        <translation>Usage prévu du clip</translation>
    </message>
    <message>
        <source>Sets shape, play and size limit for a purpose; everything else stays</source>
        <translation>Règle les proportions, la lecture et le poids maximal pour un usage ; le reste ne change pas</translation>
    </message>
</context>
<context>
    <name>fb::ui::QueuePanel</name>
    <message>
        <source>The queue is empty.
Every clip you generate waits here for its turn.</source>
        <translation>La file d’attente est vide.
Chaque clip généré attend ici son tour.</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>File d’attente</translation>
    </message>
    <message>
        <source>Run earlier (Ctrl+Up)</source>
        <translation>Exécuter plus tôt (Ctrl+Haut)</translation>
    </message>
    <message>
        <source>Run later (Ctrl+Down)</source>
        <translation>Exécuter plus tard (Ctrl+Bas)</translation>
    </message>
    <message>
        <source>Remove from the queue (Del)</source>
        <translation>Retirer de la file (Suppr)</translation>
    </message>
    <message>
        <source>Pause this run; its steps are kept</source>
        <translation>Mettre cette exécution en pause ; ses étapes sont gardées</translation>
    </message>
    <message>
        <source>Resume the queue</source>
        <translation>Laisser tourner la file</translation>
    </message>
    <message>
        <source>Pause the queue after the running clip</source>
        <translation>Retenir la file après le clip en cours</translation>
    </message>
    <message>
        <source>%1 · %2 left</source>
        <translation>%1 · reste %2</translation>
    </message>
    <message>
        <source>waiting · continues at step %1 of %2</source>
        <translation>en attente · reprend à l’étape %1 sur %2</translation>
    </message>
    <message>
        <source>waiting · %1</source>
        <translation>en attente · %1</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en attente</translation>
    </message>
    <message>
        <source>paused after step %1 of %2</source>
        <translation>en pause après l’étape %1 sur %2</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pause</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>terminé</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>démarrage</translation>
    </message>
    <message>
        <source>loading the models</source>
        <translation>chargement des modèles</translation>
    </message>
    <message>
        <source>encoding the prompt</source>
        <translation>encodage du prompt</translation>
    </message>
    <message>
        <source>decoding · %1</source>
        <translation>décodage · %1</translation>
    </message>
    <message>
        <source>exporting</source>
        <translation>export</translation>
    </message>
    <message>
        <source>sampling · step %1 of %2 · small</source>
        <translation>échantillonnage · étape %1 sur %2 · petit</translation>
    </message>
    <message>
        <source>sampling · step %1 of %2 · large</source>
        <translation>échantillonnage · étape %1 sur %2 · grand</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Édition</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>&amp;Dupliquer</translation>
    </message>
    <message>
        <source>Run e&amp;arlier</source>
        <translation>Exécuter plus &amp;tôt</translation>
    </message>
    <message>
        <source>Run &amp;later</source>
        <translation>Exécuter plus t&amp;ard</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Retirer</translation>
    </message>
    <message>
        <source>Resume this run</source>
        <translation>Reprendre cette exécution</translation>
    </message>
    <message>
        <source>%1 left · %2</source>
        <comment>0:22, sampling</comment>
        <translation>reste %1 · %2</translation>
    </message>
    <message>
        <source>&amp;Skip</source>
        <translation>Pa&amp;sser</translation>
    </message>
    <message>
        <source>Res&amp;ume</source>
        <translation>Repre&amp;ndre</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>sampling · step %1 of %2</source>
        <translation>échantillonnage · étape %1 sur %2</translation>
    </message>
    <message>
        <source>%1 · queue paused</source>
        <comment>2 runs</comment>
        <translation>%1 · file retenue</translation>
    </message>
    <message numerus="yes">
        <source>%n paused</source>
        <comment>runs</comment>
        <translation>
            <numerusform>%n en pause</numerusform>
            <numerusform>%n en pause</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <comment>runs</comment>
        <translation>
            <numerusform>%n en échec</numerusform>
            <numerusform>%n en échec</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fb::ui::QueueRunner</name>
    <message>
        <source>The saved state of &quot;%1&quot; cannot be read, so it starts from the beginning: %2</source>
        <translation>Ce qui était gardé de « %1 » est illisible, il recommence donc : %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is in use by another program. It can be continued once that program has finished.</source>
        <translation>« %1 » est en cours d’utilisation : un autre programme travaille sur cette exécution. Elle pourra continuer dès qu’il aura terminé.</translation>
    </message>
</context>
<context>
    <name>fb::ui::RemarkLine</name>
    <message>
        <source>Dismiss the remark</source>
        <translation>Masquer la remarque</translation>
    </message>
    <message>
        <source>Hide this until the stages change</source>
        <translation>Masquer jusqu’à ce que les phases changent</translation>
    </message>
    <message>
        <source>The early stage, %1 of the steps, rounds to no step.</source>
        <translation>La phase initiale, %1 des étapes, s’arrondit à aucune étape.</translation>
    </message>
    <message>
        <source>The late stage, %1 of the steps, rounds to no step.</source>
        <translation>La phase finale, %1 des étapes, s’arrondit à aucune étape.</translation>
    </message>
    <message>
        <source>The early and the late stage leave no step to the small model.</source>
        <translation>Les phases initiale et finale ne laissent aucune étape au petit modèle.</translation>
    </message>
    <message>
        <source>The small model takes only %1 of its %2 steps: its stage has no more.</source>
        <translation>Le petit modèle ne fait que %1 de ses %2 étapes : sa phase n’en compte pas plus.</translation>
    </message>
    <message>
        <source>With more steps, or other boundaries, every stage gets what it asks for.</source>
        <translation>Avec plus d’étapes, ou d’autres limites, chaque phase obtient ce qu’elle demande.</translation>
    </message>
</context>
<context>
    <name>fb::ui::ReplaceQuestion</name>
    <message>
        <source>%1 already exists. Replace it?</source>
        <translation>%1 existe déjà. Le remplacer ?</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Remplacer</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Garder</translation>
    </message>
</context>
<context>
    <name>fb::ui::RequestPresenter</name>
    <message>
        <source>These settings were made with the pair &quot;%1&quot;, which is not available. They are shown for &quot;%2&quot;.</source>
        <translation>Ces réglages ont été faits avec la paire « %1 », absente ici. Ils sont affichés pour « %2 ».</translation>
    </message>
    <message>
        <source>%1 is not a LoRA but a %2. Models are part of a pair.</source>
        <translation>%1 n’est pas une LoRA, mais : %2. Les modèles font partie d’une paire.</translation>
    </message>
    <message>
        <source>Choose a preset</source>
        <comment>undo</comment>
        <translation>Choisir un préréglage</translation>
    </message>
    <message>
        <source>%1 is in the list more than once; its strengths add up.</source>
        <translation>%1 figure plusieurs fois dans la liste ; ses forces s’additionnent.</translation>
    </message>
</context>
<context>
    <name>fb::ui::ResultsPage</name>
    <message>
        <source>%1: sameness %2</source>
        <translation>%1 : similitude %2</translation>
    </message>
    <message>
        <source>The first prompt is being measured.</source>
        <translation>Le premier prompt est en cours de mesure.</translation>
    </message>
    <message>
        <source>Until it is finished, the map shows how far the clips are from the large model&apos;s; 0 is the same clip.</source>
        <translation>Jusqu’à ce qu’il soit terminé, la carte montre la distance entre les clips et ceux du grand modèle ; 0 : même clip.</translation>
    </message>
    <message>
        <source>No boundaries of the grid are near enough: the large model alone.</source>
        <translation>Aucune limite de la grille n’est assez proche : le grand modèle seul.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1 : %2</translation>
    </message>
    <message numerus="yes">
        <source>Measured on %n prompt(s).</source>
        <translation>
            <numerusform>Mesuré sur %n prompt.</numerusform>
            <numerusform>Mesuré sur %n prompts.</numerusform>
        </translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>Enregistrer le rapport</translation>
    </message>
    <message>
        <source>The report is being written…</source>
        <translation>Le rapport est en cours d’écriture…</translation>
    </message>
    <message>
        <source>Saved %1.</source>
        <translation>%1 enregistré.</translation>
    </message>
    <message>
        <source>Nothing is measured for this pair yet. Start on the first page; results appear here as they come in.</source>
        <translation>Rien n’est encore mesuré pour cette paire. Démarrez sur la première page ; les résultats apparaissent ici au fur et à mesure.</translation>
    </message>
    <message>
        <source>Sameness. Columns: large until this share of the steps; rows: large again for the last.</source>
        <translation>Similitude. Colonnes : grand jusqu’à cette part des étapes ; lignes : grand à nouveau pour les dernières.</translation>
    </message>
    <message>
        <source>Distance. Columns: large until this share of the steps; rows: large again for the last.</source>
        <translation>Distance. Colonnes : grand jusqu’à cette part des étapes ; lignes : grand à nouveau pour les dernières.</translation>
    </message>
    <message>
        <source>○ the window&apos;s boundaries</source>
        <translation>○ limites de la fenêtre</translation>
    </message>
    <message>
        <source>lines: equal work, every 10 %</source>
        <translation>lignes : même travail, tous les 10 %</translation>
    </message>
    <message>
        <source>Sameness by early and late stage</source>
        <translation>Similitude selon les phases de début et de fin</translation>
    </message>
    <message>
        <source>Sameness at &amp;least</source>
        <translation>Similitude d’au moi&amp;ns</translation>
    </message>
    <message>
        <source>Sameness asked for</source>
        <translation>Similitude demandée</translation>
    </message>
    <message>
        <source>Sameness asked for, as a number</source>
        <translation>Similitude demandée, en nombre</translation>
    </message>
    <message>
        <source>1 is the large model&apos;s clip; 0 is as far from it as the floor.</source>
        <translation>1 : le clip du grand modèle ; 0 : aussi loin de lui que la référence.</translation>
    </message>
    <message>
        <source>&amp;Rule</source>
        <translation>&amp;Règle</translation>
    </message>
    <message>
        <source>Compare b&amp;y</source>
        <translation>&amp;Comparer par</translation>
    </message>
    <message>
        <source>0 &amp;is</source>
        <translation>0 &amp;est</translation>
    </message>
    <message>
        <source>Rule of the proposal</source>
        <translation>Règle de la proposition</translation>
    </message>
    <message>
        <source>Measure of sameness</source>
        <translation>Mesure de la similitude</translation>
    </message>
    <message>
        <source>What counts as no sameness</source>
        <translation>Ce qui compte comme aucune similitude</translation>
    </message>
    <message>
        <source>Sameness 0: as far from the large model&apos;s clip as its clip with another seed, or as the small model&apos;s clip</source>
        <translation>Similitude 0 : aussi loin du clip du grand modèle que son clip avec une autre graine, ou que le clip du petit modèle</translation>
    </message>
    <message>
        <source>&amp;Use these</source>
        <translation>&amp;Utiliser</translation>
    </message>
    <message>
        <source>Move the window&apos;s boundaries to the proposal; this can be undone</source>
        <translation>Déplacer les limites de la fenêtre vers la proposition ; annulable</translation>
    </message>
    <message>
        <source>Save re&amp;port…</source>
        <translation>Enregistrer le ra&amp;pport…</translation>
    </message>
    <message>
        <source>Not measured here: it needs weights of its own.</source>
        <translation>Non mesuré ici : cette mesure demande ses propres poids.</translation>
    </message>
    <message>
        <source>Web page (*.html);;PDF (*.pdf)</source>
        <translation>Page web (*.html);;PDF (*.pdf)</translation>
    </message>
    <message>
        <source>squares: fewer steps, guards</source>
        <translation>carrés : moins d’étapes, gardes</translation>
    </message>
    <message>
        <source>Write these results as a web page with the clips, or as a PDF with pictures of them</source>
        <translation>Écrire ces résultats en page web avec les clips, ou en PDF avec des images de ceux-ci</translation>
    </message>
    <message>
        <source>Not measured here: the clips are not decoded.</source>
        <translation>Non mesuré ici : les clips ne sont pas décodés.</translation>
    </message>
</context>
<context>
    <name>fb::ui::RunPresenter</name>
    <message>
        <source>The engine is still starting.</source>
        <translation>Le moteur est encore en cours d’ouverture.</translation>
    </message>
    <message>
        <source>The queue is paused.</source>
        <translation>La file d’attente est retenue.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Probe: %1</source>
        <translation>Sonde : %1</translation>
    </message>
    <message>
        <source>The probe is done; drag the boundaries to where the models agree.</source>
        <translation>La sonde est terminée ; placez les limites là où les modèles s’accordent.</translation>
    </message>
    <message>
        <source>Finished: %1</source>
        <translation>Terminé : %1</translation>
    </message>
    <message>
        <source>The clip could not be generated: %1</source>
        <translation>Un clip n’a pas pu être fait : %1</translation>
    </message>
    <message>
        <source>A clip is being generated</source>
        <translation>Un clip est en cours</translation>
    </message>
    <message>
        <source>Quit now? Finished steps are kept, and the run continues from there next time.</source>
        <translation>Quitter maintenant ? Les étapes faites sont conservées et l’exécution reprendra là la prochaine fois.</translation>
    </message>
    <message>
        <source>&amp;Keep for later and quit</source>
        <translation>&amp;Garder pour plus tard et quitter</translation>
    </message>
    <message>
        <source>&amp;Stay</source>
        <translation>&amp;Rester</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Prêt</translation>
    </message>
    <message>
        <source>Starting the engine…</source>
        <translation>Ouverture du moteur…</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) were interrupted. Their steps are kept.</source>
        <translation>
            <numerusform>%n exécution a été interrompue. Ses étapes sont conservées.</numerusform>
            <numerusform>%n exécutions ont été interrompues. Leurs étapes sont conservées.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) are waiting from last time.</source>
        <translation>
            <numerusform>%n exécution attend depuis la dernière fois.</numerusform>
            <numerusform>%n exécutions attendent depuis la dernière fois.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not everything is saved</source>
        <translation>Tout n’est pas enregistré</translation>
    </message>
    <message>
        <source>%1

If you quit before this is resolved, unsaved changes are lost.</source>
        <translation>%1

Si vous quittez maintenant et que le problème persiste, ce qui est nouveau sera perdu.</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>étape %1 sur %2</translation>
    </message>
    <message>
        <source>The description of the clip is empty.</source>
        <translation>La description du clip est vide.</translation>
    </message>
    <message>
        <source>Generate anyway</source>
        <translation>Générer quand même</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) are paused. Their steps are kept.</source>
        <translation>
            <numerusform>%n exécution est en pause. Ses étapes sont conservées.</numerusform>
            <numerusform>%n exécutions sont en pause. Leurs étapes sont conservées.</numerusform>
        </translation>
    </message>
    <message>
        <source>Done in %1.</source>
        <translation>Terminé en %1.</translation>
    </message>
    <message>
        <source>Done in %1 and in the history: %2</source>
        <translation>Terminé en %1, dans l’historique : %2</translation>
    </message>
    <message>
        <source>Paused after step %1 of %2. It can be resumed from the queue.</source>
        <translation>En pause après l’étape %1 sur %2. Peut reprendre depuis la file d’attente.</translation>
    </message>
    <message>
        <source>Cancelled: %1</source>
        <translation>Annulé : %1</translation>
    </message>
    <message>
        <source>Removed from the queue: %1</source>
        <translation>Retiré de la file : %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>The queue waits until the boundaries are measured.</source>
        <translation>La file attend que les limites soient mesurées.</translation>
    </message>
    <message>
        <source>Pause measuring</source>
        <translation>Suspendre la mesure</translation>
    </message>
    <message>
        <source>Boundaries are being measured</source>
        <translation>Mesure des limites en cours</translation>
    </message>
    <message>
        <source>Quit now? Everything measured is kept, and it continues from there next time.</source>
        <translation>Quitter maintenant ? Tout ce qui a été mesuré est conservé et reprend de là la prochaine fois.</translation>
    </message>
    <message>
        <source>Finding boundaries: clip %1 of %2</source>
        <translation>Recherche des limites : clip %1 sur %2</translation>
    </message>
    <message>
        <source>Calibrate: %1</source>
        <translation>Calibrage : %1</translation>
    </message>
    <message>
        <source>The models are measured in %1: their runs can use MagCache.</source>
        <translation>Modèles mesurés en %1 : leurs générations peuvent utiliser MagCache.</translation>
    </message>
    <message>
        <source>Paused. Resumed from the queue, it measures from the beginning.</source>
        <translation>En pause. Repris depuis la file d’attente, le calibrage recommence du début.</translation>
    </message>
    <message>
        <source>The models could not be measured: %1</source>
        <translation>Les modèles n’ont pas pu être mesurés : %1</translation>
    </message>
    <message>
        <source>Models are being measured</source>
        <translation>Mesure des modèles en cours</translation>
    </message>
    <message>
        <source>Quit now? Next time, measuring can be resumed from the queue; it starts from the beginning.</source>
        <translation>Quitter maintenant ? La prochaine fois, la mesure peut reprendre depuis la file d’attente ; elle recommence du début.</translation>
    </message>
    <message>
        <source>Finding boundaries: comparing clips</source>
        <translation>Recherche des limites : comparaison des clips</translation>
    </message>
    <message>
        <source>The seed is locked: this will be the clip shown once more.</source>
        <translation>La graine est verrouillée : ce sera de nouveau le clip affiché.</translation>
    </message>
</context>
<context>
    <name>fb::ui::RunStore</name>
    <message>
        <source>The queue and history could not be read from %1. The file was kept as %2, and a new one was started.</source>
        <translation>La file d’attente et l’historique n’ont pas pu être lus dans %1. Le fichier a été gardé sous %2 et un nouveau commencé.</translation>
    </message>
    <message>
        <source>A change to the queue or history could not be saved: %1.</source>
        <translation>Une modification de la file d’attente et de l’historique n’a pas pu être enregistrée : %1.</translation>
    </message>
    <message>
        <source>The queue and history in %1 were saved by a newer version of this program. Open them with that version: this one leaves the file untouched and saves nothing.</source>
        <translation>La file d’attente et l’historique de %1 viennent d’une version plus récente de ce programme. Ouvrez-les avec celle-ci : ici, le fichier reste tel quel et rien de nouveau n’est conservé.</translation>
    </message>
    <message>
        <source>%1 belongs to another program and is left untouched, so the queue and history are not saved. Start with another folder: --state FOLDER.</source>
        <translation>%1 appartient à un autre programme et reste tel quel ; la file d’attente et l’historique ne sont donc pas conservés. Lancez avec un autre dossier : --state DOSSIER.</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>le disque est plein</translation>
    </message>
    <message>
        <source>another program is using the file</source>
        <translation>un autre programme occupe le fichier</translation>
    </message>
    <message>
        <source>access to the file is denied</source>
        <translation>l’accès au fichier n’est pas permis</translation>
    </message>
    <message>
        <source>The queue and history cannot be read from %1 at the moment: %2. The file is left untouched and will be read as soon as possible; until then, changes are kept in memory.</source>
        <translation>La file d’attente et l’historique ne peuvent pas être lus depuis %1 pour le moment : %2. Le fichier reste tel quel et sera lu dès que ce sera possible ; ce qui est nouveau reste en mémoire jusque-là.</translation>
    </message>
    <message>
        <source>The queue and history cannot be saved in %1: %2. Changes are kept in memory and will be saved as soon as possible.</source>
        <translation>La file d’attente et l’historique ne sont pas enregistrés dans %1 : %2. Ce qui est nouveau reste en mémoire et sera enregistré dès que ce sera possible.</translation>
    </message>
    <message>
        <source>The history in %1 is read-only at the moment: %2. Everything that can be read is shown; changes are kept in memory and will be saved as soon as possible.</source>
        <translation>L’historique de %1 est en lecture seule pour le moment : %2. Ce qui peut en être lu est affiché ; ce qui est nouveau reste en mémoire et sera enregistré dès que ce sera possible.</translation>
    </message>
</context>
<context>
    <name>fb::ui::RunSwitch</name>
    <message>
        <source>Running</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>Stages of the running clip</source>
        <translation>Phases du clip en cours</translation>
    </message>
    <message>
        <source>The stages of the running clip; boundaries ahead of it can still be moved</source>
        <translation>Les phases du clip en cours ; les limites qu’il n’a pas encore atteintes peuvent être déplacées</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>Stages of the next clip</source>
        <translation>Phases du clip suivant</translation>
    </message>
    <message>
        <source>The stages of the next clip: what Generate adds to the queue</source>
        <translation>Les phases du clip suivant : ce que Générer ajoute à la file d’attente</translation>
    </message>
</context>
<context>
    <name>fb::ui::RunWords</name>
    <message>
        <source>No description</source>
        <translation>Sans description</translation>
    </message>
</context>
<context>
    <name>fb::ui::SavePresenter</name>
    <message>
        <source>The clip &quot;%1&quot; could not be saved as a video, but is in the history. %2 %3</source>
        <translation>Le clip « %1 » n’a pas pu être enregistré en vidéo, mais il est dans l’historique. %2 %3</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s) could not be saved as videos, but are in the history. %1 %2</source>
        <translation>
            <numerusform>%n clip n’a pas pu être enregistré en vidéo, mais il est dans l’historique. %1 %2</numerusform>
            <numerusform>%n clips n’ont pas pu être enregistrés en vidéo, mais ils sont dans l’historique. %1 %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fb::ui::SavingPage</name>
    <message>
        <source>For example: %1</source>
        <translation>Par exemple : %1</translation>
    </message>
    <message>
        <source>&amp;Save each finished clip as a video</source>
        <translation>&amp;Enregistrer chaque clip terminé en vidéo</translation>
    </message>
    <message>
        <source>Save each finished clip as a video</source>
        <translation>Enregistrer chaque clip terminé en vidéo</translation>
    </message>
    <message>
        <source>The clip also stays in the history. No file is ever replaced.</source>
        <translation>Le clip reste aussi dans l’historique. Aucun fichier n’est jamais remplacé.</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>&amp;Dossier</translation>
    </message>
    <message>
        <source>Folder of finished clips</source>
        <translation>Dossier des clips terminés</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>Names of finished clips</source>
        <translation>Noms des clips terminés</translation>
    </message>
    <message>
        <source>A slash makes a folder. Possible parts: %1</source>
        <translation>Une barre oblique crée un dossier. Éléments possibles : %1</translation>
    </message>
    <message>
        <source>F&amp;ormat</source>
        <translation>F&amp;ormat</translation>
    </message>
    <message>
        <source>Format of finished clips</source>
        <translation>Format des clips terminés</translation>
    </message>
    <message>
        <source>The settings are stored in the file; open it in the Studio to load them again.</source>
        <translation>Les réglages sont stockés dans le fichier ; ouvrez-le dans le Studio pour les recharger.</translation>
    </message>
    <message>
        <source>&amp;Quality</source>
        <translation>&amp;Qualité</translation>
    </message>
    <message>
        <source>Quality of finished clips</source>
        <translation>Qualité des clips terminés</translation>
    </message>
    <message>
        <source>Higher looks better and makes a larger file. ProRes and GIF have no choice.</source>
        <translation>Plus haut, l’image est meilleure et le fichier plus gros. Sans effet pour ProRes et GIF.</translation>
    </message>
</context>
<context>
    <name>fb::ui::ScrubBar</name>
    <message>
        <source>%1 · frame %2</source>
        <translation>%1 · image %2</translation>
    </message>
</context>
<context>
    <name>fb::ui::SettingWords</name>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <source>%1 (frame %2, %3)</source>
        <translation>%1 (image %2, %3)</translation>
    </message>
    <message>
        <source>%1 (%2, %3)</source>
        <translation>%1 (%2, %3)</translation>
    </message>
    <message>
        <source>large model</source>
        <translation>grand modèle</translation>
    </message>
    <message>
        <source>small model</source>
        <translation>petit modèle</translation>
    </message>
    <message>
        <source>early stage</source>
        <translation>étape du début</translation>
    </message>
    <message>
        <source>late stage</source>
        <translation>étape de la fin</translation>
    </message>
    <message>
        <source>by the pair&apos;s rule</source>
        <translation>selon la règle de la paire</translation>
    </message>
</context>
<context>
    <name>fb::ui::Settings</name>
    <message>
        <source>The settings could not be read from %1.</source>
        <translation>Les réglages n’ont pas pu être lus dans %1.</translation>
    </message>
    <message>
        <source>The settings could not be read from %1. The file was kept as %2; all settings are back to their defaults.</source>
        <translation>Les réglages n’ont pas pu être lus dans %1. Le fichier a été gardé sous le nom %2 ; tous les réglages sont ceux du premier démarrage.</translation>
    </message>
</context>
<context>
    <name>fb::ui::SettingsDialog</name>
    <message>
        <source>Automatic</source>
        <translation>Automatique</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 (not found)</source>
        <translation>%1 (introuvable)</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Général</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>Calcul</translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation>Échantillonnage</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Dossiers</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>Same as desktop</source>
        <translation>Comme le bureau</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Thème</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>&amp;Notify when a long run ends</source>
        <translation>Pré&amp;venir à la fin d’une longue exécution</translation>
    </message>
    <message>
        <source>&amp;Device</source>
        <translation>Périp&amp;hérique</translation>
    </message>
    <message>
        <source>&amp;Precision</source>
        <translation>&amp;Précision</translation>
    </message>
    <message>
        <source>float32 · exact, most memory</source>
        <translation>float32 · exact, le plus de mémoire</translation>
    </message>
    <message>
        <source>bfloat16 · half the memory</source>
        <translation>bfloat16 · moitié moins de mémoire</translation>
    </message>
    <message>
        <source>float16 · half the memory, older GPUs</source>
        <translation>float16 · moitié moins de mémoire, anciens GPU</translation>
    </message>
    <message>
        <source>T&amp;hreads</source>
        <translation>&amp;Threads</translation>
    </message>
    <message>
        <source>A new number of threads takes effect at the next start.</source>
        <translation>Un changement de threads vaut dès le prochain démarrage.</translation>
    </message>
    <message>
        <source>Show a &amp;preview after every step</source>
        <translation>Afficher un &amp;aperçu après chaque étape</translation>
    </message>
    <message>
        <source>&amp;Compare the models</source>
        <translation>&amp;Comparer les modèles</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Jamais</translation>
    </message>
    <message>
        <source>On the large model&apos;s steps</source>
        <translation>Aux étapes du grand modèle</translation>
    </message>
    <message>
        <source>On every step</source>
        <translation>À chaque étape</translation>
    </message>
    <message>
        <source>&amp;Save the run</source>
        <translation>&amp;Sauvegarder l’exécution</translation>
    </message>
    <message>
        <source>after every step</source>
        <translation>après chaque étape</translation>
    </message>
    <message>
        <source>every </source>
        <translation>toutes les </translation>
    </message>
    <message>
        <source> steps</source>
        <translation> étapes</translation>
    </message>
    <message>
        <source>&amp;Runs</source>
        <translation>E&amp;xécutions</translation>
    </message>
    <message>
        <source>&amp;Exported clips</source>
        <translation>&amp;Clips exportés</translation>
    </message>
    <message>
        <source>Each run stores what is needed to continue it or to view it again.</source>
        <translation>Les exécutions gardent de quoi les continuer et les revoir.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Fermer</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Language of the program</source>
        <translation>Langue du programme</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thème</translation>
    </message>
    <message>
        <source>Light or dark colours</source>
        <translation>Couleurs claires ou sombres</translation>
    </message>
    <message>
        <source>Notify when a long run ends</source>
        <translation>Prévenir à la fin d’une longue exécution</translation>
    </message>
    <message>
        <source>Only if the window is not in front</source>
        <translation>Seulement quand la fenêtre n’est pas au premier plan</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Périphérique</translation>
    </message>
    <message>
        <source>Where the models run</source>
        <translation>Où tournent les modèles</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Précision</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>Processor threads of the engine</source>
        <translation>Threads processeur du moteur</translation>
    </message>
    <message>
        <source>Show a preview after every step</source>
        <translation>Afficher un aperçu après chaque étape</translation>
    </message>
    <message>
        <source>The clip as predicted so far; costs little.</source>
        <translation>Le clip tel qu’il est prédit jusqu’ici ; coûte peu.</translation>
    </message>
    <message>
        <source>When the models are compared</source>
        <translation>Quand comparer les modèles</translation>
    </message>
    <message>
        <source>Each comparison runs the other model as well and adds one point to the curve.</source>
        <translation>Chaque comparaison exécute aussi l’autre modèle et trace un point de la courbe.</translation>
    </message>
    <message>
        <source>Steps between two saved states</source>
        <translation>Étapes entre deux sauvegardes</translation>
    </message>
    <message>
        <source>An interrupted run continues from the last saved step.</source>
        <translation>Une exécution interrompue reprend à la dernière étape sauvegardée.</translation>
    </message>
    <message>
        <source>Folder of the runs</source>
        <translation>Dossier des exécutions</translation>
    </message>
    <message>
        <source>Folder of exported clips</source>
        <translation>Dossier des clips exportés</translation>
    </message>
    <message>
        <source>Restore defaults</source>
        <translation>Rétablir les valeurs par défaut</translation>
    </message>
    <message>
        <source>Resets all settings in this dialog; prompts and pairs are kept.</source>
        <translation>Tous les réglages de cette fenêtre ; prompts et paires restent.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>&amp;Memory budget</source>
        <translation>Limite de &amp;mémoire</translation>
    </message>
    <message>
        <source>All free memory</source>
        <translation>Toute la mémoire libre</translation>
    </message>
    <message>
        <source> GB</source>
        <translation> Go</translation>
    </message>
    <message>
        <source>Memory budget</source>
        <translation>Limite de mémoire</translation>
    </message>
    <message>
        <source>How much of the device&apos;s memory the whole run may use. If the models do not fit, they are loaded in parts: slower, same clip.</source>
        <translation>Ce que l’exécution entière peut occuper sur l’appareil. Si les modèles ne tiennent pas, ils sont chargés par parties : plus lent, même clip.</translation>
    </message>
    <message>
        <source>Automatic · %1</source>
        <translation>Automatique · %1</translation>
    </message>
    <message>
        <source>%1 cannot be used: %2</source>
        <translation>%1 est inutilisable : %2</translation>
    </message>
    <message>
        <source>%1 (cannot be used)</source>
        <translation>%1 (inutilisable)</translation>
    </message>
    <message>
        <source>Automatic · %1 on this device</source>
        <translation>Automatique · %1 sur ce périphérique</translation>
    </message>
    <message>
        <source>fp8 &amp;weights</source>
        <translation>Po&amp;ids fp8</translation>
    </message>
    <message>
        <source>fp8 · faster on a GPU, changes the clip</source>
        <translation>fp8 · plus rapide sur un GPU, change le clip</translation>
    </message>
    <message>
        <source>Dec&amp;oding</source>
        <translation>Déc&amp;odage</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>Exacte</translation>
    </message>
    <message>
        <source>TF32 · faster on a GPU, slight rounding</source>
        <translation>TF32 · plus rapide sur un GPU, arrondit un peu</translation>
    </message>
    <message>
        <source>Applies to the transformers, the text encoder and an LTX VAE; a WAN VAE runs in float32.</source>
        <translation>S’applique aux transformers, à l’encodeur de texte et à un VAE LTX ; un VAE WAN calcule en float32.</translation>
    </message>
    <message>
        <source>Precision of fp8 weights</source>
        <translation>Précision des poids fp8</translation>
    </message>
    <message>
        <source>How the transformers multiply weights stored in fp8: dequantised, or as they are, with rounded activations</source>
        <translation>Comment les transformers multiplient les poids stockés en fp8 : déquantifiés, ou tels quels avec des activations arrondies</translation>
    </message>
    <message>
        <source>Decoding precision</source>
        <translation>Précision du décodage</translation>
    </message>
    <message>
        <source>How a GPU multiplies float32 numbers while the VAE decodes the frames</source>
        <translation>Comment un GPU multiplie les nombres float32 du VAE lorsqu’il produit les images</translation>
    </message>
    <message>
        <source>Other clips can continue from these states. If a run has no more space for them, the earliest are deleted first.</source>
        <translation>D’autres clips peuvent continuer depuis ces états. Si une exécution n’a plus de place pour eux, les premiers sont supprimés d’abord.</translation>
    </message>
    <message>
        <source>At the moment, those of all clips take up %1.</source>
        <translation>En ce moment, ceux de tous les clips prennent %1.</translation>
    </message>
    <message>
        <source>&amp;Keep states to continue from</source>
        <translation>&amp;Garder des états à continuer</translation>
    </message>
    <message>
        <source>where the models change</source>
        <translation>où le modèle change</translation>
    </message>
    <message>
        <source>there and every </source>
        <translation>là et toutes les </translation>
    </message>
    <message>
        <source>Steps between two kept states</source>
        <translation>Étapes entre deux états gardés</translation>
    </message>
    <message>
        <source>States are always kept where the models change; more of them take more space.</source>
        <translation>Là où le modèle change, un état est toujours gardé ; davantage prend plus de place.</translation>
    </message>
    <message>
        <source>&amp;Space for them in each run</source>
        <translation>&amp;Espace pour eux par exécution</translation>
    </message>
    <message>
        <source>Space for the kept states of each run</source>
        <translation>Espace pour les états gardés de chaque exécution</translation>
    </message>
    <message>
        <source>The newest state always stays, even if it is larger.</source>
        <translation>L’état le plus récent reste toujours, même s’il est plus grand.</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Enregistrement</translation>
    </message>
    <message>
        <source>Space for &amp;all clips in the history</source>
        <translation>Espace pour tous les clips de l’historiq&amp;ue</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>sans limite</translation>
    </message>
    <message>
        <source>Space for all clips in the history</source>
        <translation>Espace pour tous les clips de l’historique</translation>
    </message>
    <message>
        <source>Applied whenever a clip is finished, and when the program starts</source>
        <translation>Appliqué dès qu’un clip est terminé et au démarrage du programme</translation>
    </message>
    <message>
        <source>At the moment, they take up %1.</source>
        <translation>En ce moment, ils occupent %1.</translation>
    </message>
    <message>
        <source>Beyond it, the oldest clips lose their kept states, and then their uncompressed frames if they were saved as a video, which the history then plays. Clips with a star lose nothing.</source>
        <translation>Au-delà, les clips les plus anciens perdent leurs états conservés, puis leurs images non compressées s’ils ont été enregistrés en vidéo, que l’historique lit alors. Les clips étoilés ne perdent rien.</translation>
    </message>
    <message>
        <source>Reset the settings of all pages, folders and language too? Prompts, pairs and clips are kept.</source>
        <translation>Réinitialiser les réglages de toutes les pages, dossiers et langue compris ? Les prompts, les paires et les clips sont conservés.</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>&amp;Réinitialiser</translation>
    </message>
    <message>
        <source>bfloat16 · half the memory, more rounding</source>
        <translation>bfloat16 · moitié moins de mémoire, arrondit davantage</translation>
    </message>
    <message>
        <source>Restore &amp;defaults…</source>
        <translation>&amp;Rétablir les valeurs par défaut…</translation>
    </message>
</context>
<context>
    <name>fb::ui::SettingsDiff</name>
    <message>
        <source>Pair</source>
        <translation>Paire</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>Phases</translation>
    </message>
    <message>
        <source>large only</source>
        <translation>grand seul</translation>
    </message>
    <message>
        <source>small only</source>
        <translation>petit seul</translation>
    </message>
    <message>
        <source>large for the first %1 and the last %2</source>
        <translation>grand pour les %1 premières et les %2 dernières</translation>
    </message>
</context>
<context>
    <name>fb::ui::SimilarityCurve</name>
    <message>
        <source>Frame %1: %2</source>
        <translation>Image %1 : %2</translation>
    </message>
</context>
<context>
    <name>fb::ui::SoundField</name>
    <message>
        <source>File with the sound</source>
        <translation>Fichier contenant le son</translation>
    </message>
    <message>
        <source>A GIF has no sound.</source>
        <translation>Un GIF n’a pas de son.</translation>
    </message>
    <message>
        <source>A PNG sequence has no sound.</source>
        <translation>Une séquence PNG n’a pas de son.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>An audio file, or a video whose sound is used</source>
        <translation>Un fichier audio, ou une vidéo dont le son est utilisé</translation>
    </message>
    <message>
        <source>Choose the file with the sound</source>
        <translation>Choisir le fichier contenant le son</translation>
    </message>
</context>
<context>
    <name>fb::ui::StagePanel</name>
    <message>
        <source>Probe the velocity divergence</source>
        <translation>Sonder la divergence de vitesse</translation>
    </message>
    <message>
        <source>never</source>
        <translation>jamais</translation>
    </message>
    <message>
        <source>on large steps</source>
        <translation>aux étapes du grand</translation>
    </message>
    <message>
        <source>on all steps</source>
        <translation>à toutes les étapes</translation>
    </message>
    <message>
        <source>Compare the models while sampling</source>
        <translation>Comparer les modèles pendant l’échantillonnage</translation>
    </message>
    <message>
        <source>Choose %1</source>
        <comment>undo</comment>
        <translation>Choisir %1</translation>
    </message>
    <message>
        <source>Move stage boundary</source>
        <comment>undo</comment>
        <translation>Déplacer une limite de phase</translation>
    </message>
    <message>
        <source>Run both models on every step of this request once and draw how much they differ. Where they agree, the small one can take over.</source>
        <translation>Exécute une fois les deux modèles à chaque étape de cette demande et trace leur écart. Là où ils s’accordent, le petit peut prendre le relais.</translation>
    </message>
    <message>
        <source>Draws the divergence live while a clip is generated. This takes as long as running the other model on the compared steps.</source>
        <translation>Trace la divergence en direct pendant la création d’un clip. Coûte le temps de l’autre modèle aux étapes comparées.</translation>
    </message>
    <message>
        <source>Large, small, large: nearly the large model&apos;s clip for less work</source>
        <translation>Grand, petit, grand : presque le clip du grand modèle pour moins de calcul</translation>
    </message>
    <message>
        <source>Schedule large, small, large</source>
        <translation>Planning grand, petit, grand</translation>
    </message>
    <message>
        <source>Large early, then small to the end: structure and motion of the large model</source>
        <translation>Grand au début, puis petit jusqu’à la fin : structure et mouvement du grand modèle</translation>
    </message>
    <message>
        <source>Schedule large, small, small</source>
        <translation>Planning grand, petit, petit</translation>
    </message>
    <message>
        <source>Small early, then large to the end: only the large model&apos;s detail</source>
        <translation>Petit au début, puis grand jusqu’à la fin : seulement les détails du grand modèle</translation>
    </message>
    <message>
        <source>Schedule small, large, large</source>
        <translation>Planning petit, grand, grand</translation>
    </message>
    <message>
        <source>The large model on every step: the clip to compare with</source>
        <translation>Le grand modèle à chaque étape : le clip de référence</translation>
    </message>
    <message>
        <source>Schedule large only</source>
        <translation>Planning grand seul</translation>
    </message>
    <message>
        <source>The small model on every step: the fastest draft</source>
        <translation>Le petit modèle à chaque étape : le brouillon le plus rapide</translation>
    </message>
    <message>
        <source>Schedule small only</source>
        <translation>Planning petit seul</translation>
    </message>
    <message>
        <source>Compare &amp;while sampling</source>
        <translation>Comparer à l’éc&amp;hantillonnage</translation>
    </message>
    <message>
        <source>Change small steps</source>
        <comment>undo</comment>
        <translation>Changer les pas du petit</translation>
    </message>
    <message>
        <source>Small steps</source>
        <translation>Pas du petit</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatique</translation>
    </message>
    <message>
        <source>Steps of the small model</source>
        <translation>Pas du petit modèle</translation>
    </message>
    <message>
        <source>How many steps the small model takes in its stage. Fewer, longer steps suit step-distilled models.</source>
        <translation>Nombre de pas que fait le petit modèle sur sa partie. Des pas moins nombreux et plus longs conviennent aux modèles distillés.</translation>
    </message>
    <message>
        <source>Apply the suggested boundaries</source>
        <comment>undo</comment>
        <translation>Appliquer les limites suggérées</translation>
    </message>
    <message>
        <source>Show the stages as a strip</source>
        <translation>Afficher les phases en bandeau</translation>
    </message>
    <message>
        <source>Show sliders and legend</source>
        <translation>Afficher curseurs et légende</translation>
    </message>
    <message>
        <source>More than an hour: a smaller size, fewer frames or fewer steps take less.</source>
        <translation>Plus d’une heure : une taille plus petite, moins d’images ou moins d’étapes prennent moins de temps.</translation>
    </message>
    <message>
        <source>Find boundaries by measuring</source>
        <translation>Trouver les limites par la mesure</translation>
    </message>
    <message>
        <source>Samples prompts with many boundaries and compares the clips with the large model&apos;s</source>
        <translation>Génère des prompts avec de nombreuses limites et compare les clips à ceux du grand modèle</translation>
    </message>
    <message>
        <source>That takes %1.</source>
        <translation>Cela prend %1.</translation>
    </message>
    <message>
        <source>Pro&amp;be</source>
        <translation>&amp;Sonder</translation>
    </message>
</context>
<context>
    <name>fb::ui::StatusLine</name>
    <message>
        <source>Memory %1</source>
        <translation>Mémoire %1</translation>
    </message>
    <message>
        <source>Memory %1 of %2</source>
        <translation>Mémoire %1 sur %2</translation>
    </message>
    <message>
        <source>Progress of the running clip</source>
        <translation>Progression du clip en cours</translation>
    </message>
    <message>
        <source>How much of the running clip is done</source>
        <translation>Où en est le clip en cours</translation>
    </message>
    <message numerus="yes">
        <source>CPU · %n thread(s)</source>
        <translation>
            <numerusform>CPU · %n thread</numerusform>
            <numerusform>CPU · %n threads</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>Enregistré : %1</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>Show the saved clip in its folder</source>
        <translation>Afficher le clip enregistré dans son dossier</translation>
    </message>
    <message>
        <source>%1 · %2 left</source>
        <translation>%1 · reste %2</translation>
    </message>
</context>
<context>
    <name>fb::ui::Studio</name>
    <message>
        <source>The frames of this clip cannot be read from %1, and its video %2 has been moved or changed. Put the video back, or generate the clip again.</source>
        <translation>Les images de ce clip ne peuvent pas être lues dans %1, et sa vidéo %2 a été déplacée ou modifiée. Remettez la vidéo à sa place ou générez de nouveau le clip.</translation>
    </message>
</context>
<context>
    <name>fb::ui::SuggestionLine</name>
    <message>
        <source>Dismiss the suggestion</source>
        <translation>Masquer la suggestion</translation>
    </message>
    <message>
        <source>Hide this until the next probe</source>
        <translation>Masquer jusqu’à la prochaine sonde</translation>
    </message>
    <message>
        <source>No suggestion: there are too few steps.</source>
        <translation>Pas de suggestion : trop peu d’étapes.</translation>
    </message>
    <message>
        <source>No suggestion: the models differ about equally on all steps.</source>
        <translation>Pas de suggestion : les modèles diffèrent à peu près autant à toutes les étapes.</translation>
    </message>
    <message>
        <source>No suggestion: the models differ least at the start.</source>
        <translation>Pas de suggestion : les modèles diffèrent le moins au début.</translation>
    </message>
    <message>
        <source>No suggestion: the models differ least at the end.</source>
        <translation>Pas de suggestion : les modèles diffèrent le moins à la fin.</translation>
    </message>
    <message>
        <source>Boundaries are suggested where the sides of a valley in the divergence rise.</source>
        <translation>Les limites sont suggérées là où montent les côtés d’un creux de la divergence.</translation>
    </message>
    <message>
        <source>Suggested %1 / %2: %3 less work</source>
        <translation>Suggéré %1 / %2 : %3 de travail en moins</translation>
    </message>
    <message>
        <source>Suggested %1 / %2</source>
        <translation>Suggéré %1 / %2</translation>
    </message>
    <message>
        <source>The large model runs the first %1 and the last %2 of the steps, up to where the sides of the divergence rise. Compared with the large model alone.</source>
        <translation>Le grand modèle exécute les premiers %1 et les derniers %2 des étapes, jusqu’où montent les côtés de la divergence. Comparé au grand modèle seul.</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Appliquer</translation>
    </message>
    <message>
        <source>Apply the suggested boundaries</source>
        <translation>Appliquer les limites suggérées</translation>
    </message>
    <message>
        <source>Move both boundaries there</source>
        <translation>Déplacer les deux limites là</translation>
    </message>
    <message>
        <source>Measure…</source>
        <translation>Mesurer…</translation>
    </message>
    <message>
        <source>Find boundaries by measuring</source>
        <translation>Trouver les limites par la mesure</translation>
    </message>
    <message>
        <source>Samples prompts with many boundaries and compares the clips with the large model&apos;s</source>
        <translation>Génère des prompts avec de nombreuses limites et compare les clips à ceux du grand modèle</translation>
    </message>
    <message>
        <source>Hide this until others are suggested</source>
        <translation>Masquer jusqu’à ce que d’autres soient suggérées</translation>
    </message>
    <message>
        <source>Suggested %1 / %2: %3 less work · sameness %4</source>
        <translation>Suggéré %1 / %2 : %3 de travail en moins · similitude %4</translation>
    </message>
    <message>
        <source>Measured with clips of this pair. Sameness 1 is the large model&apos;s clip; 0 is as far from it as clips that have little in common.</source>
        <translation>Mesuré avec des clips de cette paire. Similitude 1 : le clip du grand modèle ; 0 : aussi loin de lui que des clips qui ont peu en commun.</translation>
    </message>
    <message>
        <source>Suggested %1 / %2: %3 less work · predicted sameness %4</source>
        <translation>Suggéré %1 / %2 : %3 de travail en moins · similitude prédite %4</translation>
    </message>
    <message>
        <source>Predicted from the divergence by what measured clips of this pair have shown. Sameness 1 is the large model&apos;s clip; 0 is as far from it as clips that have little in common.</source>
        <translation>Prédit à partir de la divergence, d’après ce qu’ont montré des clips mesurés de cette paire. Similitude 1 : le clip du grand modèle ; 0 : aussi loin de lui que des clips qui ont peu en commun.</translation>
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
        <translation>Prompts d’un fichier texte</translation>
    </message>
    <message>
        <source>Text files (*.txt);;All files (*)</source>
        <translation>Fichiers texte (*.txt);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Those of the main window; change them there</source>
        <translation>Ceux de la fenêtre principale ; modifiez-les là</translation>
    </message>
    <message>
        <source>&amp;Prompts</source>
        <translation>&amp;Prompts</translation>
    </message>
    <message>
        <source>One prompt in each line; text files can be dropped here</source>
        <translation>Un prompt par ligne ; des fichiers texte peuvent être déposés ici</translation>
    </message>
    <message>
        <source>Prompts, one in each line</source>
        <translation>Prompts, un par ligne</translation>
    </message>
    <message>
        <source>Add the &amp;current prompt</source>
        <translation>Ajouter le prompt a&amp;ctuel</translation>
    </message>
    <message>
        <source>Add from a &amp;text file…</source>
        <translation>Ajouter depuis un fichier &amp;texte…</translation>
    </message>
    <message>
        <source>S&amp;eeds for each prompt</source>
        <translation>Grain&amp;es par prompt</translation>
    </message>
    <message>
        <source>Seeds for each prompt</source>
        <translation>Graines par prompt</translation>
    </message>
    <message>
        <source>&amp;Large until, %</source>
        <translation>&amp;Grand jusqu’à, %</translation>
    </message>
    <message>
        <source>Early stages to try, in per cent of the steps</source>
        <translation>Phases de début à essayer, en pourcentage des étapes</translation>
    </message>
    <message>
        <source>Large again for the l&amp;ast, %</source>
        <translation>Grand à nouveau pour les der&amp;nières, %</translation>
    </message>
    <message>
        <source>Late stages to try, in per cent of the steps</source>
        <translation>Phases de fin à essayer, en pourcentage des étapes</translation>
    </message>
    <message>
        <source>Also compare</source>
        <translation>Comparer aussi</translation>
    </message>
    <message>
        <source>The la&amp;rge model with fewer steps</source>
        <translation>Le grand &amp;modèle avec moins d’étapes</translation>
    </message>
    <message>
        <source>Up to %1 numbers of steps, each as much work as some boundaries of the grid</source>
        <translation>Jusqu’à %1 nombres d’étapes, chacun demandant autant de travail que certaines limites de la grille</translation>
    </message>
    <message>
        <source>A &amp;guard, with these bounds:</source>
        <translation>Une g&amp;arde, avec ces limites :</translation>
    </message>
    <message>
        <source>Bounds of the guard, separated by spaces</source>
        <translation>Limites de la garde, séparées par des espaces</translation>
    </message>
    <message>
        <source>The s&amp;mall model first</source>
        <translation>Le petit modèle d’a&amp;bord</translation>
    </message>
    <message>
        <source>Small at the start, large for the last steps, as long as in the grid</source>
        <translation>Petit au début, grand pour les dernières étapes, aussi longtemps que dans la grille</translation>
    </message>
    <message>
        <source>&amp;DINOv2 weights</source>
        <translation>Poids D&amp;INOv2</translation>
    </message>
    <message>
        <source>File or folder of DINOv2 weights</source>
        <translation>Fichier ou dossier de poids DINOv2</translation>
    </message>
    <message>
        <source>LP&amp;IPS weights</source>
        <translation>Poids &amp;LPIPS</translation>
    </message>
    <message>
        <source>File of LPIPS weights</source>
        <translation>Fichier de poids LPIPS</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>D&amp;ossier</translation>
    </message>
    <message>
        <source>Folder of the measurements</source>
        <translation>Dossier des mesures</translation>
    </message>
    <message>
        <source>None</source>
        <comment>weights</comment>
        <translation>Aucun</translation>
    </message>
    <message>
        <source>With these, clips are also compared by what their frames show. A file can be dropped here</source>
        <translation>Avec eux, les clips sont aussi comparés par ce que montrent leurs images. Un fichier peut être déposé ici</translation>
    </message>
    <message>
        <source>With these, clips are also compared by how alike their frames look. A file can be dropped here</source>
        <translation>Avec eux, les clips sont aussi comparés par la ressemblance de leurs images. Un fichier peut être déposé ici</translation>
    </message>
    <message>
        <source>A one-&amp;way guard, with these:</source>
        <translation>Une garde sans &amp;retour, avec :</translation>
    </message>
    <message>
        <source>Between the shortest stage at the start and the longest at the end, the small model takes over when what the large one predicts changes less than this from step to step</source>
        <translation>Entre la phase la plus courte au début et la plus longue à la fin, le petit modèle prend le relais quand ce que le grand prédit varie moins que cela d’une étape à l’autre</translation>
    </message>
    <message>
        <source>Bounds of the one-way guard, separated by spaces</source>
        <translation>Limites de la garde sans retour, séparées par des espaces</translation>
    </message>
    <message>
        <source>SRDiffusion&apos;s r&amp;ule, with these:</source>
        <translation>La règle de SRDi&amp;ffusion, avec :</translation>
    </message>
    <message>
        <source>Between the shortest stage at the start and the longest at the end, the small model takes over when the large one&apos;s velocity changes less than in the step before, by less than this</source>
        <translation>Entre la phase la plus courte au début et la plus longue à la fin, le petit modèle prend le relais quand la vitesse du grand varie moins qu’à l’étape précédente, d’une différence inférieure à cette valeur</translation>
    </message>
    <message>
        <source>Bounds of SRDiffusion&apos;s rule, separated by spaces</source>
        <translation>Limites de la règle de SRDiffusion, séparées par des espaces</translation>
    </message>
    <message>
        <source>Compare latents only, wit&amp;hout decoding clips</source>
        <translation>Ne comparer &amp;que les latents, sans décoder de clips</translation>
    </message>
    <message>
        <source>Takes less time, but there are no clips to look at. They can be decoded later, without another step</source>
        <translation>Prend moins de temps, mais il n’y a pas de clips à regarder. Ils peuvent être décodés plus tard, sans étape supplémentaire</translation>
    </message>
    <message>
        <source>Between the stage at the start that is nearest to 40 % and the longest at the end, the large model checks every few steps whether the small one is near enough</source>
        <translation>Entre la phase du début la plus proche de 40 % et la plus longue à la fin, le grand modèle vérifie toutes les quelques étapes si le petit est assez proche</translation>
    </message>
</context>
<context>
    <name>fb::ui::SweepForm</name>
    <message>
        <source>The stages are whole per cents from 0 to 100, separated by commas.</source>
        <translation>Les phases sont des pourcentages entiers de 0 à 100, séparés par des virgules.</translation>
    </message>
    <message>
        <source>Write at least one prompt, one in each line.</source>
        <translation>Écrivez au moins un prompt, un par ligne.</translation>
    </message>
    <message>
        <source>This needs up to %1 in %2, where only %3 are free: choose another folder, or fewer prompts.</source>
        <translation>Il faut jusqu’à %1 dans %2, où seuls %3 sont libres : choisissez un autre dossier ou moins de prompts.</translation>
    </message>
    <message>
        <source>Planning…</source>
        <translation>Planification…</translation>
    </message>
    <message>
        <source>%1 of %2 clips are measured.</source>
        <translation>%1 clips sur %2 sont mesurés.</translation>
    </message>
    <message>
        <source>Add prompts, seeds or boundaries to measure more.</source>
        <translation>Ajoutez des prompts, des graines ou des limites pour mesurer davantage.</translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s) to make, as much work as %1 of the large model alone.</source>
        <translation>
            <numerusform>%n clip à générer, autant de travail que %1 du grand modèle seul.</numerusform>
            <numerusform>%n clips à générer, autant de travail que %1 du grand modèle seul.</numerusform>
        </translation>
    </message>
    <message>
        <source>That takes %1.</source>
        <translation>Cela prend %1.</translation>
    </message>
    <message>
        <source>How long that takes is known after the first clips on this machine.</source>
        <translation>La durée sera connue après les premiers clips sur cette machine.</translation>
    </message>
    <message>
        <source>It needs up to %1 on the disk.</source>
        <translation>Il faut jusqu’à %1 sur le disque.</translation>
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
        <translation>Tout est mesuré.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Samples each prompt with the large model alone, with the small model alone and with many boundaries between them, and compares the clips. The steps that they have in common are computed once.</source>
        <translation>Génère chaque prompt avec le grand modèle seul, le petit seul et de nombreuses limites entre les deux, puis compare les clips. Les étapes communes ne sont calculées qu’une fois.</translation>
    </message>
    <message>
        <source>Use a &amp;new folder</source>
        <translation>Utiliser un no&amp;uveau dossier</translation>
    </message>
    <message>
        <source>The guard&apos;s bounds are numbers from 0 to %1, separated by spaces.</source>
        <translation>Les limites de la garde sont des nombres de 0 à %1, séparés par des espaces.</translation>
    </message>
    <message>
        <source>This sweep keeps to %1. A new folder can do without.</source>
        <translation>Cette série de mesures garde %1. Un nouveau dossier peut s’en passer.</translation>
    </message>
    <message>
        <source>%1 needs clips of at least %2 pixels on each side, but these have %3.</source>
        <translation>%1 demande des clips d’au moins %2 pixels de côté, mais ceux-ci font %3.</translation>
    </message>
    <message>
        <source>These weights cannot be used: choose others, or clear the field.</source>
        <translation>Ces poids sont inutilisables : choisissez-en d’autres ou videz le champ.</translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s) to compare again, without a step.</source>
        <translation>
            <numerusform>%n clip à comparer de nouveau, sans aucune étape.</numerusform>
            <numerusform>%n clips à comparer de nouveau, sans aucune étape.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s) to compare again</source>
        <translation>
            <numerusform>%n clip à comparer de nouveau</numerusform>
            <numerusform>%n clips à comparer de nouveau</numerusform>
        </translation>
    </message>
    <message>
        <source>The bounds of the one-way guard are numbers above 0 and at most %1, separated by spaces.</source>
        <translation>Les limites de la garde sans retour sont des nombres supérieurs à 0 et d’au plus %1, séparés par des espaces.</translation>
    </message>
    <message>
        <source>The bounds of SRDiffusion&apos;s rule are numbers above 0 and at most %1, separated by spaces.</source>
        <translation>Les limites de la règle de SRDiffusion sont des nombres supérieurs à 0 et d’au plus %1, séparés par des espaces.</translation>
    </message>
    <message>
        <source>A guard that hands over later costs more.</source>
        <translation>Une garde qui passe le relais plus tard coûte davantage.</translation>
    </message>
</context>
<context>
    <name>fb::ui::SweepWords</name>
    <message>
        <source>Cheapest</source>
        <translation>Le moins coûteux</translation>
    </message>
    <message>
        <source>Sure</source>
        <translation>Sûr</translation>
    </message>
    <message>
        <source>Knee</source>
        <translation>Coude</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Article</translation>
    </message>
    <message>
        <source>The least work that is near enough.</source>
        <translation>Le moins de travail qui soit assez proche.</translation>
    </message>
    <message>
        <source>The least work that is near enough even at the low end of the interval.</source>
        <translation>Le moins de travail qui soit assez proche même au bas de l’intervalle.</translation>
    </message>
    <message>
        <source>From here on, more large steps bring less than on average.</source>
        <translation>À partir d’ici, davantage d’étapes du grand modèle apportent moins que la moyenne.</translation>
    </message>
    <message>
        <source>The paper&apos;s criteria: with shorter stages, sameness falls faster than on average.</source>
        <translation>Les critères de l’article : avec des phases plus courtes, la similitude baisse plus vite que la moyenne.</translation>
    </message>
    <message>
        <source>Structure (SSIM)</source>
        <translation>Structure (SSIM)</translation>
    </message>
    <message>
        <source>Latents</source>
        <translation>Latents</translation>
    </message>
    <message>
        <source>Pixels (PSNR)</source>
        <translation>Pixels (PSNR)</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Mouvement</translation>
    </message>
    <message>
        <source>Flicker</source>
        <translation>Scintillement</translation>
    </message>
    <message>
        <source>the further one</source>
        <translation>la plus éloignée</translation>
    </message>
    <message>
        <source>another seed</source>
        <translation>une autre graine</translation>
    </message>
    <message>
        <source>the small model</source>
        <translation>le petit modèle</translation>
    </message>
    <message>
        <source>Large model alone</source>
        <translation>Grand modèle seul</translation>
    </message>
    <message>
        <source>Small model alone</source>
        <translation>Petit modèle seul</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 less work, sameness %2</source>
        <translation>%1 de travail en moins, similitude %2</translation>
    </message>
    <message>
        <source>%1 less work, sameness %2 (%3 to %4)</source>
        <translation>%1 de travail en moins, similitude %2 (%3 à %4)</translation>
    </message>
    <message>
        <source>Content (DINOv2)</source>
        <translation>Contenu (DINOv2)</translation>
    </message>
    <message>
        <source>Look (LPIPS)</source>
        <translation>Aspect (LPIPS)</translation>
    </message>
    <message numerus="yes">
        <source>Large model, %n step(s)</source>
        <translation>
            <numerusform>Grand modèle, %n étape</numerusform>
            <numerusform>Grand modèle, %n étapes</numerusform>
        </translation>
    </message>
    <message>
        <source>Guard %1, %2 / %3</source>
        <translation>Garde %1, %2 / %3</translation>
    </message>
    <message>
        <source>%1 more work, sameness %2</source>
        <translation>%1 de travail en plus, similitude %2</translation>
    </message>
    <message>
        <source>One-way guard %1, %2 / %3</source>
        <translation>Garde sans retour %1, %2 / %3</translation>
    </message>
    <message>
        <source>SRDiffusion guard %1, %2 / %3</source>
        <translation>Garde SRDiffusion %1, %2 / %3</translation>
    </message>
    <message>
        <source>Returning guard %1, %2 / %3</source>
        <translation>Garde avec retour %1, %2 / %3</translation>
    </message>
</context>
<context>
    <name>fb::ui::Tour</name>
    <message>
        <source>Skip</source>
        <translation>Passer</translation>
    </message>
    <message>
        <source>Help › Tour shows it again</source>
        <translation>Aide › Visite guidée la montre à nouveau</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminer</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
</context>
<context>
    <name>fb::ui::TourPresenter</name>
    <message>
        <source>Say what the clip shows</source>
        <translation>Dites ce que montre le clip</translation>
    </message>
    <message>
        <source>Describe it here, or take the example. Size, length and presets that fit this pair of models are below. Ctrl+Return generates the clip.</source>
        <translation>Décrivez-le ici ou prenez l’exemple. Taille, durée et préréglages adaptés à cette paire de modèles se trouvent au-dessous. Ctrl+Entrée génère le clip.</translation>
    </message>
    <message>
        <source>Share the steps</source>
        <translation>Répartir les étapes</translation>
    </message>
    <message>
        <source>The large model takes the first and the last steps, the small one those between. Drag the two handles: fewer large steps take less time, more come nearer to the large model&apos;s clip. The curve shows how much the models differ.</source>
        <translation>Le grand modèle fait les premières et les dernières étapes, le petit celles du milieu. Déplacez les deux poignées : moins de grandes étapes prennent moins de temps, davantage se rapprochent du clip du grand modèle. La courbe montre l’écart entre les modèles.</translation>
    </message>
    <message>
        <source>Watch it grow</source>
        <translation>Regardez-le naître</translation>
    </message>
    <message>
        <source>The clip appears here while it is made. Finished ones are saved as videos by themselves and stay in the history, where two of them can be compared.</source>
        <translation>Le clip apparaît ici pendant sa création. Les clips terminés sont enregistrés d’eux-mêmes en vidéo et restent dans l’historique, où l’on peut en comparer deux.</translation>
    </message>
</context>
<context>
    <name>fb::ui::UnexpectedEnd</name>
    <message>
        <source>it got too little memory</source>
        <translation>il a reçu trop peu de mémoire</translation>
    </message>
</context>
<context>
    <name>fb::ui::ValueFields</name>
    <message>
        <source>%1 is not allowed here; the nearest value is %2.</source>
        <translation>%1 n’est pas possible ici ; la valeur la plus proche est %2.</translation>
    </message>
    <message>
        <source>%1 s at %2 fps</source>
        <translation>%1 s à %2 i/s</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>&amp;Swap width and height</source>
        <translation>&amp;Échanger largeur et hauteur</translation>
    </message>
    <message>
        <source>Si&amp;ze</source>
        <translation>&amp;Taille</translation>
    </message>
    <message>
        <source>&amp;Length</source>
        <translation>&amp;Durée</translation>
    </message>
    <message>
        <source>S&amp;teps</source>
        <translation>&amp;Étapes</translation>
    </message>
    <message>
        <source>See&amp;d</source>
        <translation>&amp;Graine</translation>
    </message>
    <message>
        <source> fps</source>
        <translation> i/s</translation>
    </message>
    <message>
        <source>Shift </source>
        <translation>Shift </translation>
    </message>
    <message>
        <source>&amp;Advanced</source>
        <translation>Avan&amp;cé</translation>
    </message>
    <message>
        <source>Common sizes</source>
        <translation>Tailles usuelles</translation>
    </message>
    <message>
        <source>Keep the seed</source>
        <translation>Garder la graine</translation>
    </message>
    <message>
        <source>Roll a new seed</source>
        <translation>Tirer une nouvelle graine</translation>
    </message>
    <message>
        <source>Copy the seed</source>
        <translation>Copier la graine</translation>
    </message>
    <message>
        <source>Advanced settings</source>
        <translation>Réglages avancés</translation>
    </message>
    <message>
        <source>A multiple of %1 pixels; other values are rounded to the nearest.</source>
        <translation>Un multiple de %1 pixels ; les autres nombres vont au plus proche.</translation>
    </message>
    <message>
        <source>Common sizes, and swapping width and height</source>
        <translation>Tailles usuelles, et échange de la largeur et de la hauteur</translation>
    </message>
    <message>
        <source>%1 frames plus any multiple of %2: the VAE packs that many into one latent frame.</source>
        <translation>%1 images plus un multiple de %2 : le VAE en réunit autant en une image latente.</translation>
    </message>
    <message>
        <source>Locked: every run uses this seed. Unlocked: each run rolls a new one.</source>
        <translation>Fermé : chaque exécution utilise cette graine. Ouvert : chacune en tire une nouvelle.</translation>
    </message>
    <message>
        <source>&amp;Guidance</source>
        <translation>G&amp;uidage</translation>
    </message>
    <message>
        <source>This pair was distilled for this number of steps.</source>
        <translation>Cette paire a été distillée pour ce nombre de pas.</translation>
    </message>
    <message>
        <source>This pair defines its own guidance for each noise level.</source>
        <translation>Cette paire apporte son propre guidage pour chaque niveau de bruit.</translation>
    </message>
    <message>
        <source>Settings that rarely need changing</source>
        <translation>Réglages rarement modifiés</translation>
    </message>
    <message>
        <source>“%1” is not a list of numbers such as 1, 0.75, 0.5.</source>
        <translation>« %1 » n’est pas une liste de nombres comme 1, 0.75, 0.5.</translation>
    </message>
    <message>
        <source>As many as there are noise levels, under Advanced.</source>
        <translation>Autant que de niveaux de bruit, sous Avancé.</translation>
    </message>
</context>
<context>
    <name>fb::ui::WatchedView</name>
    <message>
        <source>No folder is watched for models</source>
        <translation>Aucun dossier de modèles n’est surveillé</translation>
    </message>
    <message>
        <source>Watched folders</source>
        <translation>Dossiers surveillés</translation>
    </message>
    <message>
        <source>Watch folder…</source>
        <translation>Surveiller un dossier…</translation>
    </message>
    <message>
        <source>Watch a folder of models</source>
        <translation>Surveiller un dossier de modèles</translation>
    </message>
    <message>
        <source>Remembered, and searched again when something in it changes. A ComfyUI folder works as it is.</source>
        <translation>Mémorisé et parcouru à nouveau dès que quelque chose y change. Un dossier ComfyUI convient tel quel.</translation>
    </message>
    <message>
        <source>Stop watching %1</source>
        <translation>Ne plus surveiller %1</translation>
    </message>
    <message>
        <source>The folder and its files stay as they are</source>
        <translation>Le dossier et ses fichiers restent tels quels</translation>
    </message>
    <message>
        <source>searching…</source>
        <translation>recherche…</translation>
    </message>
    <message>
        <source>not there at the moment</source>
        <translation>absent pour le moment</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>illisible</translation>
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
        <translation>Poids (*.safetensors *.safetensors.index.json);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Choose file</source>
        <translation>Choisir un fichier</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>Choisir un fichier…</translation>
    </message>
    <message>
        <source>Use no weights</source>
        <translation>Ne pas utiliser de poids</translation>
    </message>
    <message>
        <source>Use no weights here</source>
        <translation>Ne pas utiliser de poids ici</translation>
    </message>
</context>
<context>
    <name>fb::ui::WhereToGet</name>
    <message>
        <source>The large model and everything it needs: the folders transformer, text_encoder, tokenizer and vae.</source>
        <translation>Le grand modèle avec tout ce qui va avec : les dossiers transformer, text_encoder, tokenizer et vae.</translation>
    </message>
    <message>
        <source>The small model: together with the repository above, the folder transformer is enough. To use it on its own, take the same four folders.</source>
        <translation>Le petit modèle : à côté du dépôt ci-dessus, le dossier transformer suffit. Seul, il a les quatre mêmes dossiers.</translation>
    </message>
    <message>
        <source>Open %1 in the browser</source>
        <translation>Ouvrir %1 dans le navigateur</translation>
    </message>
    <message>
        <source>Makes clips from an image: take the same four folders and image_encoder. There is no small model for it, so it runs alone.</source>
        <translation>Crée des clips à partir d’une image : les quatre mêmes dossiers et image_encoder. Il n’a pas de petit modèle à ses côtés et travaille donc seul.</translation>
    </message>
    <message>
        <source>Single files that include the VAE: ltxv-13b-0.9.8-dev.safetensors is the large model, ltxv-2b-0.9.8-distilled.safetensors the small one. ltxv-spatial-upscaler-0.9.8.safetensors is the latent upsampler for runs in two passes. Take only these files: the repository holds all versions.</source>
        <translation>Des fichiers seuls qui contiennent aussi le VAE : ltxv-13b-0.9.8-dev.safetensors est le grand modèle, ltxv-2b-0.9.8-distilled.safetensors le petit. ltxv-spatial-upscaler-0.9.8.safetensors est l’agrandisseur de latents pour les exécutions en deux passes. Ne prenez que ces fichiers : le dépôt contient toutes les versions.</translation>
    </message>
    <message>
        <source>The folders tokenizer and text_encoder, which work for every version. With transformer and vae, it is also a small model.</source>
        <translation>Les dossiers tokenizer et text_encoder, qui conviennent à toutes les versions. Avec transformer et vae, c’est aussi un petit modèle.</translation>
    </message>
    <message>
        <source>The models are published on Hugging Face. A pair needs a large and a small transformer of one family, and one text encoder, tokenizer and VAE for both. Pickle files (.pth) are refused because opening one can run arbitrary code; use .safetensors.</source>
        <translation>Les modèles sont publiés sur Hugging Face. Une paire demande un grand et un petit transformer de la même famille, et un encodeur de texte, un tokeniseur et un VAE pour les deux. Les fichiers pickle (.pth) sont refusés, car leur ouverture peut exécuter n’importe quel code ; prenez .safetensors.</translation>
    </message>
    <message>
        <source>WAN 2.1</source>
        <translation>WAN 2.1</translation>
    </message>
    <message>
        <source>The two text-to-video models share one latent space and form a pair.</source>
        <translation>Les deux modèles texte vers vidéo partagent un même espace latent et forment une paire.</translation>
    </message>
    <message>
        <source>LTX-Video</source>
        <translation>LTX-Video</translation>
    </message>
    <message>
        <source>Versions 0.9.0 and 0.9.1 share one latent space, 0.9.5 to 0.9.8 another. Both models of a pair must use the same one; 13B 0.9.8 dev with 2B 0.9.8 distilled is a good pair.</source>
        <translation>Les versions 0.9.0 et 0.9.1 partagent un espace latent, les versions 0.9.5 à 0.9.8 un autre. Les deux modèles d’une paire viennent du même ; 13B 0.9.8 dev avec 2B 0.9.8 distilled est une bonne paire.</translation>
    </message>
    <message>
        <source>Licence: Apache 2.0.</source>
        <translation>Licence : Apache 2.0.</translation>
    </message>
    <message>
        <source>Licence: that of LTX-Video, in its repository; of the text encoder, Apache 2.0.</source>
        <translation>Licence : celle de LTX-Video, dans son dépôt ; celle de l’encodeur de texte, Apache 2.0.</translation>
    </message>
    <message>
        <source>As single files, a pair takes about %1.</source>
        <translation>En fichiers uniques, une paire occupe environ %1.</translation>
    </message>
    <message>
        <source>Only %1 are free where models go.</source>
        <translation>Il ne reste que %1 là où vont les modèles.</translation>
    </message>
    <message>
        <source>%1 are free where models go.</source>
        <translation>Il reste %1 là où vont les modèles.</translation>
    </message>
    <message>
        <source>Everything as single files: from split_files, take diffusion_models/wan2.1_t2v_14B_fp8_scaled.safetensors, which suits a GPU with 12 or 16 GB, or, for a larger one, wan2.1_t2v_14B_fp16.safetensors; and with either, diffusion_models/wan2.1_t2v_1.3B_fp16.safetensors, text_encoders/umt5_xxl_fp8_e4m3fn_scaled.safetensors and vae/wan_2.1_vae.safetensors.</source>
        <translation>Tout en fichiers séparés : dans split_files, prenez diffusion_models/wan2.1_t2v_14B_fp8_scaled.safetensors, adapté à un GPU de 12 ou 16 Go, ou, pour un GPU plus grand, wan2.1_t2v_14B_fp16.safetensors ; et, dans les deux cas, diffusion_models/wan2.1_t2v_1.3B_fp16.safetensors, text_encoders/umt5_xxl_fp8_e4m3fn_scaled.safetensors et vae/wan_2.1_vae.safetensors.</translation>
    </message>
    <message>
        <source>The text encoder as a single file: t5xxl_fp16.safetensors or, at half the size, t5xxl_fp8_e4m3fn_scaled.safetensors. The tokenizer is in the next repository.</source>
        <translation>L’encodeur de texte en un seul fichier : t5xxl_fp16.safetensors ou, deux fois plus petit, t5xxl_fp8_e4m3fn_scaled.safetensors. Le tokeniseur est dans le dépôt suivant.</translation>
    </message>
    <message>
        <source>As single files, a pair takes about %1, or %2 with the large model in 16 bits.</source>
        <translation>En fichiers uniques, une paire occupe environ %1, ou %2 avec le grand modèle en 16 bits.</translation>
    </message>
</context>
</TS>
