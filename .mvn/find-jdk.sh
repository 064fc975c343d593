# Sourced by ./mvnw and ./guiju. find_jdk sets and exports JAVA_HOME to a JDK of release 25 or newer:
# the one JAVA_HOME names, else the one `java` on the PATH belongs to, else the newest in the usual places.
# Where there is none it says so in both languages and returns 1.

GUIJU_JDK=25

# The feature release of the JDK in $1, or nothing if $1 holds no JDK. The `release` file is read and no JVM is started.
jdk_release() {
    [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
    sed -n 's/^JAVA_VERSION="\([0-9][0-9]*\).*/\1/p' "$1/release"
}

jdk_serves() {
    release=$(jdk_release "$1")
    [ -n "$release" ] && [ "$release" -ge "$GUIJU_JDK" ]
}

# The path of $1 with every symbolic link followed; `readlink -f` is missing on some systems.
real_path() {
    target=$1
    while [ -L "$target" ]; do
        link=$(readlink "$target")
        case $link in
        /*) target=$link ;;
        *) target=$(dirname "$target")/$link ;;
        esac
    done
    printf '%s/%s\n' "$(CDPATH='' cd -- "$(dirname -- "$target")" && pwd -P)" "$(basename -- "$target")"
}

find_jdk() {
    if [ -n "${JAVA_HOME:-}" ] && jdk_serves "$JAVA_HOME"; then
        export JAVA_HOME
        return 0
    fi
    on_path=$(command -v java 2>/dev/null) || on_path=
    if [ -n "$on_path" ]; then
        on_path=$(dirname "$(dirname "$(real_path "$on_path")")")
        if jdk_serves "$on_path"; then
            JAVA_HOME=$on_path
            export JAVA_HOME
            return 0
        fi
    fi
    newest=0
    found=
    for home in /usr/lib/jvm/* /opt/* "${HOME:-/nowhere}"/.sdkman/candidates/java/* \
        "${HOME:-/nowhere}"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        if jdk_serves "$home" && [ "$release" -gt "$newest" ]; then
            newest=$release
            found=$home
        fi
    done
    if [ -n "$found" ]; then
        JAVA_HOME=$found
        export JAVA_HOME
        return 0
    fi
    cat >&2 <<TEXT
Guiju needs a JDK of release $GUIJU_JDK or newer, and none was found in JAVA_HOME, on the PATH, in /usr/lib/jvm, /opt or ~/.sdkman.
Install one (for example Eclipse Temurin $GUIJU_JDK) or set JAVA_HOME to it: export JAVA_HOME=/path/to/jdk-$GUIJU_JDK
规矩需要 JDK $GUIJU_JDK 或更高版本，在 JAVA_HOME、PATH、/usr/lib/jvm、/opt 和 ~/.sdkman 中都没有找到。
请安装一个（例如 Eclipse Temurin $GUIJU_JDK），或设置 JAVA_HOME：export JAVA_HOME=/path/to/jdk-$GUIJU_JDK
TEXT
    return 1
}
