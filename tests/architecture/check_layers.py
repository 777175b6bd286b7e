"""Fails on an include that points upward in the layers of docs/ARCHITECTURE.md, on Qt in core and on torch in Qt code."""
import pathlib
import re
import sys

# Folder -> folders whose headers it may include in addition to its own. flowblend/ is the public API.
CORE = {
    "include": set(),
    "base": {"include"},
    "tokenizers": {"include", "base"},
    "media": {"include", "base"},
    "weights": {"include", "base"},
    "compute": {"include", "base"},
    "kernels": {"include", "base"},
    "models": {"include", "base", "weights", "compute", "kernels"},
    "sampling": {"include", "base", "weights"},
    "lab": {"include", "base"},
    "engine": {"include", "base", "tokenizers", "media", "weights", "compute", "kernels", "models", "sampling"},
}
# The same for ui/; a folder may use what it lists together with everything below that.
UI = {
    "theme": set(),
    "text": set(),
    "files": set(),
    "session": {"files"},
    "widgets": {"theme"},
    "plots": {"text", "theme", "widgets"},
    "stages": {"plots", "text", "theme", "widgets"},
    "prompt": {"files", "text", "theme", "widgets"},
    "settings": {"files", "text", "theme", "widgets"},
    "help": {"files", "theme"},
    "export": {"files", "session", "text", "theme", "widgets"},
    "runs": {"files", "session", "text", "theme", "widgets"},
    "viewer": {"runs", "text", "theme", "widgets"},
    "lab": {"plots", "runs", "session", "settings", "text", "theme", "viewer", "widgets"},
    "pairs": {"session", "text", "theme", "widgets"},
}
UI["shell"] = set(UI)
TORCH = re.compile(r"^(torch|ATen|c10|caffe2)/")
TORCH_LAYERS = {"weights", "compute", "kernels", "models", "sampling", "engine"}
INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]', re.M)


def includes(path):
    return INCLUDE.findall(path.read_text(encoding="utf-8"))


def sources(folder):
    return [p for p in folder.rglob("*") if p.suffix in (".h", ".cpp", ".cu", ".cuh")]


def core_layer(include):
    head = include.split("/")[0]
    return "include" if head == "flowblend" else head if head in CORE else None


def problems(root):
    for folder, allowed in CORE.items():
        for path in sources(root / "core" / folder):
            for include in includes(path):
                where = f"{path.relative_to(root)} includes {include}"
                layer = core_layer(include)
                if layer and layer != folder and layer not in allowed:
                    yield f"{where}: {folder} may use {sorted(allowed)}"
                if TORCH.match(include) and folder not in TORCH_LAYERS:
                    yield f"{where}: torch begins at {sorted(TORCH_LAYERS)}"
                if re.match(r"Q[A-Z]|Qt", include):
                    yield f"{where}: core knows no Qt"
    for folder in ("ui", "app"):
        for path in sources(root / folder):
            for include in includes(path):
                # ui/ has folders with the same names as core/; what is below ui/ is not part of core.
                own = (root / "ui" / include).exists()
                if TORCH.match(include) or (not own and core_layer(include) not in (None, "include")):
                    yield f"{path.relative_to(root)} includes {include}: only flowblend/ headers here"
    for folder, allowed in UI.items():
        for path in sources(root / "ui" / folder):
            for include in includes(path):
                where = f"{path.relative_to(root)} includes {include}"
                head = include.split("/")[0]
                if head in UI and head != folder and head not in allowed:
                    yield f"{where}: {folder} may use {sorted(allowed)}"
                if include == "qcustomplot.h" and folder != "plots":
                    yield f"{where}: only plots knows the plotting library"
    for path in (root / "ui").iterdir():
        if path.is_dir() and path.name not in UI:
            yield f"ui/{path.name} is not in the layer table"
    for path in (root / "core").iterdir():
        if path.is_dir() and path.name not in CORE:
            yield f"core/{path.name} is not in the layer table"


def main():
    root = pathlib.Path(sys.argv[1])
    checked = sum(len(sources(root / part)) for part in ("core", "ui", "app"))
    if checked == 0:
        sys.exit(f"no sources below {root}")
    found = list(problems(root))
    print("\n".join(found) or f"{checked} files keep the layers")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
