// SPDX-License-Identifier: MIT
#include "lab/heat_colors.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace fb::ui {
namespace {

constexpr std::array<QRgb, 9> kScale = {0xff00224e, 0xff213b6e, 0xff4c556c, 0xff6c6e72, 0xff8e8978,
                                        0xffb1a570, 0xffc9ba68, 0xffe6d44f, 0xfffee838};

// Of sRGB, as in WCAG 2.
double luminance(const QColor& color) {
  const auto linear = [](double value) {
    return value <= .04045 ? value / 12.92 : std::pow((value + .055) / 1.055, 2.4);
  };
  return .2126 * linear(color.redF()) + .7152 * linear(color.greenF()) + .0722 * linear(color.blueF());
}

}  // namespace

QColor heatColor(double share) {
  const double place = std::clamp(share, 0., 1.) * (kScale.size() - 1);
  const auto lower = std::min(static_cast<std::size_t>(place), kScale.size() - 2);
  const double part = place - static_cast<double>(lower);
  const auto mix = [part](int a, int b) { return static_cast<int>(std::lround(a + (b - a) * part)); };
  const QColor a(kScale[lower]), b(kScale[lower + 1]);
  return {mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue())};
}

QColor inkOn(const QColor& ground) {
  // Where the contrast to black and to white is the same.
  constexpr double kMiddle = .179;
  return luminance(ground) > kMiddle ? Qt::black : Qt::white;
}

}  // namespace fb::ui
