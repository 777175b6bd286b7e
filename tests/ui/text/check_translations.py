"""Fails if a language lacks a text of the program, or has one that does not match the English."""
import argparse
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

# Plural forms of each language, as Qt counts them. English has only the plural texts.
FORMS = {"en": 2, "de": 2, "es": 2, "fr": 2, "ja": 1, "ko": 1, "zh_CN": 1}
# As in translations/CMakeLists.txt.
SOURCES = ["ui", "app", "core/include/flowblend/settings.h", "core/base/settings.cpp"]
PLACEHOLDER = re.compile(r"%(?:L?\d+|L?n)")
MNEMONIC = re.compile(r"&(?=\w)")
ENTITY = re.compile(r"&(?:amp|lt|gt|quot|nbsp);")
TAG = re.compile(r"</?[a-z]+\b")


def messages(path):
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            yield context.findtext("name"), message


def key(context, message):
    return context, message.findtext("source"), message.findtext("comment") or ""


def translations(message):
    translation = message.find("translation")
    if translation is None:
        return None, []
    if message.get("numerus") == "yes":
        return translation, ["".join(form.itertext()) for form in translation.iter("numerusform")]
    return translation, ["".join(translation.itertext())]


def problems_of_text(source, text, may_lack_number):
    if not text.strip():
        yield "is empty"
        return
    wanted, found = (sorted(PLACEHOLDER.findall(t)) for t in (source, text))
    if may_lack_number:  # "one frame" needs no %n
        wanted, found = ([p for p in list_ if not p.endswith("n")] for list_ in (wanted, found))
    if wanted != found:
        yield f"has placeholders {found} for {wanted}"
    wanted, found = (len(MNEMONIC.findall(ENTITY.sub("", t))) for t in (source, text))
    if wanted != found:
        yield f"has {found} mnemonics for {wanted}"
    if sorted(TAG.findall(source)) != sorted(TAG.findall(text)):
        yield "has other tags"
    for edge, what in ((0, "begins"), (-1, "ends")):
        if source[edge].isspace() != text[edge].isspace():
            yield f"{what} with a space where the other does not"
    if source.endswith("…") != text.endswith(("…", "……")):
        yield "differs in the ellipsis at the end"


def problems_of_file(path, language):
    for context, message in messages(path):
        source = message.findtext("source")
        where = f"{path.name}: {context}: {source!r}"
        translation, texts = translations(message)
        if translation is None:
            yield f"{where} has no translation"
            continue
        if translation.get("type"):
            yield f"{where} is {translation.get('type')}"
            continue
        plural = message.get("numerus") == "yes"
        if plural and len(texts) != FORMS[language]:
            yield f"{where} has {len(texts)} plural forms, {language} has {FORMS[language]}"
        for i, text in enumerate(texts):
            for problem in problems_of_text(source, text, plural and i == 0 and FORMS[language] > 1):
                yield f"{where}: {text!r} {problem}"


def problems_of_update(root, lupdate, path, language, folder):
    """What lupdate would change: the committed file must have exactly the texts of the sources."""
    copy = folder / path.name
    shutil.copy(path, copy)
    command = [lupdate, "-silent", "-no-obsolete", "-locations", "none",
               "-tr-function-alias", "QT_TRANSLATE_NOOP+=translatable", *SOURCES, "-ts", str(copy)]
    if language == "en":
        command.insert(1, "-pluralonly")
    done = subprocess.run(command, cwd=root, capture_output=True, text=True)
    for line in done.stderr.splitlines():
        yield f"lupdate: {line}"
    if done.returncode:
        yield f"lupdate failed with {done.returncode}"
        return
    before = {key(*entry) for entry in messages(path)}
    now = {key(*entry) for entry in messages(copy)}
    for context, source, _ in sorted(now - before):
        yield f"{path.name}: {context}: {source!r} is missing; run the target update_translations"
    for context, source, _ in sorted(before - now):
        yield f"{path.name}: {context}: {source!r} is in no source any more; run the target update_translations"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--source", type=pathlib.Path, required=True)
    parser.add_argument("--lupdate", required=True)
    arguments = parser.parse_args()

    found = []
    with tempfile.TemporaryDirectory() as folder:
        for language in FORMS:
            path = arguments.source / "translations" / f"flowblend_{language}.ts"
            if not path.exists():
                found.append(f"{path} is missing")
                continue
            found += problems_of_file(path, language)
            found += problems_of_update(arguments.source, arguments.lupdate, path, language, pathlib.Path(folder))
    for problem in found:
        print(problem)
    print(f"{len(found)} problems in {len(FORMS)} languages")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
