# SPDX-License-Identifier: MIT
"""The result of WanPipeline's prompt cleaning for texts that people type or paste. Writes cleaning.json."""
import argparse
import html
import html.entities
import json
import os
import re

import ftfy

from tokenizer_texts import TEXTS

PASTED = [
    "a &amp; b", "a &amp;amp; b", "&amp;amp;amp;amp; b", "&lt;b&gt;bold&lt;/b&gt;", "<b>a &amp; b</b>",
    "a &amp; b\n<i>c &amp; d</i>\ne &amp; f", "1 &lt; 2 &lt b &ltd", "&eacute;t&eacute;", "&EACUTE;T&EACUTE;", "&Eacute;",
    "P&EACUTE;REZ &NTILDE; &nTILDE; &SZLIG; &FFILIG; &NAPOS;", "&copy 2024 &COPY; &reg;&trade;", "this&not that",
    "&notit; &notin; &not;", "&hellip;", "&nbsp;a&nbsp;&nbsp;b&nbsp;", "&#65;&#66;&#x43;&#X44;", "&#65 b", "&#x1F600;",
    "&#0; &#128; &#150; &#x9f; &#129;", "&#xD800; &#x110000; &#99999999999999999999;", "&#1;&#11;&#127;&#xFFFE;a",
    "&#59; &#x3b; &semi;", "&#; &#x; &#xg; &; & ;", "&unknown; &unknownname", "&acE; &NotEqualTilde;", "&fjlig;",
    "&CounterClockwiseContourIntegral;", "&amp", "&ampamp;", "&amp#65;", "AT&T", "R&D; Q&A", "a && b", "&quot;q&quot; &apos;",
    "&#13;a&#10;b", "&#8217;s", "&ldquo;x&rdquo;", "&lt;br&gt;&amp;lt;", "\u201cquoted\u201d \u2018it\u2019s\u2019 \u201elow\u201f",
    "\u02bcokina \u201b \u00ab\u00bb \u2039\u203a \u2032", "ﬁ ﬂ ﬀ ﬃ ﬄ ﬅ ﬆ", "Ĳ ĳ ŉ Ǳ ǲ ǳ Ǆ ǅ ǆ Ǉ ǈ ǉ Ǌ ǋ ǌ æ œ",
    "ＬＯＵＤ　ＮＯＩＳＥＳ", "！＂＃＄％＆＇（）＊＋，－．／０９：；＜＝＞？＠［＼］＾＿｀｛｜｝～", "Ｕﾀｰﾝ", "ｶﾞｷﾞﾊﾟ", "ﾡﾢ￠￡￦￨￩￭￮",
    "＆ａｍｐ；", "\x1b[36;44mblue\x1b[0m", "\x1b[31mred\x1b[", "\x1b[5;zx", "\x1bno escape", "\x00\x01a\x0bb\x1fc\x7fd",
    "\ufeffa\u206ab\ufff9c\ufffcd", "a\r\nb\rc\nd", "a\u2028b\u2029c", "tab\there  and   spaces ", "\u00a0a\u2003b\u3000",
    "\u1680a\u202fb\u205fc", "e\u0301 a\u0308 n\u0303", "\u1112\u1161\u11ab", "\u212b \u2126 \u00b5", "q\u0307\u0323",
    "\u0958 \u2adc", "Z\u0351\u036b\u0343\u036a", "\u200bzero\u200cwidth\u200djoiner\u200e", "👨\u200d👩\u200d👧 🏳️\u200d🌈",
    "naïve café façade", "Größe straße", "Ελληνικά", "Привет, мир", "こんにちは、世界。", "안녕하세요", "مرحبا", "שלום", "नमस्ते",
    "½ ¼ x² 10³ №5 ™ ® ° ± × ÷", "a — b – c … d", "€100 £5 ¥7 ¢9", "100 %", "C:\\path\\file", "``tick'' `x`", "\\n \\t \\u00e9",
    "A 4k, 8K, HDR10+ shot @ 24fps (f/1.8)", "girl,white dress,,,flowers , wind", "(masterpiece:1.2), [blurry|sharp]",
    "a\n\n\nb", "\n", "\t", "  ", "x" * 300, "[the cat](http://example.org/?a=1&b=2&copy=3)", "{\"a\": \"b\"}", "Ⅳ ① ㌔ ㈱",
    "\u2160\u217f", "\U0001d504 \u210b", "\u00ad soft", "\u2060word", "\ufffd", "don´t `do´", "¿Qué? ¡Sí!", "Ærøskøbing",
    "Đorđe, Łódź, Žižek, Țară", "İstanbul ılık", "ſ ẞ",
]


def prompt_clean(text):  # of diffusers 0.42.1, pipeline_wan.py
    text = html.unescape(html.unescape(ftfy.fix_text(text))).strip()
    return re.sub(r"\s+", " ", text).strip()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", required=True)
    out = parser.parse_args().out
    references = ["x &" + name + ".y" for name in html.entities.html5]
    capitals = ["&" + name.upper() + ".y" for name in html.entities.html5]
    texts = TEXTS + PASTED + references + capitals
    cases = [{"text": text, "clean": prompt_clean(text)} for text in texts]
    os.makedirs(out, exist_ok=True)
    with open(os.path.join(out, "cleaning.json"), "w") as file:
        json.dump(cases, file)


if __name__ == "__main__":
    main()
