// SPDX-License-Identifier: MIT
// The list of LoRAs, as someone uses it.
#include "panel_under_test.h"
#include "prompt/lora_list.h"
#include "prompt/lora_row.h"
#include "prompt/preset_store.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QSignalSpy>
#include <QSlider>
#include <QToolButton>
#include <QUrl>

using namespace fb;
using namespace fb::ui;

class TestLoras : public QObject, PanelUnderTest {
  Q_OBJECT
private Q_SLOTS:
  void cleanupTestCase() { m_theme.reset(); }

  void init() {
    PairSpec pair;
    pair.name = "Toy";
    open(pair, {340, 900});
  }
  void cleanup() { close(); }

  void areAddedChangedAndRemovedWithUndo() {
    m_panel->addLora({"/loras/style.safetensors", 1, LoraTarget::Large});
    QCOMPARE(loras(), (std::vector<Lora>{{"/loras/style.safetensors", 1, LoraTarget::Large}}));
    type(row(0)->findChild<QDoubleSpinBox*>("loraStrengthSpin"), QLocale().toString(1.5));
    QCOMPARE(loras()[0].strength, 1.5);
    QCOMPARE(row(0)->findChild<QSlider*>("loraStrengthSlider")->value(), 150);
    auto* target = row(0)->findChild<QComboBox*>("loraTargetCombo");
    target->setFocus();
    QTest::keyClick(target, Qt::Key_End);
    QVERIFY(loras()[0].target == LoraTarget::Late);
    auto* remove = row(0)->findChild<QToolButton*>("removeLoraButton");
    remove->setFocus();
    QTest::keyClick(remove, Qt::Key_Space);
    QVERIFY(loras().empty());
    m_stack->undo();
    QCOMPARE(loras(), (std::vector<Lora>{{"/loras/style.safetensors", 1.5, LoraTarget::Late}}));
    m_stack->undo();
    QVERIFY(loras()[0].target == LoraTarget::Large);
    m_stack->undo();
    QCOMPARE(loras()[0].strength, 1);
    m_stack->undo();
    QVERIFY(loras().empty());
    m_stack->redo();
    QCOMPARE(loras().size(), 1u);
  }

  void theSliderSetsTheStrength() {
    m_panel->addLora({"/loras/style.safetensors"});
    auto* slider = row(0)->findChild<QSlider*>("loraStrengthSlider");
    slider->setFocus();
    QTest::keyClick(slider, Qt::Key_Left);
    QCOMPARE(loras()[0].strength, 0.95);
    QCOMPARE(row(0)->findChild<QDoubleSpinBox*>("loraStrengthSpin")->value(), 0.95);
    QTest::keyClick(slider, Qt::Key_Home);
    QCOMPARE(loras()[0].strength, 0);
  }

  void aRequestsStrengthKeepsItsDigits() {
    GenerationRequest request;
    request.sampling.loras = {{"/loras/a.safetensors", 0.1 + 0.2, LoraTarget::Small}, {"/loras/b.safetensors", -7.125}};
    m_panel->setRequest(request);
    QCOMPARE(loras(), request.sampling.loras);
    QCOMPARE(m_panel->findChildren<LoraRow*>().size(), 2);
  }

  void filesAreOfferedByDrop() {
    QSignalSpy offered(m_panel.get(), &PromptPanel::lorasOffered);
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile("/loras/a.safetensors"), QUrl::fromLocalFile("/loras/readme.txt"),
                  QUrl::fromLocalFile("/loras/B.SafeTensors")});
    auto* list = find<LoraList>("loraList");
    QDragEnterEvent enter({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(list, &enter);
    QVERIFY(enter.isAccepted());
    QVERIFY(find<QLabel>("loraHint")->isVisible());
    QDropEvent drop({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(list, &drop);
    QVERIFY(!find<QLabel>("loraHint")->isVisible());
    QCOMPARE(offered.size(), 1);
    QCOMPARE(offered[0][0].toStringList(), (QStringList{"/loras/a.safetensors", "/loras/B.SafeTensors"}));
    QMimeData text;
    text.setUrls({QUrl::fromLocalFile("/loras/readme.txt")});
    QDragEnterEvent other({5, 5}, Qt::CopyAction, &text, Qt::LeftButton, {});
    other.ignore();
    QCoreApplication::sendEvent(list, &other);
    QVERIFY(!other.isAccepted());
  }

  void eachTellsWhatItDoes() {
    m_panel->addLora({"/loras/a.safetensors"});
    m_panel->addLora({"/loras/b.safetensors", 1, LoraTarget::Small});
    QVERIFY(!verdict(0)->isVisible());
    m_panel->setLoraReports({{"/loras/a.safetensors", "LoRA", 300, 298, 32, 16, {"x.7", "x.8"}, {}},
                             {"/loras/b.safetensors", {}, 0, 0, 0, {}, {}, "/loras/b.safetensors is not a LoRA"}});
    QCOMPARE(verdict(0)->text(), QString("LoRA: 298 of 300 layers, rank 32, alpha 16"));
    QVERIFY(verdict(0)->toolTip().contains("x.8"));
    QCOMPARE(verdict(0)->property("role").toString(), QString("warning"));
    QCOMPARE(verdict(1)->text(), QString("/loras/b.safetensors is not a LoRA"));
    QCOMPARE(verdict(1)->property("role").toString(), QString("error"));
    m_panel->setLoraReports({{"/loras/a.safetensors", "LoRA", 300, 300, 32, {}, {}, {}}});  // of an earlier list
    QVERIFY(verdict(1)->isVisible());
    m_panel->setLoraReports({{"/loras/a.safetensors", "DoRA", 300, 300, 32, {}, {}, {}},
                             {"/loras/b.safetensors", "difference", 2, 2, 0, {}, {}, {}}});
    QCOMPARE(verdict(0)->text(), QString("DoRA: 300 of 300 layers, rank 32, no alpha: scale 1"));
    QCOMPARE(verdict(1)->text(), QString("difference: 2 of 2 layers"));
    m_panel->setLoraReports({{"/loras/a.safetensors", "LoRA", 324, 324, 32, 16, {}, {}, 24},
                             {"/loras/b.safetensors", "difference", 2, 2, 0, {}, {}, {}, 2}});
    QCOMPARE(verdict(0)->text(), QString("LoRA: 324 of 324 layers, 24 of them in the text encoder, rank 32, alpha 16"));
    QCOMPARE(verdict(1)->text(), QString("difference: 2 of 2 layers, 2 of them in the text encoder"));
  }

  void presetsHaveThem() {
    const std::vector<Lora> all{{"/loras/a.safetensors", 0.1 + 0.2, LoraTarget::Early},
                                {"/loras/b.safetensors", -1, LoraTarget::Small}};
    GenerationRequest request;
    request.sampling.loras = all;
    const auto preset = Preset::fromValues("mine", PromptValues::fromRequest(request, false));
    const auto read = Preset::fromJson(preset.toJson());
    QVERIFY(read);
    QCOMPARE(read->appliedTo({}).sampling.loras, all);
  }

private:
  std::vector<Lora> loras() const { return m_panel->request().sampling.loras; }
  LoraRow* row(int index) const {
    // Rows that were removed go with the next events.
    QCoreApplication::sendPostedEvents();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    return m_panel->findChildren<LoraRow*>().at(index);
  }
  QLabel* verdict(int index) const { return row(index)->findChild<QLabel*>("loraVerdict"); }
};

QTEST_MAIN(TestLoras)
#include "tst_loras.moc"
