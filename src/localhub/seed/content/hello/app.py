import gradio as gr

from greetings import GREETINGS


def greet(name: str, language: str) -> str:
    greeting = GREETINGS.get(language, GREETINGS["English"])
    return greeting.format(name=name.strip() or "you")


demo = gr.Interface(
    fn=greet,
    inputs=[
        gr.Textbox(label="Name", placeholder="Ada"),
        gr.Dropdown(label="Language", choices=sorted(GREETINGS), value="English"),
    ],
    outputs=gr.Textbox(label="Greeting"),
    title="Hello",
    examples=[["Ada", "English"], ["Jürgen", "Deutsch"]],
)

if __name__ == "__main__":
    demo.launch()
