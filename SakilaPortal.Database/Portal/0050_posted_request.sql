-- What a request posted, for as long as its events may be in the delivery stream's buffer: reports can include them from here.
-- events: the accepted records, a line of JSON each, compressed (zlib). Rows go an hour after they came.
CREATE TABLE portal.posted_request (
  request_id CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  posted_at  DATETIME(3) NOT NULL,
  events     MEDIUMBLOB  NOT NULL,
  KEY by_time (posted_at)
);
