"""One callable, five engines, one digest; each engine's tests are skipped, visibly, where it is not installed."""

import os
import pickle
import sys
import warnings
from datetime import date, datetime
from pathlib import Path

import pytest

import govtext
from govtext.errors import FormatError
from govtext.interchange.engines import ExtractBatches
from handmade import sample

pa = pytest.importorskip("pyarrow", reason="pyarrow is not installed: pip install 'govtext[arrow]'")

from govtext.interchange import arrow  # noqa: E402  # it imports pyarrow

DOCUMENTS = 2_000
"""What Spark, the reference, and the plain path are compared over."""

SOME = 1_000
"""What the other engines are compared over; the two bad pages are among them."""

EXTRACT = ExtractBatches(text="body", published="day", id="url")


def page(number):
    """A page of our own; every number gives another one."""
    return (
        f"云溪区召开第{number}次推进会\n"
        f"来源:区融媒体中心 发布时间:2023-{number % 12 + 1:02}-07\n"
        f"{number % 12 + 1}月{number % 28 + 1}日上午,区(qū)委书记陈一鸣主持会议。会议要求,9月底前建成{number}个项目,"
        f"总投资超{number % 90 + 10}.5亿元🚀,增长{number % 17}%,做好“六稳”工作。"
    )


@pytest.fixture(scope="module")
def pages():
    """Two thousand pages, one without text and one with a day that is none."""
    texts = [None if number == 700 else page(number) for number in range(DOCUMENTS)]
    days = ["no day" if n == 900 else None if n % 3 else f"2023-{n % 12 + 1:02}-08" for n in range(DOCUMENTS)]
    return pa.table(
        {"url": [f"https://example.org/{n}" for n in range(DOCUMENTS)], "body": texts, "day": days}
    )


@pytest.fixture(scope="module")
def some(pages):
    """The first of the pages."""
    return pages.slice(0, SOME)


@pytest.fixture(scope="module")
def plain(pages):
    """What plain pyarrow gives."""
    return pa.Table.from_batches(EXTRACT(pages.to_batches(max_chunksize=500)), schema=arrow.SCHEMA)


def test_the_callable_pickles():
    assert pickle.loads(pickle.dumps(EXTRACT)) == EXTRACT


def test_one_row_a_document_in_order_with_errors_in_their_column(pages, plain):
    assert plain.column("id").to_pylist() == pages.column("url").to_pylist()
    errors = {i: told for i, told in enumerate(plain.column("error").to_pylist()) if told}
    assert set(errors) == {700, 900}
    assert errors[700].startswith("InputTypeError: expected the text of a page as str, got NoneType")
    assert "no day" in errors[900]
    assert plain.column("targets").to_pylist()[700] == []


def test_rows_hold_what_parse_finds(pages, plain):
    found = govtext.parse(page(4), date(2023, 5, 7), id="x")
    assert arrow.row(found)["text"] == plain.column("text")[4].as_py()
    direct = arrow.table([govtext.parse(page(n), id=f"https://example.org/{n}") for n in (1, 2, 4)])
    assert arrow.digest(direct) == arrow.digest(plain.take([1, 2, 4]))


def test_batches_are_small_and_read_one_by_one():
    read = []

    def batches():
        for number in range(4):
            read.append(number)
            yield pa.RecordBatch.from_pydict({"text": [page(number)] * 5})

    made = ExtractBatches(rows=2)(batches())
    assert next(made).num_rows == 2
    assert read == [0]
    assert [batch.num_rows for batch in made] == [2, 1, 2, 2, 1, 2, 2, 1, 2, 2, 1]


def test_days_may_be_dates_times_and_strings():
    days = [date(2023, 3, 7), None]
    table = pa.table({"text": ["今年", "今年"], "day": days})
    for column in (
        pa.array(days),
        pa.array([datetime.fromisoformat("2023-03-07T09:00"), None]),
        pa.array(["2023-03-07T09:00", ""]),
    ):
        batches = table.set_column(1, "day", column).to_batches()
        made = pa.Table.from_batches(ExtractBatches(published="day")(batches))
        assert made.column("error").to_pylist() == [None, None]
        assert made.column("published").to_pylist() == days


def test_a_missing_column_is_named():
    batch = pa.RecordBatch.from_pydict({"content": ["文"]})
    with pytest.raises(FormatError, match="expected the columns 'text', got 'content'; name yours"):
        list(ExtractBatches()([batch]))


def test_an_extractor_that_breaks_fails_its_page_alone():
    def broken(document):
        if "坏" in document.text:
            raise LookupError("broken on purpose")
        return ()

    batch = pa.RecordBatch.from_pydict({"text": ["好", "坏", "好"]})
    made = pa.Table.from_batches(ExtractBatches(using=(broken,))([batch]))
    assert made.column("error").to_pylist() == [None, "LookupError: broken on purpose", None]


def test_hostile_text_fits_the_schema():
    texts = [
        "",
        "\x00",
        "\ud800坏\udfff",
        "🚀" * 50,
        "9" * 400 + "亿元",
        "一" * 400 + "元",
        "１.５" * 99,
        "\r\n" * 9,
    ]
    made = arrow.table([govtext.parse(text) for text in texts])
    assert made.num_rows == len(texts)
    assert made.column("text").to_pylist()[2] == "�坏�"


def test_the_digest_minds_content_and_not_order(plain):
    some = plain.slice(0, 50)
    assert arrow.digest(some) == arrow.digest(some.take(list(reversed(range(50)))))
    assert arrow.digest(some) != arrow.digest(plain.slice(1, 50))
    assert arrow.digest(some) != arrow.digest(pa.concat_tables([some, some.slice(0, 1)]))


def test_the_schema_names_every_field_of_a_row():
    row = arrow.row(sample())
    assert list(row) == arrow.SCHEMA.names
    for kind in (*arrow.KINDS, "segments", "redactions", "unrepaired"):
        struct = arrow.SCHEMA.field(kind).type.value_type
        assert {field.name for field in struct} == set(row[kind][0]), kind
    assert arrow.table([sample()]).column("officials")[0].as_py() == row["officials"]


def test_a_process_pool_gives_the_same_digest(pages, plain):
    first = pages.slice(0, 150).to_pylist()
    items = [(p["body"], date.fromisoformat(p["day"]) if p["day"] else None, p["url"]) for p in first]
    made = arrow.table(govtext.parse_many(items, workers=2))
    assert arrow.digest(made) == arrow.digest(plain.slice(0, 150))


@pytest.mark.engines
def test_polars_gives_the_same_digest(some, plain):
    polars = pytest.importorskip("polars", reason="Polars is not installed: pip install 'govtext[polars]'")
    made = EXTRACT(polars.from_arrow(some).to_arrow().to_batches())
    frame = polars.from_arrow(pa.Table.from_batches(made, schema=arrow.SCHEMA))
    assert arrow.digest(frame.to_arrow()) == arrow.digest(plain.slice(0, SOME))


@pytest.mark.engines
def test_duckdb_gives_the_same_digest(some, plain):
    duckdb = pytest.importorskip("duckdb", reason="DuckDB is not installed: pip install 'govtext[duckdb]'")
    source, sink = duckdb.connect(), duckdb.connect()  # one streams out while the other streams in
    source.register("pages", some)
    batches = source.sql("SELECT url, body, day FROM pages").to_arrow_reader(500)
    findings = pa.RecordBatchReader.from_batches(arrow.SCHEMA, EXTRACT(batches))
    sink.register("findings", findings)
    made = sink.sql("SELECT * FROM findings").to_arrow_table()
    assert arrow.digest(made.cast(arrow.SCHEMA)) == arrow.digest(plain.slice(0, SOME))


@pytest.mark.engines
def test_hugging_face_datasets_give_the_same_digest(some, plain):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        datasets = pytest.importorskip(
            "datasets", reason="datasets is not installed: pip install 'govtext[datasets]'"
        )
        datasets.disable_progress_bars()
        made = datasets.Dataset(some).with_format("arrow").map(
            lambda table: pa.Table.from_batches(EXTRACT(table.to_batches()), schema=arrow.SCHEMA),
            batched=True, remove_columns=some.column_names, keep_in_memory=True,
        )  # fmt: skip
    table = pa.concat_tables([made.with_format("arrow")[:]])
    assert arrow.digest(table) == arrow.digest(plain.slice(0, SOME))


@pytest.mark.engines
def test_spark_gives_the_same_digest(pages, plain, monkeypatch):
    pytest.importorskip("pyspark", reason="Spark is not installed: pip install 'govtext[spark]'")
    pytest.importorskip("pandas", reason="pandas is not installed, which Spark needs")
    # Spark's workers must be this Python, and find this govtext.
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(Path(govtext.__file__).parents[1]), *sys.path]))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from pyspark.sql import SparkSession

        try:
            spark = (
                SparkSession.builder.master("local[2]")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.sql.execution.arrow.maxRecordsPerBatch", "300")
                .getOrCreate()
            )
        except Exception as error:  # noqa: BLE001  # no Java, or one that Spark cannot use
            pytest.skip(f"Spark does not start: {error}")
        try:
            frame = spark.createDataFrame(pages.to_pandas()).repartition(4)
            made = frame.mapInArrow(EXTRACT, arrow.ddl())
            table = made.toArrow().cast(arrow.SCHEMA)
        finally:
            spark.stop()
    assert table.num_rows == DOCUMENTS
    assert arrow.digest(table) == arrow.digest(plain)
