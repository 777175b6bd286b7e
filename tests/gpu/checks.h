// SPDX-License-Identifier: MIT
// The parts of the GPU check. Each adds its findings to the report and throws if it cannot continue.
#pragma once

#include "report.h"

#include <ATen/ATen.h>

namespace fb::gpu {

// The card and its limits: copy bandwidth, bf16 products.
void checkDevice(Report& report, at::Device device);
// What a large product in bfloat16 reaches.
double bf16FlopsPerSecond(at::Device device);
// Our own kernels on the activations of a whole clip, each against torch's operations and the rate of a copy.
void checkKernels(Report& report, at::Device device);
// Dequantisation: the CPU's bits, and the speed.
void checkQuantized(Report& report, at::Device device);
// Products in fp8 against their emulation and against bfloat16: each of WAN 14B's, and whole forwards.
void checkFp8(Report& report, at::Device device);
// Every model of tiny size against the CPU, in float32 and bfloat16.
void checkModels(Report& report, at::Device device);
// Whole trajectories of both families with each solver against the CPU, and one that is stopped and continued.
void checkSampling(Report& report, at::Device device);
// The same with each cache, with the guard, and with the probe along the large model's trajectory.
void checkCaches(Report& report, at::Device device);
// Both evaluations of a guided step as a batch of two against two passes; how much of a forward's time the host needs
// to enqueue it, and the same forward as a graph.
void checkGuidance(Report& report, at::Device device);
// Whole trajectories replayed as graphs against plain ones, and a graph that is dropped while the device replays it.
void checkGraphs(Report& report, at::Device device);
// What the allocator counts against what was asked for, a device that is full, a recording that fails or does not fit.
// On the CPU, the counting alone. Leaves an allocator that may give nothing back.
void checkMemory(Report& report, at::Device device);
// Work that makes the GPU fail: it is told as such, and everything that waits for the GPU can still end. Leaves a
// process that can no longer use the GPU. Nothing on the CPU.
void checkFailure(Report& report, at::Device device);
// The published transformers' shapes: time, fraction of the card's bf16 rate, memory.
void checkTransformers(Report& report, at::Device device);
// Streamed blocks against resident ones: bit-identical at tiny size, and the time and memory of WAN 14B.
void checkStreaming(Report& report, at::Device device);
// Whole trajectories of WAN 14B with 1.3B at 832x480x81.
void checkRuns(Report& report, at::Device device);
// Decoding 81 frames of 832x480 and 1280x720; what TF32 and bfloat16 save there and what they change.
void checkDecoding(Report& report, at::Device device);

}  // namespace fb::gpu
