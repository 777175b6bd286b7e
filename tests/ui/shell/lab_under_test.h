// SPDX-License-Identifier: MIT
// The window for finding boundaries, opened from the Studio's: with any engine, or with one that samples nothing.
#pragma once

#include "lab/lab_window.h"
#include "stages/stage_panel.h"
#include "studio_fixture.h"
#include "sweep_engine.h"

#include <QAction>
#include <QApplication>
#include <QDragEnterEvent>
#include <QFile>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>

#include <cmath>
#include <memory>

namespace fb::ui {

// Bases of test classes, beside QObject.
class LabFixture : protected StudioFixture {
protected:
  void openLab() {
    find<QAction>("findBoundariesAction")->trigger();
    m_lab = m_window->findChild<LabWindow*>();
    QVERIFY(m_lab && m_lab->isVisible());
  }
  template <class T>
  T* lab(const char* name) {
    auto* found = m_lab->findChild<T*>(QLatin1String(name));
    if (!found) qFatal("no %s in the lab", name);
    return found;
  }

  LabWindow* m_lab = nullptr;
};

class LabUnderTest : protected LabFixture {
protected:
  void begin() {
    m_sweepEngine = std::make_shared<SweepEngine>();
    openStudio();
  }
  void end() {
    m_sweepEngine->steps.open();
    leave();
  }
  void openStudio() {
    open([engine = m_sweepEngine](Error&) { return engine; });
    // Next to the fixture's own folder, not the user's.
    m_settings->setRunsFolder(m_folder->filePath("runs"));
    QTRY_VERIFY(find<QAction>("generateAction")->isEnabled());
    // Everything that the pair brings with it has been asked for.
    QTRY_VERIFY(isKept());
  }
  QPushButton* startButton() { return lab<QPushButton>("sweepStart"); }
  void setGrid(const char* early, const char* late) {
    lab<QLineEdit>("sweepEarly")->setText(early);
    lab<QLineEdit>("sweepLate")->setText(late);
  }
  void useFolder(const QString& folder) {
    auto* path = lab<QWidget>("sweepFolder")->findChild<QLineEdit*>("pathEdit");
    path->setText(folder);
    QTest::keyClick(path, Qt::Key_Return);
  }
  void typeWeights(const char* name, const QString& file) {
    auto* path = lab<QWidget>(name)->findChild<QLineEdit*>("pathEdit");
    path->setText(file);
    QTest::keyClick(path, Qt::Key_Return);
  }
  QString weightsIn(const char* name) { return lab<QWidget>(name)->findChild<QLineEdit*>("pathEdit")->text(); }
  static void drop(QWidget* field, const QString& file) {
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(file)});
    QDragEnterEvent enter({2, 2}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(field, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent dropped({2, 2}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(field, &dropped);
  }
  bool measure() {
    QSignalSpy finished(m_studio->sweeps(), &SweepRunner::finished);
    if (!QTest::qWaitFor([this] { return startButton()->isEnabled(); })) return false;
    startButton()->click();
    return QTest::qWaitFor([&] { return finished.count() > 0; }, 20'000);
  }
  const StageSchedule& schedule() { return m_window->findChild<StagePanel*>()->schedule(); }
  SweepCandidate steps() { return {schedule().earlySteps(), schedule().lateSteps()}; }
  QString share(int part) { return percentOf(part / 10.); }
  static QString percentOf(double value) {
    return QString("%1%2%").arg(std::lround(value * 100)).arg(QChar(QChar::Nbsp));
  }
  static void write(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
  }

  std::shared_ptr<SweepEngine> m_sweepEngine;
};

}  // namespace fb::ui
