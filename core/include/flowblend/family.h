// SPDX-License-Identifier: MIT
// The model families: what a pair of each consists of and what its clips can be. Known without a file or the engine.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fb {

// A family by the name that documents give it. Any name is a value; findFamily() tells whether it is known.
class Family {
public:
  Family() = default;  // "wan", which documents mean that name none
  explicit Family(std::string id) : m_id(std::move(id)) {}

  const std::string& id() const { return m_id; }
  bool operator==(const Family&) const = default;

private:
  std::string m_id = "wan";
};

// What a file or folder holds, by the name that people give it: "WAN transformer".
class ComponentKind {
public:
  ComponentKind() = default;
  ComponentKind(std::string_view name) : m_name(name) {}  // NOLINT(google-explicit-constructor): it is its name

  const std::string& name() const { return m_name; }
  friend bool operator==(const ComponentKind&, const ComponentKind&) = default;

private:
  std::string m_name;
};

// Which images a pair's clips pass through: none, exactly one that is the first frame, any number at any place.
enum class ImageUse { None, FirstFrame, AnyFrame };

// What a family's VAE, transformers and text encoder take. The defaults limit nothing.
struct FamilyLimits {
  int sideMultiple = 1;
  int frameRatio = 1;  // frames are a multiple of it, plus 1
  int textLength = 0;  // tokens that the transformers are given
  ImageUse images = ImageUse::None;
};

struct FamilyInfo {
  Family family;
  std::string name;    // "WAN", as in the names of pairs
  std::string models;  // "WAN 2.1": the models that it knows

  // What the parts of its pairs must be; absent: its pairs have no such part. All take the same kind of tokenizer.
  ComponentKind transformer, textEncoder, vae;
  std::optional<ComponentKind> imageEncoder;
  std::optional<ComponentKind> upsampler;
  bool severalVaes = false;  // its models were published with different ones

  FamilyLimits limits;                          // of a pair without an image encoder
  ImageUse imagesWithEncoder = ImageUse::None;  // of a pair with one
};

// Those that the program comes with, then those that were added (engine/family.h), in that order. The pointers hold as
// long as the process. Any thread may call.
std::vector<const FamilyInfo*> families();
// Null for a family that is not known.
const FamilyInfo* findFamily(const Family& family);
// The known family of that name.
std::optional<Family> familyFromString(std::string_view id);

}  // namespace fb
