-- What the ledger has verified of posted events: those posted before verified_until are counted here, and need no second look;
-- one of them that was not decided or had not landed is in ledger_open until it is.
CREATE TABLE portal.ledger_posted (
  ledger_id      TINYINT     NOT NULL PRIMARY KEY,
  verified_until DATETIME(3) NOT NULL,
  accepted       BIGINT      NOT NULL,
  rejected       BIGINT      NOT NULL
);

INSERT INTO portal.ledger_posted VALUES (1, '1970-01-01', 0, 0);

CREATE TABLE portal.ledger_open (
  event_id VARCHAR(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL PRIMARY KEY
);

-- Traces look for what was found about a time.
ALTER TABLE portal.landed_object ADD KEY by_time (found_at);
ALTER TABLE portal.event_batch ADD KEY by_time (created_at);

-- The newest run of each node is asked for at every look at the graph.
ALTER TABLE portal.workflow_node_run ADD KEY by_node (node, run_id);
