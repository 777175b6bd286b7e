// SPDX-License-Identifier: MIT
#include "help/tour.h"

#include "theme/theme.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace fb::ui;

class TestTour : public QObject {
  Q_OBJECT

  std::unique_ptr<Theme> m_theme;
  std::unique_ptr<QWidget> m_window;
  QWidget *m_left = nullptr, *m_below = nullptr;
  QLineEdit* m_field = nullptr;
  Tour* m_tour = nullptr;

  std::vector<TourStop> stops() const {
    const auto text = [](const char* words) { return [words] { return QString::fromLatin1(words); }; };
    return {{m_left, text("Left"), text("What is on the left, in so many words that they take more than one line.")},
            {m_below, text("Below"), text("What is below.")},
            {m_window.get(), text("All"), text("Everything.")}};
  }
  template <class T>
  T* find(const char* name) const {
    return m_tour->findChild<T*>(QLatin1String(name));
  }
  QString title() const { return find<QLabel>("tourTitle")->text(); }

private Q_SLOTS:
  void initTestCase() { m_theme = std::make_unique<Theme>(*qApp); }
  void cleanupTestCase() { m_theme.reset(); }
  void init() {
    m_window = std::make_unique<QWidget>();
    m_window->resize(900, 600);
    m_left = new QWidget(m_window.get());
    m_left->setGeometry(0, 0, 300, 400);
    m_below = new QWidget(m_window.get());
    m_below->setGeometry(0, 400, 900, 200);
    m_field = new QLineEdit(m_left);
    m_tour = new Tour(m_theme.get(), m_window.get());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    m_window->activateWindow();
    m_field->setFocus();
  }
  void cleanup() { m_window.reset(); }

  void leadsThroughItsStopsByKeysAlone() {
    QVERIFY(!m_tour->isVisible() && !m_tour->isUnderWay());
    QSignalSpy ended(m_tour, &Tour::ended);
    m_tour->start(stops());
    QVERIFY(m_tour->isVisible());
    QCOMPARE(title(), "Left");
    auto* next = find<QPushButton>("tourNext");
    QTRY_VERIFY(next->hasFocus());
    QVERIFY(!find<QPushButton>("tourBack")->isVisible());
    // What screen readers say.
    QVERIFY(m_tour->accessibleName().contains("on the left"));
    QTest::keyClick(next, Qt::Key_Space);
    QCOMPARE(title(), "Below");
    auto* back = find<QPushButton>("tourBack");
    QTest::keyClick(back, Qt::Key_Space);
    QCOMPARE(title(), "Left");
    QTest::keyClick(next, Qt::Key_Space);
    QTest::keyClick(next, Qt::Key_Space);
    QCOMPARE(title(), "All");
    QCOMPARE(next->text(), "Done");
    QVERIFY(!find<QPushButton>("tourSkip")->isVisible());
    QCOMPARE(ended.count(), 0);
    QTest::keyClick(next, Qt::Key_Space);
    QCOMPARE(ended.count(), 1);
    QVERIFY(!m_tour->isVisible());
    QTRY_VERIFY(m_field->hasFocus());
  }

  void returnPressesItsButtons() {
    QSignalSpy ended(m_tour, &Tour::ended);
    m_tour->start(stops());
    auto* next = find<QPushButton>("tourNext");
    QTest::keyClick(next, Qt::Key_Return);
    QCOMPARE(title(), "Below");
    QTest::keyClick(next, Qt::Key_Enter);
    QCOMPARE(title(), "All");
    QTest::keyClick(find<QPushButton>("tourBack"), Qt::Key_Return);
    QCOMPARE(title(), "Below");
    QTest::keyClick(find<QPushButton>("tourSkip"), Qt::Key_Return);
    QCOMPARE(ended.count(), 1);
  }

  void escSkipsIt() {
    QSignalSpy ended(m_tour, &Tour::ended);
    m_tour->start(stops());
    QTest::keyClick(find<QPushButton>("tourNext"), Qt::Key_Escape);
    QCOMPARE(ended.count(), 1);
    QVERIFY(!m_tour->isVisible() && !m_tour->isUnderWay());
    // Once.
    m_tour->skip();
    QCOMPARE(ended.count(), 1);
  }

  void theCardIsInTheWindowAndBesideThePlace() {
    m_tour->start(stops());
    for (const auto& size : {QSize(900, 600), QSize(640, 480), QSize(1600, 1000)}) {
      m_window->resize(size);
      QCoreApplication::processEvents();
      const QRect all = m_window->rect();
      QVERIFY(all.contains(m_tour->geometry()));
      auto* text = find<QLabel>("tourText");
      QVERIFY(text->height() >= text->heightForWidth(text->width()));
    }
    QVERIFY(!m_tour->geometry().intersects(m_left->geometry()));
    find<QPushButton>("tourNext")->click();
    QVERIFY(!m_tour->geometry().intersects(m_below->geometry()));
    // One without any room beside it is covered in part.
    find<QPushButton>("tourNext")->click();
    QVERIFY(m_window->rect().contains(m_tour->geometry()));
  }

  void aPlaceThatFloatsIsExplainedWithoutAFrame() {
    QWidget floating(m_window.get(), Qt::Window);
    floating.show();
    m_tour->start({{&floating, [] { return QStringLiteral("Away"); }, [] { return QStringLiteral("In a window."); }}});
    QCOMPARE(title(), "Away");
    QVERIFY(m_window->rect().contains(m_tour->geometry()));
    m_tour->skip();
  }

  void placesThatAreGoneAreLeftOut() {
    auto some = stops();
    delete m_below;
    m_tour->start(std::move(some));
    find<QPushButton>("tourNext")->click();
    QCOMPARE(title(), "All");
    m_tour->start({});
    QCOMPARE(title(), "All");
  }
};

QTEST_MAIN(TestTour)
#include "tst_tour.moc"
