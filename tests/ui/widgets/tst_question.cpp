// SPDX-License-Identifier: MIT
#include "widgets/question.h"

#include <QAbstractButton>
#include <QMessageBox>
#include <QTest>
#include <QWidget>

using namespace fb::ui;

class TestQuestion : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void init() {
    m_agreed = 0;
    m_parent.show();
  }
  void cleanup() { QTRY_VERIFY(!box()); }

  void itNamesTheFileAsItIs() {
    askAboutAFile();
    QVERIFY2(box()->text().startsWith("/clips/<b>a</b>.csv already exists."), qPrintable(box()->text()));
    QCOMPARE(box()->textFormat(), Qt::PlainText);
    QCOMPARE(m_agreed, 0);
    box()->close();
  }

  void onlyReplaceReplaces() {
    askAboutAFile();
    for (auto* button : box()->buttons())
      if (box()->buttonRole(button) == QMessageBox::DestructiveRole) button->click();
    QTRY_COMPARE(m_agreed, 1);
  }

  void enterAndEscapeKeepAFile_data() {
    QTest::addColumn<Qt::Key>("key");
    QTest::newRow("Enter") << Qt::Key_Return;
    QTest::newRow("Escape") << Qt::Key_Escape;
  }
  void enterAndEscapeKeepAFile() {
    QFETCH(Qt::Key, key);
    askAboutAFile();
    QTest::keyClick(box(), key);
    QTRY_VERIFY(!box());
    QCOMPARE(m_agreed, 0);
  }

  void theQuestionSaysWhatEnterDoes_data() {
    QTest::addColumn<Question::Enter>("enter");
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<int>("agreed");
    QTest::newRow("agrees") << Question::Enter::Agrees << Qt::Key_Return << 1;
    QTest::newRow("keeps") << Question::Enter::Keeps << Qt::Key_Return << 0;
    QTest::newRow("Escape always keeps") << Question::Enter::Agrees << Qt::Key_Escape << 0;
  }
  void theQuestionSaysWhatEnterDoes() {
    QFETCH(Question::Enter, enter);
    QFETCH(Qt::Key, key);
    QFETCH(int, agreed);
    ask({kName, QStringLiteral("Presets"), QStringLiteral("Delete <b>web</b>?"), QStringLiteral("&Delete"), enter},
        &m_parent, [this] { ++m_agreed; });
    QTRY_VERIFY(box() && box()->isVisible());
    QCOMPARE(box()->text(), QString("Delete <b>web</b>?"));
    QCOMPARE(box()->textFormat(), Qt::PlainText);
    QTest::keyClick(box(), key);
    QTRY_VERIFY(!box());
    QCOMPARE(m_agreed, agreed);
  }

private:
  static constexpr const char* kName = "replaceQuestion";

  void askAboutAFile() {
    askToReplace(QStringLiteral("/clips/<b>a</b>.csv"), QStringLiteral("Save the plot"), &m_parent,
                 [this] { ++m_agreed; });
    QTRY_VERIFY(box() && box()->isVisible());
  }
  QMessageBox* box() const { return m_parent.findChild<QMessageBox*>(QLatin1String(kName)); }

  QWidget m_parent;
  int m_agreed = 0;
};

QTEST_MAIN(TestQuestion)
#include "tst_question.moc"
