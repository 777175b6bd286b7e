"""Fails on a link in a document that leads to no file or heading of this tree, and on a page in docs/ that no other document
leads to."""
import pathlib
import re
import sys
import urllib.parse

LINK = re.compile(r"\]\(([^)\s]+)\)")


def anchors_of(text):
    """As GitHub makes them."""
    headings = re.findall(r"^#+ +(.*?) *$", re.sub(r"^```.*?^```", "", text, flags=re.M | re.S), re.M)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def main():
    root = pathlib.Path(sys.argv[1]).resolve()
    documents = sorted([*root.glob("*.md"), *(root / "docs").rglob("*.md"), *(root / "packaging").glob("*.md"),
                        *(root / "resources").rglob("*.md")])
    problems, reached, links = [], set(), 0
    for document in documents:
        name = document.relative_to(root)
        text = document.read_text(encoding="utf-8")
        for link in LINK.findall(text):
            parts = urllib.parse.urlsplit(link)
            if parts.scheme:
                continue
            links += 1
            target = (document.parent / urllib.parse.unquote(parts.path)).resolve() if parts.path else document
            if not target.exists() or not target.is_relative_to(root):
                problems.append(f"{name}: {link} leads to no file")
            elif parts.fragment and parts.fragment not in anchors_of(target.read_text(encoding="utf-8")):
                problems.append(f"{name}: {link} leads to no heading")
            if target != document:
                reached.add(target)
    problems += [f"{page.relative_to(root)}: no document leads to it" for page in documents
                 if page.parent == root / "docs" and page not in reached]
    if links < 50:
        problems.append(f"only {links} links in {len(documents)} documents")
    print("\n".join(problems) or f"{links} links of {len(documents)} documents lead somewhere")
    sys.exit(bool(problems))


if __name__ == "__main__":
    main()
