// SPDX-License-Identifier: MIT
// A desk with the flow of runs.
#pragma once

#include "desk.h"
#include "runs/queue_panel.h"
#include "shell/run_presenter.h"

#include <QLabel>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include <functional>

namespace fb::ui {

struct RunDesk : Desk {
  using Desk::Desk;

  QueuePanel queuePanel{&theme, studio.queue(), studio.runner(), &window};
  RunPresenter runs{{&window, &studio, &pair, &request, &clip, &queuePanel, &stages, &status, &announcer}};
  QSignalSpy started{studio.runner(), &QueueRunner::runStarted};
  QSignalSpy steps{studio.runner(), &QueueRunner::stepFinished};
  QSignalSpy finished{studio.runner(), &QueueRunner::runFinished};
  QSignalSpy paused{studio.runner(), &QueueRunner::runPaused};

  QString engineState() { return status.findChild<QLabel*>("workerLabel")->text(); }
  QProgressBar* bar() { return status.findChild<QProgressBar*>("queueProgress"); }
  QPushButton* offered() { return notice.findChild<QPushButton*>("noticeAction"); }
  // Does something as soon as the question is on the screen, which has its own event loop.
  void onceAsked(const std::function<void(QMessageBox&)>& act) {
    auto* looking = new QTimer(&window);
    QObject::connect(looking, &QTimer::timeout, &window, [this, looking, act] {
      auto* box = window.findChild<QMessageBox*>();
      if (!box || !box->isVisible()) return;
      looking->stop();
      looking->deleteLater();
      act(*box);
    });
    looking->start(0);
  }
  // Presses a button by its role.
  static void press(QMessageBox& box, QMessageBox::ButtonRole role) {
    for (auto* button : box.buttons())
      if (box.buttonRole(button) == role) return button->click();
    qFatal("no button of that role");
  }
  // Starts a run that pauses once this many of its steps are done.
  bool generateUpTo(int stepsDone) {
    engine->steps.close(stepsDone);
    runs.generate();
    return QTest::qWaitFor([&] { return steps.count() == stepsDone && engine->steps.isHolding(); });
  }
};

}  // namespace fb::ui
