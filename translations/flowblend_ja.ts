<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en_US">
<context>
    <name>ComponentKind</name>
    <message>
        <source>WAN transformer</source>
        <translation>WAN トランスフォーマー</translation>
    </message>
    <message>
        <source>WAN VAE</source>
        <translation>WAN VAE</translation>
    </message>
    <message>
        <source>UMT5 text encoder</source>
        <translation>UMT5 テキストエンコーダー</translation>
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
        <translation>T5 テキストエンコーダー</translation>
    </message>
    <message>
        <source>LTX latent upsampler</source>
        <translation>LTX 潜在アップサンプラー</translation>
    </message>
    <message>
        <source>CLIP image encoder</source>
        <translation>CLIP 画像エンコーダー</translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%Ln frame(s)</source>
        <translation>
            <numerusform>%Ln フレーム</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln step(s)</source>
        <translation>
            <numerusform>%Ln ステップ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s)</source>
        <translation>
            <numerusform>%Ln 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln ファイル</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2 at %3 fps</source>
        <translation>%1 · %2（%3 fps）</translation>
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
        <translation>約 %1</translation>
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
        <translation>%1 時間 %2 分</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>A setting has a value that cannot be used</source>
        <translation>使用できない設定値があります</translation>
    </message>
    <message>
        <source>Something was not found</source>
        <translation>見つからないものがあります</translation>
    </message>
    <message>
        <source>A file is damaged</source>
        <translation>ファイルが壊れています</translation>
    </message>
    <message>
        <source>This is not supported</source>
        <translation>対応していない形式です</translation>
    </message>
    <message>
        <source>There is not enough memory</source>
        <translation>メモリが足りません</translation>
    </message>
    <message>
        <source>A file could not be read or written</source>
        <translation>ファイルの読み書きに失敗しました</translation>
    </message>
    <message>
        <source>Sampling produced invalid numbers</source>
        <translation>数値が範囲を超えました</translation>
    </message>
    <message>
        <source>Internal error</source>
        <translation>プログラム内部でエラーが発生しました</translation>
    </message>
    <message>
        <source>Change the value named above and try again.</source>
        <translation>上に示された値を変更して、もう一度お試しください。</translation>
    </message>
    <message>
        <source>Put the file back, or choose its new location.</source>
        <translation>ファイルを元の場所に戻すか、現在の場所を指定してください。</translation>
    </message>
    <message>
        <source>Download the file again; an incomplete download is the usual cause.</source>
        <translation>ファイルを入手し直してください。多くの場合、ダウンロードの中断が原因です。</translation>
    </message>
    <message>
        <source>Models › Models and pairs shows what can be used.</source>
        <translation>「モデル › モデルとペア」に、使用できるものの一覧があります。</translation>
    </message>
    <message>
        <source>Choose fewer frames, a smaller size or bf16, or close other programs that use the device.</source>
        <translation>フレーム数やサイズを減らすか、bf16 を選ぶか、デバイスを使用している他のプログラムを終了してください。</translation>
    </message>
    <message>
        <source>Check that the disk has free space and that you have write permission for the folder.</source>
        <translation>ディスクの空き容量と、フォルダーへの書き込み権限を確認してください。</translation>
    </message>
    <message>
        <source>Lower the guidance scale, or choose bf16 or fp32 instead of fp16.</source>
        <translation>ガイダンススケールを下げるか、fp16 の代わりに bf16 か fp32 を選んでください。</translation>
    </message>
    <message>
        <source>Please send us the report from Help › Log. Finished steps are kept.</source>
        <translation>「ヘルプ › ログ」からレポートをコピーしてお送りください。完了したステップは保存されています。</translation>
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
        <translation>FlowBlending Studio はフォルダー %1 ですでに動いていますが、応答しません。先に終了するか、別のフォルダーで起動してください: --state フォルダー。</translation>
    </message>
</context>
<context>
    <name>PartOffers</name>
    <message>
        <source>%1 and %2</source>
        <translation>%1 と %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>None</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Inside the large model</source>
        <translation>大モデルに内蔵</translation>
    </message>
    <message>
        <source>Inside the small model</source>
        <translation>小モデルに内蔵</translation>
    </message>
    <message>
        <source>Inside the text encoder</source>
        <translation>テキストエンコーダーに内蔵</translation>
    </message>
</context>
<context>
    <name>Setting</name>
    <message>
        <source>Prompt</source>
        <translation>プロンプト</translation>
    </message>
    <message>
        <source>Negative prompt</source>
        <translation>ネガティブプロンプト</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>シード</translation>
    </message>
    <message>
        <source>The same seed and settings produce the same clip.</source>
        <translation>同じシードと設定なら同じクリップになります。</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>幅</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高さ</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>フレーム数</translation>
    </message>
    <message>
        <source>Frames per second</source>
        <translation>フレームレート</translation>
    </message>
    <message>
        <source>Playback speed of the clip; the frames stay the same.</source>
        <translation>クリップの再生速度。フレーム自体は変わりません。</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>ステップ数</translation>
    </message>
    <message>
        <source>Number of steps from noise to clip. More take longer and give finer detail.</source>
        <translation>ノイズからクリップまでのステップ数。多いほど時間がかかり、細部が出ます。</translation>
    </message>
    <message>
        <source>Solver</source>
        <translation>ソルバー</translation>
    </message>
    <message>
        <source>How each step is computed from the velocity. UniPC and DPM++ use earlier steps as well and need fewer steps.</source>
        <translation>速度から次のステップを求める方法。UniPC と DPM++ は過去のステップを参照し、少ないステップで済みます。</translation>
    </message>
    <message>
        <source>Solver history at a switch</source>
        <translation>切り替え時のソルバー履歴</translation>
    </message>
    <message>
        <source>A multistep solver remembers earlier velocities. When the other model takes over, keep them or start afresh.</source>
        <translation>マルチステップソルバーは過去の速度を記憶します。モデルが切り替わるとき、それを保持するか、リセットするかを選びます。</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>シフト</translation>
    </message>
    <message>
        <source>A higher shift spends more steps at high noise, where motion and layout take shape. Large frames need more shift.</source>
        <translation>動きと構図が決まる高ノイズ域にステップを多く割り当てます。大きなフレームほど大きい値が必要です。</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>ガイダンス</translation>
    </message>
    <message>
        <source>How strongly the clip follows the prompt. At 1 or below, the negative prompt is not used and each step costs half as much.</source>
        <translation>プロンプトに従う強さ。1 以下ではネガティブプロンプトを使わず、ステップの計算量が半分になります。</translation>
    </message>
    <message>
        <source>Guidance of the small model</source>
        <translation>小モデルのガイダンス</translation>
    </message>
    <message>
        <source>By default, both models use the same guidance.</source>
        <translation>既定では両モデルが同じガイダンスを使います。</translation>
    </message>
    <message>
        <source>Steps of the small model</source>
        <translation>小モデルのステップ数</translation>
    </message>
    <message>
        <source>one per interval</source>
        <translation>区間ごとに 1 つ</translation>
    </message>
    <message>
        <source>Two passes</source>
        <translation>2 パス</translation>
    </message>
    <message>
        <source>Samples at half the width and height, upsamples the latents and refines them with the large model.</source>
        <translation>幅と高さを半分にしてサンプリングし、潜在表現を拡大して大モデルで仕上げます。</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保持</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>リセット</translation>
    </message>
    <message>
        <source>Precision of fp8 weights</source>
        <translation>fp8 の重みの精度</translation>
    </message>
    <message>
        <source>Decoding precision</source>
        <translation>デコードの精度</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>正確</translation>
    </message>
    <message>
        <source>LoRAs</source>
        <translation>LoRA</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>キャッシュ</translation>
    </message>
    <message>
        <source>Skips evaluations of a model where the velocity hardly changes, and reuses an earlier one. Faster, but not exactly the same clip.</source>
        <translation>速度場がほとんど変わらないところではモデルの評価を省き、以前の結果を再利用します。速くなりますが、クリップは完全には同じになりません。</translation>
    </message>
    <message>
        <source>Cache threshold</source>
        <translation>キャッシュのしきい値</translation>
    </message>
    <message>
        <source>How much may change before a model runs again. More is faster and less exact.</source>
        <translation>モデルを再び実行するまでに許される変化の量です。大きいほど速くなりますが、正確さは下がります。</translation>
    </message>
    <message>
        <source>every step is computed</source>
        <translation>全ステップを計算</translation>
    </message>
    <message>
        <source>Reused steps in a row</source>
        <translation>連続して再利用するステップ数</translation>
    </message>
    <message>
        <source>How many steps in a row MagCache may reuse before the model runs again. Other caches have no such limit.</source>
        <translation>モデルを再び実行するまでに、MagCacheが連続して再利用できるステップ数です。他のキャッシュにはこの上限がありません。</translation>
    </message>
    <message>
        <source>None</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Noise levels</source>
        <translation>ノイズレベル</translation>
    </message>
    <message>
        <source>Noise level at which each step starts, from at most 1 downward, without the final 0, such as 1,0.9375,0.8333,0.625. Step-distilled models need those that they were trained for. Replaces the shift and the number of steps. UniPC and Euler only.</source>
        <translation>各ステップが始まるノイズレベル。1 以下から順に小さくし、最後の 0 は書きません（例: 1,0.9375,0.8333,0.625）。ステップ蒸留されたモデルには、学習時と同じ値が必要です。シフトとステップ数の代わりになります。UniPC と Euler のみ。</translation>
    </message>
    <message>
        <source>Retention steps</source>
        <translation>リテンションステップ</translation>
    </message>
    <message>
        <source>Always computes the first 5 steps, and decides about the others by the modulation of the blocks instead of the time embedding. TeaCache on WAN only.</source>
        <translation>最初の5ステップを必ず計算し、残りのステップは時間埋め込みの代わりにブロックの変調で判断します。WANでTeaCacheを使う場合のみ有効です。</translation>
    </message>
    <message>
        <source>Guard</source>
        <translation>ガード</translation>
    </message>
    <message>
        <source>Guard bound</source>
        <translation>ガードの許容値</translation>
    </message>
    <message>
        <source>the large model takes every step</source>
        <translation>全ステップを大モデルが実行</translation>
    </message>
    <message>
        <source>Steps between checks</source>
        <translation>確認の間のステップ数</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>検証</translation>
    </message>
    <message>
        <source>Bound of the change</source>
        <translation>変化量の許容値</translation>
    </message>
    <message>
        <source>One-way: how much the predicted clean latents may still change from one step to the next for the small model to take over, as relative L2. Less is nearer to the large model&apos;s clip and slower.</source>
        <translation>一方向：小モデルが引き継ぐ、予測されたクリーンな潜在表現のステップ間の変化の上限（相対 L2）です。小さいほど大モデルのクリップに近づきますが、遅くなります。</translation>
    </message>
    <message>
        <source>One-way</source>
        <translation>一方向</translation>
    </message>
    <message>
        <source>Verify: in the middle stage, the large model goes on until a check, every few steps, finds the small one near enough; then that one takes the rest of the stage. Each check costs a step of both models. One-way: the large model goes on until the clip that it predicts hardly changes from step to step; then the small one takes the rest of the stage. SRDiffusion: the same with that method&apos;s rule, by how the large model&apos;s velocity settles.</source>
        <translation>検証：中盤ステージでは、数ステップごとの確認で小モデルが十分に近いとわかるまで大モデルが続け、その後はステージの残りを小モデルが引き継ぎます。確認のたびに両モデル1ステップ分の計算が必要です。一方向：大モデルが予測するクリップがステップ間でほとんど変わらなくなるまで大モデルが続け、その後はステージの残りを小モデルが引き継ぎます。SRDiffusion：同じことを、大モデルの速度場の落ち着き方で決めるこの手法の規則で行います。</translation>
    </message>
    <message>
        <source>Verify: how far apart the two velocities may be for the small model to take over, as relative L2. Less is nearer to the large model&apos;s clip and slower.</source>
        <translation>検証：小モデルが引き継ぐ、2つの速度場の差の上限（相対 L2）です。小さいほど大モデルのクリップに近づきますが、遅くなります。</translation>
    </message>
    <message>
        <source>Verify: the first step of the middle stage is a check, and then every one after so many steps, until a check passes.</source>
        <translation>検証：中盤ステージの最初のステップで確認し、その後は合格するまでこのステップ数ごとに確認します。</translation>
    </message>
    <message>
        <source>Bound of the settling</source>
        <translation>落ち着きの許容値</translation>
    </message>
    <message>
        <source>SRDiffusion: the small model takes over after the first step in which the large model&apos;s velocity changes less than in the step before, by less than this. Less is nearer to the large model&apos;s clip and slower.</source>
        <translation>SRDiffusion：大モデルの速度場の変化が前のステップより小さくなり、その差がこの値を下回った最初のステップの後に小モデルが引き継ぎます。小さいほど大モデルのクリップに近づきますが、遅くなります。</translation>
    </message>
    <message>
        <source>The large model may return</source>
        <translation>大モデルに戻れる</translation>
    </message>
    <message>
        <source>Verify: checks go on while the small model takes the steps, one more of its steps apart after each that passes, and the large model returns after one that does not. Otherwise, the small model is not checked again once it has taken over.</source>
        <translation>検証：小モデルがステップを担当している間も確認を続け、合格するたびに間隔を1ステップ延ばし、不合格なら大モデルに戻ります。オフの場合、引き継いだ後の小モデルは確認されません。</translation>
    </message>
</context>
<context>
    <name>fb::ui::AboutDialog</name>
    <message>
        <source>About FlowBlending Studio</source>
        <translation>FlowBlending Studio について</translation>
    </message>
    <message>
        <source>Version %1 · Qt %2</source>
        <translation>バージョン %1 · Qt %2</translation>
    </message>
    <message>
        <source>About</source>
        <translation>概要</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>ライセンス</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>閉じる(&amp;C)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Turns a prompt into a video clip with two diffusion transformers on one sampling trajectory: the large one where it matters, early and late, and the small one in between.</source>
        <translation>2 つの拡散トランスフォーマーを 1 本のサンプリング軌道で使い、プロンプトから動画クリップを生成します。重要な序盤と終盤は大モデル、その間は小モデルが担当します。</translation>
    </message>
    <message>
        <source>The method: %1</source>
        <translation>手法: %1</translation>
    </message>
    <message>
        <source>It is built on LibTorch 2.11, FFmpeg’s libav libraries, Qt, QCustomPlot, SQLite and SentencePiece. Their licences are on the next page.</source>
        <translation>LibTorch 2.11、FFmpeg の libav ライブラリ、Qt、QCustomPlot、SQLite、SentencePiece を使用しています。各ライセンスは次のページにあります。</translation>
    </message>
    <message>
        <source>FlowBlending Studio’s own code is under the MIT licence.</source>
        <translation>FlowBlending Studio 自体のコードは MIT ライセンスです。</translation>
    </message>
</context>
<context>
    <name>fb::ui::Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編集(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>実行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>表示(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Models</source>
        <translation>モデル(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Generate</source>
        <translation>生成(&amp;G)</translation>
    </message>
    <message>
        <source>Add this request to the queue and start it</source>
        <translation>この内容をキューに追加して開始します</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>一時停止(&amp;P)</translation>
    </message>
    <message>
        <source>Pause the running clip after its current block; its steps are kept and the device is freed</source>
        <translation>実行中のクリップを現在のブロックで止め、完了したステップを残してデバイスを解放します</translation>
    </message>
    <message>
        <source>P&amp;robe</source>
        <translation>プローブ(&amp;R)</translation>
    </message>
    <message>
        <source>Run both models on every step to see where they differ</source>
        <translation>全ステップで両モデルを実行し、どこで差が出るかを調べます</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>比較(&amp;C)</translation>
    </message>
    <message>
        <source>Show two results side by side, as a wipe or as their difference</source>
        <translation>2 つの結果を並べて、ワイプで、または差分で表示します</translation>
    </message>
    <message>
        <source>Compare with &amp;large only</source>
        <translation>大モデルのみと比較(&amp;L)</translation>
    </message>
    <message>
        <source>Queue the same request with the large model on every step</source>
        <translation>同じ内容を全ステップ大モデルでキューに追加します</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>書き出し(&amp;E)…</translation>
    </message>
    <message>
        <source>Save the clip shown as a video, GIF or PNG sequence</source>
        <translation>表示中のクリップを動画、GIF、PNG 連番として保存します</translation>
    </message>
    <message>
        <source>&amp;Open clip…</source>
        <translation>クリップを開く(&amp;O)…</translation>
    </message>
    <message>
        <source>Show a clip file and load the settings stored in it</source>
        <translation>クリップファイルを表示し、中に保存された設定を読み込みます</translation>
    </message>
    <message>
        <source>Copy &amp;frame</source>
        <translation>フレームをコピー(&amp;F)</translation>
    </message>
    <message>
        <source>Copy the frame shown to the clipboard</source>
        <translation>表示中のフレームをクリップボードにコピーします</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>終了(&amp;Q)</translation>
    </message>
    <message>
        <source>Quit the Studio; a running clip can be continued later</source>
        <translation>Studio を終了します。実行中のクリップは後で続けられます</translation>
    </message>
    <message>
        <source>&amp;Models and pairs…</source>
        <translation>モデルとペア(&amp;M)…</translation>
    </message>
    <message>
        <source>Add checkpoints and build pairs from them</source>
        <translation>チェックポイントを追加してペアを作ります</translation>
    </message>
    <message>
        <source>Se&amp;ttings…</source>
        <translation>設定(&amp;T)…</translation>
    </message>
    <message>
        <source>Device, precision, folders, language and theme</source>
        <translation>デバイス、精度、フォルダー、言語、テーマ</translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation>レイアウトをリセット(&amp;R)</translation>
    </message>
    <message>
        <source>Move all panels back to their default places</source>
        <translation>すべてのパネルを最初の配置に戻します</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>フルスクリーン(&amp;F)</translation>
    </message>
    <message>
        <source>Fill the screen with the window</source>
        <translation>ウィンドウを画面いっぱいに表示します</translation>
    </message>
    <message>
        <source>How to use the Studio, and its keyboard shortcuts</source>
        <translation>Studio の使い方とキー操作</translation>
    </message>
    <message>
        <source>&amp;Log…</source>
        <translation>ログ(&amp;L)…</translation>
    </message>
    <message>
        <source>What the program has done, for bug reports</source>
        <translation>プログラムの動作記録（不具合報告用）</translation>
    </message>
    <message>
        <source>&amp;About FlowBlending Studio</source>
        <translation>FlowBlending Studio について(&amp;A)</translation>
    </message>
    <message>
        <source>Version and licences</source>
        <translation>バージョンとライセンス</translation>
    </message>
    <message>
        <source>Playbac&amp;k</source>
        <translation>再生(&amp;K)</translation>
    </message>
    <message>
        <source>Go on where the queue was paused</source>
        <translation>キューを一時停止したところから続けます</translation>
    </message>
    <message>
        <source>&amp;Skip</source>
        <translation>スキップ(&amp;S)</translation>
    </message>
    <message>
        <source>Go on with the next clip; the steps of the running one are kept, and it can be resumed</source>
        <translation>次のクリップに進みます。実行中のステップは保存され、再開できます</translation>
    </message>
    <message>
        <source>Discard the running clip and go on with the next one; this can be undone</source>
        <translation>実行中のクリップを破棄して次へ進みます。元に戻せます</translation>
    </message>
    <message>
        <source>Res&amp;ume</source>
        <translation>再開(&amp;U)</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>キャンセル(&amp;N)</translation>
    </message>
    <message>
        <source>Generate s&amp;everal</source>
        <translation>複数生成(&amp;E)</translation>
    </message>
    <message>
        <source>%1 seeds</source>
        <translation>%1 シード</translation>
    </message>
    <message>
        <source>Queue this request with its seed and those that follow it</source>
        <translation>この内容を、現在のシードとそれに続くシードでキューに追加します</translation>
    </message>
    <message>
        <source>&amp;Find boundaries…</source>
        <translation>境界を探す(&amp;F)…</translation>
    </message>
    <message>
        <source>Sample prompts with many boundaries, to find those that cost least and stay near the large model</source>
        <translation>多くの境界でプロンプトを生成し、計算量が少なく大モデルに近い境界を探します</translation>
    </message>
    <message>
        <source>&amp;Tour</source>
        <translation>ツアー(&amp;T)</translation>
    </message>
    <message>
        <source>Three places of the window, explained</source>
        <translation>ウィンドウの 3 か所を説明します</translation>
    </message>
    <message>
        <source>&amp;Import a profile…</source>
        <translation>プロファイルを読み込む(&amp;I)…</translation>
    </message>
    <message>
        <source>Add a file of divergence profiles to what is kept of this pair and these settings</source>
        <translation>乖離プロファイルのファイルを、このペアと設定の記録に加えます</translation>
    </message>
    <message>
        <source>E&amp;xport the profile…</source>
        <translation>プロファイルを書き出す(&amp;X)…</translation>
    </message>
    <message>
        <source>Save what probes have found about this pair and these settings, for other machines</source>
        <translation>このペアと設定についてプローブで得た結果を、ほかのマシンのために保存します</translation>
    </message>
    <message>
        <source>&amp;Report a problem…</source>
        <translation>問題を報告(&amp;R)…</translation>
    </message>
    <message>
        <source>Copy what a report needs: versions, devices and the newest lines of the log</source>
        <translation>報告に必要なバージョン、デバイス、ログの最新の行をコピーします</translation>
    </message>
    <message>
        <source>Search the &amp;history</source>
        <translation>履歴を検索(&amp;H)</translation>
    </message>
    <message>
        <source>Find finished clips by prompt, name or tag</source>
        <translation>完成したクリップをプロンプト、名前、タグで探します</translation>
    </message>
    <message>
        <source>Queue clips from a &amp;list…</source>
        <translation>リストのクリップをキューに追加(&amp;L)…</translation>
    </message>
    <message>
        <source>Add a clip for each line of a text file or table</source>
        <translation>テキストファイルや表の 1 行につき 1 つのクリップを追加します</translation>
    </message>
</context>
<context>
    <name>fb::ui::BoundaryControl</name>
    <message>
        <source>Early stage of the large model, in steps</source>
        <translation>大モデルの序盤ステージ（ステップ数）</translation>
    </message>
    <message>
        <source>Early stage of the large model, share of the steps</source>
        <translation>大モデルの序盤ステージ（割合）</translation>
    </message>
    <message>
        <source>The early stage settles structure and motion. A longer one stays closer to the large model; a shorter one is faster.</source>
        <translation>序盤ステージで構図と動きが決まります。長いほど大モデルに近く、短いほど速くなります。</translation>
    </message>
    <message>
        <source>Late stage of the large model, in steps</source>
        <translation>大モデルの終盤ステージ（ステップ数）</translation>
    </message>
    <message>
        <source>Late stage of the large model, share of the steps</source>
        <translation>大モデルの終盤ステージ（割合）</translation>
    </message>
    <message>
        <source>The late stage adds fine detail. Here the models differ again.</source>
        <translation>終盤ステージで細部が仕上がります。ここで再び両モデルの差が出ます。</translation>
    </message>
    <message>
        <source>Large &amp;until</source>
        <translation>大モデルの序盤(&amp;U)</translation>
    </message>
    <message>
        <source>Large again f&amp;or the last</source>
        <translation>大モデルの終盤(&amp;O)</translation>
    </message>
    <message>
        <source>Early</source>
        <translation>序盤</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>終盤</translation>
    </message>
</context>
<context>
    <name>fb::ui::BoundaryModel</name>
    <message>
        <source>No candidate: the small model would have no step, or it is not in the grid</source>
        <translation>候補なし: 小モデルのステップがないか、グリッドに含まれていません</translation>
    </message>
    <message>
        <source>%1: not measured yet</source>
        <translation>%1: 未測定</translation>
    </message>
    <message>
        <source>%1: distance %2 so far</source>
        <translation>%1: これまでの距離 %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Large until %1</source>
        <translation>%1 まで大モデル</translation>
    </message>
    <message>
        <source>Large again for the last %1</source>
        <translation>最後の %1 は再び大モデル</translation>
    </message>
</context>
<context>
    <name>fb::ui::BranchLine</name>
    <message>
        <source>Continues &quot;%1&quot; from step %2; changes before it have no effect</source>
        <translation>「%1」をステップ %2 から続けます。それより前の変更は反映されません</translation>
    </message>
    <message>
        <source>The first %1 steps are those of that clip. The boundaries after them, solver and guidance can be changed; prompt, seed, size and number of steps must stay.</source>
        <translation>最初の %1 ステップはそのクリップのものです。その後の境界、ソルバー、ガイダンスは変えられます。プロンプト、シード、サイズ、ステップ数は変えられません。</translation>
    </message>
    <message>
        <source>Remove the branch</source>
        <translation>分岐を取り消す</translation>
    </message>
    <message>
        <source>Compute the whole clip instead</source>
        <translation>代わりにクリップ全体を計算します</translation>
    </message>
</context>
<context>
    <name>fb::ui::BranchMarkers</name>
    <message>
        <source>Branch after step %1 of %2</source>
        <translation>%2 ステップ中 %1 の後で分岐</translation>
    </message>
    <message>
        <source>Branch from here: the next clip takes over the first %1 steps of this one, and only the rest is computed</source>
        <translation>ここから分岐: 次のクリップはこのクリップの最初の %1 ステップを引き継ぎ、残りだけを計算します</translation>
    </message>
</context>
<context>
    <name>fb::ui::BranchPresenter</name>
    <message>
        <source>Change what comes after step %1 and press Generate.</source>
        <translation>ステップ %1 より後を変更して、生成を押してください。</translation>
    </message>
    <message>
        <source>Remove the branch</source>
        <comment>undo</comment>
        <translation>分岐の取り消し</translation>
    </message>
    <message>
        <source>Branch from a clip</source>
        <comment>undo</comment>
        <translation>クリップからの分岐</translation>
    </message>
</context>
<context>
    <name>fb::ui::BranchWords</name>
    <message>
        <source>The folder of this run no longer exists, so its steps cannot be continued.</source>
        <translation>この実行のフォルダーがもうないため、ステップを続けられません。</translation>
    </message>
    <message>
        <source>This run keeps no state to continue from. Settings › Folders says how many are kept and how much space they may use.</source>
        <translation>この実行には、続きの起点になる状態が残っていません。残す数と使える容量は「設定 › フォルダー」で決まります。</translation>
    </message>
</context>
<context>
    <name>fb::ui::CalibrationOffer</name>
    <message>
        <source>Calibrate</source>
        <translation>較正</translation>
    </message>
    <message>
        <source>Calibrate the models for MagCache</source>
        <translation>MagCache 用にモデルを較正</translation>
    </message>
    <message>
        <source>Samples a whole trajectory with each model, as a run of the queue, and keeps what it measures. Other runs are not affected.</source>
        <translation>キューの実行として各モデルで軌道全体をサンプリングし、測定結果を保存します。ほかの実行には影響しません。</translation>
    </message>
    <message>
        <source>The models are being measured, or will be: see the queue.</source>
        <translation>モデルは測定中か、測定待ちです。キューをご覧ください。</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) of each model</source>
        <translation>
            <numerusform>各モデル %n ステップ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) of one model</source>
        <translation>
            <numerusform>1 つのモデルで %n ステップ</numerusform>
        </translation>
    </message>
    <message>
        <source>Calibrating measures them once, for all later runs: %1, %2.</source>
        <comment>steps, time</comment>
        <translation>較正で一度測れば、以後のすべての実行に使えます: %1、%2。</translation>
    </message>
</context>
<context>
    <name>fb::ui::ClipWords</name>
    <message>
        <source>%1 · seed %2</source>
        <comment>LSL 40/20, 4189</comment>
        <translation>%1 · シード %2</translation>
    </message>
    <message>
        <source>settings damaged</source>
        <translation>設定が破損</translation>
    </message>
</context>
<context>
    <name>fb::ui::CompareCanvas</name>
    <message>
        <source>Compared clips</source>
        <translation>比較するクリップ</translation>
    </message>
    <message>
        <source>A fills the left %1</source>
        <translation>A を左に %1 表示しています</translation>
    </message>
    <message>
        <source>Drag the divider, or move it with the arrow keys (Shift: faster)</source>
        <translation>仕切りをドラッグするか、矢印キーで動かします（Shift で速く）</translation>
    </message>
    <message>
        <source>%1 is shown</source>
        <translation>%1 を表示中</translation>
    </message>
    <message>
        <source>Drag the image, or move it with the arrow keys (Shift: faster)</source>
        <translation>画像をドラッグするか、矢印キーで動かします（Shift で速く）</translation>
    </message>
</context>
<context>
    <name>fb::ui::ComparePresenter</name>
    <message>
        <source>Compare</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>%1 (large only)</source>
        <translation>%1（大モデルのみ）</translation>
    </message>
    <message numerus="yes">
        <source>Comparison of %n clip(s)</source>
        <translation>
            <numerusform>%n 個のクリップの比較</numerusform>
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
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>再生</translation>
    </message>
    <message>
        <source>One frame back</source>
        <translation>1 フレーム戻る</translation>
    </message>
    <message>
        <source>One frame forward</source>
        <translation>1 フレーム進む</translation>
    </message>
    <message>
        <source>Play in a loop</source>
        <translation>ループ再生</translation>
    </message>
    <message>
        <source>Start over at the end</source>
        <translation>最後まで行ったら最初から繰り返す</translation>
    </message>
    <message>
        <source>Pause all clips (Space or K)</source>
        <translation>すべてのクリップを一時停止（スペースまたは K）</translation>
    </message>
    <message>
        <source>Play all clips together (Space; J backwards, L faster)</source>
        <translation>すべてのクリップを同時に再生（スペース、J で逆再生、L で速く）</translation>
    </message>
    <message>
        <source>One frame back in all clips (,)</source>
        <translation>すべてのクリップを 1 フレーム戻す (,)</translation>
    </message>
    <message>
        <source>One frame forward in all clips (.)</source>
        <translation>すべてのクリップを 1 フレーム進める (.)</translation>
    </message>
    <message>
        <source>Frame of all clips</source>
        <translation>すべてのクリップのフレーム</translation>
    </message>
</context>
<context>
    <name>fb::ui::CompareView</name>
    <message>
        <source>Untitled clip</source>
        <translation>無題のクリップ</translation>
    </message>
    <message>
        <source>Choose two results above.
They play together here, frame by frame.</source>
        <translation>上で 2 つの結果を選んでください。
ここでフレームを揃えて同時に再生します。</translation>
    </message>
    <message>
        <source>Choose a clip for A to compare it with B.</source>
        <translation>B と比較する A のクリップを選んでください。</translation>
    </message>
    <message>
        <source>Choose a clip for B to compare it with A.</source>
        <translation>A と比較する B のクリップを選んでください。</translation>
    </message>
    <message>
        <source>Choose a result…</source>
        <translation>結果を選択…</translation>
    </message>
    <message>
        <source>Choose one of the finished runs</source>
        <translation>完了した実行から 1 つ選びます</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>The settings of one clip are unknown</source>
        <translation>一方のクリップの設定が不明です</translation>
    </message>
    <message>
        <source>The settings are the same</source>
        <translation>設定は同じです</translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s) differ</source>
        <translation>
            <numerusform>%n 個の設定が異なります</numerusform>
        </translation>
    </message>
    <message>
        <source>measuring…</source>
        <translation>測定中…</translation>
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
        <translation>A と B を入れ替え</translation>
    </message>
    <message>
        <source>&amp;Side by side</source>
        <translation>並べて表示(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Wipe</source>
        <translation>ワイプ(&amp;W)</translation>
    </message>
    <message>
        <source>A to the left of a divider that you can drag, B to the right</source>
        <translation>ドラッグできる仕切りの左に A、右に B を表示します</translation>
    </message>
    <message>
        <source>The difference at each pixel; black means identical</source>
        <translation>各ピクセルの差。黒は同じ</translation>
    </message>
    <message>
        <source>Amplification of the difference</source>
        <translation>差分の増幅率</translation>
    </message>
    <message>
        <source>×%1</source>
        <translation>×%1</translation>
    </message>
    <message>
        <source>Compare with large only</source>
        <translation>大モデルのみと比較</translation>
    </message>
    <message>
        <source>Queues A&apos;s run again with the large model on every step, to show what the small model costs in quality</source>
        <translation>A を全ステップ大モデルでもう一度キューに追加し、小モデルの分担が品質に与える影響を調べます</translation>
    </message>
    <message>
        <source>Peak signal-to-noise ratio; higher is closer, 100 dB means identical</source>
        <translation>ピーク信号対雑音比。高いほど近く、100 dB は同じ</translation>
    </message>
    <message>
        <source>Settings that differ</source>
        <translation>異なる設定</translation>
    </message>
    <message>
        <source>How many times brighter the difference is shown</source>
        <translation>差分を何倍の明るさで表示するか</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <translation>%1 — %2</translation>
    </message>
    <message>
        <source>Sh&amp;ow %1</source>
        <translation>%1 を表示(&amp;O)</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>%1 を表示</translation>
    </message>
    <message>
        <source>different sizes</source>
        <translation>サイズが異なります</translation>
    </message>
    <message>
        <source>SSIM to A</source>
        <translation>A との SSIM</translation>
    </message>
    <message>
        <source>PSNR to A, dB</source>
        <translation>A との PSNR、dB</translation>
    </message>
    <message>
        <source>All clips in full, side by side</source>
        <translation>すべてのクリップ全体を並べて表示します</translation>
    </message>
    <message>
        <source>Diff&amp;erence</source>
        <translation>差分(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Flicker</source>
        <translation>切り替え(&amp;F)</translation>
    </message>
    <message>
        <source>The clips in turn at one place: F shows the next one, H shows it while you hold the key</source>
        <translation>クリップを同じ場所に順に表示します。F で次へ、H は押している間だけ次を表示します</translation>
    </message>
    <message>
        <source>The next clip at the same place (F); hold H to see it for a moment</source>
        <translation>同じ場所に次のクリップを表示します (F)。H を押している間だけ見ることもできます</translation>
    </message>
    <message>
        <source>&amp;Zoom</source>
        <translation>ズーム(&amp;Z)</translation>
    </message>
    <message>
        <source>Zoom of all clips</source>
        <translation>すべてのクリップのズーム</translation>
    </message>
    <message>
        <source>All clips show the same part: turn the wheel or press + and − to zoom, 0 to fit</source>
        <translation>すべてのクリップが同じ部分を表示します。ホイールまたは + と − でズーム、0 で合わせます</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>合わせる</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>書き出し(&amp;X)…</translation>
    </message>
    <message>
        <source>Export the comparison</source>
        <translation>比較を書き出す</translation>
    </message>
    <message>
        <source>Saves the clips side by side as one video, each below its label</source>
        <translation>クリップを並べて 1 本の動画に保存し、それぞれの上にラベルを付けます</translation>
    </message>
    <message>
        <source>Clip %1</source>
        <translation>クリップ %1</translation>
    </message>
    <message>
        <source>Compare another clip</source>
        <translation>クリップをもう一つ比較</translation>
    </message>
    <message>
        <source>Compare another clip, up to four</source>
        <translation>クリップをもう一つ比較します（四つまで）</translation>
    </message>
    <message>
        <source>Remove the last clip</source>
        <translation>最後のクリップを外す</translation>
    </message>
    <message>
        <source>Remove the last clip from the comparison</source>
        <translation>最後のクリップを比較から外します</translation>
    </message>
    <message>
        <source>Compare with lar&amp;ge only</source>
        <translation>大モデルのみと比較(&amp;G)</translation>
    </message>
    <message>
        <source>%1 without the steps taken over</source>
        <translation>引き継いだステップを除いて %1</translation>
    </message>
    <message>
        <source>%1 less time than A</source>
        <translation>A より時間 %1 減</translation>
    </message>
    <message>
        <source>%1 more time than A</source>
        <translation>A より時間 %1 増</translation>
    </message>
    <message>
        <source>%1 fewer FLOPs than large only</source>
        <translation>大モデルのみより FLOPs %1 減</translation>
    </message>
    <message>
        <source>%1 more FLOPs than large only</source>
        <translation>大モデルのみより FLOPs %1 増</translation>
    </message>
    <message>
        <source>SSIM to A %1</source>
        <translation>A との SSIM %1</translation>
    </message>
    <message>
        <source>%1 has %2</source>
        <comment>B has 17 frames</comment>
        <translation>%1 は %2</translation>
    </message>
    <message>
        <source>%1 is %2 and is shown in A&apos;s size, %3; clips of different sizes are not measured.</source>
        <translation>%1 は %2 で、A のサイズ %3 で表示されます。サイズの異なるクリップは測定されません。</translation>
    </message>
    <message>
        <source>%1: the first %2 are compared.</source>
        <translation>%1: 先頭の %2 を比較します。</translation>
    </message>
    <message>
        <source>All play at A&apos;s %1 frames per second.</source>
        <translation>すべて A の毎秒 %1 フレームで再生します。</translation>
    </message>
    <message>
        <source>Wipe and difference show A and B only.</source>
        <translation>ワイプと差分は A と B だけを表示します。</translation>
    </message>
    <message>
        <source>Structural similarity; 1 means identical. Click to go to a frame</source>
        <translation>構造的類似度。1 は同じ。クリックするとそのフレームを表示します</translation>
    </message>
    <message>
        <source>%1 with comparing the models</source>
        <translation>%1（モデルの比較を含む）</translation>
    </message>
    <message>
        <source>%1 times the time of A</source>
        <comment>11.5</comment>
        <translation>A の %1 倍の時間</translation>
    </message>
</context>
<context>
    <name>fb::ui::ComponentCard</name>
    <message>
        <source>%1 billion parameters</source>
        <translation>%1B パラメータ</translation>
    </message>
    <message>
        <source>%1 million parameters</source>
        <translation>%1M パラメータ</translation>
    </message>
    <message>
        <source>%1 parameters</source>
        <translation>%1 パラメータ</translation>
    </message>
    <message>
        <source>&quot;Where to get them&quot; below lists the files that can be used.</source>
        <translation>使用できるファイルは、下の「入手先」に記載しています。</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ほか %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Tokenizer</source>
        <translation>トークナイザー</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Remove %1 from the list</source>
        <translation>%1 をリストから外す</translation>
    </message>
    <message>
        <source>Removes it from this list; the file is not deleted</source>
        <translation>このリストから外します。ファイルはそのまま残ります</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>Details of %1</source>
        <translation>%1 の詳細</translation>
    </message>
    <message>
        <source>Sizes, and tensors that are missing or unexpected</source>
        <translation>サイズと、不足または余分なテンソル</translation>
    </message>
    <message>
        <source>Inspecting %1…</source>
        <translation>%1 を調べています…</translation>
    </message>
    <message>
        <source>%1 layout</source>
        <translation>%1 形式</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>不足</translation>
    </message>
    <message>
        <source>Unexpected</source>
        <translation>想定外</translation>
    </message>
    <message>
        <source>Wrong shape</source>
        <translation>形状の不一致</translation>
    </message>
    <message>
        <source>Sizes</source>
        <translation>サイズ</translation>
    </message>
    <message numerus="yes">
        <source>%n tensor(s) missing</source>
        <translation>
            <numerusform>不足テンソル %n 個</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unexpected</source>
        <translation>
            <numerusform>想定外 %n 個</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with the wrong shape</source>
        <translation>
            <numerusform>形状の不一致 %n 個</numerusform>
        </translation>
    </message>
    <message>
        <source>This cannot be used: %1. Download it again, or add all of its files.</source>
        <translation>使用できません: %1。ダウンロードし直すか、必要なファイルをすべて追加してください。</translation>
    </message>
    <message>
        <source>Transformer and VAE in one</source>
        <translation>トランスフォーマーと VAE の一体型</translation>
    </message>
    <message>
        <source>Not a part of a pair: add it in the prompt panel, under LoRAs.</source>
        <translation>ペアの一部ではありません。プロンプトパネルの LoRA で追加してください。</translation>
    </message>
</context>
<context>
    <name>fb::ui::ContactSheet</name>
    <message>
        <source>Pro&amp;mpt</source>
        <translation>プロンプト(&amp;M)</translation>
    </message>
    <message>
        <source>Prompt whose clips are shown</source>
        <translation>クリップを表示するプロンプト</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Play the clips together</source>
        <translation>クリップを同時に再生</translation>
    </message>
    <message>
        <source>Frame of the clips</source>
        <translation>クリップのフレーム</translation>
    </message>
    <message>
        <source>Large model alone</source>
        <translation>大モデルのみ</translation>
    </message>
    <message>
        <source>Small model alone</source>
        <translation>小モデルのみ</translation>
    </message>
    <message>
        <source>No clip</source>
        <translation>クリップなし</translation>
    </message>
    <message>
        <source>Not decoded</source>
        <translation>未デコード</translation>
    </message>
</context>
<context>
    <name>fb::ui::CostWords</name>
    <message numerus="yes">
        <source>Large on all %n step(s)</source>
        <translation>
            <numerusform>全 %n ステップを大モデルで実行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Small on all %n step(s)</source>
        <translation>
            <numerusform>全 %n ステップを小モデルで実行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Large %1 of %n step(s)</source>
        <translation>
            <numerusform>%n ステップ中 %1 を大モデルで実行</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 fewer FLOPs</source>
        <translation>FLOPs %1 減</translation>
    </message>
    <message>
        <source>%1 more FLOPs</source>
        <translation>FLOPs %1 増</translation>
    </message>
    <message>
        <source>about %1 instead of %2</source>
        <comment>41 s and 1:03</comment>
        <translation>約 %1（大モデルのみ: %2）</translation>
    </message>
    <message>
        <source>about %1</source>
        <comment>1:03</comment>
        <translation>約 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) taken over</source>
        <translation>
            <numerusform>%n ステップを引き継ぎ</numerusform>
        </translation>
    </message>
    <message>
        <source>with comparing</source>
        <translation>比較を含む</translation>
    </message>
    <message>
        <source>if the guard lets the small model go on</source>
        <translation>ガードが小モデルに続行を許した場合</translation>
    </message>
    <message>
        <source>sameness about %1</source>
        <translation>一致度 約 %1</translation>
    </message>
</context>
<context>
    <name>fb::ui::CropField</name>
    <message>
        <source>Keeps %1 of %2 pixels.</source>
        <translation>%2 ピクセルのうち %1 を残します。</translation>
    </message>
    <message>
        <source>Of %1 pixels, this shape leaves only %2. Choose another one.</source>
        <translation>この比率では %1 ピクセルのうち %2 しか残りません。別の比率を選んでください。</translation>
    </message>
    <message>
        <source>%1 across, %2 down</source>
        <translation>左から %1、上から %2</translation>
    </message>
    <message>
        <source>The whole picture</source>
        <translation>画面全体</translation>
    </message>
    <message>
        <source>Other shape</source>
        <translation>その他の比率</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>切り抜き</translation>
    </message>
    <message>
        <source>Keeps the largest part of this shape, before the clip is enlarged</source>
        <translation>拡大する前に、この比率でできるだけ広い範囲を残します</translation>
    </message>
    <message>
        <source>Width of the shape</source>
        <translation>比率の幅</translation>
    </message>
    <message>
        <source>Height of the shape</source>
        <translation>比率の高さ</translation>
    </message>
    <message>
        <source>Part of the picture that stays</source>
        <translation>残す範囲</translation>
    </message>
    <message>
        <source>Drag the frame, or move it with the arrow keys</source>
        <translation>枠をドラッグするか、矢印キーで動かします</translation>
    </message>
</context>
<context>
    <name>fb::ui::CurveLegend</name>
    <message>
        <source>relative L2</source>
        <translation>相対 L2</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>コサイン</translation>
    </message>
    <message>
        <source>probe band</source>
        <translation>プローブ帯</translation>
    </message>
    <message>
        <source>Legend of the plot</source>
        <translation>グラフの凡例</translation>
    </message>
    <message>
        <source>Solid line with filled circles: relative L2. Dashed line with open circles: cosine distance. Shaded band: range of the last probes.</source>
        <translation>塗りつぶし丸の実線: 相対 L2。白丸の破線: コサイン距離。網掛けの帯: 直近のプローブの範囲。</translation>
    </message>
    <message>
        <source>Relative L2: length of the difference between the two models&apos; velocities, relative to the large one&apos;s.
Cosine: how far their directions differ.
Probe band: range of the last probes.</source>
        <translation>相対 L2: 両モデルの速度の差の長さを、大モデルの速度の長さで割った値。
コサイン: 向きの違い。
プローブ帯: 直近のプローブの範囲。</translation>
    </message>
    <message>
        <source>Solid line with filled circles: cosine distance. Dashed line with open circles: relative L2. Shaded band: range of the last probes.</source>
        <translation>塗りつぶし丸の実線: コサイン距離。白丸の破線: 相対 L2。網掛けの帯: 直近のプローブの範囲。</translation>
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
        <translation>序盤 %1%</translation>
    </message>
    <message>
        <source>late %1 %</source>
        <translation>終盤 %1%</translation>
    </message>
    <message>
        <source>now</source>
        <translation>現在</translation>
    </message>
    <message>
        <source>Probe to see where the two models differ</source>
        <translation>プローブを実行すると、両モデルの差が出る箇所がわかります</translation>
    </message>
    <message>
        <source>step</source>
        <translation>ステップ</translation>
    </message>
    <message>
        <source>Save as P&amp;NG…</source>
        <translation>PNG で保存(&amp;N)…</translation>
    </message>
    <message>
        <source>Save as P&amp;DF…</source>
        <translation>PDF で保存(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Reset zoom</source>
        <translation>ズームをリセット(&amp;R)</translation>
    </message>
    <message>
        <source>Save the plot</source>
        <translation>グラフを保存</translation>
    </message>
    <message>
        <source>Saved %1.</source>
        <translation>%1 を保存しました。</translation>
    </message>
    <message>
        <source>%1 could not be written; choose another place.</source>
        <translation>%1 に書き込めません。別の場所を選んでください。</translation>
    </message>
    <message>
        <source>Stage boundaries over the velocity divergence</source>
        <translation>速度乖離のグラフ上のステージ境界</translation>
    </message>
    <message>
        <source>rel. L2</source>
        <translation>相対 L2</translation>
    </message>
    <message>
        <source>noise</source>
        <translation>ノイズ</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>コサイン</translation>
    </message>
    <message>
        <source>The running step is past this boundary, so it can no longer move.</source>
        <translation>この境界は実行中のステップより前にあるため、動かせません。</translation>
    </message>
    <message>
        <source>Drag to move the boundary, or press the arrow keys. Esc cancels a drag.</source>
        <translation>ドラッグするか矢印キーで境界を動かします。Esc でドラッグを取り消します。</translation>
    </message>
    <message>
        <source>The large model runs the shaded steps labelled LARGE, the small one those labelled SMALL. Scroll to zoom; double-click to see everything.</source>
        <translation>網掛けの「大」は大モデル、「小」は小モデルが担当するステップです。ホイールで拡大縮小、ダブルクリックで全体表示。</translation>
    </message>
    <message>
        <source>Step %1, large model
Noise level %2
Relative L2 %3
Cosine distance %4</source>
        <translation>ステップ %1、大モデル
ノイズレベル %2
相対 L2 %3
コサイン距離 %4</translation>
    </message>
    <message>
        <source>Step %1, small model
Noise level %2
Relative L2 %3
Cosine distance %4</source>
        <translation>ステップ %1、小モデル
ノイズレベル %2
相対 L2 %3
コサイン距離 %4</translation>
    </message>
    <message>
        <source>Save the curves as C&amp;SV…</source>
        <translation>曲線を CSV で保存(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Copy image</source>
        <translation>画像をコピー(&amp;C)</translation>
    </message>
    <message>
        <source>The plot was copied to the clipboard.</source>
        <translation>グラフをクリップボードにコピーしました。</translation>
    </message>
    <message>
        <source>Copy c&amp;urves as CSV</source>
        <translation>曲線を CSV でコピー(&amp;U)</translation>
    </message>
    <message>
        <source>The curves were copied to the clipboard.</source>
        <translation>曲線をクリップボードにコピーしました。</translation>
    </message>
    <message>
        <source>Large until step %1 of %2, small until %3, large to the end</source>
        <translation>%2 ステップ中 %1 まで大、%3 まで小、最後まで大</translation>
    </message>
    <message>
        <source>Large on all %1 steps</source>
        <translation>全 %1 ステップ大モデル</translation>
    </message>
    <message>
        <source>Small on all %1 steps</source>
        <translation>全 %1 ステップ小モデル</translation>
    </message>
    <message>
        <source>Large until step %1 of %2, small to the end</source>
        <translation>%2 ステップ中 %1 まで大、最後まで小</translation>
    </message>
    <message>
        <source>Small until step %1 of %2, large to the end</source>
        <translation>%2 ステップ中 %1 まで小、最後まで大</translation>
    </message>
    <message>
        <source>%1. The early boundary is selected.</source>
        <translation>%1。序盤の境界を動かします。</translation>
    </message>
    <message>
        <source>%1. The late boundary is selected.</source>
        <translation>%1。終盤の境界を動かします。</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>per cent</comment>
        <translation>%1%</translation>
    </message>
    <message>
        <source>This boundary is within the steps that are taken over, so it cannot move.</source>
        <translation>この境界は引き継いだステップの中にあるため、動かせません。</translation>
    </message>
    <message>
        <source>Conditional velocities, without guidance</source>
        <translation>条件付きの速度 (ガイダンスなし)</translation>
    </message>
    <message>
        <source>Dist&amp;ance</source>
        <translation>距離(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Import a profile…</source>
        <translation>プロファイルを読み込む(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Export the profile…</source>
        <translation>プロファイルを書き出す(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Relative L2, guided velocities</source>
        <translation>相対 L2、ガイド付きの速度(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Cosine, guided velocities</source>
        <translation>コサイン、ガイド付きの速度(&amp;C)</translation>
    </message>
    <message>
        <source>Re&amp;lative L2, conditional velocities</source>
        <translation>相対 L2、条件付きの速度(&amp;L)</translation>
    </message>
    <message>
        <source>C&amp;osine, conditional velocities</source>
        <translation>コサイン、条件付きの速度(&amp;O)</translation>
    </message>
    <message>
        <source>Drag: wider is faster, narrower is more like the large model</source>
        <translation>ドラッグ：広げると速く、狭めると大モデルに近づきます</translation>
    </message>
</context>
<context>
    <name>fb::ui::DocumentOpener</name>
    <message>
        <source>Open a clip</source>
        <translation>クリップを開く</translation>
    </message>
    <message>
        <source>Clips (*.mp4 *.webm *.mov *.gif *.png);;All files (*)</source>
        <translation>クリップ (*.mp4 *.webm *.mov *.gif *.png);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>%1 contains no settings; only the clip is shown.</source>
        <translation>%1 に設定は含まれていません。表示のみ行います。</translation>
    </message>
    <message>
        <source>Settings loaded from %1.</source>
        <translation>%1 から設定を読み込みました。</translation>
    </message>
    <message>
        <source>Another program left a prompt in %1: %2</source>
        <translation>%1 に別のプログラムのプロンプトがあります: %2</translation>
    </message>
    <message>
        <source>Use its prompt</source>
        <translation>このプロンプトを使う</translation>
    </message>
    <message>
        <source>Queue clips from a list</source>
        <translation>リストのクリップをキューに追加</translation>
    </message>
    <message>
        <source>Lists of prompts (*.txt *.csv *.tsv)</source>
        <translation>プロンプトのリスト (*.txt *.csv *.tsv)</translation>
    </message>
    <message>
        <source>%1 lists %2 clips; the queue takes up to %3 at once. Divide the list.</source>
        <translation>%1 には %2 件のクリップがあります。キューに一度に追加できるのは %3 件までです。リストを分けてください。</translation>
    </message>
    <message numerus="yes">
        <source>%1 lists %n clip(s).</source>
        <translation>
            <numerusform>%1 には %n 件のクリップがあります。</numerusform>
        </translation>
    </message>
    <message>
        <source>Add to the queue</source>
        <translation>キューに追加</translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s) were added to the queue.</source>
        <translation>
            <numerusform>%n 件のクリップをキューに追加しました。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fb::ui::EditBar</name>
    <message>
        <source>Editing in the queue: %1</source>
        <translation>キュー内を編集中: %1</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>The queued run gets these settings and keeps its place</source>
        <translation>キュー内の実行にこの設定を適用します。順番は変わりません</translation>
    </message>
    <message>
        <source>Save the queued run</source>
        <translation>キュー内の実行を保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Leave the queued run as it is</source>
        <translation>キュー内の実行をそのままにします</translation>
    </message>
    <message>
        <source>Cancel editing</source>
        <translation>編集をキャンセル</translation>
    </message>
</context>
<context>
    <name>fb::ui::EditPresenter</name>
    <message>
        <source>Steps are done</source>
        <translation>完了したステップがあります</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) of this run are done. With other settings, it starts from the beginning.</source>
        <translation>
            <numerusform>この実行では %n ステップが完了しています。設定を変えると最初からやり直します。</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Save and start over</source>
        <translation>保存して最初から(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Keep the steps</source>
        <translation>ステップを残す(&amp;K)</translation>
    </message>
    <message>
        <source>The queued run is changed.</source>
        <translation>キュー内の実行を変更しました。</translation>
    </message>
</context>
<context>
    <name>fb::ui::EngineHost</name>
    <message>
        <source>The engine %1 was not found next to the program. Reinstall the program.</source>
        <translation>エンジン %1 がプログラムと同じ場所に見つかりません。プログラムを再インストールしてください。</translation>
    </message>
    <message>
        <source>The engine %1 cannot be opened: %2</source>
        <translation>エンジン %1 を開けません: %2</translation>
    </message>
    <message>
        <source>The engine %1 has version %2, but the program has version %3. Reinstall the program.</source>
        <translation>エンジン %1 はバージョン %2、プログラムはバージョン %3 です。プログラムを再インストールしてください。</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>不明</translation>
    </message>
</context>
<context>
    <name>fb::ui::ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>書き出し</translation>
    </message>
    <message>
        <source>F&amp;ile</source>
        <translation>ファイル(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>参照(&amp;B)…</translation>
    </message>
    <message>
        <source>Cl&amp;ose</source>
        <translation>閉じる(&amp;O)</translation>
    </message>
    <message>
        <source>File to write</source>
        <translation>書き出すファイル</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>約 %1</translation>
    </message>
    <message>
        <source>Re&amp;place</source>
        <translation>置き換え(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>書き出し(&amp;E)</translation>
    </message>
    <message>
        <source>Folder for the frames</source>
        <translation>フレームの保存先フォルダー</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>書き出し先</translation>
    </message>
    <message>
        <source>%1 already exists. Press Replace to overwrite it, or choose another name.</source>
        <translation>%1 はすでに存在します。「置き換え」で上書きするか、別の名前を選んでください。</translation>
    </message>
    <message>
        <source>Crea&amp;te folder</source>
        <translation>フォルダーを作成(&amp;T)</translation>
    </message>
    <message>
        <source>The folder %1 does not exist. Press Create folder to make it, or choose another one.</source>
        <translation>フォルダー %1 はありません。「フォルダーを作成」で作るか、別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made; choose another one.</source>
        <translation>フォルダー %1 を作成できません。別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>First frame of the clip</source>
        <translation>クリップの最初のフレーム</translation>
    </message>
    <message>
        <source>Another export is going to write %1. Choose another name.</source>
        <translation>別の書き出しが %1 に書き込みます。別の名前を選んでください。</translation>
    </message>
    <message>
        <source>every frame is shown %1 times</source>
        <translation>各フレームが %1 回表示されます</translation>
    </message>
    <message>
        <source>1 of %1 frames is kept, the others are left out</source>
        <translation>%1 フレームごとに 1 フレームを残し、ほかは省きます</translation>
    </message>
    <message>
        <source>1 of %1 frames is left out</source>
        <translation>%1 フレームごとに 1 フレームを省きます</translation>
    </message>
    <message>
        <source>%1 of %2 frames are left out</source>
        <translation>%2 フレームごとに %1 フレームを省きます</translation>
    </message>
    <message>
        <source>frames are shown %1 or %2 times</source>
        <translation>フレームは %1 回または %2 回表示されます</translation>
    </message>
    <message>
        <source>every second frame is shown twice</source>
        <translation>1 つおきのフレームが 2 回表示されます</translation>
    </message>
    <message>
        <source>1 of %1 frames is shown twice</source>
        <translation>%1 フレームごとに 1 フレームが 2 回表示されます</translation>
    </message>
    <message>
        <source>%1 of %2 frames are shown twice</source>
        <translation>%2 フレームごとに %1 フレームが 2 回表示されます</translation>
    </message>
    <message>
        <source>The clip has %1 fps, so every frame stays as it is.</source>
        <translation>クリップは %1 fps なので、フレームはそのままです。</translation>
    </message>
    <message>
        <source>%1 → %2 fps</source>
        <translation>%1 → %2 fps</translation>
    </message>
    <message>
        <source>new frames are mixed from the two around their time</source>
        <translation>新しいフレームは前後の 2 フレームを混ぜて作られます</translation>
    </message>
    <message>
        <source>some frames are shown more than once</source>
        <translation>一部のフレームが複数回表示されます</translation>
    </message>
    <message>
        <source>some frames are left out</source>
        <translation>一部のフレームを省きます</translation>
    </message>
    <message>
        <source>Copied as it is.</source>
        <translation>そのままコピーされます。</translation>
    </message>
    <message>
        <source>Encoded as AAC.</source>
        <translation>AAC にエンコードされます。</translation>
    </message>
    <message>
        <source>Encoded as Opus.</source>
        <translation>Opus にエンコードされます。</translation>
    </message>
    <message>
        <source>Stored uncompressed.</source>
        <translation>無圧縮で保存されます。</translation>
    </message>
    <message>
        <source>Its length is not known: it is cut off after %1 s, or silence follows.</source>
        <translation>長さは不明です。%1 秒で切られるか、無音が続きます。</translation>
    </message>
    <message>
        <source>The first %1 of %2 s are used.</source>
        <translation>%2 秒のうち最初の %1 秒を使います。</translation>
    </message>
    <message>
        <source>After %1 s, %2 s of silence follow.</source>
        <translation>%1 秒のあとに %2 秒の無音が続きます。</translation>
    </message>
    <message>
        <source>It is as long as the clip.</source>
        <translation>クリップと同じ長さです。</translation>
    </message>
    <message>
        <source>Fol&amp;der</source>
        <translation>フォルダー(&amp;D)</translation>
    </message>
    <message>
        <source>Folder for the clips</source>
        <translation>クリップのフォルダー</translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s)</source>
        <translation>
            <numerusform>%n 個のクリップ</numerusform>
        </translation>
    </message>
    <message>
        <source>Named as in Settings › Saving: %1</source>
        <translation>設定 › 保存のとおりの名前: %1</translation>
    </message>
    <message>
        <source>Waiting for the disk to say what is at %1…</source>
        <translation>%1 の内容についてディスクの応答を待っています…</translation>
    </message>
</context>
<context>
    <name>fb::ui::ExportFields</name>
    <message>
        <source>MP4 · H.264, plays everywhere</source>
        <translation>MP4 · H.264、どこでも再生可能</translation>
    </message>
    <message>
        <source>MP4 · H.265, smaller</source>
        <translation>MP4 · H.265、より小さい</translation>
    </message>
    <message>
        <source>MP4 · AV1, smallest</source>
        <translation>MP4 · AV1、最も小さい</translation>
    </message>
    <message>
        <source>WebM · VP9, for web pages</source>
        <translation>WebM · VP9、ウェブページ用</translation>
    </message>
    <message>
        <source>GIF, an animated image</source>
        <translation>GIF、アニメーション画像</translation>
    </message>
    <message>
        <source>PNG sequence, lossless</source>
        <translation>PNG 連番、無劣化</translation>
    </message>
    <message>
        <source>MOV · ProRes, for editing</source>
        <translation>MOV · ProRes、編集用</translation>
    </message>
    <message>
        <source>Pre&amp;set</source>
        <translation>プリセット(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>形式(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Quality</source>
        <translation>品質(&amp;Q)</translation>
    </message>
    <message>
        <source>Si&amp;ze</source>
        <translation>サイズ(&amp;Z)</translation>
    </message>
    <message>
        <source>Frame r&amp;ate</source>
        <translation>フレームレート(&amp;A)</translation>
    </message>
    <message>
        <source>F&amp;rames</source>
        <translation>フレーム(&amp;R)</translation>
    </message>
    <message>
        <source>So&amp;und</source>
        <translation>音声(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Loops</source>
        <translation>ループ(&amp;L)</translation>
    </message>
    <message>
        <source>forever</source>
        <translation>無限</translation>
    </message>
    <message>
        <source>&amp;Keep the settings in the file</source>
        <translation>設定をファイルに埋め込む(&amp;K)</translation>
    </message>
    <message>
        <source>Prompt, seed and schedule are saved with the clip; drop the file on the window to load them again</source>
        <translation>プロンプト、シード、スケジュールをクリップに保存します。ウィンドウにドロップすると復元できます</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>品質</translation>
    </message>
    <message>
        <source>Higher looks better and makes a larger file</source>
        <translation>高いほど画質が良く、ファイルは大きくなります</translation>
    </message>
    <message>
        <source>Constant rate factor</source>
        <translation>固定レート係数</translation>
    </message>
    <message>
        <source>The encoder&apos;s own number for the quality: lower looks better and makes a larger file</source>
        <translation>エンコーダー固有の品質の値です。小さいほどきれいになり、ファイルは大きくなります</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Larger sizes are computed with a Lanczos filter</source>
        <translation>拡大には Lanczos フィルターを使います</translation>
    </message>
    <message>
        <source>As in the clip</source>
        <translation>クリップのまま</translation>
    </message>
    <message>
        <source>Repeat or leave out frames</source>
        <translation>フレームを繰り返すか省く</translation>
    </message>
    <message>
        <source>Blend frames</source>
        <translation>フレームを混ぜる</translation>
    </message>
    <message>
        <source>Frame rate</source>
        <translation>フレームレート</translation>
    </message>
    <message>
        <source>The clip lasts as long as before</source>
        <translation>クリップの長さは変わりません</translation>
    </message>
    <message>
        <source> fps</source>
        <translation> fps</translation>
    </message>
    <message>
        <source>Frames per second of the file</source>
        <translation>ファイルの毎秒フレーム数</translation>
    </message>
    <message>
        <source>First frame</source>
        <translation>最初のフレーム</translation>
    </message>
    <message>
        <source>Last frame</source>
        <translation>最後のフレーム</translation>
    </message>
    <message>
        <source>How often the GIF repeats</source>
        <translation>GIF の繰り返し回数</translation>
    </message>
    <message>
        <source>%1 (no encoder on this machine)</source>
        <translation>%1（このマシンにエンコーダーがありません）</translation>
    </message>
    <message>
        <source>Size li&amp;mit</source>
        <translation>サイズの上限(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Crop</source>
        <translation>切り抜き(&amp;C)</translation>
    </message>
    <message>
        <source>Pla&amp;y</source>
        <translation>再生(&amp;Y)</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>Largest size of the file</source>
        <translation>ファイルサイズの上限</translation>
    </message>
    <message>
        <source>If the file would be larger, its quality is lowered; that takes several encodings</source>
        <translation>ファイルがこれより大きくなる場合は品質を下げます。そのためエンコードを何回か行います</translation>
    </message>
</context>
<context>
    <name>fb::ui::ExportList</name>
    <message>
        <source>waiting</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>begins</source>
        <translation>開始しています</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>残り %1</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>保存しました</translation>
    </message>
    <message>
        <source>cancelled; no file was written</source>
        <translation>キャンセルしました。ファイルは書き込まれていません</translation>
    </message>
    <message>
        <source>Progress of %1</source>
        <translation>%1 の進行状況</translation>
    </message>
    <message>
        <source>Show %1 in its folder</source>
        <translation>%1 をフォルダーで表示</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>フォルダーで表示</translation>
    </message>
    <message>
        <source>Cancel the export of %1</source>
        <translation>%1 の書き出しをキャンセル</translation>
    </message>
    <message>
        <source>Cancel this export; no file is written</source>
        <translation>この書き出しをキャンセルします。ファイルは書き込まれません</translation>
    </message>
    <message>
        <source>Exports</source>
        <translation>書き出し</translation>
    </message>
    <message>
        <source>Clear fi&amp;nished</source>
        <translation>完了分を消去(&amp;N)</translation>
    </message>
    <message>
        <source>Takes exports that have ended off the list; their files stay</source>
        <translation>終わった書き出しを一覧から除きます。ファイルは残ります</translation>
    </message>
</context>
<context>
    <name>fb::ui::ExportPresenter</name>
    <message>
        <source>Saved %1.</source>
        <translation>%1 を保存しました。</translation>
    </message>
    <message>
        <source>The export to %1</source>
        <translation>%1 への書き出し</translation>
    </message>
    <message>
        <source>Exports are not finished</source>
        <translation>書き出しが終わっていません</translation>
    </message>
    <message numerus="yes">
        <source>%n export(s) are not finished. If you quit now, their files are not written.</source>
        <translation>
            <numerusform>%n 件の書き出しが終わっていません。今終了すると、ファイルは書き込まれません。</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Finish them, then quit</source>
        <translation>完了してから終了(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Cancel them and quit</source>
        <translation>キャンセルして終了(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Stay</source>
        <translation>終了しない(&amp;S)</translation>
    </message>
    <message numerus="yes">
        <source>The program ended before %n export(s) were finished: %1. Export them again.</source>
        <translation>
            <numerusform>%n 件の書き出しが終わる前にプログラムが終了しました: %1。もう一度書き出してください。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fb::ui::ExportPresetBar</name>
    <message>
        <source>Custom</source>
        <translation>カスタム</translation>
    </message>
    <message>
        <source>Save export preset</source>
        <translation>書き出しプリセットを保存</translation>
    </message>
    <message>
        <source>Rename export preset</source>
        <translation>書き出しプリセットの名前を変更</translation>
    </message>
    <message>
        <source>Name of the preset:</source>
        <translation>プリセットの名前:</translation>
    </message>
    <message>
        <source>There is already a preset called &quot;%1&quot;. Replace it?</source>
        <translation>「%1」という名前のプリセットがすでにあります。置き換えますか?</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>置き換え(&amp;R)</translation>
    </message>
    <message>
        <source>There is already a preset called &quot;%1&quot;. Choose another name.</source>
        <translation>「%1」という名前のプリセットがすでにあります。別の名前を選んでください。</translation>
    </message>
    <message>
        <source>Delete export preset</source>
        <translation>書き出しプリセットを削除</translation>
    </message>
    <message>
        <source>Delete the preset &quot;%1&quot;? This cannot be undone.</source>
        <translation>プリセット「%1」を削除しますか? 元に戻せません。</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>削除(&amp;D)</translation>
    </message>
    <message>
        <source>Export preset</source>
        <translation>書き出しプリセット</translation>
    </message>
    <message>
        <source>Sets format, quality, size and frame rate at once</source>
        <translation>形式、品質、サイズ、フレームレートをまとめて設定します</translation>
    </message>
    <message>
        <source>Manage export presets</source>
        <translation>書き出しプリセットの管理</translation>
    </message>
    <message>
        <source>Save these values as a preset, rename or delete one</source>
        <translation>この値をプリセットとして保存、または名前の変更や削除</translation>
    </message>
    <message>
        <source>&amp;Save as preset…</source>
        <translation>プリセットとして保存(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Rename preset…</source>
        <translation>プリセットの名前を変更(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Delete preset…</source>
        <translation>プリセットを削除(&amp;D)…</translation>
    </message>
</context>
<context>
    <name>fb::ui::ExportPresetStore</name>
    <message>
        <source>Your export presets could not be read from %1, and the file cannot be moved. They will not be saved.</source>
        <translation>%1 から書き出しプリセットを読み込めず、ファイルを移動できません。プリセットは保存されません。</translation>
    </message>
    <message>
        <source>Your export presets could not be read from %1. The file was kept as %2, and a new one was started.</source>
        <translation>%1 から書き出しプリセットを読み込めませんでした。ファイルは %2 として残し、新しいファイルを作りました。</translation>
    </message>
</context>
<context>
    <name>fb::ui::ExportSession</name>
    <message>
        <source>The engine is not ready yet.</source>
        <translation>エンジンはまだ開いていません。</translation>
    </message>
    <message>
        <source>There is too little memory for this clip.</source>
        <translation>このクリップにはメモリが足りません。</translation>
    </message>
</context>
<context>
    <name>fb::ui::FileWords</name>
    <message>
        <source>%1 was saved by a newer version of this program. It is left untouched: what can be read of it is offered, and changes are not saved.</source>
        <translation>%1 は、このプログラムの新しいバージョンで保存されています。ファイルはそのまま残されます。読み込めた内容は使用できますが、変更は保存されません。</translation>
    </message>
</context>
<context>
    <name>fb::ui::FoldedFiles</name>
    <message>
        <source>%1: %2, incomplete</source>
        <translation>%1: %2（不完全）</translation>
    </message>
    <message numerus="yes">
        <source>%n LoRA(s)</source>
        <translation>
            <numerusform>LoRA %n 個</numerusform>
        </translation>
    </message>
    <message>
        <source>Not parts of a pair: add them in the prompt panel, under LoRAs</source>
        <translation>ペアの一部ではありません。プロンプトパネルの LoRA で追加してください</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) cannot be used</source>
        <translation>
            <numerusform>使用できないファイル %n 個</numerusform>
        </translation>
    </message>
    <message>
        <source>What each of them is, or what is wrong with it</source>
        <translation>それぞれが何か、または何が問題かを示します</translation>
    </message>
</context>
<context>
    <name>fb::ui::FolderEdit</name>
    <message>
        <source>Choose folder</source>
        <translation>フォルダーを選択</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>フォルダーを選択…</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>フォルダーを開く</translation>
    </message>
    <message>
        <source>Open the folder in the file manager</source>
        <translation>ファイルマネージャーでフォルダーを開きます</translation>
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
        <translation>計算量 (大モデルに対する割合)</translation>
    </message>
    <message>
        <source>Sameness</source>
        <translation>一致度</translation>
    </message>
    <message>
        <source>Work and sameness of the candidates</source>
        <translation>候補の計算量と一致度</translation>
    </message>
    <message>
        <source>Arrow keys choose a candidate, the cheapest first.</source>
        <translation>矢印キーで候補を選択します。計算量の少ない順です。</translation>
    </message>
</context>
<context>
    <name>fb::ui::FullScreenView</name>
    <message>
        <source>Clip in full screen</source>
        <translation>クリップを全画面表示</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>フレーム</translation>
    </message>
    <message>
        <source>Drag to go to a frame</source>
        <translation>ドラッグして任意のフレームへ移動</translation>
    </message>
</context>
<context>
    <name>fb::ui::GenerationSession</name>
    <message>
        <source>The engine is not ready yet.</source>
        <translation>エンジンはまだ開いていません。</translation>
    </message>
</context>
<context>
    <name>fb::ui::HelpWindow</name>
    <message>
        <source>Help</source>
        <translation>ヘルプ</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>ヘルプを検索</translation>
    </message>
    <message>
        <source>Lists the pages that contain this text; Enter goes to the next match</source>
        <translation>このテキストを含むページを表示します。Enter で次の箇所へ移動します</translation>
    </message>
    <message>
        <source>Help pages</source>
        <translation>ヘルプのページ</translation>
    </message>
    <message>
        <source>Help text</source>
        <translation>ヘルプの本文</translation>
    </message>
    <message>
        <source>No page contains this text.</source>
        <translation>このテキストを含むページはありません。</translation>
    </message>
</context>
<context>
    <name>fb::ui::HistoryBadge</name>
    <message>
        <source>History · %1</source>
        <translation>履歴 · %1</translation>
    </message>
    <message>
        <source>History</source>
        <translation>履歴</translation>
    </message>
</context>
<context>
    <name>fb::ui::HistoryModel</name>
    <message>
        <source>reference · %1</source>
        <translation>基準 · %1</translation>
    </message>
    <message>
        <source>Reference: the large model alone</source>
        <translation>基準：大モデルのみ</translation>
    </message>
    <message>
        <source>SSIM to its reference, the clip of the large model alone: %1 (1: the same)</source>
        <translation>基準（大モデルのみのクリップ）との SSIM：%1（1 は同一）</translation>
    </message>
    <message>
        <source>SSIM to LLL %1 · %2</source>
        <comment>0.952, LSL 40/20</comment>
        <translation>LLL との SSIM %1 · %2</translation>
    </message>
</context>
<context>
    <name>fb::ui::HistoryPanel</name>
    <message>
        <source>Search prompts and names</source>
        <translation>プロンプトと名前を検索</translation>
    </message>
    <message>
        <source>Search the history</source>
        <translation>履歴を検索</translation>
    </message>
    <message>
        <source>History</source>
        <translation>履歴</translation>
    </message>
    <message>
        <source>Restore the deleted clips</source>
        <translation>削除したクリップを残します</translation>
    </message>
    <message>
        <source>Finished clips appear here.
Double-click one to load its settings.</source>
        <translation>完成したクリップはここに並びます。
ダブルクリックすると設定を呼び戻せます。</translation>
    </message>
    <message>
        <source>No clip matches &quot;%1&quot;.</source>
        <translation>「%1」に一致するクリップはありません。</translation>
    </message>
    <message>
        <source>&amp;Load settings</source>
        <translation>設定を読み込む(&amp;L)</translation>
    </message>
    <message>
        <source>Re-run with other &amp;boundaries</source>
        <translation>境界を変えて再実行(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Open clip</source>
        <translation>クリップを開く(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>書き出し(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>比較(&amp;C)</translation>
    </message>
    <message>
        <source>Show in &amp;folder</source>
        <translation>フォルダーで表示(&amp;F)</translation>
    </message>
    <message>
        <source>Copy &amp;seed</source>
        <translation>シードをコピー(&amp;S)</translation>
    </message>
    <message>
        <source>Copy &amp;prompt</source>
        <translation>プロンプトをコピー(&amp;P)</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>名前を変更(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>削除(&amp;D)</translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s) deleted</source>
        <translation>
            <numerusform>%n 個のクリップを削除しました</numerusform>
        </translation>
    </message>
    <message>
        <source>Starred clips only</source>
        <translation>スター付きのクリップのみ</translation>
    </message>
    <message>
        <source>Show only the clips that have a star. Click a clip&apos;s star, or press S, to set it</source>
        <translation>スター付きのクリップだけを表示します。クリップの星をクリックするか S キーで付けられます</translation>
    </message>
    <message>
        <source>Large images</source>
        <translation>大きな画像</translation>
    </message>
    <message>
        <source>Show large images side by side instead of a list</source>
        <translation>一覧の代わりに大きな画像を並べて表示します</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>No clip has a star yet.
Click the star of a clip, or press S on it.</source>
        <translation>スター付きのクリップはまだありません。
クリップの星をクリックするか、選択して S キーを押してください。</translation>
    </message>
    <message>
        <source>Remove s&amp;tar</source>
        <translation>スターを外す(&amp;T)</translation>
    </message>
    <message>
        <source>S&amp;tar</source>
        <translation>スターを付ける(&amp;T)</translation>
    </message>
    <message>
        <source>Branch from th&amp;is clip</source>
        <translation>このクリップから分岐(&amp;I)</translation>
    </message>
    <message>
        <source>Looking for the steps that are kept…</source>
        <translation>保存されたステップを調べています…</translation>
    </message>
    <message>
        <source>A probe keeps no steps.</source>
        <translation>プローブはステップを残しません。</translation>
    </message>
    <message>
        <source>After step %1 of %2</source>
        <translation>%2 ステップ中 %1 の後</translation>
    </message>
    <message>
        <source>Make another clip that takes over the first steps of this one</source>
        <translation>このクリップの最初のステップを引き継ぐ別のクリップを作ります</translation>
    </message>
    <message>
        <source>probe · %1</source>
        <translation>プローブ · %1</translation>
    </message>
    <message>
        <source>Shows the clips whose prompt, name or tags contain every word</source>
        <translation>プロンプト、名前、タグのいずれかにすべての語を含むクリップを表示します</translation>
    </message>
    <message>
        <source>Filter the history</source>
        <translation>履歴を絞り込む</translation>
    </message>
    <message>
        <source>Show only the clips of one pair, schedule or tag</source>
        <translation>特定のペア、スケジュール、タグのクリップだけを表示します</translation>
    </message>
    <message>
        <source>No clip matches the filters.
The filter button above can clear them.</source>
        <translation>フィルターに一致するクリップはありません。
上のフィルターボタンで解除できます。</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Delete %n clip(s)</source>
        <translation>
            <numerusform>%n 個のクリップを削除(&amp;D)</numerusform>
        </translation>
    </message>
    <message>
        <source>Ta&amp;gs</source>
        <translation>タグ(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;New tag…</source>
        <translation>新しいタグ(&amp;N)…</translation>
    </message>
    <message>
        <source>Tag clips</source>
        <translation>クリップにタグを付ける</translation>
    </message>
    <message numerus="yes">
        <source>Tags for %n clip(s), separated by commas:</source>
        <translation>
            <numerusform>%n 個のクリップのタグ（コンマ区切り）:</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Pair</source>
        <translation>ペア(&amp;P)</translation>
    </message>
    <message>
        <source>All pairs</source>
        <translation>すべてのペア</translation>
    </message>
    <message>
        <source>&amp;Schedule</source>
        <translation>スケジュール(&amp;S)</translation>
    </message>
    <message>
        <source>All schedules</source>
        <translation>すべてのスケジュール</translation>
    </message>
    <message>
        <source>&amp;Tag</source>
        <translation>タグ(&amp;T)</translation>
    </message>
    <message>
        <source>All tags</source>
        <translation>すべてのタグ</translation>
    </message>
    <message>
        <source>&amp;Clear filters</source>
        <translation>フィルターを解除(&amp;C)</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Export %n clip(s)…</source>
        <translation>
            <numerusform>%n 個のクリップを書き出し(&amp;E)…</numerusform>
        </translation>
    </message>
    <message>
        <source>Two to four clips can be compared, and no probes.</source>
        <translation>比較できるのは二つから四つのクリップで、プローブは比較できません。</translation>
    </message>
    <message>
        <source>Show r&amp;un folder</source>
        <translation>実行データのフォルダーを表示(&amp;U)</translation>
    </message>
    <message>
        <source>Play &amp;video in another program</source>
        <translation>動画を別のプログラムで再生(&amp;V)</translation>
    </message>
    <message>
        <source>Cop&amp;y video</source>
        <translation>動画をコピー(&amp;Y)</translation>
    </message>
    <message>
        <source>This clip was not saved as a video by itself. Export makes one.</source>
        <translation>このクリップは動画として自動保存されていません。「書き出し」で作成できます。</translation>
    </message>
    <message numerus="yes">
        <source>Cop&amp;y %n video(s)</source>
        <translation>
            <numerusform>%n 本の動画をコピー(&amp;Y)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fb::ui::HistoryPresenter</name>
    <message>
        <source>Drag the stage boundaries and press Generate.</source>
        <translation>ステージ境界をドラッグして「生成」を押してください。</translation>
    </message>
    <message>
        <source>Settings loaded, with the seed locked: unlock it for another clip.</source>
        <translation>設定を読み込み、シードを固定しました。別のクリップを作るには錠を開けてください。</translation>
    </message>
    <message numerus="yes">
        <source>%n video(s) have been moved or changed since they were saved, among them %1. Put them back, or export the clips again.</source>
        <translation>
            <numerusform>%n 本の動画が、保存後に移動または変更されています(%1 など)。元の場所に戻すか、クリップをもう一度書き出してください。</numerusform>
        </translation>
    </message>
    <message>
        <source>The video %1 has been moved or changed since it was saved. Put it back, or export the clip again.</source>
        <translation>動画 %1 は、保存後に移動または変更されています。元の場所に戻すか、クリップをもう一度書き出してください。</translation>
    </message>
    <message numerus="yes">
        <source>%n video(s) copied; paste into a folder, a message or another program.</source>
        <translation>
            <numerusform>%n 本の動画をコピーしました。フォルダー、メッセージ、別のプログラムに貼り付けられます。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fb::ui::ImageFiles</name>
    <message>
        <source>This file does not exist. Remove the image, or put the file back.</source>
        <translation>このファイルが見つかりません。リストから外すか、ファイルを元の場所に戻してください。</translation>
    </message>
    <message>
        <source>This file cannot be read as an image: %1</source>
        <translation>このファイルは画像として読み込めません: %1</translation>
    </message>
    <message>
        <source>This file contains no image.</source>
        <translation>このファイルには画像が含まれていません。</translation>
    </message>
    <message>
        <source>it contains no pixels</source>
        <translation>ピクセルがありません</translation>
    </message>
    <message>
        <source>The image could not be saved as %1: %2</source>
        <translation>画像を %1 として保存できません: %2</translation>
    </message>
</context>
<context>
    <name>fb::ui::ImageList</name>
    <message>
        <source>The clip is now too short for the position of %1, so it was moved to the last frame.</source>
        <translation>クリップが %1 の位置より短くなったため、最後のフレームに移しました。</translation>
    </message>
    <message>
        <source>The images were left out: this pair makes clips from text only.</source>
        <translation>画像は使われません。このペアはテキストだけからクリップを作ります。</translation>
    </message>
    <message>
        <source>Only the first image was added: this pair accepts only one.</source>
        <translation>最初の画像だけを使います。このペアで使える画像は 1 枚までです。</translation>
    </message>
    <message>
        <source>An image cannot be placed at frame %1, so %2 was moved to the nearest possible frame.</source>
        <translation>クリップのフレーム %1 には画像を置けないため、%2 を最も近いフレームに移しました。</translation>
    </message>
    <message>
        <source>%1 is not an image. PNG, JPEG, WebP, BMP and TIFF files can be used.</source>
        <translation>%1 は画像ではありません。PNG、JPEG、WebP、BMP、TIFF ファイルを使用できます。</translation>
    </message>
    <message>
        <source>Choose the first frame</source>
        <translation>最初のフレームを選択</translation>
    </message>
    <message>
        <source>Choose images</source>
        <translation>画像を選択</translation>
    </message>
    <message>
        <source>Images (*.png *.jpg *.jpeg *.webp *.bmp *.tif *.tiff);;All files (*)</source>
        <translation>画像 (*.png *.jpg *.jpeg *.webp *.bmp *.tif *.tiff);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>There is no image on the clipboard.</source>
        <translation>クリップボードに画像がありません。</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Add an image</source>
        <translation>画像を追加</translation>
    </message>
    <message>
        <source>Choose images that the clip should pass through</source>
        <translation>クリップに通過させたい画像を選びます</translation>
    </message>
    <message>
        <source>Paste an image</source>
        <translation>画像を貼り付け</translation>
    </message>
    <message>
        <source>Add the copied image, such as a frame of a clip</source>
        <translation>最後にコピーした画像（クリップのフレームなど）を使います</translation>
    </message>
    <message>
        <source>Drop an image here, paste one, or choose a file</source>
        <translation>画像をここにドロップするか、貼り付けるか、ファイルを選んでください</translation>
    </message>
</context>
<context>
    <name>fb::ui::ImageRow</name>
    <message>
        <source>%1, %2 × %3</source>
        <translation>%1、%2 × %3</translation>
    </message>
    <message>
        <source>Image %1</source>
        <translation>画像 %1</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 を外す</translation>
    </message>
    <message>
        <source>The clip will no longer pass through it; the file is not deleted.</source>
        <translation>クリップはこの画像を通らなくなります。ファイルはそのまま残ります。</translation>
    </message>
    <message>
        <source>First frame</source>
        <translation>最初のフレーム</translation>
    </message>
    <message>
        <source>Last frame</source>
        <translation>最後のフレーム</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>フレーム</translation>
    </message>
    <message>
        <source>Position of %1 in the clip</source>
        <translation>クリップ内での %1 の位置</translation>
    </message>
    <message>
        <source>Where in the clip the image appears</source>
        <translation>クリップ内で画像を置く位置</translation>
    </message>
    <message>
        <source>Frame of %1</source>
        <translation>%1 のフレーム</translation>
    </message>
    <message>
        <source>The frame that shows the image: a multiple of %1.</source>
        <translation>画像が現れるフレーム。%1 の倍数です。</translation>
    </message>
    <message>
        <source> %</source>
        <comment>after the number of the strength</comment>
        <translation>&#xa0;%</translation>
    </message>
    <message>
        <source>Strength of %1</source>
        <translation>%1 の強度</translation>
    </message>
    <message>
        <source>100 % keeps the image as it is; lower values let the model change it.</source>
        <translation>100% では画像をそのまま保ちます。値を下げると、モデルが変える余地が増えます。</translation>
    </message>
    <message>
        <source>Problem with %1</source>
        <translation>%1 の問題</translation>
    </message>
</context>
<context>
    <name>fb::ui::InputSentences</name>
    <message>
        <source>large model</source>
        <translation>大モデル</translation>
    </message>
    <message>
        <source>small model</source>
        <translation>小モデル</translation>
    </message>
    <message>
        <source>text encoder</source>
        <translation>テキストエンコーダー</translation>
    </message>
    <message>
        <source>tokenizer</source>
        <translation>トークナイザー</translation>
    </message>
    <message>
        <source>VAE</source>
        <translation>VAE</translation>
    </message>
    <message>
        <source>image encoder</source>
        <translation>画像エンコーダー</translation>
    </message>
    <message>
        <source>latent upsampler</source>
        <translation>潜在アップサンプラー</translation>
    </message>
    <message>
        <source>image</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Changed since the run began: the settings in %1.</source>
        <translation>実行開始後に変更されました: %1 の設定。</translation>
    </message>
    <message>
        <source>No longer found: %1 (%2).</source>
        <translation>見つかりません: %1（%2）。</translation>
    </message>
    <message>
        <source>Changed since the run began: %1 (%2).</source>
        <translation>実行開始後に変更されました: %1（%2）。</translation>
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
        <translation>現在のファイルで続ける</translation>
    </message>
    <message>
        <source>Locate models…</source>
        <translation>モデルを探す…</translation>
    </message>
    <message>
        <source>Continue with other files?</source>
        <translation>別のファイルで続けますか？</translation>
    </message>
    <message>
        <source>%1

The clip will differ from the one that the run would have made.</source>
        <translation>%1

開始時に作られるはずだったものとは別のクリップになります。</translation>
    </message>
    <message>
        <source>&amp;Continue with the current files</source>
        <translation>現在のファイルで続ける(&amp;C)</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>キャンセル(&amp;N)</translation>
    </message>
    <message>
        <source>Locate models</source>
        <translation>モデルを探す</translation>
    </message>
    <message>
        <source>Looking for the models in %1…</source>
        <translation>%1 でモデルを探しています…</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot continue. %2 Put it back and continue the run from the queue.</source>
        <translation>「%1」を続けられません。%2 元の場所に戻し、キューから実行を続けてください。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot continue. %2</source>
        <translation>「%1」を続けられません。%2</translation>
    </message>
</context>
<context>
    <name>fb::ui::KeptFile</name>
    <message>
        <source>%1 cannot be read at the moment: %2. The file is left untouched and will be read as soon as possible; until then, changes are kept in memory.</source>
        <translation>%1 を今は読めません: %2。ファイルはそのまま残され、解消しだい読み込まれます。新しい内容はそれまでメモリに保持されます。</translation>
    </message>
    <message>
        <source>%1 cannot be written at the moment: %2. Changes are kept in memory and will be saved as soon as possible.</source>
        <translation>%1 を今は書き込めません: %2。新しい内容はメモリに保持され、解消しだい保存されます。</translation>
    </message>
</context>
<context>
    <name>fb::ui::LabPresenter</name>
    <message>
        <source>The boundaries are measured.</source>
        <translation>境界の測定が終わりました。</translation>
    </message>
    <message>
        <source>Finding boundaries</source>
        <translation>境界の探索</translation>
    </message>
    <message>
        <source>The boundaries could not be measured.</source>
        <translation>境界を測定できませんでした。</translation>
    </message>
    <message>
        <source>Choose measured boundaries</source>
        <comment>undo</comment>
        <translation>測定した境界を選択</translation>
    </message>
    <message>
        <source>Finding boundaries was interrupted. Everything measured is kept.</source>
        <translation>境界の探索が中断されました。測定結果はすべて残っています。</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>続ける</translation>
    </message>
</context>
<context>
    <name>fb::ui::LabWindow</name>
    <message>
        <source>Clip %1 of %2</source>
        <translation>クリップ %1 / %2</translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>ステップ %1 / %2</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>残り %1</translation>
    </message>
    <message>
        <source>Waits for the clip that is being generated.</source>
        <translation>生成中のクリップを待っています。</translation>
    </message>
    <message>
        <source>%1. The queue waits.</source>
        <translation>%1。キューは待機中です。</translation>
    </message>
    <message>
        <source>Pausing after the current block; everything is kept.</source>
        <translation>現在のブロックの後に一時停止します。すべて保持されます。</translation>
    </message>
    <message>
        <source>Pau&amp;se</source>
        <translation>一時停止(&amp;S)</translation>
    </message>
    <message>
        <source>C&amp;ontinue</source>
        <translation>続ける(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>開始(&amp;S)</translation>
    </message>
    <message>
        <source>Everything measured is kept; it can be continued at any time</source>
        <translation>測定結果は保持され、いつでも続けられます</translation>
    </message>
    <message>
        <source>Measure; the queue waits meanwhile</source>
        <translation>測定します。その間キューは待機します</translation>
    </message>
    <message>
        <source>Find Boundaries</source>
        <translation>境界を探す</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>測定</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Progress of the measurement</source>
        <translation>測定の進行状況</translation>
    </message>
    <message>
        <source>Clips are being compared again</source>
        <translation>クリップを再比較しています</translation>
    </message>
    <message>
        <source>decoding</source>
        <translation>デコード中</translation>
    </message>
</context>
<context>
    <name>fb::ui::LogViewer</name>
    <message>
        <source>The report was copied to the clipboard.</source>
        <translation>レポートをクリップボードにコピーしました。</translation>
    </message>
    <message>
        <source>Save the log</source>
        <translation>ログを保存</translation>
    </message>
    <message>
        <source>Text files (*.txt *.log)</source>
        <translation>テキストファイル (*.txt *.log)</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 に書き込めません: %2</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>%1 として保存しました。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s)</source>
        <translation>
            <numerusform>%Ln 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Log</source>
        <translation>ログ</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>表示(&amp;S)</translation>
    </message>
    <message>
        <source>All messages</source>
        <translation>すべてのメッセージ</translation>
    </message>
    <message>
        <source>All except debug messages</source>
        <translation>デバッグ以外</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>警告とエラー</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>Lowest level shown</source>
        <translation>表示する最低レベル</translation>
    </message>
    <message>
        <source>Hides less important messages</source>
        <translation>重要度の低いメッセージを隠します</translation>
    </message>
    <message>
        <source>Search the log</source>
        <translation>ログを検索</translation>
    </message>
    <message>
        <source>Shows only the lines that contain this text</source>
        <translation>このテキストを含む行だけを表示します</translation>
    </message>
    <message>
        <source>&amp;Follow</source>
        <translation>追従(&amp;F)</translation>
    </message>
    <message>
        <source>Keeps the newest line in view</source>
        <translation>常に最新の行を表示します</translation>
    </message>
    <message>
        <source>Log lines</source>
        <translation>ログの行</translation>
    </message>
    <message>
        <source>Copy for &amp;bug report</source>
        <translation>不具合報告用にコピー(&amp;B)</translation>
    </message>
    <message>
        <source>Copies version, system, devices and the last 200 lines; read it before you send it</source>
        <translation>バージョン、システム、デバイスと直近 200 行をコピーします。送る前に内容をご確認ください</translation>
    </message>
    <message>
        <source>Sa&amp;ve…</source>
        <translation>保存(&amp;V)…</translation>
    </message>
    <message>
        <source>Writes the same report to a text file</source>
        <translation>同じレポートをテキストファイルに保存します</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>閉じる(&amp;C)</translation>
    </message>
    <message>
        <source>Include &amp;prompts</source>
        <translation>プロンプトを含める(&amp;P)</translation>
    </message>
    <message>
        <source>Include prompts in the report</source>
        <translation>報告にプロンプトを含める</translation>
    </message>
    <message>
        <source>Adds your newest prompts to the report. Without this, prompts are also taken out of its lines.</source>
        <translation>最新のプロンプトを報告に加えます。オフの場合、報告の各行からもプロンプトが取り除かれます。</translation>
    </message>
    <message>
        <source>&amp;Copy the lines chosen</source>
        <translation>選択した行をコピー(&amp;C)</translation>
    </message>
</context>
<context>
    <name>fb::ui::LoraList</name>
    <message>
        <source>Choose LoRAs</source>
        <translation>LoRA を選ぶ</translation>
    </message>
    <message>
        <source>LoRAs (*.safetensors);;All files (*)</source>
        <translation>LoRA (*.safetensors);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>LoRAs</source>
        <translation>LoRA</translation>
    </message>
    <message>
        <source>Add a LoRA</source>
        <translation>LoRA を追加</translation>
    </message>
    <message>
        <source>Choose files that change one of the models, such as a style or fewer steps</source>
        <translation>スタイルやステップ数の削減など、どちらかのモデルを変えるファイルを選びます</translation>
    </message>
    <message>
        <source>Drop LoRAs here</source>
        <translation>ここに LoRA をドロップ</translation>
    </message>
</context>
<context>
    <name>fb::ui::LoraRow</name>
    <message>
        <source>%1: %2 of %3 layers</source>
        <translation>%1: %3 層中 %2 層</translation>
    </message>
    <message>
        <source>rank %1</source>
        <translation>ランク %1</translation>
    </message>
    <message>
        <source>alpha %1</source>
        <translation>アルファ %1</translation>
    </message>
    <message>
        <source>no alpha: scale 1</source>
        <translation>アルファなし: 倍率 1</translation>
    </message>
    <message>
        <source>Layers that the model does not have:</source>
        <translation>モデルにない層:</translation>
    </message>
    <message>
        <source>LoRA %1</source>
        <translation>LoRA %1</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 を外す</translation>
    </message>
    <message>
        <source>The models will no longer use it; the file is not deleted.</source>
        <translation>モデルは使わなくなります。ファイルは削除されません。</translation>
    </message>
    <message>
        <source>Target of %1</source>
        <translation>%1 の対象</translation>
    </message>
    <message>
        <source>The model that it changes; early and late stage: the large model, in that stage only</source>
        <translation>変更するモデル。前半と後半の段階は、その段階の大モデルだけです</translation>
    </message>
    <message>
        <source>Strength of %1</source>
        <translation>%1 の強度</translation>
    </message>
    <message>
        <source>How strongly it changes the model: 1 as it was trained, 0 not at all</source>
        <translation>モデルを変える強さ: 1 は学習時のまま、0 は変更なし</translation>
    </message>
    <message>
        <source>What %1 does</source>
        <translation>%1 の働き</translation>
    </message>
    <message>
        <source>%1 of them in the text encoder</source>
        <translation>うち %1 層はテキストエンコーダー</translation>
    </message>
</context>
<context>
    <name>fb::ui::MainWindow</name>
    <message>
        <source>The engine</source>
        <translation>エンジン</translation>
    </message>
    <message>
        <source>FlowBlending Studio</source>
        <translation>FlowBlending Studio</translation>
    </message>
    <message>
        <source>Pair of models</source>
        <translation>モデルのペア</translation>
    </message>
    <message>
        <source>The large and the small model that share the sampling</source>
        <translation>サンプリングを分担する大モデルと小モデル</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>プロンプト</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>キュー</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>ステージ</translation>
    </message>
    <message>
        <source>Pa&amp;ir</source>
        <translation>ペア(&amp;I)</translation>
    </message>
    <message>
        <source>More toolbar buttons</source>
        <translation>ツールバーの続き</translation>
    </message>
    <message>
        <source>The queue and history can be saved again.</source>
        <translation>キューと履歴は再び保存されています。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>%1 can be saved again.</source>
        <translation>%1 は再び保存されています。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; follows the settings of its folder: %2. Models › Models and pairs also lists them.</source>
        <translation>「%1」はフォルダーの設定に従います: %2。「モデル › モデルとペア」にも表示されます。</translation>
    </message>
    <message>
        <source>The program ended unexpectedly last time: %1. Queue and history are kept.</source>
        <translation>前回、プログラムが予期せず終了しました: %1。キューと履歴は残っています。</translation>
    </message>
    <message>
        <source>The preset &quot;%1&quot; was deleted.</source>
        <translation>プリセット「%1」を削除しました。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>%1 holds no presets that this version can read.</source>
        <translation>%1 には、このバージョンで読み込めるプリセットがありません。</translation>
    </message>
    <message>
        <source>Presets added: %1</source>
        <translation>追加したプリセット: %1</translation>
    </message>
</context>
<context>
    <name>fb::ui::MemoryBar</name>
    <message>
        <source>Memory for the next run</source>
        <translation>次の実行が使うメモリ</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>エンコード</translation>
    </message>
    <message>
        <source>Early</source>
        <translation>序盤</translation>
    </message>
    <message>
        <source>Middle</source>
        <translation>中盤</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>終盤</translation>
    </message>
    <message>
        <source>Decoding</source>
        <translation>デコード</translation>
    </message>
    <message>
        <source>Next run on %1: %2 of %3 available</source>
        <translation>%1 での次の実行: %3 のうち %2 を使用できます</translation>
    </message>
    <message>
        <source>%1 used by other programs</source>
        <translation>%1 は他のプログラムが使用中です</translation>
    </message>
    <message>
        <source>%1: %2, weights %3</source>
        <translation>%1: %2（重み %3）</translation>
    </message>
    <message>
        <source>Frames are decoded in tiles, because they do not fit whole</source>
        <translation>フレームは全体では収まらないため、タイルに分けてデコードします</translation>
    </message>
    <message>
        <source>Streamed: %1 of %2 blocks of the %3 stay on the device</source>
        <translation>ストリーミング（%3）: %2 ブロック中 %1 がデバイスに残ります</translation>
    </message>
    <message>
        <source>large model</source>
        <translation>大きいモデル</translation>
    </message>
    <message>
        <source>small model</source>
        <translation>小さいモデル</translation>
    </message>
    <message>
        <source>text encoder</source>
        <translation>テキストエンコーダー</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>プレビュー</translation>
    </message>
    <message>
        <source>%1: %2 as measured, weights %3</source>
        <translation>%1: 実測 %2（重み %3）</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Upsampling</source>
        <translation>アップサンプリング</translation>
    </message>
    <message>
        <source>Next run does not fit: %1 of %2</source>
        <translation>次の実行は収まりません: %1 / %2</translation>
    </message>
    <message>
        <source>Next run: %1 of %2, streamed</source>
        <translation>次の実行: %1 / %2、ストリーミング</translation>
    </message>
    <message>
        <source>Next run: %1 of %2</source>
        <translation>次の実行: %1 / %2</translation>
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
        <translation>実測</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>重み</translation>
    </message>
    <message>
        <source>working memory</source>
        <translation>作業用メモリ</translation>
    </message>
    <message>
        <source>other programs</source>
        <translation>ほかのプログラム</translation>
    </message>
    <message>
        <source>limit: %1</source>
        <translation>上限: %1</translation>
    </message>
</context>
<context>
    <name>fb::ui::ModelsPage</name>
    <message>
        <source>Models and pairs</source>
        <translation>モデルとペア</translation>
    </message>
    <message>
        <source>&amp;Pairs</source>
        <translation>ペア(&amp;P)</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>ペア</translation>
    </message>
    <message>
        <source>Double-click a pair to use it</source>
        <translation>ダブルクリックでペアを使用します</translation>
    </message>
    <message>
        <source>For&amp;get</source>
        <translation>リストから外す(&amp;G)</translation>
    </message>
    <message>
        <source>Forget this pair</source>
        <translation>このペアをリストから外す</translation>
    </message>
    <message>
        <source>Removes the pair from this list; its files are not deleted</source>
        <translation>ペアをリストから外します。ファイルはそのまま残ります</translation>
    </message>
    <message>
        <source>Use this pair</source>
        <translation>このペアを使用</translation>
    </message>
    <message>
        <source>The next runs will use it</source>
        <translation>次の実行からこのペアを使います</translation>
    </message>
    <message>
        <source>Model files</source>
        <translation>モデルファイル</translation>
    </message>
    <message>
        <source>Add &amp;files…</source>
        <translation>ファイルを追加(&amp;F)…</translation>
    </message>
    <message>
        <source>Add model files</source>
        <translation>モデルファイルを追加</translation>
    </message>
    <message>
        <source>Checkpoints (.safetensors, .gguf), their indexes, tokenizers, or pair documents (.json)</source>
        <translation>チェックポイント (.safetensors、.gguf)、そのインデックス、トークナイザー、ペア定義 (.json)</translation>
    </message>
    <message>
        <source>Add fol&amp;der…</source>
        <translation>フォルダーを追加(&amp;D)…</translation>
    </message>
    <message>
        <source>Add a folder of models</source>
        <translation>モデルのフォルダーを追加</translation>
    </message>
    <message>
        <source>A downloaded repository; its subfolders are searched too</source>
        <translation>ダウンロードしたリポジトリ。サブフォルダーも検索します</translation>
    </message>
    <message>
        <source>Build a pair</source>
        <translation>ペアを作成</translation>
    </message>
    <message>
        <source>&amp;Where to get them</source>
        <translation>入手先(&amp;W)</translation>
    </message>
    <message>
        <source>Where to get model files</source>
        <translation>モデルファイルの入手先</translation>
    </message>
    <message>
        <source>Lists the public repositories and the files needed from them</source>
        <translation>公開リポジトリと、必要なファイルを示します</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>&amp;Use this pair</source>
        <translation>このペアを使用(&amp;U)</translation>
    </message>
    <message>
        <source>Comes with the program; small enough for any machine.</source>
        <translation>プログラムに付属。どのマシンでも動く小ささです。</translation>
    </message>
    <message>
        <source>Drop to add them</source>
        <translation>ここで放すと追加します</translation>
    </message>
    <message>
        <source>Drop checkpoints here, or a whole downloaded folder.
Each is recognised by its content, not its name.</source>
        <translation>チェックポイント、またはダウンロードしたフォルダーをここにドロップしてください。
名前ではなく内容で判別します。</translation>
    </message>
    <message>
        <source>%1 was added to the list of pairs.</source>
        <translation>%1 をペアのリストに追加しました。</translation>
    </message>
    <message>
        <source>Models and pairs (*.safetensors *.gguf *.json *.model);;All files (*)</source>
        <translation>モデルとペア (*.safetensors *.gguf *.json *.model);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Large: %1</source>
        <translation>大: %1</translation>
    </message>
    <message>
        <source>Small: %1</source>
        <translation>小: %1</translation>
    </message>
    <message>
        <source>Text encoder: %1</source>
        <translation>テキストエンコーダー: %1</translation>
    </message>
    <message>
        <source>Tokenizer: %1</source>
        <translation>トークナイザー: %1</translation>
    </message>
    <message>
        <source>VAE: inside the model</source>
        <translation>VAE: モデルに内蔵</translation>
    </message>
    <message>
        <source>VAE: %1</source>
        <translation>VAE: %1</translation>
    </message>
    <message>
        <source>Image encoder: %1</source>
        <translation>画像エンコーダー: %1</translation>
    </message>
    <message>
        <source>Latent upsampler: %1</source>
        <translation>潜在アップサンプラー: %1</translation>
    </message>
    <message>
        <source>Settings of its folder: %1</source>
        <translation>フォルダーの設定: %1</translation>
    </message>
    <message>
        <source>Watch a folder of models</source>
        <translation>モデルのフォルダーを監視</translation>
    </message>
</context>
<context>
    <name>fb::ui::NoticeBar</name>
    <message>
        <source>Dismiss</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>fb::ui::OpenFolder</name>
    <message>
        <source>Folder</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>No program on this machine can open the folder. It is:
%1</source>
        <translation>このコンピューターにはフォルダーを開けるプログラムがありません。場所:
%1</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>動画</translation>
    </message>
    <message>
        <source>No program on this machine can play the video. It is:
%1</source>
        <translation>このコンピューターには動画を再生できるプログラムがありません。場所:
%1</translation>
    </message>
</context>
<context>
    <name>fb::ui::PairBuilder</name>
    <message>
        <source>&amp;Large model</source>
        <translation>大モデル(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Small model</source>
        <translation>小モデル(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Text encoder</source>
        <translation>テキストエンコーダー(&amp;T)</translation>
    </message>
    <message>
        <source>T&amp;okenizer</source>
        <translation>トークナイザー(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;VAE</source>
        <translation>VAE(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名前(&amp;N)</translation>
    </message>
    <message>
        <source>Large model</source>
        <translation>大モデル</translation>
    </message>
    <message>
        <source>Runs the first and the last steps, where the two models differ most</source>
        <translation>両モデルの差が最も大きい最初と最後のステップを担当します</translation>
    </message>
    <message>
        <source>Small model</source>
        <translation>小モデル</translation>
    </message>
    <message>
        <source>Runs the steps in between; must be of the same family as the large one</source>
        <translation>その間のステップを担当します。大モデルと同じ系列のもの</translation>
    </message>
    <message>
        <source>Text encoder</source>
        <translation>テキストエンコーダー</translation>
    </message>
    <message>
        <source>Encodes the prompt for both models</source>
        <translation>プロンプトを両モデルが読める形に変換します</translation>
    </message>
    <message>
        <source>Tokenizer</source>
        <translation>トークナイザー</translation>
    </message>
    <message>
        <source>Splits the prompt into tokens; some single-file text encoders include it</source>
        <translation>プロンプトを分割します。単一ファイルのテキストエンコーダーには内蔵されていることがあります</translation>
    </message>
    <message>
        <source>VAE</source>
        <translation>VAE</translation>
    </message>
    <message>
        <source>Turns the finished latents into frames</source>
        <translation>完成した潜在表現をフレームに変換します</translation>
    </message>
    <message>
        <source>Name of the pair</source>
        <translation>ペアの名前</translation>
    </message>
    <message>
        <source>The name shown in the list of pairs</source>
        <translation>この名前でリストに表示されます</translation>
    </message>
    <message>
        <source>Build the pair</source>
        <translation>ペアを作成</translation>
    </message>
    <message>
        <source>Checks that the parts fit together and saves them as a pair</source>
        <translation>各部品の整合性を確認し、ペアとして記憶します</translation>
    </message>
    <message>
        <source>none added yet</source>
        <translation>未追加</translation>
    </message>
    <message>
        <source>a large model</source>
        <translation>大モデル</translation>
    </message>
    <message>
        <source>a small model</source>
        <translation>小モデル</translation>
    </message>
    <message>
        <source>a text encoder</source>
        <translation>テキストエンコーダー</translation>
    </message>
    <message>
        <source>a tokenizer</source>
        <translation>トークナイザー</translation>
    </message>
    <message>
        <source>a VAE</source>
        <translation>VAE</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>確認中…</translation>
    </message>
    <message>
        <source>&amp;Build pair</source>
        <translation>ペアを作成(&amp;B)</translation>
    </message>
    <message>
        <source>Still missing: %1.</source>
        <translation>追加が必要: %1。</translation>
    </message>
    <message>
        <source>The large and the small model are the same; add a second transformer.</source>
        <translation>大モデルと小モデルが同じです。別のトランスフォーマーを追加してください。</translation>
    </message>
    <message>
        <source>The parts are checked against each other before the pair is saved.</source>
        <translation>ペアを保存する前に、部品同士の整合性を確認します。</translation>
    </message>
    <message>
        <source>&amp;Image encoder</source>
        <translation>画像エンコーダー(&amp;I)</translation>
    </message>
    <message>
        <source>Image encoder</source>
        <translation>画像エンコーダー</translation>
    </message>
    <message>
        <source>Reads the image that an image-to-video model starts from</source>
        <translation>画像から動画を作るモデルの、起点となる画像を読み取ります</translation>
    </message>
    <message>
        <source>an image encoder</source>
        <translation>画像エンコーダー</translation>
    </message>
    <message>
        <source>Latent upsa&amp;mpler</source>
        <translation>潜在アップサンプラー(&amp;M)</translation>
    </message>
    <message>
        <source>Latent upsampler</source>
        <translation>潜在アップサンプラー</translation>
    </message>
    <message>
        <source>Lets a run sample at half size first and refine at full size; optional</source>
        <translation>まず半分のサイズでサンプリングし、その後で元のサイズに仕上げられるようにします。なくてもペアは動きます</translation>
    </message>
    <message>
        <source>WAN 2.1 has no small image-to-video model, so this pair runs every step with the large model alone.</source>
        <translation>WAN 2.1 には画像から動画を作る小モデルがないため、このペアはすべてのステップを大モデルだけで実行します。</translation>
    </message>
</context>
<context>
    <name>fb::ui::PairListModel</name>
    <message>
        <source>Comes with the program; small enough for any machine</source>
        <translation>プログラムに付属。どのマシンでも動く小ささです</translation>
    </message>
</context>
<context>
    <name>fb::ui::PaperWords</name>
    <message>
        <source>Proposed for a sameness of %1</source>
        <translation>一致度 %1 に対する提案</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>規則</translation>
    </message>
    <message>
        <source>boundaries</source>
        <translation>境界</translation>
    </message>
    <message>
        <source>work</source>
        <translation>計算量</translation>
    </message>
    <message>
        <source>sameness</source>
        <translation>一致度</translation>
    </message>
    <message>
        <source>90 % interval</source>
        <translation>90 % 区間</translation>
    </message>
    <message>
        <source>Sameness and work by the two stages</source>
        <translation>二つのステージごとの一致度と計算量</translation>
    </message>
    <message>
        <source>Columns: large until this share of the steps; rows: large again for the last.</source>
        <translation>列: このステップの割合まで大、行: 最後に再び大となる割合。</translation>
    </message>
    <message>
        <source>Sameness over work</source>
        <translation>計算量に対する一致度</translation>
    </message>
    <message>
        <source>Work, as a share of the large model&apos;s</source>
        <translation>計算量 (大モデルに対する割合)</translation>
    </message>
    <message>
        <source>Squares are rivals, from which nothing is proposed: the large model alone with fewer steps, or guarded runs.</source>
        <translation>四角は提案の対象にならない比較対象です: ステップを減らした大モデルのみ、またはガード付きの実行。</translation>
    </message>
    <message>
        <source>Clips</source>
        <translation>クリップ</translation>
    </message>
    <message>
        <source>All candidates</source>
        <translation>すべての候補</translation>
    </message>
    <message>
        <source>Sameness by each measure, and the mean distance.</source>
        <translation>各尺度による一致度と平均距離。</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>Settings and prompts</source>
        <translation>設定とプロンプト</translation>
    </message>
    <message>
        <source>Boundaries of %1</source>
        <translation>%1 の境界</translation>
    </message>
    <message numerus="yes">
        <source>Measured on %n prompt(s).</source>
        <translation>
            <numerusform>%n 個のプロンプトで測定しました。</numerusform>
        </translation>
    </message>
    <message>
        <source>Sameness by: %1. 1 is the large model&apos;s clip; 0 is as far from it as %2.</source>
        <translation>一致度の尺度: %1。1 は大モデルのクリップ、0 はそこから次と同じだけ離れています: %2。</translation>
    </message>
    <message>
        <source>Not all clips are decoded.</source>
        <translation>デコードされていないクリップがあります。</translation>
    </message>
</context>
<context>
    <name>fb::ui::PlayField</name>
    <message>
        <source>Forwards and backwards</source>
        <translation>往復再生</translation>
    </message>
    <message>
        <source>After its last frame, the clip goes back to its second one, so that it can begin again</source>
        <translation>最後のフレームのあと 2 番目のフレームまで戻り、そのまま最初から再生できます</translation>
    </message>
    <message>
        <source>Times: </source>
        <translation>回数: </translation>
    </message>
    <message>
        <source>How often the clip is played in the file</source>
        <translation>ファイル内でクリップを再生する回数</translation>
    </message>
</context>
<context>
    <name>fb::ui::PlayerActions</name>
    <message>
        <source>&amp;Pause</source>
        <translation>一時停止(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>再生(&amp;P)</translation>
    </message>
    <message>
        <source>Stop at this frame</source>
        <translation>このフレームで止めます</translation>
    </message>
    <message>
        <source>Play the clip</source>
        <translation>クリップを再生します</translation>
    </message>
    <message>
        <source>Play &amp;backwards</source>
        <translation>逆再生(&amp;B)</translation>
    </message>
    <message>
        <source>Play backwards; press again to go faster, up to four times the speed</source>
        <translation>逆再生します。もう一度押すと速くなり、4 倍まで上がります</translation>
    </message>
    <message>
        <source>&amp;Hold</source>
        <translation>停止(&amp;H)</translation>
    </message>
    <message>
        <source>Play &amp;forwards</source>
        <translation>順再生(&amp;F)</translation>
    </message>
    <message>
        <source>Play forwards; press again to go faster, up to four times the speed</source>
        <translation>順方向に再生します。もう一度押すと速くなり、4 倍まで上がります</translation>
    </message>
    <message>
        <source>One frame b&amp;ack</source>
        <translation>1 フレーム戻る(&amp;A)</translation>
    </message>
    <message>
        <source>Stop and show the frame before this one</source>
        <translation>止めて、ひとつ前のフレームを表示します</translation>
    </message>
    <message>
        <source>One frame f&amp;orward</source>
        <translation>1 フレーム進む(&amp;O)</translation>
    </message>
    <message>
        <source>Stop and show the frame after this one</source>
        <translation>止めて、次のフレームを表示します</translation>
    </message>
    <message>
        <source>F&amp;irst frame</source>
        <translation>最初のフレーム(&amp;I)</translation>
    </message>
    <message>
        <source>Go to the first frame</source>
        <translation>最初のフレームへ移動します</translation>
    </message>
    <message>
        <source>La&amp;st frame</source>
        <translation>最後のフレーム(&amp;S)</translation>
    </message>
    <message>
        <source>Go to the last frame</source>
        <translation>最後のフレームへ移動します</translation>
    </message>
    <message>
        <source>&amp;Loop</source>
        <translation>ループ(&amp;L)</translation>
    </message>
    <message>
        <source>Start over at the end</source>
        <translation>終わったら最初から再生します</translation>
    </message>
    <message>
        <source>S&amp;mooth pixels</source>
        <translation>ピクセルを滑らかに(&amp;M)</translation>
    </message>
    <message>
        <source>Smooth the pixels of an enlarged clip; otherwise each stays a sharp square</source>
        <translation>拡大したクリップのピクセルを滑らかにします。オフでは、どのピクセルもくっきりした四角のままです</translation>
    </message>
    <message>
        <source>Clip in f&amp;ull screen</source>
        <translation>クリップを全画面表示(&amp;U)</translation>
    </message>
    <message>
        <source>Fill the screen with the clip; Esc leaves</source>
        <translation>クリップを画面いっぱいに表示します。Esc で戻ります</translation>
    </message>
    <message>
        <source>&amp;Copy frame</source>
        <translation>フレームをコピー(&amp;C)</translation>
    </message>
    <message>
        <source>Copy the frame shown to the clipboard</source>
        <translation>表示中のフレームをクリップボードにコピーします</translation>
    </message>
    <message>
        <source>Sa&amp;ve frame as PNG…</source>
        <translation>フレームを PNG で保存(&amp;V)…</translation>
    </message>
    <message>
        <source>Save the frame shown as an image, at the size of the clip</source>
        <translation>表示中のフレームをクリップの大きさのまま画像として保存します</translation>
    </message>
    <message>
        <source>%1×</source>
        <translation>%1×</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>合わせる</translation>
    </message>
</context>
<context>
    <name>fb::ui::PresetBar</name>
    <message>
        <source>Custom</source>
        <translation>カスタム</translation>
    </message>
    <message>
        <source>Pair&apos;s defaults</source>
        <translation>ペアの既定値</translation>
    </message>
    <message>
        <source>Save preset</source>
        <translation>プリセットを保存</translation>
    </message>
    <message>
        <source>Name of the preset:</source>
        <translation>プリセットの名前:</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>プリセット</translation>
    </message>
    <message>
        <source>Manage presets</source>
        <translation>プリセットの管理</translation>
    </message>
    <message>
        <source>&amp;Save current as preset…</source>
        <translation>現在の値をプリセットとして保存(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Delete preset</source>
        <translation>プリセットを削除(&amp;D)</translation>
    </message>
    <message>
        <source>Pre&amp;set</source>
        <translation>プリセット(&amp;S)</translation>
    </message>
    <message>
        <source>Sets size, length, steps, solver and shift at once, some also the stages and a cache. Prompt and seed are kept.</source>
        <translation>サイズ、長さ、ステップ数、ソルバー、シフトをまとめて設定します。ステージとキャッシュも設定するものがあります。プロンプトとシードは変わりません。</translation>
    </message>
    <message>
        <source>Rename preset</source>
        <translation>プリセットの名前を変更</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is the name of a preset that comes with the program. Choose another name.</source>
        <translation>「%1」は付属のプリセットの名前です。別の名前を選んでください。</translation>
    </message>
    <message>
        <source>There is already a preset called &quot;%1&quot;. Replace it?</source>
        <translation>「%1」という名前のプリセットがすでにあります。置き換えますか?</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>置き換え(&amp;R)</translation>
    </message>
    <message>
        <source>There is already a preset called &quot;%1&quot;. Choose another name.</source>
        <translation>「%1」という名前のプリセットがすでにあります。別の名前を選んでください。</translation>
    </message>
    <message>
        <source>Share preset</source>
        <translation>プリセットを共有</translation>
    </message>
    <message>
        <source>Presets (*.json)</source>
        <translation>プリセット (*.json)</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 に書き込めませんでした: %2</translation>
    </message>
    <message>
        <source>Save the current values as a preset, rename or delete one of your own</source>
        <translation>現在の値をプリセットとして保存、または自作のプリセットの名前を変更・削除します</translation>
    </message>
    <message>
        <source>&amp;Rename preset…</source>
        <translation>プリセットの名前を変更(&amp;R)…</translation>
    </message>
    <message>
        <source>S&amp;hare preset…</source>
        <translation>プリセットを共有(&amp;H)…</translation>
    </message>
    <message>
        <source>Save it as a file that others can drop on their window</source>
        <translation>ほかの人がウィンドウにドロップできるファイルとして保存します</translation>
    </message>
</context>
<context>
    <name>fb::ui::PresetStore</name>
    <message>
        <source>Draft</source>
        <translation>ドラフト</translation>
    </message>
    <message>
        <source>480p</source>
        <translation>480p</translation>
    </message>
    <message>
        <source>480p portrait</source>
        <translation>480p 縦</translation>
    </message>
    <message>
        <source>720p</source>
        <translation>720p</translation>
    </message>
    <message>
        <source>720p portrait</source>
        <translation>720p 縦</translation>
    </message>
    <message>
        <source>Your presets could not be read from %1, and the file cannot be moved. Presets will not be saved.</source>
        <translation>プリセットを %1 から読み込めず、このファイルを移動することもできません。プリセットは保存されません。</translation>
    </message>
    <message>
        <source>Your presets could not be read from %1. The file was kept as %2, and a new one was started.</source>
        <translation>プリセットを %1 から読み込めませんでした。このファイルは %2 として残し、新しいファイルを作りました。</translation>
    </message>
    <message>
        <source>720p in two passes</source>
        <translation>720p 2 パス</translation>
    </message>
    <message>
        <source>480p in 4 steps, large model distilled</source>
        <translation>480p 4 ステップ、大モデルが蒸留版</translation>
    </message>
    <message>
        <source>480p in 4 steps, both models distilled</source>
        <translation>480p 4 ステップ、両モデルが蒸留版</translation>
    </message>
    <message>
        <source>480p in 8 steps, large model distilled</source>
        <translation>480p 8 ステップ、大モデルが蒸留版</translation>
    </message>
    <message>
        <source>480p in 8 steps, both models distilled</source>
        <translation>480p 8 ステップ、両モデルが蒸留版</translation>
    </message>
    <message>
        <source>480p in 7 steps, large model distilled</source>
        <translation>480p 7 ステップ、大モデルが蒸留版</translation>
    </message>
    <message>
        <source>480p in 7 steps, both models distilled</source>
        <translation>480p 7 ステップ、両モデルが蒸留版</translation>
    </message>
    <message>
        <source>For a large model with a 4-step LoRA, to be added under LoRAs, or one that is step-distilled itself. The small model is an ordinary one and keeps guidance. Other large models make poor clips with it.</source>
        <translation>4 ステップ用 LoRA を付けた大モデル（LoRA 欄で追加します）、またはそれ自体がステップ蒸留された大モデル向けです。小モデルは通常のもので、ガイダンスを使います。ほかの大モデルではクリップの質が落ちます。</translation>
    </message>
    <message>
        <source>For two models that each have their own 4-step LoRA or are step-distilled themselves. Other models make poor clips with it.</source>
        <translation>それぞれ専用の 4 ステップ用 LoRA を持つか、それ自体がステップ蒸留された 2 つのモデル向けです。ほかのモデルではクリップの質が落ちます。</translation>
    </message>
    <message>
        <source>For a large model with an 8-step LoRA, to be added under LoRAs, or one that is step-distilled itself. The small model is an ordinary one and keeps guidance. Other large models make poor clips with it.</source>
        <translation>8 ステップ用 LoRA を付けた大モデル（LoRA 欄で追加します）、またはそれ自体がステップ蒸留された大モデル向けです。小モデルは通常のもので、ガイダンスを使います。ほかの大モデルではクリップの質が落ちます。</translation>
    </message>
    <message>
        <source>For two models that each have their own 8-step LoRA or are step-distilled themselves. Other models make poor clips with it.</source>
        <translation>それぞれ専用の 8 ステップ用 LoRA を持つか、それ自体がステップ蒸留された 2 つのモデル向けです。ほかのモデルではクリップの質が落ちます。</translation>
    </message>
    <message>
        <source>For LTX-Video 13B 0.9.7 or 0.9.8 distilled with an ordinary small model, which keeps guidance. Other large models make poor clips with it.</source>
        <translation>LTX-Video 13B 0.9.7 または 0.9.8 distilled と、ガイダンスを使う通常の小モデルの組み合わせ向けです。ほかの大モデルではクリップの質が落ちます。</translation>
    </message>
    <message>
        <source>For LTX-Video 13B 0.9.7 or 0.9.8 distilled with 2B 0.9.8 distilled. Other models make poor clips with it.</source>
        <translation>LTX-Video 13B 0.9.7 または 0.9.8 distilled と 2B 0.9.8 distilled の組み合わせ向けです。ほかのモデルではクリップの質が落ちます。</translation>
    </message>
    <message>
        <source>For LTX-Video 13B 0.9.7 or 0.9.8 distilled with 2B 0.9.6 distilled, on the noise levels of the small model. Other models make poor clips with it.</source>
        <translation>LTX-Video 13B 0.9.7 または 0.9.8 distilled と 2B 0.9.6 distilled の組み合わせ向けで、小モデルのノイズレベルを使います。ほかのモデルではクリップの質が落ちます。</translation>
    </message>
    <message>
        <source>Fast</source>
        <translation>高速</translation>
    </message>
    <message>
        <source>Faithful</source>
        <translation>忠実</translation>
    </message>
    <message>
        <source>Large until 40 % and for the last 20 %, as the FlowBlending authors publish it for WAN 2.1, with EasyCache at the middle of its authors&apos; thresholds. Not measured together on this pair: Find Boundaries compares clips with the large model&apos;s. Needs well over 10 steps.</source>
        <translation>FlowBlending の著者が WAN 2.1 向けに公開しているとおり、40 % までと最後の 20 % を大モデルが担い、EasyCache はその著者が示すしきい値の中間を使います。このペアでの組み合わせは未測定です。「境界を探す」で大モデルのクリップと比較できます。10 を十分に超えるステップ数が必要です。</translation>
    </message>
    <message>
        <source>Large until 60 % and for the last 20 %. In a clip that the FlowBlending authors publish for WAN 2.1, 60 % came nearer to the large model&apos;s than 40 % (SSIM 0.92 against 0.87). Not measured on this pair: Find Boundaries compares clips with the large model&apos;s.</source>
        <translation>60 % までと最後の 20 % を大モデルが担います。FlowBlending の著者が WAN 2.1 で公開しているクリップでは、60 % のほうが 40 % より大モデルに近くなりました（SSIM 0.92 対 0.87）。このペアでは未測定です。「境界を探す」で大モデルのクリップと比較できます。</translation>
    </message>
    <message>
        <source>Large until 60 % and for the last 10 %, with EasyCache at 0.2: measured on this pair with four prompts, 1.82 times fewer FLOPs than the large model alone, and a sameness of 0.83 (1 is the large model&apos;s clip, 0 the small model&apos;s).</source>
        <translation>60 % までと最後の 10 % を大モデルが担い、EasyCache は 0.2 です。このペアと 4 つのプロンプトでの測定では、FLOPs は大モデルのみの 1.82 分の 1、一致度は 0.83 でした（1 は大モデルのクリップ、0 は小モデルのクリップ）。</translation>
    </message>
    <message>
        <source>Large until 60 % and for the last 20 %, with EasyCache at 0.05: measured on this pair with four prompts, 1.45 times fewer FLOPs than the large model alone, and a sameness of 0.90 (1 is the large model&apos;s clip, 0 the small model&apos;s).</source>
        <translation>60 % までと最後の 20 % を大モデルが担い、EasyCache は 0.05 です。このペアと 4 つのプロンプトでの測定では、FLOPs は大モデルのみの 1.45 分の 1、一致度は 0.90 でした（1 は大モデルのクリップ、0 は小モデルのクリップ）。</translation>
    </message>
</context>
<context>
    <name>fb::ui::PreviewPanel</name>
    <message>
        <source>Playback speed</source>
        <translation>再生速度</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>ズーム</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>フレーム</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>クリップ</translation>
    </message>
    <message>
        <source>Your clip appears here.
Describe it on the left and press Generate.</source>
        <translation>クリップはここに表示されます。
左側で内容を記述し「生成」を押してください。</translation>
    </message>
    <message>
        <source>No clip yet</source>
        <translation>クリップはまだありません</translation>
    </message>
    <message>
        <source>Step %1 of %2 · preview</source>
        <translation>ステップ %1 / %2 · プレビュー</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %2×%3 · %n frame(s)</source>
        <translation>
            <numerusform>%1 · %2×%3 · %n フレーム</numerusform>
        </translation>
    </message>
    <message>
        <source>Frame %1 copied.</source>
        <translation>フレーム %1 をコピーしました。</translation>
    </message>
    <message>
        <source>Save the frame</source>
        <translation>フレームを保存</translation>
    </message>
    <message>
        <source>PNG images (*.png)</source>
        <translation>PNG 画像 (*.png)</translation>
    </message>
    <message>
        <source>Saved %1.</source>
        <translation>%1 を保存しました。</translation>
    </message>
    <message>
        <source>%1 could not be written; choose another place.</source>
        <translation>%1 に書き込めません。別の場所を選んでください。</translation>
    </message>
    <message>
        <source>Spee&amp;d</source>
        <translation>速度(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Zoom</source>
        <translation>ズーム(&amp;Z)</translation>
    </message>
    <message>
        <source>Watch the running clip</source>
        <translation>実行中のクリップを見る</translation>
    </message>
    <message>
        <source>● Live · %1</source>
        <translation>● ライブ · %1</translation>
    </message>
</context>
<context>
    <name>fb::ui::ProbePresenter</name>
    <message>
        <source>Divergence profile</source>
        <translation>乖離プロファイル</translation>
    </message>
    <message>
        <source>Import a divergence profile</source>
        <translation>乖離プロファイルの読み込み</translation>
    </message>
    <message>
        <source>Divergence profiles (*.json);;All files (*)</source>
        <translation>乖離プロファイル (*.json);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Choose a pair first: a profile belongs to one.</source>
        <translation>先にペアを選んでください。プロファイルはペアに属します。</translation>
    </message>
    <message>
        <source>Imported %1; the profile is of %2 now.</source>
        <translation>%1 を読み込みました。プロファイルは現在 %2 に基づきます。</translation>
    </message>
    <message>
        <source>Export the divergence profile</source>
        <translation>乖離プロファイルの書き出し</translation>
    </message>
    <message>
        <source>Divergence profiles (*.json)</source>
        <translation>乖離プロファイル (*.json)</translation>
    </message>
    <message>
        <source>Nothing is kept of this pair with these settings yet: probe it first, or import a profile.</source>
        <translation>このペアと設定の記録はまだありません。先にプローブを実行するか、プロファイルを読み込んでください。</translation>
    </message>
    <message>
        <source>Saved %1, with %2.</source>
        <translation>%1 を保存しました (%2)。</translation>
    </message>
    <message numerus="yes">
        <source>%n measurement(s)</source>
        <translation>
            <numerusform>%n 件の測定</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fb::ui::PromptPanel</name>
    <message>
        <source>change of settings</source>
        <translation>設定の変更</translation>
    </message>
    <message>
        <source>Describe the clip</source>
        <translation>クリップの内容を記述</translation>
    </message>
    <message>
        <source>Describe the clip, for example: %1</source>
        <translation>クリップの内容を記述してください。例: %1</translation>
    </message>
    <message>
        <source>%1 / %2 tokens</source>
        <translation>%1 / %2 トークン</translation>
    </message>
    <message numerus="yes">
        <source>The prompt is longer than the text encoder can read: the last %n tokens have no effect.</source>
        <translation>
            <numerusform>テキストエンコーダーの上限を超えています。末尾の %n トークンは無視されます。</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Negative prompt</source>
        <translation>ネガティブプロンプト(&amp;N)</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>プロンプト</translation>
    </message>
    <message>
        <source>What the clip should show. Press Ctrl+Return to generate.</source>
        <translation>クリップに映したいもの。Ctrl+Return で生成します。</translation>
    </message>
    <message>
        <source>Negative prompt</source>
        <translation>ネガティブプロンプト</translation>
    </message>
    <message>
        <source>What the clip should not show. Used only if guidance is above 1.</source>
        <translation>クリップに映したくないもの。ガイダンスが 1 より大きいときに使われます。</translation>
    </message>
    <message>
        <source>What to avoid, for example: blurry, distorted</source>
        <translation>避けたいもの。例: ぼやけ、歪み</translation>
    </message>
    <message>
        <source>Length of the prompt</source>
        <translation>プロンプトの長さ</translation>
    </message>
    <message>
        <source>Tokens in the prompt, and how many the text encoder can read</source>
        <translation>プロンプトのトークン数と、テキストエンコーダーの上限</translation>
    </message>
    <message>
        <source>Recent prompts</source>
        <translation>最近のプロンプト</translation>
    </message>
    <message>
        <source>Why this cannot run</source>
        <translation>実行できない理由</translation>
    </message>
    <message>
        <source>Descri&amp;ption</source>
        <translation>説明(&amp;P)</translation>
    </message>
    <message>
        <source>choice of a preset</source>
        <comment>undo</comment>
        <translation>プリセットの選択</translation>
    </message>
</context>
<context>
    <name>fb::ui::PurposeMenu</name>
    <message>
        <source>&amp;As the clip is</source>
        <translation>クリップのまま(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Widescreen 16:9</source>
        <translation>ワイド 16:9(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Square 1:1</source>
        <translation>正方形 1:1(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Portrait 4:5</source>
        <translation>縦長 4:5(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Vertical 9:16</source>
        <translation>縦型 9:16(&amp;V)</translation>
    </message>
    <message>
        <source>Endless &amp;loop</source>
        <translation>無限ループ(&amp;L)</translation>
    </message>
    <message>
        <source>A&amp;ttachment of at most 10 MB</source>
        <translation>10 MB までの添付ファイル(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;What for</source>
        <translation>用途(&amp;W)</translation>
    </message>
    <message>
        <source>What the clip is made for</source>
        <translation>クリップの用途</translation>
    </message>
    <message>
        <source>Sets shape, play and size limit for a purpose; everything else stays</source>
        <translation>比率、再生、サイズの上限を用途に合わせて設定します。ほかはそのままです</translation>
    </message>
</context>
<context>
    <name>fb::ui::QueuePanel</name>
    <message>
        <source>The queue is empty.
Every clip you generate waits here for its turn.</source>
        <translation>キューは空です。
生成するクリップはここで順番を待ちます。</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>キュー</translation>
    </message>
    <message>
        <source>Run earlier (Ctrl+Up)</source>
        <translation>先に実行 (Ctrl+↑)</translation>
    </message>
    <message>
        <source>Run later (Ctrl+Down)</source>
        <translation>後で実行 (Ctrl+↓)</translation>
    </message>
    <message>
        <source>Remove from the queue (Del)</source>
        <translation>キューから削除 (Del)</translation>
    </message>
    <message>
        <source>Pause this run; its steps are kept</source>
        <translation>この実行を一時停止します。ステップは保存されます</translation>
    </message>
    <message>
        <source>Resume the queue</source>
        <translation>キューを実行する</translation>
    </message>
    <message>
        <source>Pause the queue after the running clip</source>
        <translation>実行中のクリップの後でキューを保留する</translation>
    </message>
    <message>
        <source>%1 · %2 left</source>
        <translation>%1 · 残り %2</translation>
    </message>
    <message>
        <source>waiting · continues at step %1 of %2</source>
        <translation>待機中 · ステップ %1 / %2 から再開</translation>
    </message>
    <message>
        <source>waiting · %1</source>
        <translation>待機中 · %1</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>paused after step %1 of %2</source>
        <translation>ステップ %1 / %2 で一時停止</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>一時停止中</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>開始中</translation>
    </message>
    <message>
        <source>loading the models</source>
        <translation>モデルを読み込み中</translation>
    </message>
    <message>
        <source>encoding the prompt</source>
        <translation>プロンプトをエンコード中</translation>
    </message>
    <message>
        <source>decoding · %1</source>
        <translation>デコード中 · %1</translation>
    </message>
    <message>
        <source>exporting</source>
        <translation>書き出し中</translation>
    </message>
    <message>
        <source>sampling · step %1 of %2 · small</source>
        <translation>サンプリング中 · ステップ %1 / %2 · 小</translation>
    </message>
    <message>
        <source>sampling · step %1 of %2 · large</source>
        <translation>サンプリング中 · ステップ %1 / %2 · 大</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>一時停止(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編集(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>複製(&amp;D)</translation>
    </message>
    <message>
        <source>Run e&amp;arlier</source>
        <translation>先に実行(&amp;A)</translation>
    </message>
    <message>
        <source>Run &amp;later</source>
        <translation>後で実行(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>削除(&amp;R)</translation>
    </message>
    <message>
        <source>Resume this run</source>
        <translation>この実行を再開</translation>
    </message>
    <message>
        <source>%1 left · %2</source>
        <comment>0:22, sampling</comment>
        <translation>残り %1 · %2</translation>
    </message>
    <message>
        <source>&amp;Skip</source>
        <translation>スキップ(&amp;S)</translation>
    </message>
    <message>
        <source>Res&amp;ume</source>
        <translation>再開(&amp;U)</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>キャンセル(&amp;N)</translation>
    </message>
    <message>
        <source>sampling · step %1 of %2</source>
        <translation>サンプリング中 · ステップ %1 / %2</translation>
    </message>
    <message>
        <source>%1 · queue paused</source>
        <comment>2 runs</comment>
        <translation>%1 · キューは保留中</translation>
    </message>
    <message numerus="yes">
        <source>%n paused</source>
        <comment>runs</comment>
        <translation>
            <numerusform>一時停止中 %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <comment>runs</comment>
        <translation>
            <numerusform>失敗 %n 件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fb::ui::QueueRunner</name>
    <message>
        <source>The saved state of &quot;%1&quot; cannot be read, so it starts from the beginning: %2</source>
        <translation>「%1」の保存内容を読めないため、最初からやり直します: %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is in use by another program. It can be continued once that program has finished.</source>
        <translation>「%1」は使用中です: 別のプログラムがこの実行を処理しています。それが終わると続行できます。</translation>
    </message>
</context>
<context>
    <name>fb::ui::RemarkLine</name>
    <message>
        <source>Dismiss the remark</source>
        <translation>注意を閉じる</translation>
    </message>
    <message>
        <source>Hide this until the stages change</source>
        <translation>ステージが変わるまで隠します</translation>
    </message>
    <message>
        <source>The early stage, %1 of the steps, rounds to no step.</source>
        <translation>序盤ステージ（ステップの %1）は、丸めると 0 ステップになります。</translation>
    </message>
    <message>
        <source>The late stage, %1 of the steps, rounds to no step.</source>
        <translation>終盤ステージ（ステップの %1）は、丸めると 0 ステップになります。</translation>
    </message>
    <message>
        <source>The early and the late stage leave no step to the small model.</source>
        <translation>序盤と終盤だけで埋まり、小モデルのステップが残りません。</translation>
    </message>
    <message>
        <source>The small model takes only %1 of its %2 steps: its stage has no more.</source>
        <translation>小モデルは %2 ステップのうち %1 ステップだけ進みます。担当ステージにそれ以上のステップがありません。</translation>
    </message>
    <message>
        <source>With more steps, or other boundaries, every stage gets what it asks for.</source>
        <translation>ステップ数を増やすか境界を動かすと、どのステージも設定どおりになります。</translation>
    </message>
</context>
<context>
    <name>fb::ui::ReplaceQuestion</name>
    <message>
        <source>%1 already exists. Replace it?</source>
        <translation>%1 はすでにあります。置き換えますか?</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>置き換え(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>残す(&amp;K)</translation>
    </message>
</context>
<context>
    <name>fb::ui::RequestPresenter</name>
    <message>
        <source>These settings were made with the pair &quot;%1&quot;, which is not available. They are shown for &quot;%2&quot;.</source>
        <translation>この設定はペア「%1」で作られましたが、ここにはありません。「%2」用に表示しています。</translation>
    </message>
    <message>
        <source>%1 is not a LoRA but a %2. Models are part of a pair.</source>
        <translation>%1 は LoRA ではなく %2 です。モデルはペアに入れます。</translation>
    </message>
    <message>
        <source>Choose a preset</source>
        <comment>undo</comment>
        <translation>プリセットを選択</translation>
    </message>
    <message>
        <source>%1 is in the list more than once; its strengths add up.</source>
        <translation>%1 はリストに複数あります。強度は加算されます。</translation>
    </message>
</context>
<context>
    <name>fb::ui::ResultsPage</name>
    <message>
        <source>%1: sameness %2</source>
        <translation>%1: 一致度 %2</translation>
    </message>
    <message>
        <source>The first prompt is being measured.</source>
        <translation>最初のプロンプトを測定しています。</translation>
    </message>
    <message>
        <source>Until it is finished, the map shows how far the clips are from the large model&apos;s; 0 is the same clip.</source>
        <translation>終わるまで、マップは大モデルのクリップとの距離を示します。0 は同じクリップです。</translation>
    </message>
    <message>
        <source>No boundaries of the grid are near enough: the large model alone.</source>
        <translation>グリッドに十分近い境界はありません: 大モデルのみ。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>Measured on %n prompt(s).</source>
        <translation>
            <numerusform>%n 個のプロンプトで測定。</numerusform>
        </translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>レポートを保存</translation>
    </message>
    <message>
        <source>The report is being written…</source>
        <translation>レポートを書き込んでいます…</translation>
    </message>
    <message>
        <source>Saved %1.</source>
        <translation>%1 を保存しました。</translation>
    </message>
    <message>
        <source>Nothing is measured for this pair yet. Start on the first page; results appear here as they come in.</source>
        <translation>このペアはまだ測定されていません。最初のページで開始すると、結果が順次ここに表示されます。</translation>
    </message>
    <message>
        <source>Sameness. Columns: large until this share of the steps; rows: large again for the last.</source>
        <translation>一致度。列: このステップ割合まで大モデル、行: 最後に再び大モデル。</translation>
    </message>
    <message>
        <source>Distance. Columns: large until this share of the steps; rows: large again for the last.</source>
        <translation>距離。列: このステップ割合まで大モデル、行: 最後に再び大モデル。</translation>
    </message>
    <message>
        <source>○ the window&apos;s boundaries</source>
        <translation>○ ウィンドウの境界</translation>
    </message>
    <message>
        <source>lines: equal work, every 10 %</source>
        <translation>線: 等しい計算量、10 % ごと</translation>
    </message>
    <message>
        <source>Sameness by early and late stage</source>
        <translation>前半・後半ステージごとの一致度</translation>
    </message>
    <message>
        <source>Sameness at &amp;least</source>
        <translation>一致度の下限(&amp;L)</translation>
    </message>
    <message>
        <source>Sameness asked for</source>
        <translation>求める一致度</translation>
    </message>
    <message>
        <source>Sameness asked for, as a number</source>
        <translation>求める一致度 (数値)</translation>
    </message>
    <message>
        <source>1 is the large model&apos;s clip; 0 is as far from it as the floor.</source>
        <translation>1 は大モデルのクリップ、0 は基準と同じだけ離れています。</translation>
    </message>
    <message>
        <source>&amp;Rule</source>
        <translation>ルール(&amp;R)</translation>
    </message>
    <message>
        <source>Compare b&amp;y</source>
        <translation>比較方法(&amp;Y)</translation>
    </message>
    <message>
        <source>0 &amp;is</source>
        <translation>0 の基準(&amp;I)</translation>
    </message>
    <message>
        <source>Rule of the proposal</source>
        <translation>提案のルール</translation>
    </message>
    <message>
        <source>Measure of sameness</source>
        <translation>一致度の尺度</translation>
    </message>
    <message>
        <source>What counts as no sameness</source>
        <translation>一致度 0 とみなすもの</translation>
    </message>
    <message>
        <source>Sameness 0: as far from the large model&apos;s clip as its clip with another seed, or as the small model&apos;s clip</source>
        <translation>一致度 0: 別のシードの大モデルのクリップ、または小モデルのクリップと同じだけ離れています</translation>
    </message>
    <message>
        <source>&amp;Use these</source>
        <translation>これを使う(&amp;U)</translation>
    </message>
    <message>
        <source>Move the window&apos;s boundaries to the proposal; this can be undone</source>
        <translation>ウィンドウの境界を提案に移動します。元に戻せます</translation>
    </message>
    <message>
        <source>Save re&amp;port…</source>
        <translation>レポートを保存(&amp;P)…</translation>
    </message>
    <message>
        <source>Not measured here: it needs weights of its own.</source>
        <translation>ここでは測定されていません。専用の重みが必要です。</translation>
    </message>
    <message>
        <source>Web page (*.html);;PDF (*.pdf)</source>
        <translation>ウェブページ (*.html);;PDF (*.pdf)</translation>
    </message>
    <message>
        <source>squares: fewer steps, guards</source>
        <translation>四角: ステップ削減、ガード</translation>
    </message>
    <message>
        <source>Write these results as a web page with the clips, or as a PDF with pictures of them</source>
        <translation>結果を、クリップ付きのウェブページ、またはその画像付きの PDF として書き出します</translation>
    </message>
    <message>
        <source>Not measured here: the clips are not decoded.</source>
        <translation>ここでは測定されていません。クリップはデコードされていません。</translation>
    </message>
</context>
<context>
    <name>fb::ui::RunPresenter</name>
    <message>
        <source>The engine is still starting.</source>
        <translation>エンジンを開いている途中です。</translation>
    </message>
    <message>
        <source>The queue is paused.</source>
        <translation>キューは保留中です。</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>再開する</translation>
    </message>
    <message>
        <source>Probe: %1</source>
        <translation>プローブ: %1</translation>
    </message>
    <message>
        <source>The probe is done; drag the boundaries to where the models agree.</source>
        <translation>プローブが完了しました。両モデルが一致する範囲まで境界をドラッグしてください。</translation>
    </message>
    <message>
        <source>Finished: %1</source>
        <translation>完了: %1</translation>
    </message>
    <message>
        <source>The clip could not be generated: %1</source>
        <translation>クリップを生成できませんでした: %1</translation>
    </message>
    <message>
        <source>A clip is being generated</source>
        <translation>クリップを生成中です</translation>
    </message>
    <message>
        <source>Quit now? Finished steps are kept, and the run continues from there next time.</source>
        <translation>終了しますか？ 完了したステップは保存され、次回そこから再開できます。</translation>
    </message>
    <message>
        <source>&amp;Keep for later and quit</source>
        <translation>後で続けることにして終了(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Stay</source>
        <translation>終了しない(&amp;S)</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>準備完了</translation>
    </message>
    <message>
        <source>Starting the engine…</source>
        <translation>エンジンを開いています…</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) were interrupted. Their steps are kept.</source>
        <translation>
            <numerusform>%n 件の実行が中断されました。ステップは保存されています。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) are waiting from last time.</source>
        <translation>
            <numerusform>前回の %n 件が待機しています。</numerusform>
        </translation>
    </message>
    <message>
        <source>Not everything is saved</source>
        <translation>まだ保存されていないものがあります</translation>
    </message>
    <message>
        <source>%1

If you quit before this is resolved, unsaved changes are lost.</source>
        <translation>%1

このまま終了して問題が解消していなければ、新しい内容は失われます。</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>終了(&amp;L)</translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>ステップ %1 / %2</translation>
    </message>
    <message>
        <source>The description of the clip is empty.</source>
        <translation>クリップの説明が空です。</translation>
    </message>
    <message>
        <source>Generate anyway</source>
        <translation>このまま生成</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) are paused. Their steps are kept.</source>
        <translation>
            <numerusform>%n 件の実行が一時停止中です。ステップは保存されています。</numerusform>
        </translation>
    </message>
    <message>
        <source>Done in %1.</source>
        <translation>%1 で完了しました。</translation>
    </message>
    <message>
        <source>Done in %1 and in the history: %2</source>
        <translation>%1 で完了しました（履歴にあります）: %2</translation>
    </message>
    <message>
        <source>Paused after step %1 of %2. It can be resumed from the queue.</source>
        <translation>%2 ステップ中 %1 で一時停止しました。キューから再開できます。</translation>
    </message>
    <message>
        <source>Cancelled: %1</source>
        <translation>キャンセルしました: %1</translation>
    </message>
    <message>
        <source>Removed from the queue: %1</source>
        <translation>キューから削除しました: %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>The queue waits until the boundaries are measured.</source>
        <translation>境界の測定が終わるまでキューは待機します。</translation>
    </message>
    <message>
        <source>Pause measuring</source>
        <translation>測定を一時停止</translation>
    </message>
    <message>
        <source>Boundaries are being measured</source>
        <translation>境界を測定中</translation>
    </message>
    <message>
        <source>Quit now? Everything measured is kept, and it continues from there next time.</source>
        <translation>今すぐ終了しますか? 測定結果はすべて保持され、次回はそこから続きます。</translation>
    </message>
    <message>
        <source>Finding boundaries: clip %1 of %2</source>
        <translation>境界の探索: クリップ %1 / %2</translation>
    </message>
    <message>
        <source>Calibrate: %1</source>
        <translation>較正: %1</translation>
    </message>
    <message>
        <source>The models are measured in %1: their runs can use MagCache.</source>
        <translation>%1 でモデルの測定が完了しました。MagCache を使って実行できます。</translation>
    </message>
    <message>
        <source>Paused. Resumed from the queue, it measures from the beginning.</source>
        <translation>一時停止しました。キューから再開すると、最初から測定します。</translation>
    </message>
    <message>
        <source>The models could not be measured: %1</source>
        <translation>モデルを測定できませんでした: %1</translation>
    </message>
    <message>
        <source>Models are being measured</source>
        <translation>モデルを測定中</translation>
    </message>
    <message>
        <source>Quit now? Next time, measuring can be resumed from the queue; it starts from the beginning.</source>
        <translation>今すぐ終了しますか? 次回はキューから測定を再開できます。測定は最初から始まります。</translation>
    </message>
    <message>
        <source>Finding boundaries: comparing clips</source>
        <translation>境界の探索: クリップを比較中</translation>
    </message>
    <message>
        <source>The seed is locked: this will be the clip shown once more.</source>
        <translation>シードが固定されているため、表示中と同じクリップになります。</translation>
    </message>
</context>
<context>
    <name>fb::ui::RunStore</name>
    <message>
        <source>The queue and history could not be read from %1. The file was kept as %2, and a new one was started.</source>
        <translation>キューと履歴を %1 から読み込めません。元のファイルは %2 として残し、新しいファイルを作成しました。</translation>
    </message>
    <message>
        <source>A change to the queue or history could not be saved: %1.</source>
        <translation>キューと履歴の変更を保存できませんでした: %1。</translation>
    </message>
    <message>
        <source>The queue and history in %1 were saved by a newer version of this program. Open them with that version: this one leaves the file untouched and saves nothing.</source>
        <translation>%1 のキューと履歴は、このプログラムのより新しいバージョンのものです。そのバージョンで開いてください。ここではファイルはそのまま残され、新しい内容は保存されません。</translation>
    </message>
    <message>
        <source>%1 belongs to another program and is left untouched, so the queue and history are not saved. Start with another folder: --state FOLDER.</source>
        <translation>%1 は別のプログラムのものなのでそのまま残され、キューと履歴は保存されません。別のフォルダーで起動してください: --state フォルダー。</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>ディスクがいっぱいです</translation>
    </message>
    <message>
        <source>another program is using the file</source>
        <translation>別のプログラムがファイルを使用しています</translation>
    </message>
    <message>
        <source>access to the file is denied</source>
        <translation>ファイルへのアクセスが許可されていません</translation>
    </message>
    <message>
        <source>The queue and history cannot be read from %1 at the moment: %2. The file is left untouched and will be read as soon as possible; until then, changes are kept in memory.</source>
        <translation>キューと履歴を今は %1 から読めません: %2。ファイルはそのまま残され、解消しだい読み込まれます。新しい内容はそれまでメモリに保持されます。</translation>
    </message>
    <message>
        <source>The queue and history cannot be saved in %1: %2. Changes are kept in memory and will be saved as soon as possible.</source>
        <translation>キューと履歴は %1 に保存されていません: %2。新しい内容はメモリに保持され、解消しだい保存されます。</translation>
    </message>
    <message>
        <source>The history in %1 is read-only at the moment: %2. Everything that can be read is shown; changes are kept in memory and will be saved as soon as possible.</source>
        <translation>%1 の履歴は現在読み取り専用です: %2。読める内容を表示しています。新しい内容はメモリに保持され、解消しだい保存されます。</translation>
    </message>
</context>
<context>
    <name>fb::ui::RunSwitch</name>
    <message>
        <source>Running</source>
        <translation>実行中</translation>
    </message>
    <message>
        <source>Stages of the running clip</source>
        <translation>実行中のクリップのステージ</translation>
    </message>
    <message>
        <source>The stages of the running clip; boundaries ahead of it can still be moved</source>
        <translation>実行中のクリップのステージ。まだ到達していない境界は動かせます</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>次</translation>
    </message>
    <message>
        <source>Stages of the next clip</source>
        <translation>次のクリップのステージ</translation>
    </message>
    <message>
        <source>The stages of the next clip: what Generate adds to the queue</source>
        <translation>次のクリップのステージ。「生成」でキューに追加される内容です</translation>
    </message>
</context>
<context>
    <name>fb::ui::RunWords</name>
    <message>
        <source>No description</source>
        <translation>説明なし</translation>
    </message>
</context>
<context>
    <name>fb::ui::SavePresenter</name>
    <message>
        <source>The clip &quot;%1&quot; could not be saved as a video, but is in the history. %2 %3</source>
        <translation>クリップ「%1」を動画として保存できませんでしたが、履歴にはあります。%2 %3</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s) could not be saved as videos, but are in the history. %1 %2</source>
        <translation>
            <numerusform>%n 個のクリップを動画として保存できませんでしたが、履歴にはあります。%1 %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fb::ui::SavingPage</name>
    <message>
        <source>For example: %1</source>
        <translation>例: %1</translation>
    </message>
    <message>
        <source>&amp;Save each finished clip as a video</source>
        <translation>完成したクリップを動画として保存(&amp;S)</translation>
    </message>
    <message>
        <source>Save each finished clip as a video</source>
        <translation>完成したクリップを動画として保存</translation>
    </message>
    <message>
        <source>The clip also stays in the history. No file is ever replaced.</source>
        <translation>クリップは履歴にも残ります。既存のファイルは置き換えません。</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>フォルダー(&amp;F)</translation>
    </message>
    <message>
        <source>Folder of finished clips</source>
        <translation>完成したクリップのフォルダー</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名前(&amp;N)</translation>
    </message>
    <message>
        <source>Names of finished clips</source>
        <translation>完成したクリップの名前</translation>
    </message>
    <message>
        <source>A slash makes a folder. Possible parts: %1</source>
        <translation>スラッシュでフォルダーを作ります。使える要素: %1</translation>
    </message>
    <message>
        <source>F&amp;ormat</source>
        <translation>形式(&amp;O)</translation>
    </message>
    <message>
        <source>Format of finished clips</source>
        <translation>完成したクリップの形式</translation>
    </message>
    <message>
        <source>The settings are stored in the file; open it in the Studio to load them again.</source>
        <translation>設定はファイルに保存されます。Studio で開くと再び読み込まれます。</translation>
    </message>
    <message>
        <source>&amp;Quality</source>
        <translation>品質(&amp;Q)</translation>
    </message>
    <message>
        <source>Quality of finished clips</source>
        <translation>完成したクリップの品質</translation>
    </message>
    <message>
        <source>Higher looks better and makes a larger file. ProRes and GIF have no choice.</source>
        <translation>高いほどきれいになり、ファイルは大きくなります。ProRes と GIF では選べません。</translation>
    </message>
</context>
<context>
    <name>fb::ui::ScrubBar</name>
    <message>
        <source>%1 · frame %2</source>
        <translation>%1 · フレーム %2</translation>
    </message>
</context>
<context>
    <name>fb::ui::SettingWords</name>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>はい</translation>
    </message>
    <message>
        <source>no</source>
        <translation>いいえ</translation>
    </message>
    <message>
        <source>%1 (frame %2, %3)</source>
        <translation>%1（フレーム %2、%3）</translation>
    </message>
    <message>
        <source>%1 (%2, %3)</source>
        <translation>%1 (%2, %3)</translation>
    </message>
    <message>
        <source>large model</source>
        <translation>大モデル</translation>
    </message>
    <message>
        <source>small model</source>
        <translation>小モデル</translation>
    </message>
    <message>
        <source>early stage</source>
        <translation>前半の段階</translation>
    </message>
    <message>
        <source>late stage</source>
        <translation>後半の段階</translation>
    </message>
    <message>
        <source>by the pair&apos;s rule</source>
        <translation>ペアの規則どおり</translation>
    </message>
</context>
<context>
    <name>fb::ui::Settings</name>
    <message>
        <source>The settings could not be read from %1.</source>
        <translation>設定を %1 から読み込めませんでした。</translation>
    </message>
    <message>
        <source>The settings could not be read from %1. The file was kept as %2; all settings are back to their defaults.</source>
        <translation>設定を %1 から読み込めませんでした。このファイルは %2 として残し、すべての設定を初回起動時の状態にしました。</translation>
    </message>
</context>
<context>
    <name>fb::ui::SettingsDialog</name>
    <message>
        <source>Automatic</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>%1 (not found)</source>
        <translation>%1（見つかりません）</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>General</source>
        <translation>全般</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>計算</translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation>サンプリング</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>ページ</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>言語(&amp;L)</translation>
    </message>
    <message>
        <source>Same as desktop</source>
        <translation>デスクトップに合わせる</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>テーマ(&amp;T)</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
    <message>
        <source>&amp;Notify when a long run ends</source>
        <translation>長い実行の終了を通知(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Device</source>
        <translation>デバイス(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Precision</source>
        <translation>精度(&amp;P)</translation>
    </message>
    <message>
        <source>float32 · exact, most memory</source>
        <translation>float32 · 正確、メモリ使用量は最大</translation>
    </message>
    <message>
        <source>bfloat16 · half the memory</source>
        <translation>bfloat16 · メモリ半分</translation>
    </message>
    <message>
        <source>float16 · half the memory, older GPUs</source>
        <translation>float16 · メモリ半分、旧世代 GPU 向け</translation>
    </message>
    <message>
        <source>T&amp;hreads</source>
        <translation>スレッド数(&amp;H)</translation>
    </message>
    <message>
        <source>A new number of threads takes effect at the next start.</source>
        <translation>スレッド数の変更は次回起動時から有効です。</translation>
    </message>
    <message>
        <source>Show a &amp;preview after every step</source>
        <translation>各ステップ後にプレビューを表示(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Compare the models</source>
        <translation>モデルを比較(&amp;C)</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>しない</translation>
    </message>
    <message>
        <source>On the large model&apos;s steps</source>
        <translation>大モデルのステップで</translation>
    </message>
    <message>
        <source>On every step</source>
        <translation>全ステップで</translation>
    </message>
    <message>
        <source>&amp;Save the run</source>
        <translation>実行を保存(&amp;S)</translation>
    </message>
    <message>
        <source>after every step</source>
        <translation>毎ステップ</translation>
    </message>
    <message>
        <source>every </source>
        <translation>間隔 </translation>
    </message>
    <message>
        <source> steps</source>
        <translation> ステップ</translation>
    </message>
    <message>
        <source>&amp;Runs</source>
        <translation>実行データ(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Exported clips</source>
        <translation>書き出したクリップ(&amp;E)</translation>
    </message>
    <message>
        <source>Each run stores what is needed to continue it or to view it again.</source>
        <translation>実行データには、再開や見直しに必要なものが保存されます。</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>閉じる(&amp;C)</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Language of the program</source>
        <translation>プログラムの言語</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>テーマ</translation>
    </message>
    <message>
        <source>Light or dark colours</source>
        <translation>明るい配色または暗い配色</translation>
    </message>
    <message>
        <source>Notify when a long run ends</source>
        <translation>長い実行の終了を通知</translation>
    </message>
    <message>
        <source>Only if the window is not in front</source>
        <translation>ウィンドウが前面にないときだけ</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>デバイス</translation>
    </message>
    <message>
        <source>Where the models run</source>
        <translation>モデルを実行する場所</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>スレッド数</translation>
    </message>
    <message>
        <source>Processor threads of the engine</source>
        <translation>エンジンが使う CPU スレッド数</translation>
    </message>
    <message>
        <source>Show a preview after every step</source>
        <translation>各ステップ後にプレビューを表示</translation>
    </message>
    <message>
        <source>The clip as predicted so far; costs little.</source>
        <translation>その時点で予測されるクリップ。負荷はわずかです。</translation>
    </message>
    <message>
        <source>When the models are compared</source>
        <translation>モデルを比較するタイミング</translation>
    </message>
    <message>
        <source>Each comparison runs the other model as well and adds one point to the curve.</source>
        <translation>比較のたびにもう一方のモデルも実行し、曲線に 1 点を加えます。</translation>
    </message>
    <message>
        <source>Steps between two saved states</source>
        <translation>保存の間隔（ステップ数）</translation>
    </message>
    <message>
        <source>An interrupted run continues from the last saved step.</source>
        <translation>中断された実行は、最後に保存されたステップから再開します。</translation>
    </message>
    <message>
        <source>Folder of the runs</source>
        <translation>実行データのフォルダー</translation>
    </message>
    <message>
        <source>Folder of exported clips</source>
        <translation>書き出したクリップのフォルダー</translation>
    </message>
    <message>
        <source>Restore defaults</source>
        <translation>既定値に戻す</translation>
    </message>
    <message>
        <source>Resets all settings in this dialog; prompts and pairs are kept.</source>
        <translation>このダイアログのすべての設定。プロンプトとペアは変わりません。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>&amp;Memory budget</source>
        <translation>メモリの上限(&amp;M)</translation>
    </message>
    <message>
        <source>All free memory</source>
        <translation>空きをすべて</translation>
    </message>
    <message>
        <source> GB</source>
        <translation> GB</translation>
    </message>
    <message>
        <source>Memory budget</source>
        <translation>メモリの上限</translation>
    </message>
    <message>
        <source>How much of the device&apos;s memory the whole run may use. If the models do not fit, they are loaded in parts: slower, same clip.</source>
        <translation>実行全体がデバイス上で使えるメモリです。モデルが入りきらないときは分割して読み込みます。遅くなりますが、クリップは同じです。</translation>
    </message>
    <message>
        <source>Automatic · %1</source>
        <translation>自動 · %1</translation>
    </message>
    <message>
        <source>%1 cannot be used: %2</source>
        <translation>%1 は使用できません: %2</translation>
    </message>
    <message>
        <source>%1 (cannot be used)</source>
        <translation>%1（使用できません）</translation>
    </message>
    <message>
        <source>Automatic · %1 on this device</source>
        <translation>自動 · このデバイスでは %1</translation>
    </message>
    <message>
        <source>fp8 &amp;weights</source>
        <translation>fp8 の重み(&amp;W)</translation>
    </message>
    <message>
        <source>fp8 · faster on a GPU, changes the clip</source>
        <translation>fp8 · GPU で高速、クリップが変わります</translation>
    </message>
    <message>
        <source>Dec&amp;oding</source>
        <translation>デコード(&amp;O)</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>正確</translation>
    </message>
    <message>
        <source>TF32 · faster on a GPU, slight rounding</source>
        <translation>TF32 · GPU で高速、わずかに丸めます</translation>
    </message>
    <message>
        <source>Applies to the transformers, the text encoder and an LTX VAE; a WAN VAE runs in float32.</source>
        <translation>トランスフォーマー、テキストエンコーダー、LTX の VAE の精度。WAN の VAE は float32 で実行します。</translation>
    </message>
    <message>
        <source>Precision of fp8 weights</source>
        <translation>fp8 の重みの精度</translation>
    </message>
    <message>
        <source>How the transformers multiply weights stored in fp8: dequantised, or as they are, with rounded activations</source>
        <translation>fp8 で保存された重みをトランスフォーマーが掛け合わせる方法：逆量子化する、またはそのまま使い活性化を丸める</translation>
    </message>
    <message>
        <source>Decoding precision</source>
        <translation>デコードの精度</translation>
    </message>
    <message>
        <source>How a GPU multiplies float32 numbers while the VAE decodes the frames</source>
        <translation>VAE がフレームを作るときに GPU が float32 の数を掛け合わせる方法</translation>
    </message>
    <message>
        <source>Other clips can continue from these states. If a run has no more space for them, the earliest are deleted first.</source>
        <translation>別のクリップをこれらの状態から続けられます。実行ごとの容量が足りなくなると、早いものから削除されます。</translation>
    </message>
    <message>
        <source>At the moment, those of all clips take up %1.</source>
        <translation>現在、すべてのクリップの分で %1 を使っています。</translation>
    </message>
    <message>
        <source>&amp;Keep states to continue from</source>
        <translation>続きの起点として残す状態(&amp;K)</translation>
    </message>
    <message>
        <source>where the models change</source>
        <translation>モデルが替わる所</translation>
    </message>
    <message>
        <source>there and every </source>
        <translation>そこと、間隔 </translation>
    </message>
    <message>
        <source>Steps between two kept states</source>
        <translation>残す状態どうしの間隔（ステップ）</translation>
    </message>
    <message>
        <source>States are always kept where the models change; more of them take more space.</source>
        <translation>モデルが替わる所の状態は常に残ります。増やすと容量も増えます。</translation>
    </message>
    <message>
        <source>&amp;Space for them in each run</source>
        <translation>実行ごとの容量(&amp;S)</translation>
    </message>
    <message>
        <source>Space for the kept states of each run</source>
        <translation>実行ごとの、残す状態の容量</translation>
    </message>
    <message>
        <source>The newest state always stays, even if it is larger.</source>
        <translation>最新の状態は、それより大きくても常に残ります。</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Space for &amp;all clips in the history</source>
        <translation>履歴にあるすべてのクリップの容量(&amp;A)</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>無制限</translation>
    </message>
    <message>
        <source>Space for all clips in the history</source>
        <translation>履歴にあるすべてのクリップの容量</translation>
    </message>
    <message>
        <source>Applied whenever a clip is finished, and when the program starts</source>
        <translation>クリップが完成したときとプログラムの起動時に適用されます</translation>
    </message>
    <message>
        <source>At the moment, they take up %1.</source>
        <translation>現在 %1 を使用しています。</translation>
    </message>
    <message>
        <source>Beyond it, the oldest clips lose their kept states, and then their uncompressed frames if they were saved as a video, which the history then plays. Clips with a star lose nothing.</source>
        <translation>これを超えると、古いクリップから順に保存済みの状態が削除され、次に、動画として保存済みのものは非圧縮フレームが削除されます。以後、履歴ではその動画が再生されます。スター付きのクリップは何も失いません。</translation>
    </message>
    <message>
        <source>Reset the settings of all pages, folders and language too? Prompts, pairs and clips are kept.</source>
        <translation>フォルダーと言語を含め、すべてのページの設定をリセットしますか? プロンプト、ペア、クリップは残ります。</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>リセット(&amp;R)</translation>
    </message>
    <message>
        <source>bfloat16 · half the memory, more rounding</source>
        <translation>bfloat16 · メモリは半分、丸めは大きめ</translation>
    </message>
    <message>
        <source>Restore &amp;defaults…</source>
        <translation>既定値に戻す(&amp;D)…</translation>
    </message>
</context>
<context>
    <name>fb::ui::SettingsDiff</name>
    <message>
        <source>Pair</source>
        <translation>ペア</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>ステージ</translation>
    </message>
    <message>
        <source>large only</source>
        <translation>大モデルのみ</translation>
    </message>
    <message>
        <source>small only</source>
        <translation>小モデルのみ</translation>
    </message>
    <message>
        <source>large for the first %1 and the last %2</source>
        <translation>最初の %1 と最後の %2 を大モデル</translation>
    </message>
</context>
<context>
    <name>fb::ui::SimilarityCurve</name>
    <message>
        <source>Frame %1: %2</source>
        <translation>フレーム %1: %2</translation>
    </message>
</context>
<context>
    <name>fb::ui::SoundField</name>
    <message>
        <source>File with the sound</source>
        <translation>音声のファイル</translation>
    </message>
    <message>
        <source>A GIF has no sound.</source>
        <translation>GIF には音声がありません。</translation>
    </message>
    <message>
        <source>A PNG sequence has no sound.</source>
        <translation>PNG 連番には音声がありません。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>An audio file, or a video whose sound is used</source>
        <translation>音声ファイル、または音声を使う動画</translation>
    </message>
    <message>
        <source>Choose the file with the sound</source>
        <translation>音声のファイルを選ぶ</translation>
    </message>
</context>
<context>
    <name>fb::ui::StagePanel</name>
    <message>
        <source>Probe the velocity divergence</source>
        <translation>速度乖離をプローブ</translation>
    </message>
    <message>
        <source>never</source>
        <translation>しない</translation>
    </message>
    <message>
        <source>on large steps</source>
        <translation>大モデルのステップで</translation>
    </message>
    <message>
        <source>on all steps</source>
        <translation>全ステップで</translation>
    </message>
    <message>
        <source>Compare the models while sampling</source>
        <translation>サンプリング中にモデルを比較</translation>
    </message>
    <message>
        <source>Choose %1</source>
        <comment>undo</comment>
        <translation>%1 を選択</translation>
    </message>
    <message>
        <source>Move stage boundary</source>
        <comment>undo</comment>
        <translation>ステージ境界を移動</translation>
    </message>
    <message>
        <source>Run both models on every step of this request once and draw how much they differ. Where they agree, the small one can take over.</source>
        <translation>この内容の全ステップで両モデルを一度実行し、差を描きます。一致する範囲は小モデルに任せられます。</translation>
    </message>
    <message>
        <source>Draws the divergence live while a clip is generated. This takes as long as running the other model on the compared steps.</source>
        <translation>生成中に速度乖離をリアルタイムで描きます。比較するステップでは、もう一方のモデルの時間がかかります。</translation>
    </message>
    <message>
        <source>Large, small, large: nearly the large model&apos;s clip for less work</source>
        <translation>大・小・大: 少ない計算で大モデルに近いクリップ</translation>
    </message>
    <message>
        <source>Schedule large, small, large</source>
        <translation>スケジュール 大・小・大</translation>
    </message>
    <message>
        <source>Large early, then small to the end: structure and motion of the large model</source>
        <translation>序盤は大、最後まで小: 大モデルの構図と動き</translation>
    </message>
    <message>
        <source>Schedule large, small, small</source>
        <translation>スケジュール 大・小・小</translation>
    </message>
    <message>
        <source>Small early, then large to the end: only the large model&apos;s detail</source>
        <translation>序盤は小、最後まで大: 大モデルの細部のみ</translation>
    </message>
    <message>
        <source>Schedule small, large, large</source>
        <translation>スケジュール 小・大・大</translation>
    </message>
    <message>
        <source>The large model on every step: the clip to compare with</source>
        <translation>全ステップ大モデル: 比較の基準になるクリップ</translation>
    </message>
    <message>
        <source>Schedule large only</source>
        <translation>スケジュール 大のみ</translation>
    </message>
    <message>
        <source>The small model on every step: the fastest draft</source>
        <translation>全ステップ小モデル: 最速のドラフト</translation>
    </message>
    <message>
        <source>Schedule small only</source>
        <translation>スケジュール 小のみ</translation>
    </message>
    <message>
        <source>Compare &amp;while sampling</source>
        <translation>サンプリング中に比較(&amp;W)</translation>
    </message>
    <message>
        <source>Change small steps</source>
        <comment>undo</comment>
        <translation>小モデルのステップを変更</translation>
    </message>
    <message>
        <source>Small steps</source>
        <translation>小のステップ</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>Steps of the small model</source>
        <translation>小モデルのステップ数</translation>
    </message>
    <message>
        <source>How many steps the small model takes in its stage. Fewer, longer steps suit step-distilled models.</source>
        <translation>小モデルが担当区間を何ステップで進むか。少なく長いステップは、ステップ蒸留されたモデル向けです。</translation>
    </message>
    <message>
        <source>Apply the suggested boundaries</source>
        <comment>undo</comment>
        <translation>提案された境界の適用</translation>
    </message>
    <message>
        <source>Show the stages as a strip</source>
        <translation>ステージを帯状に表示</translation>
    </message>
    <message>
        <source>Show sliders and legend</source>
        <translation>スライダーと凡例を表示</translation>
    </message>
    <message>
        <source>More than an hour: a smaller size, fewer frames or fewer steps take less.</source>
        <translation>1 時間を超えます。サイズ、フレーム数、ステップ数を減らすと短くなります。</translation>
    </message>
    <message>
        <source>Find boundaries by measuring</source>
        <translation>測定して境界を探す</translation>
    </message>
    <message>
        <source>Samples prompts with many boundaries and compares the clips with the large model&apos;s</source>
        <translation>多くの境界でプロンプトを生成し、大モデルのクリップと比較します</translation>
    </message>
    <message>
        <source>That takes %1.</source>
        <translation>所要時間は%1です。</translation>
    </message>
    <message>
        <source>Pro&amp;be</source>
        <translation>プローブ(&amp;B)</translation>
    </message>
</context>
<context>
    <name>fb::ui::StatusLine</name>
    <message>
        <source>Memory %1</source>
        <translation>メモリ %1</translation>
    </message>
    <message>
        <source>Memory %1 of %2</source>
        <translation>メモリ %1 / %2</translation>
    </message>
    <message>
        <source>Progress of the running clip</source>
        <translation>実行中のクリップの進捗</translation>
    </message>
    <message>
        <source>How much of the running clip is done</source>
        <translation>実行中のクリップがどこまで進んだか</translation>
    </message>
    <message numerus="yes">
        <source>CPU · %n thread(s)</source>
        <translation>
            <numerusform>CPU · %n スレッド</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>保存しました: %1</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Show the saved clip in its folder</source>
        <translation>保存したクリップをフォルダーで表示</translation>
    </message>
    <message>
        <source>%1 · %2 left</source>
        <translation>%1 · 残り %2</translation>
    </message>
</context>
<context>
    <name>fb::ui::Studio</name>
    <message>
        <source>The frames of this clip cannot be read from %1, and its video %2 has been moved or changed. Put the video back, or generate the clip again.</source>
        <translation>このクリップのフレームを %1 から読み込めず、動画 %2 は移動または変更されています。動画を元の場所に戻すか、クリップをもう一度生成してください。</translation>
    </message>
</context>
<context>
    <name>fb::ui::SuggestionLine</name>
    <message>
        <source>Dismiss the suggestion</source>
        <translation>提案を閉じる</translation>
    </message>
    <message>
        <source>Hide this until the next probe</source>
        <translation>次のプローブまで隠します</translation>
    </message>
    <message>
        <source>No suggestion: there are too few steps.</source>
        <translation>提案なし: ステップが少なすぎます。</translation>
    </message>
    <message>
        <source>No suggestion: the models differ about equally on all steps.</source>
        <translation>提案なし: どのステップでもモデルの差はほぼ同じです。</translation>
    </message>
    <message>
        <source>No suggestion: the models differ least at the start.</source>
        <translation>提案なし: モデルの差が最も小さいのは最初です。</translation>
    </message>
    <message>
        <source>No suggestion: the models differ least at the end.</source>
        <translation>提案なし: モデルの差が最も小さいのは最後です。</translation>
    </message>
    <message>
        <source>Boundaries are suggested where the sides of a valley in the divergence rise.</source>
        <translation>乖離の谷の両側が立ち上がる所に境界を提案します。</translation>
    </message>
    <message>
        <source>Suggested %1 / %2: %3 less work</source>
        <translation>提案 %1 / %2: 計算量 %3 減</translation>
    </message>
    <message>
        <source>Suggested %1 / %2</source>
        <translation>提案 %1 / %2</translation>
    </message>
    <message>
        <source>The large model runs the first %1 and the last %2 of the steps, up to where the sides of the divergence rise. Compared with the large model alone.</source>
        <translation>大きいモデルが最初の %1 と最後の %2 のステップを受け持ちます。乖離の両側が立ち上がる所までです。大きいモデルだけの場合との比較です。</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>適用</translation>
    </message>
    <message>
        <source>Apply the suggested boundaries</source>
        <translation>提案された境界を適用</translation>
    </message>
    <message>
        <source>Move both boundaries there</source>
        <translation>両方の境界をそこへ動かします</translation>
    </message>
    <message>
        <source>Measure…</source>
        <translation>測定…</translation>
    </message>
    <message>
        <source>Find boundaries by measuring</source>
        <translation>測定して境界を探す</translation>
    </message>
    <message>
        <source>Samples prompts with many boundaries and compares the clips with the large model&apos;s</source>
        <translation>多くの境界でプロンプトを生成し、大モデルのクリップと比較します</translation>
    </message>
    <message>
        <source>Hide this until others are suggested</source>
        <translation>別の提案があるまで隠す</translation>
    </message>
    <message>
        <source>Suggested %1 / %2: %3 less work · sameness %4</source>
        <translation>提案 %1 / %2: 計算量 %3 減 · 一致度 %4</translation>
    </message>
    <message>
        <source>Measured with clips of this pair. Sameness 1 is the large model&apos;s clip; 0 is as far from it as clips that have little in common.</source>
        <translation>このペアのクリップで測定。一致度 1 は大モデルのクリップ、0 は共通点の少ないクリップと同じだけ離れています。</translation>
    </message>
    <message>
        <source>Suggested %1 / %2: %3 less work · predicted sameness %4</source>
        <translation>提案 %1 / %2: 計算量 %3 減 · 予測一致度 %4</translation>
    </message>
    <message>
        <source>Predicted from the divergence by what measured clips of this pair have shown. Sameness 1 is the large model&apos;s clip; 0 is as far from it as clips that have little in common.</source>
        <translation>このペアの測定済みクリップの結果をもとに、乖離から予測。一致度 1 は大モデルのクリップ、0 は共通点の少ないクリップと同じだけ離れています。</translation>
    </message>
</context>
<context>
    <name>fb::ui::SweepFields</name>
    <message>
        <source>%1, %2</source>
        <translation>%1、%2</translation>
    </message>
    <message numerus="yes">
        <source>%n LoRA(s)</source>
        <translation>
            <numerusform>LoRA %n 個</numerusform>
        </translation>
    </message>
    <message>
        <source>Prompts from a text file</source>
        <translation>テキストファイルのプロンプト</translation>
    </message>
    <message>
        <source>Text files (*.txt);;All files (*)</source>
        <translation>テキストファイル (*.txt);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Those of the main window; change them there</source>
        <translation>メインウィンドウの設定です。変更はそちらで行います</translation>
    </message>
    <message>
        <source>&amp;Prompts</source>
        <translation>プロンプト(&amp;P)</translation>
    </message>
    <message>
        <source>One prompt in each line; text files can be dropped here</source>
        <translation>1 行に 1 プロンプト。テキストファイルをドロップできます</translation>
    </message>
    <message>
        <source>Prompts, one in each line</source>
        <translation>プロンプト、1 行に 1 つ</translation>
    </message>
    <message>
        <source>Add the &amp;current prompt</source>
        <translation>現在のプロンプトを追加(&amp;C)</translation>
    </message>
    <message>
        <source>Add from a &amp;text file…</source>
        <translation>テキストファイルから追加(&amp;T)…</translation>
    </message>
    <message>
        <source>S&amp;eeds for each prompt</source>
        <translation>プロンプトごとのシード数(&amp;E)</translation>
    </message>
    <message>
        <source>Seeds for each prompt</source>
        <translation>プロンプトごとのシード数</translation>
    </message>
    <message>
        <source>&amp;Large until, %</source>
        <translation>大モデルの終わり、%(&amp;L)</translation>
    </message>
    <message>
        <source>Early stages to try, in per cent of the steps</source>
        <translation>試す前半ステージ (ステップの %)</translation>
    </message>
    <message>
        <source>Large again for the l&amp;ast, %</source>
        <translation>最後に再び大モデル、%(&amp;A)</translation>
    </message>
    <message>
        <source>Late stages to try, in per cent of the steps</source>
        <translation>試す後半ステージ (ステップの %)</translation>
    </message>
    <message>
        <source>Also compare</source>
        <translation>ほかの比較対象</translation>
    </message>
    <message>
        <source>The la&amp;rge model with fewer steps</source>
        <translation>ステップを減らした大モデル(&amp;R)</translation>
    </message>
    <message>
        <source>Up to %1 numbers of steps, each as much work as some boundaries of the grid</source>
        <translation>最大 %1 通りのステップ数。それぞれ格子のいずれかの境界と同じ計算量です</translation>
    </message>
    <message>
        <source>A &amp;guard, with these bounds:</source>
        <translation>次の許容値のガード(&amp;G):</translation>
    </message>
    <message>
        <source>Bounds of the guard, separated by spaces</source>
        <translation>ガードの許容値 (空白で区切る)</translation>
    </message>
    <message>
        <source>The s&amp;mall model first</source>
        <translation>小モデルを先に(&amp;M)</translation>
    </message>
    <message>
        <source>Small at the start, large for the last steps, as long as in the grid</source>
        <translation>最初は小、最後のステップは大。長さは格子と同じです</translation>
    </message>
    <message>
        <source>&amp;DINOv2 weights</source>
        <translation>DINOv2 の重み(&amp;D)</translation>
    </message>
    <message>
        <source>File or folder of DINOv2 weights</source>
        <translation>DINOv2 の重みのファイルまたはフォルダー</translation>
    </message>
    <message>
        <source>LP&amp;IPS weights</source>
        <translation>LPIPS の重み(&amp;I)</translation>
    </message>
    <message>
        <source>File of LPIPS weights</source>
        <translation>LPIPS の重みのファイル</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>フォルダー(&amp;F)</translation>
    </message>
    <message>
        <source>Folder of the measurements</source>
        <translation>測定のフォルダー</translation>
    </message>
    <message>
        <source>None</source>
        <comment>weights</comment>
        <translation>なし</translation>
    </message>
    <message>
        <source>With these, clips are also compared by what their frames show. A file can be dropped here</source>
        <translation>これがあると、フレームに何が写っているかでもクリップを比べます。ファイルをここにドロップできます</translation>
    </message>
    <message>
        <source>With these, clips are also compared by how alike their frames look. A file can be dropped here</source>
        <translation>これがあると、フレームの見た目の近さでもクリップを比べます。ファイルをここにドロップできます</translation>
    </message>
    <message>
        <source>A one-&amp;way guard, with these:</source>
        <translation>次の許容値の一方向ガード(&amp;W):</translation>
    </message>
    <message>
        <source>Between the shortest stage at the start and the longest at the end, the small model takes over when what the large one predicts changes less than this from step to step</source>
        <translation>最も短い前半ステージと最も長い後半ステージの間で、大モデルの予測のステップ間の変化がこの値を下回ると小モデルが引き継ぎます</translation>
    </message>
    <message>
        <source>Bounds of the one-way guard, separated by spaces</source>
        <translation>一方向ガードの許容値 (空白で区切る)</translation>
    </message>
    <message>
        <source>SRDiffusion&apos;s r&amp;ule, with these:</source>
        <translation>次の許容値の SRDiffusion の規則(&amp;U):</translation>
    </message>
    <message>
        <source>Between the shortest stage at the start and the longest at the end, the small model takes over when the large one&apos;s velocity changes less than in the step before, by less than this</source>
        <translation>最も短い前半ステージと最も長い後半ステージの間で、大モデルの速度場の変化が前のステップより小さくなり、その差がこの値を下回ると小モデルが引き継ぎます</translation>
    </message>
    <message>
        <source>Bounds of SRDiffusion&apos;s rule, separated by spaces</source>
        <translation>SRDiffusion の規則の許容値 (空白で区切る)</translation>
    </message>
    <message>
        <source>Compare latents only, wit&amp;hout decoding clips</source>
        <translation>クリップをデコードせず、潜在表現だけを比べる(&amp;H)</translation>
    </message>
    <message>
        <source>Takes less time, but there are no clips to look at. They can be decoded later, without another step</source>
        <translation>時間は短くなりますが、見られるクリップはできません。後からステップを追加せずにデコードできます</translation>
    </message>
    <message>
        <source>Between the stage at the start that is nearest to 40 % and the longest at the end, the large model checks every few steps whether the small one is near enough</source>
        <translation>40 % に最も近い前半ステージと最も長い後半ステージの間で、大モデルが数ステップごとに小モデルが十分近いかを確かめます</translation>
    </message>
</context>
<context>
    <name>fb::ui::SweepForm</name>
    <message>
        <source>The stages are whole per cents from 0 to 100, separated by commas.</source>
        <translation>ステージは 0 から 100 までの整数パーセントをコンマで区切ります。</translation>
    </message>
    <message>
        <source>Write at least one prompt, one in each line.</source>
        <translation>プロンプトを 1 行に 1 つ、少なくとも 1 つ入力してください。</translation>
    </message>
    <message>
        <source>This needs up to %1 in %2, where only %3 are free: choose another folder, or fewer prompts.</source>
        <translation>%2 に最大 %1 必要ですが、空きは %3 しかありません。別のフォルダーを選ぶか、プロンプトを減らしてください。</translation>
    </message>
    <message>
        <source>Planning…</source>
        <translation>計画中…</translation>
    </message>
    <message>
        <source>%1 of %2 clips are measured.</source>
        <translation>%2 個中 %1 個のクリップを測定済み。</translation>
    </message>
    <message>
        <source>Add prompts, seeds or boundaries to measure more.</source>
        <translation>さらに測定するには、プロンプト、シード、境界を追加してください。</translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s) to make, as much work as %1 of the large model alone.</source>
        <translation>
            <numerusform>クリップ %n 個を生成します。大モデルのみの %1 個分の計算量です。</numerusform>
        </translation>
    </message>
    <message>
        <source>That takes %1.</source>
        <translation>所要時間は%1です。</translation>
    </message>
    <message>
        <source>How long that takes is known after the first clips on this machine.</source>
        <translation>所要時間は、このマシンで最初のクリップを作成した後に分かります。</translation>
    </message>
    <message>
        <source>It needs up to %1 on the disk.</source>
        <translation>ディスクに最大 %1 必要です。</translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s)</source>
        <translation>
            <numerusform>クリップ %n 個</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is measured.</source>
        <translation>すべて測定済みです。</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>Samples each prompt with the large model alone, with the small model alone and with many boundaries between them, and compares the clips. The steps that they have in common are computed once.</source>
        <translation>各プロンプトを大モデルのみ、小モデルのみ、その間の多くの境界で生成し、クリップを比較します。共通のステップは一度だけ計算されます。</translation>
    </message>
    <message>
        <source>Use a &amp;new folder</source>
        <translation>新しいフォルダーを使う(&amp;N)</translation>
    </message>
    <message>
        <source>The guard&apos;s bounds are numbers from 0 to %1, separated by spaces.</source>
        <translation>ガードの許容値は 0 から %1 までの数を空白で区切って入力してください。</translation>
    </message>
    <message>
        <source>This sweep keeps to %1. A new folder can do without.</source>
        <translation>この測定は %1 を使い続けます。新しいフォルダーなら不要です。</translation>
    </message>
    <message>
        <source>%1 needs clips of at least %2 pixels on each side, but these have %3.</source>
        <translation>%1 には各辺 %2 ピクセル以上のクリップが必要ですが、これらは %3 です。</translation>
    </message>
    <message>
        <source>These weights cannot be used: choose others, or clear the field.</source>
        <translation>この重みは使えません。別のものを選ぶか、欄を空にしてください。</translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s) to compare again, without a step.</source>
        <translation>
            <numerusform>%n 個のクリップを再比較します (ステップの計算なし)。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s) to compare again</source>
        <translation>
            <numerusform>再比較するクリップ: %n 個</numerusform>
        </translation>
    </message>
    <message>
        <source>The bounds of the one-way guard are numbers above 0 and at most %1, separated by spaces.</source>
        <translation>一方向ガードの許容値は 0 より大きく %1 以下の数を空白で区切って入力してください。</translation>
    </message>
    <message>
        <source>The bounds of SRDiffusion&apos;s rule are numbers above 0 and at most %1, separated by spaces.</source>
        <translation>SRDiffusion の規則の許容値は 0 より大きく %1 以下の数を空白で区切って入力してください。</translation>
    </message>
    <message>
        <source>A guard that hands over later costs more.</source>
        <translation>ガードによる引き継ぎが遅いほど計算量が増えます。</translation>
    </message>
</context>
<context>
    <name>fb::ui::SweepWords</name>
    <message>
        <source>Cheapest</source>
        <translation>最小計算量</translation>
    </message>
    <message>
        <source>Sure</source>
        <translation>確実</translation>
    </message>
    <message>
        <source>Knee</source>
        <translation>ニー</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>論文</translation>
    </message>
    <message>
        <source>The least work that is near enough.</source>
        <translation>十分に近い中で計算量が最小です。</translation>
    </message>
    <message>
        <source>The least work that is near enough even at the low end of the interval.</source>
        <translation>区間の下端でも十分に近い中で計算量が最小です。</translation>
    </message>
    <message>
        <source>From here on, more large steps bring less than on average.</source>
        <translation>ここから先は、大モデルのステップを増やしても平均より効果が小さくなります。</translation>
    </message>
    <message>
        <source>The paper&apos;s criteria: with shorter stages, sameness falls faster than on average.</source>
        <translation>論文の基準: これより短いステージでは一致度が平均より速く下がります。</translation>
    </message>
    <message>
        <source>Structure (SSIM)</source>
        <translation>構造 (SSIM)</translation>
    </message>
    <message>
        <source>Latents</source>
        <translation>潜在表現</translation>
    </message>
    <message>
        <source>Pixels (PSNR)</source>
        <translation>画素 (PSNR)</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>動き</translation>
    </message>
    <message>
        <source>Flicker</source>
        <translation>ちらつき</translation>
    </message>
    <message>
        <source>the further one</source>
        <translation>遠い方</translation>
    </message>
    <message>
        <source>another seed</source>
        <translation>別のシード</translation>
    </message>
    <message>
        <source>the small model</source>
        <translation>小モデル</translation>
    </message>
    <message>
        <source>Large model alone</source>
        <translation>大モデルのみ</translation>
    </message>
    <message>
        <source>Small model alone</source>
        <translation>小モデルのみ</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 less work, sameness %2</source>
        <translation>計算量 %1 減、一致度 %2</translation>
    </message>
    <message>
        <source>%1 less work, sameness %2 (%3 to %4)</source>
        <translation>計算量 %1 減、一致度 %2 (%3〜%4)</translation>
    </message>
    <message>
        <source>Content (DINOv2)</source>
        <translation>内容 (DINOv2)</translation>
    </message>
    <message>
        <source>Look (LPIPS)</source>
        <translation>見た目 (LPIPS)</translation>
    </message>
    <message numerus="yes">
        <source>Large model, %n step(s)</source>
        <translation>
            <numerusform>大モデル、%n ステップ</numerusform>
        </translation>
    </message>
    <message>
        <source>Guard %1, %2 / %3</source>
        <translation>ガード %1、%2 / %3</translation>
    </message>
    <message>
        <source>%1 more work, sameness %2</source>
        <translation>計算量 %1 増、一致度 %2</translation>
    </message>
    <message>
        <source>One-way guard %1, %2 / %3</source>
        <translation>一方向ガード %1、%2 / %3</translation>
    </message>
    <message>
        <source>SRDiffusion guard %1, %2 / %3</source>
        <translation>SRDiffusion ガード %1、%2 / %3</translation>
    </message>
    <message>
        <source>Returning guard %1, %2 / %3</source>
        <translation>復帰ありのガード %1、%2 / %3</translation>
    </message>
</context>
<context>
    <name>fb::ui::Tour</name>
    <message>
        <source>Skip</source>
        <translation>スキップ</translation>
    </message>
    <message>
        <source>Help › Tour shows it again</source>
        <translation>ヘルプ › ツアーでもう一度表示できます</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>次へ</translation>
    </message>
</context>
<context>
    <name>fb::ui::TourPresenter</name>
    <message>
        <source>Say what the clip shows</source>
        <translation>クリップの内容を書く</translation>
    </message>
    <message>
        <source>Describe it here, or take the example. Size, length and presets that fit this pair of models are below. Ctrl+Return generates the clip.</source>
        <translation>ここに書くか、例をそのまま使います。その下に、このモデルのペアに合うサイズ、長さ、プリセットがあります。Ctrl+Return でクリップを生成します。</translation>
    </message>
    <message>
        <source>Share the steps</source>
        <translation>ステップを分担する</translation>
    </message>
    <message>
        <source>The large model takes the first and the last steps, the small one those between. Drag the two handles: fewer large steps take less time, more come nearer to the large model&apos;s clip. The curve shows how much the models differ.</source>
        <translation>最初と最後のステップは大モデル、その間は小モデルが担当します。2 つのハンドルをドラッグしてください。大モデルのステップが少ないほど速く、多いほど大モデルのクリップに近づきます。曲線は両モデルの違いを示します。</translation>
    </message>
    <message>
        <source>Watch it grow</source>
        <translation>できていく様子を見る</translation>
    </message>
    <message>
        <source>The clip appears here while it is made. Finished ones are saved as videos by themselves and stay in the history, where two of them can be compared.</source>
        <translation>生成中のクリップがここに表示されます。完成したものは自動的に動画として保存され、履歴に残り、2 つを比較できます。</translation>
    </message>
</context>
<context>
    <name>fb::ui::UnexpectedEnd</name>
    <message>
        <source>it got too little memory</source>
        <translation>メモリが不足しました</translation>
    </message>
</context>
<context>
    <name>fb::ui::ValueFields</name>
    <message>
        <source>%1 is not allowed here; the nearest value is %2.</source>
        <translation>%1 はここでは使えません。最も近い値は %2 です。</translation>
    </message>
    <message>
        <source>%1 s at %2 fps</source>
        <translation>%1 秒（%2 fps）</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>&amp;Swap width and height</source>
        <translation>幅と高さを入れ替え(&amp;S)</translation>
    </message>
    <message>
        <source>Si&amp;ze</source>
        <translation>サイズ(&amp;Z)</translation>
    </message>
    <message>
        <source>&amp;Length</source>
        <translation>長さ(&amp;L)</translation>
    </message>
    <message>
        <source>S&amp;teps</source>
        <translation>ステップ(&amp;T)</translation>
    </message>
    <message>
        <source>See&amp;d</source>
        <translation>シード(&amp;D)</translation>
    </message>
    <message>
        <source> fps</source>
        <translation> fps</translation>
    </message>
    <message>
        <source>Shift </source>
        <translation>シフト </translation>
    </message>
    <message>
        <source>&amp;Advanced</source>
        <translation>詳細(&amp;A)</translation>
    </message>
    <message>
        <source>Common sizes</source>
        <translation>標準サイズ</translation>
    </message>
    <message>
        <source>Keep the seed</source>
        <translation>シードを固定</translation>
    </message>
    <message>
        <source>Roll a new seed</source>
        <translation>新しいシードを引く</translation>
    </message>
    <message>
        <source>Copy the seed</source>
        <translation>シードをコピー</translation>
    </message>
    <message>
        <source>Advanced settings</source>
        <translation>詳細設定</translation>
    </message>
    <message>
        <source>A multiple of %1 pixels; other values are rounded to the nearest.</source>
        <translation>%1 ピクセルの倍数。それ以外は最も近い値になります。</translation>
    </message>
    <message>
        <source>Common sizes, and swapping width and height</source>
        <translation>標準サイズと、幅・高さの入れ替え</translation>
    </message>
    <message>
        <source>%1 frames plus any multiple of %2: the VAE packs that many into one latent frame.</source>
        <translation>%1 フレームに %2 の倍数を足した数。VAE がその数を 1 つの潜在フレームにまとめます。</translation>
    </message>
    <message>
        <source>Locked: every run uses this seed. Unlocked: each run rolls a new one.</source>
        <translation>閉じた錠: 毎回このシードを使います。開いた錠: 毎回新しいシードを引きます。</translation>
    </message>
    <message>
        <source>&amp;Guidance</source>
        <translation>ガイダンス(&amp;G)</translation>
    </message>
    <message>
        <source>This pair was distilled for this number of steps.</source>
        <translation>このペアはこのステップ数に合わせて蒸留されています。</translation>
    </message>
    <message>
        <source>This pair defines its own guidance for each noise level.</source>
        <translation>このペアはノイズレベルごとに専用のガイダンスを持っています。</translation>
    </message>
    <message>
        <source>Settings that rarely need changing</source>
        <translation>めったに変更しない設定</translation>
    </message>
    <message>
        <source>“%1” is not a list of numbers such as 1, 0.75, 0.5.</source>
        <translation>「%1」は 1, 0.75, 0.5 のような数値の並びではありません。</translation>
    </message>
    <message>
        <source>As many as there are noise levels, under Advanced.</source>
        <translation>「詳細」にあるノイズレベルの数と同じです。</translation>
    </message>
</context>
<context>
    <name>fb::ui::WatchedView</name>
    <message>
        <source>No folder is watched for models</source>
        <translation>監視しているモデルのフォルダーはありません</translation>
    </message>
    <message>
        <source>Watched folders</source>
        <translation>監視しているフォルダー</translation>
    </message>
    <message>
        <source>Watch folder…</source>
        <translation>フォルダーを監視…</translation>
    </message>
    <message>
        <source>Watch a folder of models</source>
        <translation>モデルのフォルダーを監視</translation>
    </message>
    <message>
        <source>Remembered, and searched again when something in it changes. A ComfyUI folder works as it is.</source>
        <translation>記憶され、中身が変わると再び検索されます。ComfyUI のフォルダーはそのまま使えます。</translation>
    </message>
    <message>
        <source>Stop watching %1</source>
        <translation>%1 の監視をやめる</translation>
    </message>
    <message>
        <source>The folder and its files stay as they are</source>
        <translation>フォルダーとファイルはそのまま残ります</translation>
    </message>
    <message>
        <source>searching…</source>
        <translation>検索中…</translation>
    </message>
    <message>
        <source>not there at the moment</source>
        <translation>現在見つかりません</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>読み込めません</translation>
    </message>
    <message>
        <source>%1 free</source>
        <translation>空き %1</translation>
    </message>
</context>
<context>
    <name>fb::ui::WeightsEdit</name>
    <message>
        <source>Weights (*.safetensors *.safetensors.index.json);;All files (*)</source>
        <translation>重み (*.safetensors *.safetensors.index.json);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Choose file</source>
        <translation>ファイルを選択</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>ファイルを選択…</translation>
    </message>
    <message>
        <source>Use no weights</source>
        <translation>重みを使わない</translation>
    </message>
    <message>
        <source>Use no weights here</source>
        <translation>ここでは重みを使いません</translation>
    </message>
</context>
<context>
    <name>fb::ui::WhereToGet</name>
    <message>
        <source>The large model and everything it needs: the folders transformer, text_encoder, tokenizer and vae.</source>
        <translation>大モデルと付属の一式: transformer、text_encoder、tokenizer、vae フォルダー。</translation>
    </message>
    <message>
        <source>The small model: together with the repository above, the folder transformer is enough. To use it on its own, take the same four folders.</source>
        <translation>小モデル: 上のリポジトリと併用するなら transformer フォルダーだけで十分です。単独では同じ 4 つのフォルダーがあります。</translation>
    </message>
    <message>
        <source>Open %1 in the browser</source>
        <translation>%1 をブラウザーで開く</translation>
    </message>
    <message>
        <source>Makes clips from an image: take the same four folders and image_encoder. There is no small model for it, so it runs alone.</source>
        <translation>画像からクリップを作ります: 同じ 4 つのフォルダーと image_encoder。対になる小モデルがないため、単独で動きます。</translation>
    </message>
    <message>
        <source>Single files that include the VAE: ltxv-13b-0.9.8-dev.safetensors is the large model, ltxv-2b-0.9.8-distilled.safetensors the small one. ltxv-spatial-upscaler-0.9.8.safetensors is the latent upsampler for runs in two passes. Take only these files: the repository holds all versions.</source>
        <translation>VAE も含む単一ファイル: ltxv-13b-0.9.8-dev.safetensors が大モデル、ltxv-2b-0.9.8-distilled.safetensors が小モデルです。ltxv-spatial-upscaler-0.9.8.safetensors は 2 パスで実行するための潜在アップサンプラーです。リポジトリには全バージョンがあるので、これらのファイルだけを入手してください。</translation>
    </message>
    <message>
        <source>The folders tokenizer and text_encoder, which work for every version. With transformer and vae, it is also a small model.</source>
        <translation>すべてのバージョンで使える tokenizer と text_encoder フォルダー。transformer と vae も入手すれば、小モデルにもなります。</translation>
    </message>
    <message>
        <source>The models are published on Hugging Face. A pair needs a large and a small transformer of one family, and one text encoder, tokenizer and VAE for both. Pickle files (.pth) are refused because opening one can run arbitrary code; use .safetensors.</source>
        <translation>モデルは Hugging Face で公開されています。ペアには同じ系列の大小のトランスフォーマーと、共通のテキストエンコーダー、トークナイザー、VAE が必要です。Pickle ファイル (.pth) は開くだけで任意のコードが実行されうるため使用できません。.safetensors をお使いください。</translation>
    </message>
    <message>
        <source>WAN 2.1</source>
        <translation>WAN 2.1</translation>
    </message>
    <message>
        <source>The two text-to-video models share one latent space and form a pair.</source>
        <translation>テキストから動画を作る 2 つのモデルは同じ潜在空間を共有し、ペアになります。</translation>
    </message>
    <message>
        <source>LTX-Video</source>
        <translation>LTX-Video</translation>
    </message>
    <message>
        <source>Versions 0.9.0 and 0.9.1 share one latent space, 0.9.5 to 0.9.8 another. Both models of a pair must use the same one; 13B 0.9.8 dev with 2B 0.9.8 distilled is a good pair.</source>
        <translation>バージョン 0.9.0 と 0.9.1 は一つの潜在空間を、0.9.5～0.9.8 は別の潜在空間を共有します。ペアの両モデルは同じ潜在空間のものにします。13B 0.9.8 dev と 2B 0.9.8 distilled が良い組み合わせです。</translation>
    </message>
    <message>
        <source>Licence: Apache 2.0.</source>
        <translation>ライセンス: Apache 2.0。</translation>
    </message>
    <message>
        <source>Licence: that of LTX-Video, in its repository; of the text encoder, Apache 2.0.</source>
        <translation>ライセンス: LTX-Video のもの（リポジトリに記載）。テキストエンコーダーは Apache 2.0。</translation>
    </message>
    <message>
        <source>As single files, a pair takes about %1.</source>
        <translation>単一ファイルの場合、ペアは約 %1 です。</translation>
    </message>
    <message>
        <source>Only %1 are free where models go.</source>
        <translation>モデルの保存先の空きは %1 しかありません。</translation>
    </message>
    <message>
        <source>%1 are free where models go.</source>
        <translation>モデルの保存先の空きは %1 です。</translation>
    </message>
    <message>
        <source>Everything as single files: from split_files, take diffusion_models/wan2.1_t2v_14B_fp8_scaled.safetensors, which suits a GPU with 12 or 16 GB, or, for a larger one, wan2.1_t2v_14B_fp16.safetensors; and with either, diffusion_models/wan2.1_t2v_1.3B_fp16.safetensors, text_encoders/umt5_xxl_fp8_e4m3fn_scaled.safetensors and vae/wan_2.1_vae.safetensors.</source>
        <translation>すべて単一ファイル: split_files から、12 GB または 16 GB の GPU には diffusion_models/wan2.1_t2v_14B_fp8_scaled.safetensors、それより大きい GPU には wan2.1_t2v_14B_fp16.safetensors を入手してください。どちらの場合も diffusion_models/wan2.1_t2v_1.3B_fp16.safetensors、text_encoders/umt5_xxl_fp8_e4m3fn_scaled.safetensors、vae/wan_2.1_vae.safetensors が必要です。</translation>
    </message>
    <message>
        <source>The text encoder as a single file: t5xxl_fp16.safetensors or, at half the size, t5xxl_fp8_e4m3fn_scaled.safetensors. The tokenizer is in the next repository.</source>
        <translation>単一ファイルのテキストエンコーダー: t5xxl_fp16.safetensors、または半分のサイズの t5xxl_fp8_e4m3fn_scaled.safetensors。トークナイザーは次のリポジトリにあります。</translation>
    </message>
    <message>
        <source>As single files, a pair takes about %1, or %2 with the large model in 16 bits.</source>
        <translation>単一ファイルの場合、ペアは約 %1、大モデルが 16 ビットなら %2 です。</translation>
    </message>
</context>
</TS>
