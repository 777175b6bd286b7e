// SPDX-License-Identifier: MIT
#include "widgets/replace_question.h"

#include <QAbstractButton>
#include <QMessageBox>
#include <QTest>
#include <QWidget>

using namespace fb::ui;

class TestReplaceQuestion : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void init() {
    m_agreed = 0;
    m_parent.show();
    askToReplace(QStringLiteral("/clips/<b>a</b>.csv"), QStringLiteral("Save the plot"), &m_parent,
                 [this] { ++m_agreed; });
    QTRY_VERIFY(box() && box()->isVisible());
  }
  void cleanup() { QTRY_VERIFY(!box()); }

  void itNamesTheFileAsItIs() {
    QVERIFY2(box()->text().startsWith("/clips/<b>a</b>.csv already exists."), qPrintable(box()->text()));
    QCOMPARE(box()->textFormat(), Qt::PlainText);
    QCOMPARE(m_agreed, 0);
    box()->close();
  }

  void onlyReplaceReplaces() {
    for (auto* button : box()->buttons())
      if (box()->buttonRole(button) == QMessageBox::DestructiveRole) button->click();
    QTRY_COMPARE(m_agreed, 1);
  }

  void enterAndEscapeKeep_data() {
    QTest::addColumn<Qt::Key>("key");
    QTest::newRow("Enter") << Qt::Key_Return;
    QTest::newRow("Escape") << Qt::Key_Escape;
  }
  void enterAndEscapeKeep() {
    QFETCH(Qt::Key, key);
    QTest::keyClick(box(), key);
    QTRY_VERIFY(!box());
    QCOMPARE(m_agreed, 0);
  }

private:
  QMessageBox* box() const { return m_parent.findChild<QMessageBox*>(QStringLiteral("replaceQuestion")); }

  QWidget m_parent;
  int m_agreed = 0;
};

QTEST_MAIN(TestReplaceQuestion)
#include "tst_replace_question.moc"
