<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en_US">
<context>
    <name>ComponentKind</name>
    <message>
        <source>WAN transformer</source>
        <translation>WAN 트랜스포머</translation>
    </message>
    <message>
        <source>WAN VAE</source>
        <translation>WAN VAE</translation>
    </message>
    <message>
        <source>UMT5 text encoder</source>
        <translation>UMT5 텍스트 인코더</translation>
    </message>
    <message>
        <source>LTX transformer</source>
        <translation>LTX 트랜스포머</translation>
    </message>
    <message>
        <source>LTX VAE</source>
        <translation>LTX VAE</translation>
    </message>
    <message>
        <source>T5 text encoder</source>
        <translation>T5 텍스트 인코더</translation>
    </message>
    <message>
        <source>LTX latent upsampler</source>
        <translation>LTX 잠재 업샘플러</translation>
    </message>
    <message>
        <source>CLIP image encoder</source>
        <translation>CLIP 이미지 인코더</translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%Ln frame(s)</source>
        <translation>
            <numerusform>%Ln프레임</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln step(s)</source>
        <translation>
            <numerusform>%Ln스텝</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s)</source>
        <translation>
            <numerusform>작업 %Ln개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>파일 %Ln개</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2 at %3 fps</source>
        <translation>%1 · %2 (%3 fps)</translation>
    </message>
</context>
<context>
    <name>Durations</name>
    <message>
        <source>%1 s</source>
        <translation>%1초</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>약 %1</translation>
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
        <translation>%1시간 %2분</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>A setting has a value that cannot be used</source>
        <translation>사용할 수 없는 설정값이 있습니다</translation>
    </message>
    <message>
        <source>Something was not found</source>
        <translation>찾을 수 없는 항목이 있습니다</translation>
    </message>
    <message>
        <source>A file is damaged</source>
        <translation>파일이 손상되었습니다</translation>
    </message>
    <message>
        <source>This is not supported</source>
        <translation>지원하지 않는 형식입니다</translation>
    </message>
    <message>
        <source>There is not enough memory</source>
        <translation>메모리가 부족합니다</translation>
    </message>
    <message>
        <source>A file could not be read or written</source>
        <translation>파일을 읽거나 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>Sampling produced invalid numbers</source>
        <translation>수치가 범위를 벗어났습니다</translation>
    </message>
    <message>
        <source>Internal error</source>
        <translation>프로그램 내부 오류가 발생했습니다</translation>
    </message>
    <message>
        <source>Change the value named above and try again.</source>
        <translation>위에 표시된 값을 바꾼 뒤 다시 시도하세요.</translation>
    </message>
    <message>
        <source>Put the file back, or choose its new location.</source>
        <translation>파일을 원래 위치로 되돌리거나 현재 위치를 지정하세요.</translation>
    </message>
    <message>
        <source>Download the file again; an incomplete download is the usual cause.</source>
        <translation>파일을 다시 받으세요. 대개 다운로드가 중단된 경우입니다.</translation>
    </message>
    <message>
        <source>Models › Models and pairs shows what can be used.</source>
        <translation>‘모델 › 모델과 모델 쌍’에서 사용할 수 있는 항목을 확인하세요.</translation>
    </message>
    <message>
        <source>Choose fewer frames, a smaller size or bf16, or close other programs that use the device.</source>
        <translation>프레임 수나 크기를 줄이거나 bf16을 선택하거나, 장치를 사용하는 다른 프로그램을 종료하세요.</translation>
    </message>
    <message>
        <source>Check that the disk has free space and that you have write permission for the folder.</source>
        <translation>디스크 여유 공간과 폴더 쓰기 권한을 확인하세요.</translation>
    </message>
    <message>
        <source>Lower the guidance scale, or choose bf16 or fp32 instead of fp16.</source>
        <translation>가이던스 스케일을 낮추거나 fp16 대신 bf16 또는 fp32를 선택하세요.</translation>
    </message>
    <message>
        <source>Please send us the report from Help › Log. Finished steps are kept.</source>
        <translation>‘도움말 › 로그’에서 보고서를 복사해 보내 주세요. 완료된 스텝은 보존됩니다.</translation>
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
        <translation>FlowBlending Studio가 폴더 %1(으)로 이미 실행 중이며 응답하지 않습니다. 먼저 종료하거나 다른 폴더로 시작하세요: --state 폴더.</translation>
    </message>
</context>
<context>
    <name>PartOffers</name>
    <message>
        <source>%1 and %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>None</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Inside the large model</source>
        <translation>큰 모델에 포함됨</translation>
    </message>
    <message>
        <source>Inside the small model</source>
        <translation>작은 모델에 포함됨</translation>
    </message>
    <message>
        <source>Inside the text encoder</source>
        <translation>텍스트 인코더에 포함됨</translation>
    </message>
</context>
<context>
    <name>Setting</name>
    <message>
        <source>Prompt</source>
        <translation>프롬프트</translation>
    </message>
    <message>
        <source>Negative prompt</source>
        <translation>네거티브 프롬프트</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>The same seed and settings produce the same clip.</source>
        <translation>시드와 설정이 같으면 같은 클립이 나옵니다.</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>너비</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>높이</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>프레임 수</translation>
    </message>
    <message>
        <source>Frames per second</source>
        <translation>초당 프레임 수</translation>
    </message>
    <message>
        <source>Playback speed of the clip; the frames stay the same.</source>
        <translation>클립의 재생 빠르기. 프레임은 그대로입니다.</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>스텝 수</translation>
    </message>
    <message>
        <source>Number of steps from noise to clip. More take longer and give finer detail.</source>
        <translation>노이즈에서 클립까지의 스텝 수. 많을수록 오래 걸리고 세부가 살아납니다.</translation>
    </message>
    <message>
        <source>Solver</source>
        <translation>솔버</translation>
    </message>
    <message>
        <source>How each step is computed from the velocity. UniPC and DPM++ use earlier steps as well and need fewer steps.</source>
        <translation>속도에서 다음 스텝을 구하는 방법. UniPC와 DPM++는 이전 스텝을 참고해 더 적은 스텝으로 충분합니다.</translation>
    </message>
    <message>
        <source>Solver history at a switch</source>
        <translation>전환 시 솔버 이력</translation>
    </message>
    <message>
        <source>A multistep solver remembers earlier velocities. When the other model takes over, keep them or start afresh.</source>
        <translation>멀티스텝 솔버는 이전 속도를 기억합니다. 다른 모델이 넘겨받을 때 그대로 유지하거나 새로 시작합니다.</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>시프트</translation>
    </message>
    <message>
        <source>A higher shift spends more steps at high noise, where motion and layout take shape. Large frames need more shift.</source>
        <translation>움직임과 구도가 정해지는 높은 노이즈 구간에 스텝을 더 씁니다. 프레임이 클수록 더 큰 시프트가 필요합니다.</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>가이던스</translation>
    </message>
    <message>
        <source>How strongly the clip follows the prompt. At 1 or below, the negative prompt is not used and each step costs half as much.</source>
        <translation>클립이 프롬프트를 따르는 세기. 1 이하에서는 네거티브 프롬프트를 쓰지 않고 스텝 비용이 절반이 됩니다.</translation>
    </message>
    <message>
        <source>Guidance of the small model</source>
        <translation>작은 모델의 가이던스</translation>
    </message>
    <message>
        <source>By default, both models use the same guidance.</source>
        <translation>기본적으로 두 모델은 같은 가이던스를 씁니다.</translation>
    </message>
    <message>
        <source>Steps of the small model</source>
        <translation>작은 모델의 단계 수</translation>
    </message>
    <message>
        <source>one per interval</source>
        <translation>구간마다 하나</translation>
    </message>
    <message>
        <source>Two passes</source>
        <translation>2패스</translation>
    </message>
    <message>
        <source>Samples at half the width and height, upsamples the latents and refines them with the large model.</source>
        <translation>너비와 높이를 절반으로 샘플링한 뒤, 잠재 표현을 확대하고 큰 모델로 다듬습니다.</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>그림</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>정밀도</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>유지</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>새로 시작</translation>
    </message>
    <message>
        <source>Precision of fp8 weights</source>
        <translation>fp8 가중치의 정밀도</translation>
    </message>
    <message>
        <source>Decoding precision</source>
        <translation>디코딩 정밀도</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>자동</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>정확</translation>
    </message>
    <message>
        <source>LoRAs</source>
        <translation>LoRA</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>캐시</translation>
    </message>
    <message>
        <source>Skips evaluations of a model where the velocity hardly changes, and reuses an earlier one. Faster, but not exactly the same clip.</source>
        <translation>속도가 거의 변하지 않는 곳에서 모델 평가를 건너뛰고 이전 결과를 재사용합니다. 더 빠르지만 클립이 완전히 같지는 않습니다.</translation>
    </message>
    <message>
        <source>Cache threshold</source>
        <translation>캐시 임곗값</translation>
    </message>
    <message>
        <source>How much may change before a model runs again. More is faster and less exact.</source>
        <translation>모델을 다시 실행하기 전까지 허용되는 변화량입니다. 클수록 빠르지만 덜 정확합니다.</translation>
    </message>
    <message>
        <source>every step is computed</source>
        <translation>모든 스텝 계산</translation>
    </message>
    <message>
        <source>Reused steps in a row</source>
        <translation>연속 재사용 스텝 수</translation>
    </message>
    <message>
        <source>How many steps in a row MagCache may reuse before the model runs again. Other caches have no such limit.</source>
        <translation>모델을 다시 실행하기 전까지 MagCache가 연속으로 재사용할 수 있는 스텝 수입니다. 다른 캐시에는 이런 제한이 없습니다.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Noise levels</source>
        <translation>노이즈 수준</translation>
    </message>
    <message>
        <source>Noise level at which each step starts, from at most 1 downward, without the final 0, such as 1,0.9375,0.8333,0.625. Step-distilled models need those that they were trained for. Replaces the shift and the number of steps. UniPC and Euler only.</source>
        <translation>각 스텝이 시작되는 노이즈 수준입니다. 1 이하에서 점점 작아지며 마지막 0은 적지 않습니다(예: 1,0.9375,0.8333,0.625). 단계 증류된 모델에는 학습에 쓰인 값이 필요합니다. 시프트와 스텝 수를 대신합니다. UniPC와 Euler에서만 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>Retention steps</source>
        <translation>리텐션 스텝</translation>
    </message>
    <message>
        <source>Always computes the first 5 steps, and decides about the others by the modulation of the blocks instead of the time embedding. TeaCache on WAN only.</source>
        <translation>처음 5개 스텝은 항상 계산하고, 나머지 스텝은 시간 임베딩 대신 블록의 변조로 판단합니다. WAN에서 TeaCache를 쓸 때만 적용됩니다.</translation>
    </message>
    <message>
        <source>Guard</source>
        <translation>가드</translation>
    </message>
    <message>
        <source>Guard bound</source>
        <translation>가드 한계값</translation>
    </message>
    <message>
        <source>the large model takes every step</source>
        <translation>모든 스텝을 큰 모델이 수행</translation>
    </message>
    <message>
        <source>Steps between checks</source>
        <translation>확인 사이의 스텝 수</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>검증</translation>
    </message>
    <message>
        <source>Bound of the change</source>
        <translation>변화량 한계값</translation>
    </message>
    <message>
        <source>One-way: how much the predicted clean latents may still change from one step to the next for the small model to take over, as relative L2. Less is nearer to the large model&apos;s clip and slower.</source>
        <translation>단방향: 작은 모델이 넘겨받을 수 있는, 예측된 깨끗한 잠재 표현의 스텝 간 최대 변화(상대 L2)입니다. 작을수록 큰 모델의 클립에 가깝지만 느립니다.</translation>
    </message>
    <message>
        <source>One-way</source>
        <translation>단방향</translation>
    </message>
    <message>
        <source>Verify: in the middle stage, the large model goes on until a check, every few steps, finds the small one near enough; then that one takes the rest of the stage. Each check costs a step of both models. One-way: the large model goes on until the clip that it predicts hardly changes from step to step; then the small one takes the rest of the stage. SRDiffusion: the same with that method&apos;s rule, by how the large model&apos;s velocity settles.</source>
        <translation>검증: 중간 단계에서 몇 스텝마다 하는 확인으로 작은 모델이 충분히 가깝다고 나올 때까지 큰 모델이 계속하고, 그다음에는 단계의 나머지를 작은 모델이 맡습니다. 확인할 때마다 두 모델의 스텝이 하나씩 듭니다. 단방향: 큰 모델이 예측하는 클립이 스텝 사이에 거의 변하지 않을 때까지 큰 모델이 계속하고, 그다음에는 단계의 나머지를 작은 모델이 맡습니다. SRDiffusion: 큰 모델의 속도가 안정되는 정도를 보는 이 방법의 규칙에 따라 같은 방식으로 넘깁니다.</translation>
    </message>
    <message>
        <source>Verify: how far apart the two velocities may be for the small model to take over, as relative L2. Less is nearer to the large model&apos;s clip and slower.</source>
        <translation>검증: 작은 모델이 넘겨받을 수 있는 두 속도의 최대 차이(상대 L2)입니다. 작을수록 큰 모델의 클립에 가깝지만 느립니다.</translation>
    </message>
    <message>
        <source>Verify: the first step of the middle stage is a check, and then every one after so many steps, until a check passes.</source>
        <translation>검증: 중간 단계의 첫 스텝에서 확인하고, 그 뒤에는 통과할 때까지 이 스텝 수마다 확인합니다.</translation>
    </message>
    <message>
        <source>Bound of the settling</source>
        <translation>안정화 한계값</translation>
    </message>
    <message>
        <source>SRDiffusion: the small model takes over after the first step in which the large model&apos;s velocity changes less than in the step before, by less than this. Less is nearer to the large model&apos;s clip and slower.</source>
        <translation>SRDiffusion: 큰 모델의 속도 변화가 이전 스텝보다 작아지고 그 차이가 이 값보다 작은 첫 스텝 뒤에 작은 모델이 넘겨받습니다. 작을수록 큰 모델의 클립에 가깝지만 느립니다.</translation>
    </message>
    <message>
        <source>The large model may return</source>
        <translation>큰 모델로 복귀 가능</translation>
    </message>
    <message>
        <source>Verify: checks go on while the small model takes the steps, one more of its steps apart after each that passes, and the large model returns after one that does not. Otherwise, the small model is not checked again once it has taken over.</source>
        <translation>검증: 작은 모델이 단계를 맡는 동안에도 검사가 계속되며, 통과할 때마다 간격이 한 단계씩 늘고, 통과하지 못하면 큰 모델로 돌아갑니다. 그렇지 않으면 작은 모델이 넘겨받은 뒤에는 다시 검사하지 않습니다.</translation>
    </message>
</context>
<context>
    <name>fb::ui::AboutDialog</name>
    <message>
        <source>About FlowBlending Studio</source>
        <translation>FlowBlending Studio 정보</translation>
    </message>
    <message>
        <source>Version %1 · Qt %2</source>
        <translation>버전 %1 · Qt %2</translation>
    </message>
    <message>
        <source>About</source>
        <translation>정보</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>라이선스</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>닫기(&amp;C)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Turns a prompt into a video clip with two diffusion transformers on one sampling trajectory: the large one where it matters, early and late, and the small one in between.</source>
        <translation>두 개의 디퓨전 트랜스포머를 하나의 샘플링 궤적에서 사용해 프롬프트를 비디오 클립으로 만듭니다. 중요한 초반과 후반은 큰 모델이, 그 사이는 작은 모델이 맡습니다.</translation>
    </message>
    <message>
        <source>The method: %1</source>
        <translation>방법: %1</translation>
    </message>
    <message>
        <source>It is built on LibTorch 2.11, FFmpeg’s libav libraries, Qt, QCustomPlot, SQLite and SentencePiece. Their licences are on the next page.</source>
        <translation>LibTorch 2.11, FFmpeg의 libav 라이브러리, Qt, QCustomPlot, SQLite, SentencePiece를 사용합니다. 각 라이선스는 다음 페이지에 있습니다.</translation>
    </message>
    <message>
        <source>FlowBlending Studio’s own code is under the MIT licence.</source>
        <translation>FlowBlending Studio 자체 코드는 MIT 라이선스를 따릅니다.</translation>
    </message>
</context>
<context>
    <name>fb::ui::Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>파일(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>편집(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>실행(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>보기(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Models</source>
        <translation>모델(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>도움말(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Generate</source>
        <translation>생성(&amp;G)</translation>
    </message>
    <message>
        <source>Add this request to the queue and start it</source>
        <translation>이 요청을 대기열에 추가하고 시작합니다</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>일시 정지(&amp;P)</translation>
    </message>
    <message>
        <source>Pause the running clip after its current block; its steps are kept and the device is freed</source>
        <translation>현재 블록이 끝나면 실행 중인 클립을 멈추고, 완료된 스텝을 보존하며 장치를 비웁니다</translation>
    </message>
    <message>
        <source>P&amp;robe</source>
        <translation>프로브(&amp;R)</translation>
    </message>
    <message>
        <source>Run both models on every step to see where they differ</source>
        <translation>모든 스텝에서 두 모델을 실행해 어디서 차이가 나는지 확인합니다</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>비교(&amp;C)</translation>
    </message>
    <message>
        <source>Show two results side by side, as a wipe or as their difference</source>
        <translation>두 결과를 나란히, 와이프로, 또는 차이로 보여 줍니다</translation>
    </message>
    <message>
        <source>Compare with &amp;large only</source>
        <translation>큰 모델 단독과 비교(&amp;L)</translation>
    </message>
    <message>
        <source>Queue the same request with the large model on every step</source>
        <translation>같은 요청을 모든 스텝에서 큰 모델로 실행하도록 대기열에 추가합니다</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>내보내기(&amp;E)…</translation>
    </message>
    <message>
        <source>Save the clip shown as a video, GIF or PNG sequence</source>
        <translation>표시된 클립을 비디오, GIF 또는 PNG 시퀀스로 저장합니다</translation>
    </message>
    <message>
        <source>&amp;Open clip…</source>
        <translation>클립 열기(&amp;O)…</translation>
    </message>
    <message>
        <source>Show a clip file and load the settings stored in it</source>
        <translation>클립 파일을 표시하고 그 안에 저장된 설정을 불러옵니다</translation>
    </message>
    <message>
        <source>Copy &amp;frame</source>
        <translation>프레임 복사(&amp;F)</translation>
    </message>
    <message>
        <source>Copy the frame shown to the clipboard</source>
        <translation>표시된 프레임을 클립보드에 복사합니다</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>끝내기(&amp;Q)</translation>
    </message>
    <message>
        <source>Quit the Studio; a running clip can be continued later</source>
        <translation>Studio를 종료합니다. 실행 중인 클립은 나중에 이어서 할 수 있습니다</translation>
    </message>
    <message>
        <source>&amp;Models and pairs…</source>
        <translation>모델과 모델 쌍(&amp;M)…</translation>
    </message>
    <message>
        <source>Add checkpoints and build pairs from them</source>
        <translation>체크포인트를 추가하고 모델 쌍을 만듭니다</translation>
    </message>
    <message>
        <source>Se&amp;ttings…</source>
        <translation>설정(&amp;T)…</translation>
    </message>
    <message>
        <source>Device, precision, folders, language and theme</source>
        <translation>장치, 정밀도, 폴더, 언어, 테마</translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation>레이아웃 초기화(&amp;R)</translation>
    </message>
    <message>
        <source>Move all panels back to their default places</source>
        <translation>모든 패널을 처음 위치로 되돌립니다</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>전체 화면(&amp;F)</translation>
    </message>
    <message>
        <source>Fill the screen with the window</source>
        <translation>창을 화면 전체에 표시합니다</translation>
    </message>
    <message>
        <source>How to use the Studio, and its keyboard shortcuts</source>
        <translation>Studio 사용법과 단축키</translation>
    </message>
    <message>
        <source>&amp;Log…</source>
        <translation>로그(&amp;L)…</translation>
    </message>
    <message>
        <source>What the program has done, for bug reports</source>
        <translation>버그 신고를 위한 프로그램 동작 기록</translation>
    </message>
    <message>
        <source>&amp;About FlowBlending Studio</source>
        <translation>FlowBlending Studio 정보(&amp;A)</translation>
    </message>
    <message>
        <source>Version and licences</source>
        <translation>버전과 라이선스</translation>
    </message>
    <message>
        <source>Playbac&amp;k</source>
        <translation>재생(&amp;K)</translation>
    </message>
    <message>
        <source>Go on where the queue was paused</source>
        <translation>대기열을 일시 정지한 곳부터 계속합니다</translation>
    </message>
    <message>
        <source>&amp;Skip</source>
        <translation>건너뛰기(&amp;S)</translation>
    </message>
    <message>
        <source>Go on with the next clip; the steps of the running one are kept, and it can be resumed</source>
        <translation>다음 클립으로 넘어갑니다. 실행 중인 클립의 스텝은 보존되며 재개할 수 있습니다</translation>
    </message>
    <message>
        <source>Discard the running clip and go on with the next one; this can be undone</source>
        <translation>실행 중인 클립을 버리고 다음으로 넘어갑니다. 되돌릴 수 있습니다</translation>
    </message>
    <message>
        <source>Res&amp;ume</source>
        <translation>재개(&amp;U)</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>취소(&amp;N)</translation>
    </message>
    <message>
        <source>Generate s&amp;everal</source>
        <translation>여러 개 생성(&amp;E)</translation>
    </message>
    <message>
        <source>%1 seeds</source>
        <translation>시드 %1개</translation>
    </message>
    <message>
        <source>Queue this request with its seed and those that follow it</source>
        <translation>이 요청을 현재 시드와 그다음 시드들로 대기열에 추가합니다</translation>
    </message>
    <message>
        <source>&amp;Find boundaries…</source>
        <translation>경계 찾기(&amp;F)…</translation>
    </message>
    <message>
        <source>Sample prompts with many boundaries, to find those that cost least and stay near the large model</source>
        <translation>여러 경계로 프롬프트를 생성하여 비용이 가장 적으면서 큰 모델에 가까운 경계를 찾습니다</translation>
    </message>
    <message>
        <source>&amp;Tour</source>
        <translation>둘러보기(&amp;T)</translation>
    </message>
    <message>
        <source>Three places of the window, explained</source>
        <translation>창의 세 곳을 설명합니다</translation>
    </message>
    <message>
        <source>&amp;Import a profile…</source>
        <translation>프로파일 가져오기(&amp;I)…</translation>
    </message>
    <message>
        <source>Add a file of divergence profiles to what is kept of this pair and these settings</source>
        <translation>이 쌍과 설정에 대해 보관된 내용에 차이 프로파일 파일을 추가합니다</translation>
    </message>
    <message>
        <source>E&amp;xport the profile…</source>
        <translation>프로파일 내보내기(&amp;X)…</translation>
    </message>
    <message>
        <source>Save what probes have found about this pair and these settings, for other machines</source>
        <translation>이 쌍과 설정에 대한 프로브 결과를 다른 컴퓨터에서 쓰도록 저장합니다</translation>
    </message>
    <message>
        <source>&amp;Report a problem…</source>
        <translation>문제 신고(&amp;R)…</translation>
    </message>
    <message>
        <source>Copy what a report needs: versions, devices and the newest lines of the log</source>
        <translation>신고에 필요한 버전, 장치, 로그의 최근 줄을 복사합니다</translation>
    </message>
    <message>
        <source>Search the &amp;history</source>
        <translation>기록 검색(&amp;H)</translation>
    </message>
    <message>
        <source>Find finished clips by prompt, name or tag</source>
        <translation>완성된 클립을 프롬프트, 이름, 태그로 찾습니다</translation>
    </message>
    <message>
        <source>Queue clips from a &amp;list…</source>
        <translation>목록의 클립을 대기열에 추가(&amp;L)…</translation>
    </message>
    <message>
        <source>Add a clip for each line of a text file or table</source>
        <translation>텍스트 파일이나 표의 한 줄마다 클립을 하나씩 추가합니다</translation>
    </message>
</context>
<context>
    <name>fb::ui::BoundaryControl</name>
    <message>
        <source>Early stage of the large model, in steps</source>
        <translation>큰 모델의 초반 단계(스텝 수)</translation>
    </message>
    <message>
        <source>Early stage of the large model, share of the steps</source>
        <translation>큰 모델의 초반 단계(비율)</translation>
    </message>
    <message>
        <source>The early stage settles structure and motion. A longer one stays closer to the large model; a shorter one is faster.</source>
        <translation>초반 단계에서 구조와 움직임이 정해집니다. 길수록 큰 모델에 가깝고, 짧을수록 빠릅니다.</translation>
    </message>
    <message>
        <source>Late stage of the large model, in steps</source>
        <translation>큰 모델의 후반 단계(스텝 수)</translation>
    </message>
    <message>
        <source>Late stage of the large model, share of the steps</source>
        <translation>큰 모델의 후반 단계(비율)</translation>
    </message>
    <message>
        <source>The late stage adds fine detail. Here the models differ again.</source>
        <translation>후반 단계에서 세부가 다듬어집니다. 두 모델이 다시 달라지는 구간입니다.</translation>
    </message>
    <message>
        <source>Large &amp;until</source>
        <translation>큰 모델 초반(&amp;U)</translation>
    </message>
    <message>
        <source>Large again f&amp;or the last</source>
        <translation>큰 모델 후반(&amp;O)</translation>
    </message>
    <message>
        <source>Early</source>
        <translation>초반</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>후반</translation>
    </message>
</context>
<context>
    <name>fb::ui::BoundaryModel</name>
    <message>
        <source>No candidate: the small model would have no step, or it is not in the grid</source>
        <translation>후보 없음: 작은 모델의 스텝이 없거나 격자에 없습니다</translation>
    </message>
    <message>
        <source>%1: not measured yet</source>
        <translation>%1: 아직 측정 안 됨</translation>
    </message>
    <message>
        <source>%1: distance %2 so far</source>
        <translation>%1: 현재까지 거리 %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Large until %1</source>
        <translation>%1까지 큰 모델</translation>
    </message>
    <message>
        <source>Large again for the last %1</source>
        <translation>마지막 %1은 다시 큰 모델</translation>
    </message>
</context>
<context>
    <name>fb::ui::BranchLine</name>
    <message>
        <source>Continues &quot;%1&quot; from step %2; changes before it have no effect</source>
        <translation>&quot;%1&quot;을(를) %2스텝부터 이어서 만듭니다. 그 앞의 변경은 반영되지 않습니다</translation>
    </message>
    <message>
        <source>The first %1 steps are those of that clip. The boundaries after them, solver and guidance can be changed; prompt, seed, size and number of steps must stay.</source>
        <translation>처음 %1스텝은 그 클립의 것입니다. 그 뒤의 경계, 솔버, 가이던스는 바꿀 수 있지만 프롬프트, 시드, 크기, 스텝 수는 그대로여야 합니다.</translation>
    </message>
    <message>
        <source>Remove the branch</source>
        <translation>분기 제거</translation>
    </message>
    <message>
        <source>Compute the whole clip instead</source>
        <translation>대신 클립 전체를 계산합니다</translation>
    </message>
</context>
<context>
    <name>fb::ui::BranchMarkers</name>
    <message>
        <source>Branch after step %1 of %2</source>
        <translation>%2스텝 중 %1 뒤에서 분기</translation>
    </message>
    <message>
        <source>Branch from here: the next clip takes over the first %1 steps of this one, and only the rest is computed</source>
        <translation>여기서 분기: 다음 클립은 이 클립의 처음 %1스텝을 이어받고 나머지만 계산합니다</translation>
    </message>
</context>
<context>
    <name>fb::ui::BranchPresenter</name>
    <message>
        <source>Change what comes after step %1 and press Generate.</source>
        <translation>%1스텝 뒤를 바꾸고 생성을 누르세요.</translation>
    </message>
    <message>
        <source>Remove the branch</source>
        <comment>undo</comment>
        <translation>분기 제거</translation>
    </message>
    <message>
        <source>Branch from a clip</source>
        <comment>undo</comment>
        <translation>클립에서 분기</translation>
    </message>
</context>
<context>
    <name>fb::ui::BranchWords</name>
    <message>
        <source>The folder of this run no longer exists, so its steps cannot be continued.</source>
        <translation>이 작업의 폴더가 더 이상 없어 스텝을 이어갈 수 없습니다.</translation>
    </message>
    <message>
        <source>This run keeps no state to continue from. Settings › Folders says how many are kept and how much space they may use.</source>
        <translation>이 작업에는 이어갈 상태가 남아 있지 않습니다. 남기는 수와 쓸 수 있는 공간은 설정 › 폴더에서 정합니다.</translation>
    </message>
</context>
<context>
    <name>fb::ui::CalibrationOffer</name>
    <message>
        <source>Calibrate</source>
        <translation>보정</translation>
    </message>
    <message>
        <source>Calibrate the models for MagCache</source>
        <translation>MagCache용으로 모델 보정</translation>
    </message>
    <message>
        <source>Samples a whole trajectory with each model, as a run of the queue, and keeps what it measures. Other runs are not affected.</source>
        <translation>대기열의 실행으로 각 모델의 전체 궤적을 샘플링하고 측정값을 보관합니다. 다른 실행에는 영향을 주지 않습니다.</translation>
    </message>
    <message>
        <source>The models are being measured, or will be: see the queue.</source>
        <translation>모델을 측정하는 중이거나 곧 측정합니다. 대기열을 확인하세요.</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) of each model</source>
        <translation>
            <numerusform>각 모델 %n스텝</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) of one model</source>
        <translation>
            <numerusform>모델 하나 %n스텝</numerusform>
        </translation>
    </message>
    <message>
        <source>Calibrating measures them once, for all later runs: %1, %2.</source>
        <comment>steps, time</comment>
        <translation>보정하면 한 번 측정해 이후의 모든 실행에 씁니다: %1, %2.</translation>
    </message>
</context>
<context>
    <name>fb::ui::ClipWords</name>
    <message>
        <source>%1 · seed %2</source>
        <comment>LSL 40/20, 4189</comment>
        <translation>%1 · 시드 %2</translation>
    </message>
    <message>
        <source>settings damaged</source>
        <translation>설정 손상됨</translation>
    </message>
</context>
<context>
    <name>fb::ui::CompareCanvas</name>
    <message>
        <source>Compared clips</source>
        <translation>비교하는 클립</translation>
    </message>
    <message>
        <source>A fills the left %1</source>
        <translation>A를 왼쪽에 %1 표시합니다</translation>
    </message>
    <message>
        <source>Drag the divider, or move it with the arrow keys (Shift: faster)</source>
        <translation>구분선을 끌거나 화살표 키로 옮기세요(Shift: 더 빠르게)</translation>
    </message>
    <message>
        <source>%1 is shown</source>
        <translation>%1 표시 중</translation>
    </message>
    <message>
        <source>Drag the image, or move it with the arrow keys (Shift: faster)</source>
        <translation>이미지를 끌거나 화살표 키로 옮기세요(Shift: 더 빠르게)</translation>
    </message>
</context>
<context>
    <name>fb::ui::ComparePresenter</name>
    <message>
        <source>Compare</source>
        <translation>비교</translation>
    </message>
    <message>
        <source>%1 (large only)</source>
        <translation>%1 (큰 모델 단독)</translation>
    </message>
    <message numerus="yes">
        <source>Comparison of %n clip(s)</source>
        <translation>
            <numerusform>클립 %n개 비교</numerusform>
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
        <translation>일시 정지</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>재생</translation>
    </message>
    <message>
        <source>One frame back</source>
        <translation>한 프레임 뒤로</translation>
    </message>
    <message>
        <source>One frame forward</source>
        <translation>한 프레임 앞으로</translation>
    </message>
    <message>
        <source>Play in a loop</source>
        <translation>반복 재생</translation>
    </message>
    <message>
        <source>Start over at the end</source>
        <translation>끝나면 처음부터 다시</translation>
    </message>
    <message>
        <source>Pause all clips (Space or K)</source>
        <translation>모든 클립 일시 정지(스페이스 또는 K)</translation>
    </message>
    <message>
        <source>Play all clips together (Space; J backwards, L faster)</source>
        <translation>모든 클립 함께 재생(스페이스, J 뒤로, L 더 빠르게)</translation>
    </message>
    <message>
        <source>One frame back in all clips (,)</source>
        <translation>모든 클립에서 한 프레임 뒤로 (,)</translation>
    </message>
    <message>
        <source>One frame forward in all clips (.)</source>
        <translation>모든 클립에서 한 프레임 앞으로 (.)</translation>
    </message>
    <message>
        <source>Frame of all clips</source>
        <translation>모든 클립의 프레임</translation>
    </message>
</context>
<context>
    <name>fb::ui::CompareView</name>
    <message>
        <source>Untitled clip</source>
        <translation>제목 없는 클립</translation>
    </message>
    <message>
        <source>Choose two results above.
They play together here, frame by frame.</source>
        <translation>위에서 결과 두 개를 선택하세요.
여기서 프레임을 맞춰 함께 재생합니다.</translation>
    </message>
    <message>
        <source>Choose a clip for A to compare it with B.</source>
        <translation>B와 비교할 A 클립을 선택하세요.</translation>
    </message>
    <message>
        <source>Choose a clip for B to compare it with A.</source>
        <translation>A와 비교할 B 클립을 선택하세요.</translation>
    </message>
    <message>
        <source>Choose a result…</source>
        <translation>결과 선택…</translation>
    </message>
    <message>
        <source>Choose one of the finished runs</source>
        <translation>완료된 작업 중 하나를 선택하세요</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>The settings of one clip are unknown</source>
        <translation>한 클립의 설정을 알 수 없습니다</translation>
    </message>
    <message>
        <source>The settings are the same</source>
        <translation>설정이 같습니다</translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s) differ</source>
        <translation>
            <numerusform>설정 %n개가 다릅니다</numerusform>
        </translation>
    </message>
    <message>
        <source>measuring…</source>
        <translation>측정 중…</translation>
    </message>
    <message>
        <source>SSIM %1 on average</source>
        <translation>SSIM 평균 %1</translation>
    </message>
    <message>
        <source>SSIM</source>
        <translation>SSIM</translation>
    </message>
    <message>
        <source>PSNR %1 dB on average</source>
        <translation>PSNR 평균 %1 dB</translation>
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
        <translation>A와 B 바꾸기</translation>
    </message>
    <message>
        <source>&amp;Side by side</source>
        <translation>나란히(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Wipe</source>
        <translation>와이프(&amp;W)</translation>
    </message>
    <message>
        <source>A to the left of a divider that you can drag, B to the right</source>
        <translation>끌 수 있는 구분선 왼쪽에 A, 오른쪽에 B를 보여 줍니다</translation>
    </message>
    <message>
        <source>The difference at each pixel; black means identical</source>
        <translation>각 픽셀에서 둘의 차이. 검은색은 같음</translation>
    </message>
    <message>
        <source>Amplification of the difference</source>
        <translation>차이 증폭</translation>
    </message>
    <message>
        <source>×%1</source>
        <translation>×%1</translation>
    </message>
    <message>
        <source>Compare with large only</source>
        <translation>큰 모델 단독과 비교</translation>
    </message>
    <message>
        <source>Queues A&apos;s run again with the large model on every step, to show what the small model costs in quality</source>
        <translation>A를 모든 스텝에서 큰 모델로 다시 대기열에 넣어, 작은 모델이 맡은 몫이 품질에 미치는 영향을 봅니다</translation>
    </message>
    <message>
        <source>Peak signal-to-noise ratio; higher is closer, 100 dB means identical</source>
        <translation>최대 신호 대 잡음비. 높을수록 가깝고 100 dB이면 같음</translation>
    </message>
    <message>
        <source>Settings that differ</source>
        <translation>다른 설정</translation>
    </message>
    <message>
        <source>How many times brighter the difference is shown</source>
        <translation>차이를 몇 배 밝게 표시할지</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <translation>%1 — %2</translation>
    </message>
    <message>
        <source>Sh&amp;ow %1</source>
        <translation>%1 보기(&amp;O)</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>%1 보기</translation>
    </message>
    <message>
        <source>different sizes</source>
        <translation>크기가 다름</translation>
    </message>
    <message>
        <source>SSIM to A</source>
        <translation>A와의 SSIM</translation>
    </message>
    <message>
        <source>PSNR to A, dB</source>
        <translation>A와의 PSNR, dB</translation>
    </message>
    <message>
        <source>All clips in full, side by side</source>
        <translation>모든 클립 전체를 나란히 보여 줍니다</translation>
    </message>
    <message>
        <source>Diff&amp;erence</source>
        <translation>차이(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Flicker</source>
        <translation>번갈아 보기(&amp;F)</translation>
    </message>
    <message>
        <source>The clips in turn at one place: F shows the next one, H shows it while you hold the key</source>
        <translation>클립을 같은 자리에 번갈아 보여 줍니다. F는 다음 클립, H는 누르고 있는 동안만 다음 클립</translation>
    </message>
    <message>
        <source>The next clip at the same place (F); hold H to see it for a moment</source>
        <translation>같은 자리에 다음 클립을 보여 줍니다(F). H를 누르고 있으면 잠깐 볼 수 있습니다</translation>
    </message>
    <message>
        <source>&amp;Zoom</source>
        <translation>확대(&amp;Z)</translation>
    </message>
    <message>
        <source>Zoom of all clips</source>
        <translation>모든 클립의 확대 비율</translation>
    </message>
    <message>
        <source>All clips show the same part: turn the wheel or press + and − to zoom, 0 to fit</source>
        <translation>모든 클립이 같은 부분을 보여 줍니다. 휠이나 +, −로 확대하고 0으로 맞춥니다</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>맞춤</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>내보내기(&amp;X)…</translation>
    </message>
    <message>
        <source>Export the comparison</source>
        <translation>비교 내보내기</translation>
    </message>
    <message>
        <source>Saves the clips side by side as one video, each below its label</source>
        <translation>클립을 나란히 한 동영상으로 저장하고 각각 위에 설명을 붙입니다</translation>
    </message>
    <message>
        <source>Clip %1</source>
        <translation>클립 %1</translation>
    </message>
    <message>
        <source>Compare another clip</source>
        <translation>클립 하나 더 비교</translation>
    </message>
    <message>
        <source>Compare another clip, up to four</source>
        <translation>클립 하나 더 비교(최대 네 개)</translation>
    </message>
    <message>
        <source>Remove the last clip</source>
        <translation>마지막 클립 빼기</translation>
    </message>
    <message>
        <source>Remove the last clip from the comparison</source>
        <translation>마지막 클립을 비교에서 뺍니다</translation>
    </message>
    <message>
        <source>Compare with lar&amp;ge only</source>
        <translation>큰 모델 단독과 비교(&amp;G)</translation>
    </message>
    <message>
        <source>%1 without the steps taken over</source>
        <translation>이어받은 스텝을 빼고 %1</translation>
    </message>
    <message>
        <source>%1 less time than A</source>
        <translation>A보다 시간 %1 적음</translation>
    </message>
    <message>
        <source>%1 more time than A</source>
        <translation>A보다 시간 %1 많음</translation>
    </message>
    <message>
        <source>%1 fewer FLOPs than large only</source>
        <translation>큰 모델 단독보다 FLOPs %1 적음</translation>
    </message>
    <message>
        <source>%1 more FLOPs than large only</source>
        <translation>큰 모델 단독보다 FLOPs %1 많음</translation>
    </message>
    <message>
        <source>SSIM to A %1</source>
        <translation>A와의 SSIM %1</translation>
    </message>
    <message>
        <source>%1 has %2</source>
        <comment>B has 17 frames</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 is %2 and is shown in A&apos;s size, %3; clips of different sizes are not measured.</source>
        <translation>%1은(는) %2이며 A의 크기 %3(으)로 표시됩니다. 크기가 다른 클립은 측정하지 않습니다.</translation>
    </message>
    <message>
        <source>%1: the first %2 are compared.</source>
        <translation>%1: 처음 %2을(를) 비교합니다.</translation>
    </message>
    <message>
        <source>All play at A&apos;s %1 frames per second.</source>
        <translation>모두 A의 초당 %1프레임으로 재생합니다.</translation>
    </message>
    <message>
        <source>Wipe and difference show A and B only.</source>
        <translation>와이프와 차이는 A와 B만 보여 줍니다.</translation>
    </message>
    <message>
        <source>Structural similarity; 1 means identical. Click to go to a frame</source>
        <translation>구조적 유사도. 1이면 같음. 클릭하면 해당 프레임을 봅니다</translation>
    </message>
    <message>
        <source>%1 with comparing the models</source>
        <translation>%1(모델 비교 포함)</translation>
    </message>
    <message>
        <source>%1 times the time of A</source>
        <comment>11.5</comment>
        <translation>A의 %1배 시간</translation>
    </message>
</context>
<context>
    <name>fb::ui::ComponentCard</name>
    <message>
        <source>%1 billion parameters</source>
        <translation>%1B 파라미터</translation>
    </message>
    <message>
        <source>%1 million parameters</source>
        <translation>%1M 파라미터</translation>
    </message>
    <message>
        <source>%1 parameters</source>
        <translation>파라미터 %1개</translation>
    </message>
    <message>
        <source>&quot;Where to get them&quot; below lists the files that can be used.</source>
        <translation>사용할 수 있는 파일은 아래 ‘받는 곳’에 나와 있습니다.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>외 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Tokenizer</source>
        <translation>토크나이저</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Remove %1 from the list</source>
        <translation>%1 목록에서 빼기</translation>
    </message>
    <message>
        <source>Removes it from this list; the file is not deleted</source>
        <translation>목록에서만 뺍니다. 파일은 그대로 남습니다</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>세부 정보</translation>
    </message>
    <message>
        <source>Details of %1</source>
        <translation>%1 세부 정보</translation>
    </message>
    <message>
        <source>Sizes, and tensors that are missing or unexpected</source>
        <translation>크기와 빠졌거나 맞지 않는 텐서</translation>
    </message>
    <message>
        <source>Inspecting %1…</source>
        <translation>%1 검사 중…</translation>
    </message>
    <message>
        <source>%1 layout</source>
        <translation>%1 형식</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>누락</translation>
    </message>
    <message>
        <source>Unexpected</source>
        <translation>예상 밖</translation>
    </message>
    <message>
        <source>Wrong shape</source>
        <translation>형태 불일치</translation>
    </message>
    <message>
        <source>Sizes</source>
        <translation>크기</translation>
    </message>
    <message numerus="yes">
        <source>%n tensor(s) missing</source>
        <translation>
            <numerusform>텐서 %n개 누락</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unexpected</source>
        <translation>
            <numerusform>예상 밖 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with the wrong shape</source>
        <translation>
            <numerusform>형태 불일치 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>This cannot be used: %1. Download it again, or add all of its files.</source>
        <translation>사용할 수 없습니다: %1. 다시 다운로드하거나 필요한 파일을 모두 추가하세요.</translation>
    </message>
    <message>
        <source>Transformer and VAE in one</source>
        <translation>트랜스포머와 VAE 일체형</translation>
    </message>
    <message>
        <source>Not a part of a pair: add it in the prompt panel, under LoRAs.</source>
        <translation>모델 쌍의 일부가 아닙니다. 프롬프트 패널의 LoRA에서 추가하세요.</translation>
    </message>
</context>
<context>
    <name>fb::ui::ContactSheet</name>
    <message>
        <source>Pro&amp;mpt</source>
        <translation>프롬프트(&amp;M)</translation>
    </message>
    <message>
        <source>Prompt whose clips are shown</source>
        <translation>클립을 표시할 프롬프트</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시 정지</translation>
    </message>
    <message>
        <source>Play the clips together</source>
        <translation>클립 함께 재생</translation>
    </message>
    <message>
        <source>Frame of the clips</source>
        <translation>클립의 프레임</translation>
    </message>
    <message>
        <source>Large model alone</source>
        <translation>큰 모델 단독</translation>
    </message>
    <message>
        <source>Small model alone</source>
        <translation>작은 모델 단독</translation>
    </message>
    <message>
        <source>No clip</source>
        <translation>클립 없음</translation>
    </message>
    <message>
        <source>Not decoded</source>
        <translation>디코딩되지 않음</translation>
    </message>
</context>
<context>
    <name>fb::ui::CostWords</name>
    <message numerus="yes">
        <source>Large on all %n step(s)</source>
        <translation>
            <numerusform>%n스텝 모두 큰 모델</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Small on all %n step(s)</source>
        <translation>
            <numerusform>%n스텝 모두 작은 모델</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Large %1 of %n step(s)</source>
        <translation>
            <numerusform>%n스텝 중 %1스텝 큰 모델</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 fewer FLOPs</source>
        <translation>FLOPs %1 감소</translation>
    </message>
    <message>
        <source>%1 more FLOPs</source>
        <translation>FLOPs %1 증가</translation>
    </message>
    <message>
        <source>about %1 instead of %2</source>
        <comment>41 s and 1:03</comment>
        <translation>%2 대신 약 %1</translation>
    </message>
    <message>
        <source>about %1</source>
        <comment>1:03</comment>
        <translation>약 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) taken over</source>
        <translation>
            <numerusform>%n스텝 이어받음</numerusform>
        </translation>
    </message>
    <message>
        <source>with comparing</source>
        <translation>비교 포함</translation>
    </message>
    <message>
        <source>if the guard lets the small model go on</source>
        <translation>가드가 작은 모델을 계속하게 할 경우</translation>
    </message>
    <message>
        <source>sameness about %1</source>
        <translation>일치도 약 %1</translation>
    </message>
</context>
<context>
    <name>fb::ui::CropField</name>
    <message>
        <source>Keeps %1 of %2 pixels.</source>
        <translation>%2픽셀 중 %1을 남깁니다.</translation>
    </message>
    <message>
        <source>Of %1 pixels, this shape leaves only %2. Choose another one.</source>
        <translation>이 비율로는 %1픽셀 중 %2만 남습니다. 다른 비율을 선택하세요.</translation>
    </message>
    <message>
        <source>%1 across, %2 down</source>
        <translation>왼쪽에서 %1, 위에서 %2</translation>
    </message>
    <message>
        <source>The whole picture</source>
        <translation>전체 화면</translation>
    </message>
    <message>
        <source>Other shape</source>
        <translation>다른 비율</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>자르기</translation>
    </message>
    <message>
        <source>Keeps the largest part of this shape, before the clip is enlarged</source>
        <translation>클립을 확대하기 전에 이 비율로 가능한 한 넓은 부분을 남깁니다</translation>
    </message>
    <message>
        <source>Width of the shape</source>
        <translation>비율의 너비</translation>
    </message>
    <message>
        <source>Height of the shape</source>
        <translation>비율의 높이</translation>
    </message>
    <message>
        <source>Part of the picture that stays</source>
        <translation>남는 부분</translation>
    </message>
    <message>
        <source>Drag the frame, or move it with the arrow keys</source>
        <translation>틀을 끌거나 화살표 키로 옮기세요</translation>
    </message>
</context>
<context>
    <name>fb::ui::CurveLegend</name>
    <message>
        <source>relative L2</source>
        <translation>상대 L2</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>코사인</translation>
    </message>
    <message>
        <source>probe band</source>
        <translation>프로브 띠</translation>
    </message>
    <message>
        <source>Legend of the plot</source>
        <translation>그래프 범례</translation>
    </message>
    <message>
        <source>Solid line with filled circles: relative L2. Dashed line with open circles: cosine distance. Shaded band: range of the last probes.</source>
        <translation>채운 원의 실선: 상대 L2. 빈 원의 파선: 코사인 거리. 음영 띠: 최근 프로브의 범위.</translation>
    </message>
    <message>
        <source>Relative L2: length of the difference between the two models&apos; velocities, relative to the large one&apos;s.
Cosine: how far their directions differ.
Probe band: range of the last probes.</source>
        <translation>상대 L2: 두 모델 속도 차의 길이를 큰 모델 속도의 길이로 나눈 값.
코사인: 방향의 차이.
프로브 띠: 최근 프로브의 범위.</translation>
    </message>
    <message>
        <source>Solid line with filled circles: cosine distance. Dashed line with open circles: relative L2. Shaded band: range of the last probes.</source>
        <translation>채운 원의 실선: 코사인 거리. 빈 원의 파선: 상대 L2. 음영 띠: 최근 프로브의 범위.</translation>
    </message>
</context>
<context>
    <name>fb::ui::DivergencePlot</name>
    <message>
        <source>SMALL</source>
        <translation>작은 모델</translation>
    </message>
    <message>
        <source>LARGE</source>
        <translation>큰 모델</translation>
    </message>
    <message>
        <source>early %1 %</source>
        <translation>초반 %1%</translation>
    </message>
    <message>
        <source>late %1 %</source>
        <translation>후반 %1%</translation>
    </message>
    <message>
        <source>now</source>
        <translation>현재</translation>
    </message>
    <message>
        <source>Probe to see where the two models differ</source>
        <translation>프로브를 실행하면 두 모델이 어디서 다른지 볼 수 있습니다</translation>
    </message>
    <message>
        <source>step</source>
        <translation>스텝</translation>
    </message>
    <message>
        <source>Save as P&amp;NG…</source>
        <translation>PNG로 저장(&amp;N)…</translation>
    </message>
    <message>
        <source>Save as P&amp;DF…</source>
        <translation>PDF로 저장(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Reset zoom</source>
        <translation>확대/축소 초기화(&amp;R)</translation>
    </message>
    <message>
        <source>Save the plot</source>
        <translation>그래프 저장</translation>
    </message>
    <message>
        <source>Saved %1.</source>
        <translation>%1 저장했습니다.</translation>
    </message>
    <message>
        <source>%1 could not be written; choose another place.</source>
        <translation>%1에 쓸 수 없습니다. 다른 위치를 선택하세요.</translation>
    </message>
    <message>
        <source>Stage boundaries over the velocity divergence</source>
        <translation>속도 차이 곡선 위의 단계 경계</translation>
    </message>
    <message>
        <source>rel. L2</source>
        <translation>상대 L2</translation>
    </message>
    <message>
        <source>noise</source>
        <translation>노이즈</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>코사인</translation>
    </message>
    <message>
        <source>The running step is past this boundary, so it can no longer move.</source>
        <translation>이 경계는 현재 스텝보다 앞에 있어 더 이상 옮길 수 없습니다.</translation>
    </message>
    <message>
        <source>Drag to move the boundary, or press the arrow keys. Esc cancels a drag.</source>
        <translation>경계를 끌거나 화살표 키를 누르세요. Esc를 누르면 끌기를 취소합니다.</translation>
    </message>
    <message>
        <source>The large model runs the shaded steps labelled LARGE, the small one those labelled SMALL. Scroll to zoom; double-click to see everything.</source>
        <translation>‘큰 모델’로 표시된 스텝은 큰 모델이, ‘작은 모델’로 표시된 스텝은 작은 모델이 실행합니다. 휠로 확대/축소, 두 번 클릭으로 전체 보기.</translation>
    </message>
    <message>
        <source>Step %1, large model
Noise level %2
Relative L2 %3
Cosine distance %4</source>
        <translation>스텝 %1, 큰 모델
노이즈 수준 %2
상대 L2 %3
코사인 거리 %4</translation>
    </message>
    <message>
        <source>Step %1, small model
Noise level %2
Relative L2 %3
Cosine distance %4</source>
        <translation>스텝 %1, 작은 모델
노이즈 수준 %2
상대 L2 %3
코사인 거리 %4</translation>
    </message>
    <message>
        <source>Save the curves as C&amp;SV…</source>
        <translation>곡선을 CSV로 저장(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Copy image</source>
        <translation>그림 복사(&amp;C)</translation>
    </message>
    <message>
        <source>The plot was copied to the clipboard.</source>
        <translation>그래프를 클립보드에 복사했습니다.</translation>
    </message>
    <message>
        <source>Copy c&amp;urves as CSV</source>
        <translation>곡선을 CSV로 복사(&amp;U)</translation>
    </message>
    <message>
        <source>The curves were copied to the clipboard.</source>
        <translation>곡선을 클립보드에 복사했습니다.</translation>
    </message>
    <message>
        <source>Large until step %1 of %2, small until %3, large to the end</source>
        <translation>%2스텝 중 %1까지 큰 모델, %3까지 작은 모델, 끝까지 큰 모델</translation>
    </message>
    <message>
        <source>Large on all %1 steps</source>
        <translation>%1스텝 모두 큰 모델</translation>
    </message>
    <message>
        <source>Small on all %1 steps</source>
        <translation>%1스텝 모두 작은 모델</translation>
    </message>
    <message>
        <source>Large until step %1 of %2, small to the end</source>
        <translation>%2스텝 중 %1까지 큰 모델, 끝까지 작은 모델</translation>
    </message>
    <message>
        <source>Small until step %1 of %2, large to the end</source>
        <translation>%2스텝 중 %1까지 작은 모델, 끝까지 큰 모델</translation>
    </message>
    <message>
        <source>%1. The early boundary is selected.</source>
        <translation>%1. 초반 경계를 옮깁니다.</translation>
    </message>
    <message>
        <source>%1. The late boundary is selected.</source>
        <translation>%1. 후반 경계를 옮깁니다.</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>per cent</comment>
        <translation>%1%</translation>
    </message>
    <message>
        <source>This boundary is within the steps that are taken over, so it cannot move.</source>
        <translation>이 경계는 이어받은 스텝 안에 있어 옮길 수 없습니다.</translation>
    </message>
    <message>
        <source>Conditional velocities, without guidance</source>
        <translation>조건부 속도 (가이던스 없음)</translation>
    </message>
    <message>
        <source>Dist&amp;ance</source>
        <translation>거리(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Import a profile…</source>
        <translation>프로파일 가져오기(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Export the profile…</source>
        <translation>프로파일 내보내기(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Relative L2, guided velocities</source>
        <translation>상대 L2, 가이던스 적용 속도(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Cosine, guided velocities</source>
        <translation>코사인, 가이던스 적용 속도(&amp;C)</translation>
    </message>
    <message>
        <source>Re&amp;lative L2, conditional velocities</source>
        <translation>상대 L2, 조건부 속도(&amp;L)</translation>
    </message>
    <message>
        <source>C&amp;osine, conditional velocities</source>
        <translation>코사인, 조건부 속도(&amp;O)</translation>
    </message>
    <message>
        <source>Drag: wider is faster, narrower is more like the large model</source>
        <translation>드래그: 넓히면 빨라지고, 좁히면 큰 모델에 가까워집니다</translation>
    </message>
</context>
<context>
    <name>fb::ui::DocumentOpener</name>
    <message>
        <source>Open a clip</source>
        <translation>클립 열기</translation>
    </message>
    <message>
        <source>Clips (*.mp4 *.webm *.mov *.gif *.png);;All files (*)</source>
        <translation>클립 (*.mp4 *.webm *.mov *.gif *.png);;모든 파일 (*)</translation>
    </message>
    <message>
        <source>%1 contains no settings; only the clip is shown.</source>
        <translation>%1에는 설정이 없어 표시만 합니다.</translation>
    </message>
    <message>
        <source>Settings loaded from %1.</source>
        <translation>%1에서 설정을 불러왔습니다.</translation>
    </message>
    <message>
        <source>Another program left a prompt in %1: %2</source>
        <translation>%1에 다른 프로그램이 남긴 프롬프트가 있습니다: %2</translation>
    </message>
    <message>
        <source>Use its prompt</source>
        <translation>이 프롬프트 사용</translation>
    </message>
    <message>
        <source>Queue clips from a list</source>
        <translation>목록의 클립을 대기열에 추가</translation>
    </message>
    <message>
        <source>Lists of prompts (*.txt *.csv *.tsv)</source>
        <translation>프롬프트 목록 (*.txt *.csv *.tsv)</translation>
    </message>
    <message>
        <source>%1 lists %2 clips; the queue takes up to %3 at once. Divide the list.</source>
        <translation>%1에 클립이 %2개 있습니다. 대기열에는 한 번에 %3개까지 추가할 수 있습니다. 목록을 나누세요.</translation>
    </message>
    <message numerus="yes">
        <source>%1 lists %n clip(s).</source>
        <translation>
            <numerusform>%1에 클립이 %n개 있습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Add to the queue</source>
        <translation>대기열에 추가</translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s) were added to the queue.</source>
        <translation>
            <numerusform>클립 %n개를 대기열에 추가했습니다.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fb::ui::EditBar</name>
    <message>
        <source>Editing in the queue: %1</source>
        <translation>대기열에서 편집 중: %1</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>The queued run gets these settings and keeps its place</source>
        <translation>대기 중인 작업에 이 설정을 적용하고 순서는 그대로 둡니다</translation>
    </message>
    <message>
        <source>Save the queued run</source>
        <translation>대기 중인 작업 저장</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Leave the queued run as it is</source>
        <translation>대기 중인 작업을 그대로 둡니다</translation>
    </message>
    <message>
        <source>Cancel editing</source>
        <translation>편집 취소</translation>
    </message>
</context>
<context>
    <name>fb::ui::EditPresenter</name>
    <message>
        <source>Steps are done</source>
        <translation>완료된 스텝이 있습니다</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) of this run are done. With other settings, it starts from the beginning.</source>
        <translation>
            <numerusform>이 작업은 %n스텝이 완료되었습니다. 설정을 바꾸면 처음부터 다시 시작합니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Save and start over</source>
        <translation>저장하고 처음부터(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Keep the steps</source>
        <translation>스텝 유지(&amp;K)</translation>
    </message>
    <message>
        <source>The queued run is changed.</source>
        <translation>대기 중인 작업을 변경했습니다.</translation>
    </message>
</context>
<context>
    <name>fb::ui::EngineHost</name>
    <message>
        <source>The engine %1 was not found next to the program. Reinstall the program.</source>
        <translation>프로그램 옆에서 엔진 %1을(를) 찾을 수 없습니다. 프로그램을 다시 설치하세요.</translation>
    </message>
    <message>
        <source>The engine %1 cannot be opened: %2</source>
        <translation>엔진 %1을(를) 열 수 없습니다: %2</translation>
    </message>
    <message>
        <source>The engine %1 has version %2, but the program has version %3. Reinstall the program.</source>
        <translation>엔진 %1의 버전은 %2이고 프로그램의 버전은 %3입니다. 프로그램을 다시 설치하세요.</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>알 수 없음</translation>
    </message>
</context>
<context>
    <name>fb::ui::ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>F&amp;ile</source>
        <translation>파일(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>찾아보기(&amp;B)…</translation>
    </message>
    <message>
        <source>Cl&amp;ose</source>
        <translation>닫기(&amp;O)</translation>
    </message>
    <message>
        <source>File to write</source>
        <translation>저장할 파일</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>약 %1</translation>
    </message>
    <message>
        <source>Re&amp;place</source>
        <translation>바꾸기(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>내보내기(&amp;E)</translation>
    </message>
    <message>
        <source>Folder for the frames</source>
        <translation>프레임 폴더</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>내보낼 위치</translation>
    </message>
    <message>
        <source>%1 already exists. Press Replace to overwrite it, or choose another name.</source>
        <translation>%1이(가) 이미 있습니다. ‘바꾸기’를 눌러 덮어쓰거나 다른 이름을 선택하세요.</translation>
    </message>
    <message>
        <source>Crea&amp;te folder</source>
        <translation>폴더 만들기(&amp;T)</translation>
    </message>
    <message>
        <source>The folder %1 does not exist. Press Create folder to make it, or choose another one.</source>
        <translation>폴더 %1이(가) 없습니다. 폴더 만들기를 누르거나 다른 폴더를 선택하세요.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made; choose another one.</source>
        <translation>폴더 %1을(를) 만들 수 없습니다. 다른 폴더를 선택하세요.</translation>
    </message>
    <message>
        <source>First frame of the clip</source>
        <translation>클립의 첫 프레임</translation>
    </message>
    <message>
        <source>Another export is going to write %1. Choose another name.</source>
        <translation>다른 내보내기가 %1에 기록합니다. 다른 이름을 선택하세요.</translation>
    </message>
    <message>
        <source>every frame is shown %1 times</source>
        <translation>모든 프레임이 %1번 표시됩니다</translation>
    </message>
    <message>
        <source>1 of %1 frames is kept, the others are left out</source>
        <translation>%1프레임마다 1프레임만 남기고 나머지는 건너뜁니다</translation>
    </message>
    <message>
        <source>1 of %1 frames is left out</source>
        <translation>%1프레임마다 1프레임을 건너뜁니다</translation>
    </message>
    <message>
        <source>%1 of %2 frames are left out</source>
        <translation>%2프레임마다 %1프레임을 건너뜁니다</translation>
    </message>
    <message>
        <source>frames are shown %1 or %2 times</source>
        <translation>프레임이 %1번 또는 %2번 표시됩니다</translation>
    </message>
    <message>
        <source>every second frame is shown twice</source>
        <translation>한 프레임 걸러 두 번씩 표시됩니다</translation>
    </message>
    <message>
        <source>1 of %1 frames is shown twice</source>
        <translation>%1프레임마다 1프레임이 두 번 표시됩니다</translation>
    </message>
    <message>
        <source>%1 of %2 frames are shown twice</source>
        <translation>%2프레임마다 %1프레임이 두 번 표시됩니다</translation>
    </message>
    <message>
        <source>The clip has %1 fps, so every frame stays as it is.</source>
        <translation>클립이 %1 fps이므로 프레임이 그대로 유지됩니다.</translation>
    </message>
    <message>
        <source>%1 → %2 fps</source>
        <translation>%1 → %2 fps</translation>
    </message>
    <message>
        <source>new frames are mixed from the two around their time</source>
        <translation>새 프레임은 앞뒤 두 프레임을 섞어 만듭니다</translation>
    </message>
    <message>
        <source>some frames are shown more than once</source>
        <translation>일부 프레임이 두 번 이상 표시됩니다</translation>
    </message>
    <message>
        <source>some frames are left out</source>
        <translation>일부 프레임을 건너뜁니다</translation>
    </message>
    <message>
        <source>Copied as it is.</source>
        <translation>그대로 복사됩니다.</translation>
    </message>
    <message>
        <source>Encoded as AAC.</source>
        <translation>AAC로 인코딩됩니다.</translation>
    </message>
    <message>
        <source>Encoded as Opus.</source>
        <translation>Opus로 인코딩됩니다.</translation>
    </message>
    <message>
        <source>Stored uncompressed.</source>
        <translation>압축하지 않고 저장됩니다.</translation>
    </message>
    <message>
        <source>Its length is not known: it is cut off after %1 s, or silence follows.</source>
        <translation>길이를 알 수 없습니다. %1초에서 잘리거나 무음이 이어집니다.</translation>
    </message>
    <message>
        <source>The first %1 of %2 s are used.</source>
        <translation>%2초 중 처음 %1초를 사용합니다.</translation>
    </message>
    <message>
        <source>After %1 s, %2 s of silence follow.</source>
        <translation>%1초 뒤에 %2초의 무음이 이어집니다.</translation>
    </message>
    <message>
        <source>It is as long as the clip.</source>
        <translation>클립과 길이가 같습니다.</translation>
    </message>
    <message>
        <source>Fol&amp;der</source>
        <translation>폴더(&amp;D)</translation>
    </message>
    <message>
        <source>Folder for the clips</source>
        <translation>클립 폴더</translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s)</source>
        <translation>
            <numerusform>클립 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Named as in Settings › Saving: %1</source>
        <translation>설정 › 저장에서 정한 이름: %1</translation>
    </message>
    <message>
        <source>Waiting for the disk to say what is at %1…</source>
        <translation>%1에 무엇이 있는지 디스크의 응답을 기다리는 중…</translation>
    </message>
</context>
<context>
    <name>fb::ui::ExportFields</name>
    <message>
        <source>MP4 · H.264, plays everywhere</source>
        <translation>MP4 · H.264, 어디서나 재생</translation>
    </message>
    <message>
        <source>MP4 · H.265, smaller</source>
        <translation>MP4 · H.265, 더 작음</translation>
    </message>
    <message>
        <source>MP4 · AV1, smallest</source>
        <translation>MP4 · AV1, 가장 작음</translation>
    </message>
    <message>
        <source>WebM · VP9, for web pages</source>
        <translation>WebM · VP9, 웹 페이지용</translation>
    </message>
    <message>
        <source>GIF, an animated image</source>
        <translation>GIF, 움직이는 그림</translation>
    </message>
    <message>
        <source>PNG sequence, lossless</source>
        <translation>PNG 시퀀스, 무손실</translation>
    </message>
    <message>
        <source>MOV · ProRes, for editing</source>
        <translation>MOV · ProRes, 편집용</translation>
    </message>
    <message>
        <source>Pre&amp;set</source>
        <translation>프리셋(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>형식(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Quality</source>
        <translation>품질(&amp;Q)</translation>
    </message>
    <message>
        <source>Si&amp;ze</source>
        <translation>크기(&amp;Z)</translation>
    </message>
    <message>
        <source>Frame r&amp;ate</source>
        <translation>프레임 속도(&amp;A)</translation>
    </message>
    <message>
        <source>F&amp;rames</source>
        <translation>프레임(&amp;R)</translation>
    </message>
    <message>
        <source>So&amp;und</source>
        <translation>소리(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Loops</source>
        <translation>반복(&amp;L)</translation>
    </message>
    <message>
        <source>forever</source>
        <translation>무한</translation>
    </message>
    <message>
        <source>&amp;Keep the settings in the file</source>
        <translation>파일에 설정 저장(&amp;K)</translation>
    </message>
    <message>
        <source>Prompt, seed and schedule are saved with the clip; drop the file on the window to load them again</source>
        <translation>프롬프트, 시드, 스케줄이 클립에 함께 저장됩니다. 창에 끌어다 놓으면 되살릴 수 있습니다</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>형식</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>품질</translation>
    </message>
    <message>
        <source>Higher looks better and makes a larger file</source>
        <translation>높을수록 화질이 좋고 파일이 커집니다</translation>
    </message>
    <message>
        <source>Constant rate factor</source>
        <translation>고정 품질 계수</translation>
    </message>
    <message>
        <source>The encoder&apos;s own number for the quality: lower looks better and makes a larger file</source>
        <translation>인코더 고유의 품질 값입니다. 낮을수록 화질이 좋고 파일이 커집니다</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Larger sizes are computed with a Lanczos filter</source>
        <translation>큰 크기는 Lanczos 필터로 계산합니다</translation>
    </message>
    <message>
        <source>As in the clip</source>
        <translation>클립과 같게</translation>
    </message>
    <message>
        <source>Repeat or leave out frames</source>
        <translation>프레임 반복 또는 생략</translation>
    </message>
    <message>
        <source>Blend frames</source>
        <translation>프레임 혼합</translation>
    </message>
    <message>
        <source>Frame rate</source>
        <translation>프레임 속도</translation>
    </message>
    <message>
        <source>The clip lasts as long as before</source>
        <translation>클립의 길이는 그대로입니다</translation>
    </message>
    <message>
        <source> fps</source>
        <translation> fps</translation>
    </message>
    <message>
        <source>Frames per second of the file</source>
        <translation>파일의 초당 프레임 수</translation>
    </message>
    <message>
        <source>First frame</source>
        <translation>첫 프레임</translation>
    </message>
    <message>
        <source>Last frame</source>
        <translation>마지막 프레임</translation>
    </message>
    <message>
        <source>How often the GIF repeats</source>
        <translation>GIF 반복 횟수</translation>
    </message>
    <message>
        <source>%1 (no encoder on this machine)</source>
        <translation>%1 (이 컴퓨터에 인코더 없음)</translation>
    </message>
    <message>
        <source>Size li&amp;mit</source>
        <translation>최대 용량(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Crop</source>
        <translation>자르기(&amp;C)</translation>
    </message>
    <message>
        <source>Pla&amp;y</source>
        <translation>재생(&amp;Y)</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>Largest size of the file</source>
        <translation>파일의 최대 용량</translation>
    </message>
    <message>
        <source>If the file would be larger, its quality is lowered; that takes several encodings</source>
        <translation>파일이 더 커지면 품질을 낮춥니다. 그러려면 여러 번 인코딩합니다</translation>
    </message>
</context>
<context>
    <name>fb::ui::ExportList</name>
    <message>
        <source>waiting</source>
        <translation>대기 중</translation>
    </message>
    <message>
        <source>begins</source>
        <translation>시작하는 중</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>%1 남음</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>저장됨</translation>
    </message>
    <message>
        <source>cancelled; no file was written</source>
        <translation>취소됨. 파일이 기록되지 않았습니다</translation>
    </message>
    <message>
        <source>Progress of %1</source>
        <translation>%1 진행률</translation>
    </message>
    <message>
        <source>Show %1 in its folder</source>
        <translation>폴더에서 %1 보기</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>폴더에서 보기</translation>
    </message>
    <message>
        <source>Cancel the export of %1</source>
        <translation>%1 내보내기 취소</translation>
    </message>
    <message>
        <source>Cancel this export; no file is written</source>
        <translation>이 내보내기를 취소합니다. 파일이 기록되지 않습니다</translation>
    </message>
    <message>
        <source>Exports</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>Clear fi&amp;nished</source>
        <translation>완료 항목 지우기(&amp;N)</translation>
    </message>
    <message>
        <source>Takes exports that have ended off the list; their files stay</source>
        <translation>끝난 내보내기를 목록에서 지웁니다. 파일은 그대로 남습니다</translation>
    </message>
</context>
<context>
    <name>fb::ui::ExportPresenter</name>
    <message>
        <source>Saved %1.</source>
        <translation>%1 저장했습니다.</translation>
    </message>
    <message>
        <source>The export to %1</source>
        <translation>%1(으)로 내보내기</translation>
    </message>
    <message>
        <source>Exports are not finished</source>
        <translation>내보내기가 끝나지 않았습니다</translation>
    </message>
    <message numerus="yes">
        <source>%n export(s) are not finished. If you quit now, their files are not written.</source>
        <translation>
            <numerusform>내보내기 %n개가 끝나지 않았습니다. 지금 종료하면 파일이 기록되지 않습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Finish them, then quit</source>
        <translation>끝낸 뒤 종료(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Cancel them and quit</source>
        <translation>취소하고 종료(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Stay</source>
        <translation>계속 있기(&amp;S)</translation>
    </message>
    <message numerus="yes">
        <source>The program ended before %n export(s) were finished: %1. Export them again.</source>
        <translation>
            <numerusform>내보내기 %n개가 끝나기 전에 프로그램이 종료되었습니다: %1. 다시 내보내세요.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fb::ui::ExportPresetBar</name>
    <message>
        <source>Custom</source>
        <translation>사용자 지정</translation>
    </message>
    <message>
        <source>Save export preset</source>
        <translation>내보내기 프리셋 저장</translation>
    </message>
    <message>
        <source>Rename export preset</source>
        <translation>내보내기 프리셋 이름 바꾸기</translation>
    </message>
    <message>
        <source>Name of the preset:</source>
        <translation>프리셋 이름:</translation>
    </message>
    <message>
        <source>There is already a preset called &quot;%1&quot;. Replace it?</source>
        <translation>&quot;%1&quot;(이)라는 프리셋이 이미 있습니다. 바꿀까요?</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>바꾸기(&amp;R)</translation>
    </message>
    <message>
        <source>There is already a preset called &quot;%1&quot;. Choose another name.</source>
        <translation>&quot;%1&quot;(이)라는 프리셋이 이미 있습니다. 다른 이름을 선택하세요.</translation>
    </message>
    <message>
        <source>Delete export preset</source>
        <translation>내보내기 프리셋 삭제</translation>
    </message>
    <message>
        <source>Delete the preset &quot;%1&quot;? This cannot be undone.</source>
        <translation>프리셋 &quot;%1&quot;을(를) 삭제할까요? 되돌릴 수 없습니다.</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>삭제(&amp;D)</translation>
    </message>
    <message>
        <source>Export preset</source>
        <translation>내보내기 프리셋</translation>
    </message>
    <message>
        <source>Sets format, quality, size and frame rate at once</source>
        <translation>형식, 품질, 크기, 프레임 속도를 한 번에 설정합니다</translation>
    </message>
    <message>
        <source>Manage export presets</source>
        <translation>내보내기 프리셋 관리</translation>
    </message>
    <message>
        <source>Save these values as a preset, rename or delete one</source>
        <translation>이 값을 프리셋으로 저장하거나 이름을 바꾸거나 삭제합니다</translation>
    </message>
    <message>
        <source>&amp;Save as preset…</source>
        <translation>프리셋으로 저장(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Rename preset…</source>
        <translation>프리셋 이름 바꾸기(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Delete preset…</source>
        <translation>프리셋 삭제(&amp;D)…</translation>
    </message>
</context>
<context>
    <name>fb::ui::ExportPresetStore</name>
    <message>
        <source>Your export presets could not be read from %1, and the file cannot be moved. They will not be saved.</source>
        <translation>%1에서 내보내기 프리셋을 읽을 수 없고 파일을 옮길 수도 없습니다. 프리셋이 저장되지 않습니다.</translation>
    </message>
    <message>
        <source>Your export presets could not be read from %1. The file was kept as %2, and a new one was started.</source>
        <translation>%1에서 내보내기 프리셋을 읽을 수 없습니다. 파일은 %2(으)로 보관하고 새 파일을 만들었습니다.</translation>
    </message>
</context>
<context>
    <name>fb::ui::ExportSession</name>
    <message>
        <source>The engine is not ready yet.</source>
        <translation>엔진이 아직 열리지 않았습니다.</translation>
    </message>
    <message>
        <source>There is too little memory for this clip.</source>
        <translation>이 클립에 쓸 메모리가 부족합니다.</translation>
    </message>
</context>
<context>
    <name>fb::ui::FileWords</name>
    <message>
        <source>%1 was saved by a newer version of this program. It is left untouched: what can be read of it is offered, and changes are not saved.</source>
        <translation>%1은(는) 이 프로그램의 최신 버전에서 저장되었습니다. 파일은 그대로 두며, 읽을 수 있는 내용은 제공되지만 변경 사항은 저장되지 않습니다.</translation>
    </message>
</context>
<context>
    <name>fb::ui::FoldedFiles</name>
    <message>
        <source>%1: %2, incomplete</source>
        <translation>%1: %2, 불완전함</translation>
    </message>
    <message numerus="yes">
        <source>%n LoRA(s)</source>
        <translation>
            <numerusform>LoRA %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Not parts of a pair: add them in the prompt panel, under LoRAs</source>
        <translation>모델 쌍의 일부가 아닙니다. 프롬프트 패널의 LoRA에서 추가하세요</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) cannot be used</source>
        <translation>
            <numerusform>쓸 수 없는 파일 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>What each of them is, or what is wrong with it</source>
        <translation>각각 무엇인지, 또는 무엇이 문제인지</translation>
    </message>
</context>
<context>
    <name>fb::ui::FolderEdit</name>
    <message>
        <source>Choose folder</source>
        <translation>폴더 선택</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>폴더 선택…</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>폴더 열기</translation>
    </message>
    <message>
        <source>Open the folder in the file manager</source>
        <translation>파일 관리자에서 폴더를 엽니다</translation>
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
        <translation>계산량 (큰 모델 대비 비율)</translation>
    </message>
    <message>
        <source>Sameness</source>
        <translation>일치도</translation>
    </message>
    <message>
        <source>Work and sameness of the candidates</source>
        <translation>후보의 계산량과 일치도</translation>
    </message>
    <message>
        <source>Arrow keys choose a candidate, the cheapest first.</source>
        <translation>화살표 키로 후보를 선택합니다. 비용이 낮은 순서입니다.</translation>
    </message>
</context>
<context>
    <name>fb::ui::FullScreenView</name>
    <message>
        <source>Clip in full screen</source>
        <translation>클립 전체 화면</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>프레임</translation>
    </message>
    <message>
        <source>Drag to go to a frame</source>
        <translation>드래그하여 원하는 프레임으로 이동</translation>
    </message>
</context>
<context>
    <name>fb::ui::GenerationSession</name>
    <message>
        <source>The engine is not ready yet.</source>
        <translation>엔진이 아직 열리지 않았습니다.</translation>
    </message>
</context>
<context>
    <name>fb::ui::HelpWindow</name>
    <message>
        <source>Help</source>
        <translation>도움말</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>도움말 검색</translation>
    </message>
    <message>
        <source>Lists the pages that contain this text; Enter goes to the next match</source>
        <translation>이 글자가 들어 있는 페이지를 보여 줍니다. Enter를 누르면 다음 위치로 갑니다</translation>
    </message>
    <message>
        <source>Help pages</source>
        <translation>도움말 페이지</translation>
    </message>
    <message>
        <source>Help text</source>
        <translation>도움말 본문</translation>
    </message>
    <message>
        <source>No page contains this text.</source>
        <translation>이 글자가 들어 있는 페이지가 없습니다.</translation>
    </message>
</context>
<context>
    <name>fb::ui::HistoryBadge</name>
    <message>
        <source>History · %1</source>
        <translation>기록 · %1</translation>
    </message>
    <message>
        <source>History</source>
        <translation>기록</translation>
    </message>
</context>
<context>
    <name>fb::ui::HistoryModel</name>
    <message>
        <source>reference · %1</source>
        <translation>기준 · %1</translation>
    </message>
    <message>
        <source>Reference: the large model alone</source>
        <translation>기준: 큰 모델 단독</translation>
    </message>
    <message>
        <source>SSIM to its reference, the clip of the large model alone: %1 (1: the same)</source>
        <translation>기준(큰 모델 단독 클립)과의 SSIM: %1 (1: 동일)</translation>
    </message>
    <message>
        <source>SSIM to LLL %1 · %2</source>
        <comment>0.952, LSL 40/20</comment>
        <translation>LLL과의 SSIM %1 · %2</translation>
    </message>
</context>
<context>
    <name>fb::ui::HistoryPanel</name>
    <message>
        <source>Search prompts and names</source>
        <translation>프롬프트와 이름 검색</translation>
    </message>
    <message>
        <source>Search the history</source>
        <translation>기록 검색</translation>
    </message>
    <message>
        <source>History</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>Restore the deleted clips</source>
        <translation>삭제한 클립을 그대로 둡니다</translation>
    </message>
    <message>
        <source>Finished clips appear here.
Double-click one to load its settings.</source>
        <translation>완성된 클립이 여기에 모입니다.
두 번 클릭하면 설정을 되살립니다.</translation>
    </message>
    <message>
        <source>No clip matches &quot;%1&quot;.</source>
        <translation>‘%1’와(과) 일치하는 클립이 없습니다.</translation>
    </message>
    <message>
        <source>&amp;Load settings</source>
        <translation>설정 불러오기(&amp;L)</translation>
    </message>
    <message>
        <source>Re-run with other &amp;boundaries</source>
        <translation>경계를 바꿔 다시 실행(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Open clip</source>
        <translation>클립 열기(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>내보내기(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>비교(&amp;C)</translation>
    </message>
    <message>
        <source>Show in &amp;folder</source>
        <translation>폴더에서 보기(&amp;F)</translation>
    </message>
    <message>
        <source>Copy &amp;seed</source>
        <translation>시드 복사(&amp;S)</translation>
    </message>
    <message>
        <source>Copy &amp;prompt</source>
        <translation>프롬프트 복사(&amp;P)</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>이름 바꾸기(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>삭제(&amp;D)</translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s) deleted</source>
        <translation>
            <numerusform>클립 %n개 삭제됨</numerusform>
        </translation>
    </message>
    <message>
        <source>Starred clips only</source>
        <translation>별표한 클립만</translation>
    </message>
    <message>
        <source>Show only the clips that have a star. Click a clip&apos;s star, or press S, to set it</source>
        <translation>별표한 클립만 표시합니다. 클립의 별을 클릭하거나 S 키를 눌러 별표를 답니다</translation>
    </message>
    <message>
        <source>Large images</source>
        <translation>큰 그림</translation>
    </message>
    <message>
        <source>Show large images side by side instead of a list</source>
        <translation>목록 대신 큰 그림을 나란히 표시합니다</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>No clip has a star yet.
Click the star of a clip, or press S on it.</source>
        <translation>아직 별표한 클립이 없습니다.
클립의 별을 클릭하거나 선택한 뒤 S 키를 누르세요.</translation>
    </message>
    <message>
        <source>Remove s&amp;tar</source>
        <translation>별표 해제(&amp;T)</translation>
    </message>
    <message>
        <source>S&amp;tar</source>
        <translation>별표 달기(&amp;T)</translation>
    </message>
    <message>
        <source>Branch from th&amp;is clip</source>
        <translation>이 클립에서 분기(&amp;I)</translation>
    </message>
    <message>
        <source>Looking for the steps that are kept…</source>
        <translation>남아 있는 스텝을 찾는 중…</translation>
    </message>
    <message>
        <source>A probe keeps no steps.</source>
        <translation>프로브는 스텝을 남기지 않습니다.</translation>
    </message>
    <message>
        <source>After step %1 of %2</source>
        <translation>%2스텝 중 %1 뒤</translation>
    </message>
    <message>
        <source>Make another clip that takes over the first steps of this one</source>
        <translation>이 클립의 처음 스텝을 이어받는 다른 클립을 만듭니다</translation>
    </message>
    <message>
        <source>probe · %1</source>
        <translation>프로브 · %1</translation>
    </message>
    <message>
        <source>Shows the clips whose prompt, name or tags contain every word</source>
        <translation>프롬프트, 이름 또는 태그에 모든 단어가 들어 있는 클립을 표시합니다</translation>
    </message>
    <message>
        <source>Filter the history</source>
        <translation>기록 필터링</translation>
    </message>
    <message>
        <source>Show only the clips of one pair, schedule or tag</source>
        <translation>한 모델 쌍, 스케줄 또는 태그의 클립만 표시합니다</translation>
    </message>
    <message>
        <source>No clip matches the filters.
The filter button above can clear them.</source>
        <translation>필터와 일치하는 클립이 없습니다.
위의 필터 버튼으로 해제할 수 있습니다.</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Delete %n clip(s)</source>
        <translation>
            <numerusform>클립 %n개 삭제(&amp;D)</numerusform>
        </translation>
    </message>
    <message>
        <source>Ta&amp;gs</source>
        <translation>태그(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;New tag…</source>
        <translation>새 태그(&amp;N)…</translation>
    </message>
    <message>
        <source>Tag clips</source>
        <translation>클립에 태그 달기</translation>
    </message>
    <message numerus="yes">
        <source>Tags for %n clip(s), separated by commas:</source>
        <translation>
            <numerusform>클립 %n개의 태그(쉼표로 구분):</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Pair</source>
        <translation>모델 쌍(&amp;P)</translation>
    </message>
    <message>
        <source>All pairs</source>
        <translation>모든 모델 쌍</translation>
    </message>
    <message>
        <source>&amp;Schedule</source>
        <translation>스케줄(&amp;S)</translation>
    </message>
    <message>
        <source>All schedules</source>
        <translation>모든 스케줄</translation>
    </message>
    <message>
        <source>&amp;Tag</source>
        <translation>태그(&amp;T)</translation>
    </message>
    <message>
        <source>All tags</source>
        <translation>모든 태그</translation>
    </message>
    <message>
        <source>&amp;Clear filters</source>
        <translation>필터 해제(&amp;C)</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Export %n clip(s)…</source>
        <translation>
            <numerusform>클립 %n개 내보내기(&amp;E)…</numerusform>
        </translation>
    </message>
    <message>
        <source>Two to four clips can be compared, and no probes.</source>
        <translation>클립 두 개에서 네 개까지 비교할 수 있으며, 프로브는 비교할 수 없습니다.</translation>
    </message>
    <message>
        <source>Show r&amp;un folder</source>
        <translation>작업 데이터 폴더 보기(&amp;U)</translation>
    </message>
    <message>
        <source>Play &amp;video in another program</source>
        <translation>다른 프로그램에서 비디오 재생(&amp;V)</translation>
    </message>
    <message>
        <source>Cop&amp;y video</source>
        <translation>비디오 복사(&amp;Y)</translation>
    </message>
    <message>
        <source>This clip was not saved as a video by itself. Export makes one.</source>
        <translation>이 클립은 비디오로 자동 저장되지 않았습니다. ‘내보내기’로 만들 수 있습니다.</translation>
    </message>
    <message numerus="yes">
        <source>Cop&amp;y %n video(s)</source>
        <translation>
            <numerusform>비디오 %n개 복사(&amp;Y)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fb::ui::HistoryPresenter</name>
    <message>
        <source>Drag the stage boundaries and press Generate.</source>
        <translation>단계 경계를 끌고 ‘생성’을 누르세요.</translation>
    </message>
    <message>
        <source>Settings loaded, with the seed locked: unlock it for another clip.</source>
        <translation>설정을 불러왔고 시드를 잠갔습니다. 다른 클립을 만들려면 잠금을 푸세요.</translation>
    </message>
    <message numerus="yes">
        <source>%n video(s) have been moved or changed since they were saved, among them %1. Put them back, or export the clips again.</source>
        <translation>
            <numerusform>비디오 %n개가 저장된 뒤 이동되었거나 변경되었습니다(%1 등). 원래 위치로 되돌리거나 클립을 다시 내보내세요.</numerusform>
        </translation>
    </message>
    <message>
        <source>The video %1 has been moved or changed since it was saved. Put it back, or export the clip again.</source>
        <translation>비디오 %1이(가) 저장된 뒤 이동되었거나 변경되었습니다. 원래 위치로 되돌리거나 클립을 다시 내보내세요.</translation>
    </message>
    <message numerus="yes">
        <source>%n video(s) copied; paste into a folder, a message or another program.</source>
        <translation>
            <numerusform>비디오 %n개를 복사했습니다. 폴더, 메시지 또는 다른 프로그램에 붙여 넣을 수 있습니다.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fb::ui::ImageFiles</name>
    <message>
        <source>This file does not exist. Remove the image, or put the file back.</source>
        <translation>파일이 없습니다. 목록에서 빼거나 파일을 제자리에 되돌려 놓으세요.</translation>
    </message>
    <message>
        <source>This file cannot be read as an image: %1</source>
        <translation>이 파일을 그림으로 읽을 수 없습니다: %1</translation>
    </message>
    <message>
        <source>This file contains no image.</source>
        <translation>이 파일에는 그림이 들어 있지 않습니다.</translation>
    </message>
    <message>
        <source>it contains no pixels</source>
        <translation>픽셀이 없습니다</translation>
    </message>
    <message>
        <source>The image could not be saved as %1: %2</source>
        <translation>그림을 %1(으)로 저장할 수 없습니다: %2</translation>
    </message>
</context>
<context>
    <name>fb::ui::ImageList</name>
    <message>
        <source>The clip is now too short for the position of %1, so it was moved to the last frame.</source>
        <translation>클립이 %1의 위치보다 짧아 마지막 프레임으로 옮겼습니다.</translation>
    </message>
    <message>
        <source>The images were left out: this pair makes clips from text only.</source>
        <translation>그림은 제외했습니다. 이 모델 쌍은 텍스트만으로 클립을 만듭니다.</translation>
    </message>
    <message>
        <source>Only the first image was added: this pair accepts only one.</source>
        <translation>첫 번째 그림만 가져왔습니다. 이 모델 쌍은 그림을 하나만 받습니다.</translation>
    </message>
    <message>
        <source>An image cannot be placed at frame %1, so %2 was moved to the nearest possible frame.</source>
        <translation>클립의 %1번 프레임에는 그림을 둘 수 없어 %2을(를) 가장 가까운 프레임으로 옮겼습니다.</translation>
    </message>
    <message>
        <source>%1 is not an image. PNG, JPEG, WebP, BMP and TIFF files can be used.</source>
        <translation>%1은(는) 그림이 아닙니다. PNG, JPEG, WebP, BMP, TIFF 파일을 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>Choose the first frame</source>
        <translation>첫 프레임 선택</translation>
    </message>
    <message>
        <source>Choose images</source>
        <translation>그림 선택</translation>
    </message>
    <message>
        <source>Images (*.png *.jpg *.jpeg *.webp *.bmp *.tif *.tiff);;All files (*)</source>
        <translation>그림 (*.png *.jpg *.jpeg *.webp *.bmp *.tif *.tiff);;모든 파일 (*)</translation>
    </message>
    <message>
        <source>There is no image on the clipboard.</source>
        <translation>클립보드에 그림이 없습니다.</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>그림</translation>
    </message>
    <message>
        <source>Add an image</source>
        <translation>그림 추가</translation>
    </message>
    <message>
        <source>Choose images that the clip should pass through</source>
        <translation>클립이 거쳐 갈 그림을 선택합니다</translation>
    </message>
    <message>
        <source>Paste an image</source>
        <translation>그림 붙여넣기</translation>
    </message>
    <message>
        <source>Add the copied image, such as a frame of a clip</source>
        <translation>클립의 프레임 등 마지막으로 복사한 그림을 가져옵니다</translation>
    </message>
    <message>
        <source>Drop an image here, paste one, or choose a file</source>
        <translation>그림을 여기에 끌어다 놓거나 붙여넣거나 파일을 선택하세요</translation>
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
        <translation>그림 %1</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 빼기</translation>
    </message>
    <message>
        <source>The clip will no longer pass through it; the file is not deleted.</source>
        <translation>클립이 더는 이 그림을 거치지 않습니다. 파일은 그대로 남습니다.</translation>
    </message>
    <message>
        <source>First frame</source>
        <translation>첫 프레임</translation>
    </message>
    <message>
        <source>Last frame</source>
        <translation>마지막 프레임</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>프레임</translation>
    </message>
    <message>
        <source>Position of %1 in the clip</source>
        <translation>클립에서 %1의 위치</translation>
    </message>
    <message>
        <source>Where in the clip the image appears</source>
        <translation>클립에서 그림이 놓이는 위치</translation>
    </message>
    <message>
        <source>Frame of %1</source>
        <translation>%1의 프레임</translation>
    </message>
    <message>
        <source>The frame that shows the image: a multiple of %1.</source>
        <translation>그림이 나타나는 프레임. %1의 배수입니다.</translation>
    </message>
    <message>
        <source> %</source>
        <comment>after the number of the strength</comment>
        <translation>&#xa0;%</translation>
    </message>
    <message>
        <source>Strength of %1</source>
        <translation>%1의 강도</translation>
    </message>
    <message>
        <source>100 % keeps the image as it is; lower values let the model change it.</source>
        <translation>100%이면 그림을 그대로 유지하고, 낮출수록 모델이 바꿀 여지가 커집니다.</translation>
    </message>
    <message>
        <source>Problem with %1</source>
        <translation>%1의 문제</translation>
    </message>
</context>
<context>
    <name>fb::ui::InputSentences</name>
    <message>
        <source>large model</source>
        <translation>큰 모델</translation>
    </message>
    <message>
        <source>small model</source>
        <translation>작은 모델</translation>
    </message>
    <message>
        <source>text encoder</source>
        <translation>텍스트 인코더</translation>
    </message>
    <message>
        <source>tokenizer</source>
        <translation>토크나이저</translation>
    </message>
    <message>
        <source>VAE</source>
        <translation>VAE</translation>
    </message>
    <message>
        <source>image encoder</source>
        <translation>이미지 인코더</translation>
    </message>
    <message>
        <source>latent upsampler</source>
        <translation>잠재 업샘플러</translation>
    </message>
    <message>
        <source>image</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>Changed since the run began: the settings in %1.</source>
        <translation>실행을 시작한 뒤 변경됨: %1의 설정.</translation>
    </message>
    <message>
        <source>No longer found: %1 (%2).</source>
        <translation>찾을 수 없음: %1(%2).</translation>
    </message>
    <message>
        <source>Changed since the run began: %1 (%2).</source>
        <translation>실행을 시작한 뒤 변경됨: %1(%2).</translation>
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
        <translation>현재 파일로 계속</translation>
    </message>
    <message>
        <source>Locate models…</source>
        <translation>모델 찾기…</translation>
    </message>
    <message>
        <source>Continue with other files?</source>
        <translation>다른 파일로 계속할까요?</translation>
    </message>
    <message>
        <source>%1

The clip will differ from the one that the run would have made.</source>
        <translation>%1

처음에 시작한 것과는 다른 클립이 됩니다.</translation>
    </message>
    <message>
        <source>&amp;Continue with the current files</source>
        <translation>현재 파일로 계속(&amp;C)</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>취소(&amp;N)</translation>
    </message>
    <message>
        <source>Locate models</source>
        <translation>모델 찾기</translation>
    </message>
    <message>
        <source>Looking for the models in %1…</source>
        <translation>%1에서 모델을 찾는 중…</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot continue. %2 Put it back and continue the run from the queue.</source>
        <translation>‘%1’을(를) 계속할 수 없습니다. %2 원래 위치에 되돌려 놓고 대기열에서 실행을 계속하세요.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot continue. %2</source>
        <translation>‘%1’을(를) 계속할 수 없습니다. %2</translation>
    </message>
</context>
<context>
    <name>fb::ui::KeptFile</name>
    <message>
        <source>%1 cannot be read at the moment: %2. The file is left untouched and will be read as soon as possible; until then, changes are kept in memory.</source>
        <translation>%1을(를) 지금 읽을 수 없습니다: %2. 파일은 그대로 두며 해결되는 대로 읽습니다. 새로운 내용은 그때까지 메모리에 보관됩니다.</translation>
    </message>
    <message>
        <source>%1 cannot be written at the moment: %2. Changes are kept in memory and will be saved as soon as possible.</source>
        <translation>%1을(를) 지금 쓸 수 없습니다: %2. 새로운 내용은 메모리에 보관되며 해결되는 대로 저장됩니다.</translation>
    </message>
</context>
<context>
    <name>fb::ui::LabPresenter</name>
    <message>
        <source>The boundaries are measured.</source>
        <translation>경계 측정이 끝났습니다.</translation>
    </message>
    <message>
        <source>Finding boundaries</source>
        <translation>경계 찾기</translation>
    </message>
    <message>
        <source>The boundaries could not be measured.</source>
        <translation>경계를 측정할 수 없었습니다.</translation>
    </message>
    <message>
        <source>Choose measured boundaries</source>
        <comment>undo</comment>
        <translation>측정된 경계 선택</translation>
    </message>
    <message>
        <source>Finding boundaries was interrupted. Everything measured is kept.</source>
        <translation>경계 찾기가 중단되었습니다. 측정한 내용은 모두 남아 있습니다.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>계속</translation>
    </message>
</context>
<context>
    <name>fb::ui::LabWindow</name>
    <message>
        <source>Clip %1 of %2</source>
        <translation>클립 %1/%2</translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>스텝 %1/%2</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>%1 남음</translation>
    </message>
    <message>
        <source>Waits for the clip that is being generated.</source>
        <translation>생성 중인 클립을 기다립니다.</translation>
    </message>
    <message>
        <source>%1. The queue waits.</source>
        <translation>%1. 대기열은 기다립니다.</translation>
    </message>
    <message>
        <source>Pausing after the current block; everything is kept.</source>
        <translation>현재 블록 후 일시 정지합니다. 모두 보존됩니다.</translation>
    </message>
    <message>
        <source>Pau&amp;se</source>
        <translation>일시 정지(&amp;S)</translation>
    </message>
    <message>
        <source>C&amp;ontinue</source>
        <translation>계속(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>시작(&amp;S)</translation>
    </message>
    <message>
        <source>Everything measured is kept; it can be continued at any time</source>
        <translation>측정한 내용은 보존되며 언제든 계속할 수 있습니다</translation>
    </message>
    <message>
        <source>Measure; the queue waits meanwhile</source>
        <translation>측정합니다. 그동안 대기열은 기다립니다</translation>
    </message>
    <message>
        <source>Find Boundaries</source>
        <translation>경계 찾기</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>측정</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>Progress of the measurement</source>
        <translation>측정 진행 상황</translation>
    </message>
    <message>
        <source>Clips are being compared again</source>
        <translation>클립을 다시 비교하는 중</translation>
    </message>
    <message>
        <source>decoding</source>
        <translation>디코딩 중</translation>
    </message>
</context>
<context>
    <name>fb::ui::LogViewer</name>
    <message>
        <source>The report was copied to the clipboard.</source>
        <translation>보고서를 클립보드에 복사했습니다.</translation>
    </message>
    <message>
        <source>Save the log</source>
        <translation>로그 저장</translation>
    </message>
    <message>
        <source>Text files (*.txt *.log)</source>
        <translation>텍스트 파일 (*.txt *.log)</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1에 쓸 수 없습니다: %2</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>%1(으)로 저장했습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s)</source>
        <translation>
            <numerusform>%Ln줄</numerusform>
        </translation>
    </message>
    <message>
        <source>Log</source>
        <translation>로그</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>표시(&amp;S)</translation>
    </message>
    <message>
        <source>All messages</source>
        <translation>모든 메시지</translation>
    </message>
    <message>
        <source>All except debug messages</source>
        <translation>디버그 제외</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>경고와 오류</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>오류</translation>
    </message>
    <message>
        <source>Lowest level shown</source>
        <translation>표시할 최저 수준</translation>
    </message>
    <message>
        <source>Hides less important messages</source>
        <translation>덜 중요한 메시지를 숨깁니다</translation>
    </message>
    <message>
        <source>Search the log</source>
        <translation>로그 검색</translation>
    </message>
    <message>
        <source>Shows only the lines that contain this text</source>
        <translation>이 글자가 들어 있는 줄만 보여 줍니다</translation>
    </message>
    <message>
        <source>&amp;Follow</source>
        <translation>따라가기(&amp;F)</translation>
    </message>
    <message>
        <source>Keeps the newest line in view</source>
        <translation>항상 가장 새로운 줄을 보여 줍니다</translation>
    </message>
    <message>
        <source>Log lines</source>
        <translation>로그 줄</translation>
    </message>
    <message>
        <source>Copy for &amp;bug report</source>
        <translation>버그 신고용으로 복사(&amp;B)</translation>
    </message>
    <message>
        <source>Copies version, system, devices and the last 200 lines; read it before you send it</source>
        <translation>버전, 시스템, 장치와 최근 200줄을 복사합니다. 보내기 전에 내용을 확인하세요</translation>
    </message>
    <message>
        <source>Sa&amp;ve…</source>
        <translation>저장(&amp;V)…</translation>
    </message>
    <message>
        <source>Writes the same report to a text file</source>
        <translation>같은 보고서를 텍스트 파일로 저장합니다</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>닫기(&amp;C)</translation>
    </message>
    <message>
        <source>Include &amp;prompts</source>
        <translation>프롬프트 포함(&amp;P)</translation>
    </message>
    <message>
        <source>Include prompts in the report</source>
        <translation>신고에 프롬프트 포함</translation>
    </message>
    <message>
        <source>Adds your newest prompts to the report. Without this, prompts are also taken out of its lines.</source>
        <translation>최근 프롬프트를 신고에 추가합니다. 선택하지 않으면 각 줄에서도 프롬프트가 제거됩니다.</translation>
    </message>
    <message>
        <source>&amp;Copy the lines chosen</source>
        <translation>선택한 줄 복사(&amp;C)</translation>
    </message>
</context>
<context>
    <name>fb::ui::LoraList</name>
    <message>
        <source>Choose LoRAs</source>
        <translation>LoRA 선택</translation>
    </message>
    <message>
        <source>LoRAs (*.safetensors);;All files (*)</source>
        <translation>LoRA (*.safetensors);;모든 파일 (*)</translation>
    </message>
    <message>
        <source>LoRAs</source>
        <translation>LoRA</translation>
    </message>
    <message>
        <source>Add a LoRA</source>
        <translation>LoRA 추가</translation>
    </message>
    <message>
        <source>Choose files that change one of the models, such as a style or fewer steps</source>
        <translation>스타일이나 더 적은 단계처럼 두 모델 중 하나를 바꾸는 파일을 선택합니다</translation>
    </message>
    <message>
        <source>Drop LoRAs here</source>
        <translation>LoRA를 여기에 놓으세요</translation>
    </message>
</context>
<context>
    <name>fb::ui::LoraRow</name>
    <message>
        <source>%1: %2 of %3 layers</source>
        <translation>%1: 레이어 %3개 중 %2개</translation>
    </message>
    <message>
        <source>rank %1</source>
        <translation>랭크 %1</translation>
    </message>
    <message>
        <source>alpha %1</source>
        <translation>알파 %1</translation>
    </message>
    <message>
        <source>no alpha: scale 1</source>
        <translation>알파 없음: 배율 1</translation>
    </message>
    <message>
        <source>Layers that the model does not have:</source>
        <translation>모델에 없는 레이어:</translation>
    </message>
    <message>
        <source>LoRA %1</source>
        <translation>LoRA %1</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 빼기</translation>
    </message>
    <message>
        <source>The models will no longer use it; the file is not deleted.</source>
        <translation>모델이 더 이상 사용하지 않습니다. 파일은 삭제되지 않습니다.</translation>
    </message>
    <message>
        <source>Target of %1</source>
        <translation>%1의 대상</translation>
    </message>
    <message>
        <source>The model that it changes; early and late stage: the large model, in that stage only</source>
        <translation>바꾸는 모델. 초반과 후반 구간은 그 구간의 큰 모델만입니다</translation>
    </message>
    <message>
        <source>Strength of %1</source>
        <translation>%1의 강도</translation>
    </message>
    <message>
        <source>How strongly it changes the model: 1 as it was trained, 0 not at all</source>
        <translation>모델을 바꾸는 정도: 1은 학습된 그대로, 0은 바꾸지 않음</translation>
    </message>
    <message>
        <source>What %1 does</source>
        <translation>%1의 역할</translation>
    </message>
    <message>
        <source>%1 of them in the text encoder</source>
        <translation>그중 %1개는 텍스트 인코더</translation>
    </message>
</context>
<context>
    <name>fb::ui::MainWindow</name>
    <message>
        <source>The engine</source>
        <translation>엔진</translation>
    </message>
    <message>
        <source>FlowBlending Studio</source>
        <translation>FlowBlending Studio</translation>
    </message>
    <message>
        <source>Pair of models</source>
        <translation>모델 쌍</translation>
    </message>
    <message>
        <source>The large and the small model that share the sampling</source>
        <translation>샘플링을 나눠 맡는 큰 모델과 작은 모델</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>프롬프트</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>대기열</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>Pa&amp;ir</source>
        <translation>모델 쌍(&amp;I)</translation>
    </message>
    <message>
        <source>More toolbar buttons</source>
        <translation>도구 모음 더 보기</translation>
    </message>
    <message>
        <source>The queue and history can be saved again.</source>
        <translation>대기열과 기록이 다시 저장됩니다.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>%1 can be saved again.</source>
        <translation>%1이(가) 다시 저장됩니다.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; follows the settings of its folder: %2. Models › Models and pairs also lists them.</source>
        <translation>‘%1’은(는) 폴더의 설정을 따릅니다: %2. ‘모델 › 모델과 모델 쌍’에도 표시됩니다.</translation>
    </message>
    <message>
        <source>The program ended unexpectedly last time: %1. Queue and history are kept.</source>
        <translation>지난번에 프로그램이 예기치 않게 종료되었습니다: %1. 대기열과 기록은 그대로 있습니다.</translation>
    </message>
    <message>
        <source>The preset &quot;%1&quot; was deleted.</source>
        <translation>프리셋 &quot;%1&quot;을(를) 삭제했습니다.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>%1 holds no presets that this version can read.</source>
        <translation>%1에 이 버전에서 읽을 수 있는 프리셋이 없습니다.</translation>
    </message>
    <message>
        <source>Presets added: %1</source>
        <translation>추가한 프리셋: %1</translation>
    </message>
</context>
<context>
    <name>fb::ui::MemoryBar</name>
    <message>
        <source>Memory for the next run</source>
        <translation>다음 실행이 사용할 메모리</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>인코딩</translation>
    </message>
    <message>
        <source>Early</source>
        <translation>초반</translation>
    </message>
    <message>
        <source>Middle</source>
        <translation>중반</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>후반</translation>
    </message>
    <message>
        <source>Decoding</source>
        <translation>디코딩</translation>
    </message>
    <message>
        <source>Next run on %1: %2 of %3 available</source>
        <translation>%1에서의 다음 실행: %3 중 %2 사용 가능</translation>
    </message>
    <message>
        <source>%1 used by other programs</source>
        <translation>%1은(는) 다른 프로그램이 사용 중</translation>
    </message>
    <message>
        <source>%1: %2, weights %3</source>
        <translation>%1: %2, 가중치 %3</translation>
    </message>
    <message>
        <source>Frames are decoded in tiles, because they do not fit whole</source>
        <translation>프레임이 통째로는 들어가지 않아 타일로 나누어 디코딩합니다</translation>
    </message>
    <message>
        <source>Streamed: %1 of %2 blocks of the %3 stay on the device</source>
        <translation>스트리밍(%3): 블록 %2개 중 %1개가 장치에 남습니다</translation>
    </message>
    <message>
        <source>large model</source>
        <translation>큰 모델</translation>
    </message>
    <message>
        <source>small model</source>
        <translation>작은 모델</translation>
    </message>
    <message>
        <source>text encoder</source>
        <translation>텍스트 인코더</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>미리보기</translation>
    </message>
    <message>
        <source>%1: %2 as measured, weights %3</source>
        <translation>%1: %2(측정값), 가중치 %3</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>Upsampling</source>
        <translation>업샘플링</translation>
    </message>
    <message>
        <source>Next run does not fit: %1 of %2</source>
        <translation>다음 작업이 들어가지 않음: %1 / %2</translation>
    </message>
    <message>
        <source>Next run: %1 of %2, streamed</source>
        <translation>다음 작업: %1 / %2, 스트리밍</translation>
    </message>
    <message>
        <source>Next run: %1 of %2</source>
        <translation>다음 작업: %1 / %2</translation>
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
        <translation>측정됨</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>working memory</source>
        <translation>작업용 메모리</translation>
    </message>
    <message>
        <source>other programs</source>
        <translation>다른 프로그램</translation>
    </message>
    <message>
        <source>limit: %1</source>
        <translation>한도: %1</translation>
    </message>
</context>
<context>
    <name>fb::ui::ModelsPage</name>
    <message>
        <source>Models and pairs</source>
        <translation>모델과 모델 쌍</translation>
    </message>
    <message>
        <source>&amp;Pairs</source>
        <translation>모델 쌍(&amp;P)</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>모델 쌍</translation>
    </message>
    <message>
        <source>Double-click a pair to use it</source>
        <translation>두 번 클릭하면 모델 쌍을 사용합니다</translation>
    </message>
    <message>
        <source>For&amp;get</source>
        <translation>목록에서 빼기(&amp;G)</translation>
    </message>
    <message>
        <source>Forget this pair</source>
        <translation>이 모델 쌍을 목록에서 빼기</translation>
    </message>
    <message>
        <source>Removes the pair from this list; its files are not deleted</source>
        <translation>모델 쌍을 목록에서 뺍니다. 파일은 그대로 남습니다</translation>
    </message>
    <message>
        <source>Use this pair</source>
        <translation>이 모델 쌍 사용</translation>
    </message>
    <message>
        <source>The next runs will use it</source>
        <translation>다음 작업부터 이 모델 쌍을 사용합니다</translation>
    </message>
    <message>
        <source>Model files</source>
        <translation>모델 파일</translation>
    </message>
    <message>
        <source>Add &amp;files…</source>
        <translation>파일 추가(&amp;F)…</translation>
    </message>
    <message>
        <source>Add model files</source>
        <translation>모델 파일 추가</translation>
    </message>
    <message>
        <source>Checkpoints (.safetensors, .gguf), their indexes, tokenizers, or pair documents (.json)</source>
        <translation>체크포인트(.safetensors, .gguf), 인덱스, 토크나이저 또는 모델 쌍 문서(.json)</translation>
    </message>
    <message>
        <source>Add fol&amp;der…</source>
        <translation>폴더 추가(&amp;D)…</translation>
    </message>
    <message>
        <source>Add a folder of models</source>
        <translation>모델 폴더 추가</translation>
    </message>
    <message>
        <source>A downloaded repository; its subfolders are searched too</source>
        <translation>다운로드한 저장소. 하위 폴더도 검색합니다</translation>
    </message>
    <message>
        <source>Build a pair</source>
        <translation>모델 쌍 만들기</translation>
    </message>
    <message>
        <source>&amp;Where to get them</source>
        <translation>받는 곳(&amp;W)</translation>
    </message>
    <message>
        <source>Where to get model files</source>
        <translation>모델 파일을 받는 곳</translation>
    </message>
    <message>
        <source>Lists the public repositories and the files needed from them</source>
        <translation>공개 저장소와 필요한 파일을 알려 줍니다</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>사용 중</translation>
    </message>
    <message>
        <source>&amp;Use this pair</source>
        <translation>이 모델 쌍 사용(&amp;U)</translation>
    </message>
    <message>
        <source>Comes with the program; small enough for any machine.</source>
        <translation>프로그램에 포함되어 있으며 어떤 컴퓨터에서도 돌아갈 만큼 작습니다.</translation>
    </message>
    <message>
        <source>Drop to add them</source>
        <translation>놓으면 추가됩니다</translation>
    </message>
    <message>
        <source>Drop checkpoints here, or a whole downloaded folder.
Each is recognised by its content, not its name.</source>
        <translation>체크포인트나 다운로드한 폴더를 여기에 끌어다 놓으세요.
이름이 아니라 내용으로 알아봅니다.</translation>
    </message>
    <message>
        <source>%1 was added to the list of pairs.</source>
        <translation>%1이(가) 모델 쌍 목록에 추가되었습니다.</translation>
    </message>
    <message>
        <source>Models and pairs (*.safetensors *.gguf *.json *.model);;All files (*)</source>
        <translation>모델과 모델 쌍 (*.safetensors *.gguf *.json *.model);;모든 파일 (*)</translation>
    </message>
    <message>
        <source>Large: %1</source>
        <translation>큰 모델: %1</translation>
    </message>
    <message>
        <source>Small: %1</source>
        <translation>작은 모델: %1</translation>
    </message>
    <message>
        <source>Text encoder: %1</source>
        <translation>텍스트 인코더: %1</translation>
    </message>
    <message>
        <source>Tokenizer: %1</source>
        <translation>토크나이저: %1</translation>
    </message>
    <message>
        <source>VAE: inside the model</source>
        <translation>VAE: 모델에 포함됨</translation>
    </message>
    <message>
        <source>VAE: %1</source>
        <translation>VAE: %1</translation>
    </message>
    <message>
        <source>Image encoder: %1</source>
        <translation>이미지 인코더: %1</translation>
    </message>
    <message>
        <source>Latent upsampler: %1</source>
        <translation>잠재 업샘플러: %1</translation>
    </message>
    <message>
        <source>Settings of its folder: %1</source>
        <translation>폴더의 설정: %1</translation>
    </message>
    <message>
        <source>Watch a folder of models</source>
        <translation>모델 폴더 감시</translation>
    </message>
</context>
<context>
    <name>fb::ui::NoticeBar</name>
    <message>
        <source>Dismiss</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>fb::ui::OpenFolder</name>
    <message>
        <source>Folder</source>
        <translation>폴더</translation>
    </message>
    <message>
        <source>No program on this machine can open the folder. It is:
%1</source>
        <translation>이 컴퓨터에는 폴더를 열 수 있는 프로그램이 없습니다. 위치:
%1</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>비디오</translation>
    </message>
    <message>
        <source>No program on this machine can play the video. It is:
%1</source>
        <translation>이 컴퓨터에는 비디오를 재생할 수 있는 프로그램이 없습니다. 위치:
%1</translation>
    </message>
</context>
<context>
    <name>fb::ui::PairBuilder</name>
    <message>
        <source>&amp;Large model</source>
        <translation>큰 모델(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Small model</source>
        <translation>작은 모델(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Text encoder</source>
        <translation>텍스트 인코더(&amp;T)</translation>
    </message>
    <message>
        <source>T&amp;okenizer</source>
        <translation>토크나이저(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;VAE</source>
        <translation>VAE(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>이름(&amp;N)</translation>
    </message>
    <message>
        <source>Large model</source>
        <translation>큰 모델</translation>
    </message>
    <message>
        <source>Runs the first and the last steps, where the two models differ most</source>
        <translation>두 모델의 차이가 가장 큰 처음과 마지막 스텝을 맡습니다</translation>
    </message>
    <message>
        <source>Small model</source>
        <translation>작은 모델</translation>
    </message>
    <message>
        <source>Runs the steps in between; must be of the same family as the large one</source>
        <translation>그 사이의 스텝을 맡습니다. 큰 모델과 같은 계열이어야 합니다</translation>
    </message>
    <message>
        <source>Text encoder</source>
        <translation>텍스트 인코더</translation>
    </message>
    <message>
        <source>Encodes the prompt for both models</source>
        <translation>프롬프트를 두 모델이 읽는 형태로 바꿉니다</translation>
    </message>
    <message>
        <source>Tokenizer</source>
        <translation>토크나이저</translation>
    </message>
    <message>
        <source>Splits the prompt into tokens; some single-file text encoders include it</source>
        <translation>프롬프트를 토큰으로 나눕니다. 단일 파일 텍스트 인코더에는 들어 있을 수 있습니다</translation>
    </message>
    <message>
        <source>VAE</source>
        <translation>VAE</translation>
    </message>
    <message>
        <source>Turns the finished latents into frames</source>
        <translation>완성된 잠재 표현을 프레임으로 바꿉니다</translation>
    </message>
    <message>
        <source>Name of the pair</source>
        <translation>모델 쌍 이름</translation>
    </message>
    <message>
        <source>The name shown in the list of pairs</source>
        <translation>목록에 이 이름으로 표시됩니다</translation>
    </message>
    <message>
        <source>Build the pair</source>
        <translation>모델 쌍 만들기</translation>
    </message>
    <message>
        <source>Checks that the parts fit together and saves them as a pair</source>
        <translation>구성 요소가 서로 맞는지 확인하고 모델 쌍으로 기억합니다</translation>
    </message>
    <message>
        <source>none added yet</source>
        <translation>아직 없음</translation>
    </message>
    <message>
        <source>a large model</source>
        <translation>큰 모델</translation>
    </message>
    <message>
        <source>a small model</source>
        <translation>작은 모델</translation>
    </message>
    <message>
        <source>a text encoder</source>
        <translation>텍스트 인코더</translation>
    </message>
    <message>
        <source>a tokenizer</source>
        <translation>토크나이저</translation>
    </message>
    <message>
        <source>a VAE</source>
        <translation>VAE</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>확인 중…</translation>
    </message>
    <message>
        <source>&amp;Build pair</source>
        <translation>만들기(&amp;B)</translation>
    </message>
    <message>
        <source>Still missing: %1.</source>
        <translation>더 추가할 것: %1.</translation>
    </message>
    <message>
        <source>The large and the small model are the same; add a second transformer.</source>
        <translation>큰 모델과 작은 모델이 같습니다. 다른 트랜스포머를 추가하세요.</translation>
    </message>
    <message>
        <source>The parts are checked against each other before the pair is saved.</source>
        <translation>모델 쌍을 저장하기 전에 구성 요소가 서로 맞는지 확인합니다.</translation>
    </message>
    <message>
        <source>&amp;Image encoder</source>
        <translation>이미지 인코더(&amp;I)</translation>
    </message>
    <message>
        <source>Image encoder</source>
        <translation>이미지 인코더</translation>
    </message>
    <message>
        <source>Reads the image that an image-to-video model starts from</source>
        <translation>그림에서 동영상을 만드는 모델이 출발점으로 삼는 그림을 읽습니다</translation>
    </message>
    <message>
        <source>an image encoder</source>
        <translation>이미지 인코더</translation>
    </message>
    <message>
        <source>Latent upsa&amp;mpler</source>
        <translation>잠재 업샘플러(&amp;M)</translation>
    </message>
    <message>
        <source>Latent upsampler</source>
        <translation>잠재 업샘플러</translation>
    </message>
    <message>
        <source>Lets a run sample at half size first and refine at full size; optional</source>
        <translation>먼저 절반 크기로 샘플링한 뒤 전체 크기로 다듬을 수 있게 합니다. 없어도 모델 쌍은 동작합니다</translation>
    </message>
    <message>
        <source>WAN 2.1 has no small image-to-video model, so this pair runs every step with the large model alone.</source>
        <translation>WAN 2.1에는 그림에서 동영상을 만드는 작은 모델이 없으므로 이 모델 쌍은 모든 스텝을 큰 모델만으로 실행합니다.</translation>
    </message>
</context>
<context>
    <name>fb::ui::PairListModel</name>
    <message>
        <source>Comes with the program; small enough for any machine</source>
        <translation>프로그램에 포함되어 있으며 어떤 컴퓨터에서도 돌아갈 만큼 작습니다</translation>
    </message>
</context>
<context>
    <name>fb::ui::PaperWords</name>
    <message>
        <source>Proposed for a sameness of %1</source>
        <translation>일치도 %1에 대한 제안</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>규칙</translation>
    </message>
    <message>
        <source>boundaries</source>
        <translation>경계</translation>
    </message>
    <message>
        <source>work</source>
        <translation>계산량</translation>
    </message>
    <message>
        <source>sameness</source>
        <translation>일치도</translation>
    </message>
    <message>
        <source>90 % interval</source>
        <translation>90 % 구간</translation>
    </message>
    <message>
        <source>Sameness and work by the two stages</source>
        <translation>두 단계에 따른 일치도와 계산량</translation>
    </message>
    <message>
        <source>Columns: large until this share of the steps; rows: large again for the last.</source>
        <translation>열: 이 비율의 스텝까지 큰 모델, 행: 마지막에 다시 큰 모델.</translation>
    </message>
    <message>
        <source>Sameness over work</source>
        <translation>계산량 대비 일치도</translation>
    </message>
    <message>
        <source>Work, as a share of the large model&apos;s</source>
        <translation>계산량 (큰 모델 대비 비율)</translation>
    </message>
    <message>
        <source>Squares are rivals, from which nothing is proposed: the large model alone with fewer steps, or guarded runs.</source>
        <translation>사각형은 제안 대상이 아닌 비교 대상입니다: 스텝을 줄인 큰 모델 단독 또는 가드를 쓴 실행.</translation>
    </message>
    <message>
        <source>Clips</source>
        <translation>클립</translation>
    </message>
    <message>
        <source>All candidates</source>
        <translation>모든 후보</translation>
    </message>
    <message>
        <source>Sameness by each measure, and the mean distance.</source>
        <translation>각 척도에 따른 일치도와 평균 거리.</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>초</translation>
    </message>
    <message>
        <source>Settings and prompts</source>
        <translation>설정과 프롬프트</translation>
    </message>
    <message>
        <source>Boundaries of %1</source>
        <translation>%1의 경계</translation>
    </message>
    <message numerus="yes">
        <source>Measured on %n prompt(s).</source>
        <translation>
            <numerusform>프롬프트 %n개로 측정했습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sameness by: %1. 1 is the large model&apos;s clip; 0 is as far from it as %2.</source>
        <translation>일치도 기준: %1. 1은 큰 모델의 클립이고, 0은 다음만큼 떨어져 있습니다: %2.</translation>
    </message>
    <message>
        <source>Not all clips are decoded.</source>
        <translation>디코딩되지 않은 클립이 있습니다.</translation>
    </message>
</context>
<context>
    <name>fb::ui::PlayField</name>
    <message>
        <source>Forwards and backwards</source>
        <translation>앞뒤로 재생</translation>
    </message>
    <message>
        <source>After its last frame, the clip goes back to its second one, so that it can begin again</source>
        <translation>마지막 프레임 뒤에 두 번째 프레임까지 되돌아가므로 다시 처음부터 이어질 수 있습니다</translation>
    </message>
    <message>
        <source>Times: </source>
        <translation>횟수: </translation>
    </message>
    <message>
        <source>How often the clip is played in the file</source>
        <translation>파일 안에서 클립을 재생하는 횟수</translation>
    </message>
</context>
<context>
    <name>fb::ui::PlayerActions</name>
    <message>
        <source>&amp;Pause</source>
        <translation>일시 정지(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>재생(&amp;P)</translation>
    </message>
    <message>
        <source>Stop at this frame</source>
        <translation>이 프레임에서 멈춥니다</translation>
    </message>
    <message>
        <source>Play the clip</source>
        <translation>클립을 재생합니다</translation>
    </message>
    <message>
        <source>Play &amp;backwards</source>
        <translation>뒤로 재생(&amp;B)</translation>
    </message>
    <message>
        <source>Play backwards; press again to go faster, up to four times the speed</source>
        <translation>뒤로 재생합니다. 다시 누르면 최대 4배까지 빨라집니다</translation>
    </message>
    <message>
        <source>&amp;Hold</source>
        <translation>멈춤(&amp;H)</translation>
    </message>
    <message>
        <source>Play &amp;forwards</source>
        <translation>앞으로 재생(&amp;F)</translation>
    </message>
    <message>
        <source>Play forwards; press again to go faster, up to four times the speed</source>
        <translation>앞으로 재생합니다. 다시 누르면 최대 4배까지 빨라집니다</translation>
    </message>
    <message>
        <source>One frame b&amp;ack</source>
        <translation>한 프레임 뒤로(&amp;A)</translation>
    </message>
    <message>
        <source>Stop and show the frame before this one</source>
        <translation>멈추고 이전 프레임을 표시합니다</translation>
    </message>
    <message>
        <source>One frame f&amp;orward</source>
        <translation>한 프레임 앞으로(&amp;O)</translation>
    </message>
    <message>
        <source>Stop and show the frame after this one</source>
        <translation>멈추고 다음 프레임을 표시합니다</translation>
    </message>
    <message>
        <source>F&amp;irst frame</source>
        <translation>첫 프레임(&amp;I)</translation>
    </message>
    <message>
        <source>Go to the first frame</source>
        <translation>첫 프레임으로 이동합니다</translation>
    </message>
    <message>
        <source>La&amp;st frame</source>
        <translation>마지막 프레임(&amp;S)</translation>
    </message>
    <message>
        <source>Go to the last frame</source>
        <translation>마지막 프레임으로 이동합니다</translation>
    </message>
    <message>
        <source>&amp;Loop</source>
        <translation>반복(&amp;L)</translation>
    </message>
    <message>
        <source>Start over at the end</source>
        <translation>끝나면 처음부터 다시 재생합니다</translation>
    </message>
    <message>
        <source>S&amp;mooth pixels</source>
        <translation>픽셀 부드럽게(&amp;M)</translation>
    </message>
    <message>
        <source>Smooth the pixels of an enlarged clip; otherwise each stays a sharp square</source>
        <translation>확대한 클립의 픽셀을 부드럽게 합니다. 끄면 각 픽셀이 또렷한 사각형으로 남습니다</translation>
    </message>
    <message>
        <source>Clip in f&amp;ull screen</source>
        <translation>클립 전체 화면(&amp;U)</translation>
    </message>
    <message>
        <source>Fill the screen with the clip; Esc leaves</source>
        <translation>클립을 화면 가득 표시합니다. Esc로 나갑니다</translation>
    </message>
    <message>
        <source>&amp;Copy frame</source>
        <translation>프레임 복사(&amp;C)</translation>
    </message>
    <message>
        <source>Copy the frame shown to the clipboard</source>
        <translation>표시된 프레임을 클립보드에 복사합니다</translation>
    </message>
    <message>
        <source>Sa&amp;ve frame as PNG…</source>
        <translation>프레임을 PNG로 저장(&amp;V)…</translation>
    </message>
    <message>
        <source>Save the frame shown as an image, at the size of the clip</source>
        <translation>표시된 프레임을 클립 크기 그대로 그림으로 저장합니다</translation>
    </message>
    <message>
        <source>%1×</source>
        <translation>%1×</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>맞춤</translation>
    </message>
</context>
<context>
    <name>fb::ui::PresetBar</name>
    <message>
        <source>Custom</source>
        <translation>사용자 지정</translation>
    </message>
    <message>
        <source>Pair&apos;s defaults</source>
        <translation>모델 쌍 기본값</translation>
    </message>
    <message>
        <source>Save preset</source>
        <translation>프리셋 저장</translation>
    </message>
    <message>
        <source>Name of the preset:</source>
        <translation>프리셋 이름:</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>프리셋</translation>
    </message>
    <message>
        <source>Manage presets</source>
        <translation>프리셋 관리</translation>
    </message>
    <message>
        <source>&amp;Save current as preset…</source>
        <translation>현재 값을 프리셋으로 저장(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Delete preset</source>
        <translation>프리셋 삭제(&amp;D)</translation>
    </message>
    <message>
        <source>Pre&amp;set</source>
        <translation>프리셋(&amp;S)</translation>
    </message>
    <message>
        <source>Sets size, length, steps, solver and shift at once, some also the stages and a cache. Prompt and seed are kept.</source>
        <translation>크기, 길이, 스텝 수, 솔버, 시프트를 한꺼번에 설정하며, 일부는 단계와 캐시도 설정합니다. 프롬프트와 시드는 그대로입니다.</translation>
    </message>
    <message>
        <source>Rename preset</source>
        <translation>프리셋 이름 바꾸기</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is the name of a preset that comes with the program. Choose another name.</source>
        <translation>&quot;%1&quot;은(는) 프로그램에 포함된 프리셋의 이름입니다. 다른 이름을 선택하세요.</translation>
    </message>
    <message>
        <source>There is already a preset called &quot;%1&quot;. Replace it?</source>
        <translation>&quot;%1&quot;(이)라는 프리셋이 이미 있습니다. 바꿀까요?</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>바꾸기(&amp;R)</translation>
    </message>
    <message>
        <source>There is already a preset called &quot;%1&quot;. Choose another name.</source>
        <translation>&quot;%1&quot;(이)라는 프리셋이 이미 있습니다. 다른 이름을 선택하세요.</translation>
    </message>
    <message>
        <source>Share preset</source>
        <translation>프리셋 공유</translation>
    </message>
    <message>
        <source>Presets (*.json)</source>
        <translation>프리셋 (*.json)</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1을(를) 쓸 수 없습니다: %2</translation>
    </message>
    <message>
        <source>Save the current values as a preset, rename or delete one of your own</source>
        <translation>현재 값을 프리셋으로 저장하거나 직접 만든 프리셋의 이름을 바꾸거나 삭제합니다</translation>
    </message>
    <message>
        <source>&amp;Rename preset…</source>
        <translation>프리셋 이름 바꾸기(&amp;R)…</translation>
    </message>
    <message>
        <source>S&amp;hare preset…</source>
        <translation>프리셋 공유(&amp;H)…</translation>
    </message>
    <message>
        <source>Save it as a file that others can drop on their window</source>
        <translation>다른 사람이 창에 끌어다 놓을 수 있는 파일로 저장합니다</translation>
    </message>
</context>
<context>
    <name>fb::ui::PresetStore</name>
    <message>
        <source>Draft</source>
        <translation>초안</translation>
    </message>
    <message>
        <source>480p</source>
        <translation>480p</translation>
    </message>
    <message>
        <source>480p portrait</source>
        <translation>480p 세로</translation>
    </message>
    <message>
        <source>720p</source>
        <translation>720p</translation>
    </message>
    <message>
        <source>720p portrait</source>
        <translation>720p 세로</translation>
    </message>
    <message>
        <source>Your presets could not be read from %1, and the file cannot be moved. Presets will not be saved.</source>
        <translation>%1에서 프리셋을 읽을 수 없고 파일을 옮길 수도 없습니다. 프리셋이 저장되지 않습니다.</translation>
    </message>
    <message>
        <source>Your presets could not be read from %1. The file was kept as %2, and a new one was started.</source>
        <translation>%1에서 프리셋을 읽을 수 없습니다. 파일을 %2로 보관하고 새 파일을 시작했습니다.</translation>
    </message>
    <message>
        <source>720p in two passes</source>
        <translation>720p 2패스</translation>
    </message>
    <message>
        <source>480p in 4 steps, large model distilled</source>
        <translation>480p 4스텝, 큰 모델이 증류됨</translation>
    </message>
    <message>
        <source>480p in 4 steps, both models distilled</source>
        <translation>480p 4스텝, 두 모델 모두 증류됨</translation>
    </message>
    <message>
        <source>480p in 8 steps, large model distilled</source>
        <translation>480p 8스텝, 큰 모델이 증류됨</translation>
    </message>
    <message>
        <source>480p in 8 steps, both models distilled</source>
        <translation>480p 8스텝, 두 모델 모두 증류됨</translation>
    </message>
    <message>
        <source>480p in 7 steps, large model distilled</source>
        <translation>480p 7스텝, 큰 모델이 증류됨</translation>
    </message>
    <message>
        <source>480p in 7 steps, both models distilled</source>
        <translation>480p 7스텝, 두 모델 모두 증류됨</translation>
    </message>
    <message>
        <source>For a large model with a 4-step LoRA, to be added under LoRAs, or one that is step-distilled itself. The small model is an ordinary one and keeps guidance. Other large models make poor clips with it.</source>
        <translation>4스텝 LoRA를 적용한 큰 모델(LoRA 목록에서 추가) 또는 그 자체가 단계 증류된 큰 모델용입니다. 작은 모델은 일반 모델이며 가이던스를 그대로 씁니다. 다른 큰 모델에서는 클립 품질이 나빠집니다.</translation>
    </message>
    <message>
        <source>For two models that each have their own 4-step LoRA or are step-distilled themselves. Other models make poor clips with it.</source>
        <translation>각각 전용 4스텝 LoRA가 있거나 그 자체가 단계 증류된 두 모델용입니다. 다른 모델에서는 클립 품질이 나빠집니다.</translation>
    </message>
    <message>
        <source>For a large model with an 8-step LoRA, to be added under LoRAs, or one that is step-distilled itself. The small model is an ordinary one and keeps guidance. Other large models make poor clips with it.</source>
        <translation>8스텝 LoRA를 적용한 큰 모델(LoRA 목록에서 추가) 또는 그 자체가 단계 증류된 큰 모델용입니다. 작은 모델은 일반 모델이며 가이던스를 그대로 씁니다. 다른 큰 모델에서는 클립 품질이 나빠집니다.</translation>
    </message>
    <message>
        <source>For two models that each have their own 8-step LoRA or are step-distilled themselves. Other models make poor clips with it.</source>
        <translation>각각 전용 8스텝 LoRA가 있거나 그 자체가 단계 증류된 두 모델용입니다. 다른 모델에서는 클립 품질이 나빠집니다.</translation>
    </message>
    <message>
        <source>For LTX-Video 13B 0.9.7 or 0.9.8 distilled with an ordinary small model, which keeps guidance. Other large models make poor clips with it.</source>
        <translation>LTX-Video 13B 0.9.7 또는 0.9.8 distilled와, 가이던스를 그대로 쓰는 일반 작은 모델용입니다. 다른 큰 모델에서는 클립 품질이 나빠집니다.</translation>
    </message>
    <message>
        <source>For LTX-Video 13B 0.9.7 or 0.9.8 distilled with 2B 0.9.8 distilled. Other models make poor clips with it.</source>
        <translation>LTX-Video 13B 0.9.7 또는 0.9.8 distilled와 2B 0.9.8 distilled용입니다. 다른 모델에서는 클립 품질이 나빠집니다.</translation>
    </message>
    <message>
        <source>For LTX-Video 13B 0.9.7 or 0.9.8 distilled with 2B 0.9.6 distilled, on the noise levels of the small model. Other models make poor clips with it.</source>
        <translation>LTX-Video 13B 0.9.7 또는 0.9.8 distilled와 2B 0.9.6 distilled용이며, 작은 모델의 노이즈 수준을 씁니다. 다른 모델에서는 클립 품질이 나빠집니다.</translation>
    </message>
    <message>
        <source>Fast</source>
        <translation>빠르게</translation>
    </message>
    <message>
        <source>Faithful</source>
        <translation>충실하게</translation>
    </message>
    <message>
        <source>Large until 40 % and for the last 20 %, as the FlowBlending authors publish it for WAN 2.1, with EasyCache at the middle of its authors&apos; thresholds. Not measured together on this pair: Find Boundaries compares clips with the large model&apos;s. Needs well over 10 steps.</source>
        <translation>FlowBlending 저자들이 WAN 2.1용으로 공개한 대로 40 %까지와 마지막 20 %를 큰 모델이 맡고, EasyCache는 그 저자들이 제시한 중간 임계값을 씁니다. 이 모델 쌍에서 함께 측정하지는 않았습니다. ‘경계 찾기’로 큰 모델의 클립과 비교할 수 있습니다. 10스텝보다 훨씬 많은 스텝이 필요합니다.</translation>
    </message>
    <message>
        <source>Large until 60 % and for the last 20 %. In a clip that the FlowBlending authors publish for WAN 2.1, 60 % came nearer to the large model&apos;s than 40 % (SSIM 0.92 against 0.87). Not measured on this pair: Find Boundaries compares clips with the large model&apos;s.</source>
        <translation>60 %까지와 마지막 20 %를 큰 모델이 맡습니다. FlowBlending 저자들이 WAN 2.1로 공개한 클립에서는 60 %가 40 %보다 큰 모델에 더 가까웠습니다(SSIM 0.92 대 0.87). 이 모델 쌍에서는 측정하지 않았습니다. ‘경계 찾기’로 큰 모델의 클립과 비교할 수 있습니다.</translation>
    </message>
    <message>
        <source>Large until 60 % and for the last 10 %, with EasyCache at 0.2: measured on this pair with four prompts, 1.82 times fewer FLOPs than the large model alone, and a sameness of 0.83 (1 is the large model&apos;s clip, 0 the small model&apos;s).</source>
        <translation>60 %까지와 마지막 10 %를 큰 모델이 맡고 EasyCache는 0.2입니다. 이 모델 쌍에서 프롬프트 네 개로 측정했을 때 FLOPs는 큰 모델만 쓸 때의 1.82분의 1, 일치도는 0.83이었습니다(1은 큰 모델의 클립, 0은 작은 모델의 클립).</translation>
    </message>
    <message>
        <source>Large until 60 % and for the last 20 %, with EasyCache at 0.05: measured on this pair with four prompts, 1.45 times fewer FLOPs than the large model alone, and a sameness of 0.90 (1 is the large model&apos;s clip, 0 the small model&apos;s).</source>
        <translation>60 %까지와 마지막 20 %를 큰 모델이 맡고 EasyCache는 0.05입니다. 이 모델 쌍에서 프롬프트 네 개로 측정했을 때 FLOPs는 큰 모델만 쓸 때의 1.45분의 1, 일치도는 0.90이었습니다(1은 큰 모델의 클립, 0은 작은 모델의 클립).</translation>
    </message>
</context>
<context>
    <name>fb::ui::PreviewPanel</name>
    <message>
        <source>Playback speed</source>
        <translation>재생 속도</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>확대/축소</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>프레임</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>클립</translation>
    </message>
    <message>
        <source>Your clip appears here.
Describe it on the left and press Generate.</source>
        <translation>클립이 여기에 나타납니다.
왼쪽에 내용을 적고 ‘생성’을 누르세요.</translation>
    </message>
    <message>
        <source>No clip yet</source>
        <translation>아직 클립이 없습니다</translation>
    </message>
    <message>
        <source>Step %1 of %2 · preview</source>
        <translation>스텝 %1/%2 · 미리 보기</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %2×%3 · %n frame(s)</source>
        <translation>
            <numerusform>%1 · %2×%3 · %n프레임</numerusform>
        </translation>
    </message>
    <message>
        <source>Frame %1 copied.</source>
        <translation>프레임 %1을(를) 복사했습니다.</translation>
    </message>
    <message>
        <source>Save the frame</source>
        <translation>프레임 저장</translation>
    </message>
    <message>
        <source>PNG images (*.png)</source>
        <translation>PNG 그림 (*.png)</translation>
    </message>
    <message>
        <source>Saved %1.</source>
        <translation>%1 저장했습니다.</translation>
    </message>
    <message>
        <source>%1 could not be written; choose another place.</source>
        <translation>%1에 쓸 수 없습니다. 다른 위치를 선택하세요.</translation>
    </message>
    <message>
        <source>Spee&amp;d</source>
        <translation>속도(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Zoom</source>
        <translation>확대/축소(&amp;Z)</translation>
    </message>
    <message>
        <source>Watch the running clip</source>
        <translation>실행 중인 클립 보기</translation>
    </message>
    <message>
        <source>● Live · %1</source>
        <translation>● 실시간 · %1</translation>
    </message>
</context>
<context>
    <name>fb::ui::ProbePresenter</name>
    <message>
        <source>Divergence profile</source>
        <translation>차이 프로파일</translation>
    </message>
    <message>
        <source>Import a divergence profile</source>
        <translation>차이 프로파일 가져오기</translation>
    </message>
    <message>
        <source>Divergence profiles (*.json);;All files (*)</source>
        <translation>차이 프로파일 (*.json);;모든 파일 (*)</translation>
    </message>
    <message>
        <source>Choose a pair first: a profile belongs to one.</source>
        <translation>먼저 쌍을 선택하세요. 프로파일은 쌍에 속합니다.</translation>
    </message>
    <message>
        <source>Imported %1; the profile is of %2 now.</source>
        <translation>%1 가져왔습니다. 프로파일은 이제 %2에 기반합니다.</translation>
    </message>
    <message>
        <source>Export the divergence profile</source>
        <translation>차이 프로파일 내보내기</translation>
    </message>
    <message>
        <source>Divergence profiles (*.json)</source>
        <translation>차이 프로파일 (*.json)</translation>
    </message>
    <message>
        <source>Nothing is kept of this pair with these settings yet: probe it first, or import a profile.</source>
        <translation>이 쌍과 설정에 대해 보관된 내용이 아직 없습니다. 먼저 프로브를 실행하거나 프로파일을 가져오세요.</translation>
    </message>
    <message>
        <source>Saved %1, with %2.</source>
        <translation>%1 저장했습니다 (%2).</translation>
    </message>
    <message numerus="yes">
        <source>%n measurement(s)</source>
        <translation>
            <numerusform>측정 %n건</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fb::ui::PromptPanel</name>
    <message>
        <source>change of settings</source>
        <translation>설정 변경</translation>
    </message>
    <message>
        <source>Describe the clip</source>
        <translation>클립을 설명하세요</translation>
    </message>
    <message>
        <source>Describe the clip, for example: %1</source>
        <translation>클립을 설명하세요. 예: %1</translation>
    </message>
    <message>
        <source>%1 / %2 tokens</source>
        <translation>토큰 %1 / %2</translation>
    </message>
    <message numerus="yes">
        <source>The prompt is longer than the text encoder can read: the last %n tokens have no effect.</source>
        <translation>
            <numerusform>텍스트 인코더의 한도를 넘었습니다. 마지막 토큰 %n개는 적용되지 않습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Negative prompt</source>
        <translation>네거티브 프롬프트(&amp;N)</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>프롬프트</translation>
    </message>
    <message>
        <source>What the clip should show. Press Ctrl+Return to generate.</source>
        <translation>클립에 나타낼 내용. Ctrl+Return을 누르면 생성합니다.</translation>
    </message>
    <message>
        <source>Negative prompt</source>
        <translation>네거티브 프롬프트</translation>
    </message>
    <message>
        <source>What the clip should not show. Used only if guidance is above 1.</source>
        <translation>클립에 나타나지 않을 내용. 가이던스가 1보다 클 때 쓰입니다.</translation>
    </message>
    <message>
        <source>What to avoid, for example: blurry, distorted</source>
        <translation>피할 내용. 예: 흐림, 왜곡</translation>
    </message>
    <message>
        <source>Length of the prompt</source>
        <translation>프롬프트 길이</translation>
    </message>
    <message>
        <source>Tokens in the prompt, and how many the text encoder can read</source>
        <translation>프롬프트의 토큰 수와 텍스트 인코더가 읽는 한도</translation>
    </message>
    <message>
        <source>Recent prompts</source>
        <translation>최근 프롬프트</translation>
    </message>
    <message>
        <source>Why this cannot run</source>
        <translation>실행할 수 없는 이유</translation>
    </message>
    <message>
        <source>Descri&amp;ption</source>
        <translation>설명(&amp;P)</translation>
    </message>
    <message>
        <source>choice of a preset</source>
        <comment>undo</comment>
        <translation>프리셋 선택</translation>
    </message>
</context>
<context>
    <name>fb::ui::PurposeMenu</name>
    <message>
        <source>&amp;As the clip is</source>
        <translation>클립 그대로(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Widescreen 16:9</source>
        <translation>와이드 16:9(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Square 1:1</source>
        <translation>정사각형 1:1(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Portrait 4:5</source>
        <translation>세로 4:5(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Vertical 9:16</source>
        <translation>세로 전체 9:16(&amp;V)</translation>
    </message>
    <message>
        <source>Endless &amp;loop</source>
        <translation>무한 반복(&amp;L)</translation>
    </message>
    <message>
        <source>A&amp;ttachment of at most 10 MB</source>
        <translation>최대 10 MB의 첨부 파일(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;What for</source>
        <translation>용도(&amp;W)</translation>
    </message>
    <message>
        <source>What the clip is made for</source>
        <translation>클립의 용도</translation>
    </message>
    <message>
        <source>Sets shape, play and size limit for a purpose; everything else stays</source>
        <translation>비율, 재생, 최대 용량을 목적에 맞게 설정합니다. 나머지는 그대로입니다</translation>
    </message>
</context>
<context>
    <name>fb::ui::QueuePanel</name>
    <message>
        <source>The queue is empty.
Every clip you generate waits here for its turn.</source>
        <translation>대기열이 비어 있습니다.
생성하는 클립은 여기서 차례를 기다립니다.</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>대기열</translation>
    </message>
    <message>
        <source>Run earlier (Ctrl+Up)</source>
        <translation>먼저 실행 (Ctrl+↑)</translation>
    </message>
    <message>
        <source>Run later (Ctrl+Down)</source>
        <translation>나중에 실행 (Ctrl+↓)</translation>
    </message>
    <message>
        <source>Remove from the queue (Del)</source>
        <translation>대기열에서 빼기 (Del)</translation>
    </message>
    <message>
        <source>Pause this run; its steps are kept</source>
        <translation>이 작업을 일시 정지합니다. 완료된 스텝은 보존됩니다</translation>
    </message>
    <message>
        <source>Resume the queue</source>
        <translation>대기열 실행</translation>
    </message>
    <message>
        <source>Pause the queue after the running clip</source>
        <translation>실행 중인 클립 뒤로 대기열 보류</translation>
    </message>
    <message>
        <source>%1 · %2 left</source>
        <translation>%1 · %2 남음</translation>
    </message>
    <message>
        <source>waiting · continues at step %1 of %2</source>
        <translation>대기 중 · 스텝 %1/%2부터 계속</translation>
    </message>
    <message>
        <source>waiting · %1</source>
        <translation>대기 중 · %1</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>대기 중</translation>
    </message>
    <message>
        <source>paused after step %1 of %2</source>
        <translation>스텝 %1/%2 뒤에 일시 정지</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>일시 정지됨</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>시작하는 중</translation>
    </message>
    <message>
        <source>loading the models</source>
        <translation>모델 불러오는 중</translation>
    </message>
    <message>
        <source>encoding the prompt</source>
        <translation>프롬프트 인코딩 중</translation>
    </message>
    <message>
        <source>decoding · %1</source>
        <translation>디코딩 중 · %1</translation>
    </message>
    <message>
        <source>exporting</source>
        <translation>내보내는 중</translation>
    </message>
    <message>
        <source>sampling · step %1 of %2 · small</source>
        <translation>샘플링 중 · 스텝 %1/%2 · 작은 모델</translation>
    </message>
    <message>
        <source>sampling · step %1 of %2 · large</source>
        <translation>샘플링 중 · 스텝 %1/%2 · 큰 모델</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>일시 정지(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>편집(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>복제(&amp;D)</translation>
    </message>
    <message>
        <source>Run e&amp;arlier</source>
        <translation>먼저 실행(&amp;A)</translation>
    </message>
    <message>
        <source>Run &amp;later</source>
        <translation>나중에 실행(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>빼기(&amp;R)</translation>
    </message>
    <message>
        <source>Resume this run</source>
        <translation>이 작업 재개</translation>
    </message>
    <message>
        <source>%1 left · %2</source>
        <comment>0:22, sampling</comment>
        <translation>%1 남음 · %2</translation>
    </message>
    <message>
        <source>&amp;Skip</source>
        <translation>건너뛰기(&amp;S)</translation>
    </message>
    <message>
        <source>Res&amp;ume</source>
        <translation>재개(&amp;U)</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>취소(&amp;N)</translation>
    </message>
    <message>
        <source>sampling · step %1 of %2</source>
        <translation>샘플링 중 · 스텝 %1/%2</translation>
    </message>
    <message>
        <source>%1 · queue paused</source>
        <comment>2 runs</comment>
        <translation>%1 · 대기열 보류됨</translation>
    </message>
    <message numerus="yes">
        <source>%n paused</source>
        <comment>runs</comment>
        <translation>
            <numerusform>일시 정지 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <comment>runs</comment>
        <translation>
            <numerusform>실패 %n개</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fb::ui::QueueRunner</name>
    <message>
        <source>The saved state of &quot;%1&quot; cannot be read, so it starts from the beginning: %2</source>
        <translation>‘%1’의 저장 내용을 읽을 수 없어 처음부터 다시 시작합니다: %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is in use by another program. It can be continued once that program has finished.</source>
        <translation>&quot;%1&quot;은(는) 사용 중입니다: 다른 프로그램이 이 실행을 처리하고 있습니다. 끝나면 계속할 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>fb::ui::RemarkLine</name>
    <message>
        <source>Dismiss the remark</source>
        <translation>알림 닫기</translation>
    </message>
    <message>
        <source>Hide this until the stages change</source>
        <translation>단계가 바뀔 때까지 숨깁니다</translation>
    </message>
    <message>
        <source>The early stage, %1 of the steps, rounds to no step.</source>
        <translation>초반 단계(스텝의 %1)은 반올림하면 0스텝입니다.</translation>
    </message>
    <message>
        <source>The late stage, %1 of the steps, rounds to no step.</source>
        <translation>후반 단계(스텝의 %1)은 반올림하면 0스텝입니다.</translation>
    </message>
    <message>
        <source>The early and the late stage leave no step to the small model.</source>
        <translation>초반과 후반 단계가 모두 차지해 작은 모델의 스텝이 남지 않습니다.</translation>
    </message>
    <message>
        <source>The small model takes only %1 of its %2 steps: its stage has no more.</source>
        <translation>작은 모델은 %2스텝 중 %1스텝만 진행합니다. 맡은 단계에 스텝이 더 없습니다.</translation>
    </message>
    <message>
        <source>With more steps, or other boundaries, every stage gets what it asks for.</source>
        <translation>스텝을 늘리거나 경계를 옮기면 모든 단계가 설정대로 됩니다.</translation>
    </message>
</context>
<context>
    <name>fb::ui::ReplaceQuestion</name>
    <message>
        <source>%1 already exists. Replace it?</source>
        <translation>%1이(가) 이미 있습니다. 바꿀까요?</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>바꾸기(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>유지(&amp;K)</translation>
    </message>
</context>
<context>
    <name>fb::ui::RequestPresenter</name>
    <message>
        <source>These settings were made with the pair &quot;%1&quot;, which is not available. They are shown for &quot;%2&quot;.</source>
        <translation>이 설정은 여기에 없는 모델 쌍 ‘%1’(으)로 만들었습니다. ‘%2’ 기준으로 표시합니다.</translation>
    </message>
    <message>
        <source>%1 is not a LoRA but a %2. Models are part of a pair.</source>
        <translation>%1은(는) LoRA가 아니라 %2입니다. 모델은 쌍에 속합니다.</translation>
    </message>
    <message>
        <source>Choose a preset</source>
        <comment>undo</comment>
        <translation>프리셋 선택</translation>
    </message>
    <message>
        <source>%1 is in the list more than once; its strengths add up.</source>
        <translation>%1이(가) 목록에 두 번 이상 있습니다. 강도가 더해집니다.</translation>
    </message>
</context>
<context>
    <name>fb::ui::ResultsPage</name>
    <message>
        <source>%1: sameness %2</source>
        <translation>%1: 일치도 %2</translation>
    </message>
    <message>
        <source>The first prompt is being measured.</source>
        <translation>첫 번째 프롬프트를 측정하고 있습니다.</translation>
    </message>
    <message>
        <source>Until it is finished, the map shows how far the clips are from the large model&apos;s; 0 is the same clip.</source>
        <translation>끝날 때까지 지도는 클립이 큰 모델의 클립과 얼마나 다른지 보여 줍니다. 0은 같은 클립입니다.</translation>
    </message>
    <message>
        <source>No boundaries of the grid are near enough: the large model alone.</source>
        <translation>격자에 충분히 가까운 경계가 없습니다: 큰 모델 단독.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>Measured on %n prompt(s).</source>
        <translation>
            <numerusform>프롬프트 %n개로 측정했습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>보고서 저장</translation>
    </message>
    <message>
        <source>The report is being written…</source>
        <translation>보고서를 쓰고 있습니다…</translation>
    </message>
    <message>
        <source>Saved %1.</source>
        <translation>%1을(를) 저장했습니다.</translation>
    </message>
    <message>
        <source>Nothing is measured for this pair yet. Start on the first page; results appear here as they come in.</source>
        <translation>이 쌍은 아직 측정되지 않았습니다. 첫 페이지에서 시작하면 결과가 나오는 대로 여기에 표시됩니다.</translation>
    </message>
    <message>
        <source>Sameness. Columns: large until this share of the steps; rows: large again for the last.</source>
        <translation>일치도. 열: 이 스텝 비율까지 큰 모델, 행: 마지막에 다시 큰 모델.</translation>
    </message>
    <message>
        <source>Distance. Columns: large until this share of the steps; rows: large again for the last.</source>
        <translation>거리. 열: 이 스텝 비율까지 큰 모델, 행: 마지막에 다시 큰 모델.</translation>
    </message>
    <message>
        <source>○ the window&apos;s boundaries</source>
        <translation>○ 창의 경계</translation>
    </message>
    <message>
        <source>lines: equal work, every 10 %</source>
        <translation>선: 같은 계산량, 10 % 간격</translation>
    </message>
    <message>
        <source>Sameness by early and late stage</source>
        <translation>초기 및 후기 단계별 일치도</translation>
    </message>
    <message>
        <source>Sameness at &amp;least</source>
        <translation>최소 일치도(&amp;L)</translation>
    </message>
    <message>
        <source>Sameness asked for</source>
        <translation>원하는 일치도</translation>
    </message>
    <message>
        <source>Sameness asked for, as a number</source>
        <translation>원하는 일치도 (숫자)</translation>
    </message>
    <message>
        <source>1 is the large model&apos;s clip; 0 is as far from it as the floor.</source>
        <translation>1은 큰 모델의 클립이고 0은 기준만큼 떨어져 있습니다.</translation>
    </message>
    <message>
        <source>&amp;Rule</source>
        <translation>규칙(&amp;R)</translation>
    </message>
    <message>
        <source>Compare b&amp;y</source>
        <translation>비교 기준(&amp;Y)</translation>
    </message>
    <message>
        <source>0 &amp;is</source>
        <translation>0의 기준(&amp;I)</translation>
    </message>
    <message>
        <source>Rule of the proposal</source>
        <translation>제안 규칙</translation>
    </message>
    <message>
        <source>Measure of sameness</source>
        <translation>일치도의 척도</translation>
    </message>
    <message>
        <source>What counts as no sameness</source>
        <translation>일치도 0으로 보는 것</translation>
    </message>
    <message>
        <source>Sameness 0: as far from the large model&apos;s clip as its clip with another seed, or as the small model&apos;s clip</source>
        <translation>일치도 0: 다른 시드로 만든 큰 모델의 클립이나 작은 모델의 클립만큼 떨어져 있습니다</translation>
    </message>
    <message>
        <source>&amp;Use these</source>
        <translation>이 경계 사용(&amp;U)</translation>
    </message>
    <message>
        <source>Move the window&apos;s boundaries to the proposal; this can be undone</source>
        <translation>창의 경계를 제안으로 옮깁니다. 실행 취소할 수 있습니다</translation>
    </message>
    <message>
        <source>Save re&amp;port…</source>
        <translation>보고서 저장(&amp;P)…</translation>
    </message>
    <message>
        <source>Not measured here: it needs weights of its own.</source>
        <translation>여기서는 측정되지 않았습니다. 전용 가중치가 필요합니다.</translation>
    </message>
    <message>
        <source>Web page (*.html);;PDF (*.pdf)</source>
        <translation>웹 페이지 (*.html);;PDF (*.pdf)</translation>
    </message>
    <message>
        <source>squares: fewer steps, guards</source>
        <translation>사각형: 적은 스텝, 가드</translation>
    </message>
    <message>
        <source>Write these results as a web page with the clips, or as a PDF with pictures of them</source>
        <translation>이 결과를 클립이 있는 웹 페이지 또는 클립 이미지가 있는 PDF로 저장합니다</translation>
    </message>
    <message>
        <source>Not measured here: the clips are not decoded.</source>
        <translation>여기서는 측정되지 않았습니다. 클립이 디코딩되지 않았습니다.</translation>
    </message>
</context>
<context>
    <name>fb::ui::RunPresenter</name>
    <message>
        <source>The engine is still starting.</source>
        <translation>엔진을 아직 여는 중입니다.</translation>
    </message>
    <message>
        <source>The queue is paused.</source>
        <translation>대기열이 보류되었습니다.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>다시 실행</translation>
    </message>
    <message>
        <source>Probe: %1</source>
        <translation>프로브: %1</translation>
    </message>
    <message>
        <source>The probe is done; drag the boundaries to where the models agree.</source>
        <translation>프로브가 끝났습니다. 두 모델이 일치하는 곳까지 경계를 끌어 놓으세요.</translation>
    </message>
    <message>
        <source>Finished: %1</source>
        <translation>완료: %1</translation>
    </message>
    <message>
        <source>The clip could not be generated: %1</source>
        <translation>클립을 만들지 못했습니다: %1</translation>
    </message>
    <message>
        <source>A clip is being generated</source>
        <translation>클립을 만드는 중입니다</translation>
    </message>
    <message>
        <source>Quit now? Finished steps are kept, and the run continues from there next time.</source>
        <translation>지금 끝낼까요? 완료된 스텝은 보존되며 다음에 그 지점부터 이어집니다.</translation>
    </message>
    <message>
        <source>&amp;Keep for later and quit</source>
        <translation>나중을 위해 보존하고 끝내기(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Stay</source>
        <translation>계속 있기(&amp;S)</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>준비됨</translation>
    </message>
    <message>
        <source>Starting the engine…</source>
        <translation>엔진 여는 중…</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) were interrupted. Their steps are kept.</source>
        <translation>
            <numerusform>작업 %n개가 중단되었습니다. 완료된 스텝은 보존되어 있습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) are waiting from last time.</source>
        <translation>
            <numerusform>지난번 작업 %n개가 기다리고 있습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not everything is saved</source>
        <translation>저장되지 않은 것이 있습니다</translation>
    </message>
    <message>
        <source>%1

If you quit before this is resolved, unsaved changes are lost.</source>
        <translation>%1

지금 나가고 문제가 해결되지 않으면 새로운 내용을 잃게 됩니다.</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>나가기(&amp;L)</translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>스텝 %1/%2</translation>
    </message>
    <message>
        <source>The description of the clip is empty.</source>
        <translation>클립 설명이 비어 있습니다.</translation>
    </message>
    <message>
        <source>Generate anyway</source>
        <translation>그래도 생성</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) are paused. Their steps are kept.</source>
        <translation>
            <numerusform>작업 %n개가 일시 정지되어 있습니다. 완료된 스텝은 보존되어 있습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Done in %1.</source>
        <translation>%1 만에 완료했습니다.</translation>
    </message>
    <message>
        <source>Done in %1 and in the history: %2</source>
        <translation>%1 만에 완료되어 기록에 있음: %2</translation>
    </message>
    <message>
        <source>Paused after step %1 of %2. It can be resumed from the queue.</source>
        <translation>%2스텝 중 %1스텝 뒤에 일시 정지했습니다. 대기열에서 재개할 수 있습니다.</translation>
    </message>
    <message>
        <source>Cancelled: %1</source>
        <translation>취소됨: %1</translation>
    </message>
    <message>
        <source>Removed from the queue: %1</source>
        <translation>대기열에서 제거됨: %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>The queue waits until the boundaries are measured.</source>
        <translation>경계 측정이 끝날 때까지 대기열이 기다립니다.</translation>
    </message>
    <message>
        <source>Pause measuring</source>
        <translation>측정 일시 정지</translation>
    </message>
    <message>
        <source>Boundaries are being measured</source>
        <translation>경계를 측정하는 중</translation>
    </message>
    <message>
        <source>Quit now? Everything measured is kept, and it continues from there next time.</source>
        <translation>지금 종료할까요? 측정한 내용은 모두 보존되고 다음에 이어집니다.</translation>
    </message>
    <message>
        <source>Finding boundaries: clip %1 of %2</source>
        <translation>경계 찾기: 클립 %1/%2</translation>
    </message>
    <message>
        <source>Calibrate: %1</source>
        <translation>보정: %1</translation>
    </message>
    <message>
        <source>The models are measured in %1: their runs can use MagCache.</source>
        <translation>%1 만에 모델 측정이 끝났습니다. 이제 MagCache로 실행할 수 있습니다.</translation>
    </message>
    <message>
        <source>Paused. Resumed from the queue, it measures from the beginning.</source>
        <translation>일시 정지했습니다. 대기열에서 재개하면 처음부터 측정합니다.</translation>
    </message>
    <message>
        <source>The models could not be measured: %1</source>
        <translation>모델을 측정하지 못했습니다: %1</translation>
    </message>
    <message>
        <source>Models are being measured</source>
        <translation>모델을 측정하는 중</translation>
    </message>
    <message>
        <source>Quit now? Next time, measuring can be resumed from the queue; it starts from the beginning.</source>
        <translation>지금 종료할까요? 다음에 대기열에서 측정을 재개할 수 있으며, 처음부터 시작합니다.</translation>
    </message>
    <message>
        <source>Finding boundaries: comparing clips</source>
        <translation>경계 찾기: 클립 비교 중</translation>
    </message>
    <message>
        <source>The seed is locked: this will be the clip shown once more.</source>
        <translation>시드가 잠겨 있어 표시된 것과 같은 클립이 다시 만들어집니다.</translation>
    </message>
</context>
<context>
    <name>fb::ui::RunStore</name>
    <message>
        <source>The queue and history could not be read from %1. The file was kept as %2, and a new one was started.</source>
        <translation>%1에서 대기열과 기록을 읽을 수 없습니다. 파일은 %2(으)로 보존하고 새 파일을 만들었습니다.</translation>
    </message>
    <message>
        <source>A change to the queue or history could not be saved: %1.</source>
        <translation>대기열과 기록의 변경 사항을 저장할 수 없었습니다: %1.</translation>
    </message>
    <message>
        <source>The queue and history in %1 were saved by a newer version of this program. Open them with that version: this one leaves the file untouched and saves nothing.</source>
        <translation>%1의 대기열과 기록은 이 프로그램의 더 새로운 버전의 것입니다. 그 버전으로 여세요. 여기서는 파일을 그대로 두며 새로운 내용은 보관되지 않습니다.</translation>
    </message>
    <message>
        <source>%1 belongs to another program and is left untouched, so the queue and history are not saved. Start with another folder: --state FOLDER.</source>
        <translation>%1은(는) 다른 프로그램의 것이므로 그대로 두며, 대기열과 기록은 보관되지 않습니다. 다른 폴더로 시작하세요: --state 폴더.</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>디스크가 가득 찼습니다</translation>
    </message>
    <message>
        <source>another program is using the file</source>
        <translation>다른 프로그램이 파일을 사용하고 있습니다</translation>
    </message>
    <message>
        <source>access to the file is denied</source>
        <translation>파일에 접근할 수 없습니다</translation>
    </message>
    <message>
        <source>The queue and history cannot be read from %1 at the moment: %2. The file is left untouched and will be read as soon as possible; until then, changes are kept in memory.</source>
        <translation>대기열과 기록을 지금 %1에서 읽을 수 없습니다: %2. 파일은 그대로 두며 해결되는 대로 읽습니다. 새로운 내용은 그때까지 메모리에 보관됩니다.</translation>
    </message>
    <message>
        <source>The queue and history cannot be saved in %1: %2. Changes are kept in memory and will be saved as soon as possible.</source>
        <translation>대기열과 기록이 %1에 저장되지 않았습니다: %2. 새로운 내용은 메모리에 보관되며 해결되는 대로 저장됩니다.</translation>
    </message>
    <message>
        <source>The history in %1 is read-only at the moment: %2. Everything that can be read is shown; changes are kept in memory and will be saved as soon as possible.</source>
        <translation>%1의 기록은 지금 읽기 전용입니다: %2. 읽을 수 있는 내용을 표시합니다. 새로운 내용은 메모리에 보관했다가 해결되는 대로 저장합니다.</translation>
    </message>
</context>
<context>
    <name>fb::ui::RunSwitch</name>
    <message>
        <source>Running</source>
        <translation>실행 중</translation>
    </message>
    <message>
        <source>Stages of the running clip</source>
        <translation>실행 중인 클립의 단계</translation>
    </message>
    <message>
        <source>The stages of the running clip; boundaries ahead of it can still be moved</source>
        <translation>실행 중인 클립의 단계입니다. 아직 도달하지 않은 경계는 옮길 수 있습니다</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>다음</translation>
    </message>
    <message>
        <source>Stages of the next clip</source>
        <translation>다음 클립의 단계</translation>
    </message>
    <message>
        <source>The stages of the next clip: what Generate adds to the queue</source>
        <translation>다음 클립의 단계: 생성을 누르면 대기열에 추가되는 내용</translation>
    </message>
</context>
<context>
    <name>fb::ui::RunWords</name>
    <message>
        <source>No description</source>
        <translation>설명 없음</translation>
    </message>
</context>
<context>
    <name>fb::ui::SavePresenter</name>
    <message>
        <source>The clip &quot;%1&quot; could not be saved as a video, but is in the history. %2 %3</source>
        <translation>클립 &quot;%1&quot;을(를) 동영상으로 저장하지 못했지만 기록에는 있습니다. %2 %3</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s) could not be saved as videos, but are in the history. %1 %2</source>
        <translation>
            <numerusform>클립 %n개를 동영상으로 저장하지 못했지만 기록에는 있습니다. %1 %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fb::ui::SavingPage</name>
    <message>
        <source>For example: %1</source>
        <translation>예: %1</translation>
    </message>
    <message>
        <source>&amp;Save each finished clip as a video</source>
        <translation>완료된 클립을 동영상으로 저장(&amp;S)</translation>
    </message>
    <message>
        <source>Save each finished clip as a video</source>
        <translation>완료된 클립을 동영상으로 저장</translation>
    </message>
    <message>
        <source>The clip also stays in the history. No file is ever replaced.</source>
        <translation>클립은 기록에도 남습니다. 기존 파일은 바꾸지 않습니다.</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>폴더(&amp;F)</translation>
    </message>
    <message>
        <source>Folder of finished clips</source>
        <translation>완료된 클립 폴더</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>이름(&amp;N)</translation>
    </message>
    <message>
        <source>Names of finished clips</source>
        <translation>완료된 클립의 이름</translation>
    </message>
    <message>
        <source>A slash makes a folder. Possible parts: %1</source>
        <translation>슬래시는 폴더를 만듭니다. 사용할 수 있는 요소: %1</translation>
    </message>
    <message>
        <source>F&amp;ormat</source>
        <translation>형식(&amp;O)</translation>
    </message>
    <message>
        <source>Format of finished clips</source>
        <translation>완료된 클립의 형식</translation>
    </message>
    <message>
        <source>The settings are stored in the file; open it in the Studio to load them again.</source>
        <translation>설정은 파일에 저장됩니다. Studio에서 열면 다시 불러옵니다.</translation>
    </message>
    <message>
        <source>&amp;Quality</source>
        <translation>품질(&amp;Q)</translation>
    </message>
    <message>
        <source>Quality of finished clips</source>
        <translation>완료된 클립의 품질</translation>
    </message>
    <message>
        <source>Higher looks better and makes a larger file. ProRes and GIF have no choice.</source>
        <translation>높을수록 보기 좋고 파일이 커집니다. ProRes와 GIF에는 적용되지 않습니다.</translation>
    </message>
</context>
<context>
    <name>fb::ui::ScrubBar</name>
    <message>
        <source>%1 · frame %2</source>
        <translation>%1 · 프레임 %2</translation>
    </message>
</context>
<context>
    <name>fb::ui::SettingWords</name>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>예</translation>
    </message>
    <message>
        <source>no</source>
        <translation>아니요</translation>
    </message>
    <message>
        <source>%1 (frame %2, %3)</source>
        <translation>%1(프레임 %2, %3)</translation>
    </message>
    <message>
        <source>%1 (%2, %3)</source>
        <translation>%1 (%2, %3)</translation>
    </message>
    <message>
        <source>large model</source>
        <translation>큰 모델</translation>
    </message>
    <message>
        <source>small model</source>
        <translation>작은 모델</translation>
    </message>
    <message>
        <source>early stage</source>
        <translation>초반 구간</translation>
    </message>
    <message>
        <source>late stage</source>
        <translation>후반 구간</translation>
    </message>
    <message>
        <source>by the pair&apos;s rule</source>
        <translation>모델 쌍의 규칙대로</translation>
    </message>
</context>
<context>
    <name>fb::ui::Settings</name>
    <message>
        <source>The settings could not be read from %1.</source>
        <translation>%1에서 설정을 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>The settings could not be read from %1. The file was kept as %2; all settings are back to their defaults.</source>
        <translation>%1에서 설정을 읽을 수 없습니다. 파일을 %2로 보관했으며 모든 설정은 처음 시작할 때와 같습니다.</translation>
    </message>
</context>
<context>
    <name>fb::ui::SettingsDialog</name>
    <message>
        <source>Automatic</source>
        <translation>자동</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 (not found)</source>
        <translation>%1 (찾을 수 없음)</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>General</source>
        <translation>일반</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>계산</translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation>샘플링</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>폴더</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>페이지</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>언어(&amp;L)</translation>
    </message>
    <message>
        <source>Same as desktop</source>
        <translation>데스크톱 설정 따르기</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>테마(&amp;T)</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>&amp;Notify when a long run ends</source>
        <translation>긴 작업이 끝나면 알림(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Device</source>
        <translation>장치(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Precision</source>
        <translation>정밀도(&amp;P)</translation>
    </message>
    <message>
        <source>float32 · exact, most memory</source>
        <translation>float32 · 정확함, 메모리 최다</translation>
    </message>
    <message>
        <source>bfloat16 · half the memory</source>
        <translation>bfloat16 · 메모리 절반</translation>
    </message>
    <message>
        <source>float16 · half the memory, older GPUs</source>
        <translation>float16 · 메모리 절반, 구형 GPU</translation>
    </message>
    <message>
        <source>T&amp;hreads</source>
        <translation>스레드(&amp;H)</translation>
    </message>
    <message>
        <source>A new number of threads takes effect at the next start.</source>
        <translation>스레드 수 변경은 다음 시작부터 적용됩니다.</translation>
    </message>
    <message>
        <source>Show a &amp;preview after every step</source>
        <translation>스텝마다 미리 보기 표시(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Compare the models</source>
        <translation>모델 비교(&amp;C)</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>안 함</translation>
    </message>
    <message>
        <source>On the large model&apos;s steps</source>
        <translation>큰 모델의 스텝에서</translation>
    </message>
    <message>
        <source>On every step</source>
        <translation>모든 스텝에서</translation>
    </message>
    <message>
        <source>&amp;Save the run</source>
        <translation>작업 저장(&amp;S)</translation>
    </message>
    <message>
        <source>after every step</source>
        <translation>스텝마다</translation>
    </message>
    <message>
        <source>every </source>
        <translation>간격 </translation>
    </message>
    <message>
        <source> steps</source>
        <translation> 스텝</translation>
    </message>
    <message>
        <source>&amp;Runs</source>
        <translation>작업 데이터(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Exported clips</source>
        <translation>내보낸 클립(&amp;E)</translation>
    </message>
    <message>
        <source>Each run stores what is needed to continue it or to view it again.</source>
        <translation>작업 데이터에는 이어서 하거나 다시 보는 데 필요한 것이 보존됩니다.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>닫기(&amp;C)</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>Language of the program</source>
        <translation>프로그램 언어</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>테마</translation>
    </message>
    <message>
        <source>Light or dark colours</source>
        <translation>밝은 색 또는 어두운 색</translation>
    </message>
    <message>
        <source>Notify when a long run ends</source>
        <translation>긴 작업이 끝나면 알림</translation>
    </message>
    <message>
        <source>Only if the window is not in front</source>
        <translation>창이 앞에 없을 때만</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>장치</translation>
    </message>
    <message>
        <source>Where the models run</source>
        <translation>모델이 실행되는 곳</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>정밀도</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>스레드</translation>
    </message>
    <message>
        <source>Processor threads of the engine</source>
        <translation>엔진의 프로세서 스레드 수</translation>
    </message>
    <message>
        <source>Show a preview after every step</source>
        <translation>스텝마다 미리 보기 표시</translation>
    </message>
    <message>
        <source>The clip as predicted so far; costs little.</source>
        <translation>지금까지 예측된 클립. 부담이 적습니다.</translation>
    </message>
    <message>
        <source>When the models are compared</source>
        <translation>모델을 비교하는 시점</translation>
    </message>
    <message>
        <source>Each comparison runs the other model as well and adds one point to the curve.</source>
        <translation>비교할 때마다 다른 모델도 실행해 곡선에 점 하나를 그립니다.</translation>
    </message>
    <message>
        <source>Steps between two saved states</source>
        <translation>저장 사이의 스텝 수</translation>
    </message>
    <message>
        <source>An interrupted run continues from the last saved step.</source>
        <translation>중단된 작업은 마지막으로 저장된 스텝부터 이어집니다.</translation>
    </message>
    <message>
        <source>Folder of the runs</source>
        <translation>작업 데이터 폴더</translation>
    </message>
    <message>
        <source>Folder of exported clips</source>
        <translation>내보낸 클립 폴더</translation>
    </message>
    <message>
        <source>Restore defaults</source>
        <translation>기본값 복원</translation>
    </message>
    <message>
        <source>Resets all settings in this dialog; prompts and pairs are kept.</source>
        <translation>이 대화 상자의 모든 설정. 프롬프트와 모델 쌍은 그대로입니다.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>&amp;Memory budget</source>
        <translation>메모리 한도(&amp;M)</translation>
    </message>
    <message>
        <source>All free memory</source>
        <translation>남은 만큼 모두</translation>
    </message>
    <message>
        <source> GB</source>
        <translation> GB</translation>
    </message>
    <message>
        <source>Memory budget</source>
        <translation>메모리 한도</translation>
    </message>
    <message>
        <source>How much of the device&apos;s memory the whole run may use. If the models do not fit, they are loaded in parts: slower, same clip.</source>
        <translation>실행 전체가 장치에서 사용할 수 있는 메모리입니다. 모델이 다 들어가지 않으면 나누어 올립니다. 느려지지만 클립은 같습니다.</translation>
    </message>
    <message>
        <source>Automatic · %1</source>
        <translation>자동 · %1</translation>
    </message>
    <message>
        <source>%1 cannot be used: %2</source>
        <translation>%1을(를) 사용할 수 없음: %2</translation>
    </message>
    <message>
        <source>%1 (cannot be used)</source>
        <translation>%1 (사용할 수 없음)</translation>
    </message>
    <message>
        <source>Automatic · %1 on this device</source>
        <translation>자동 · 이 장치에서는 %1</translation>
    </message>
    <message>
        <source>fp8 &amp;weights</source>
        <translation>fp8 가중치(&amp;W)</translation>
    </message>
    <message>
        <source>fp8 · faster on a GPU, changes the clip</source>
        <translation>fp8 · GPU에서 더 빠름, 클립이 달라짐</translation>
    </message>
    <message>
        <source>Dec&amp;oding</source>
        <translation>디코딩(&amp;O)</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>정확</translation>
    </message>
    <message>
        <source>TF32 · faster on a GPU, slight rounding</source>
        <translation>TF32 · GPU에서 더 빠름, 조금 반올림</translation>
    </message>
    <message>
        <source>Applies to the transformers, the text encoder and an LTX VAE; a WAN VAE runs in float32.</source>
        <translation>트랜스포머, 텍스트 인코더, LTX VAE의 정밀도. WAN VAE는 float32로 실행됩니다.</translation>
    </message>
    <message>
        <source>Precision of fp8 weights</source>
        <translation>fp8 가중치의 정밀도</translation>
    </message>
    <message>
        <source>How the transformers multiply weights stored in fp8: dequantised, or as they are, with rounded activations</source>
        <translation>트랜스포머가 fp8로 저장된 가중치를 곱하는 방법: 역양자화하거나, 그대로 쓰고 활성값을 반올림</translation>
    </message>
    <message>
        <source>Decoding precision</source>
        <translation>디코딩 정밀도</translation>
    </message>
    <message>
        <source>How a GPU multiplies float32 numbers while the VAE decodes the frames</source>
        <translation>VAE가 프레임을 만들 때 GPU가 float32 수를 곱하는 방식</translation>
    </message>
    <message>
        <source>Other clips can continue from these states. If a run has no more space for them, the earliest are deleted first.</source>
        <translation>다른 클립을 이 상태에서 이어갈 수 있습니다. 작업별 공간이 모자라면 앞선 것부터 삭제됩니다.</translation>
    </message>
    <message>
        <source>At the moment, those of all clips take up %1.</source>
        <translation>현재 모든 클립의 상태가 %1을(를) 차지합니다.</translation>
    </message>
    <message>
        <source>&amp;Keep states to continue from</source>
        <translation>이어갈 상태 남기기(&amp;K)</translation>
    </message>
    <message>
        <source>where the models change</source>
        <translation>모델이 바뀌는 곳</translation>
    </message>
    <message>
        <source>there and every </source>
        <translation>그곳과 간격 </translation>
    </message>
    <message>
        <source>Steps between two kept states</source>
        <translation>남기는 상태 사이의 스텝 수</translation>
    </message>
    <message>
        <source>States are always kept where the models change; more of them take more space.</source>
        <translation>모델이 바뀌는 곳의 상태는 항상 남습니다. 늘리면 공간도 더 차지합니다.</translation>
    </message>
    <message>
        <source>&amp;Space for them in each run</source>
        <translation>작업별 공간(&amp;S)</translation>
    </message>
    <message>
        <source>Space for the kept states of each run</source>
        <translation>작업별로 남기는 상태의 공간</translation>
    </message>
    <message>
        <source>The newest state always stays, even if it is larger.</source>
        <translation>가장 최근 상태는 더 크더라도 항상 남습니다.</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Space for &amp;all clips in the history</source>
        <translation>기록의 모든 클립이 쓰는 공간(&amp;A)</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>제한 없음</translation>
    </message>
    <message>
        <source>Space for all clips in the history</source>
        <translation>기록의 모든 클립이 쓰는 공간</translation>
    </message>
    <message>
        <source>Applied whenever a clip is finished, and when the program starts</source>
        <translation>클립이 완성될 때와 프로그램이 시작될 때 적용됩니다</translation>
    </message>
    <message>
        <source>At the moment, they take up %1.</source>
        <translation>현재 %1를 차지합니다.</translation>
    </message>
    <message>
        <source>Beyond it, the oldest clips lose their kept states, and then their uncompressed frames if they were saved as a video, which the history then plays. Clips with a star lose nothing.</source>
        <translation>이를 넘으면 가장 오래된 클립부터 보관된 상태가 삭제되고, 그다음 동영상으로 저장된 클립은 비압축 프레임이 삭제되어 기록에서 그 동영상을 재생합니다. 별표한 클립은 아무것도 잃지 않습니다.</translation>
    </message>
    <message>
        <source>Reset the settings of all pages, folders and language too? Prompts, pairs and clips are kept.</source>
        <translation>폴더와 언어를 포함해 모든 페이지의 설정을 초기화할까요? 프롬프트, 모델 쌍, 클립은 유지됩니다.</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>초기화(&amp;R)</translation>
    </message>
    <message>
        <source>bfloat16 · half the memory, more rounding</source>
        <translation>bfloat16 · 메모리 절반, 반올림이 더 큼</translation>
    </message>
    <message>
        <source>Restore &amp;defaults…</source>
        <translation>기본값 복원(&amp;D)…</translation>
    </message>
</context>
<context>
    <name>fb::ui::SettingsDiff</name>
    <message>
        <source>Pair</source>
        <translation>모델 쌍</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>large only</source>
        <translation>큰 모델 단독</translation>
    </message>
    <message>
        <source>small only</source>
        <translation>작은 모델 단독</translation>
    </message>
    <message>
        <source>large for the first %1 and the last %2</source>
        <translation>처음 %1과 마지막 %2은 큰 모델</translation>
    </message>
</context>
<context>
    <name>fb::ui::SimilarityCurve</name>
    <message>
        <source>Frame %1: %2</source>
        <translation>프레임 %1: %2</translation>
    </message>
</context>
<context>
    <name>fb::ui::SoundField</name>
    <message>
        <source>File with the sound</source>
        <translation>소리가 든 파일</translation>
    </message>
    <message>
        <source>A GIF has no sound.</source>
        <translation>GIF에는 소리가 없습니다.</translation>
    </message>
    <message>
        <source>A PNG sequence has no sound.</source>
        <translation>PNG 시퀀스에는 소리가 없습니다.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>An audio file, or a video whose sound is used</source>
        <translation>오디오 파일 또는 소리를 사용할 동영상</translation>
    </message>
    <message>
        <source>Choose the file with the sound</source>
        <translation>소리가 든 파일 선택</translation>
    </message>
</context>
<context>
    <name>fb::ui::StagePanel</name>
    <message>
        <source>Probe the velocity divergence</source>
        <translation>속도 차이 프로브</translation>
    </message>
    <message>
        <source>never</source>
        <translation>안 함</translation>
    </message>
    <message>
        <source>on large steps</source>
        <translation>큰 모델 스텝에서</translation>
    </message>
    <message>
        <source>on all steps</source>
        <translation>모든 스텝에서</translation>
    </message>
    <message>
        <source>Compare the models while sampling</source>
        <translation>샘플링 중 모델 비교</translation>
    </message>
    <message>
        <source>Choose %1</source>
        <comment>undo</comment>
        <translation>%1 선택</translation>
    </message>
    <message>
        <source>Move stage boundary</source>
        <comment>undo</comment>
        <translation>단계 경계 이동</translation>
    </message>
    <message>
        <source>Run both models on every step of this request once and draw how much they differ. Where they agree, the small one can take over.</source>
        <translation>이 요청의 모든 스텝에서 두 모델을 한 번 실행해 차이를 그립니다. 일치하는 구간은 작은 모델이 맡을 수 있습니다.</translation>
    </message>
    <message>
        <source>Draws the divergence live while a clip is generated. This takes as long as running the other model on the compared steps.</source>
        <translation>클립을 만드는 동안 속도 차이를 실시간으로 그립니다. 비교하는 스텝에서는 다른 모델의 시간이 더 듭니다.</translation>
    </message>
    <message>
        <source>Large, small, large: nearly the large model&apos;s clip for less work</source>
        <translation>큰·작은·큰: 더 적은 연산으로 큰 모델에 가까운 클립</translation>
    </message>
    <message>
        <source>Schedule large, small, large</source>
        <translation>스케줄 큰·작은·큰</translation>
    </message>
    <message>
        <source>Large early, then small to the end: structure and motion of the large model</source>
        <translation>초반은 큰 모델, 끝까지 작은 모델: 큰 모델의 구조와 움직임</translation>
    </message>
    <message>
        <source>Schedule large, small, small</source>
        <translation>스케줄 큰·작은·작은</translation>
    </message>
    <message>
        <source>Small early, then large to the end: only the large model&apos;s detail</source>
        <translation>초반은 작은 모델, 끝까지 큰 모델: 큰 모델의 세부만</translation>
    </message>
    <message>
        <source>Schedule small, large, large</source>
        <translation>스케줄 작은·큰·큰</translation>
    </message>
    <message>
        <source>The large model on every step: the clip to compare with</source>
        <translation>모든 스텝 큰 모델: 비교 기준 클립</translation>
    </message>
    <message>
        <source>Schedule large only</source>
        <translation>스케줄 큰 모델 단독</translation>
    </message>
    <message>
        <source>The small model on every step: the fastest draft</source>
        <translation>모든 스텝 작은 모델: 가장 빠른 초안</translation>
    </message>
    <message>
        <source>Schedule small only</source>
        <translation>스케줄 작은 모델 단독</translation>
    </message>
    <message>
        <source>Compare &amp;while sampling</source>
        <translation>샘플링 중 비교(&amp;W)</translation>
    </message>
    <message>
        <source>Change small steps</source>
        <comment>undo</comment>
        <translation>작은 모델의 단계 바꾸기</translation>
    </message>
    <message>
        <source>Small steps</source>
        <translation>작은 모델 단계</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>자동</translation>
    </message>
    <message>
        <source>Steps of the small model</source>
        <translation>작은 모델의 단계 수</translation>
    </message>
    <message>
        <source>How many steps the small model takes in its stage. Fewer, longer steps suit step-distilled models.</source>
        <translation>작은 모델이 맡은 구간을 몇 단계로 지나는지입니다. 적고 긴 단계는 단계 증류된 모델에 맞습니다.</translation>
    </message>
    <message>
        <source>Apply the suggested boundaries</source>
        <comment>undo</comment>
        <translation>제안된 경계 적용</translation>
    </message>
    <message>
        <source>Show the stages as a strip</source>
        <translation>단계를 띠로 보기</translation>
    </message>
    <message>
        <source>Show sliders and legend</source>
        <translation>슬라이더와 범례 보기</translation>
    </message>
    <message>
        <source>More than an hour: a smaller size, fewer frames or fewer steps take less.</source>
        <translation>한 시간이 넘습니다. 크기, 프레임 수 또는 단계 수를 줄이면 짧아집니다.</translation>
    </message>
    <message>
        <source>Find boundaries by measuring</source>
        <translation>측정하여 경계 찾기</translation>
    </message>
    <message>
        <source>Samples prompts with many boundaries and compares the clips with the large model&apos;s</source>
        <translation>여러 경계로 프롬프트를 생성하고 클립을 큰 모델의 클립과 비교합니다</translation>
    </message>
    <message>
        <source>That takes %1.</source>
        <translation>%1 걸립니다.</translation>
    </message>
    <message>
        <source>Pro&amp;be</source>
        <translation>프로브(&amp;B)</translation>
    </message>
</context>
<context>
    <name>fb::ui::StatusLine</name>
    <message>
        <source>Memory %1</source>
        <translation>메모리 %1</translation>
    </message>
    <message>
        <source>Memory %1 of %2</source>
        <translation>메모리 %1 / %2</translation>
    </message>
    <message>
        <source>Progress of the running clip</source>
        <translation>실행 중인 클립의 진행률</translation>
    </message>
    <message>
        <source>How much of the running clip is done</source>
        <translation>실행 중인 클립이 얼마나 진행되었는지</translation>
    </message>
    <message numerus="yes">
        <source>CPU · %n thread(s)</source>
        <translation>
            <numerusform>CPU · 스레드 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>저장됨: %1</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>Show the saved clip in its folder</source>
        <translation>저장된 클립을 폴더에서 보기</translation>
    </message>
    <message>
        <source>%1 · %2 left</source>
        <translation>%1 · %2 남음</translation>
    </message>
</context>
<context>
    <name>fb::ui::Studio</name>
    <message>
        <source>The frames of this clip cannot be read from %1, and its video %2 has been moved or changed. Put the video back, or generate the clip again.</source>
        <translation>이 클립의 프레임을 %1에서 읽을 수 없으며, 비디오 %2이(가) 이동되었거나 변경되었습니다. 비디오를 원래 위치로 되돌리거나 클립을 다시 생성하세요.</translation>
    </message>
</context>
<context>
    <name>fb::ui::SuggestionLine</name>
    <message>
        <source>Dismiss the suggestion</source>
        <translation>제안 닫기</translation>
    </message>
    <message>
        <source>Hide this until the next probe</source>
        <translation>다음 프로브까지 숨깁니다</translation>
    </message>
    <message>
        <source>No suggestion: there are too few steps.</source>
        <translation>제안 없음: 스텝이 너무 적습니다.</translation>
    </message>
    <message>
        <source>No suggestion: the models differ about equally on all steps.</source>
        <translation>제안 없음: 모든 스텝에서 두 모델의 차이가 비슷합니다.</translation>
    </message>
    <message>
        <source>No suggestion: the models differ least at the start.</source>
        <translation>제안 없음: 두 모델의 차이가 처음에 가장 작습니다.</translation>
    </message>
    <message>
        <source>No suggestion: the models differ least at the end.</source>
        <translation>제안 없음: 두 모델의 차이가 끝에서 가장 작습니다.</translation>
    </message>
    <message>
        <source>Boundaries are suggested where the sides of a valley in the divergence rise.</source>
        <translation>차이 곡선의 골짜기 양쪽이 올라가는 곳에 경계를 제안합니다.</translation>
    </message>
    <message>
        <source>Suggested %1 / %2: %3 less work</source>
        <translation>제안 %1 / %2: 계산량 %3 감소</translation>
    </message>
    <message>
        <source>Suggested %1 / %2</source>
        <translation>제안 %1 / %2</translation>
    </message>
    <message>
        <source>The large model runs the first %1 and the last %2 of the steps, up to where the sides of the divergence rise. Compared with the large model alone.</source>
        <translation>큰 모델이 처음 %1와 마지막 %2의 스텝을 맡습니다. 차이 곡선의 양쪽이 올라가는 곳까지입니다. 큰 모델만 쓸 때와 비교한 값입니다.</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>적용</translation>
    </message>
    <message>
        <source>Apply the suggested boundaries</source>
        <translation>제안된 경계 적용</translation>
    </message>
    <message>
        <source>Move both boundaries there</source>
        <translation>두 경계를 그곳으로 옮깁니다</translation>
    </message>
    <message>
        <source>Measure…</source>
        <translation>측정…</translation>
    </message>
    <message>
        <source>Find boundaries by measuring</source>
        <translation>측정하여 경계 찾기</translation>
    </message>
    <message>
        <source>Samples prompts with many boundaries and compares the clips with the large model&apos;s</source>
        <translation>여러 경계로 프롬프트를 생성하고 클립을 큰 모델의 클립과 비교합니다</translation>
    </message>
    <message>
        <source>Hide this until others are suggested</source>
        <translation>다른 제안이 있을 때까지 숨기기</translation>
    </message>
    <message>
        <source>Suggested %1 / %2: %3 less work · sameness %4</source>
        <translation>제안 %1 / %2: 계산량 %3 감소 · 일치도 %4</translation>
    </message>
    <message>
        <source>Measured with clips of this pair. Sameness 1 is the large model&apos;s clip; 0 is as far from it as clips that have little in common.</source>
        <translation>이 쌍의 클립으로 측정했습니다. 일치도 1은 큰 모델의 클립이고, 0은 공통점이 거의 없는 클립만큼 떨어져 있습니다.</translation>
    </message>
    <message>
        <source>Suggested %1 / %2: %3 less work · predicted sameness %4</source>
        <translation>제안 %1 / %2: 계산량 %3 감소 · 예측 일치도 %4</translation>
    </message>
    <message>
        <source>Predicted from the divergence by what measured clips of this pair have shown. Sameness 1 is the large model&apos;s clip; 0 is as far from it as clips that have little in common.</source>
        <translation>이 쌍의 측정된 클립에서 얻은 결과를 바탕으로 모델 간 차이에서 예측했습니다. 일치도 1은 큰 모델의 클립이고, 0은 공통점이 거의 없는 클립만큼 떨어져 있습니다.</translation>
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
            <numerusform>LoRA %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Prompts from a text file</source>
        <translation>텍스트 파일의 프롬프트</translation>
    </message>
    <message>
        <source>Text files (*.txt);;All files (*)</source>
        <translation>텍스트 파일 (*.txt);;모든 파일 (*)</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Those of the main window; change them there</source>
        <translation>주 창의 설정이며, 변경은 그곳에서 합니다</translation>
    </message>
    <message>
        <source>&amp;Prompts</source>
        <translation>프롬프트(&amp;P)</translation>
    </message>
    <message>
        <source>One prompt in each line; text files can be dropped here</source>
        <translation>한 줄에 프롬프트 하나. 텍스트 파일을 여기에 놓을 수 있습니다</translation>
    </message>
    <message>
        <source>Prompts, one in each line</source>
        <translation>프롬프트, 한 줄에 하나</translation>
    </message>
    <message>
        <source>Add the &amp;current prompt</source>
        <translation>현재 프롬프트 추가(&amp;C)</translation>
    </message>
    <message>
        <source>Add from a &amp;text file…</source>
        <translation>텍스트 파일에서 추가(&amp;T)…</translation>
    </message>
    <message>
        <source>S&amp;eeds for each prompt</source>
        <translation>프롬프트당 시드 수(&amp;E)</translation>
    </message>
    <message>
        <source>Seeds for each prompt</source>
        <translation>프롬프트당 시드 수</translation>
    </message>
    <message>
        <source>&amp;Large until, %</source>
        <translation>큰 모델의 끝, %(&amp;L)</translation>
    </message>
    <message>
        <source>Early stages to try, in per cent of the steps</source>
        <translation>시도할 초기 단계 (스텝의 %)</translation>
    </message>
    <message>
        <source>Large again for the l&amp;ast, %</source>
        <translation>마지막에 다시 큰 모델, %(&amp;A)</translation>
    </message>
    <message>
        <source>Late stages to try, in per cent of the steps</source>
        <translation>시도할 후기 단계 (스텝의 %)</translation>
    </message>
    <message>
        <source>Also compare</source>
        <translation>함께 비교</translation>
    </message>
    <message>
        <source>The la&amp;rge model with fewer steps</source>
        <translation>스텝을 줄인 큰 모델(&amp;R)</translation>
    </message>
    <message>
        <source>Up to %1 numbers of steps, each as much work as some boundaries of the grid</source>
        <translation>최대 %1가지 스텝 수, 각각 격자의 어떤 경계와 같은 계산량</translation>
    </message>
    <message>
        <source>A &amp;guard, with these bounds:</source>
        <translation>다음 한계값의 가드(&amp;G):</translation>
    </message>
    <message>
        <source>Bounds of the guard, separated by spaces</source>
        <translation>가드 한계값 (공백으로 구분)</translation>
    </message>
    <message>
        <source>The s&amp;mall model first</source>
        <translation>작은 모델 먼저(&amp;M)</translation>
    </message>
    <message>
        <source>Small at the start, large for the last steps, as long as in the grid</source>
        <translation>처음에는 작은 모델, 마지막 스텝은 큰 모델이며 길이는 격자와 같습니다</translation>
    </message>
    <message>
        <source>&amp;DINOv2 weights</source>
        <translation>DINOv2 가중치(&amp;D)</translation>
    </message>
    <message>
        <source>File or folder of DINOv2 weights</source>
        <translation>DINOv2 가중치 파일 또는 폴더</translation>
    </message>
    <message>
        <source>LP&amp;IPS weights</source>
        <translation>LPIPS 가중치(&amp;I)</translation>
    </message>
    <message>
        <source>File of LPIPS weights</source>
        <translation>LPIPS 가중치 파일</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>폴더(&amp;F)</translation>
    </message>
    <message>
        <source>Folder of the measurements</source>
        <translation>측정 폴더</translation>
    </message>
    <message>
        <source>None</source>
        <comment>weights</comment>
        <translation>없음</translation>
    </message>
    <message>
        <source>With these, clips are also compared by what their frames show. A file can be dropped here</source>
        <translation>이 파일이 있으면 프레임에 보이는 내용으로도 클립을 비교합니다. 파일을 여기에 끌어다 놓을 수 있습니다</translation>
    </message>
    <message>
        <source>With these, clips are also compared by how alike their frames look. A file can be dropped here</source>
        <translation>이 파일이 있으면 프레임이 얼마나 비슷해 보이는지로도 클립을 비교합니다. 파일을 여기에 끌어다 놓을 수 있습니다</translation>
    </message>
    <message>
        <source>A one-&amp;way guard, with these:</source>
        <translation>다음 한계값의 단방향 가드(&amp;W):</translation>
    </message>
    <message>
        <source>Between the shortest stage at the start and the longest at the end, the small model takes over when what the large one predicts changes less than this from step to step</source>
        <translation>가장 짧은 초기 단계와 가장 긴 후기 단계 사이에서 큰 모델의 예측이 스텝 사이에 이 값보다 적게 변하면 작은 모델이 넘겨받습니다</translation>
    </message>
    <message>
        <source>Bounds of the one-way guard, separated by spaces</source>
        <translation>단방향 가드 한계값 (공백으로 구분)</translation>
    </message>
    <message>
        <source>SRDiffusion&apos;s r&amp;ule, with these:</source>
        <translation>다음 한계값의 SRDiffusion 규칙(&amp;U):</translation>
    </message>
    <message>
        <source>Between the shortest stage at the start and the longest at the end, the small model takes over when the large one&apos;s velocity changes less than in the step before, by less than this</source>
        <translation>가장 짧은 초기 단계와 가장 긴 후기 단계 사이에서 큰 모델의 속도 변화가 이전 스텝보다 작아지고 그 차이가 이 값보다 작으면 작은 모델이 넘겨받습니다</translation>
    </message>
    <message>
        <source>Bounds of SRDiffusion&apos;s rule, separated by spaces</source>
        <translation>SRDiffusion 규칙 한계값 (공백으로 구분)</translation>
    </message>
    <message>
        <source>Compare latents only, wit&amp;hout decoding clips</source>
        <translation>클립을 디코딩하지 않고 잠재 표현만 비교(&amp;H)</translation>
    </message>
    <message>
        <source>Takes less time, but there are no clips to look at. They can be decoded later, without another step</source>
        <translation>시간은 덜 걸리지만 볼 수 있는 클립이 없습니다. 나중에 스텝을 더하지 않고 디코딩할 수 있습니다</translation>
    </message>
    <message>
        <source>Between the stage at the start that is nearest to 40 % and the longest at the end, the large model checks every few steps whether the small one is near enough</source>
        <translation>40%에 가장 가까운 초기 단계와 가장 긴 후기 단계 사이에서 큰 모델이 몇 스텝마다 작은 모델이 충분히 가까운지 확인합니다</translation>
    </message>
</context>
<context>
    <name>fb::ui::SweepForm</name>
    <message>
        <source>The stages are whole per cents from 0 to 100, separated by commas.</source>
        <translation>단계는 0에서 100까지의 정수 퍼센트를 쉼표로 구분합니다.</translation>
    </message>
    <message>
        <source>Write at least one prompt, one in each line.</source>
        <translation>한 줄에 하나씩 프롬프트를 하나 이상 입력하세요.</translation>
    </message>
    <message>
        <source>This needs up to %1 in %2, where only %3 are free: choose another folder, or fewer prompts.</source>
        <translation>%2에 최대 %1가 필요하지만 %3만 비어 있습니다. 다른 폴더를 선택하거나 프롬프트를 줄이세요.</translation>
    </message>
    <message>
        <source>Planning…</source>
        <translation>계획 중…</translation>
    </message>
    <message>
        <source>%1 of %2 clips are measured.</source>
        <translation>클립 %2개 중 %1개를 측정했습니다.</translation>
    </message>
    <message>
        <source>Add prompts, seeds or boundaries to measure more.</source>
        <translation>더 측정하려면 프롬프트, 시드 또는 경계를 추가하세요.</translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s) to make, as much work as %1 of the large model alone.</source>
        <translation>
            <numerusform>클립 %n개를 생성합니다. 큰 모델 단독 %1개만큼의 계산량입니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>That takes %1.</source>
        <translation>%1 걸립니다.</translation>
    </message>
    <message>
        <source>How long that takes is known after the first clips on this machine.</source>
        <translation>걸리는 시간은 이 컴퓨터에서 첫 클립을 만든 후 알 수 있습니다.</translation>
    </message>
    <message>
        <source>It needs up to %1 on the disk.</source>
        <translation>디스크에 최대 %1가 필요합니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s)</source>
        <translation>
            <numerusform>클립 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is measured.</source>
        <translation>모두 측정했습니다.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Samples each prompt with the large model alone, with the small model alone and with many boundaries between them, and compares the clips. The steps that they have in common are computed once.</source>
        <translation>각 프롬프트를 큰 모델 단독, 작은 모델 단독, 그리고 그 사이의 여러 경계로 생성하고 클립을 비교합니다. 공통 스텝은 한 번만 계산합니다.</translation>
    </message>
    <message>
        <source>Use a &amp;new folder</source>
        <translation>새 폴더 사용(&amp;N)</translation>
    </message>
    <message>
        <source>The guard&apos;s bounds are numbers from 0 to %1, separated by spaces.</source>
        <translation>가드 한계값은 0부터 %1까지의 수를 공백으로 구분하여 입력하세요.</translation>
    </message>
    <message>
        <source>This sweep keeps to %1. A new folder can do without.</source>
        <translation>이 측정은 %1 파일을 계속 사용합니다. 새 폴더에서는 없어도 됩니다.</translation>
    </message>
    <message>
        <source>%1 needs clips of at least %2 pixels on each side, but these have %3.</source>
        <translation>%1에는 각 변이 %2픽셀 이상인 클립이 필요하지만, 이 클립은 %3입니다.</translation>
    </message>
    <message>
        <source>These weights cannot be used: choose others, or clear the field.</source>
        <translation>이 가중치는 사용할 수 없습니다. 다른 것을 선택하거나 칸을 비우세요.</translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s) to compare again, without a step.</source>
        <translation>
            <numerusform>클립 %n개를 스텝 계산 없이 다시 비교합니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s) to compare again</source>
        <translation>
            <numerusform>다시 비교할 클립 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>The bounds of the one-way guard are numbers above 0 and at most %1, separated by spaces.</source>
        <translation>단방향 가드 한계값은 0보다 크고 %1 이하인 수를 공백으로 구분하여 입력하세요.</translation>
    </message>
    <message>
        <source>The bounds of SRDiffusion&apos;s rule are numbers above 0 and at most %1, separated by spaces.</source>
        <translation>SRDiffusion 규칙 한계값은 0보다 크고 %1 이하인 수를 공백으로 구분하여 입력하세요.</translation>
    </message>
    <message>
        <source>A guard that hands over later costs more.</source>
        <translation>가드가 늦게 넘길수록 계산량이 늘어납니다.</translation>
    </message>
</context>
<context>
    <name>fb::ui::SweepWords</name>
    <message>
        <source>Cheapest</source>
        <translation>최소 비용</translation>
    </message>
    <message>
        <source>Sure</source>
        <translation>확실</translation>
    </message>
    <message>
        <source>Knee</source>
        <translation>무릎점</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>논문</translation>
    </message>
    <message>
        <source>The least work that is near enough.</source>
        <translation>충분히 가까운 것 중 계산량이 가장 적습니다.</translation>
    </message>
    <message>
        <source>The least work that is near enough even at the low end of the interval.</source>
        <translation>구간의 하한에서도 충분히 가까운 것 중 계산량이 가장 적습니다.</translation>
    </message>
    <message>
        <source>From here on, more large steps bring less than on average.</source>
        <translation>여기서부터는 큰 모델의 스텝을 늘려도 평균보다 효과가 작습니다.</translation>
    </message>
    <message>
        <source>The paper&apos;s criteria: with shorter stages, sameness falls faster than on average.</source>
        <translation>논문의 기준: 단계가 더 짧으면 일치도가 평균보다 빨리 떨어집니다.</translation>
    </message>
    <message>
        <source>Structure (SSIM)</source>
        <translation>구조 (SSIM)</translation>
    </message>
    <message>
        <source>Latents</source>
        <translation>잠재 표현</translation>
    </message>
    <message>
        <source>Pixels (PSNR)</source>
        <translation>픽셀 (PSNR)</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>움직임</translation>
    </message>
    <message>
        <source>Flicker</source>
        <translation>깜박임</translation>
    </message>
    <message>
        <source>the further one</source>
        <translation>더 먼 쪽</translation>
    </message>
    <message>
        <source>another seed</source>
        <translation>다른 시드</translation>
    </message>
    <message>
        <source>the small model</source>
        <translation>작은 모델</translation>
    </message>
    <message>
        <source>Large model alone</source>
        <translation>큰 모델 단독</translation>
    </message>
    <message>
        <source>Small model alone</source>
        <translation>작은 모델 단독</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 less work, sameness %2</source>
        <translation>계산량 %1 감소, 일치도 %2</translation>
    </message>
    <message>
        <source>%1 less work, sameness %2 (%3 to %4)</source>
        <translation>계산량 %1 감소, 일치도 %2 (%3~%4)</translation>
    </message>
    <message>
        <source>Content (DINOv2)</source>
        <translation>내용(DINOv2)</translation>
    </message>
    <message>
        <source>Look (LPIPS)</source>
        <translation>모양새(LPIPS)</translation>
    </message>
    <message numerus="yes">
        <source>Large model, %n step(s)</source>
        <translation>
            <numerusform>큰 모델, %n스텝</numerusform>
        </translation>
    </message>
    <message>
        <source>Guard %1, %2 / %3</source>
        <translation>가드 %1, %2 / %3</translation>
    </message>
    <message>
        <source>%1 more work, sameness %2</source>
        <translation>계산량 %1 증가, 일치도 %2</translation>
    </message>
    <message>
        <source>One-way guard %1, %2 / %3</source>
        <translation>단방향 가드 %1, %2 / %3</translation>
    </message>
    <message>
        <source>SRDiffusion guard %1, %2 / %3</source>
        <translation>SRDiffusion 가드 %1, %2 / %3</translation>
    </message>
    <message>
        <source>Returning guard %1, %2 / %3</source>
        <translation>복귀하는 가드 %1, %2 / %3</translation>
    </message>
</context>
<context>
    <name>fb::ui::Tour</name>
    <message>
        <source>Skip</source>
        <translation>건너뛰기</translation>
    </message>
    <message>
        <source>Help › Tour shows it again</source>
        <translation>도움말 › 둘러보기에서 다시 볼 수 있습니다</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>다음</translation>
    </message>
</context>
<context>
    <name>fb::ui::TourPresenter</name>
    <message>
        <source>Say what the clip shows</source>
        <translation>클립에 담을 내용 쓰기</translation>
    </message>
    <message>
        <source>Describe it here, or take the example. Size, length and presets that fit this pair of models are below. Ctrl+Return generates the clip.</source>
        <translation>여기에 쓰거나 예시를 그대로 쓰세요. 이 모델 쌍에 맞는 크기, 길이, 프리셋은 아래에 있습니다. Ctrl+Return으로 클립을 만듭니다.</translation>
    </message>
    <message>
        <source>Share the steps</source>
        <translation>스텝 나누기</translation>
    </message>
    <message>
        <source>The large model takes the first and the last steps, the small one those between. Drag the two handles: fewer large steps take less time, more come nearer to the large model&apos;s clip. The curve shows how much the models differ.</source>
        <translation>처음과 마지막 스텝은 큰 모델이, 그 사이는 작은 모델이 맡습니다. 두 핸들을 끌어 보세요. 큰 모델의 스텝이 적으면 빨라지고, 많으면 큰 모델의 클립에 가까워집니다. 곡선은 두 모델의 차이를 보여 줍니다.</translation>
    </message>
    <message>
        <source>Watch it grow</source>
        <translation>만들어지는 모습 보기</translation>
    </message>
    <message>
        <source>The clip appears here while it is made. Finished ones are saved as videos by themselves and stay in the history, where two of them can be compared.</source>
        <translation>만들어지는 클립이 여기에 나타납니다. 완성된 클립은 자동으로 동영상으로 저장되고 기록에 남아, 둘을 비교할 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>fb::ui::UnexpectedEnd</name>
    <message>
        <source>it got too little memory</source>
        <translation>메모리가 부족했습니다</translation>
    </message>
</context>
<context>
    <name>fb::ui::ValueFields</name>
    <message>
        <source>%1 is not allowed here; the nearest value is %2.</source>
        <translation>여기서는 %1을(를) 쓸 수 없습니다. 가장 가까운 값은 %2입니다.</translation>
    </message>
    <message>
        <source>%1 s at %2 fps</source>
        <translation>%1초 (%2 fps)</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>&amp;Swap width and height</source>
        <translation>너비와 높이 바꾸기(&amp;S)</translation>
    </message>
    <message>
        <source>Si&amp;ze</source>
        <translation>크기(&amp;Z)</translation>
    </message>
    <message>
        <source>&amp;Length</source>
        <translation>길이(&amp;L)</translation>
    </message>
    <message>
        <source>S&amp;teps</source>
        <translation>스텝(&amp;T)</translation>
    </message>
    <message>
        <source>See&amp;d</source>
        <translation>시드(&amp;D)</translation>
    </message>
    <message>
        <source> fps</source>
        <translation> fps</translation>
    </message>
    <message>
        <source>Shift </source>
        <translation>시프트 </translation>
    </message>
    <message>
        <source>&amp;Advanced</source>
        <translation>고급(&amp;A)</translation>
    </message>
    <message>
        <source>Common sizes</source>
        <translation>자주 쓰는 크기</translation>
    </message>
    <message>
        <source>Keep the seed</source>
        <translation>시드 고정</translation>
    </message>
    <message>
        <source>Roll a new seed</source>
        <translation>새 시드 뽑기</translation>
    </message>
    <message>
        <source>Copy the seed</source>
        <translation>시드 복사</translation>
    </message>
    <message>
        <source>Advanced settings</source>
        <translation>고급 설정</translation>
    </message>
    <message>
        <source>A multiple of %1 pixels; other values are rounded to the nearest.</source>
        <translation>%1픽셀의 배수. 다른 값은 가장 가까운 값으로 바뀝니다.</translation>
    </message>
    <message>
        <source>Common sizes, and swapping width and height</source>
        <translation>자주 쓰는 크기, 너비와 높이 바꾸기</translation>
    </message>
    <message>
        <source>%1 frames plus any multiple of %2: the VAE packs that many into one latent frame.</source>
        <translation>%1프레임에 %2의 배수를 더한 수. VAE가 그만큼을 잠재 프레임 하나로 묶습니다.</translation>
    </message>
    <message>
        <source>Locked: every run uses this seed. Unlocked: each run rolls a new one.</source>
        <translation>잠김: 매번 이 시드를 씁니다. 열림: 매번 새 시드를 뽑습니다.</translation>
    </message>
    <message>
        <source>&amp;Guidance</source>
        <translation>가이던스(&amp;G)</translation>
    </message>
    <message>
        <source>This pair was distilled for this number of steps.</source>
        <translation>이 모델 쌍은 이 단계 수에 맞춰 증류되었습니다.</translation>
    </message>
    <message>
        <source>This pair defines its own guidance for each noise level.</source>
        <translation>이 모델 쌍은 노이즈 수준마다 자체 가이던스를 사용합니다.</translation>
    </message>
    <message>
        <source>Settings that rarely need changing</source>
        <translation>거의 바꾸지 않는 설정</translation>
    </message>
    <message>
        <source>“%1” is not a list of numbers such as 1, 0.75, 0.5.</source>
        <translation>“%1”은(는) 1, 0.75, 0.5와 같은 숫자 목록이 아닙니다.</translation>
    </message>
    <message>
        <source>As many as there are noise levels, under Advanced.</source>
        <translation>고급에 있는 노이즈 수준의 개수와 같습니다.</translation>
    </message>
</context>
<context>
    <name>fb::ui::WatchedView</name>
    <message>
        <source>No folder is watched for models</source>
        <translation>감시하는 모델 폴더가 없습니다</translation>
    </message>
    <message>
        <source>Watched folders</source>
        <translation>감시하는 폴더</translation>
    </message>
    <message>
        <source>Watch folder…</source>
        <translation>폴더 감시…</translation>
    </message>
    <message>
        <source>Watch a folder of models</source>
        <translation>모델 폴더 감시</translation>
    </message>
    <message>
        <source>Remembered, and searched again when something in it changes. A ComfyUI folder works as it is.</source>
        <translation>기억되며, 내용이 바뀌면 다시 검색합니다. ComfyUI 폴더는 그대로 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>Stop watching %1</source>
        <translation>%1 감시 중지</translation>
    </message>
    <message>
        <source>The folder and its files stay as they are</source>
        <translation>폴더와 파일은 그대로 남습니다</translation>
    </message>
    <message>
        <source>searching…</source>
        <translation>검색 중…</translation>
    </message>
    <message>
        <source>not there at the moment</source>
        <translation>지금은 없음</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>읽을 수 없음</translation>
    </message>
    <message>
        <source>%1 free</source>
        <translation>%1 남음</translation>
    </message>
</context>
<context>
    <name>fb::ui::WeightsEdit</name>
    <message>
        <source>Weights (*.safetensors *.safetensors.index.json);;All files (*)</source>
        <translation>가중치 (*.safetensors *.safetensors.index.json);;모든 파일 (*)</translation>
    </message>
    <message>
        <source>Choose file</source>
        <translation>파일 선택</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>파일 선택…</translation>
    </message>
    <message>
        <source>Use no weights</source>
        <translation>가중치 사용 안 함</translation>
    </message>
    <message>
        <source>Use no weights here</source>
        <translation>여기서는 가중치를 사용하지 않습니다</translation>
    </message>
</context>
<context>
    <name>fb::ui::WhereToGet</name>
    <message>
        <source>The large model and everything it needs: the folders transformer, text_encoder, tokenizer and vae.</source>
        <translation>큰 모델과 딸린 구성 요소 전체: transformer, text_encoder, tokenizer, vae 폴더.</translation>
    </message>
    <message>
        <source>The small model: together with the repository above, the folder transformer is enough. To use it on its own, take the same four folders.</source>
        <translation>작은 모델: 위 저장소와 함께라면 transformer 폴더만으로 충분합니다. 단독으로는 같은 네 폴더가 있습니다.</translation>
    </message>
    <message>
        <source>Open %1 in the browser</source>
        <translation>브라우저에서 %1 열기</translation>
    </message>
    <message>
        <source>Makes clips from an image: take the same four folders and image_encoder. There is no small model for it, so it runs alone.</source>
        <translation>그림에서 클립을 만듭니다: 같은 네 폴더와 image_encoder. 짝이 되는 작은 모델이 없어 단독으로 실행됩니다.</translation>
    </message>
    <message>
        <source>Single files that include the VAE: ltxv-13b-0.9.8-dev.safetensors is the large model, ltxv-2b-0.9.8-distilled.safetensors the small one. ltxv-spatial-upscaler-0.9.8.safetensors is the latent upsampler for runs in two passes. Take only these files: the repository holds all versions.</source>
        <translation>VAE까지 담긴 단일 파일: ltxv-13b-0.9.8-dev.safetensors가 큰 모델, ltxv-2b-0.9.8-distilled.safetensors가 작은 모델입니다. ltxv-spatial-upscaler-0.9.8.safetensors는 2패스 작업에 쓰는 잠재 업샘플러입니다. 저장소에는 모든 버전이 있으니 이 파일들만 받으세요.</translation>
    </message>
    <message>
        <source>The folders tokenizer and text_encoder, which work for every version. With transformer and vae, it is also a small model.</source>
        <translation>모든 버전에 쓸 수 있는 tokenizer, text_encoder 폴더. transformer와 vae까지 받으면 작은 모델로도 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>The models are published on Hugging Face. A pair needs a large and a small transformer of one family, and one text encoder, tokenizer and VAE for both. Pickle files (.pth) are refused because opening one can run arbitrary code; use .safetensors.</source>
        <translation>모델은 Hugging Face에 공개되어 있습니다. 모델 쌍에는 같은 계열의 큰 트랜스포머와 작은 트랜스포머, 그리고 둘이 함께 쓰는 텍스트 인코더, 토크나이저, VAE가 필요합니다. Pickle 파일(.pth)은 여는 것만으로 임의의 코드가 실행될 수 있어 거부됩니다. .safetensors를 사용하세요.</translation>
    </message>
    <message>
        <source>WAN 2.1</source>
        <translation>WAN 2.1</translation>
    </message>
    <message>
        <source>The two text-to-video models share one latent space and form a pair.</source>
        <translation>텍스트에서 동영상을 만드는 두 모델은 잠재 공간을 공유하며 한 쌍을 이룹니다.</translation>
    </message>
    <message>
        <source>LTX-Video</source>
        <translation>LTX-Video</translation>
    </message>
    <message>
        <source>Versions 0.9.0 and 0.9.1 share one latent space, 0.9.5 to 0.9.8 another. Both models of a pair must use the same one; 13B 0.9.8 dev with 2B 0.9.8 distilled is a good pair.</source>
        <translation>버전 0.9.0과 0.9.1이 한 잠재 공간을, 0.9.5~0.9.8이 다른 잠재 공간을 공유합니다. 한 쌍의 두 모델은 잠재 공간이 같아야 합니다. 13B 0.9.8 dev와 2B 0.9.8 distilled가 좋은 조합입니다.</translation>
    </message>
    <message>
        <source>Licence: Apache 2.0.</source>
        <translation>라이선스: Apache 2.0.</translation>
    </message>
    <message>
        <source>Licence: that of LTX-Video, in its repository; of the text encoder, Apache 2.0.</source>
        <translation>라이선스: LTX-Video의 라이선스(저장소 참조). 텍스트 인코더는 Apache 2.0.</translation>
    </message>
    <message>
        <source>As single files, a pair takes about %1.</source>
        <translation>단일 파일로 모델 쌍 하나는 약 %1입니다.</translation>
    </message>
    <message>
        <source>Only %1 are free where models go.</source>
        <translation>모델을 둘 곳에 %1밖에 남지 않았습니다.</translation>
    </message>
    <message>
        <source>%1 are free where models go.</source>
        <translation>모델을 둘 곳에 %1 남아 있습니다.</translation>
    </message>
    <message>
        <source>Everything as single files: from split_files, take diffusion_models/wan2.1_t2v_14B_fp8_scaled.safetensors, which suits a GPU with 12 or 16 GB, or, for a larger one, wan2.1_t2v_14B_fp16.safetensors; and with either, diffusion_models/wan2.1_t2v_1.3B_fp16.safetensors, text_encoders/umt5_xxl_fp8_e4m3fn_scaled.safetensors and vae/wan_2.1_vae.safetensors.</source>
        <translation>모두 단일 파일입니다. split_files에서 12GB 또는 16GB GPU에는 diffusion_models/wan2.1_t2v_14B_fp8_scaled.safetensors를, 더 큰 GPU에는 wan2.1_t2v_14B_fp16.safetensors를 받으세요. 어느 쪽이든 diffusion_models/wan2.1_t2v_1.3B_fp16.safetensors, text_encoders/umt5_xxl_fp8_e4m3fn_scaled.safetensors, vae/wan_2.1_vae.safetensors도 필요합니다.</translation>
    </message>
    <message>
        <source>The text encoder as a single file: t5xxl_fp16.safetensors or, at half the size, t5xxl_fp8_e4m3fn_scaled.safetensors. The tokenizer is in the next repository.</source>
        <translation>단일 파일 텍스트 인코더: t5xxl_fp16.safetensors 또는 크기가 절반인 t5xxl_fp8_e4m3fn_scaled.safetensors. 토크나이저는 다음 저장소에 있습니다.</translation>
    </message>
    <message>
        <source>As single files, a pair takes about %1, or %2 with the large model in 16 bits.</source>
        <translation>단일 파일로 모델 쌍 하나는 약 %1, 큰 모델이 16비트이면 %2입니다.</translation>
    </message>
</context>
</TS>
