# The op vocabulary: what each operation takes and gives, in the notation of
# docs/notation.md. Under each line stand examples; a test tries them all.

# --- Products -------------------------------------------------------------

matmul(a: [k], b: [k]) -> []
matmul(a: [k], b: [*b, k, n]) -> [*b, n]
matmul(a: [*b, m, k], b: [k]) -> [*b, m]
matmul(a: [*b, m, k], b: [*b, k, n]) -> [*b, m, n]
  ok: [3], [3] -> []
  ok: [3], [5, 3, 4] -> [5, 4]
  ok: [5, 2, 3], [3] -> [5, 2]
  ok: [2, 3], [3, 4] -> [2, 4]
  ok: [8, 1, 2, 3], [5, 3, 4] -> [8, 5, 2, 4]
  ok: [b, q, d], [b, d, k] -> [b, q, k]
  ok: [...], [3, 4] -> [..., 4]
  ok: [..., 2, 3], [3, 4] -> [..., 2, 4]
  bad: [1, 3], [2, 3]
  bad: [2, 2, 3], [3, 3, 4]
  bad: [], [3]
  bad: [b, q, d], [b, k, d]
  bad: [..., 2], [3, 4]

mm(a: [m, k], b: [k, n]) -> [m, n]
  ok: [2, 3], [3, 4] -> [2, 4]
  bad: [2, 3], [2, 3]
  bad: [1, 2, 3], [3, 4]

bmm(a: [b, m, k], b: [b, k, n]) -> [b, m, n]
  ok: [5, 2, 3], [5, 3, 4] -> [5, 2, 4]
  bad: [5, 2, 3], [1, 3, 4]
  bad: [2, 3], [3, 4]

# --- Attention ------------------------------------------------------------

scaled_dot_product_attention(query: [*b, q, d], key: [*b, k, d], value: [*b, k, v], mask?: [*m]) -> [*b, q, v]
  ok: [1, 3], [2, 3], [2, 4] -> [1, 4]
  ok: [2, 8, 5, 16], [2, 8, 7, 16], [2, 8, 7, 32] -> [2, 8, 5, 32]
  bad: [1, 3], [2, 4], [2, 4]
  bad: [4, 8], [5, 8], [6, 8]

attention_weights(query: [*b, q, d], key: [*b, k, d], mask?: [*m]) -> [*b, q, k]
  ok: [1, 3], [2, 3] -> [1, 2]
  bad: [1, 3], [3, 2]

split_heads(x: [b, n, d], h: int) -> [b, h, n, d/h] where d % h == 0
  ok: [2, 5, 64], 8 -> [2, 8, 5, 8]
  bad: [2, 5, 64], 6

merge_heads(x: [b, h, n, d]) -> [b, n, h*d]
  ok: [2, 8, 5, 8] -> [2, 5, 64]
  bad: [2, 5, 64]

# --- One shape in, the same out -------------------------------------------

same(x: [*s]) -> x
  ok: [2, 3] -> [2, 3]

elementwise(x: [*s]) -> [*s]
  ok: [2, 3] -> [2, 3]
  ok: [] -> []

softmax(x: [*s], dim: axis) -> [*s]
  ok: [2, 3], -1 -> [2, 3]
  ok: [2, 3], 1 -> [2, 3]
  ok: [], 0 -> []
  bad: [2, 3], 2

# --- Broadcasting ---------------------------------------------------------

broadcasting(x: [*s], y: [*s]) -> [*s]
  ok: [2, 3], [3] -> [2, 3]
  ok: [2, 1], [1, 3] -> [2, 3]
  ok: [8, 1, 6, 1], [7, 1, 5] -> [8, 7, 6, 5]
  ok: [2, 3], 0.5 -> [2, 3]
  ok: [0], [1] -> [0]
  ok: [..., 3], [2, 1] -> [..., 2, 3]
  ok: [..., 5, 3], [..., 3] -> [..., 5, 3]
  bad: [3, 5], [5, 3]
  bad: [..., 3, 5], [5, 3]
  bad: [2, 3], [2]

in_place(x: [*s], y: [*s]) -> unchanged(x, s)
  ok: [2, 3], [3] -> [2, 3]
  ok: [2, 3], 0.5 -> [2, 3]
  bad: [2, 3], [2]
  bad: [3], [2, 3]
  bad: [1, 3], [2, 3]
  bad: [1], [..., 2, 3]

# --- Another shape for the same elements ----------------------------------

reshape(x: [*s], to: ints) -> resized(s, to)
  ok: [2, 3, 4], (6, 4) -> [6, 4]
  ok: [2, 3, 4], (2, -1) -> [2, 12]
  ok: [2, 5, 64], (2, 5, 8, 8) -> [2, 5, 8, 8]
  ok: [], (1, 1) -> [1, 1]
  ok: [b, n, h*d], (b, n, h, d) -> [b, n, h, d]
  bad: [2, 3, 4], (4, 7)
  bad: [2, 3, 4], (5, -1)
  bad: [2, 5, 64], (2, 5, 6, 10)
  bad: [2, 3], (-1, -1)
  bad: [0, 3], (0, -1)

reshape_as(x: [*s], like: [*t]) -> resized(s, t)
  ok: [2, 6], [3, 4] -> [3, 4]
  bad: [2, 6], [3, 5]

expand(x: [*s], to: ints) -> expanded(s, to)
  ok: [2, 1], (2, 3) -> [2, 3]
  ok: [1, 3], (4, -1, -1) -> [4, 1, 3]
  ok: [..., 3], (4, 2, -1) -> [4, 2, 3]
  bad: [2, 3], (4, 3)
  bad: [2, 3], (3)
  bad: [..., 3], (4, 2)
  bad: [3], (-1, 3)

transpose(x: [*s], i: axis, j: axis) -> swapped(s, i, j)
  ok: [2, 3, 4], 1, 2 -> [2, 4, 3]
  ok: [2, 3], -2, -1 -> [3, 2]
  ok: [2, 5, 8, 16], 1, 2 -> [2, 8, 5, 16]
  ok: [..., 3], -2, -1 -> [..., 3, _]
  ok: [..., 3], 0, 1 -> [...]
  bad: [2, 3], 1, 2

swap_last_two(x: [*b, m, n]) -> [*b, n, m]
  ok: [2, 3] -> [3, 2]
  ok: [5, 2, 3] -> [5, 3, 2]
  bad: [3]

matrices(x: [*b, m, n]) -> [*b, m, n]
  ok: [5, 2, 3] -> [5, 2, 3]
  bad: [3]

transpose_matrix(x: [n]) -> [n]
transpose_matrix(x: []) -> []
transpose_matrix(x: [m, n]) -> [n, m]
  ok: [2, 3] -> [3, 2]
  ok: [3] -> [3]
  bad: [2, 3, 4]

permute(x: [*s], dims: ints) -> permuted(s, dims)
  ok: [2, 3, 4], (2, 0, 1) -> [4, 2, 3]
  ok: [2, 3, 4], (0, -1, 1) -> [2, 4, 3]
  bad: [2, 3, 4], (0, 1)
  bad: [2, 3, 4], (0, 1, 1)

unsqueeze(x: [*s], at: int) -> inserted(s, at)
  ok: [2, 3], 0 -> [1, 2, 3]
  ok: [2, 3], -1 -> [2, 3, 1]
  ok: [..., 2, 3], -2 -> [..., 2, 1, 3]
  ok: [..., 2, 3], 1 -> [..., 3]
  bad: [2, 3], 3

squeeze(x: [*s], dim?: axis) -> squeezed(s, dim)
  ok: [1, 3, 1] -> [3]
  ok: [1, 3, 1], 0 -> [3, 1]
  ok: [1, 3, 1], 1 -> [1, 3, 1]
  ok: [..., 1, 3] -> [..., 3]
  ok: [..., 2, 3], 0 -> [..., 3]
  ok: [..., _, 3], -2 -> [..., 3]
  bad: [1, 3, 1], 3

# --- Parts ----------------------------------------------------------------

select(x: [*s, dim@n, *t], dim: axis, index?: int) -> [*s, *t] where index < n, index >= -n
  ok: [2, 3, 4], 1 -> [2, 4]
  ok: [2, 3, 4], 1, [] -> [2, 4]
  ok: [2, 3, 4], 1, -3 -> [2, 4]
  bad: [2, 3, 4], 1, 3
  bad: [], 0
  bad: [2, 3], 2

narrow(x: [*s, dim@n, *t], dim: axis, start: int, length: int) -> [*s, length, *t] where length >= 0, length <= n, start + length <= n, start >= -n
  ok: [2, 3, 4], 1, 1, 2 -> [2, 2, 4]
  ok: [2, 3, 4], -1, 4, 0 -> [2, 3, 0]
  ok: [2, 3, 4], 1, -1, 1 -> [2, 1, 4]
  ok: [2, 3, 4], ?, 0, 2 -> [_, _, _]
  bad: [2, 3, 4], 3, 0, 2
  bad: [2, 3, 4], 0, 0, 3
  bad: [2, 3, 4], 0, 0, -1
  bad: [2, 3, 4], 1, 2, 2

# --- Several tensors ------------------------------------------------------

cat(xs: list[*s], dim: int = 0) -> concatenated(xs, dim)
  ok: ([2, 3], [4, 3]), 0 -> [6, 3]
  ok: ([2, 3], [2, 5]), -1 -> [2, 8]
  ok: ([0], [2, 3]), 1 -> [2, 3]
  ok: ([0], [0]), 0 -> [0]
  bad: ([2, 3], [2, 4]), 0
  ok: ([_], [2, 3]), 0 -> [_, 3]
  ok: ([2, 3], [...]), 1 -> [2, _]
  ok: ([...], [_]), 0 -> [...]
  bad: ([2, 3], [2]), 0
  bad: ([], []), 0
  bad: (), 0

stack(xs: list[*s], at: int) -> stacked(xs, at)
  ok: ([2, 3], [2, 3]), 0 -> [2, 2, 3]
  ok: ([2, 3], [2, 3], [2, 3]), -1 -> [2, 3, 3]
  bad: ([2, 3], [3, 2]), 0

# --- Reductions -----------------------------------------------------------

reduce(x: [*s], dims?: axes, keepdim: bool = false) -> reduced(s, dims, keepdim)
  ok: [2, 3] -> []
  ok: [2, 3, 4], 1 -> [2, 4]
  ok: [2, 3, 4], (0, -1), true -> [1, 3, 1]
  ok: [...] -> []
  ok: [..., 3, 4], -1 -> [..., 3]
  ok: [...], (-2, -1), true -> [..., 1, 1]
  bad: [2, 3], 2
  bad: [2, 3], (0, -2)

# --- Makers ---------------------------------------------------------------

filled(size: ints) -> [*size]
  ok: (2, 3) -> [2, 3]
  bad: (2, -3)

resize(x: [*s], size: ints) -> [*size]
  ok: [2, 3], (4, 5) -> [4, 5]
  bad: [2, 3], (4, -5)

literal(data: any) -> nested(data)
  ok: ((1, 0, 1), (0, 1, 0)) -> [2, 3]
  ok: (1, 2) -> [2]
  ok: 1 -> []
  ok: none -> [0]
  bad: ((1, 2), (3))

counted(n: int) -> [n]
  ok: 4 -> [4]

# --- Questions ------------------------------------------------------------

defined(x: any) -> known(x)
  ok: [2, 3] -> true
  ok: [...] -> ?
  ok: none -> false

size(x: [*s, dim@n, *t], dim: axis) -> n
  ok: [2, 3], -1 -> 3
  ok: [..., 2, 3], -2 -> 2
  bad: [2, 3], 2

sizes(x: [*s]) -> (*s)
  ok: [2, 3] -> (2, 3)

rank(x: [*s]) -> axes(s)
  ok: [2, 3] -> 2

numel(x: [*s]) -> elements(s)
  ok: [2, 3] -> 6

# --- Layers: what an object was made with comes behind its input -----------

itself(x: any) -> kept(x)
  ok: 3 -> 3

linear(x: [*b, n], n: int, m: int) -> [*b, m]
  ok: [2, 3], 3, 4 -> [2, 4]
  ok: [3], 3, 4 -> [4]
  ok: [2, 5, d], d, 4 -> [2, 5, 4]
  bad: [2, 3], 4, 5
  bad: [], 1, 1

convolution(x: [*b, at@n, *s], at: axis, n: int, c: int, kernel: ints, stride: ints = 1, padding: ints = 0, dilation: ints = 1, ceil: bool = false) -> windowed(b, c, s, kernel, stride, padding, dilation, ceil)
  ok: [8, 3, 32, 32], -3, 3, 16, 3 -> [8, 16, 30, 30]
  ok: [3, 32, 30], -3, 3, 16, (3, 5), (2, 1), 1 -> [16, 16, 28]
  ok: [8, 3, 32], -2, 3, 16, 5, 2, 2, 2 -> [8, 16, 14]
  ok: [..., 32, 30], -3, 3, 16, 3 -> [..., 16, 30, 28]
  bad: [..., 4, 32, 32], -3, 3, 16, 3
  bad: [8, 4, 32, 32], -3, 3, 16, 3
  bad: [8, 3, 2, 2], -3, 3, 16, 3
  bad: [1, 8, 3, 32, 32], -3, 3, 16, 3
  bad: [3, 32], -3, 3, 16, 3

pool(x: [*b, at@c, *s], at: axis, kernel: ints, stride?: ints, padding: ints = 0, dilation: ints = 1, ceil: bool = false) -> windowed(b, c, s, kernel, stride, padding, dilation, ceil)
  ok: [8, 3, 32, 32], -3, 2 -> [8, 3, 16, 16]
  ok: [3, 32, 32], -3, 3, 2, 1 -> [3, 16, 16]
  bad: [8, 3, 4, 4], -3, 5

embedding(x: [*s], n: int, d: int) -> [*s, d]
  ok: [2, 5], 100, 16 -> [2, 5, 16]

channels(x: [n, c], c: int) -> [n, c]
channels(x: [n, c, l], c: int) -> [n, c, l]
  ok: [8, 3], 3 -> [8, 3]
  bad: [8, 3], 4
  bad: [8, 3, 4, 4], 3

channels2d(x: [n, c, h, w], c: int) -> [n, c, h, w]
  ok: [8, 3, 4, 4], 3 -> [8, 3, 4, 4]
  bad: [8, 4, 4, 4], 3
  bad: [3, 4, 4], 3

channels3d(x: [n, c, d, h, w], c: int) -> [n, c, d, h, w]
  ok: [8, 3, 2, 4, 4], 3 -> [8, 3, 2, 4, 4]
  bad: [8, 3, 4, 4], 3

group_norm(x: [n, c, *s], g: int, c: int) -> [n, c, *s] where c % g == 0
  ok: [8, 6, 4, 4], 3, 6 -> [8, 6, 4, 4]
  bad: [8, 5, 4, 4], 3, 6

layer_norm(x: [*s], last: ints) -> trailing(s, last)
  ok: [2, 3, 5], 5 -> [2, 3, 5]
  ok: [2, 3, 5], (3, 5) -> [2, 3, 5]
  ok: [..., 5], (3, 5) -> [..., 3, 5]
  bad: [2, 6], 5

flatten(x: [*s], start: int = 0, end: int = -1) -> flattened(x, start, end)
  ok: [2, 3, 4], 1 -> [2, 12]
  ok: [2, 3, 4] -> [24]
  ok: [], 0 -> [1]
  ok: [...], 1 -> [_, _]
  ok: [..., 2, 3, 4], -2 -> [..., 2, 12]
  ok: [2, 3], 1, -1 -> [2, 3]
  bad: [2, 3], 2
  bad: [2, 3, 4], 2, 1

flatten_rest(x: [*s], start: int = 1, end: int = -1) -> flattened(x, start, end)
  ok: [2, 3, 4] -> [2, 12]
  ok: [2, 3, 4], 0, 1 -> [6, 4]
  bad: [2]
