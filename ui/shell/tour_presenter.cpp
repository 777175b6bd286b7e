// SPDX-License-Identifier: MIT
#include "shell/tour_presenter.h"

#include "help/tour.h"
#include "settings/settings.h"

#include <QWidget>

#include <utility>

namespace fb::ui {

TourPresenter::TourPresenter(Parts parts, QObject* parent) : QObject(parent), m_parts(std::move(parts)) {}

void TourPresenter::start() {
  m_parts.showPanels();
  if (!m_tour) {
    m_tour = new Tour(m_parts.theme, m_parts.window);
    connect(m_tour, &Tour::ended, this, [this] { m_parts.settings->setTourTaken(true); });
  }
  m_tour->start(
      {{m_parts.prompt, [] { return tr("Say what the clip shows"); },
        [] {
          return tr(
              "Describe it here, or take the example. Size, length and presets that fit this pair of models are "
              "below. Ctrl+Return generates the clip.");
        }},
       {m_parts.stages, [] { return tr("Share the steps"); },
        [] {
          return tr(
              "The large model takes the first and the last steps, the small one those between. Drag the two "
              "handles: fewer large steps take less time, more come nearer to the large model's clip. The curve "
              "shows how much the models differ.");
        }},
       {m_parts.preview, [] { return tr("Watch it grow"); },
        [] {
          return tr(
              "The clip appears here while it is made. Finished ones are saved as videos by themselves and stay "
              "in the history, where two of them can be compared.");
        }}});
}

void TourPresenter::welcome() {
  if (!m_parts.settings->tourTaken()) start();
}

}  // namespace fb::ui
