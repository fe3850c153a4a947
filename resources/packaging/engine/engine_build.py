"""``./start engine``: builds the safe's engine, SQLCipher with its part of OpenSSL, as a wheel.

The compiler, the sources and the options are those of ``engine.toml``, by their hashes; nothing of
this computer but Python's headers, perl and make comes in. README.md beside says why and how.
"""

import argparse
import hashlib
import os
import re
import subprocess
import sys
import sysconfig
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import engine_sources as sources
import engine_wheel
from engine_sources import Recipe

HERE = Path(__file__).parent
ENTRY = "PyInit__sqlite3"
OUT = HERE.parents[2] / "build" / "engine"
CFLAGS = [
    *("-O2", "-g0", "-DNDEBUG", "-fno-sanitize=all"),
    *("-fstack-protector-strong", "-D_FORTIFY_SOURCE=2"),
    *("-fvisibility=hidden", "-ffunction-sections", "-fdata-sections"),
]
COMPILER = '#!/bin/sh\nexec "$ENGINE_ZIG" cc -target "$ENGINE_TARGET" "$@"\n'
OTHER = '#!/bin/sh\nexec "$ENGINE_ZIG" {} "$@"\n'


@dataclass(frozen=True)
class Target:
    """A system: what the compiler, OpenSSL and pip call it; libraries; the suffix of a module."""

    triple: str
    openssl: str
    tag: str
    libraries: tuple[str, ...]
    suffix: str

    @property
    def windows(self) -> bool:
        return self.suffix == "pyd"


LINUX = ("-lm", "-lpthread")
WINDOWS = ("-lws2_32", "-lgdi32", "-ladvapi32", "-lcrypt32", "-luser32", "-lbcrypt")
TARGETS = {
    "linux-x86_64": Target(
        "x86_64-linux-gnu.2.28", "linux-x86_64", "manylinux_2_28_x86_64", LINUX, "so"
    ),
    "linux-aarch64": Target(
        "aarch64-linux-gnu.2.28", "linux-aarch64", "manylinux_2_28_aarch64", LINUX, "so"
    ),
    "windows-x86_64": Target("x86_64-windows-gnu", "mingw64", "win_amd64", WINDOWS, "pyd"),
}


def main(arguments: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(prog="./start engine", description=__doc__)
    parser.add_argument("--out", type=Path, default=OUT, help="where the wheel goes")
    parser.add_argument("--kept", type=Path, help="folder of sources that are there already")
    parser.add_argument("--target", choices=TARGETS, default="linux-x86_64")
    options = parser.parse_args(arguments)
    out = options.out.absolute()
    kept = (options.kept or out / "sources").absolute()
    for folder in (out, kept):
        folder.mkdir(parents=True, exist_ok=True)
    recipe = tomllib.loads((HERE / "engine.toml").read_text("utf-8"))
    wheel = Build(recipe, TARGETS[options.target], out, kept).wheel()
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    line = f"{recipe['binding']['name']}=={recipe['version']} --hash=sha256:{digest}\n"
    (out / "engine.txt").write_text(line)
    print(f"{wheel}\n{line}", end="")


class Build:
    """One wheel, for one system, in a folder of its own."""

    def __init__(self, recipe: Recipe, target: Target, out: Path, kept: Path) -> None:
        self._recipe, self._target, self._out, self._kept = recipe, target, out, kept
        self._python = sources.tools(recipe, kept / "tools")
        self._folder = out / f"build-{target.openssl}"
        self._environment = self._commands()

    def wheel(self) -> Path:
        """Compile, link, pack."""
        binding = self._unpacked("binding", sources.binding(self._recipe, self._python, self._kept))
        openssl = self._openssl()
        objects, version = self._objects(binding, openssl)
        module = self._folder / f"_sqlite3.{self._target.suffix}"
        self._link(objects, module, version)
        name = self._recipe["binding"]["name"]
        inside = {f"{name}/{one.name}": one for one in [*(binding / name).glob("*.py"), module]}
        licences = {"sqlcipher3": binding / "LICENSE", "openssl": openssl / "LICENSE.txt"}
        wheel = engine_wheel.Wheel(
            name=name,
            version=self._recipe["version"],
            tag=f"cp{version}-cp{version}-{self._target.tag}",
            files={where: one.read_bytes() for where, one in inside.items()},
            licences={who: one.read_bytes() for who, one in licences.items()},
        )
        return wheel.write(self._out, self._recipe["epoch"])

    def _commands(self) -> dict[str, str]:
        """Return an environment in which the compiler is called by names that say no path."""
        programs = self._folder / "bin"
        programs.mkdir(parents=True, exist_ok=True)
        texts = {"cc": COMPILER} | {
            name: OTHER.format(name) for name in ("ar", "ranlib", "dlltool")
        }
        for name, text in texts.items():
            (programs / f"engine-{name}").write_text(text)
            (programs / f"engine-{name}").chmod(0o755)
        cache = str(self._folder / "cache")  # of this build alone: nothing comes from another one
        return {
            "PATH": f"{programs}:{os.environ['PATH']}",
            "HOME": str(self._folder),
            "LC_ALL": "C",
            "ENGINE_ZIG": str(sources.compiler(self._python)),
            "ENGINE_TARGET": self._target.triple,
            "SOURCE_DATE_EPOCH": str(self._recipe["epoch"]),
            "ZIG_GLOBAL_CACHE_DIR": cache,
            "ZIG_LOCAL_CACHE_DIR": cache,
        }

    def _unpacked(self, name: str, archive: Path) -> Path:
        folder = self._folder / name
        if folder.exists():
            (inside,) = folder.iterdir()
            return inside
        return sources.unpacked(archive, folder)

    def _run(self, *command: str, where: Path) -> str:
        ended = subprocess.run(
            command, cwd=where, env=self._environment, check=False, capture_output=True, text=True
        )
        if ended.returncode:
            sys.exit(f"{' '.join(command)[:300]}\n{ended.stdout[-2000:]}\n{ended.stderr[-4000:]}")
        return ended.stdout

    def _openssl(self) -> Path:
        """Return the folder of OpenSSL, its one library built."""
        archive = sources.of_debian(self._recipe["openssl"], self._kept)
        folder = self._unpacked("openssl", archive)
        if not (folder / "libcrypto.a").exists():
            programs = {"CC": "engine-cc", "AR": "engine-ar", "RANLIB": "engine-ranlib"}
            self._environment |= programs | {"CFLAGS": " ".join(CFLAGS)}
            where = ("--prefix=/nonexistent", "--openssldir=/nonexistent")
            options = self._recipe["openssl"]["options"]
            self._run("perl", "Configure", self._target.openssl, *where, *options, where=folder)
            self._run("make", "-s", "build_generated", where=folder)
            self._run("make", "-s", "libcrypto.a", where=folder)
        return folder

    def _objects(self, binding: Path, openssl: Path) -> tuple[list[Path], str]:
        """Compile SQLCipher and its binding; return all that is linked, and Python's version."""
        headers, version = self._headers()
        name = self._recipe["binding"]["name"]
        defines = [f"-DSQLITE_{key}={value}" for key, value in self._recipe["sqlite"].items()]
        defines += [
            f'-DMODULE_NAME="{name}.dbapi2"',
            "-DHAVE_STDINT_H=1",
            "-DSQLCIPHER_CRYPTO_OPENSSL",
        ]
        defines += ["-DSQLCIPHER_OMIT_DEFAULT_LOGGING=1"]
        found = [binding / "src", binding / "vendor", openssl / "include", *headers]
        where = [f"-I{os.path.relpath(one, binding)}" for one in found]
        position = [] if self._target.windows else ["-fPIC"]
        done = []
        for source in [*sorted((binding / "src").glob("*.c")), binding / "vendor" / "sqlite3.c"]:
            made = self._folder / f"{source.stem}-{version}.o"
            said = (*CFLAGS, *position, *defines, *where)
            self._run(
                "engine-cc",
                "-c",
                *said,
                str(source.relative_to(binding)),
                "-o",
                str(made),
                where=binding,
            )
            done.append(made)
        return [*done, openssl / "libcrypto.a"], version

    def _headers(self) -> tuple[list[Path], str]:
        """Return Python's headers: those of the Python that runs this, or Windows' own."""
        if not self._target.windows:
            found = {sysconfig.get_path("include"), sysconfig.get_path("platinclude")}
            return [
                Path(one) for one in sorted(found)
            ], f"{sys.version_info[0]}{sys.version_info[1]}"
        python = self._unpacked("python", sources.of_debian(self._recipe["python"], self._kept))
        made = self._folder / "pyconfig"
        made.mkdir(exist_ok=True)
        (made / "pyconfig.h").write_bytes((python / "PC" / "pyconfig.h.in").read_bytes())
        version = re.match(r"python(\d)\.(\d+)_", self._recipe["python"]["file"])
        assert version
        return [made, python / "Include"], f"{version[1]}{version[2]}"

    def _link(self, objects: Iterable[Path], module: Path, version: str) -> None:
        """Link the module: it shows its entry alone, and what nothing calls is not in it."""
        shown = self._folder / "shown"
        shown.write_text(f"{{ global: {ENTRY}; local: *; }};\n")
        ours = [str(one) for one in objects]
        system = list(self._target.libraries)
        if self._target.windows:
            system.insert(0, str(self._python_of_windows(ours, version)))
        else:
            system += [f"-Wl,--version-script={shown}", "-Wl,-z,relro", "-Wl,-z,now"]
        said = ["-shared", "-O2", "-s", "-Wl,--gc-sections"]
        self._run("engine-cc", *said, *ours, *system, "-o", str(module), where=self._folder)

    def _python_of_windows(self, objects: Iterable[str], version: str) -> Path:
        """Return an import library of Python, made of the names that the binding asks of it."""
        names: set[str] = set()
        for one in objects:
            if one.endswith(f"-{version}.o"):
                told = Path(one).read_bytes()
                names |= {
                    m[1].decode() for m in re.finditer(rb"\0(?:__imp_)?(_?Py[A-Z_]\w+)(?=\0)", told)
                }
        listed = self._folder / "python.def"
        rows = "".join(f"{name}\n" for name in sorted(names - {ENTRY}))
        listed.write_text(f"LIBRARY python{version}.dll\nEXPORTS\n{rows}")
        library = self._folder / f"libpython{version}.a"
        order = ("engine-dlltool", "-m", "i386:x86-64", "-d", str(listed), "-l", str(library))
        self._run(*order, where=self._folder)
        return library


if __name__ == "__main__":
    main(sys.argv[1:])
