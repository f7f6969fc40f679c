"""The first schema."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "article",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("canonical_url", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("external_id", sa.Text(), nullable=True),
        sa.Column("publisher", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("published", sa.DateTime(timezone=True), nullable=True),
        sa.Column("published_offset", sa.Integer(), nullable=True),
        sa.Column("published_source", sa.String(), nullable=False),
        sa.Column("published_raw", sa.Text(), nullable=False),
        sa.Column("credit", sa.Text(), nullable=False),
        sa.Column("first_seen", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_seen", sa.DateTime(timezone=True), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("next_attempt", sa.DateTime(timezone=True), nullable=True),
        sa.Column("page_etag", sa.Text(), nullable=True),
        sa.Column("page_last_modified", sa.Text(), nullable=True),
        sa.Column("copy_of_id", sa.Integer(), nullable=True),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("unmatched", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["copy_of_id"],
            ["article.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_article_canonical_url"), "article", ["canonical_url"], unique=True)
    op.create_index(op.f("ix_article_next_attempt"), "article", ["next_attempt"], unique=False)
    op.create_index(op.f("ix_article_published"), "article", ["published"], unique=False)
    op.create_index(op.f("ix_article_publisher"), "article", ["publisher"], unique=False)
    op.create_index(op.f("ix_article_state"), "article", ["state"], unique=False)
    op.create_index(op.f("ix_article_unmatched"), "article", ["unmatched"], unique=False)
    op.create_table(
        "event",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("start", sa.Date(), nullable=False),
        sa.Column("end", sa.Date(), nullable=False),
        sa.Column("precision", sa.String(), nullable=False),
        sa.Column("basis", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("actors", sa.JSON(), nullable=False),
        sa.Column("actor_names", sa.Text(), nullable=False),
        sa.Column("place_names", sa.Text(), nullable=False),
        sa.Column("parties", sa.JSON(), nullable=False),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("ordinal", sa.Integer(), nullable=True),
        sa.Column("base", sa.String(), nullable=True),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("independent_sources", sa.Integer(), nullable=False),
        sa.Column("chosen", sa.JSON(), nullable=False),
        sa.Column("rivals", sa.JSON(), nullable=False),
        sa.Column("hidden", sa.Boolean(), nullable=False),
        sa.Column("stale", sa.Boolean(), nullable=False),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("redirect_to", sa.String(), nullable=True),
        sa.Column("dropped", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["redirect_to"],
            ["event.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_event_end"), "event", ["end"], unique=False)
    op.create_index(op.f("ix_event_stale"), "event", ["stale"], unique=False)
    op.create_index(op.f("ix_event_status"), "event", ["status"], unique=False)
    op.create_index(op.f("ix_event_type"), "event", ["type"], unique=False)
    op.create_index(
        "ix_event_timeline",
        "event",
        ["start", "end", "type", "id"],
        sqlite_where=sa.text("redirect_to IS NULL AND dropped IS NULL AND hidden = 0"),
        postgresql_where=sa.text("redirect_to IS NULL AND dropped IS NULL AND NOT hidden"),
    )
    op.create_index("ix_event_type_start", "event", ["type", "start"], unique=False)
    op.create_index(op.f("ix_event_updated"), "event", ["updated"], unique=False)
    op.create_table(
        "feed",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("configured_url", sa.Text(), nullable=False),
        sa.Column("publisher", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("enabled", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("etag", sa.Text(), nullable=True),
        sa.Column("last_modified", sa.Text(), nullable=True),
        sa.Column("body_hash", sa.String(), nullable=True),
        sa.Column("validated_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("last_checked", sa.DateTime(timezone=True), nullable=True),
        sa.Column("last_success", sa.DateTime(timezone=True), nullable=True),
        sa.Column("last_new", sa.DateTime(timezone=True), nullable=True),
        sa.Column("next_check", sa.DateTime(timezone=True), nullable=True),
        sa.Column("interval_seconds", sa.Integer(), nullable=True),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("moved_to", sa.Text(), nullable=True),
        sa.Column("moved_since", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_feed_name"), "feed", ["name"], unique=True)
    op.create_index(op.f("ix_feed_next_check"), "feed", ["next_check"], unique=False)
    op.create_table(
        "host",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("paused_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("strikes", sa.Integer(), nullable=False),
        sa.Column("last_start", sa.DateTime(timezone=True), nullable=True),
        sa.Column("robots", sa.Text(), nullable=True),
        sa.Column("robots_fetched", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_table(
        "judgement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("verb", sa.String(), nullable=False),
        sa.Column("subject", sa.JSON(), nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("made", sa.DateTime(timezone=True), nullable=False),
        sa.Column("undone", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "run",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("job", sa.String(), nullable=False),
        sa.Column("started", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished", sa.DateTime(timezone=True), nullable=True),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("counts", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "article_alias",
        sa.Column("canonical_url", sa.Text(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"],
            ["article.id"],
        ),
        sa.PrimaryKeyConstraint("canonical_url"),
    )
    op.create_index(
        op.f("ix_article_alias_article_id"), "article_alias", ["article_id"], unique=False
    )
    op.create_table(
        "article_version",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("text_hash", sa.String(), nullable=False),
        sa.Column("published", sa.DateTime(timezone=True), nullable=True),
        sa.Column("fetched", sa.DateTime(timezone=True), nullable=False),
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.Column("rules", sa.String(), nullable=True),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["article_id"],
            ["article.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("article_id", "number"),
    )
    op.create_index(
        op.f("ix_article_version_article_id"), "article_version", ["article_id"], unique=False
    )
    op.create_index(
        "ix_article_version_replaced",
        "article_version",
        ["id"],
        sqlite_where=sa.text("current = 0"),
        postgresql_where=sa.text("NOT current"),
    )
    op.create_index(op.f("ix_article_version_rules"), "article_version", ["rules"], unique=False)
    op.create_index(
        op.f("ix_article_version_text_hash"), "article_version", ["text_hash"], unique=False
    )
    op.create_table(
        "event_relation",
        sa.Column("event_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("other_id", sa.String(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["event_id"],
            ["event.id"],
        ),
        sa.ForeignKeyConstraint(
            ["other_id"],
            ["event.id"],
        ),
        sa.PrimaryKeyConstraint("event_id", "kind", "other_id"),
    )
    op.create_index(
        op.f("ix_event_relation_other_id"), "event_relation", ["other_id"], unique=False
    )
    op.create_table(
        "event_revision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=True),
        sa.Column("change", sa.String(), nullable=False),
        sa.Column("before", sa.JSON(), nullable=False),
        sa.Column("after", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["event_id"],
            ["event.id"],
        ),
        sa.ForeignKeyConstraint(
            ["run_id"],
            ["run.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_event_revision_at"), "event_revision", ["at"], unique=False)
    op.create_index(
        op.f("ix_event_revision_event_id"), "event_revision", ["event_id"], unique=False
    )
    op.create_table(
        "feed_move",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("feed_id", sa.Integer(), nullable=False),
        sa.Column("old_url", sa.Text(), nullable=False),
        sa.Column("new_url", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["feed_id"],
            ["feed.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_feed_move_feed_id"), "feed_move", ["feed_id"], unique=False)
    op.create_table(
        "feed_outage",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("feed_id", sa.Integer(), nullable=False),
        sa.Column("started", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["feed_id"],
            ["feed.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_feed_outage_feed_id"), "feed_outage", ["feed_id"], unique=False)
    op.create_index(op.f("ix_feed_outage_started"), "feed_outage", ["started"], unique=False)
    op.create_table(
        "sighting",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("feed_id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("guid", sa.Text(), nullable=False),
        sa.Column("first_seen", sa.DateTime(timezone=True), nullable=False),
        sa.Column("item_hash", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"],
            ["article.id"],
        ),
        sa.ForeignKeyConstraint(
            ["feed_id"],
            ["feed.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("feed_id", "article_id"),
    )
    op.create_index(op.f("ix_sighting_article_id"), "sighting", ["article_id"], unique=False)
    op.create_index(op.f("ix_sighting_feed_id"), "sighting", ["feed_id"], unique=False)
    op.create_table(
        "mention",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.String(), nullable=True),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("start", sa.Date(), nullable=False),
        sa.Column("end", sa.Date(), nullable=False),
        sa.Column("precision", sa.String(), nullable=False),
        sa.Column("basis", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("actors", sa.JSON(), nullable=False),
        sa.Column("place", sa.JSON(), nullable=True),
        sa.Column("ordinal", sa.Integer(), nullable=True),
        sa.Column("base", sa.String(), nullable=True),
        sa.Column("numbers", sa.JSON(), nullable=False),
        sa.Column("evidence_start", sa.Integer(), nullable=False),
        sa.Column("evidence_end", sa.Integer(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("spans", sa.JSON(), nullable=False),
        sa.Column("rules", sa.JSON(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("names", sa.JSON(), nullable=False),
        sa.Column("words", sa.JSON(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("stale", sa.Boolean(), nullable=False),
        sa.Column("component", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["article_id"],
            ["article.id"],
        ),
        sa.ForeignKeyConstraint(
            ["event_id"],
            ["event.id"],
        ),
        sa.ForeignKeyConstraint(
            ["version_id"],
            ["article_version.id"],
        ),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_index(op.f("ix_mention_article_id"), "mention", ["article_id"], unique=False)
    op.create_index(op.f("ix_mention_component"), "mention", ["component"], unique=False)
    op.create_index(op.f("ix_mention_event_id"), "mention", ["event_id"], unique=False)
    op.create_index(op.f("ix_mention_stale"), "mention", ["stale"], unique=False)
    op.create_index("ix_mention_type_start", "mention", ["type", "start"], unique=False)
    op.create_index(op.f("ix_mention_version_id"), "mention", ["version_id"], unique=False)
    op.create_table(
        "raw_page",
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("media_type", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["version_id"],
            ["article_version.id"],
        ),
        sa.PrimaryKeyConstraint("version_id"),
    )

    op.create_table(
        "search_text",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.String(), nullable=True),
        sa.Column("version_id", sa.Integer(), nullable=True),
        sa.Column(
            "words", sa.Text().with_variant(postgresql.TSVECTOR(), "postgresql"), nullable=False
        ),
        sa.Column("digest", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["event_id"],
            ["event.id"],
        ),
        sa.ForeignKeyConstraint(
            ["version_id"],
            ["article_version.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("event_id"),
        sa.UniqueConstraint("version_id"),
    )
    if op.get_bind().dialect.name == "postgresql":
        op.create_index("ix_search_text_words", "search_text", ["words"], postgresql_using="gin")
    else:
        for statement in SQLITE_SEARCH:
            op.execute(statement)


# The words are folded already: "ascii" parts them at spaces and leaves all other letters alone.
SQLITE_SEARCH = (
    "CREATE VIRTUAL TABLE search_index USING fts5"
    "(words, content='search_text', content_rowid='id', tokenize='ascii')",
    """CREATE TRIGGER search_text_added AFTER INSERT ON search_text BEGIN
        INSERT INTO search_index (rowid, words) VALUES (new.id, new.words);
    END""",
    """CREATE TRIGGER search_text_removed AFTER DELETE ON search_text BEGIN
        INSERT INTO search_index (search_index, rowid, words) VALUES ('delete', old.id, old.words);
    END""",
    """CREATE TRIGGER search_text_changed AFTER UPDATE OF words ON search_text BEGIN
        INSERT INTO search_index (search_index, rowid, words) VALUES ('delete', old.id, old.words);
        INSERT INTO search_index (rowid, words) VALUES (new.id, new.words);
    END""",
)


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.drop_table("search_index")
    op.drop_table("search_text")
    op.drop_table("raw_page")
    op.drop_index(op.f("ix_mention_version_id"), table_name="mention")
    op.drop_index("ix_mention_type_start", table_name="mention")
    op.drop_index(op.f("ix_mention_stale"), table_name="mention")
    op.drop_index(op.f("ix_mention_event_id"), table_name="mention")
    op.drop_index(op.f("ix_mention_component"), table_name="mention")
    op.drop_index(op.f("ix_mention_article_id"), table_name="mention")
    op.drop_table("mention")
    op.drop_index(op.f("ix_sighting_feed_id"), table_name="sighting")
    op.drop_index(op.f("ix_sighting_article_id"), table_name="sighting")
    op.drop_table("sighting")
    op.drop_index(op.f("ix_feed_outage_started"), table_name="feed_outage")
    op.drop_index(op.f("ix_feed_outage_feed_id"), table_name="feed_outage")
    op.drop_table("feed_outage")
    op.drop_index(op.f("ix_feed_move_feed_id"), table_name="feed_move")
    op.drop_table("feed_move")
    op.drop_index(op.f("ix_event_revision_event_id"), table_name="event_revision")
    op.drop_index(op.f("ix_event_revision_at"), table_name="event_revision")
    op.drop_table("event_revision")
    op.drop_index(op.f("ix_event_relation_other_id"), table_name="event_relation")
    op.drop_table("event_relation")
    op.drop_index(op.f("ix_article_version_text_hash"), table_name="article_version")
    op.drop_index(op.f("ix_article_version_rules"), table_name="article_version")
    op.drop_index("ix_article_version_replaced", table_name="article_version")
    op.drop_index(op.f("ix_article_version_article_id"), table_name="article_version")
    op.drop_table("article_version")
    op.drop_index(op.f("ix_article_alias_article_id"), table_name="article_alias")
    op.drop_table("article_alias")
    op.drop_table("run")
    op.drop_table("judgement")
    op.drop_table("host")
    op.drop_index(op.f("ix_feed_next_check"), table_name="feed")
    op.drop_index(op.f("ix_feed_name"), table_name="feed")
    op.drop_table("feed")
    op.drop_index(op.f("ix_event_updated"), table_name="event")
    op.drop_index("ix_event_type_start", table_name="event")
    op.drop_index("ix_event_timeline", table_name="event")
    op.drop_index(op.f("ix_event_type"), table_name="event")
    op.drop_index(op.f("ix_event_status"), table_name="event")
    op.drop_index(op.f("ix_event_stale"), table_name="event")
    op.drop_index(op.f("ix_event_end"), table_name="event")
    op.drop_table("event")
    op.drop_index(op.f("ix_article_unmatched"), table_name="article")
    op.drop_index(op.f("ix_article_state"), table_name="article")
    op.drop_index(op.f("ix_article_publisher"), table_name="article")
    op.drop_index(op.f("ix_article_published"), table_name="article")
    op.drop_index(op.f("ix_article_next_attempt"), table_name="article")
    op.drop_index(op.f("ix_article_canonical_url"), table_name="article")
    op.drop_table("article")
