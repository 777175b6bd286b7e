// SPDX-License-Identifier: MIT
// The tour of the main window: what it shows, and that it is shown by itself only once.
#pragma once

#include <QObject>

#include <functional>

class QWidget;

namespace fb::ui {

class Settings;
class Theme;
class Tour;

// Owned by the window; owns none of what it is given. GUI thread.
class TourPresenter : public QObject {
  Q_OBJECT
public:
  struct Parts {
    QWidget* window;
    const Theme* theme;
    Settings* settings;
    QWidget* prompt;
    QWidget* stages;
    QWidget* preview;
    std::function<void()> showPanels;  // brings those that are closed or covered to the front
  };
  explicit TourPresenter(Parts parts, QObject* parent = nullptr);

public Q_SLOTS:
  void start();
  // At the first start of the program only.
  void welcome();

private:
  Parts m_parts;
  Tour* m_tour = nullptr;
};

}  // namespace fb::ui
