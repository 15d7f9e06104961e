"""Decides on Apache Spark: cases piped through the command on every partition.

    python 08-decide-on-spark.py COMMAND CASES OUT [COMMAND CASES OUT ...]

CASES has one case a line. OUT is a new folder; its parts in order are, byte for byte, what one process would write,
where COMMAND gives the instant and the prices, so that they are the same everywhere:

    arrears decide - --slim --as-of 2026-11-25T02:00:00+08:00 --prices prices.json

SPARK_MASTER names the cluster; default: two executors on this machine. A command that ends with anything but 0 fails the
job. arrears ends with 3 when it rejected cases, and tells them on standard error by their lines within the part; to go on
without them, give it as: sh -c 'arrears decide - ... || [ $? -eq 3 ]'
"""

import json
import os
import sys

from pyspark.sql import SparkSession

# At least so many, so that a slow one delays nobody for long; a large file has one for each of its blocks.
PARTS = 6

jobs = sys.argv[1:]
spark = (
    SparkSession.builder.appName("arrears")
    .master(os.environ.get("SPARK_MASTER", "local-cluster[2,1,1024]"))
    .config("spark.scheduler.minRegisteredResourcesRatio", "1.0")
    .config("spark.ui.showConsoleProgress", "false")
    .getOrCreate()
)
context = spark.sparkContext
for command, cases, out in zip(jobs[::3], jobs[1::3], jobs[2::3]):
    context.textFile(cases, PARTS).pipe(command, checkCode=True).saveAsTextFile(out)

# Who did how much, for scripts/checkSpark.ts.
executors = context._jsc.sc().statusStore().executorList(False)
tasks = {executors.apply(i).id(): executors.apply(i).totalTasks() for i in range(executors.size())}
print(json.dumps({"spark": context.version, "tasks": {name: done for name, done in tasks.items() if name != "driver"}}))
spark.stop()
