// SPDX-License-Identifier: MIT
// Saves clips as files while the window stays usable.
#pragma once

#include "export/export_target.h"
#include "flowblend/export.h"
#include "flowblend/frame.h"
#include "session/export_queue.h"
#include "session/newest.h"

#include <QDialog>
#include <QString>
#include <QTimer>

#include <string>
#include <vector>

class QLabel;
class QLineEdit;
class QPushButton;
class QScrollArea;

namespace fb::ui {

class ElidedLabel;
class EngineHost;
class ExportFields;
class ExportList;
class ExportPresetStore;
class Theme;

// A clip that may be exported.
struct ExportSource {
  Clip clip;  // of one that is made later, its first frame, or nothing
  QString title;
  QString words;         // the second line, which tells it from others
  std::string metadata;  // JSON of the request, embedded if the user wants it; may be empty
  QString folder;        // that is proposed
  QString baseName;      // of the file, without an ending; may begin with folders if there are several clips
  MakeClip make = {};    // if it is made later, of this shape
  ClipShape madeShape = {};
  QString runFolder = {};  // from which it is made, if any

  ClipShape shape() const;
};

// Owned by the window. GUI thread only. Exports go on if it is closed. An existing file is replaced only after Replace
// was pressed. The disk is asked in the background: between Export and the answer, an export is pending.
class ExportDialog : public QDialog {
  Q_OBJECT
public:
  // None is owned; all must outlive this.
  struct Parts {
    const Theme* theme;
    EngineHost* host;
    ExportQueue* queue;
    ExportPresetStore* presets;
    ExportDisk disk = ExportDisk::real();
  };
  explicit ExportDialog(const Parts& parts, QWidget* parent = nullptr);

  void setAvailableFormats(const std::vector<ExportFormat>& formats);
  // What the next export writes; those in the queue have their own. The folder that the user has chosen stays; if its
  // name is taken there, it gets a number, as soon as the disk has answered.
  void setSource(const ExportSource& source);
  // The same for several: each becomes a file of its name in one folder, with a number if there is such a file. Not
  // empty.
  void setSources(const std::vector<ExportSource>& sources);
  ExportOptions options() const;
  QString path() const;
  // Whether the path is a proposal that may still get a number.
  bool isProposed() const { return !m_proposed.isEmpty(); }

  // Exports that are about to be in the queue.
  int pending() const { return m_pending; }
  void cancelPending();

Q_SIGNALS:
  // Instead of being in the queue, one waits for the user's answer.
  void asked();

protected:
  void changeEvent(QEvent* event) override;

private:
  void build();
  void buildSource();
  void retranslate();
  void fitHeight();
  void refresh();
  void refreshTexts();
  QString ending() const;
  void browse();
  // What Export was pressed for.
  struct Order {
    std::vector<ExportSource> sources;
    ExportOptions options;
    ExportTarget target;
    QString path;  // as in the field
    QString ending;
    bool isProposed;  // the path has no number yet
    int shown;
  };
  enum class Question { None, Replace, MakeFolder };

  void begin();
  void decide(const Order& order, ExportTargets::Answer answer);
  void enqueue(const Order& order, bool replaces, bool isNumbered);
  bool isSeveral() const { return m_sources.size() > 1; }
  double estimatedBytes() const;
  void propose(const QString& base);
  void onPathChanged();
  bool isAsking() const;
  void ask(Question question, const QString& text);
  void showMessage(const QString& text, const char* role);
  void hideMessage();

  Parts m_parts;
  std::vector<ExportSource> m_sources = std::vector<ExportSource>(1);
  Question m_question = Question::None;
  QString m_asked;     // the file or folder that it is about
  QString m_proposed;  // the path without its ending, until the disk has told whether it needs a number
  int m_shown = 0;     // counts what was shown
  int m_pending = 0;
  int m_cancelled = 0;  // how often
  int m_grownBy = 0;    // pixels, for the message
  QTimer m_slow;        // since Export was pressed
  Newest m_names;

  QLabel* m_thumbnail;
  ElidedLabel* m_title;
  ElidedLabel* m_words;
  ExportFields* m_fields;
  QScrollArea* m_form;
  ExportList* m_list;
  QLabel* m_pathLabel;
  QLineEdit* m_path;
  QPushButton* m_browse;
  QLabel* m_size;
  QLabel* m_message;
  QPushButton* m_export;
  QPushButton* m_close;
  ExportTargets m_targets;
};

}  // namespace fb::ui
