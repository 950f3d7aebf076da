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

mv(a: [m, k], v: [k]) -> [m]
  ok: [2, 3], [3] -> [2]
  bad: [2, 3], [2]

dot(a: [n], b: [n]) -> []
  ok: [3], [3] -> []
  bad: [3], [4]
  bad: [3], [1]

outer(a: [m], b: [n]) -> [m, n]
  ok: [2], [3] -> [2, 3]
  bad: [2, 1], [3]

inner(a: [], b: [*t]) -> [*t]
inner(a: [*s], b: []) -> [*s]
inner(a: [*s, k], b: [*t, k]) -> [*s, *t]
  ok: [2, 3], [4, 3] -> [2, 4]
  ok: [3], [] -> [3]
  bad: [2, 3], [3, 4]

addmm(c: [*s], a: [m, k], b: [k, n]) -> [m, n] where s fits [m, n]
  ok: [4], [2, 3], [3, 4] -> [2, 4]
  ok: [], [2, 3], [3, 4] -> [2, 4]
  ok: [2, 1], [2, 3], [3, 4] -> [2, 4]
  bad: [3, 3], [5, 2], [2, 7]
  bad: [1, 2, 4], [2, 3], [3, 4]

addmv(c: [*s], a: [m, k], v: [k]) -> [m] where s fits [m]
  ok: [2], [2, 3], [3] -> [2]
  bad: [3], [2, 3], [3]

addr(c: [*s], a: [m], b: [n]) -> [m, n] where s fits [m, n]
  ok: [3], [2], [3] -> [2, 3]
  bad: [2, 1, 1], [2], [3]

addbmm(c: [*s], a: [i, m, k], b: [i, k, n]) -> [m, n] where s fits [m, n]
  ok: [4], [5, 2, 3], [5, 3, 4] -> [2, 4]
  bad: [2], [5, 2, 3], [5, 3, 4]

baddbmm(c: [*s], a: [i, m, k], b: [i, k, n]) -> [i, m, n] where s fits [i, m, n]
  ok: [4], [5, 2, 3], [5, 3, 4] -> [5, 2, 4]
  ok: [5, 2, 4], [5, 2, 3], [5, 3, 4] -> [5, 2, 4]
  bad: [2, 2, 4], [5, 2, 3], [5, 3, 4]

tensordot(a: [*s], b: [*t], i: ints, j: ints) -> contracted(s, t, i, j)
  ok: [2, 3, 4], [4, 3, 5], (1, 2), (1, 0) -> [2, 5]
  ok: [2, 3], [4], (), () -> [2, 3, 4]
  bad: [2, 3], [4, 3], (1), (0)

kron(a: [*s], b: [*t]) -> products(s, t)
  ok: [2, 3], [4, 5] -> [8, 15]
  ok: [3], [4, 5] -> [4, 15]

distances(a: [*s, p, m], b: [*s, r, m]) -> [*s, p, r]
  ok: [5, 2, 3], [4, 3] -> [5, 2, 4]
  bad: [2, 3], [4, 5]
  bad: [3], [4, 3]

pairs(x: [n, m]) -> [n*(n - 1)/2]
  ok: [4, 3] -> [6]
  bad: [4]

affine(x: [*b, n], w: [m, n], bias?: [*c]) -> [*b, m] where c fits [*b, m]
affine(x: [*b, n], w: [n], bias?: none) -> [*b]
  ok: [5, 2, 3], [4, 3], [4] -> [5, 2, 4]
  ok: [2, 3], [3] -> [2]
  ok: [2, 3], [4, 3], [] -> [2, 4]
  bad: [2, 3], [3, 4]
  bad: [2, 3], [4, 3], [3]

bilinear_by(x: [*s, n], y: [*t, m], w: [o, n, m], bias?: [o]) -> [*s, o] where t is [*s]
  ok: [2, 3], [2, 4], [5, 3, 4] -> [2, 5]
  bad: [2, 3], [1, 4], [5, 3, 4]

# --- Square matrices --------------------------------------------------------

square(x: [*b, n, n]) -> [*b, n, n]
  ok: [5, 3, 3] -> [5, 3, 3]
  bad: [2, 3]

determinant(x: [*b, n, n]) -> [*b]
  ok: [5, 3, 3] -> [5]
  bad: [3]

determinants(x: [*b, n, n]) -> ([*b], [*b])
  ok: [5, 3, 3] -> ([5], [5])

eigen(x: [*b, n, n]) -> ([*b, n], [*b, n, n])
  ok: [5, 3, 3] -> ([5, 3], [5, 3, 3])

eigenvalues(x: [*b, n, n]) -> [*b, n]
  ok: [5, 3, 3] -> [5, 3]

trace(x: [m, n]) -> []
  ok: [2, 3] -> []
  bad: [3]

old_qr(x: [*b, m, n], some?: true) -> ([*b, m, min(m, n)], [*b, min(m, n), n])
old_qr(x: [*b, m, n], some: false) -> ([*b, m, m], [*b, m, n])
  ok: [5, 2, 3] -> ([5, 2, 2], [5, 2, 3])
  ok: [4, 3], false -> ([4, 4], [4, 3])

old_svd(x: [*b, m, n], some?: bool, vectors: false) -> ([*b, m, m], [*b, min(m, n)], [*b, n, n])
old_svd(x: [*b, m, n], some?: true, vectors?: true) -> ([*b, m, min(m, n)], [*b, min(m, n)], [*b, n, min(m, n)])
old_svd(x: [*b, m, n], some: false, vectors?: true) -> ([*b, m, m], [*b, min(m, n)], [*b, n, n])
  ok: [5, 2, 3] -> ([5, 2, 2], [5, 2], [5, 3, 2])

svd(x: [*b, m, n], full?: true) -> ([*b, m, m], [*b, min(m, n)], [*b, n, n])
svd(x: [*b, m, n], full: false) -> ([*b, m, min(m, n)], [*b, min(m, n)], [*b, min(m, n), n])
  ok: [5, 2, 3] -> ([5, 2, 2], [5, 2], [5, 3, 3])
  ok: [5, 2, 3], false -> ([5, 2, 2], [5, 2], [5, 2, 3])

singular_values(x: [*b, m, n]) -> [*b, min(m, n)]
  ok: [2, 3] -> [2]

pseudo_inverse(x: [*b, m, n]) -> [*b, n, m]
  ok: [2, 3] -> [3, 2]
  bad: [3]

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

along(x: [*s], dim: axis = -1) -> [*s]
  ok: [2, 3], 1 -> [2, 3]
  ok: [], 0 -> []
  bad: [2, 3], 2

touched(x: [*s], dims?: axes) -> touched(s, dims)
  ok: [2, 3], (0, -1) -> [2, 3]
  ok: [2, 3] -> [2, 3]
  bad: [2, 3], 2
  bad: [2, 3], (1, -1)

features(x: [*b, m, n], train: true) -> x
features(x: [*s], train: false) -> x
  ok: [2, 3], true -> [2, 3]
  ok: [3], false -> [3]
  bad: [3], true

rolled(x: [*s], shifts: ints, dims?: axes) -> [*s]
  ok: [2, 3], 1, 0 -> [2, 3]

paired(x: [*s]) -> ([*s], [*s])
  ok: [2, 3] -> ([2, 3], [2, 3])

as_reals(x: [*s]) -> [*s, 2]
  ok: [3] -> [3, 2]

as_complex(x: [*s, 2]) -> [*s]
  ok: [3, 2] -> [3]
  bad: [3]

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

three(x: [*s], y: [*s], z: [*s]) -> [*s]
  ok: [2, 3], [3], [2, 1] -> [2, 3]
  ok: [2, 3], [3], 0.5 -> [2, 3]
  bad: [2, 3], [3], [4]

between(x: [*s], least: [*s], most?: [*s]) -> [*s]
between(x: [*s], least?: none, most: [*s]) -> [*s]
  ok: [2, 3], [3] -> [2, 3]
  ok: [2, 3], most=[3] -> [2, 3]
  bad: [2, 3], [2]

to_number(x: [*s], y: [*s]) -> []
  ok: [2, 3], [3] -> []
  bad: [2, 3], [2]

in_place(x: [*s], y: [*s]) -> unchanged(x, s)
  ok: [2, 3], [3] -> [2, 3]
  ok: [2, 3], 0.5 -> [2, 3]
  bad: [2, 3], [2]
  bad: [3], [2, 3]
  bad: [1, 3], [2, 3]
  bad: [1], [..., 2, 3]

three_in_place(x: [*s], y: [*s], z: [*s]) -> unchanged(x, s)
  ok: [2, 3], [3], [2, 1] -> [2, 3]
  bad: [3], [2, 3], [3]

between_in_place(x: [*s], least: [*s], most?: [*s]) -> unchanged(x, s)
between_in_place(x: [*s], least?: none, most: [*s]) -> unchanged(x, s)
  ok: [2, 3], [3] -> [2, 3]
  ok: [2, 3], most=0.5 -> [2, 3]
  bad: [3], [2, 3]

along_in_place(x: [*s], dim: axis) -> x
  ok: [2, 3], 1 -> [2, 3]

diagonal_in_place(x: [m, n]) -> x
diagonal_in_place(x: [n, n, n]) -> x
diagonal_in_place(x: [n, n, n, n]) -> x
  ok: [2, 3] -> [2, 3]
  ok: [3, 3, 3] -> [3, 3, 3]
  bad: [2, 3, 3]
  bad: [3]

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

adjoint(x: []) -> []
adjoint(x: [*b, m, n]) -> [*b, n, m]
  ok: [5, 2, 3] -> [5, 3, 2]
  ok: [] -> []
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

moved(x: [*s], from: ints, to: ints) -> moved(s, from, to)
  ok: [2, 3, 4], 0, -1 -> [3, 4, 2]
  ok: [2, 3, 4], (0, 1), (2, 0) -> [3, 4, 2]
  bad: [2, 3, 4], 3, 0
  bad: [2, 3, 4], (0, 1), (2)

expand_as(x: [*s], like: [*t]) -> [*t] where s fits [*t]
  ok: [3], [2, 3] -> [2, 3]
  bad: [2, 3], [3]

repeat(x: [*s], times: ints) -> repeated(s, times)
  ok: [2, 3], (4, 1) -> [8, 3]
  ok: [3], (4, 2) -> [4, 6]
  bad: [2, 3], (4)
  bad: [2], (-1)

tile(x: [*s], times: ints) -> tiled(s, times)
  ok: [2, 3], (4) -> [2, 12]
  ok: [3], (4, 2) -> [4, 6]

repeat_each(x: [*s], times: int, dim?: none) -> [_] where times >= 0
repeat_each(x: [*s, dim@n, *t], times: int, dim: axis) -> [*s, n*times, *t]
  ok: [2, 3], 4, 1 -> [2, 12]
  ok: [2, 3], 4 -> [_]
  bad: [2, 3], -1, 0
  bad: [2, 3], 4, 2

sliding(x: [*s, dim@n, *t], dim: axis, size: int, step: int) -> [*s, (n - size)/step + 1, *t, size] where size >= 0, step > 0, size <= n
  ok: [2, 7], 1, 3, 2 -> [2, 3, 3]
  bad: [2, 7], 1, 8, 1
  bad: [2, 7], 1, 3, 0

diagonal(x: [*s], offset: int = 0, i: int = 0, j: int = 1) -> diagonal(s, offset, i, j)
  ok: [2, 3, 4] -> [4, 2]
  ok: [3, 5], 1 -> [3]
  ok: [3, 5], -4 -> [0]
  ok: [..., 3, 4], 0, -2, -1 -> [..., 3]
  bad: [3]
  bad: [3, 5], 0, 1, -1

on_diagonal(x: [*s], offset: int = 0, i: int = -2, j: int = -1) -> on_diagonal(s, offset, i, j)
  ok: [2, 3] -> [2, 3, 3]
  ok: [2, 3], -1 -> [2, 4, 4]
  ok: [2, 3], 0, 0, 1 -> [3, 3, 2]
  bad: [], 0
  bad: [2, 3], 0, 3, 0

# --- Parts ----------------------------------------------------------------

select(x: [*s, dim@n, *t], dim: axis, index?: int) -> [*s, *t] where index < n, index >= -n
  ok: [2, 3, 4], 1 -> [2, 4]
  ok: [2, 3, 4], 1, [] -> [2, 4]
  ok: [2, 3, 4], 1, -3 -> [2, 4]
  bad: [2, 3, 4], 1, 3
  bad: [], 0
  bad: [2, 3], 2

narrow(x: [*s, dim@n, *t], dim: axis, start: int, length: int) -> [*s, length, *t] where length >= 0, length <= n, start + length <= n, start + length <= n + n*min(start/n, 0), start >= -n
  ok: [2, 3, 4], 1, 1, 2 -> [2, 2, 4]
  ok: [2, 3, 4], -1, 4, 0 -> [2, 3, 0]
  ok: [2, 3, 4], 1, -1, 1 -> [2, 1, 4]
  ok: [2, 3, 4], ?, 0, 2 -> [_, _, _]
  bad: [2, 3, 4], 3, 0, 2
  bad: [2, 3, 4], 0, 0, 3
  bad: [2, 3, 4], 0, 0, -1
  bad: [2, 3, 4], 1, 2, 2
  bad: [2, 3, 4], 1, -1, 2

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

side_by_side(xs: list[*s], least: int, dim: int) -> side_by_side(xs, least, dim)
  ok: ([2, 3], [2, 4]), 1, 1 -> [2, 7]
  ok: ([3], [4]), 1, 1 -> [7]
  ok: ([3], [2, 3]), 2, 0 -> [3, 3]
  ok: ([3], [3]), 3, 2 -> [1, 3, 2]
  bad: ([2, 3], [3, 3]), 1, 1
  bad: (), 1, 1

meshgrid(xs: list[*s]) -> grids(xs)
  ok: ([2], [3], []) -> ([2, 3, 1], [2, 3, 1], [2, 3, 1])
  bad: ([2, 3], [4])

split(x: [*s], by: int, dim: int = 0) -> pieces(s, by, dim)
split(x: [*s], by: ints, dim: int = 0) -> parts(s, by, dim)
  ok: [5, 3], 2 -> ([2, 3], [2, 3], [1, 3])
  ok: [2, 3*d], d, -1 -> ([2, d], [2, d], [2, d])
  ok: [5, 3], (2, 3) -> ([2, 3], [3, 3])
  ok: [2, 3*d], (d, 2*d), 1 -> ([2, d], [2, 2*d])
  bad: [5, 3], -1
  bad: [5, 3], 2, 2
  bad: [], 1
  bad: [5, 3], (2, 2)

split_into(x: [*s], sizes: ints, dim: int = 0) -> parts(s, sizes, dim)
  ok: [5, 3], (2, 3) -> ([2, 3], [3, 3])
  bad: [5, 3], (2, 2)
  bad: [5, 3], 2

chunk(x: [*s], count: int, dim: int = 0) -> chunks(s, count, dim)
  ok: [5, 3], 3 -> ([2, 3], [2, 3], [1, 3])
  ok: [4], 3 -> ([2], [2])
  ok: [2, 3*d], 3, -1 -> ([2, d], [2, d], [2, d])
  bad: [5, 3], 0
  bad: [5, 3], 2, 2

tensor_split(x: [*s], count: int, dim: int = 0) -> shares(s, count, dim)
  ok: [5, 3], 3 -> ([2, 3], [2, 3], [1, 3])
  ok: [2], 3 -> ([1], [1], [0])
  bad: [5, 3], 0

unbind(x: [*s], dim: int = 0) -> unbound(s, dim)
  ok: [2, 3] -> ([3], [3])
  ok: [2, 3, d], -2 -> ([2, d], [2, d], [2, d])
  bad: [], 0
  bad: [2, 3], 2

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

reduce_one(x: [*s], dim: axis, keepdim: bool = false) -> reduced(s, dim, keepdim)
  ok: [2, 3], 1 -> [2]
  ok: [2, 3], 0, true -> [1, 3]
  bad: [2, 3], 2

extreme(x: [*s], dims?: axes, keepdim: bool = false) -> extreme(s, dims, keepdim)
  ok: [2, 3], 1 -> [2]
  ok: [2, 3] -> []
  ok: [2, 0], 0 -> [0]
  bad: [2, 0]
  bad: [2, 0], 1

extremes(x: [], dim: axis = -1, keepdim?: bool) -> ([], [])
extremes(x: [*s, dim@n, *t], dim: axis = -1, keepdim?: false) -> ([*s, *t], [*s, *t]) where n > 0
extremes(x: [*s, dim@n, *t], dim: axis = -1, keepdim: true) -> ([*s, 1, *t], [*s, 1, *t]) where n > 0
  ok: [2, 3], 1 -> ([2], [2])
  ok: [2, 3], 0, true -> ([1, 3], [1, 3])
  ok: [], 0 -> ([], [])
  bad: [2, 0], 1
  bad: [2, 3], 2

kth(x: [], k: int, dim: axis = -1, keepdim?: bool) -> ([], []) where k > 0, k <= 1
kth(x: [*s, dim@n, *t], k: int, dim: axis = -1, keepdim?: false) -> ([*s, *t], [*s, *t]) where k > 0, k <= n
kth(x: [*s, dim@n, *t], k: int, dim: axis = -1, keepdim: true) -> ([*s, 1, *t], [*s, 1, *t]) where k > 0, k <= n
  ok: [2, 3], 2 -> ([2], [2])
  bad: [2, 3], 4

first(x: [], k: int, dim: axis = -1) -> ([], []) where k >= 0, k <= 1
first(x: [*s, dim@n, *t], k: int, dim: axis = -1) -> ([*s, k, *t], [*s, k, *t]) where k >= 0, k <= n
  ok: [2, 3], 2 -> ([2, 2], [2, 2])
  bad: [2, 3], 4
  bad: [2, 3], 1, 2

sorted(x: [*s], dim: axis = -1) -> ([*s], [*s])
  ok: [2, 3] -> ([2, 3], [2, 3])
  bad: [2, 3], 2

reduced_twice(x: [*s], dims?: axes, keepdim: bool = false) -> (reduced(s, dims, keepdim), reduced(s, dims, keepdim))
  ok: [2, 3], 1 -> ([2], [2])

found(x: [*s]) -> found(s)
  ok: [2, 3] -> [_, 2]

# --- Losses: 0 is none, 1 mean, 2 sum ---------------------------------------

reduced_loss(x: [*s], target: [*s], reduction: 0) -> [*s]
reduced_loss(x: [*s], target: [*s], reduction?: int) -> []
  ok: [2, 3], [2, 3], 0 -> [2, 3]
  ok: [8, 1], [8], 0 -> [8, 8]
  ok: [2, 3], [2, 3] -> []
  bad: [4], [5]

nll_loss(x: [c], target: [], weight?: [c], reduction?: int) -> []
nll_loss(x: [n, c], target: [n], weight?: [c], reduction: 0) -> [n]
nll_loss(x: [n, c], target: [n], weight?: [c], reduction?: int) -> []
  ok: [4, 10], [4] -> []
  ok: [4, 10], [4], reduction=0 -> [4]
  bad: [4, 10], [5]
  bad: [4, 10], [4, 1]

class_scores(scores: [*s], target: [*t], weight?: [*w], reduction: int = 1) -> judged(s, t, w, reduction)
  ok: [4, 10], [4] -> []
  ok: [4, 10], [4], reduction=0 -> [4]
  ok: [4, 10, 5], [4, 5], reduction=0 -> [4, 5]
  ok: [4, 10, 5], [4, 10, 5], reduction=0 -> [4, 5]
  ok: [10], [] -> []
  bad: [4, 10], [5]
  bad: [4, 10], [4, 1]
  bad: [4, 10, 5], [4, 1]
  bad: [4, 10], [4], [4]

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

counted(n: int) -> [n] where n >= 0
  ok: 4 -> [4]
  bad: -1

arange(end: int) -> [end] where end >= 0
arange(start: int, end: int, step: int = 1) -> [-((start - end)/step)] where step != 0, (end - start)*step >= 0
  ok: 4 -> [4]
  ok: start=2, end=9, step=3 -> [3]
  ok: start=9, end=2, step=-3 -> [3]
  ok: start=0, end=n -> [n]
  bad: -1
  bad: start=3, end=1
  bad: start=1, end=3, step=-1

linspace(start: number, end: number, steps: int) -> [steps] where steps >= 0
  ok: 0.5, 0.5, 7 -> [7]
  bad: 0.5, 0.5, -1

eye(n: int) -> [n, n] where n >= 0
eye(n: int, m: int) -> [n, m] where n >= 0, m >= 0
  ok: 3 -> [3, 3]
  ok: 3, 4 -> [3, 4]
  bad: -1

drawn(x: [n], count: int, again?: false) -> [count] where count > 0, count <= n
drawn(x: [n], count: int, again: true) -> [count] where count > 0, n > 0
drawn(x: [b, n], count: int, again?: false) -> [b, count] where count > 0, count <= n
drawn(x: [b, n], count: int, again: true) -> [b, count] where count > 0, n > 0
  ok: [5], 2 -> [2]
  ok: [2, 5], 7, true -> [2, 7]
  bad: [2, 5], 0
  bad: [2, 5], 6
  bad: [1, 2, 5], 1

triangle(row: int, col: int) -> [2, _] where row >= 0, col >= 0
  ok: 3, 4 -> [2, _]
  bad: -1, 4

maybe_there(x: [*s]) -> perhaps(s)
  ok: [2, 3] -> [2, 3] or none

item(x: [*s]) -> single(s)
  ok: [1, 1] -> _
  bad: [2]
  bad: [0]

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

convolution(x: [*b, at@n, *s], at: axis, n: int, c: int, kernel: ints, stride: ints = 1, padding: ints = 0, dilation: ints = 1, groups: int = 1, ceil: bool = false) -> windowed(b, c, s, kernel, stride, padding, dilation, ceil) where n > 0, c > 0, groups > 0, n % groups == 0, c % groups == 0
  ok: [8, 3, 32, 32], -3, 3, 16, 3 -> [8, 16, 30, 30]
  ok: [3, 32, 30], -3, 3, 16, (3, 5), (2, 1), 1 -> [16, 16, 28]
  ok: [8, 3, 32], -2, 3, 16, 5, 2, 2, 2 -> [8, 16, 14]
  ok: [..., 32, 30], -3, 3, 16, 3 -> [..., 16, 30, 28]
  bad: [..., 4, 32, 32], -3, 3, 16, 3
  bad: [8, 4, 32, 32], -3, 3, 16, 3
  bad: [8, 3, 2, 2], -3, 3, 16, 3
  bad: [1, 8, 3, 32, 32], -3, 3, 16, 3
  bad: [3, 32], -3, 3, 16, 3
  ok: [8, 6, 32], -2, 6, 9, 3, groups=3 -> [8, 9, 30]
  ok: [2, 3, 4, 5, 6], -4, 3, 4, (2, 3, 1), 1, (0, 1, 0) -> [2, 4, 3, 5, 6]
  bad: [8, 6, 32], -2, 6, 9, 3, groups=2
  bad: [8, 3, 32], -2, 3, 16, 3, 0

pool(x: [*b, at@c, *s], at: axis, kernel: ints, stride?: ints, padding: ints = 0, dilation: ints = 1, ceil: bool = false) -> pooled(b, c, s, kernel, stride, padding, dilation, ceil)
  ok: [8, 3, 32, 32], -3, 2 -> [8, 3, 16, 16]
  ok: [8, 3, 7], -2, 2, ceil=true -> [8, 3, 4]
  ok: [8, 3, 7], -2, 2, ceil=? -> [8, 3, _]
  ok: [8, 3, 4], -2, 2, 3, 1, ceil=true -> [8, 3, 2]
  bad: [8, 3, 7], -2, 3, 3, 2
  ok: [3, 32, 32], -3, 3, 2, 1 -> [3, 16, 16]
  bad: [8, 3, 4, 4], -3, 5

embedding(x: [*s], n: int, d: int) -> [*s, d]
  ok: [2, 5], 100, 16 -> [2, 5, 16]

group_norm(x: [n, c, *s], g: int, c: int, affine?: true) -> [n, c, *s] where g > 0, c % g == 0
group_norm(x: [n, m, *s], g: int, c: int, affine: false) -> [n, m, *s] where g > 0, m % g == 0
  ok: [8, 6, 4, 4], 3, 6 -> [8, 6, 4, 4]
  ok: [8, 9, 4, 4], 3, 6, affine=false -> [8, 9, 4, 4]
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

# --- More layers: products, tables ----------------------------------------

bilinear(x: [*b, n], y: [*c, k], n: int, k: int, m: int) -> [*b, m] where c is [*b], n > 0, k > 0
  ok: [2, 3], [2, 5], 3, 5, 7 -> [2, 7]
  bad: [2, 3], [1, 5], 3, 5, 7
  bad: [2, 3], [2, 3], 3, 5, 7

embedding_bag(x: [b, l], n: int, d: int, offsets?: none, weights?: none, last: int = 0) -> [b - last, d] where l > 0
embedding_bag(x: [l], n: int, d: int, offsets: [b], weights?: none, last: int = 0) -> [b - last, d]
  ok: [4, 6], 100, 16 -> [4, 16]
  ok: [24], 100, 16, [4] -> [4, 16]
  ok: [24], 100, 16, [4], last=true -> [3, 16]
  bad: [4, 6, 2], 100, 16

# --- More layers: along the axes behind the channels ----------------------

transposed_convolution(x: [*b, at@n, *s], at: axis, n: int, c: int, kernel: ints, stride: ints = 1, padding: ints = 0, extra: ints = 0, dilation: ints = 1, groups: int = 1, size?: ints) -> unwindowed(b, c, s, kernel, stride, padding, extra, dilation, size) where n > 0, c > 0, groups > 0, n % groups == 0, c % groups == 0
  ok: [8, 16, 12, 12], -3, 16, 33, 3, 2 -> [8, 33, 25, 25]
  ok: [16, 12, 10], -3, 16, 33, (3, 5), (2, 1), (4, 2), (1, 0) -> [33, 18, 10]
  ok: [8, 16, 6, 6], -3, 16, 16, 3, 2, 1, size=(12, 12) -> [8, 16, 12, 12]
  ok: [2, 4, 5], -2, 4, 6, 3, 2, groups=2 -> [2, 6, 11]
  ok: [2, 4, 2, 3, 4], -4, 4, 6, (2, 1, 3) -> [2, 6, 3, 3, 6]
  bad: [8, 16, 6, 6], -3, 16, 16, 3, 2, 1, size=(13, 13)
  bad: [8, 16, 12, 12], -3, 8, 33, 3
  bad: [8, 16, 12], -2, 16, 33, 3, 2, 0, 2

pool_with_indices(x: [*b, at@c, *s], at: axis, kernel: ints, stride?: ints, padding: ints = 0, dilation: ints = 1, ceil: bool = false) -> (pooled(b, c, s, kernel, stride, padding, dilation, ceil), pooled(b, c, s, kernel, stride, padding, dilation, ceil))
  ok: [8, 3, 32, 32], -3, 2 -> ([8, 3, 16, 16], [8, 3, 16, 16])
  ok: [8, 3, 32], -2, 2 -> ([8, 3, 16], [8, 3, 16])
  bad: [8, 3, 4, 4], -3, 5

unpool(x: [*b, at@c, *s], at: axis, indices: [*i], kernel: ints, stride?: ints, padding: ints = 0, size?: ints) -> unpooled(b, c, s, kernel, stride, padding, size) where i is [*b, c, *s]
  ok: [8, 3, 16, 16], -3, [8, 3, 16, 16], 2 -> [8, 3, 32, 32]
  ok: [8, 3, 4], -2, [8, 3, 4], 2, size=(8, 3, 9) -> [8, 3, 9]
  ok: [2, 3, 2, 2, 2], -4, [2, 3, 2, 2, 2], 2 -> [2, 3, 4, 4, 4]
  bad: [8, 3, 16, 16], -3, [8, 3, 15, 16], 2

fractional_pool(x: [*b, at@c, *s], at: axis, kernel: ints, size: ints, ratio?: none) -> adapted(b, c, s, size, kernel)
fractional_pool(x: [*b, at@c, *s], at: axis, kernel: ints, size?: none, ratio: any) -> adapted(b, c, s, size, kernel)
  ok: [8, 3, 50, 32], -3, 3, (13, 12) -> [8, 3, 13, 12]
  ok: [8, 3, 50, 32], -3, 3, ratio=(0.5, 0.5) -> [8, 3, _, _]
  bad: [8, 3, 8, 32], -3, 3, (7, 12)

fractional_pool_with_indices(x: [*b, at@c, *s], at: axis, kernel: ints, size: ints, ratio?: none) -> (adapted(b, c, s, size, kernel), adapted(b, c, s, size, kernel))
fractional_pool_with_indices(x: [*b, at@c, *s], at: axis, kernel: ints, size?: none, ratio: any) -> (adapted(b, c, s, size, kernel), adapted(b, c, s, size, kernel))
  ok: [8, 3, 50, 32], -3, 3, (13, 12) -> ([8, 3, 13, 12], [8, 3, 13, 12])

adaptive_pool(x: [*b, at@c, *s], at: axis, size: any, kernel?: none) -> adapted(b, c, s, size, kernel)
  ok: [8, 3, 50, 32], -3, (7, none) -> [8, 3, 7, 32]
  ok: [3, 50, 32], -3, 5 -> [3, 5, 5]

adaptive_mean(x: [*s], axes: int, size: any) -> averaged(s, axes, size)
  ok: [8, 3, 50, 32], 2, (7, none) -> [8, 3, 7, 32]
  ok: [5, 8, 3, 50, 32], 2, 1 -> [5, 8, 3, 1, 1]
  bad: [5, 8, 3, 50, 32], 2, 2
  bad: [8, 3, 50], 3, 5

adaptive_pool_with_indices(x: [*b, at@c, *s], at: axis, size: any, kernel?: none) -> (adapted(b, c, s, size, kernel), adapted(b, c, s, size, kernel))
  ok: [8, 3, 50, 32], -3, 5 -> ([8, 3, 5, 5], [8, 3, 5, 5])

upsample(x: [*b, at@c, *s], at: axis, size: ints, scale?: none) -> upsampled(b, c, s, size, scale)
upsample(x: [*b, at@c, *s], at: axis, size?: none, scale: ints) -> upsampled(b, c, s, size, scale)
  ok: [8, 3, 4, 6], 1, (9, 11) -> [8, 3, 9, 11]
  ok: [8, 3, 4, 6], 1, scale=(2, 3) -> [8, 3, 8, 18]
  ok: [8, 3, 4, 6], 1, scale=(?, 2) -> [8, 3, _, 12]
  bad: [8, 3, 4, 6], 1, (9, 11, 12)

pixel_shuffle(x: [*b, c, h, w], r: int) -> [*b, c/(r*r), h*r, w*r] where r > 0, c % (r*r) == 0
  ok: [8, 9, 4, 4], 3 -> [8, 1, 12, 12]
  bad: [8, 8, 4, 4], 3

pixel_unshuffle(x: [*b, c, h, w], r: int) -> [*b, c*r*r, h/r, w/r] where r > 0, h % r == 0, w % r == 0
  ok: [8, 1, 12, 12], 3 -> [8, 9, 4, 4]
  bad: [8, 1, 12, 13], 3

unfold(x: [*b, at@c, *s], at: axis, kernel: ints, stride: ints = 1, padding: ints = 0, dilation: ints = 1) -> unfolded(b, c, s, kernel, stride, padding, dilation)
  ok: [2, 5, 3, 4], 1, (2, 3) -> [2, 30, 4]
  bad: [2, 5, 3, 4], 1, (4, 3)

fold(x: [*b, at@c, l], at: axis, size: ints, kernel: ints, stride: ints = 1, padding: ints = 0, dilation: ints = 1) -> folded(b, c, l, size, kernel, stride, padding, dilation)
  ok: [1, 12, 12], -2, (4, 5), (2, 2) -> [1, 3, 4, 5]
  bad: [1, 12, 11], -2, (4, 5), (2, 2)
  bad: [1, 11, 12], -2, (4, 5), (2, 2)

pad(x: [*s], axes: int, by: ints) -> padded(s, axes, by)
  ok: [2, 3, 4], 1, (3, 1) -> [2, 3, 8]
  ok: [2, 3, 4], 2, (1, -2, 0, 5) -> [2, 8, 3]
  bad: [2, 3, 4], 1, (-3, -2)

pad_border(x: [*b, at@c, *s], at: axis, by: ints, inner: int) -> bordered(b, c, s, by, inner)
  ok: [2, 3, 4], -2, (3, 1), 1 -> [2, 3, 8]
  ok: [3, 4], -2, 5, 0 -> [3, 14]
  bad: [2, 3, 4], -2, (4, 1), 1

unflatten(x: [*s], dim: int, sizes: ints) -> unflattened(s, dim, sizes)
  ok: [2, 50, 3], 1, (2, 5, 5) -> [2, 2, 5, 5, 3]
  ok: [2, 50], -1, (-1, 10) -> [2, 5, 10]
  bad: [2, 50], 1, (3, 17)

# --- More layers: norms ---------------------------------------------------

batch_norm1d(x: [n, c], c: int, affine?: bool, tracks?: true) -> [n, c] where c > 0
batch_norm1d(x: [n, c, l], c: int, affine?: bool, tracks?: true) -> [n, c, l] where c > 0
batch_norm1d(x: [n, m], c: int, affine: int = 1, tracks: false) -> [n, m] where (m - c)*affine == 0, n != 1
batch_norm1d(x: [n, m, l], c: int, affine: int = 1, tracks: false) -> [n, m, l] where (m - c)*affine == 0, n*l != 1
  ok: [8, 3], 3 -> [8, 3]
  ok: [8, 3], 5, false, false -> [8, 3]
  bad: [8, 3], 4
  bad: [8, 3], 4, false
  bad: [8, 3], 5, tracks=false
  bad: [1, 3, 1], 3, tracks=false
  bad: [8, 3, 4, 4], 3

batch_norm2d(x: [n, c, h, w], c: int, affine?: bool, tracks?: true) -> [n, c, h, w] where c > 0
batch_norm2d(x: [n, m, h, w], c: int, affine: int = 1, tracks: false) -> [n, m, h, w] where (m - c)*affine == 0, n*h*w != 1
  ok: [8, 3, 4, 4], 3 -> [8, 3, 4, 4]
  bad: [8, 4, 4, 4], 3
  bad: [3, 4, 4], 3

batch_norm3d(x: [n, c, d, h, w], c: int, affine?: bool, tracks?: true) -> [n, c, d, h, w] where c > 0
batch_norm3d(x: [n, m, d, h, w], c: int, affine: int = 1, tracks: false) -> [n, m, d, h, w] where (m - c)*affine == 0, n*d*h*w != 1
  ok: [8, 3, 2, 4, 4], 3 -> [8, 3, 2, 4, 4]
  bad: [8, 3, 4, 4], 3

instance_norm1d(x: [c, l], k: int, affine: int = 0, tracks: int = 0) -> [c, l] where (c - k)*(affine + tracks) == 0
instance_norm1d(x: [n, c, l], k: int, affine: int = 0, tracks: int = 0) -> [n, c, l] where (c - k)*(affine + tracks) == 0
  ok: [8, 3, 5], 4 -> [8, 3, 5]
  bad: [8, 3, 5], 4, true
  bad: [8, 3, 5, 5], 3

instance_norm2d(x: [c, h, w], k: int, affine: int = 0, tracks: int = 0) -> [c, h, w] where (c - k)*(affine + tracks) == 0
instance_norm2d(x: [n, c, h, w], k: int, affine: int = 0, tracks: int = 0) -> [n, c, h, w] where (c - k)*(affine + tracks) == 0
  ok: [8, 3, 5, 5], 3, true -> [8, 3, 5, 5]
  bad: [8, 3, 5, 5], 4, tracks=true

instance_norm3d(x: [c, d, h, w], k: int, affine: int = 0, tracks: int = 0) -> [c, d, h, w] where (c - k)*(affine + tracks) == 0
instance_norm3d(x: [n, c, d, h, w], k: int, affine: int = 0, tracks: int = 0) -> [n, c, d, h, w] where (c - k)*(affine + tracks) == 0
  ok: [8, 3, 5, 5, 2], 3 -> [8, 3, 5, 5, 2]
  bad: [8, 3], 3

across_channels(x: [n, c, l, *s], size: int) -> [n, c, l, *s] where size > 0, c > 0
  ok: [8, 3, 4], 2 -> [8, 3, 4]
  bad: [8, 3], 2

images(x: [n, c, h, w], size?: int) -> [n, c, h, w] where c > 0
  ok: [8, 3, 4, 5], 2 -> [8, 3, 4, 5]
  bad: [3, 4, 5], 2

# --- More layers: activations ---------------------------------------------

gated(x: [*s, dim@n, *t], dim: axis = -1) -> [*s, n/2, *t] where n % 2 == 0
  ok: [2, 6] -> [2, 3]
  ok: [2, 6], 0 -> [1, 6]
  bad: [2, 5]

prelu(x: [*s], n?: 1) -> [*s]
prelu(x: [b, n, *s], n: int) -> [b, n, *s]
  ok: [2, 6] -> [2, 6]
  ok: [2, 6, 4], 6 -> [2, 6, 4]
  bad: [2, 5], 6

softmax_channels(x: [n, c, h, w]) -> [n, c, h, w]
softmax_channels(x: [c, h, w]) -> [c, h, w]
  ok: [8, 3, 4, 5] -> [8, 3, 4, 5]
  bad: [8, 3]

# --- More layers: distances -----------------------------------------------

cosine(x: [*s], y: [*s], dim: int = 1, keep: bool = false) -> reduced(s, dim, keep)
  ok: [2, 3], [3] -> [2]

distance(x: [*s], y: [*s], keep: bool = false, dim: int = -1) -> reduced(s, dim, keep)
  ok: [2, 3], [3] -> [2]
  ok: [2, 3], [2, 3], true -> [2, 1]
  bad: [2, 3], [2, 4]

# --- More layers: recurrent -----------------------------------------------

rnn(x: [l, b, n], n: int, h: int, hx?: [(1 + both)*layers, b, h], layers: int = 1, first?: false, both: int = 0) -> ([l, b, (1 + both)*h], [(1 + both)*layers, b, h]) where l > 0, layers > 0, h > 0
rnn(x: [b, l, n], n: int, h: int, hx?: [(1 + both)*layers, b, h], layers: int = 1, first: true, both: int = 0) -> ([b, l, (1 + both)*h], [(1 + both)*layers, b, h]) where l > 0, layers > 0, h > 0
  ok: [5, 3, 10], 10, 20, [2, 3, 20], 2 -> ([5, 3, 20], [2, 3, 20])
  ok: [3, 5, 10], 10, 20, layers=2, first=true, both=true -> ([3, 5, 40], [4, 3, 20])
  bad: [5, 3, 11], 10, 20
  bad: [3, 5, 10], 10, 20, [1, 5, 20], first=true
  bad: [5, 10], 10, 20

lstm(x: [l, b, n], n: int, h: int, hx?: list[(1 + both)*layers, b, h], layers: int = 1, first?: false, both: int = 0, p?: 0) -> ([l, b, (1 + both)*h], ([(1 + both)*layers, b, h], [(1 + both)*layers, b, h])) where l > 0, layers > 0, h > 0
lstm(x: [b, l, n], n: int, h: int, hx?: list[(1 + both)*layers, b, h], layers: int = 1, first: true, both: int = 0, p?: 0) -> ([b, l, (1 + both)*h], ([(1 + both)*layers, b, h], [(1 + both)*layers, b, h])) where l > 0, layers > 0, h > 0
lstm(x: [l, b, n], n: int, h: int, hx?: none, layers: int = 1, first?: false, both: int = 0, p: int) -> ([l, b, (1 + both)*p], ([(1 + both)*layers, b, p], [(1 + both)*layers, b, h])) where l > 0, layers > 0, p > 0, p < h, h > 0
lstm(x: [b, l, n], n: int, h: int, hx?: none, layers: int = 1, first: true, both: int = 0, p: int) -> ([b, l, (1 + both)*p], ([(1 + both)*layers, b, p], [(1 + both)*layers, b, h])) where l > 0, layers > 0, p > 0, p < h, h > 0
  ok: [5, 3, 10], 10, 20, ([2, 3, 20], [2, 3, 20]), 2 -> ([5, 3, 20], ([2, 3, 20], [2, 3, 20]))
  ok: [3, 5, 10], 10, 20, layers=2, first=true, both=true, p=7 -> ([3, 5, 14], ([4, 3, 7], [4, 3, 20]))
  bad: [5, 3, 11], 10, 20
  bad: [5, 3, 10], 10, 20, ([2, 3, 20], [1, 3, 20]), 2
  bad: [5, 3, 10], 10, 20, p=20

rnn_cell(x: [b, n], n: int, h: int, hx?: [b, h]) -> [b, h] where h > 0
  ok: [3, 10], 10, 20 -> [3, 20]
  ok: [3, 10], 10, 20, [3, 20] -> [3, 20]
  bad: [3, 10], 10, 20, [1, 20]
  bad: [3, 11], 10, 20

lstm_cell(x: [b, n], n: int, h: int, hx?: list[b, h]) -> ([b, h], [b, h]) where h > 0
  ok: [3, 10], 10, 20, ([3, 20], [3, 20]) -> ([3, 20], [3, 20])
  bad: [3, 10], 10, 20, ([3, 20], [3, 19])

# --- More layers: attention -----------------------------------------------

multihead_attention(query: [q, b, e], key: [k, b, d], value: [k, b, d], e: int, h: int, d: int = e, v: int = e, padding?: [b, k], mask?: [*m], more: int = 0, zero: int = 0, weights?: true, average?: true) -> ([q, b, e], [b, q, k + more + zero]) where b > 0, e > 0, h > 0, e % h == 0, v == d, m fits [q, k]
multihead_attention(query: [q, b, e], key: [k, b, d], value: [k, b, d], e: int, h: int, d: int = e, v: int = e, padding?: [b, k], mask?: [*m], more: int = 0, zero: int = 0, weights?: true, average: false) -> ([q, b, e], [b, h, q, k + more + zero]) where b > 0, e > 0, h > 0, e % h == 0, v == d, m fits [q, k]
multihead_attention(query: [q, b, e], key: [k, b, d], value: [k, b, d], e: int, h: int, d: int = e, v: int = e, padding?: [b, k], mask?: [*m], more: int = 0, zero: int = 0, weights: false, average?: any) -> ([q, b, e], nothing()) where b > 0, e > 0, h > 0, e % h == 0, v == d, m fits [q, k]
  ok: [5, 3, 16], [7, 3, 16], [7, 3, 16], 16, 4 -> ([5, 3, 16], [3, 5, 7])
  ok: [5, 3, 16], [7, 3, 8], [7, 3, 8], 16, 4, 8, 8, [3, 7], [5, 7], true, true -> ([5, 3, 16], [3, 5, 9])
  ok: [5, 3, 16], [7, 3, 16], [7, 3, 16], 16, 4, average=false -> ([5, 3, 16], [3, 4, 5, 7])
  ok: [5, 3, 16], [7, 3, 16], [7, 3, 16], 16, 4, weights=false -> ([5, 3, 16], none)
  bad: [5, 3, 16], [7, 3, 16], [7, 3, 16], 16, 3
  bad: [5, 3, 16], [7, 3, 16], [7, 3, 16], 16, 4, mask=[7, 5]
  bad: [5, 3, 16], [7, 3, 16], [7, 3, 16], 16, 4, padding=[7, 3]
  bad: [3, 5, 16], [7, 3, 16], [7, 3, 16], 16, 4

encoder(x: [q, b, e], e: int, h: int, mask?: [*m], padding?: [b, q]) -> [q, b, e] where b > 0, e > 0, h > 0, e % h == 0, m fits [q, q]
  ok: [5, 3, 16], 16, 4, [5, 5], [3, 5] -> [5, 3, 16]
  bad: [5, 3, 16], 8, 4
  bad: [5, 3, 16], 16, 4, [3, 3]

decoder(x: [q, b, e], memory: [k, b, e], e: int, h: int, mask?: [*m], across?: [*n], padding?: [b, q], behind?: [b, k]) -> [q, b, e] where b > 0, e > 0, h > 0, e % h == 0, m fits [q, q], n fits [q, k]
  ok: [5, 3, 16], [7, 3, 16], 16, 4, [5, 5], [5, 7] -> [5, 3, 16]
  bad: [5, 3, 16], [7, 2, 16], 16, 4
  bad: [5, 3, 16], [7, 3, 16], 16, 4, across=[7, 5]

transformer(x: [k, b, e], y: [q, b, e], e: int = 512, h: int = 8, from?: [*l], mask?: [*m], across?: [*n], padding?: [b, k], target?: [b, q], behind?: [b, k]) -> [q, b, e] where b > 0, e > 0, h > 0, e % h == 0, l fits [k, k], m fits [q, q], n fits [q, k]
  ok: [10, 3, 512], [20, 3, 512] -> [20, 3, 512]
  ok: [10, 3, 16], [20, 3, 16], 16, 4, mask=[20, 20] -> [20, 3, 16]
  bad: [10, 3, 16], [20, 2, 16], 16, 4
  bad: [10, 3, 16], [20, 3, 16], 16, 4, mask=[10, 10]

# --- More layers: losses --------------------------------------------------

loss(x: [*s], y: [*s], reduction?: any) -> scored(reduction)
  ok: [2, 3], [3] -> []
  ok: [2, 3], [3], ? -> [...]
  bad: [2, 3], [2]

loss_into(x: [*s], y: [*t], reduction?: any) -> scored(reduction) where t fits [*s]
  ok: [2, 3], [3] -> []
  bad: [2, 1], [2]

loss_of_alike(x: [*s], y: [*t], weight?: [*w], positive?: [*v], reduction?: any) -> scored(reduction) where t is [*s], w fits [*s], v fits [*s]
  ok: [2, 3], [2, 3] -> []
  ok: [2, 3], [2, 3], [3] -> []
  bad: [8, 1], [8]
  bad: [2, 3], [1, 3]
  bad: [2, 3], [2, 3], [2]

loss_of_three(x: [*s], y: [*s], z: [*s], reduction?: any) -> scored(reduction)
  ok: [2, 3], [2, 3], [2, 3] -> []
  bad: [2, 3], [2, 3], [2, 4]

loss_of_labels(x: [*s], y: [*s], weight?: [*s], reduction?: any) -> scored(reduction)
  ok: [2, 3], [2, 3], [3] -> []
  bad: [2, 3], [2, 4]

margin_loss(x: [n, c], y: [n], reduction?: any) -> scored(reduction) where c > 0
margin_loss(x: [c], y: [1], reduction?: any) -> scored(reduction) where c > 0
margin_loss(x: [c], y: [], reduction?: any) -> scored(reduction) where c > 0
margin_loss(x: [1, c], y: [], reduction?: any) -> scored(reduction) where c > 0
margin_loss(x: [], y: [], reduction?: any) -> scored(reduction)
margin_loss(x: [], y: [1], reduction?: any) -> scored(reduction)
  ok: [2, 3], [2] -> []
  bad: [2, 3], [3]

multilabel_margin_loss(x: [n, c], y: [n, c], reduction?: any) -> scored(reduction) where c > 0
multilabel_margin_loss(x: [c], y: [c], reduction?: any) -> scored(reduction) where c > 0
multilabel_margin_loss(x: [], y: [], reduction?: any) -> scored(reduction)
multilabel_margin_loss(x: [1], y: [], reduction?: any) -> scored(reduction)
multilabel_margin_loss(x: [], y: [1], reduction?: any) -> scored(reduction)
  ok: [2, 3], [2, 3] -> []
  bad: [2, 3], [3, 2]

cosine_loss(x: [a, c], y: [b, d], target: [n], reduction?: any) -> scored(reduction) where (a - b)*(a - 1)*(b - 1) == 0, (c - d)*(c - 1)*(d - 1) == 0, (n - max(a, b))*(n - 1)*(max(a, b) - 1) == 0
cosine_loss(x: [c], y: [], target: [], reduction?: any) -> scored(reduction)
cosine_loss(x: [c], y: [*s, d], target: [], reduction?: any) -> scored(reduction) where (c - d)*(c - 1)*(d - 1) == 0
  ok: [2, 3], [2, 3], [2] -> []
  ok: [3], [3], [] -> []
  bad: [2, 3], [2, 3], [3]
  bad: [2, 3], [2, 4], [2]

class_loss(x: [n, c, *s], y: [n, *t], weight?: [c], reduction?: any) -> scored(reduction) where t is [*s], c > 0
  ok: [8, 10], [8] -> []
  ok: [8, 10, 5, 6], [8, 5, 6], [10] -> []
  ok: [8, 10], [8], reduction=? -> [...]
  bad: [8, 10], [7]
  bad: [8, 10], [8, 1]
  bad: [8, 10], [8], [8]

cross_entropy(x: [c], y: [], weight?: [c], reduction?: any) -> scored(reduction) where c > 0
cross_entropy(x: [n, c, *s], y: [n, *t], weight?: [c], reduction?: any) -> scored(reduction) where t is [*s]
cross_entropy(x: [c], y: [c], weight?: [c], reduction?: any) -> scored(reduction)
cross_entropy(x: [n, c, *s], y: [n, c, *t], weight?: [c], reduction?: any) -> scored(reduction) where t is [*s]
  ok: [8, 10], [8] -> []
  ok: [8, 10], [8, 10] -> []
  ok: [10], [] -> []
  ok: [8, 10, 5], [8, 5], [10] -> []
  bad: [8, 10], [7]
  bad: [8, 10], [8, 1]

ctc_loss(x: [t, n, c], y: [n, s], given: [n], wanted: [n], reduction?: any) -> scored(reduction)
ctc_loss(x: [t, n, c], y: [s], given: [n], wanted: [n], reduction?: any) -> scored(reduction)
  ok: [50, 16, 20], [16, 30], [16], [16] -> []
  bad: [50, 16, 20], [15, 30], [16], [16]

# --- More layers: initialisers --------------------------------------------

identity_in(x: [m, n]) -> x
  ok: [2, 3] -> [2, 3]
  bad: [2, 3, 4]

rows_in(x: [m, n, *s]) -> x
  ok: [2, 3, 4] -> [2, 3, 4]
  bad: [2]

kernels_in(x: [m, n, l]) -> x
kernels_in(x: [m, n, h, w]) -> x
kernels_in(x: [m, n, d, h, w]) -> x
  ok: [2, 3, 4] -> [2, 3, 4]
  bad: [2, 3]
