"""The arithmetic of the language model by NumPy's matrix product, which is often twice as quick as spaCy's own.

Two thirds of a parse were matrix products, and passes over their results, in layers of one shape.  Here such a layer
is one function that goes over a few hundred tokens at a time, and what a token is before its neighbours are looked at
is remembered by its word.  Results differ from spaCy's by rounding alone.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from dateline.settings import Kernel

    Layer = Any  # a thinc.Model, whose types tell less than is known here
    Floats = np.ndarray[Any, np.dtype[np.float32]]
    Function = Callable[[Floats], Floats]
    Forward = Callable[[Layer, Any, bool], tuple[Any, Any]]

ROWS = 1_024
"""Tokens that a layer takes at once: their numbers stay in the processor's cache."""
MOST_WORDS = 20_000
"""Words whose embeddings are remembered, of each model of tokens; 8 MB of them."""
LIKE = 1e-3
"""How far results may lie apart; their sizes are about 1."""
CLEARLY = 1.25
"""How many times as quick spaCy's own arithmetic must be to be taken where nobody has chosen."""

_WINDOW = "residual(expand_window>>maxout>>layernorm>>dropout)"
_MIX = "maxout>>layernorm>>dropout"
_MIXED = f"with_array({_MIX})"
_SPREAD = np.uint64(0x9E37_79B9_7F4A_7C16)


def choose_kernel(nlp: Language, kernel: Kernel = "auto") -> Literal["numpy", "thinc"]:
    """Has a pipeline calculate by NumPy where that is quicker, and right, on this machine; tells what it does.

    `numpy` and `thinc` (spaCy's own) force either.
    """
    layers = [layer for pipe in _models(nlp) for layer in pipe.walk() if layer.name == _WINDOW]
    if not layers or kernel == "thinc" or (kernel == "auto" and not _is_better(layers[0])):
        return "thinc"
    use_numpy(nlp)
    return "numpy"


def use_numpy(nlp: Language) -> None:
    """Sets the quicker functions on every layer that they fit, and NumPy's product on all others."""
    from thinc.api import NumpyOps

    ops = NumpyOps(use_blis=False)
    for pipe in _models(nlp):
        for layer in list(pipe.walk()):
            if type(layer.ops) is NumpyOps:
                layer.ops = ops
            if layer.name == _WINDOW and _window_of(layer) == 1:
                layer._func = _window_forward(layer)
            elif _is_embedding(layer):
                layer._func = Embeddings(layer)


def _models(nlp: Language) -> list[Layer]:
    models = (getattr(pipe, "model", None) for _, pipe in nlp.pipeline)
    return [model for model in models if model is not None]


def _window_of(layer: Layer) -> int:
    return next(int(part.attrs["window_size"]) for part in layer.walk() if part.name == "expand_window")


def _is_embedding(layer: Layer) -> bool:
    """Whether it makes vectors of tokens, each by itself."""
    parts = layer.layers
    return len(parts) == 3 and parts[1].name == _MIXED and parts[2].name == "ragged2list"


def _is_better(layer: Layer) -> bool:
    """Whether the quicker function of a layer agrees with its own, and is not clearly slower here; some 20 ms."""
    tokens = np.random.default_rng(1).standard_normal((ROWS, layer.get_dim("nO")), dtype=np.float32)
    forward = _window_forward(layer)
    theirs, own = layer.predict(tokens), forward(layer, tokens, False)[0]
    if not np.allclose(theirs, own, rtol=LIKE, atol=LIKE):
        return False
    return _quickest(lambda: forward(layer, tokens, False)) < CLEARLY * _quickest(lambda: layer.predict(tokens))


def _quickest(work: Callable[[], object]) -> float:
    """Seconds, the least of three."""
    times = []
    for _ in range(3):
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    return min(times)


def _window_forward(layer: Layer) -> Forward:
    """A layer that looks at one token on either side and adds what it finds to each."""
    mix = _mixture(layer)
    own: Forward = layer._func

    def forward(model: Layer, given: Any, is_train: bool) -> tuple[Any, Any]:
        if is_train or not _are_floats(given):
            return own(model, given, is_train)
        beside = np.zeros((len(given) + 2, given.shape[1]), dtype=np.float32)
        beside[1:-1] = given
        # Each row and the ones before and behind it, side by side.
        windows = sliding_window_view(beside.reshape(-1), 3 * given.shape[1])[:: given.shape[1]]
        found = in_blocks(mix, windows, given.shape[1])
        found += given
        return found, None

    return forward


def _are_floats(given: Any) -> bool:
    return isinstance(given, np.ndarray) and given.dtype == np.float32 and len(given) > 0


def in_blocks(mix: Function, given: Floats, width: int) -> Floats:
    """A layer over ROWS rows at a time; `width` columns come out."""
    found = np.empty((len(given), width), dtype=np.float32)
    for start in range(0, len(given), ROWS):
        found[start : start + ROWS] = mix(np.ascontiguousarray(given[start : start + ROWS]))
    return found


def _mixture(layer: Layer) -> Function:
    """Maxout and layer norm as one function of an array."""
    maxout = next(part for part in layer.walk() if part.name == "maxout")
    norm = next(part for part in layer.walk() if part.name == "layernorm")
    width, pieces, wide = maxout.get_dim("nO"), maxout.get_dim("nP"), maxout.get_dim("nI")
    # The pieces of which the greatest is taken lie in whole columns: the greatest of long rows is found at once.
    weights = maxout.get_param("W").reshape(width, pieces, wide).transpose(1, 0, 2).reshape(-1, wide).T
    weights = np.ascontiguousarray(weights)
    biases = np.ascontiguousarray(maxout.get_param("b").reshape(width, pieces).T.reshape(-1))
    gain, shift = norm.get_param("G"), norm.get_param("b")

    def mix(given: Floats) -> Floats:
        every = given @ weights
        every += biases
        best = every[:, :width]
        for piece in range(1, pieces):
            best = np.maximum(best, every[:, piece * width : (piece + 1) * width])
        return _normalized(best, gain, shift)

    return mix


def _normalized(rows: Floats, gain: Floats, shift: Floats) -> Floats:
    mean = rows.mean(axis=1, keepdims=True)
    rows = rows - mean
    spread = np.einsum("ij,ij->i", rows, rows)
    spread /= rows.shape[1]
    spread += 1e-8
    rows /= np.sqrt(spread)[:, None]
    rows *= gain
    rows += shift
    return rows


class Embeddings:
    """The forward function of the layers that make a vector of each token, which remembers the vectors by the word.

    A token's features follow from its word, its normal form (which the tokenizer may set) and the space behind it.
    Any number of threads may ask.
    """

    def __init__(self, layer: Layer, most: int = MOST_WORDS) -> None:
        self._own: Forward = layer._func
        self._features, self._mix = layer.layers[0], _mixture(layer.layers[1])
        self._width: int = layer.layers[1].get_dim("nO")
        self.most = most
        self._lock = threading.Lock()
        self._rows: dict[int, int] = {}
        self._vectors: Floats = np.empty((0, self._width), dtype=np.float32)

    def __call__(self, model: Layer, docs: Sequence[Doc], is_train: bool) -> tuple[Any, Any]:
        """One array of tokens by columns for each document."""
        if is_train or not docs:
            return self._own(model, docs, is_train)
        with self._lock:
            return [self._of(doc) for doc in docs], None

    def _of(self, doc: Doc) -> Floats:
        told: Any = doc.to_array(["ORTH", "NORM", "SPACY"])
        words = (told[:, 0] + told[:, 1] * _SPREAD + told[:, 2]).tolist()
        rows = list(map(self._rows.get, words))
        if None in rows:
            self._learn(doc, words, [at for at, row in enumerate(rows) if row is None])
            rows = list(map(self._rows.get, words))
        return self._vectors[np.array(rows, dtype=np.intp)]

    def _learn(self, doc: Doc, words: list[int], missing: list[int]) -> None:
        first = {words[at]: at for at in reversed(missing)}
        if len(self._rows) + len(first) > self.most:
            self._forget()
            first = {word: at for at, word in reversed(list(enumerate(words)))}
        made = self._features.predict([SomeTokens(doc, np.array(list(first.values()), dtype=np.intp))])
        vectors = in_blocks(self._mix, made.dataXd, self._width)
        start = len(self._rows)
        self._make_room(start + len(vectors))
        self._vectors[start : start + len(vectors)] = vectors
        self._rows.update(zip(first, range(start, start + len(vectors)), strict=True))

    def _make_room(self, rows: int) -> None:
        if rows > len(self._vectors):
            larger = np.empty((2 * rows, self._width), dtype=np.float32)
            larger[: len(self._vectors)] = self._vectors
            self._vectors = larger

    def _forget(self) -> None:
        self._rows, self._vectors = {}, self._vectors[:0]


class SomeTokens:
    """Some tokens of a document, as far as the layers that make features look at one."""

    def __init__(self, doc: Doc, at: np.ndarray[Any, Any]) -> None:
        self.vocab = doc.vocab
        self._doc, self._at = doc, at

    def __len__(self) -> int:
        """How many tokens."""
        return len(self._at)

    def to_array(self, attributes: Any) -> np.ndarray[Any, Any]:
        """Their attributes, as `Doc.to_array` gives them."""
        array: np.ndarray[Any, Any] = self._doc.to_array(attributes)[self._at]
        return array
