// SPDX-License-Identifier: MIT
// The model families: what a pair consists of and which clips it can make. Needs neither files nor the engine.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fb {

// A family, identified by its name in documents. Any name is allowed; findFamily() tells whether it is known.
class Family {
public:
  Family() = default;  // "wan", the family of documents that name none
  explicit Family(std::string id) : m_id(std::move(id)) {}

  const std::string& id() const { return m_id; }
  bool operator==(const Family&) const = default;

private:
  std::string m_id = "wan";
};

// What a file or folder contains, by its display name: "WAN transformer".
class ComponentKind {
public:
  ComponentKind() = default;
  ComponentKind(std::string_view name) : m_name(name) {}  // NOLINT(google-explicit-constructor): it is its name

  const std::string& name() const { return m_name; }
  friend bool operator==(const ComponentKind&, const ComponentKind&) = default;

private:
  std::string m_name;
};

// Which images a pair accepts: none, exactly one as the first frame, or any number at any frame.
enum class ImageUse { None, FirstFrame, AnyFrame };

// What a family's VAE, transformers and text encoder accept. The defaults impose no limit.
struct FamilyLimits {
  int sideMultiple = 1;
  int frameRatio = 1;  // the number of frames is a multiple of it, plus 1
  int textLength = 0;  // number of text tokens passed to the transformers
  ImageUse images = ImageUse::None;
};

struct FamilyInfo {
  Family family;
  std::string name;    // "WAN", as used in pair names
  std::string models;  // "WAN 2.1": the supported models

  // The kind of each part of its pairs; absent: its pairs have no such part. All use the same kind of tokenizer.
  ComponentKind transformer, textEncoder, vae;
  std::optional<ComponentKind> imageEncoder;
  std::optional<ComponentKind> upsampler;
  bool severalVaes = false;  // its models were published with different VAEs

  FamilyLimits limits;                          // of a pair without an image encoder
  ImageUse imagesWithEncoder = ImageUse::None;  // of a pair with one
};

// The built-in families, then those registered later (engine/family.h), in that order. The pointers stay valid for the
// lifetime of the process. Any thread may call.
std::vector<const FamilyInfo*> families();
// Null if the family is unknown.
const FamilyInfo* findFamily(const Family& family);
// The known family with that name.
std::optional<Family> familyFromString(std::string_view id);

}  // namespace fb
