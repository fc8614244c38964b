"""What a writer may call in Markdown, and how it looks on the site. The only room that knows the site generator."""
