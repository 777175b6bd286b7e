# SPDX-License-Identifier: MIT
"""Token ids of transformers' T5Tokenizer for SentencePiece models trained here: UMT5 and T5 style ids, and one with
byte pieces and without normalisation. Writes <name>/spiece.model, <name>/tokenizer.gguf and ids.json."""
import argparse
import io
import json
import os

import gguf
import sentencepiece
from sentencepiece import sentencepiece_model_pb2
from transformers import T5Tokenizer

from tokenizer_texts import CORPUS, TEXTS

MODELS = {
    "umt5": dict(pad_id=0, eos_id=1, bos_id=2, unk_id=3),
    "t5": dict(pad_id=0, eos_id=1, unk_id=2, bos_id=-1),
    "bytes": dict(pad_id=0, eos_id=1, bos_id=2, unk_id=3, byte_fallback=True, normalization_rule_name="identity",
                  remove_extra_whitespaces=False, vocab_size=600),
}


def add_to_gguf(writer, model, rows):
    """The tokenizer as llama.cpp's conversion of a T5 encoder adds it, with as many tokens as the embedding has rows."""
    proto = sentencepiece_model_pb2.ModelProto.FromString(model)
    padding = range(len(proto.pieces), rows)
    writer.add_tokenizer_model("t5")
    writer.add_tokenizer_pre("default")
    writer.add_token_list([piece.piece.encode() for piece in proto.pieces] + [f"[PAD{i}]".encode() for i in padding])
    writer.add_token_scores([piece.score for piece in proto.pieces] + [-1000.0 for _ in padding])
    writer.add_token_types([piece.type for piece in proto.pieces] + [gguf.TokenType.UNUSED for _ in padding])
    writer.add_add_space_prefix(proto.normalizer_spec.add_dummy_prefix)
    writer.add_remove_extra_whitespaces(proto.normalizer_spec.remove_extra_whitespaces)
    if proto.normalizer_spec.precompiled_charsmap:
        writer.add_precompiled_charsmap(proto.normalizer_spec.precompiled_charsmap)


def write_gguf(path, model, rows):
    writer = gguf.GGUFWriter(path, "t5encoder")
    add_to_gguf(writer, model, rows)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def train(folder, options):
    model = io.BytesIO()
    settings = dict(vocab_size=320, model_type="unigram", hard_vocab_limit=False, character_coverage=1.0)
    sentencepiece.SentencePieceTrainer.train(sentence_iterator=iter(CORPUS * 8), model_writer=model, num_threads=1,
                                             minloglevel=2, **(settings | options))
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "spiece.model"), "wb") as file:
        file.write(model.getvalue())
    pieces = len(sentencepiece_model_pb2.ModelProto.FromString(model.getvalue()).pieces)
    write_gguf(os.path.join(folder, "tokenizer.gguf"), model.getvalue(), pieces + 28)
    with open(os.path.join(folder, "tokenizer_config.json"), "w") as file:
        json.dump({"tokenizer_class": "T5Tokenizer", "extra_ids": 4, "eos_token": "</s>", "unk_token": "<unk>",
                   "pad_token": "<pad>"}, file)
    T5Tokenizer.from_pretrained(folder).save_pretrained(folder)
    return T5Tokenizer.from_pretrained(folder)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", required=True)
    out = parser.parse_args().out
    cases = []
    for name, options in MODELS.items():
        tokenizer = train(os.path.join(out, name), options)
        for max_length in (512, 16, 1):
            for text in TEXTS:
                encoded = tokenizer(text, padding="max_length", max_length=max_length, truncation=True)
                whole = tokenizer(text)["input_ids"]
                cases.append({"model": name, "text": text, "ids": encoded["input_ids"],
                              "mask": encoded["attention_mask"], "tokens": len(whole)})
    with open(os.path.join(out, "ids.json"), "w") as file:
        json.dump(cases, file)


if __name__ == "__main__":
    main()
