-- A search looks into the parts that have each three letters of its words, instead of into what everybody goes by.
ALTER TABLE people ADD INDEX IF NOT EXISTS search_parts search TYPE text(tokenizer = ngrams(3));
ALTER TABLE people MATERIALIZE INDEX search_parts;
ALTER TABLE orders ADD INDEX IF NOT EXISTS search_parts search TYPE text(tokenizer = ngrams(3));
ALTER TABLE orders MATERIALIZE INDEX search_parts;
