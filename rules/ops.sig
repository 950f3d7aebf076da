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

addmm(c: [*s], a: [m, k], b: [k, n]) -> fitted(s, m, n)
  ok: [4], [2, 3], [3, 4] -> [2, 4]
  ok: [], [2, 3], [3, 4] -> [2, 4]
  ok: [2, 1], [2, 3], [3, 4] -> [2, 4]
  bad: [3, 3], [5, 2], [2, 7]
  bad: [1, 2, 4], [2, 3], [3, 4]

addmv(c: [*s], a: [m, k], v: [k]) -> fitted1(s, m)
  ok: [2], [2, 3], [3] -> [2]
  bad: [3], [2, 3], [3]

addr(c: [*s], a: [m], b: [n]) -> fitted(s, m, n)
  ok: [3], [2], [3] -> [2, 3]
  bad: [2, 1, 1], [2], [3]

addbmm(c: [*s], a: [i, m, k], b: [i, k, n]) -> fitted(s, m, n)
  ok: [4], [5, 2, 3], [5, 3, 4] -> [2, 4]
  bad: [2], [5, 2, 3], [5, 3, 4]

baddbmm(c: [*s], a: [i, m, k], b: [i, k, n]) -> fitted3(s, i, m, n)
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

cosine_similarity(x: [*s], y: [*s], dim: int = 1, keepdim: bool = false) -> reduced(s, dim, keepdim)
  ok: [2, 3], [2, 3] -> [2]
  ok: [2, 3], [3], -1 -> [2]
  bad: [2, 3], [2, 4]
  bad: [3], [3]

pairwise_distance(x: [*s], y: [*s], dim: int = -1, keepdim: bool = false) -> reduced(s, dim, keepdim)
  ok: [2, 3], [2, 3] -> [2]
  ok: [2, 3], [3], keepdim=true -> [2, 1]
  bad: [2, 3], [2, 4]

affine(x: [*b, n], w: [m, n], bias?: [m]) -> [*b, m]
affine(x: [*b, n], w: [n], bias?: none) -> [*b]
  ok: [5, 2, 3], [4, 3], [4] -> [5, 2, 4]
  ok: [2, 3], [3] -> [2]
  bad: [2, 3], [3, 4]

bilinear(x: [*s, n], y: [*=s, m], w: [o, n, m], bias?: [o]) -> [*s, o]
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

gated(x: [*s, dim@2*n, *t], dim: axis = -1) -> [*s, n, *t]
  ok: [2, 6] -> [2, 3]
  ok: [2, 6], 0 -> [1, 6]
  bad: [2, 5]
  bad: []

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

unflatten(x: [*s], dim: int, sizes: ints) -> unflattened(s, dim, sizes)
  ok: [2, 12], 1, (3, -1) -> [2, 3, 4]
  ok: [..., 12], -1, (3, 4) -> [..., 3, 4]
  bad: [2, 12], 1, (5, 3)
  bad: [2, 12], 1, ()

expand_as(x: [*s], like: [*t]) -> expanded(s, t)
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

pixel_shuffle(x: [*b, c, h, w], r: int) -> [*b, c/(r*r), h*r, w*r] where r > 0, c % (r*r) == 0
  ok: [1, 8, 2, 3], 2 -> [1, 2, 4, 6]
  bad: [1, 6, 2, 3], 2
  bad: [2, 3], 1

pixel_unshuffle(x: [*b, c, h, w], r: int) -> [*b, c*r*r, h/r, w/r] where r > 0, h % r == 0, w % r == 0
  ok: [1, 2, 4, 6], 2 -> [1, 8, 2, 3]
  bad: [1, 2, 3, 4], 2

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

loss(x: [*s], target: [*s], reduction: 0) -> [*s]
loss(x: [*s], target: [*s], reduction?: int) -> []
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

cross_entropy(scores: [*s], target: [*t], weight?: [*w], reduction: int = 1) -> scored(s, t, w, reduction)
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
