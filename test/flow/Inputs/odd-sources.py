import sys

head = b"#include <tensor_tidy/tensor.h>\nusing namespace tensor_tidy;\n"
wrong = head + b"void f() {\n\tauto x = zeros({2, 3}); // \xc3\xa9\n\tmatmul(x, x);\n}"


def write(name, data):
    with open(f"{sys.argv[1]}/{name}.cpp", "wb") as out:
        out.write(data)


write("crlf", wrong.replace(b"\n", b"\r\n") + b"\r\n")
write("bom", b"\xef\xbb\xbf" + wrong + b"\n")
write("no-newline", wrong)
write("latin1", wrong.replace(b"\xc3\xa9", b"\xe9 \xff") + b"\n")

start = head + b"void f() {\n  auto x = zeros({2, 3});\n"
write("long", start + b"  x = x + zeros({2, 3});\n" * 5000 + b"}\n")
write("deep", start + b"  x = x" + b".transpose(0, 1)" * 1000 + b";\n}\n")
write("braces", head + b"void f() { tensor(" + b"{" * 60 + b"1" + b"}" * 60 + b"); }\n")
nested = b"".join(b"struct A%d { A%d a, b; };\n" % (N, N - 1) for N in range(1, 26))
write("nested", head + b"struct A0 { Tensor x; };\n" + nested + b"void f() { A25 a; }\n")
held = b"template <int N> struct A { A<N - 1> a; };\n"
held += b"template <> struct A<0> { Tensor x = zeros({2}); };\n"
write("held", head + held + b"void f() { A<900> a; }\n")
