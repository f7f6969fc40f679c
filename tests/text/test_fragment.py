"""What a feed carries of an article: its paragraphs, without captions and buttons."""

from tracker.text.fragment import fragment_text

ONE = "The ferry across the bay runs again from Monday, the harbour office said in a notice."
TWO = "Tickets are sold at the pier, where the bridge was closed in spring."


def test_captions_buttons_and_boxes_are_no_text() -> None:
    fragment = (
        '<div class="wp-caption"><img src="x"><p class="wp-caption-text">The pier in 2019.</p></div>'
        f"<p>{ONE}</p><figure><figcaption>A bridge in 2011.</figcaption></figure><p>{TWO}</p>"
        '<div class="sharedaddy"><h3>Share this:</h3><ul><li>By mail</li></ul></div>'
        '<div id="jp-relatedposts"><h3>Related</h3><p>An old story of 2018.</p></div>'
    )
    assert fragment_text(fragment).split("\n\n") == [ONE, TWO]


def test_a_name_that_sounds_like_a_button_does_not_cost_the_article() -> None:
    fragment = f'<div class="post social-affairs share">{f"<p>{ONE}</p><p>{TWO}</p>" * 4}</div>'
    assert len(fragment_text(fragment).split("\n\n")) == 8
