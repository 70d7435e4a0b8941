/** https://github.com/containerd/platforms/blob/main/database.go */
const SYSTEMS =
  "aix android darwin dragonfly freebsd hurd illumos ios js linux nacl netbsd openbsd plan9 solaris windows zos".split(
    " ",
  );
const PROCESSORS =
  "386 amd64 amd64p32 arm armbe arm64 arm64be ppc64 ppc64le loong64 mips mipsle mips64 mips64le mips64p32 mips64p32le ppc riscv riscv64 s390 s390x sparc sparc64 wasm aarch64 x86_64 x86-64 i386 i686 armhf armel local".split(
    " ",
  );

/** Whether a text names a platform as `system`, `processor`, `system/processor` or `system/processor/variant`. */
export function isPlatform(text: string): boolean {
  const parts = text.split("/");
  const [first = ""] = parts;
  if (
    parts.length > 3 ||
    !parts.every((part, place) => /^[A-Za-z0-9_.-]+$/.test(place === 0 ? part.replace(/\(.*\)$/, "") : part))
  )
    return false;
  return parts.length > 1 || [...SYSTEMS, ...PROCESSORS, "macos"].includes(first.toLowerCase());
}
