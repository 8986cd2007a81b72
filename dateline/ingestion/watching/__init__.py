"""Following feeds, sitemaps and folders: what is new or changed becomes articles, politely and again and again."""
