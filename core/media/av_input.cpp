// SPDX-License-Identifier: MIT
#include "media/av_input.h"

extern "C" {
#include <libavformat/avformat.h>
}

#include <new>

namespace fb::media {

AvInput openInput(const std::filesystem::path& path, const char* containers,
                  const std::function<Error(const std::string& reason)>& notOne) {
  const auto check = [&path](int code) { return checkAv(code, "read", path, ErrorKind::Corrupt); };
  AvInput input;
  AVIOContext* opened = nullptr;
  check(avio_open(&opened, avUrl(path).c_str(), AVIO_FLAG_READ));
  input.file.reset(opened);
  const AVInputFormat* container = nullptr;
  int code = av_probe_input_buffer2(opened, &container, "", nullptr, 0, 0);
  if (opened->error && opened->error != AVERROR_EOF) check(opened->error);
  if (code >= 0) {
    auto* context = avformat_alloc_context();
    if (!context) throw std::bad_alloc();
    context->pb = opened;
    AVDictionary* options = nullptr;
    av_dict_set(&options, "format_whitelist", containers, 0);
    av_dict_set(&options, "protocol_whitelist", "file", 0);
    code = avformat_open_input(&context, avUrl(path).c_str(), container, &options);
    av_dict_free(&options);
    if (code >= 0) input.format.reset(context);
  }
  if (code == AVERROR_INVALIDDATA || code == AVERROR(EINVAL) || code == AVERROR_EOF)
    throw Failure(notOne(avReason(code)));
  check(code);
  return input;
}

}  // namespace fb::media
