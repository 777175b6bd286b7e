"""Fails where the Studio asks the disk in a place that is not listed here. A network share may take seconds to answer, and
the window stands still if its thread waits for it: what concerns the user's files is asked on a worker thread
(EngineHost::ask(), WorkerThread). The list gives for each file how often the disk is asked, on which thread, and why."""
import collections
import pathlib
import re
import sys

PATTERN = re.compile(
    r"\b(?:QFile|QFileInfo)::(?:exists|remove|rename|copy|link|moveToTrash)\("
    r"|\bQFileInfo\([^;]*?\)\.(?:isDir|isFile|isSymLink|isWritable|isReadable|size|lastModified|exists|canonicalFilePath|dir\(\)\.exists)\("
    r"|\b\w+\.(?:exists|isDir|isFile|isSymLink|entryList|entryInfoList|isEmpty\(QDir)\b"
    r"|\bQDir\([^;]*?\)\.(?:exists|mkdir|mkpath|rmdir|removeRecursively|entryList|entryInfoList)\("
    r"|\b(?:QFileInfo|QSaveFile|QFile|QTemporaryDir|QTemporaryFile|QStorageInfo|QDirIterator|QFileSystemWatcher|QLockFile|QImageReader) +\w+"
    r"|\b(?:QImage|QPixmap|QIcon) +\w+\((?:path|file|name)\)"
    r"|\b(?:std::filesystem|fs)::(?:exists|is_\w+|space|create_\w+|last_write_time|file_size|remove\w*|rename|copy\w*"
    r"|directory_iterator|recursive_directory_iterator|absolute|canonical|weakly_canonical|equivalent|resize_file)\("
    r"|\bstd::[io]?fstream\b|(?<!\w)::(?:stat|lstat|open|mkdir|access)\(")
# Functions of ours that ask the disk: where they are, and who may call them.
CALLERS = {
    "isTaken": {"ui/session/free_name.cpp", "ui/session/export_session.cpp", "ui/shell/save_presenter.cpp"},
    "freeName": {"ui/session/free_name.cpp", "ui/session/export_session.cpp", "ui/shell/save_presenter.cpp"},
    "runSpace": {"ui/shell/run_folders.cpp", "ui/shell/secondary_windows.cpp"},
    # Whoever saves a video asks about one that this process has just written.
    "stateOfFile": {"ui/runs/run_record.cpp", "ui/runs/history_model.cpp", "ui/shell/run_folders.cpp",
                    "ui/shell/save_presenter.cpp", "ui/shell/studio.cpp"},
    # The preview writes a frame to a file that the user has just named in a file dialog.
    "writeImage": {"ui/widgets/frame_image.cpp", "ui/runs/queue_runner.cpp", "ui/viewer/preview_panel.cpp"},
}
SUFFIXES = {".cpp", ".h"}
WORKER = "on a worker thread"
OWN = "the Studio's own folder, which belongs to this machine"
RESOURCE = "a resource in the program"
NAMED = "a small file that the user has just named in a file dialog, which has read its folder"
# File -> how often, and why.
PLACES = {
    "ui/export/export_target.cpp": (5, WORKER),
    "ui/files/damaged_file.cpp": (2, OWN),
    "ui/files/kept_file.cpp": (3, OWN),
    "ui/files/named_values.cpp": (1, OWN),
    "ui/files/private_files.cpp": (7, OWN),
    "ui/files/state_folder.cpp": (5, OWN),
    "ui/help/about_dialog.cpp": (1, RESOURCE),
    "ui/help/help_window.cpp": (1, RESOURCE),
    "ui/help/log_book.cpp": (2, OWN),
    "ui/help/log_book.h": (1, OWN),
    "ui/help/log_viewer.cpp": (1, NAMED),
    "ui/lab/report_pdf.cpp": (3, WORKER),
    "ui/lab/results_page.cpp": (1, NAMED),
    "ui/lab/sweep_form.cpp": (2, WORKER),
    "ui/pairs/component_scan.cpp": (16, WORKER),
    "ui/pairs/models_page.cpp": (1, WORKER),
    "ui/pairs/watched_folders.cpp": (4, WORKER),
    "ui/pairs/watched_folders.h": (1, "folders in which a search on a worker thread has just found something"),
    "ui/plots/divergence_plot.cpp": (4, NAMED),
    "ui/prompt/image_files.cpp": (5, WORKER),
    "ui/prompt/preset_bar.cpp": (1, NAMED),
    "ui/prompt/preset_store.cpp": (2, RESOURCE),
    "ui/runs/queue_runner.cpp": (1, WORKER),
    "ui/runs/run_database.cpp": (10, WORKER),
    "ui/runs/run_database.h": (1, WORKER),
    "ui/runs/run_record.cpp": (2, "stateOfFile(), whose callers are listed"),
    "ui/runs/run_store.cpp": (1, WORKER),
    "ui/runs/thumbnails.cpp": (1, WORKER),
    "ui/session/engine_host.cpp": (2, "the program's folder, on a worker thread"),
    "ui/session/export_journal.cpp": (4, OWN),
    "ui/session/free_name.cpp": (3, "isTaken() and freeName(), whose callers are listed"),
    "ui/shell/document_opener.cpp": (2, WORKER),
    "ui/shell/run_folders.cpp": (9, WORKER),
    "ui/shell/run_sizes.cpp": (1, WORKER),
    "ui/shell/single_instance.cpp": (1, OWN),
    "ui/shell/status_line.cpp": (1, "/proc, which is no disk"),
    "ui/shell/unexpected_end.cpp": (2, OWN),
    "ui/theme/style_sheet.cpp": (1, RESOURCE),
    "ui/widgets/frame_image.cpp": (1, "writeImage(), whose callers are listed"),
}


def found_in(path):
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        code = re.sub(r'"(?:[^"\\]|\\.)*"', '""', line).split("//")[0]
        for match in PATTERN.finditer(code):
            yield number, match.group().strip()


def main():
    root = pathlib.Path(sys.argv[1])
    paths = [path for path in sorted((root / "ui").rglob("*")) if path.suffix in SUFFIXES]
    problems, seen = [], collections.Counter()
    for path in paths:
        name = path.relative_to(root).as_posix()
        for number, call in found_in(path):
            seen[name] += 1
            if seen[name] > PLACES.get(name, (0,))[0]:
                problems.append(f"{name}:{number}: {call}; ask the disk on a worker thread, or say why not in check_disk.py")
        if path.suffix != ".cpp":
            continue
        code = re.sub(r"//.*", "", path.read_text(encoding="utf-8"))
        for function, callers in CALLERS.items():
            if re.search(rf"\b{function}\(", code) and name not in callers:
                problems.append(f"{name}: {function}() asks the disk; call it on a worker thread and add this file to its callers")
    for name, (times, reason) in PLACES.items():
        if seen[name] < times:
            problems.append(f"check_disk.py: {name} asks the disk {seen[name]} times, not {times} ({reason})")
    if len(paths) < 100:
        problems.append(f"only {len(paths)} files below {root}/ui")
    print("\n".join(problems) or f"{len(paths)} files of the Studio ask the disk in {sum(seen.values())} listed places")
    sys.exit(bool(problems))


if __name__ == "__main__":
    main()
