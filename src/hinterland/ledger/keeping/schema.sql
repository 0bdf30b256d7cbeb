-- The tables of a ledger. Column names in capitals are concepts of the SDMX Cross-Domain Concepts; the rest is provenance.
CREATE TABLE IF NOT EXISTS sources (
    sha256 VARCHAR PRIMARY KEY, doc VARCHAR NOT NULL, source VARCHAR NOT NULL, title VARCHAR, publisher VARCHAR,
    published DATE, language VARCHAR, characters BIGINT, kept TIMESTAMP DEFAULT current_timestamp
);
CREATE TABLE IF NOT EXISTS observations (
    obs_id VARCHAR PRIMARY KEY, sha256 VARCHAR NOT NULL, doc VARCHAR NOT NULL,
    REF_AREA VARCHAR, COUNTERPART_AREA VARCHAR, INDICATOR VARCHAR, TIME_PERIOD VARCHAR, OBS_VALUE DOUBLE,
    UNIT_MEASURE VARCHAR, UNIT_MULT INTEGER, TRANSFORMATION VARCHAR, OBS_STATUS VARCHAR, COMMENT_OBS VARCHAR,
    region VARCHAR, period_start DATE, period_end DATE, low DOUBLE, high DOUBLE, rank_scope VARCHAR,
    span_start BIGINT, span_end BIGINT, printed VARCHAR, sentence VARCHAR, qualifier VARCHAR, speaker VARCHAR
);
CREATE TABLE IF NOT EXISTS records (
    record_id VARCHAR PRIMARY KEY, sha256 VARCHAR NOT NULL, doc VARCHAR NOT NULL, region VARCHAR, statistic JSON NOT NULL
);
CREATE TABLE IF NOT EXISTS findings (
    finding_id VARCHAR PRIMARY KEY, sha256 VARCHAR NOT NULL, doc VARCHAR NOT NULL, span_start BIGINT, span_end BIGINT,
    printed VARCHAR, code VARCHAR, verdict VARCHAR, severity VARCHAR, evidence VARCHAR, expected VARCHAR, others JSON,
    evidence_zh VARCHAR, expected_zh VARCHAR
);
CREATE TABLE IF NOT EXISTS measures (
    measure_id VARCHAR PRIMARY KEY, sha256 VARCHAR NOT NULL, doc VARCHAR NOT NULL, span_start BIGINT, span_end BIGINT,
    sentence VARCHAR, anchor VARCHAR, actor VARCHAR, instrument VARCHAR, target VARCHAR, quantity VARCHAR, status VARCHAR,
    note VARCHAR
);
