-- Orders that were told of by these browsers: whose they are may be another matter once a browser is somebody's.
SELECT DISTINCT order_id
FROM events
WHERE site = {site:String} AND subject_id IN {subjects:Array(String)} AND order_id != ''
