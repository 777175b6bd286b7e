// SPDX-License-Identifier: MIT
#include "text/clip_names.h"

#include <QtTest>

using namespace fb;
using namespace fb::ui;

class TestClipNames : public QObject {
  Q_OBJECT
  static GenerationRequest asked(const char* prompt) {
    GenerationRequest request;
    request.clip.prompt = prompt;
    request.clip.width = 832;
    request.clip.height = 480;
    request.sampling.seed = 4189;
    request.sampling.schedule = {.4, .2, 50};
    request.pair.name = "WAN 2.1/14B";
    return request;
  }
  static QString name(const QString& pattern, const char* prompt) {
    return clipFileName(pattern, asked(prompt), QDateTime({2026, 11, 27}, {6, 11, 9}));
  }

private Q_SLOTS:
  void schedulesInShort() {
    QCOMPARE(scheduleWords({.4, .2, 50}), QString("LSL 40/20"));
    QCOMPARE(scheduleWords({.4, 0, 50}), QString("LSS 40"));
    QCOMPARE(scheduleWords({0, .2, 50}), QString("SLL 20"));
    QCOMPARE(scheduleWords({1, 0, 50}), QString("LLL"));
    QCOMPARE(scheduleWords({0, 0, 50}), QString("SSS"));
  }

  void presetsAreShapes() {
    for (const auto preset : kSchedulePresets) QVERIFY(presetOf(StageSchedule::fromPreset(preset, 30)) == preset);
    QVERIFY(presetOf({.1, .7, 30}) == SchedulePreset::LSL);
    QVERIFY(presetOf({.5, .5, 30}) == SchedulePreset::LLL);
    QVERIFY(presetOf({.001, .001, 30}) == SchedulePreset::SSS);
  }

  void everyPartIsReplaced() {
    QCOMPARE(name(QString::fromLatin1(kNamePattern), "a red star"), QString("2026-11-27/a red star LSL 40-20 4189"));
    QString all;
    for (const char* part : kNameParts) all += QStringLiteral("{%1}_").arg(QLatin1String(part));
    QCOMPARE(name(all, "x"), QString("2026-11-27_06-11-09_x_LSL 40-20_4189_WAN 2.1 14B_832x480_"));
    QCOMPARE(name("{what} {prompt}", "x"), QString("{what} x"));
  }

  void whatAPromptSaysIsNoPath() {
    QCOMPARE(name("{prompt}", "../../etc/passwd"), QString("etc passwd"));
    QCOMPARE(name("{prompt}", "../../../../../x"), QString("x"));
    QCOMPARE(name("{prompt}", "/abs: a*b?\"c\"<d>|e\\f\n\tg\x01"), QString("abs a b c d e f g"));
    QCOMPARE(name("{prompt}", "..."), QString("clip"));
    QCOMPARE(name("{prompt}", ""), QString("clip"));
    QCOMPARE(name("a/{prompt}/b", ""), QString("a/b"));
    QCOMPARE(name("../{prompt}/./x", "{seed}"), QString("{seed}/x"));
    QCOMPARE(name("/tmp/{seed}", ""), QString("tmp/4189"));
    QCOMPARE(name("{prompt}", ".hidden."), QString("hidden"));
  }

  void shortNamesEndAtAWord() {
    QCOMPARE(shortFileName("A red star; turns!"), QString("a-red-star-turns"));
    QCOMPARE(shortFileName("a red star moves right on a striped blue background"),
             QString("a-red-star-moves-right-on-a-striped-blue"));
    QCOMPARE(shortFileName("?!"), QString("clip"));
    QCOMPARE(shortFileName(""), QString("clip"));
    QCOMPARE(shortFileName(QString(90, u'x')), QString(48, u'x'));
  }

  // For reports, from which it is taken out.
  void whatStandsForThePromptIsKnown() {
    for (const char* prompt : {"a red star", "../../etc/passwd", "a: \"b\" <c>",
                               "A polar bear plays the guitar on an ice floe, northern lights above, slow dolly"})
      QCOMPARE(name("{prompt}", prompt), promptInFileName(QString::fromUtf8(prompt)));
  }

  void longPromptsEndAtAWord() {
    const auto cut =
        name("{prompt}", "A polar bear plays the guitar on an ice floe, northern lights above, slow dolly");
    QCOMPARE(cut, QString("A polar bear plays the guitar on an ice floe, northern"));
    for (const char* unit : {"é", "北", "😀", "😀 ", "\u202e"}) {
      const auto long_ = name("{prompt} {prompt} {prompt} {prompt}", QString::fromUtf8(unit).repeated(300).toUtf8());
      QVERIFY2(long_.toUtf8().size() <= 200, unit);
      QVERIFY(!long_.isEmpty());
      QCOMPARE(QString::fromUtf8(long_.toUtf8()), long_);
    }
  }
};

QTEST_GUILESS_MAIN(TestClipNames)
#include "tst_clip_names.moc"
