# SPDX-License-Identifier: MIT
"""Texts for comparing the tokenizer and the prompt cleaning."""

NEGATIVE = ("色调艳丽，过曝，静态，细节模糊不清，字幕，风格，作品，画作，画面，静止，整体发灰，最差质量，低质量，JPEG压缩残留，丑陋的，残缺的，"
            "多余的手指，画得不好的手部，画得不好的脸部，畸形的，毁容的，形态畸形的肢体，手指融合，静止不动的画面，杂乱的背景，三条腿，"
            "背景人很多，倒着走")
CORPUS = [NEGATIVE, "worst quality, inconsistent motion, blurry, jittery, distorted",
          "A cat and a dog baking a cake together in a kitchen.", "a cat walks on the grass, realistic style",
          "The quick brown fox jumps over the lazy dog 0123456789", "".join(chr(c) for c in range(33, 127))]
TEXTS = CORPUS + [
    "", " ", "   ", "a", " a", "a ", "  a  b  ", "a  b", "a   cat\t walks\non\r\nthe grass", "\u00a0a\u3000cat\u2003walks ",
    "cat", "Cat", "CAT", "cats", "dogcat", "catcatcatcatcat", "a cat, a dog; a fox: a cake.", "(a cat) [a dog] {a fox}",
    "cat-dog", "cat_dog", "cat/dog\\fox", "don't", "\"quoted\"", "'quoted'", "0", "12345", "3.14159", "1,000,000", "50%",
    "#hash @at &and", "a=b+c*d", "<tag>", "a < b > c", "https://example.org/a?b=c&d=e", "user@example.org", "!!!", "...",
    "?!?!", "~`^|$", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "zzzzzzzzzzzzzzzz", "The lazy fox bakes a cake in the kitchen",
    "REALISTIC STYLE", "realisticstyle", "worst  quality ,  blurry", "静态", "画面 静止", "a cat 静态 a dog", "三条腿，倒着走",
    "，，，", "ＪＰＥＧ", "Ｆｕｌｌ　ｗｉｄｔｈ，ｔｅｘｔ！", "①②③", "½", "ﬁne ﬂow", "x²", "Ⅳ", "JPEG压缩残留 JPEG",
    # Outside the vocabulary: one id for each run of unknown characters.
    "☃", "☃☃☃", "a ☃ cat", "☃ ☃", "cat☃dog", "naïve café", "Привет мир", "日本語テキスト", "😀😀 a cat 😀", "a\u0301 cat",
    "한국어", "a\u200bcat", "\ufeffa cat", "a\u0085cat", "▁a▁cat", "\x07bell",
    # Special tokens in the text.
    "a </s> cat", "a<pad>cat", "<extra_id_0> a cat", "a cat <extra_id_3>", "<extra_id_3><extra_id_2>a", "<unk>", "<s>a cat",
    "</s>", "</s", "a<extra_id_4>cat", "<extra_id_00>", "<EXTRA_ID_0>", "☃<unk>☃", " </s>  </s> ", "<unk> ☃",
    "long " * 40, "a cat walks on the grass, realistic style. " * 6,
]
